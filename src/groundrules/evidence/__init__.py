"""Which words of the draft rest on which statement? Types only.

A case is everything that a rule may look at: the draft, the matches between its words and the
record's, the standing of each statement, the policy of the house that publishes, and an instant.
"""
