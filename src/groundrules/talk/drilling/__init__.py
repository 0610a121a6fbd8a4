"""What would be printable now, had this been a real talk?

Practice: a scenario in which the other side presses, a play of it as a real conversation, and
after each answer the lesson. Everything is scored by the five laws: the conversation is folded and
each point that was told is held against what the person needs. Pure: scenarios are data.
"""
