"""What a house asks for of a story: who knows, who approved, who allowed the promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from newsroom_facts import AFTER, BEFORE, FIRST, SECOND, decision, leave, signed

from groundrules.evidence.story import Story, StoryFact
from groundrules.record.facts import DeskRole, Fact, Kind, Purpose
from groundrules.record.standing import OPEN, Basis
from groundrules.rules.approving import Outcome, needed, outcome_of
from groundrules.rules.bookkeeping.promise_without_leave import PromiseWithoutLeave
from groundrules.rules.identity.unknown_identity import UnknownIdentity
from groundrules.rules.newsroom import may_decide
from groundrules.rules.sourcing.expired_approval import ExpiredApproval
from groundrules.rules.sourcing.insufficient_approval import InsufficientApproval
from groundrules.rules.sourcing.missing_approval import MissingApproval
from rule_cases import AS_OF, DAY, OFF, Told, a_case, a_policy, background, only, shown

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
TEXT = f"{BID}.\n\n{VOTE}."
OFFICIAL = background("a port official")
STORY = Story("calder")
RULES = {
    Outcome.MISSING: MissingApproval(),
    Outcome.INSUFFICIENT: InsufficientApproval(),
    Outcome.EXPIRED: ExpiredApproval(),
}


def lapses(*facts: Fact, text: str = f"{BID}.", role: str = "manager", **practices: str):
    """Return which rule finds something in a draft with one unnamed source."""
    asked = {"approval_anonymous": role} if role else {}
    case = a_case(
        text,
        Told(BID, OFFICIAL),
        policy=a_policy(**asked, **practices),
        facts={"harbor": facts},
        story=STORY,
    )
    return {outcome: shown(rule, case) for outcome, rule in RULES.items() if shown(rule, case)}


def test_a_use_without_an_approval_is_found() -> None:
    assert lapses() == {Outcome.MISSING: [BID]}


@pytest.mark.parametrize(
    "fact",
    [
        signed(DeskRole.MANAGER),
        signed(DeskRole.SENIOR_EDITOR, turns=FIRST, story="calder", expires=AFTER),
    ],
)
def test_an_approval_for_it_is_enough(fact: Fact) -> None:
    assert lapses(fact) == {}


@pytest.mark.parametrize(
    "fact",
    [
        signed(DeskRole.MANAGER, turns=SECOND),
        signed(DeskRole.MANAGER, story="harbor-walls"),
        signed(DeskRole.MANAGER, purpose=Purpose.QUOTATION),
        signed(DeskRole.MANAGER, by="S1"),
        signed(DeskRole.MANAGER, by="ZZ"),
        signed(DeskRole.MANAGER)._replace(decision=None),
        decision(Kind.IDENTITY_SHARED, DeskRole.MANAGER),
    ],
    ids=["statement", "story", "use", "source", "unknown", "empty", "knows"],
)
def test_an_approval_is_bound_to_statement_story_and_use_and_is_the_newsrooms(fact: Fact) -> None:
    assert lapses(fact) == {Outcome.MISSING: [BID]}


def test_an_approval_by_too_low_a_role_is_found() -> None:
    assert lapses(signed(DeskRole.EDITOR)) == {Outcome.INSUFFICIENT: [BID]}
    assert lapses(signed(DeskRole.LEGAL)) == {Outcome.INSUFFICIENT: [BID]}


def test_an_approval_that_is_not_in_force_is_found() -> None:
    expired = signed(DeskRole.MANAGER, expires=AS_OF)

    assert lapses(expired) == {Outcome.EXPIRED: [BID]}
    assert lapses(signed(DeskRole.MANAGER, when=AFTER)) == {Outcome.EXPIRED: [BID]}
    assert lapses(expired, signed(DeskRole.EDITOR)) == {Outcome.EXPIRED: [BID]}
    assert lapses(signed(DeskRole.EDITOR, expires=BEFORE)) == {Outcome.MISSING: [BID]}
    assert lapses(expired, signed(DeskRole.MANAGER, when=None)) == {}


def test_a_quotation_may_need_an_approval_of_its_own() -> None:
    quoted = f'"{BID}."'

    assert lapses(text=quoted, role="", approval_direct_quote="department-head") == {
        Outcome.MISSING: [BID]
    }
    ruled = signed(DeskRole.DEPARTMENT_HEAD, purpose=Purpose.QUOTATION)
    assert lapses(ruled, text=quoted, role="", approval_direct_quote="department-head") == {}
    assert lapses(role="", approval_direct_quote="department-head") == {}


def test_the_message_says_what_is_to_be_approved_and_the_remedy_by_whom() -> None:
    case = a_case(f"{BID}.", Told(BID, OFFICIAL), policy=POLICY, story=STORY)

    found = only(MissingApproval(), case)

    assert found.message == (
        "has the use of an unnamed source that nobody has approved for this story"
    )
    assert found.remedy == (
        "have a manager or somebody higher decide, and record the sign-off (statement harbor#1)"
    )


POLICY = a_policy(approval_anonymous="manager", approval_serious_allegation="legal")


def alleged(*rests_on: str, allegation: bool = True) -> Story:
    return Story("calder", facts=(StoryFact("one", "books", rests_on, allegation),))


def allegations(story: Story, *facts: Fact) -> list[str]:
    told = Told(BID, OFFICIAL, used=""), Told(VOTE, by="S2", used="", talk="docks")
    case = a_case("Two books.", *told, policy=POLICY, story=story, facts={"harbor": facts})
    return shown(MissingApproval(), case)


def test_a_serious_allegation_from_one_source_needs_an_approval() -> None:
    assert allegations(alleged("harbor#1")) == ["books"]
    cleared = signed(DeskRole.LEGAL, purpose=Purpose.ALLEGATION)
    assert allegations(alleged("harbor#1"), cleared) == []


@pytest.mark.parametrize(
    "story",
    [
        alleged("harbor#1", allegation=False),
        alleged("harbor#1", "docks#1"),
        alleged("harbor#1", "a letter"),
        alleged("a letter"),
        alleged("docks#1"),
    ],
    ids=["none", "two", "and-a-document", "a-document", "named"],
)
def test_other_facts_need_none(story: Story) -> None:
    assert allegations(story) == []


@pytest.mark.parametrize(
    ("told", "story"),
    [
        (Told(BID, OFFICIAL), Story()),
        (Told(BID), STORY),
        (Told(BID, OFFICIAL, by="AR"), STORY),
        (Told(BID, OFF), STORY),
        (Told(BID, OFFICIAL, status=OPEN), STORY),
    ],
    ids=["undeclared", "named", "reporter", "withheld", "open"],
)
def test_nothing_is_needed_for_other_uses(told: Told, story: Story) -> None:
    case = a_case(f"{BID}.", told, policy=POLICY, story=story)

    assert list(needed(case)) == []
    assert shown(UnknownIdentity(), a_case(f"{BID}.", told, policy=KNOWN, story=story)) == []


def test_each_statement_needs_it_once() -> None:
    case = a_case(
        f"{BID}. {BID}. {VOTE}.",
        Told(BID, OFFICIAL),
        Told(VOTE, OFFICIAL),
        policy=POLICY,
        story=STORY,
        facts={"harbor": (signed(DeskRole.MANAGER, turns=SECOND),)},
    )
    again = case.matches[0]._replace(span=case.matches[0].span._replace(start=29, end=56))
    twice = replace(case, matches=(case.matches[0], again, case.matches[1]))

    outcomes = [(one.evidenced.statement.id, outcome_of(twice, one)) for one in needed(twice)]

    assert outcomes == [("harbor#1", Outcome.MISSING), ("harbor#2", Outcome.GIVEN)]


@pytest.mark.parametrize(
    ("role", "asked", "expected"),
    [
        (DeskRole.EDITOR, "editor", True),
        (DeskRole.EDITOR, "department-head", False),
        (DeskRole.MANAGER, "department-head", True),
        (DeskRole.SENIOR_EDITOR, "manager", True),
        (DeskRole.SENIOR_EDITOR, "legal", False),
        (DeskRole.LEGAL, "legal", True),
        (DeskRole.LEGAL, "editor", False),
    ],
)
def test_who_may_decide_for_whom(role: DeskRole, asked: str, *, expected: bool) -> None:
    assert may_decide(role, asked) is expected


KNOWN = a_policy(identity_known_to="editor")


def unknown(*facts: Fact, policy=KNOWN, told: tuple[Told, ...] = (Told(BID, OFFICIAL),)):
    case = a_case(TEXT, *told, policy=policy, story=STORY, facts={"harbor": facts})
    return shown(UnknownIdentity(), case)


def test_somebody_must_know_who_an_unnamed_source_is() -> None:
    assert unknown() == [BID]
    assert unknown(decision(Kind.IDENTITY_SHARED)) == []
    assert unknown(decision(Kind.IDENTITY_SHARED, when=AFTER)) == [BID]


def test_who_must_know_is_the_policys_to_say() -> None:
    manager = a_policy(identity_known_to="manager")

    assert unknown(decision(Kind.IDENTITY_SHARED), policy=manager) == [BID]
    assert unknown(decision(Kind.IDENTITY_SHARED, DeskRole.MANAGER), policy=manager) == []
    assert unknown(policy=a_policy(identity_known_to="on-request")) == []
    assert unknown(policy=a_policy(identity_known_to="reporter")) == []


def test_each_source_is_found_once_and_known_by_any_statement() -> None:
    told = (Told(BID, OFFICIAL), Told(VOTE, OFFICIAL))
    others = (Told(BID, OFFICIAL), Told(VOTE, OFFICIAL, by="S2"))

    assert unknown(told=told) == [BID]
    assert unknown(decision(Kind.IDENTITY_SHARED, turns=SECOND), told=told) == []
    assert unknown(told=others) == [BID, VOTE]


AGREED = (("basis", Basis.AGREED),)
MANAGER_FIRST = a_policy(promise_by="manager-first")


def unallowed(*facts: Fact, told: Told | None = None, policy=MANAGER_FIRST, **more: object):
    promised = told or Told(BID, OFFICIAL, standing=AGREED)
    case = a_case(
        f"{BID}.", promised, policy=policy, facts={"harbor": facts}, **{"story": STORY, **more}
    )
    return case, shown(PromiseWithoutLeave(), case)


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (leave(DeskRole.EDITOR),),
        (leave(when=DAY + timedelta(minutes=1)),),
        (leave(when=None),),
        (leave()._replace(decision=None),),
        (signed(DeskRole.MANAGER, when=DAY),),
    ],
    ids=["none", "too-low", "too-late", "undated", "empty", "for-another-use"],
)
def test_a_promise_without_leave_is_found(facts: tuple[Fact, ...]) -> None:
    assert unallowed(*facts)[1] == [BID]


@pytest.mark.parametrize("fact", [leave(), leave(DeskRole.SENIOR_EDITOR, when=DAY)])
def test_a_promise_with_leave_is_not(fact: Fact) -> None:
    assert unallowed(fact)[1] == []


@pytest.mark.parametrize(
    "told",
    [
        Told(BID),
        Told(BID, standing=AGREED),
        Told(BID, OFFICIAL, standing=(("basis", Basis.IMPLIED),)),
        Told(BID, OFFICIAL, by="AR", standing=AGREED),
    ],
    ids=["on-record", "nothing-withheld", "implied", "reporter"],
)
def test_what_nobody_promised_needs_no_leave(told: Told) -> None:
    assert unallowed(told=told)[1] == []


def test_a_house_that_does_not_ask_and_an_undeclared_story_have_none() -> None:
    assert unallowed(policy=a_policy(promise_by="reporter"))[1] == []
    assert unallowed(story=Story())[1] == []


def test_a_day_without_an_hour_is_the_day_and_no_day_is_none() -> None:
    case, _ = unallowed(leave(when=DAY))
    evidenced = case.statements["harbor#1"]

    def dated(day: date | None) -> list[str]:
        talk = evidenced.conversation._replace(date=day)
        statements = {"harbor#1": evidenced._replace(conversation=talk)}
        return shown(PromiseWithoutLeave(), replace(case, statements=statements))

    assert dated(DAY.date()) == []
    assert dated(DAY.date() - timedelta(days=1)) == [BID]
    assert dated(None) == [BID]


def test_a_conversation_is_found_once() -> None:
    told = Told(BID, OFFICIAL, standing=AGREED), Told(VOTE, OFFICIAL, standing=AGREED)

    case = a_case(TEXT, *told, policy=MANAGER_FIRST, story=STORY)

    assert shown(PromiseWithoutLeave(), case) == [BID]
