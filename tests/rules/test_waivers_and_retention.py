"""What the newsroom decided in spite of a finding, and what it must keep or delete."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from newsroom_facts import AFTER, BEFORE, waived

from groundrules.evidence.story import Story
from groundrules.record.facts import DeskRole, Fact, Kind, Proposal
from groundrules.record.standing import OPEN, Basis, Doubt, OpenPoint
from groundrules.record.transcript import AFTERWARDS, Place
from groundrules.rules.attribution.vague_attribution import VagueAttribution
from groundrules.rules.bookkeeping.held_notes import HeldNotes
from groundrules.rules.bookkeeping.mismatched_terms import MismatchedTerms
from groundrules.rules.bookkeeping.overdue_notes import OverdueNotes
from groundrules.rules.disclosure.withheld_statement import WithheldStatement
from groundrules.rules.examination import examine
from groundrules.rules.quotation.forbidden_approval import ForbiddenApproval
from groundrules.rules.rule import Severity
from groundrules.rules.timing.unaccepted_embargo import UnacceptedEmbargo
from groundrules.terms.conditions import Conditions, Embargo
from groundrules.terms.levels import Level
from groundrules.terms.policy import LevelRuling, Policy, Ruling
from groundrules.terms.promise import ON_THE_RECORD
from groundrules.terms.rights import Publish, Pursue
from rule_cases import AS_OF, OFF, By, Told, a_case, a_policy, background, shown

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
TEXT = f"{BID}. {VOTE}."
STORY = Story("calder")


def judged(*facts: Fact) -> list[tuple[str, str]]:
    case = a_case(TEXT, Told(BID, OFF), Told(VOTE, OFF), facts={"harbor": facts}, story=STORY)
    found = examine(case, [WithheldStatement()]).findings
    return [(one.severity.value, one.message.partition("; ")[2]) for one in found]


@pytest.mark.parametrize("rule", ["GR101", "gr101", "Withheld-Statement", " withheld-statement "])
def test_a_waived_finding_is_a_note_that_says_who_and_until_when(rule: str) -> None:
    assert judged(waived(rule, role=DeskRole.MANAGER, story="calder")) == [
        ("note", "waived by a manager until 2026-11-05 13:00+00:00"),
        ("error", ""),
    ]


@pytest.mark.parametrize(
    "fact",
    [
        waived("GR102"),
        waived("GR1"),
        waived("GR101", story="harbor-walls"),
        waived("GR101", by="S1"),
        waived("GR101", expires=AS_OF),
        waived("GR101", expires=None),
        waived("GR101", when=AFTER),
        waived("GR101")._replace(kind=Kind.USE_SIGNED_OFF),
        waived("GR101")._replace(decision=None),
    ],
    ids=["rule", "beginning", "story", "source", "over", "for-ever", "later", "kind", "empty"],
)
def test_a_waiver_is_bound_to_rule_statement_story_and_time(fact: Fact) -> None:
    assert judged(fact) == [("error", ""), ("error", "")]


def test_a_finding_about_no_statement_cannot_be_waived_in_a_record() -> None:
    case = a_case(f"{BID}, a source said.", by=[By("a source said", "a source")])

    (found,) = examine(case, [VagueAttribution()]).findings

    assert found.severity is Severity.WARNING


TERMS = ON_THE_RECORD._replace(conditions=Conditions(delete_by=AS_OF.date() - timedelta(days=1)))


def kept(*facts: Fact, days: int = -1) -> tuple[list[str], list[str]]:
    day = AS_OF.date() + timedelta(days=days)
    terms = TERMS._replace(conditions=Conditions(delete_by=day))
    case = a_case(TEXT, Told(BID, terms), Told(VOTE, terms), facts={"harbor": facts})
    return shown(OverdueNotes(), case), shown(HeldNotes(), case)


HOLD = Fact(Kind.HOLD_PLACED, "AR", when=BEFORE - timedelta(days=1))
UNHOLD = Fact(Kind.HOLD_LIFTED, "AR", when=BEFORE)


def test_notes_are_overdue_from_the_day_behind_the_promised_one() -> None:
    assert kept() == ([BID], [])
    assert kept(days=0) == kept(days=1) == ([], [])


def test_a_hold_keeps_them_until_it_is_lifted() -> None:
    assert kept(HOLD) == ([], [BID])
    assert kept(HOLD, UNHOLD) == kept(UNHOLD, HOLD) == ([BID], [])
    assert kept(HOLD, UNHOLD, HOLD._replace(when=BEFORE)) == ([], [BID])
    assert kept(HOLD, UNHOLD._replace(when=AFTER)) == ([], [BID])


@pytest.mark.parametrize("fact", [HOLD._replace(by="S1"), HOLD._replace(when=AFTER)])
def test_a_hold_is_the_newsrooms_and_of_its_time(fact: Fact) -> None:
    assert kept(fact) == ([BID], [])


APPROVED = ON_THE_RECORD._replace(conditions=Conditions(quote_approval=True))


def promised(*told: Told, ruling: str = "forbidden") -> list[str]:
    policy = a_policy(quote_approval=ruling)
    return shown(ForbiddenApproval(), a_case(TEXT, *told, policy=policy))


def test_a_forbidden_promise_of_approval_is_found_once_a_talk() -> None:
    assert promised(Told(BID, APPROVED), Told(VOTE, APPROVED)) == [BID]
    assert promised(Told(BID), Told(VOTE, APPROVED, talk="docks")) == [VOTE]
    assert promised(Told(BID, APPROVED), ruling="customary") == []


MONDAY = Embargo(AS_OF + timedelta(days=1))


FIRST_TURN = Place(1)


def put(by: str = "S1", at: Place = FIRST_TURN, embargo: Embargo = MONDAY, **more: object) -> Fact:
    return Fact(Kind.TERMS_ASSERTED, by, at, Proposal(embargo=embargo), **more)  # type: ignore[arg-type]


def waiting(*facts: Fact, told: tuple[Told, ...] = (Told(BID),)) -> list[str]:
    return shown(UnacceptedEmbargo(), a_case(TEXT, *told, facts={"harbor": facts}))


@pytest.mark.parametrize(
    "fact", [put(), put("S2"), put(at=AFTERWARDS), put(embargo=Embargo(event="x"))]
)
def test_an_embargo_that_nobody_accepted_is_noted(fact: Fact) -> None:
    assert waiting(fact) == [BID]


def test_open_terms_do_not_show_that_it_was_accepted() -> None:
    terms = ON_THE_RECORD._replace(conditions=Conditions(embargoes=frozenset({MONDAY})))

    assert waiting(put(), told=(Told(BID, terms, status=OPEN),)) == [BID]
    assert waiting(put(), told=(Told(BID, terms),)) == []


@pytest.mark.parametrize(
    "facts",
    [
        (put("AR"),),
        (put("ZZ"),),
        (put(at=Place(2)),),
        (put(embargo=Embargo(AS_OF)),),
        (put(), Fact(Kind.EMBARGO_LIFTED, "S1", when=BEFORE)),
        (put()._replace(kind=Kind.STATEMENT_RELEASED),),
        (Fact(Kind.TERMS_ASKED, "S1", Place(1), Proposal(Level.BACKGROUND)),),
    ],
    ids=["reporters", "nobodys", "behind-the-words", "over", "lifted", "release", "no-embargo"],
)
def test_no_other_is(facts: tuple[Fact, ...]) -> None:
    assert waiting(*facts) == []


def test_it_is_noted_once_and_not_for_released_or_reporters_words() -> None:
    released = (("basis", Basis.RELEASED),)

    assert waiting(put(), told=(Told(BID), Told(VOTE))) == [BID]
    assert waiting(put(), told=(Told(BID, standing=released),)) == []
    assert waiting(put(), told=(Told(BID, by="AR"),)) == []


UNDEFINED = (("open", (OpenPoint(Doubt.UNDEFINED, ("harbor!1",), "undefined"),)),)
HOUSE = Policy(
    "house",
    "House",
    "1",
    levels={Level.BACKGROUND: LevelRuling("", {"publish": Ruling(Publish.YES, "house")})},
)
OTHER = replace(
    HOUSE,
    levels={
        Level.BACKGROUND: LevelRuling(
            "",
            {
                "publish": Ruling(Publish.NO, "other"),
                "pursue": Ruling(Pursue.NO, "other"),
            },
        )
    },
)
OFFICIAL = background("a port official")


def mismatched(*told: Told, readings: dict[str, Policy] | None = None) -> list[str]:
    read = {"harbor": OTHER} if readings is None else readings
    return shown(MismatchedTerms(), a_case(TEXT, *told, policy=HOUSE, readings=read))


def test_a_name_that_means_other_rights_to_the_house_is_noted_once() -> None:
    told = Told(BID, OFFICIAL, standing=UNDEFINED), Told(VOTE, OFFICIAL, standing=UNDEFINED)
    case = a_case(TEXT, *told, policy=HOUSE, readings={"harbor": OTHER})

    (found,) = MismatchedTerms().check(case)

    assert found.message.endswith("the two policies mean different rights: publish")


@pytest.mark.parametrize(
    "told",
    [
        Told(BID, OFFICIAL),
        Told(BID, ON_THE_RECORD, standing=UNDEFINED),
        Told(BID, OFF, standing=UNDEFINED),
    ],
    ids=["defined", "free", "not-ruled-on"],
)
def test_what_was_said_and_what_neither_rules_on_is_not(told: Told) -> None:
    assert mismatched(told) == []


def test_under_the_houses_own_policy_nothing_is() -> None:
    told = Told(BID, OFFICIAL, standing=UNDEFINED)

    assert mismatched(told, readings={}) == mismatched(told, readings={"harbor": HOUSE}) == []
