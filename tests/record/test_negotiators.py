"""Between negotiators: bound and protected at once, and still it takes two."""

from __future__ import annotations

import pytest
from hypothesis import given

from builders import recorded
from groundrules.record.notation import parse, to_text
from groundrules.record.standing import Basis
from groundrules.record.timeline import Timeline, fold
from groundrules.record.transcript import Party, Role
from talks import AT_A_TABLE, HOUSE, POLICIES, conversations, under

TWO = "N1: negotiator, Ines Vogel\nN2: negotiator, Paul Adeyemi\n"
THREE = TWO + "N3: negotiator, Ada Lund\n"


def told(talk: str, parties: str = TWO) -> Timeline:
    return fold(recorded(talk, parties=parties), HOUSE)


def statuses(talk: str, parties: str = TWO) -> list[str]:
    return [one.status for one in told(talk, parties).standings]


ASIDE = """
N1: As an aside?
  > ask off-the-record
N2: Yes.
  > agree
"""


@pytest.mark.parametrize(
    ("role", "bound", "protected"),
    [
        (Role.REPORTER, True, False),
        (Role.SOURCE, False, True),
        (Role.NEGOTIATOR, True, True),
        (Role.MODERATOR, False, True),
    ],
)
def test_who_is_bound_and_who_is_protected(role: Role, bound: bool, protected: bool) -> None:  # noqa: FBT001 - a table
    party = Party("X", role)

    assert (bound, protected) == (party.is_bound, not party.is_reporter)


def test_an_aside_protects_the_words_of_both_sides() -> None:
    assert ["on-the-record", "off-the-record", "off-the-record", "off-the-record"] == statuses(
        ASIDE + "N1: Ten years.\nN2: Seven.\n"
    )


def test_without_a_yes_the_words_of_both_sides_are_open() -> None:
    assert statuses("N1: An aside.\n  > ask off-the-record\nN1: Ten.\nN2: Seven.\n") == [
        "on-the-record",
        "open",
        "open",
    ]


def test_a_no_leaves_both_on_the_record() -> None:
    talk = "N1: An aside?\n  > ask off-the-record\nN2: No.\n  > decline\nN1: Ten.\nN2: Seven.\n"

    assert ["on-the-record"] * 4 == statuses(talk)


def test_for_says_whose_words_are_meant() -> None:
    talk = "N1: Off?\n  > ask off-the-record for=N1\nN2: Yes.\n  > agree\nN1: Ten.\nN2: Seven.\n"

    assert ["on-the-record", "on-the-record", "off-the-record", "on-the-record"] == statuses(talk)


def test_a_counter_with_the_record_is_a_no() -> None:
    talk = "N1: An aside?\n  > ask off-the-record\nN2: No.\n  > counter on-the-record\nN1: Ten.\n"

    assert ["on-the-record"] * 3 == statuses(talk)


def test_a_return_frees_ones_own_words_at_once_and_asks_for_the_others() -> None:
    talk = ASIDE + "N1: Back?\n  > return\nN2: Seven.\nN1: Ten.\n"

    assert ["off-the-record", "on-the-record", "off-the-record", "on-the-record"] == statuses(talk)[
        1:
    ]


@pytest.mark.parametrize("answer", ["return-accept", "agree", "return"])
def test_the_other_side_goes_along_with_a_return(answer: str) -> None:
    talk = f"{ASIDE}N1: Back?\n  > return\nN2: Yes.\n  > {answer}\nN2: Seven.\n"

    assert ["on-the-record", "on-the-record", "on-the-record"] == statuses(talk)[2:]


def test_the_other_side_may_keep_its_words_on_terms() -> None:
    talk = ASIDE + "N1: Back?\n  > return\nN2: Not mine.\n  > decline\nN2: Seven.\n"

    assert statuses(talk)[-1] == "off-the-record"


def test_a_third_side_that_refuses_is_not_covered_and_leaves_the_others_open() -> None:
    talk = ASIDE + "N3: Not I.\n  > decline\nN1: Ten.\nN2: Seven.\nN3: Nine.\n"

    assert ["open", "open", "on-the-record"] == statuses(talk, THREE)[3:]


def test_the_others_have_agreed_when_the_third_side_leaves() -> None:
    talk = ASIDE + "N3:\n  > leave\nN1: Ten.\nN2: Seven.\nN3: Nine.\n"

    assert ["off-the-record", "off-the-record", "on-the-record"] == statuses(talk, THREE)[2:]


def test_to_says_which_sides_talk_aside() -> None:
    talk = "N1: Off?\n  > ask off-the-record to=N2\nN2: Yes.\n  > agree\nN1: Ten.\nN3: Nine.\n"

    assert ["on-the-record", "off-the-record", "off-the-record", "on-the-record"] == statuses(
        talk, THREE
    )


