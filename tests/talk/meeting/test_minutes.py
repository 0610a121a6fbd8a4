"""Minutes that keep the terms: what stands in them, as whose, and what is left out and counted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from meetings import TABLE, example, met

from builders import recorded
from groundrules.record.timeline import fold
from groundrules.record.transcript import Party, Role
from groundrules.talk.meeting.minutes import (
    Minutes,
    Point,
    Why,
    attendance_is_secret,
    minutes_of,
    tells_who,
    with_affiliation,
)
from groundrules.talk.meeting.naming import names
from groundrules.terms.rights import Publish
from talks import POLICIES, conversations, under

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def written(talk: str, parties: str | None = None) -> Minutes:
    return minutes_of(met(talk, parties) if parties else met(talk), NOON)


def on(terms: str, words: str = "Nine boats will run.") -> str:
    asked = f"SP: This way?\n  > ask {terms} for=SP\n"
    return f"{asked}AR: Yes.\n  > agree\nBT: Yes.\n  > agree\nSP: {words}\n"


def test_under_the_rule_points_stand_without_speaker_affiliation_or_attendance() -> None:
    timeline = example("round-table")
    minutes = minutes_of(timeline, NOON)
    shown = " ".join((*minutes.present, *(point.who + point.words for point in minutes.points)))

    assert minutes.secret
    assert (minutes.present, minutes.others) == ((), 0)
    assert {point.who for point in minutes.points} == {""}
    assert not names(shown, timeline.conversation.parties)
    assert {why: len(found) for why, found in minutes.left_out.items()} == {
        Why.OPEN: 3,
        Why.RESTRICTED: 3,
        Why.ABOUT_TERMS: 3,
        Why.NAMES: 1,
    }


def test_the_aside_is_left_out_of_the_formal_minutes_and_counted() -> None:
    minutes = minutes_of(example("quay-lease"), NOON)

    assert [point.who for point in minutes.points] == [
        "Ines Vogel",
        "Paul Adeyemi",
        "Paul Adeyemi",
        "Ines Vogel",
    ]
    assert minutes.present == ("Ines Vogel (Tern Shipping)", "Paul Adeyemi (Harbor Quays)")
    assert len(minutes.left_out[Why.RESTRICTED]) == 3


def test_of_a_side_meeting_that_is_secret_nothing_stands() -> None:
    minutes = minutes_of(example("quay-lease-side"), NOON)

    assert (minutes.secret, minutes.points) == (True, ())


def test_who_has_a_point_without_the_name_is_not_listed_as_present() -> None:
    minutes = minutes_of(example("briefing"), NOON)

    assert {point.who for point in minutes.points} == {
        "an official of the ferry company",
        "Ben Tal",
        "Laura Brandt",
    }
    assert (minutes.present, minutes.others) == (("Ben Tal (The Bay Wire)",), 4)


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ("off-the-record", Why.RESTRICTED),
        ("publish=if-independently-obtained", Why.RESTRICTED),
        ("quote=paraphrase", Why.OWN_WORDS),
        ("quote=no", Why.OWN_WORDS),
        ("approval=yes", Why.UNAPPROVED),
        ('embargo="the vote"', Why.EMBARGOED),
        ("embargo=2026-11-21T00:00Z", Why.EMBARGOED),
    ],
)
def test_what_is_restricted_is_left_out(terms: str, why: Why) -> None:
    assert written(on(terms)).left_out[why][-1] == "room#4"


@pytest.mark.parametrize(
    ("terms", "who"),
    [
        ("embargo=2026-11-19T00:00Z", "Laura Brandt"),
        ("background", "a ferry official"),
        ('background description="an aide"', "an aide"),
        ("attribute=institution", "Ellery Ferries"),
        ("attribute=none", ""),
    ],
)
def test_as_whose_a_point_stands(terms: str, who: str) -> None:
    assert Point(who, "Nine boats will run.") in written(on(terms)).points


def test_a_description_that_nobody_agreed_on_is_not_made_up() -> None:
    talk = on("background")
    minutes = written(talk, "SP: source, Laura Brandt\nAR: reporter, Ana Ruiz\nBT: reporter\n")

    assert Point("", "Nine boats will run.") in minutes.points


def test_an_approved_quotation_stands() -> None:
    talk = on("approval=yes") + "afterwards:\n  2026-11-04T09:00Z SP > approve turns=4\n"

    assert Point("Laura Brandt", "Nine boats will run.") in written(talk).points


def test_a_grace_leaves_words_out_and_a_late_request_does_not() -> None:
    talk = "SP: Nine boats.\nSP: Ten boats.\nafterwards:\n"
    asked = "  2026-11-04T09:00Z SP > retroactive off-the-record turns=1-2\n"
    grace = '  2026-11-04T10:00Z AR > grace turns=1 "a slip"\n'

    minutes = written(talk + asked + grace)

    assert minutes.left_out == {Why.GRACED: ("room#1",)}
    assert minutes.late == ("room#2",)


def test_words_of_somebody_unknown_are_open() -> None:
    assert written("?: Nine boats.\n").left_out == {Why.OPEN: ("room#1",)}


def test_a_question_that_names_the_source_is_left_out_of_what_is_unattributed() -> None:
    talk = (
        on("attribute=none") + "AR: Is that so, Laura?\nAR: Is that so?\nSP: It is, I am Laura.\n"
    )

    minutes = written(talk)

    assert minutes.left_out[Why.NAMES] == ("room#5", "room#7")
    assert Point("Ana Ruiz", "Is that so?") in minutes.points


def test_what_is_on_the_record_may_name_anybody() -> None:
    assert written("SP: I am Laura.\n").points == (Point("Laura Brandt", "I am Laura."),)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("As Tobias May said", True),
        ("as tobias may said", True),
        ("Tobias said", True),
        ("TOBIAS said", True),
        ("they may go", False),
        ("a man of Ellery dredging", True),
        ("the dredging", False),
        ("Tob was there", True),
        ("nobody", False),
    ],
)
def test_what_names_somebody(words: str, expected: bool) -> None:  # noqa: FBT001 - a table
    party = Party("S1", Role.OTHER, "Tobias May", ("Ellery Dredging",), ("Tob",))

    assert names(words, (party,)) is expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Wei Li", "As Mr. Li said, the dyke is old."),
        ("Tomáš Dvořák", "As Mr. Dvorak said, the dyke is old."),
        ("Li Wu", "The dyke is Wu's."),
        ("Þórdís Guðmundsdóttir", "As Thordis said, the dyke is old."),
        ("李娜", "昨天李娜說"),
    ],
)
def test_points_that_name_a_guest_in_any_form_are_left_out(name: str, words: str) -> None:
    asked = "SP: The Rule?\n  > ask chatham-house attendance=secret\n"
    talk = f"{asked}BT: Yes.\n  > agree\nBT: {words}\n"
    minutes = written(talk, f"SP: other, {name}\nBT: reporter, Ben Tal\n")

    assert minutes.left_out[Why.NAMES] == ("room#3",)


def test_who_has_no_name_is_not_named() -> None:
    assert not names("Nobody", (Party("S1", Role.OTHER),))


@pytest.mark.parametrize(
    ("talk", "told"),
    [
        (
            "SP: Ten.\n  > ask chatham-house attendance=secret\nAR: Yes.\n  > agree\nSP: Nine.\n",
            True,
        ),
        ("SP: Ten.\n", False),
        ("SP: Ten.\n  > ask background\nAR: Yes.\n  > agree\nSP: Nine.\n", False),
    ],
)
def test_the_matter_may_not_name_who_may_not_be_told_to_have_been_there(
    talk: str,
    told: bool,  # noqa: FBT001 - a table
) -> None:
    timeline = met(talk)

    assert tells_who(timeline, "Dinner at Laura Brandt's house") is told
    assert not tells_who(timeline, "Dinner on the dykes")


def test_nor_who_is_named_for_nothing_they_said() -> None:
    talk = "BT: On background?\n  > offer background\nSP: Yes.\n  > agree\nSP: Nine.\n"

    assert tells_who(met(talk), "Dinner at Laura Brandt's house")
    assert not tells_who(met(talk), "Dinner at Ana Ruiz's house")
    assert not tells_who(met("AR: Hello.\n"), "Dinner at Laura Brandt's house")


def test_a_party_is_shown_with_whom_they_are_for() -> None:
    assert with_affiliation(Party("S1", Role.OTHER)) == "S1"
    assert with_affiliation(Party("S1", Role.OTHER, "Li", ("A", "B"))) == "Li (A, B)"


@given(conversations(), POLICIES)
def test_every_statement_stands_or_is_counted_and_none_that_may_not_stands(conversation, policy):
    timeline = under(conversation, policy)
    minutes = minutes_of(timeline, NOON)
    left = [name for found in minutes.left_out.values() for name in found]

    assert len(minutes.points) + len(left) == len(timeline.standings)
    for standing in timeline.standings:
        if standing.is_open or standing.terms.rights.publish is not Publish.YES:
            assert standing.statement.id in left
    if attendance_is_secret(timeline):
        assert minutes.present == ()
        assert {point.who for point in minutes.points} <= {""}


def test_the_minutes_of_nothing_are_empty() -> None:
    timeline = fold(recorded("", parties=TABLE), met("").policy)

    assert minutes_of(timeline, NOON) == Minutes(False, (), 2, (), {}, ())  # noqa: FBT003 - a value
