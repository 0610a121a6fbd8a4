"""Who can open it? Secrets, sealed documents, wraps, members and the ways to unlock.

Two layers lie on every word: a file that is enciphered as a whole, and in it documents that are
sealed one by one. This room makes the second: a document is sealed under a secret, the secret is
wrapped to each member who may read it, what opens a member's wraps lies behind a passphrase or a
printed sheet. It knows nothing of tables or of records, and enciphers nothing by hand: all of that
is done by the library `cryptography`.
"""