def test_an_announcement_by_one_side_is_an_offer_and_nobody_agrees_by_staying() -> None:
    talk = "N1: This is off.\n  > announce off-the-record\nN2: Well.\n  > stay\nN1: Ten.\n"
    timeline = told(talk)

    assert [one.status for one in timeline.standings] == ["on-the-record", "open", "open"]
    assert [one.why for one in timeline.ineffective] == ["nothing awaited this party's answer"]


def test_the_sides_stay_when_whoever_leads_the_talk_announces_terms() -> None:
    talk = (
        "MO: All of this is under the Rule.\n  > announce chatham-house\n"
        "N1: Fine.\n  > stay\nN2: Fine.\n  > stay\nN1: Ten.\nN2: Seven.\n"
    )
    timeline = told(talk, TWO + "MO: moderator\n")

    assert [one.status for one in timeline.standings][-2:] == ["chatham-house"] * 2
    assert {one.basis for one in timeline.standings[-2:]} == {Basis.IMPLIED}


def test_whoever_leads_the_talk_agrees_for_no_side() -> None:
    talk = "N1: Off?\n  > ask off-the-record\nMO: Yes.\n  > agree\nN1: Ten.\nN2: Seven.\n"

    assert statuses(talk, TWO + "MO: moderator\n")[-2:] == ["open", "open"]


def test_what_a_side_offers_somebody_who_is_not_bound_is_hers_to_accept() -> None:
    talk = "N1: Off?\n  > offer off-the-record for=S1\nS1: Yes.\n  > agree\nS1: Ten.\nN1: So.\n"

    assert ["on-the-record", "off-the-record", "off-the-record", "on-the-record"] == statuses(
        talk, TWO + "S1: source\n"
    )


def test_a_lone_side_has_everybody_who_is_there_on_the_other() -> None:
    talk = "N1: Off?\n  > ask off-the-record\nS1: Yes.\n  > agree\nN1: Ten.\n"

    assert statuses(talk, "N1: negotiator\nS1: source\n")[-1] == "off-the-record"


def test_a_grace_is_on_the_words_of_the_other_side() -> None:
    talk = (
        "N1: Ten.\nN2: Seven.\nafterwards:\n"
        "  2026-11-04T09:00Z N1 > retroactive off-the-record\n"
        '  2026-11-04T10:00Z N2 > grace turns=1-2 "it was a slip"\n'
        '  2026-11-04T11:00Z N1 > grace turns=1 "mine"\n'
    )
    timeline = told(talk)

    assert [one.graces for one in timeline.standings] == [("harbor!2",), ()]
    assert [one.fact for one in timeline.ineffective] == ["harbor!3"]


def test_a_release_and_a_lifted_embargo_free_ones_own_words_alone() -> None:
    talk = (
        'N1: Off?\n  > ask background embargo="the signing"\nN2: Yes.\n  > agree\n'
        "N1: Ten.\nN2: Seven.\nafterwards:\n"
        "  2026-11-04T09:00Z N1 > release on-the-record turns=1-4\n"
        '  2026-11-04T10:00Z N1 > lift "the signing"\n'
    )
    timeline = told(talk)
    own, other = timeline.standings[-2:]

    assert ["on-the-record", "background"] == [own.status, other.status]
    assert [0, 1] == [len(one.terms.conditions.embargoes) for one in (own, other)]


def test_who_may_be_told_at_home_is_part_of_the_terms() -> None:
    talk = (
        'N1: Off?\n  > ask off-the-record tell="the board"\n'
        'N2: And counsel.\n  > counter tell="the board" tell=counsel\nN1: Yes.\n  > agree\n'
        "N2: Seven.\nN1: Back.\n  > return\n"
    )
    timeline = told(talk)

    assert [one.terms.conditions.tell for one in timeline.standings[2:]] == [
        frozenset({"the board", "counsel"}),
        frozenset({"the board", "counsel"}),
        None,
    ]


@given(conversations(), POLICIES)
def test_nothing_is_agreed_for_a_side_by_its_own_acts(conversation, policy):
    alone = conversation._replace(
        parties=AT_A_TABLE, facts=tuple(fact for fact in conversation.facts if fact.by == "N1")
    )

    for standing in under(alone, policy).standings:
        assert standing.basis not in {Basis.AGREED, Basis.IMPLIED} or not standing.is_restricted


def test_the_notation_keeps_negotiators_and_whom_they_may_tell() -> None:
    conversation = recorded(ASIDE.replace("record\n", 'record tell="the board"\n'), parties=TWO)

    assert conversation == parse(to_text(conversation))
