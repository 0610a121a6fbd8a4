"""What can somebody prove who trusts nobody here?

Canonical JSON, the Merkle tree of a log, signed notes and checkpoints, witnesses and their
cosignatures, dated tokens, and receipts with two independent verifiers. Functions over bytes and
text: no disk, no clock, no network. Whoever calls brings the text and carries the answer away.
"""
