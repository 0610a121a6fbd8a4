"""Who accepted, by word or by staying; who refused, left, or never answered."""

from __future__ import annotations

import pytest
from meetings import SHELF, TABLE, example, met

from groundrules.talk.meeting.acceptance import Heard, How, participants, should_object


def heard(talk: str, parties: str | None = None) -> dict[str, list[tuple[How, int]]]:
    timeline = met(talk, parties) if parties else met(talk)
    return {
        one.party.id: [(did.how, did.turn) for did in one.heard] for one in participants(timeline)
    }


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


CHAIRED = (
    "CH: moderator, Carla Henning\nP1: other, Tobias Lindqvist\nP2: other, Miriam Okonjo\n"
    "AR: reporter, Ana Ruiz\n"
)
RULE = "CH: The Rule.\n  > announce chatham-house\n"
ACCEPTED = f"{RULE}AR: Yes.\n  > agree\n"


@pytest.mark.parametrize("before", [RULE, ACCEPTED])
@pytest.mark.parametrize(
    ("act", "how"),
    [("agree", How.BY_WORD), ("stay", How.BY_STAYING), ("decline", How.REFUSED)],
)
def test_the_answer_of_a_guest_is_told_although_nothing_hangs_on_it(
    before: str, act: str, how: How
) -> None:
    found = {
        one.party.id: one for one in participants(met(f"{before}P1: Well.\n  > {act}\n", CHAIRED))
    }

    (answer,) = found["P1"].heard
    assert (answer.how, answer.counts) == (how, False)
    assert found["P1"].answers_unbound
    assert found["P1"].refuses_in_vain is (act == "decline")
    assert found["P2"].heard == ()
    assert not any(found[name].answers_unbound for name in ("CH", "P2", "AR"))


@pytest.mark.parametrize("then", ["agree", "leave"])
def test_a_guest_who_said_no_and_then_yes_or_left_does_not_refuse_any_more(then: str) -> None:
    talk = f"{ACCEPTED}P1: No.\n  > decline\nP1: Well.\n  > {then}\n"

    assert not any(one.refuses_in_vain for one in participants(met(talk, CHAIRED)))


def test_a_guest_who_said_no_and_puts_terms_later_has_still_said_no() -> None:
    asks = "P1: Off.\n  > ask off-the-record\nAR: Fine.\n  > agree\n"
    found = participants(met(f"{ACCEPTED}P1: No.\n  > decline\n{asks}", CHAIRED))

    assert [one.party.id for one in found if one.refuses_in_vain] == ["P1"]


def test_where_nobody_is_bound_a_guest_who_says_no_leaves_the_terms_open_and_not_in_vain() -> None:
    guests = CHAIRED.partition("AR:")[0]
    talk = f"{RULE}P1: Yes.\n  > agree\nP2: No.\n  > decline\n"
    found = participants(met(talk, guests))

    assert [one.answers_unbound for one in found] == [False, True, True]
    assert not any(one.refuses_in_vain for one in found)


@pytest.mark.parametrize(
    "before",
    [
        "AR: Hello.\n",
        f"{ACCEPTED}P1: My own words are free.\n  > return\n",
        "CH: On the record.\n  > announce on-the-record\n",
    ],
)
def test_a_guest_answers_only_where_terms_were_put(before: str) -> None:
    assert not heard(f"{before}P1: No.\n  > decline\n", CHAIRED)["P1"]


def test_an_answer_of_nobody_knows_whom_is_nobodys() -> None:
    assert heard(f"{ACCEPTED}?: No.\n  > decline\n", CHAIRED)["P1"] == []


def test_a_reporter_whose_answer_changed_nothing_is_not_told_of() -> None:
    assert heard(f"{ACCEPTED}AR: Yes.\n  > agree\n", CHAIRED)["AR"] == [(How.BY_WORD, 2)]


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
