"""Meetings for tests: the example records, records typed in a test, and the texts that ship."""

from __future__ import annotations

from pathlib import Path

from builders import recorded
from groundrules.readers.policies import PolicyShelf
from groundrules.readers.records import read_record
from groundrules.readers.wordings import WordingShelf
from groundrules.record.timeline import Timeline, fold
from groundrules.talk.meeting.shapes import ANNOUNCEMENT, ASIDE, FOLDER, PAGES, Kind
from groundrules.talk.meeting.texts import Shape, Texts, texts_from

RECORDS = Path(__file__).parents[3] / "examples" / "meetings" / "records"
SHELF = PolicyShelf()

ROOM = """\
SP: spokesperson, Laura Brandt, of Ellery Ferries, "a ferry official"
AR: reporter, Ana Ruiz, of The Ledger Post
BT: reporter, Ben Tal
"""
TABLE = "N1: negotiator, Ines Vogel, of Tern Shipping\nN2: negotiator, Paul Adeyemi, of Quays\n"


def example(name: str) -> Timeline:
    """Return an example meeting, folded under the policy that it names."""
    conversation = read_record(RECORDS / f"{name}.record")
    return fold(conversation, SHELF.load(conversation.policy))


def met(talk: str, parties: str = ROOM, policy: str = "default") -> Timeline:
    return fold(recorded(talk, parties=parties, name="room"), SHELF.load(policy))


def texts(name: str) -> Texts:
    return texts_from(WordingShelf().load(FOLDER, name), shape_of(name))


def shape_of(name: str) -> Shape:
    return {"pages": PAGES, "aside": ASIDE}.get(name, ANNOUNCEMENT)


NAMES = (*(kind.value for kind in Kind), "pages", "aside")
