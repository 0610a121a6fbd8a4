"""Which words does a person say, to agree on terms and to keep to them?

A script is made for one level, one policy, one side and one channel. Its texts are data (a file of
wordings); what they say of use rights is said axis by axis, so that nothing is left to a word.
"""
