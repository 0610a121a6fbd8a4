"""Cases made by hand: a draft, what was said on which terms, and what of the one is the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.draft.attribution import Attribution, SourceForm
from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import Quotation
from groundrules.evidence.case import Case, Evidenced, Match, Reuse
from groundrules.evidence.story import UNDECLARED
from groundrules.record.standing import Standing
from groundrules.record.transcript import Conversation, Party, Role, Turn
from groundrules.terms.conditions import UNCONDITIONAL, Conditions
from groundrules.terms.levels import Level
from groundrules.terms.policy import Policy, Ruling
from groundrules.terms.promise import ON_THE_RECORD, Terms
from groundrules.terms.rights import FREE, Attendance, Attribute, Publish, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.evidence.story import Story
    from groundrules.record.facts import Fact
    from groundrules.rules.rule import Finding, Rule

AS_OF = datetime(2026, 11, 5, 12, tzinfo=UTC)
DAY = datetime(2026, 11, 3, 14, tzinfo=UTC)

ANA = Party("AR", Role.REPORTER, "Ana Ruiz")
DANA = Party("S1", Role.SOURCE, "Dana Whitfield", ("Norland Bank",), ("Deedee",))
IDRIS = Party("S2", Role.SPOKESPERSON, "Idris Farouk")
NOBODY = Party("S3", Role.SOURCE)
PARTIES = (ANA, DANA, IDRIS, NOBODY)

OFF = Terms(
    Level.OFF_THE_RECORD,
    FREE._replace(publish=Publish.NO, quote=Quote.NO, attribute=Attribute.NONE),
)
DEEP = Terms(Level.DEEP_BACKGROUND, FREE._replace(quote=Quote.PARAPHRASE, attribute=Attribute.NONE))
CHATHAM = Terms(
    Level.CHATHAM_HOUSE,
    FREE._replace(attribute=Attribute.NONE, attendance=Attendance.SECRET),
)


def background(*descriptions: str, attribute: Attribute = Attribute.DESCRIPTION) -> Terms:
    """Return terms on background with these descriptions; none agreed where there are none."""
    agreed = Conditions(frozenset(descriptions)) if descriptions else UNCONDITIONAL
    return Terms(Level.BACKGROUND, FREE._replace(attribute=attribute), agreed)


@dataclass(frozen=True)
class Told:
    """What somebody said, and the passage of the draft that rests on it.

    Attributes:
        used: the passage; "" where the draft does not use it, None where it is the words.
        standing: what the standing has besides statement, status and terms.
    """

    words: str
    terms: Terms = ON_THE_RECORD
    by: str = "S1"
    used: str | None = None
    talk: str = "harbor"
    reuse: Reuse = Reuse.VERBATIM
    confidence: float = 1.0
    status: str = ""
    standing: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class By:
    """An attribution of the draft: its words, and the words for the source in them.

    Attributes:
        governs: the passages it is for; everything in the draft where none is given.
        refers_to: the words for the source of an earlier one, where it means the same again.
    """

    words: str
    source: str = ""
    form: SourceForm = SourceForm.DESCRIBED
    plural: bool = False
    reason: str = ""
    declined: bool = False
    governs: tuple[str, ...] = ()
    refers_to: str = ""


def at(text: str, words: str) -> Span:
    """Return where words stand in a text, the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def a_case(  # noqa: PLR0913 - each is a part of what a case is
    text: str,
    *told: Told,
    by: Iterable[By] = (),
    policy: Policy | None = None,
    parties: tuple[Party, ...] = PARTIES,
    matter: str = "",
    facts: Mapping[str, tuple[Fact, ...]] | None = None,
    story: Story = UNDECLARED,
    readings: Mapping[str, Policy] | None = None,
) -> Case:
    """Return the case of a draft whose quotations stand in straight double marks.

    Args:
        text: the draft.
        told: what was said, talk by talk.
        by: the attributions.
        policy: the house's; one that rules on nothing by default.
        parties: those of every talk, all of which took place on `DAY`.
        matter: of every talk.
        facts: what was recorded, by talk.
        story: what the draft declares.
        readings: the policy that a talk is read under, by talk.
    """
    draft = Draft("draft.md", text, (Span(0, len(text)),))
    talks = {
        name: Conversation(
            name,
            parties,
            tuple(
                Turn(number, one.by, (one.words,))
                for number, one in enumerate((t for t in told if t.talk == name), 1)
            ),
            facts=(facts or {}).get(name, ()),
            date=DAY,
            matter=matter,
        )
        for name in dict.fromkeys(one.talk for one in told)
    }
    statements, matches = {}, []
    for name, talk in talks.items():
        mine = [one for one in told if one.talk == name]
        for one, statement in zip(mine, talk.statements(), strict=True):
            standing = Standing(
                statement,
                one.status or one.terms.level.value,
                one.terms,
                **dict(one.standing),  # type: ignore[arg-type]
            )
            statements[statement.id] = Evidenced(statement, standing, talk.party(one.by), talk)
            used = one.words if one.used is None else one.used
            if used:
                span, whole = at(text, used), Span(0, len(one.words))
                shared = len(used.split())
                matches.append(Match(span, statement.id, whole, one.reuse, shared, one.confidence))
    return Case(
        draft=draft,
        quotations=tuple(_quotations(text)),
        attributions=tuple(sorted((_attribution(text, one) for one in by), key=_start)),
        matches=tuple(sorted(matches, key=lambda match: match.span)),
        statements=statements,
        conversations=talks,
        policy=policy or a_policy(),
        as_of=AS_OF,
        story=story,
        readings=readings or {},
    )


def a_policy(severities: dict[str, str] | None = None, **practices: object) -> Policy:
    """Return a policy that rules on these practices and severities, and on nothing else."""
    return Policy(
        "house",
        "House",
        "1",
        practices={name: Ruling(value, "house") for name, value in practices.items()},
        severities={name: Ruling(value, "house") for name, value in (severities or {}).items()},
    )


def shown(rule: Rule, case: Case) -> list[str]:
    """Return the passages that a rule finds, in the order in which it finds them."""
    return [case.draft.text[one.span.start : one.span.end] for one in rule.check(case)]


def only(rule: Rule, case: Case) -> Finding:
    """Return the one finding of a rule."""
    (found,) = rule.check(case)
    return found


def _quotations(text: str) -> Iterable[Quotation]:
    marks = [place for place, char in enumerate(text) if char == '"']
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        paragraph = Span(text.rfind("\n\n", 0, start) + 1, len(text))
        yield Quotation(Span(start, end + 1), Span(start + 1, end), paragraph)


def _attribution(text: str, one: By) -> Attribution:
    span = at(text, one.words)
    source = at(one.words, one.source or one.words)
    start = text.rfind(". ", 0, span.start) + 2
    end = text.find(".", span.end)
    return Attribution(
        span,
        Span(span.start + source.start, span.start + source.end),
        one.form,
        one.plural,
        Span(start if start > 1 else 0, end + 1 if end >= 0 else len(text)),
        at(text, one.reason) if one.reason else None,
        one.declined,
        tuple(at(text, words) for words in one.governs) or (Span(0, len(text)),),
        at(text, one.refers_to) if one.refers_to else None,
    )


def _start(attribution: Attribution) -> int:
    return attribution.span.start
