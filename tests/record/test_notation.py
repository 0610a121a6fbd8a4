"""The laws of the notation: what is written is read back equal, and what is read has one form."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import conversations, recorded
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind, Proposal, Turns
from groundrules.record.notation import parse, part_text, to_text
from groundrules.record.transcript import (
    AFTERWARDS,
    Conversation,
    Party,
    Place,
    Role,
    Statement,
    Turn,
)
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Publish, Pursue

HARBOR = """\
conversation: harbor-2026-11-03
date: 2026-11-03T14:00-05:00
outlet: The Ledger Post
policy: ap
matter: the port talks
origin: imported from call.vtt
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield, of Harbor Authority, aka Whit, "a person briefed on the talks"

[00:13:41] S1: Can we go off the record for a second?
  > ask off-the-record
[00:13:50-00:13:57] AR: Sure. To me that means I can't publish it. All right?
  > define publish=no pursue=yes
[00:13:58.250] S1: Yes.
  > agree
  The deal was dead by Friday.
  And it goes on.
?: Words of somebody who cannot be told.
AR: A turn without a time.

afterwards:
  2026-11-05T09:10-05:00 S1 > release on-the-record turns=1-3,5 "by telephone"
"""

EASTERN = timezone(timedelta(hours=-5))

CONVERSATION = Conversation(
    id="harbor-2026-11-03",
    date=datetime(2026, 11, 3, 14, tzinfo=EASTERN),
    outlet="The Ledger Post",
    policy="ap",
    matter="the port talks",
    origin="imported from call.vtt",
    parties=(
        Party("AR", Role.REPORTER, "Ana Ruiz"),
        Party(
            "S1",
            Role.SOURCE,
            "Dana Whitfield",
            ("Harbor Authority",),
            ("Whit",),
            "a person briefed on the talks",
        ),
    ),
    turns=(
        Turn(1, "S1", ("Can we go off the record for a second?",), 821_000),
        Turn(
            2,
            "AR",
            ("Sure. To me that means I can't publish it. All right?",),
            830_000,
            837_000,
        ),
        Turn(3, "S1", ("Yes.", "The deal was dead by Friday.\nAnd it goes on."), 838_250),
        Turn(4, "", ("Words of somebody who cannot be told.",)),
        Turn(5, "AR", ("A turn without a time.",)),
    ),
    facts=(
        Fact(Kind.TERMS_ASKED, "S1", Place(1), Proposal(Level.OFF_THE_RECORD)),
        Fact(
            Kind.TERMS_DEFINED,
            "AR",
            Place(2),
            Proposal(changes=(("publish", Publish.NO), ("pursue", Pursue.YES))),
        ),
        Fact(Kind.TERMS_AGREED, "S1", Place(3)),
        Fact(
            Kind.STATEMENT_RELEASED,
            "S1",
            AFTERWARDS,
            Proposal(Level.ON_THE_RECORD),
            turns=(Turns(1, 3), Turns(5, 5)),
            when=datetime(2026, 11, 5, 9, 10, tzinfo=EASTERN),
            words="by telephone",
        ),
    ),
)


def test_a_record_is_read() -> None:
    assert parse(HARBOR) == CONVERSATION


def test_a_record_is_written() -> None:
    assert to_text(CONVERSATION) == HARBOR


def test_words_behind_an_act_are_a_statement_of_their_own() -> None:
    assert [
        Statement("harbor#1.1", "harbor", Place(1, 1), "S1", "Yes."),
        Statement("harbor#1.2", "harbor", Place(1, 2), "S1", "The deal was dead."),
    ] == list(recorded("S1: Yes.\n  > agree\n  The deal was dead.").statements())


@given(conversations())
@settings(max_examples=200)
def test_what_is_written_is_read_back_equal(conversation: Conversation) -> None:
    assert conversation == parse(to_text(conversation))


@given(conversations())
@settings(max_examples=50)
def test_what_is_read_is_written_the_same_again(conversation: Conversation) -> None:
    text = to_text(conversation)

    assert text == to_text(parse(text))


def outcome(text: str) -> Conversation | BadInput:
    try:
        return parse(text, "c.record")
    except BadInput as refusal:
        return refusal


CONFIDENCES = ("Quillfeather", "Ostrander", "zymurgy", "Brackenholt")
"""Words that stand in a record below and that no message may hold."""

CONFIDED = """\
conversation: c
parties:
  AR: reporter, Ana Quillfeather
  S1: source, Jo Ostrander, of Brackenholt, aka Ostrander, "a Brackenholt official"

[00:00:01] S1: The zymurgy zymurgy.
  > ask background description="zymurgy" scope="Brackenholt"
  Of zymurgy: Ostrander says Brackenholt.
[00:00:02-00:00:09.500] AR: zymurgy?
  > agree "Ostrander zymurgy"

