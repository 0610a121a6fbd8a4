"""Logs, witnesses and receipts, made from invented agreements and fixed seeds."""

from __future__ import annotations

import random
from typing import NamedTuple

from groundrules.proofs.checkpoints import Checkpoint, signed_checkpoint
from groundrules.proofs.keys import Kind, SigningKey, VerifierKey
from groundrules.proofs.merkle import inclusion_proof, leaf_hash, root_of
from groundrules.proofs.notes import read_note, signature_by
from groundrules.proofs.receipt import Logged, Place, Receipt, signed
from groundrules.proofs.statement import Statement

ORIGIN = "ledgerpost.example/promises"
STAMP = 1_793_750_400

_OUTLETS = ("The Ledger Post", "Harbor Weekly", "Le Phare «du Nord»", "Der Küstenbote")
_HANDLES = ("heron", "grey coat", "the one at the pier", "鷺", "Ärmelkanal", "🦆 duck")
_TERMS = (
    "to be attributed only by a description",
    "described as “a person briefed on the talks”",
    'described as "somebody \\ at the port"',
    "not to be quoted",
    "not before 2026-12-01T09:00:00+00:00",
    "notes and recordings to be gone by 2027-01-31",
    "to be told inside the newsroom only where there is need",
    "described as “une personne proche du dossier”",
    "described as “港で働く人”",
)


def log_key(origin: str = ORIGIN, seed: int = 1) -> SigningKey:
    return SigningKey(origin, Kind.NOTE, bytes((seed,)) * 32)


def witness_key(number: int = 1) -> SigningKey:
    return SigningKey(f"witness{number}.example/w", Kind.COSIGNATURE, bytes((100 + number,)) * 32)


class Made(NamedTuple):
    """A receipt and whom to believe about it."""

    text: str
    receipt: Receipt
    key: SigningKey
    witnesses: tuple[VerifierKey, ...]

    @property
    def content(self) -> bytes:
        return self.text.encode()


def statement_by(chance: random.Random) -> Statement:
    return Statement(
        chance.choice(_OUTLETS),
        chance.choice(_HANDLES),
        f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        tuple(chance.sample(_TERMS, chance.randint(1, 4))),
    )


def made(seed: int = 0, *, witnesses: int = 1, token: bytes = b"", leaves: int = 0) -> Made:
    """Return a receipt that is the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - invented receipts, the same ones each time
    size = leaves or chance.randint(1, 40)
    at = chance.randrange(size)
    key = log_key()
    place = Place(
        chance.randbytes(16).hex(),
        chance.randbytes(16).hex(),
        "2026-11-04",
        chance.randbytes(32),
        tuple((name, chance.randbytes(32)) for name in ("terms", "words")[: chance.randint(0, 2)]),
    )
    statement, salt = statement_by(chance), chance.randbytes(32)
    hashes = [chance.randbytes(32) for _ in range(size)]
    hashes[at] = leaf_hash(place.leaf(statement.digest(salt)))
    return sealed(Receipt(statement, salt, place, logged(hashes, at, key, witnesses), token), key)


def logged(hashes: list[bytes], at: int, key: SigningKey, witnesses: int) -> Logged:
    """Return where a log holds a leaf, cosigned by some witnesses."""
    checkpoint = Checkpoint(key.name, len(hashes), root_of(hashes))
    note = read_note(signed_checkpoint(checkpoint, key))
    lines = (signature_by(witness_key(one + 1), note.text, STAMP + one) for one in range(witnesses))
    note = note._replace(signatures=(*note.signatures, *lines))
    return Logged(at, tuple(inclusion_proof(hashes, at, len(hashes))), note)


def sealed(receipt: Receipt, key: SigningKey) -> Made:
    count = len(receipt.logged.note.signatures) - 1
    witnesses = tuple(witness_key(one + 1).verifier for one in range(count))
    return Made(signed(receipt, key), receipt, key, witnesses)
