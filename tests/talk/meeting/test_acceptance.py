"""Who accepted, by word or by staying; who refused, left, or never answered."""

from __future__ import annotations

import pytest
from meetings import SHELF, TABLE, example, met

from groundrules.talk.meeting.acceptance import Heard, How, participants, should_object


def heard(talk: str, parties: str | None = None) -> dict[str, list[tuple[How, int]]]:
    timeline = met(talk, parties) if parties else met(talk)
    return {one.party.id: [tuple(did) for did in one.heard] for one in participants(timeline)}


def test_a_briefing_of_which_one_reporter_declines_and_one_leaves() -> None:
    found = {one.party.id: one for one in participants(example("briefing"))}

    assert {name: one.heard for name, one in found.items()} == {
        "SP": (Heard(How.PUT, 1),),
        "AR": (Heard(How.BY_WORD, 4),),
        "BT": (Heard(How.BY_STAYING, 5),),
        "KO": (Heard(How.REFUSED, 6), Heard(How.LEFT, 9)),
        "DV": (Heard(How.LEFT, 7),),
    }
    assert [0, 0, 0, 9, 7] == [one.left for one in found.values()]
    assert [False, True, True, True, True] == [one.asked for one in found.values()]
    assert not any(one.silent for one in found.values())


def test_who_has_not_answered_is_silent() -> None:
    timeline = met("SP: On background.\n  > announce background\nAR: Yes.\n  > agree\n")

    assert {"BT"} == {one.party.id for one in participants(timeline) if one.silent}


def test_the_answer_to_a_return_is_no_answer_to_terms() -> None:
    talk = (
        "N1: Off?\n  > ask off-the-record\nN2: Yes.\n  > agree\n"
        "N1: Back?\n  > return\nN2: Yes.\n  > agree\n"
    )

    assert heard(talk, TABLE) == {"N1": [(How.PUT, 1)], "N2": [(How.BY_WORD, 2)]}


def test_a_counter_with_the_record_is_an_objection() -> None:
    talk = "SP: On background.\n  > announce background\nAR: No.\n  > counter on-the-record\n"

    assert heard(talk)["AR"] == [(How.OBJECTED, 2)]


def test_to_ask_for_the_record_where_nothing_was_put_objects_to_nothing() -> None:
    assert heard("AR: On the record?\n  > counter on-the-record\n")["AR"] == []


def test_what_has_no_effect_is_not_counted() -> None:
    talk = "SP: Off.\n  > ask off-the-record\nSP: I agree.\n  > agree\nafterwards:\n"
    later = "  2026-11-04T09:00Z AR > agree\n"

    assert heard(talk + later) == {"SP": [(How.PUT, 1)], "AR": [], "BT": []}


@pytest.mark.parametrize(
    ("policy", "talk", "expected"),
    [
        ("ap", "SP: Hello.\n  > announce background\n", True),
        ("default", "SP: Hello.\n  > announce background\n", False),
        ("ap", "SP: Hello.\n  > announce on-the-record\n", False),
        ("ap", "AR: Hello.\n  > offer background\n", False),
        ("ap", "SP: Hello.\n", False),
    ],
)
def test_a_house_objects_where_a_group_is_briefed_on_terms(
    policy: str,
    talk: str,
    expected: bool,  # noqa: FBT001 - a table
) -> None:
    assert should_object(met(talk), SHELF.load(policy)) is expected


def test_a_house_does_not_object_to_a_talk_with_one_reporter() -> None:
    timeline = met("SP: Hello.\n  > ask background\n", "SP: source\nAR: reporter\n")

    assert not should_object(timeline, SHELF.load("ap"))
