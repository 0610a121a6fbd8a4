"""The examination of a case: every selected rule is asked, and what was looked at is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.printed import has_words
from groundrules.rules.registry import all_rules
from groundrules.rules.rule import Severity
from groundrules.rules.usage import uses
from groundrules.rules.waiving import judged

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from groundrules.evidence.case import Case
    from groundrules.rules.rule import Finding, Rule


class Tally(NamedTuple):
    """What was looked at. It never says that a draft is safe: it says what was checked.

    Attributes:
        quotations: quoted passages in the draft.
        traced: those that rest on a statement of the record.
        conversations: how many conversations the draft was held against.
        statements: how many statements they hold.
        restricted: statements with anything withheld or conditional, the open ones included.
        open: statements whose terms are not settled.
        used: statements on which a passage of the draft rests.
        used_restricted: those of them that are restricted.
        unchecked: what could not be checked, in sentences without protected words.
    """

    quotations: int
    traced: int
    conversations: int
    statements: int
    restricted: int
    open: int
    used: int
    used_restricted: int
    unchecked: tuple[str, ...]


class Examination(NamedTuple):
    """The outcome.

    Attributes:
        findings: what was found, in the order of the draft.
        off: the rules that are switched off, by a selection or by the policy of the house.
    """

    case: Case
    findings: tuple[Finding, ...]
    tally: Tally
    off: tuple[Rule, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether every rule was asked whose finding is an error if no policy says else."""
        return all(rule.severity is not Severity.ERROR for rule in self.off)


def examine(case: Case, rules: Iterable[Rule]) -> Examination:
    """Ask every rule that the publishing house has not turned off; order and count the answers.

    Args:
        case: what is examined.
        rules: those that are selected; of all others, the outcome says that they are off.
    """
    asked = [rule for rule in rules if rule.severity_under(case) is not Severity.OFF]
    codes = {rule.code for rule in asked}
    off = tuple(rule for rule in all_rules() if rule.code not in codes)
    found = [
        judged(case, finding)
        for rule in asked
        if rule.blind or not case.blind
        for finding in rule.check(case)
    ]
    found.sort(key=lambda finding: (finding.span, finding.code, finding.statement))
    counted = tally(case)
    left = (*_switched_off(off, codes), *(_unasked(asked) if case.blind else ()))
    counted = counted._replace(unchecked=(*left, *counted.unchecked))
    return Examination(case, tuple(dict.fromkeys(found)), counted, off)


def tally(case: Case) -> Tally:
    """Count what there was to check in a case, and name what could not be."""
    standings = [evidenced.standing for evidenced in case.statements.values()]
    used = {use.statement for use in uses(case)}
    closed = case.unopened
    return Tally(
        quotations=len(case.quotations),
        traced=sum(
            any(match.span.overlaps(quotation.words) for match in case.matches)
            for quotation in case.quotations
        ),
        conversations=len(case.conversations) + closed.conversations,
        statements=len(standings) + closed.statements,
        restricted=sum(one.is_restricted for one in standings) + closed.restricted,
        open=sum(one.is_open for one in standings) + closed.open,
        used=len(used),
        used_restricted=sum(case.statements[one].standing.is_restricted for one in used),
        unchecked=tuple(_unchecked(case)),
    )


def _switched_off(off: Sequence[Rule], asked: Collection[str]) -> Iterable[str]:
    codes = ", ".join(rule.code for rule in off)
    if len(off) > len(asked):
        codes = f"all but {', '.join(sorted(asked))}" if asked else "all"
    if off:
        yield f"the rules that are switched off: {codes}"


def _unasked(rules: Iterable[Rule]) -> Iterable[str]:
    yield "words of the record that are not taken over word for word, since none was opened"
    codes = [rule.code for rule in rules if not rule.blind]
    if codes:
        yield f"the rules that need the words of the record: {', '.join(codes)}"


def _unchecked(case: Case) -> Iterable[str]:
    yield "information restated in other words, without words in common"
    if not has_words(case.draft):
        yield f"the copy of {case.draft.path}, in which there is no word"
    unknown = sum(not evidenced.speaker for evidenced in case.statements.values())
    unknown += case.unopened.unknown
    if unknown:
        yield f"who spoke {unknown} of the statements"
    for what, seen in dict.fromkeys(omission[1:] for omission in case.draft.left_out):
        yield f"the {what} of the draft" + ("" if seen else ", which readers do not see")
    for conversation in case.conversations.values():
        if not conversation.turns:
            yield f"conversation {conversation.id}, which holds no turns"
    if not case.statements and not case.unopened.statements and not case.blind:
        yield "any promise: no statement was given to check against"
