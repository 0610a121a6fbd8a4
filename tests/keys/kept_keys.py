"""Members, places and cheap figures for the tests of the keys; every name is invented."""

from __future__ import annotations

from groundrules.keys.bundle import DATABASE, FORMS, Bundle
from groundrules.keys.cards import Role
from groundrules.keys.envelope import Header
from groundrules.keys.epoch_key import EpochKey
from groundrules.keys.members import MemberKeys
from groundrules.keys.secret import Secret
from groundrules.keys.stretching import Cost
from groundrules.keys.wraps import Context

LEDGER = "5e" * 16
STREAM = "c0" * 16
PASSPHRASE = "heron lantern ninety quay"  # noqa: S105 - an example, and it opens nothing
CHEAP = Cost(memory=64, passes=1, lanes=1)
"""What a guess costs in tests: nothing. Every use says so, since the floor refuses it."""

HEADER = Header(LEDGER, STREAM, 1, "words")

REPORTER = MemberKeys.new("Mara Lind", [Role.REPORTER])
EDITOR = MemberKeys.new("Ivo Brandt", [Role.EDITOR])


def context_of(member: MemberKeys, **changed: object) -> Context:
    """Return the context of a wrap of a conversation's words in the first epoch."""
    usual = Context(LEDGER, STREAM, "words", member.card.id, 1, "release 7 until 2026-12-01")
    return usual._replace(**changed)


def epoch_key(number: int = 1) -> EpochKey:
    return EpochKey(number, Secret.new())


def bundle() -> Bundle:
    secrets = {DATABASE: Secret.new(), FORMS: Secret.new()}
    return Bundle(LEDGER, REPORTER, secrets, {"database": "postgresql://desk:pw@db.example/vault"})


def flipped(content: bytes, place: int) -> bytes:
    """Return bytes with one bit changed in one of them."""
    return content[:place] + bytes((content[place] ^ 1,)) + content[place + 1 :]
