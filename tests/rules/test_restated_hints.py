"""GR105 on what an index has found to be told otherwise."""

from dataclasses import replace

from groundrules.evidence.case import Case, Match, Reuse
from groundrules.rules.disclosure.restated_statement import RestatedStatement
from groundrules.rules.disclosure.sealed_statement import SealedStatement
from groundrules.rules.examination import examine
from groundrules.rules.rule import Confidence
from rule_cases import OFF, Told, a_case, at

WITHHELD = "The auditors found forged invoices at the harbor warehouse, nobody told the minister."
DRAFT = "Invoices at the warehouse were forged. In the harbor the auditors saw it all."


def with_restated(case: Case, statement: str = "harbor#1") -> Case:
    passage = at(DRAFT, DRAFT)
    words = at(WITHHELD, WITHHELD)
    return replace(case, restated=(Match(passage, statement, words, Reuse.RESTATED, 5, 0.97),))


def hints(case: Case) -> list[tuple[str, Confidence]]:
    return [(one.statement, one.confidence) for one in RestatedStatement().check(case)]


def test_what_may_not_be_published_and_is_told_otherwise_is_hinted_at():
    case = with_restated(a_case(DRAFT, Told(WITHHELD, OFF, used="")))

    # Neither sentence alone has enough of the statement's to be hinted at without an index.
    assert [] == hints(replace(case, restated=()))
    assert [("harbor#1", Confidence.HIGH)] == hints(case)


def test_what_may_be_published_is_not():
    assert [] == hints(with_restated(a_case(DRAFT, Told(WITHHELD, used=""))))


def test_what_the_draft_uses_outright_is_left_to_the_other_rules():
    case = a_case(DRAFT, Told(WITHHELD, OFF, used="Invoices at the warehouse"))

    assert [] == hints(with_restated(case))


def test_what_was_said_on_the_record_as_well_is_not_hinted_at():
    known = Told(
        "Auditors, forged invoices, warehouse, harbor: I say it openly.", used="", talk="b"
    )

    assert [] == hints(with_restated(a_case(DRAFT, Told(WITHHELD, OFF, used=""), known)))


def test_a_blind_check_by_blind_rules_alone_leaves_no_rule_out():
    case = replace(a_case(DRAFT), blind=True)

    alone = examine(case, [SealedStatement()]).tally.unchecked
    both = examine(case, [SealedStatement(), RestatedStatement()]).tally.unchecked
    needed = "the rules that need the words of the record: GR105"

    assert needed in both
    assert not any(one.startswith(needed[:-5]) for one in alone)
