"""What may a person do here?

One file for each thing that a person may do, in a folder by what it is about. Every face calls
these and decides nothing itself; what is decided is decided in the rooms below.
"""
