"""What does one see who may?

Here the record, the keys and the ledger meet: a talk is parted into words, terms and identities,
each is sealed for those who may read it, and what is kept is read back as far as one may. Every
operation is a function whose arguments and answer are plain, so that it can be asked of the process
that holds the keys.
"""
