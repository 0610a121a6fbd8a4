"""How is it shown?

One file for each form of a report, and one for each page that a command prints. `redaction` is
the only door through which a name, or a word of the record, may join any of them.
"""
