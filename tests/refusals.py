"""What a refused record says: its faults, and the remedies that several tests expect."""

from __future__ import annotations

import pytest

from builders import PARTIES
from groundrules.errors import BadInput, Fault
from groundrules.record.notation import parse

TALK_AT = 6
"""The line on which the talk begins below `HEAD`."""

HEAD = "conversation: c\nparties:\n" + "".join(f"  {line}\n" for line in PARTIES.splitlines())

VERBS = (
    "ask, offer, assert, announce, define, counter, agree, stay, decline, return, return-accept, "
    "retroactive, grace, hint, unclear, topic, leave, close, release, approve, lift, happened, "
    "incident, note, settled, sign-off, knows, corroborate, waive, hold, unhold"
)
LEVELS = (
    "on-the-record, plain-words, not-for-attribution, background, chatham-house, deep-background, "
    "off-the-record"
)
KEYS = "conversation, date, outlet, policy, matter, origin, parties"
ROLES = "one of reporter, source, spokesperson, moderator, negotiator, other"
INSTANT = "write date, time and offset from UTC, such as 2026-11-03T14:00-05:00"
DAY = "write year, month and day, such as 2026-11-03"
TIMECODE = "write hours, minutes and seconds, such as 0:13:41 or 0:13:41.250"
COUNT = "count the turns from 1; blank lines, comments and acts do not count"
RUNS = "write numbers of turns without blanks, such as turns=4-6,8"
TERMS = (
    "name a level (off-the-record), a right (publish=no) or a condition (description=, approval=, "
    "embargo=, delete-by=, tell=)"
)
QUOTES = 'write "words" with a blank on both sides, and \\" for a mark in them'
NAME = "write letters a to z, digits, dots, _ and -, without blanks"
PARTY = 'write ID: role, Name, of AFFILIATION, aka ALIAS, "description"'
FIELDS = "put of before an affiliation, aka before an alias, and \\ before a comma"
DECLARE = "declare it below parties:, or use AR, S1, S2"
TURN = "begin a turn with [TIME] ID: or ID:, and indent what belongs to it"
ABOVE = "the head stands above the first turn; no party can have this id"
LATER = "write indented DATE ID > act; turns stand above afterwards:"


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(BadInput) as refusal:
        parse(text, "c.record")
    return refusal.value.faults


def only(text: str) -> tuple[int, int, str, str]:
    (fault,) = faults(text)
    assert fault.path == "c.record"
    return fault.line, fault.column, fault.message, fault.remedy
