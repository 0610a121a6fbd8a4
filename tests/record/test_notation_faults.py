"""How a record is refused: all faults together, in order, bounded, and soon."""

from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.record.notation import parse
from groundrules.record.notation.faults import ENOUGH, MOST
from groundrules.record.notation.parser import MOST_LINES
from refusals import HEAD, faults, only


def test_without_parties_the_remedy_names_none() -> None:
    assert (
        2,
        8,
        "this is not the id of a declared party",
        "declare it below parties:, or use one that is",
    ) == only("conversation: c\n[0:10] S1: words")


def test_a_remedy_names_only_the_first_of_many_parties() -> None:
    parties = "".join(f"  P{number}: other\n" for number in range(9))

    _, _, _, remedy = only(f"conversation: c\nparties:\n{parties}S1: words")

    assert remedy == "declare it below parties:, or use P0, P1, P2, P3, P4, P5, P6, P7, …"


def test_all_faults_of_a_record_are_named_in_its_order() -> None:
    text = (
        "date: soon\nparties:\n  S1: sorce\nS1: one\n  > agre\n  > release turns=9 background\n"
        "[0:99] S1: two\x00\n  > ask embargo=soon publish=maybe\nafterwards:\n  S1 > leave"
    )

    assert [(1, 1), (1, 7), (3, 7), (5, 5), (6, 19), (7, 15), (8, 17), (8, 30), (10, 3)] == [
        (fault.line, fault.column) for fault in faults(text)
    ]


def test_a_party_with_a_fault_is_declared_all_the_same() -> None:
    text = "conversation: c\nparties:\n  S1: sorce, a, b\nS1: words\n  > agree\n"

    assert [3, 3] == [fault.line for fault in faults(text)]


def test_after_some_faults_the_others_are_only_counted() -> None:
    found = faults(HEAD + "S1: words\n" + "  > agre\n" * (MOST + 5))

    assert MOST + 1 == len(found)
    assert "and 5 more faults" == found[-1].message
    assert (
        faults(HEAD + "S1: words\n" + "  > agre\n" * (MOST + 1))[-1].message == "and 1 more fault"
    )


def test_after_very_many_faults_the_reading_stops() -> None:
    found = faults(HEAD + "S1: words\n" + "  > agre\n" * (ENOUGH * 20))

    assert f"and {ENOUGH - MOST} more faults, where the reading stopped" == found[-1].message


def test_a_record_has_a_most_of_lines() -> None:
    assert len(parse("conversation: c" + "\n" * MOST_LINES).turns) == 0
    assert (
        MOST_LINES + 1,
        0,
        "the record has more than 200,000 lines",
        "split it into several records",
    ) == only("conversation: c" + "\n" * (MOST_LINES + 1))


@pytest.mark.parametrize(
    "hostile",
    [
        'S1: words\n  > ask "' + '"' * 500_000,
        'S1: words\n  > ask "' + "\\" * 500_000,
        "S1: words\n  > ask" + " description=a" * 50_000,
        "S1: words\n  > ask background for=" + "S1," * 200_000,
        "S1: words\n  > approve turns=" + "1," * 200_000,
        "[" * 500_000,
        "S1: words\n  " + "[0" * 300_000,
        "A" * 500_000,
        "A" + " " * 500_000 + "x",
        "[" + "1" * 500_000 + ":00:00] S1: words",
        "S1: words" + "\n  more" * 100_000,
        "S1: words" + "\n  > cut\n  more" * 50_000,
    ],
)
def test_what_is_made_to_take_long_does_not(hostile: str) -> None:
    # Each of these is read in well under a second; what grows with the square takes minutes.
    try:
        read = parse(HEAD + hostile).id
    except BadInput as refusal:
        read = str(refusal)

    assert len(read) < 1000
