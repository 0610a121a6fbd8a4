"""Terms, histories and counts in plain words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from groundrules.evidence.case import Evidenced
from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Fact, Kind, Proposal, Turns
from groundrules.record.timeline import fold
from groundrules.reporters.plain_words import clock, counted, listed, terms_in_words
from groundrules.reporters.provenance import provenance
from groundrules.reporters.redaction import Redaction
from groundrules.terms.conditions import Conditions, Embargo
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD, Terms
from groundrules.terms.rights import AXES, FREE, SEALED, Repeat
from harbor_case import CONVERSATION, the_case

HIDDEN = Redaction(on_terminal=True)
SHOWN = Redaction(revealed=True)


@pytest.mark.parametrize(
    ("axis", "permission"),
    [
        (axis, permission)
        for axis, scale in AXES.items()
        for permission in scale
        if permission.strictness
    ],
)
def test_every_permission_that_withholds_has_words_of_its_own(
    axis: str, permission: object
) -> None:
    words = terms_in_words(Terms(rights=FREE.changed({axis: permission})), HIDDEN)  # type: ignore[dict-item]

    assert words != "free to use"
    assert ";" not in words


def test_no_two_permissions_have_the_same_words() -> None:
    every = [
        terms_in_words(Terms(rights=FREE.changed({axis: permission})), HIDDEN)
        for axis, scale in AXES.items()
        for permission in scale
        if permission.strictness
    ]

    assert len(set(every)) == len(every)


def test_what_may_not_be_published_need_not_be_told_how_to_be_attributed() -> None:
    assert terms_in_words(Terms(rights=SEALED), HIDDEN) == (
        "not to be published; nobody to be disclosed as present; not to be taken to other "
        "sources; not to be told to anybody"
    )


def test_what_is_free_says_so() -> None:
    assert terms_in_words(ON_THE_RECORD, HIDDEN) == "free to use"


CONDITIONS = Terms(
    conditions=Conditions(
        frozenset({"an aide", "a friend"}),
        quote_approval=True,
        embargoes=frozenset(
            {
                Embargo(datetime(2026, 11, 5, 6, 0, tzinfo=UTC)),
                Embargo(event="the council's vote"),
            }
        ),
        delete_by=date(2026, 12, 1),
    )
)


def test_conditions_without_the_words_of_the_record() -> None:
    assert terms_in_words(CONDITIONS, HIDDEN) == (
        "described in the agreed words only; quotations to be approved before use; "
        "not before 2026-11-05T06:00:00+00:00; not before an event that the record names; "
        "notes and recordings to be gone by 2026-12-01"
    )


def test_conditions_for_who_may_read_them() -> None:
    assert terms_in_words(CONDITIONS, SHOWN) == (
        "described as “a friend” or “an aide”; quotations to be approved before use; "
        "not before 2026-11-05T06:00:00+00:00; not before “the council's vote”; "
        "notes and recordings to be gone by 2026-12-01"
    )


TOLD = Terms(
    rights=FREE.changed({"repeat": Repeat.NEED_TO_KNOW}),
    conditions=Conditions(tell=frozenset({"the board", "counsel"})),
)


def test_who_may_be_told_is_who_needs_to_know() -> None:
    assert terms_in_words(TOLD, HIDDEN) == "to be told only to those agreed upon"
    assert terms_in_words(TOLD, SHOWN) == "to be told only to “counsel” or “the board”"


def test_what_nobody_may_be_told_is_not_told_to_those_agreed_upon_earlier() -> None:
    nobody = TOLD._replace(rights=FREE.changed({"repeat": Repeat.NOBODY}))

    assert terms_in_words(nobody, SHOWN) == "not to be told to anybody"


@pytest.mark.parametrize(
    ("milliseconds", "expected"),
    [(None, ""), (0, "00:00:00"), (838_999, "00:13:58"), (360_000_000, "100:00:00")],
)
def test_times_of_the_recording(milliseconds: int | None, expected: str) -> None:
    assert clock(milliseconds) == expected


def test_counts() -> None:
    assert [counted(number, "quotation") for number in (0, 1, 1200)] == [
        "0 quotations",
        "1 quotation",
        "1,200 quotations",
    ]


@pytest.mark.parametrize(("words", "expected"), [((), ""), (("a",), "a"), (("a", "b"), "a and b")])
def test_lists(words: tuple[str, ...], expected: str) -> None:
    assert listed(words) == expected
    assert listed((*words, "x", "y")) == ", ".join((*words, "x")) + " and y"


def evidenced(statement: str, *facts: Fact) -> Evidenced:
    conversation = CONVERSATION._replace(facts=(*CONVERSATION.facts, *facts))
    standing = fold(conversation, PolicyShelf().load("ap")).standing(statement)
    return Evidenced(standing.statement, standing, None, conversation)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("harbor#1", ("recorded", "conversation harbor")),
        (
            "harbor#4",
            (
                "agreed",
                (
                    "conversation harbor, turn 3 at 00:13:58, asked in turn 1 at 00:13:41, "
                    "defined in turn 2 at 00:13:50"
                ),
            ),
        ),
        (
            "harbor#8",
            (
                "open",
                "conversation harbor, asked in turn 7; terms were put and nobody has answered",
            ),
        ),
    ],
)
def test_where_terms_come_from(statement: str, expected: tuple[str, str]) -> None:
    assert provenance(the_case().statements[statement]) == expected


def test_a_release_says_when() -> None:
    when = datetime(2026, 11, 9, 12, 0, tzinfo=UTC)
    free = Proposal(Level.ON_THE_RECORD)
    release = Fact(Kind.STATEMENT_RELEASED, "S1", proposal=free, turns=(Turns(4, 4),), when=when)

    label, history = provenance(evidenced("harbor#4", release))

    assert label == "released"
    assert history.startswith("conversation harbor, on 2026-11-09T12:00:00+00:00, asked in turn 1")


def test_a_release_without_a_day_came_afterwards() -> None:
    free = Proposal(Level.ON_THE_RECORD)
    release = Fact(Kind.STATEMENT_RELEASED, "S1", proposal=free, turns=(Turns(4, 4),))

    assert provenance(evidenced("harbor#4", release))[1].startswith(
        "conversation harbor, afterwards, "
    )
