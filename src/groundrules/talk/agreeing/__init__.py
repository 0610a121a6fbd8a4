"""What is said and written down at the moment of agreeing?

From a level and what was settled about it to the terms that are read back, and from the answer to
the turns and facts that the record keeps. Only what was really said becomes words of the record.
"""
