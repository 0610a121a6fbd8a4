"""What becomes of a source's words in a story? A generator of such passages for each class.

There are two sets, with different rules: one to fit thresholds on, one to report on.
"""
