"""How is the record kept? Ciphertexts and hashes go in, and nothing is altered unseen.

It knows streams, versions, chains and one Merkle log; it knows no key but that of the file, and no
word that stands in an entry. Entries are never changed; the ciphertexts that they commit to, the
wraps that open those, and the keyed forms can be erased, and the log still verifies.
"""
