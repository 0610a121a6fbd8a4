from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from groundrules.draft.document import Omission, Span
from groundrules.record.standing import OPEN
from groundrules.record.transcript import Conversation
from groundrules.rules.examination import examine, tally
from groundrules.rules.registry import all_rules
from groundrules.rules.rule import Severity
from groundrules.rules.selection import select
from rule_cases import OFF, Told, a_case, a_policy, background

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
TEXT = f'{BID}. "{VOTE}," she said. "No such words at all," he said.'
RULES = all_rules()
RESTATED = "information restated in other words, without words in common"


def test_findings_come_in_the_order_of_the_draft_then_by_code() -> None:
    case = a_case(
        TEXT, Told(VOTE, OFF), Told(BID, OFF, status=OPEN), Told(BID, background(), by="S2")
    )
    findings = examine(case, reversed(RULES)).findings

    places = [(found.span, found.code) for found in findings]
    assert places == sorted(places)
    assert {"GR101", "GR102", "GR303"} <= {code for _, code in places}


def test_the_same_finding_comes_once() -> None:
    case = a_case(TEXT, Told(BID, OFF))
    rules = select(RULES, ["GR101"])

    assert len(examine(case, [*rules, *rules]).findings) == 1


def test_a_rule_that_the_house_has_turned_off_is_not_asked() -> None:
    policy = a_policy({"withheld-statement": "off", "untraced-quotation": "note"})
    findings = examine(a_case(TEXT, Told(BID, OFF), policy=policy), RULES).findings

    assert {(found.code, found.severity) for found in findings} == {("GR303", Severity.NOTE)}


@pytest.mark.parametrize(
    ("chosen", "ignored", "policy", "said", "is_whole"),
    [
        ((), (), {}, None, True),
        ((), ("GR401", "GR101"), {}, "GR101, GR401", False),
        ((), ("GR204",), {"missing-reason": "off"}, "GR204, GR205", True),
        ((), (), {"withheld-statement": "off"}, "GR101", False),
        (("GR303",), (), {}, "all but GR303", False),
        (("GR303", "GR1"), ("GR10",), {}, "all but GR303", False),
        ((), ("GR",), {}, "all", False),
    ],
)
def test_the_rules_that_are_switched_off_are_told(
    chosen: Sequence[str],
    ignored: Sequence[str],
    policy: Mapping[str, str],
    said: str | None,
    is_whole: bool,  # noqa: FBT001 - of the table
) -> None:
    case = a_case(TEXT, Told(BID, OFF), policy=a_policy(policy))
    found = examine(case, select(RULES, chosen, ignored))
    told = (f"the rules that are switched off: {said}",) if said else ()

    assert found.tally.unchecked == (*told, RESTATED)
    assert found.is_whole is is_whole


def test_the_tally_counts_what_there_was_to_check() -> None:
    case = a_case(
        TEXT,
        Told(BID, OFF),
        Told(BID),
        Told(VOTE, background(), status=OPEN, talk="docks"),
        Told("Not used", OFF, used=""),
    )
    counted = tally(case)

    assert (counted.quotations, counted.traced) == (2, 1)
    assert (counted.conversations, counted.statements) == (2, 4)
    assert (counted.restricted, counted.open) == (3, 1)
    assert (counted.used, counted.used_restricted) == (3, 2)
    assert counted.unchecked == (RESTATED,)


def test_a_statement_used_twice_is_one_statement() -> None:
    case = a_case(f"{BID}. {BID}.", Told(BID, OFF))
    case = replace(case, matches=(*case.matches, case.matches[0]._replace(span=Span(29, 56))))

    assert tally(case).used == 1


def test_the_tally_names_what_could_not_be_checked() -> None:
    case = a_case(TEXT, Told(BID, by="?"))
    draft = replace(
        case.draft,
        left_out=(
            Omission(Span(0, 1), "front matter"),
            Omission(Span(1, 2), "comments"),
            Omission(Span(2, 3), "comments"),
        ),
    )
    empty = Conversation("empty")
    case = replace(case, draft=draft, conversations={**case.conversations, "empty": empty})

    assert tally(case).unchecked == (
        RESTATED,
        "who spoke 1 of the statements",
        "the front matter of the draft, which readers do not see",
        "the comments of the draft, which readers do not see",
        "conversation empty, which holds no turns",
    )


def test_nothing_to_check_against_is_said() -> None:
    assert tally(a_case(TEXT)).unchecked == (
        RESTATED,
        "any promise: no statement was given to check against",
    )


def test_an_examination_keeps_its_case() -> None:
    case = a_case(TEXT)

    assert examine(case, RULES).case is case
    assert examine(case, RULES).tally == tally(case)
