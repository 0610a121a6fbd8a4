"""A small invented case for the reporters: three statements, a draft that uses two of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import Quotation
from groundrules.evidence.case import Case, Evidenced, Match, Reuse
from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Party, Place, Role, Turn
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.examination import Examination, tally
from groundrules.rules.rule import Confidence, Finding, Severity
from groundrules.terms.levels import Level
from groundrules.terms.rights import Publish, Pursue

if TYPE_CHECKING:
    from collections.abc import Sequence

SECRET = "The deal was dead by Friday."  # noqa: S105 - words of an invented source
OPEN_WORDS = "The mayor was told twice."
TEXT = f"""# The harbour

{SECRET[:-1]}, Whitfield said.
She added that “{OPEN_WORDS[:-1]}”.
"""

CONVERSATION = Conversation(
    id="harbor",
    date=datetime(2026, 11, 3, 14, 0, tzinfo=UTC),
    policy="ap",
    parties=(
        Party("AR", Role.REPORTER, "Ana Ruiz"),
        Party(
            "S1",
            Role.SOURCE,
            "Dana Whitfield",
            affiliations=("Port of Larchmere",),
            aliases=("Dee",),
            description="a person briefed on the talks",
        ),
    ),
    turns=(
        Turn(1, "S1", ("Can we go off the record?",), 821_000),
        Turn(2, "AR", ("I can't publish it then, but I may take it to others.",), 830_000),
        Turn(3, "S1", ("Yes.",), 838_000),
        Turn(4, "S1", (SECRET,), 842_000),
        Turn(5, "AR", ("Back on the record?",), 930_000),
        Turn(6, "S1", ("Fine.",), 932_000),
        Turn(7, "S1", ("On background, perhaps?",)),
        Turn(8, "S1", (OPEN_WORDS,)),
    ),
    facts=(
        Fact(Kind.TERMS_ASKED, "S1", Place(1), Proposal(Level.OFF_THE_RECORD)),
        Fact(
            Kind.TERMS_DEFINED,
            "AR",
            Place(2),
            Proposal(changes=(("publish", Publish.NO), ("pursue", Pursue.YES))),
        ),
        Fact(Kind.TERMS_AGREED, "S1", Place(3)),
        Fact(Kind.RETURNED_TO_RECORD, "AR", Place(5)),
        Fact(Kind.RETURN_ACCEPTED, "S1", Place(6)),
        Fact(Kind.TERMS_ASKED, "S1", Place(7), Proposal(Level.BACKGROUND)),
    ),
)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def the_case(text: str = TEXT, path: str = "stories/draft.md") -> Case:
    draft = Draft(path, text, (Span(0, len(text)),))
    timeline = fold(CONVERSATION, PolicyShelf().load("ap"))
    statements = {
        standing.statement.id: Evidenced(
            standing.statement,
            standing,
            CONVERSATION.party(standing.statement.speaker),
            CONVERSATION,
        )
        for standing in timeline.standings
    }
    quoted = span_of(text, OPEN_WORDS[:-1])
    return Case(
        draft=draft,
        quotations=(Quotation(Span(quoted.start - 1, quoted.end + 1), quoted, quoted),),
        attributions=(),
        matches=(_match(text, SECRET[:-1], "harbor#4"), _match(text, OPEN_WORDS[:-1], "harbor#8")),
        statements=statements,
        conversations={CONVERSATION.id: CONVERSATION},
        policy=PolicyShelf().load("default"),
        as_of=datetime(2026, 11, 5, 9, 0, tzinfo=UTC),
    )


def _match(text: str, words: str, statement: str) -> Match:
    return Match(
        span_of(text, words),
        statement,
        Span(0, len(words)),
        Reuse.VERBATIM,
        len(words.split()),
        1.0,
    )


def the_findings(text: str = TEXT) -> tuple[Finding, ...]:
    return (
        Finding(
            "GR101",
            "withheld-statement",
            Severity.ERROR,
            Confidence.HIGH,
            span_of(text, SECRET[:-1]),
            "the words were spoken off the record",
            "take the passage out, or ask for a release",
            "harbor#4",
        ),
        Finding(
            "GR102",
            "unsettled-statement",
            Severity.WARNING,
            Confidence.MEDIUM,
            span_of(text, OPEN_WORDS[:-1]),
            "the terms of these words are not settled",
            "settle them with the source",
            "harbor#8",
        ),
    )


def examined(case: Case, findings: Sequence[Finding]) -> Examination:
    return Examination(case, tuple(findings), tally(case))


def the_report(*, revealed: bool = False, on_terminal: bool = False, width: int = 100) -> Report:
    redaction = Redaction(revealed=revealed, on_terminal=on_terminal)
    return Report((examined(the_case(), the_findings()),), redaction, width)


def two_drafts() -> Report:
    second = replace(the_case(path="stories/second.md"), matches=())
    return Report((examined(the_case(), the_findings()), examined(second, ())), Redaction())


def printed(lines: object) -> str:
    return "".join(
        "".join(piece.text for piece in line) + "\n"
        for line in lines  # type: ignore[attr-defined]
    )