afterwards:
  2026-11-05T09:10Z S1 > release on-the-record turns=1 "zymurgy"
"""


@given(
    st.integers(0, len(CONFIDED)),
    st.integers(0, 12),
    st.sampled_from(["", "\n", " ", ",", '"', ":", ">", "\n  ", "\\", "=", "\n> ", "\0", "[", "]"]),
)
@settings(max_examples=200)
def test_a_damaged_record_is_read_or_refused_without_its_words(
    at: int, length: int, instead: str
) -> None:
    text = CONFIDED[:at] + instead + CONFIDED[at + length :]

    read = outcome(text)

    if isinstance(read, BadInput):
        assert not [word for word in CONFIDENCES if word in str(read)]
        assert all(fault.line and fault.remedy for fault in read.faults)
    else:
        assert read == parse(to_text(read))


@given(st.text())
@settings(max_examples=100)
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    read = outcome(text)

    assert read.faults if isinstance(read, BadInput) else read.id in text


@given(st.text())
@settings(max_examples=100)
def test_any_text_can_be_made_the_words_of_a_part(text: str) -> None:
    words = part_text(text)
    conversation = Conversation("c", turns=(Turn(1, "", (words,)),))

    assert conversation == parse(to_text(conversation))
    assert words == part_text(words)


def test_no_character_that_shows_is_lost_when_text_is_made_a_part() -> None:
    assert part_text("  One.\r\n\r\n\x0bTwo\x00 two.\u2028Three. ") == "One.\nTwo  two.\nThree."


BACKGROUND = Proposal(Level.BACKGROUND)
THEN = datetime(2026, 11, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("the head", {"id": "two words"}),
        ("the head", {"outlet": "The Ledger\nPost"}),
        ("the head", {"matter": " blank in front"}),
        ("the head", {"date": datetime(2026, 11, 3)}),  # noqa: DTZ001 - the fault that is meant
        ("party 2", {"parties": (CONVERSATION.parties[0], Party("two words", Role.SOURCE))}),
        ("party 1", {"parties": (Party("AR", Role.REPORTER, "Ana \x00Ruiz"),)}),
        ("party 1", {"parties": (Party("AR", Role.REPORTER, aliases=("",)),)}),
        ("party 1", {"parties": (Party("afterwards", Role.REPORTER),)}),
        ("turn 1", {"turns": (Turn(1, "", ("one", "", "two")),)}),
        ("turn 1", {"turns": (Turn(1, "", ("one\n\ntwo",)),)}),
        ("turn 1", {"turns": (Turn(1, "", ("line\u2028separator",)),)}),
        ("turn 1", {"turns": (Turn(1, "", (" blank",)),)}),
        ("turn 1", {"turns": (Turn(1, "", ("",), 2000, 1000),)}),
        ("turn 1", {"turns": (Turn(1, "", ("",), None, 1000),)}),
        ("turn 1", {"turns": (Turn(7, "", ("",)),)}),
        ("turn 1", {"turns": (Turn(1, "XX", ("",)),)}),
        ("turn 1", {"turns": (Turn(1, "", ("a\n" * 200_000 + "a",)),)}),
        ("fact 1", {"facts": (Fact(Kind.TERMS_ASKED, "", Place(1)),)}),
        ("fact 1", {"facts": (Fact(Kind.TERMS_AGREED, "", Place(9)),)}),
        ("fact 1", {"facts": (Fact(Kind.TERMS_AGREED, "", Place(1, 2)),)}),
        ("fact 2", {"facts": (Fact(Kind.PARTY_LEFT, "", Place(1)), Fact(Kind.PARTY_LEFT, ""))}),
        ("fact 1", {"facts": (Fact(Kind.TERMS_AGREED, "", Place(1), covers=("XX",)),)}),
        ("fact 1", {"facts": (Fact(Kind.TERMS_AGREED, "", Place(1), BACKGROUND),)}),
        ("fact 1", {"facts": (Fact(Kind.PARTY_LEFT, "", when=None),)}),
        (
            "fact 1",
            {
                "facts": (
                    Fact(Kind.PARTY_LEFT, "", Place(1), when=datetime(2026, 11, 3, tzinfo=UTC)),
                )
            },
        ),
        ("fact 1", {"facts": (Fact(Kind.TERMS_ASKED, "", Place(1), Proposal(embargo=Embargo())),)}),
    ],
)
def test_what_has_no_form_is_refused_and_named(part: str, changed: dict[str, object]) -> None:
    bare = Conversation("c", turns=(Turn(1, "", ("words",)),))

    with pytest.raises(BadInput) as refusal:
        to_text(bare._replace(**changed), "c.record")  # type: ignore[arg-type]

    (fault,) = refusal.value.faults
    assert ("c.record", f"{part} has no form in the notation") == (fault.path, fault.message)
