"""What was said, on which terms, by an agreement made when and in which words?

Here live the facts of a conversation, its transcript, the timeline that folds the facts under the
five laws, the standing of each statement, and the plain-text notation of all of it. Nothing here
opens a file, reads a clock, or knows that drafts exist.
"""
