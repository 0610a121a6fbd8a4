"""What may be typed: every form that is read, and what it means."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from builders import recorded
from groundrules.record.facts import Fact, Kind, Proposal, Turns
from groundrules.record.notation import parse, to_text
from groundrules.record.transcript import AFTERWARDS, Conversation, Party, Place, Role, Turn
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute, Publish


def fact(act: str) -> Fact:
    """Return the fact of an act by S1 in the fourth turn."""
    (only,) = recorded(f"S1: one\nAR: two\nS2: three\nS1: four\n  > {act}").facts
    return only


def party(line: str) -> Party:
    (only,) = parse(f"conversation: c\nparties:\n  {line}\n").parties
    return only


# The head.


def test_a_record_may_be_nothing_but_its_name() -> None:
    assert parse("conversation: c") == Conversation("c")


def test_keys_may_come_in_any_order_and_be_left_empty() -> None:
    text = "# typed\n\nparties:\noutlet :The Ledger Post \nmatter:\ndate:\nconversation:c\n"

    assert Conversation("c", outlet="The Ledger Post") == parse(text)


@pytest.mark.parametrize(
    ("typed", "expected", "printed"),
    [
        ("2026-11-03", date(2026, 11, 3), "2026-11-03"),
        ("2026-11-03T14:00Z", datetime(2026, 11, 3, 14, tzinfo=UTC), "2026-11-03T14:00+00:00"),
        (
            "2026-11-03 14:00:07.25-0530",
            datetime(2026, 11, 3, 14, 0, 7, 250_000, timezone(-timedelta(hours=5, minutes=30))),
            "2026-11-03T14:00:07.250000-05:30",
        ),
        (
            "2026-11-03T14:00:07+00:00:12",
            datetime(2026, 11, 3, 14, 0, 7, tzinfo=timezone(timedelta(seconds=12))),
            "2026-11-03T14:00:07+00:00:12",
        ),
    ],
)
def test_a_date_is_a_day_or_an_instant(typed: str, expected: date, printed: str) -> None:
    conversation = parse(f"conversation: c\ndate: {typed}\n")

    assert expected == conversation.date
    assert f"date: {printed}" in to_text(conversation)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffconversation: c\n",
        "conversation: c\r\n\r\n",
        "conversation:\tc\n",
        "conversation: c\u00a0\n",
        "#!/usr/bin/env groundrules\nconversation: c",
    ],
)
def test_what_editors_leave_behind_is_tolerated(text: str) -> None:
    assert Conversation("c") == parse(text)


# The parties.


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("S1: source", Party("S1", Role.SOURCE)),
        ("S1:source,Dana Whitfield", Party("S1", Role.SOURCE, "Dana Whitfield")),
        ("s-1_b : moderator", Party("s-1_b", Role.MODERATOR)),
        ("N1: negotiator, Ines Vogel", Party("N1", Role.NEGOTIATOR, "Ines Vogel")),
        (
            'S1: source, "an official, in the region", aka Whit, of Harbor, Dana, aka D, of Bay',
            Party(
                "S1",
                Role.SOURCE,
                "Dana",
                ("Harbor", "Bay"),
                ("Whit", "D"),
                "an official, in the region",
            ),
        ),
        (r"S1: source, Whitfield\, Dana", Party("S1", Role.SOURCE, "Whitfield, Dana")),
        (r"S1: source, \of Montreal", Party("S1", Role.SOURCE, "of Montreal")),
        (r"S1: source, of of Montreal", Party("S1", Role.SOURCE, "", ("of Montreal",))),
        ("S1: source, offa Mercia", Party("S1", Role.SOURCE, "offa Mercia")),
        (r"S1: source, \aka", Party("S1", Role.SOURCE, "aka")),
        (r"S1: source, \"Whit\" Dana", Party("S1", Role.SOURCE, '"Whit" Dana')),
        (r"S1: source, Dana \\ Whit\x", Party("S1", Role.SOURCE, r"Dana \ Whit\x")),
        ("S1: source, Dana\\", Party("S1", Role.SOURCE, "Dana\\")),
        (
            r'S1: source, "she \"knows\" \\ it"  ',
            Party("S1", Role.SOURCE, description=r'she "knows" \ it'),
        ),
    ],
)
def test_a_party_is_what_its_line_says(line: str, expected: Party) -> None:
    assert expected == party(line)


# The talk.


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("S1: words", Turn(1, "S1", ("words",))),
        ("S1:words ", Turn(1, "S1", ("words",))),
        ("S1 :\twords", Turn(1, "S1", ("words",))),
        ("S1:", Turn(1, "S1", ("",))),
        ("?: words", Turn(1, "", ("words",))),
        ("S1: S2: words: more", Turn(1, "S1", ("S2: words: more",))),
        ("S1: # words", Turn(1, "S1", ("# words",))),
        ("[00:13:41] S1: words", Turn(1, "S1", ("words",), 821_000)),
        ("[13:41]S1: words", Turn(1, "S1", ("words",), 821_000)),
        ("[1:41] S1: words", Turn(1, "S1", ("words",), 101_000)),
        ("[0:00:41,5-0:00:42] S1: x", Turn(1, "S1", ("x",), 41_500, 42_000)),
        ("[ 100:00:00.007 – 100:00:01 ] S1: x", Turn(1, "S1", ("x",), 360_000_007, 360_001_000)),
        (r"S1: \> words", Turn(1, "S1", ("> words",))),
        (r"S1: \\ words", Turn(1, "S1", (r"\ words",))),
        (r"S1: \words", Turn(1, "S1", (r"\words",))),
        ("S1:\n  below", Turn(1, "S1", ("below",))),
        ("S1: words\n\n# comment\n\t below ", Turn(1, "S1", ("words\nbelow",))),
        ("S1: words\n  # no comment", Turn(1, "S1", ("words\n# no comment",))),
        ("S1: words\n  \\S2: x\n  S3: y", Turn(1, "S1", ("words\nS2: x\nS3: y",))),
        ("S1: words\n  \\[0:10] X: x", Turn(1, "S1", ("words\n[0:10] X: x",))),
        ("S1: words\n  [0:10] x", Turn(1, "S1", ("words\n[0:10] x",))),
        ("S1: words\n  > cut\n  below", Turn(1, "S1", ("words", "below"))),
        ("S1: words\n  > cut", Turn(1, "S1", ("words",))),
        ("S1:\n  > agree\n  below", Turn(1, "S1", ("", "below"))),
        ("S1: a\n  > agree\n  b\n  c\n  > leave\n  d", Turn(1, "S1", ("a", "b\nc", "d"))),
        (
            "S1: zero\u200bwidth \u202ebidi\ufeff",
            Turn(1, "S1", ("zero\u200bwidth \u202ebidi\ufeff",)),
        ),
    ],
)
def test_a_turn_is_what_its_lines_say(line: str, expected: Turn) -> None:
    assert (expected,) == recorded(line).turns


def test_times_may_run_backwards_from_turn_to_turn() -> None:
    turns = recorded("[00:10:00] S1: later\n[00:05:00] AR: earlier").turns

    assert [turn.start for turn in turns] == [600_000, 300_000]


def test_an_act_stands_in_the_part_that_it_was_made_with() -> None:
    facts = recorded("S1: a\n  > ask nfa\n  > hint\n  b\n  > cut\n  c\n  > leave").facts

    assert [fact.at for fact in facts] == [Place(1, 1), Place(1, 1), Place(1, 3)]


# The acts.


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("off-the-record", Level.OFF_THE_RECORD),
        ("off the record", Level.OFF_THE_RECORD),
        ("OTR", Level.OFF_THE_RECORD),
        ("Deep Background", Level.DEEP_BACKGROUND),
        ("chatham_house_rule", Level.CHATHAM_HOUSE),
        ("nfa", Level.NOT_FOR_ATTRIBUTION),
    ],
)
def test_a_level_may_be_typed_in_several_ways(typed: str, level: Level) -> None:
    assert Fact(Kind.TERMS_ASKED, "S1", Place(4), Proposal(level)) == fact(f"ask {typed}")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "attribute=none publish=no",
            Proposal(changes=(("attribute", Attribute.NONE), ("publish", Publish.NO))),
        ),
        (
            'description="an official" description=insider',
            Proposal(descriptions=("an official", "insider")),
        ),
        ("approval=yes", Proposal(quote_approval=True)),
        (
            "embargo=2026-11-05T06:00-05:00",
            Proposal(embargo=Embargo(datetime(2026, 11, 5, 11, tzinfo=UTC))),
        ),
        ('embargo="the \\"vote\\""', Proposal(embargo=Embargo(event='the "vote"'))),
        ("delete-by=2026-12-01", Proposal(delete_by=date(2026, 12, 1))),
        ('tell="the board" tell=counsel', Proposal(tell=("the board", "counsel"))),
        (
            'background scope="the port" until=20:00',
            Proposal(Level.BACKGROUND, scope="the port", until=1_200_000),
        ),
        ("scope=port background until=0:00:00", Proposal(Level.BACKGROUND, scope="port", until=0)),
    ],
)
def test_terms_are_what_the_act_names(typed: str, expected: Proposal) -> None:
    assert Fact(Kind.TERMS_ASKED, "S1", Place(4), expected) == fact(f"ask {typed}")


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("agree", Fact(Kind.TERMS_AGREED, "S1", Place(4))),
        ("agree by=AR", Fact(Kind.TERMS_AGREED, "AR", Place(4))),
        ("agree by=?", Fact(Kind.TERMS_AGREED, "", Place(4))),
        ("agree by=S1", Fact(Kind.TERMS_AGREED, "S1", Place(4))),
        ('agree "with a nod"', Fact(Kind.TERMS_AGREED, "S1", Place(4), words="with a nod")),
        ('agree ""', Fact(Kind.TERMS_AGREED, "S1", Place(4))),
        (
            "stay for=S1,S2 to=AR",
            Fact(Kind.CONSENT_IMPLIED, "S1", Place(4), covers=("S1", "S2"), to=("AR",)),
        ),
        ("retroactive", Fact(Kind.RETROACTIVE_REQUESTED, "S1", Place(4))),
        (
            "retroactive otr turns=1-2,4",
            Fact(
                Kind.RETROACTIVE_REQUESTED,
                "S1",
                Place(4),
                Proposal(Level.OFF_THE_RECORD),
                turns=(Turns(1, 2), Turns(4, 4)),
            ),
        ),
        (
            'grace turns=1 by=AR "new to this"',
            Fact(Kind.GRACE_GRANTED, "AR", Place(4), turns=(Turns(1, 1),), words="new to this"),
        ),
        ("hint", Fact(Kind.HINT_GIVEN, "S1", Place(4))),
        ('topic "the port"', Fact(Kind.TOPIC_CHANGED, "S1", Place(4), words="the port")),
        ('topic ""', Fact(Kind.TOPIC_CHANGED, "S1", Place(4))),
        ("lift", Fact(Kind.EMBARGO_LIFTED, "S1", Place(4))),
        (
            'happened "the vote" when=2026-11-05T06:00Z',
            Fact(
                Kind.EVENT_HAPPENED,
                "S1",
                Place(4),
                when=datetime(2026, 11, 5, 6, tzinfo=UTC),
                words="the vote",
            ),
        ),
        (r'hint "a \\ b \"c\" \d"', Fact(Kind.HINT_GIVEN, "S1", Place(4), words=r'a \ b "c" \d')),
    ],
)
def test_an_act_is_the_fact_that_it_names(act: str, expected: Fact) -> None:
    assert expected == fact(act)


def test_a_mark_needs_no_blank_behind_it() -> None:
    assert recorded("S1: yes\n\t>agree").facts == recorded("S1: yes\n  >  agree").facts


def test_what_came_afterwards_has_its_instant_in_front() -> None:
    text = """\
        S1: words
        afterwards:

          2026-11-05T09:10Z S1 > release on-the-record turns=1
        # a comment
        \t2026-11-06 09:10-05:00 ? > happened "the vote"
        """

    assert (
        Fact(
            Kind.STATEMENT_RELEASED,
            "S1",
            AFTERWARDS,
            Proposal(Level.ON_THE_RECORD),
            turns=(Turns(1, 1),),
            when=datetime(2026, 11, 5, 9, 10, tzinfo=UTC),
        ),
        Fact(
            Kind.EVENT_HAPPENED,
            "",
            AFTERWARDS,
            when=datetime(2026, 11, 6, 14, 10, tzinfo=UTC),
            words="the vote",
        ),
    ) == recorded(text).facts


def test_a_record_may_have_an_afterwards_and_no_talk() -> None:
    text = "conversation: c\nafterwards:\n  2026-11-05T09:10Z ? > leave\n"

    assert [fact.kind for fact in parse(text).facts] == [Kind.PARTY_LEFT]
