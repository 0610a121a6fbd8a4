"""A report as one page of HTML: the draft's text, and beside each phrase what is to be said of it.

The page loads nothing. Its small script only leads from one remark to the next; every word of the
page is there without it.
"""
