"""Laws of the rules, over drafts and conversations of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.draft.attributing import find_attributions
from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations
from groundrules.evidence.case import Case, Evidenced, Match, Reuse
from groundrules.record.timeline import fold
from groundrules.rules.examination import examine
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import select
from groundrules.rules.usage import uses
from groundrules.terms.rights import Publish
from rule_cases import a_policy
from talks import HOUSE, conversations

RULES = all_rules()
CODES = {rule.code for rule in RULES}
NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)
POLICY = a_policy(
    min_anonymous_sources=2,
    vague_attributions=("a source", "has learned", "officials say"),
    banned_reasons=("not authorized to speak",),
)

drawn = settings(deadline=None, max_examples=60)
"""A case costs milliseconds to draw, and more where others share the machine."""

SENTENCES = (
    "Dana Whitfield said so.",
    "“Words. More words,” said Lee Okafor, who attended the harbor talks.",
    "“More [and better] words …” a person briefed on the talks said.",
    "The person said more words.",
    "Sources say “words, words and more words” were said.",
    "The Ledger Post has learned that words were said.",
    "Whitfield declined to comment.",
    "Officials, not authorized to speak, said no more.",
    "She added words because she was not authorized to speak.",
    "\n\n",
    "“",
    "",
    "…",
    "## Words",
    "D\u200bana Wh\u00aditfield’s words",
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    talk = draw(conversations())
    timeline = fold(talk, HOUSE)
    statements = {
        one.statement.id: Evidenced(one.statement, one, talk.party(one.statement.speaker), talk)
        for one in timeline.standings
    }
    text = " ".join(draw(st.lists(st.sampled_from(SENTENCES), max_size=6)))
    draft = Draft("draft.md", text, (Span(0, len(text)),))
    quotations = find_quotations(draft)
    matches = draw(st.lists(matches_in(text, tuple(statements)), max_size=4)) if text else []
    return Case(
        draft=draft,
        quotations=quotations,
        attributions=find_attributions(draft),
        matches=tuple(sorted(matches, key=lambda match: match.span)),
        statements=statements,
        conversations={talk.id: talk},
        policy=POLICY,
        as_of=NOON + timedelta(days=draw(st.integers(-3, 3))),
    )


@st.composite
def matches_in(draw: st.DrawFn, text: str, statements: tuple[str, ...]) -> Match:
    start = draw(st.integers(0, len(text) - 1))
    return Match(
        span=Span(start, draw(st.integers(start + 1, len(text)))),
        statement=draw(st.sampled_from(statements)),
        words=Span(0, 5),
        reuse=draw(st.sampled_from(Reuse)),
        shared=draw(st.integers(1, 9)),
        confidence=draw(st.floats(0, 1)),
    )


def found(case: Case, code: str) -> set[tuple[Span, str]]:
    findings = examine(case, select(RULES, [code])).findings
    return {(finding.span, finding.statement) for finding in findings}


@drawn
@given(cases())
def test_no_rule_raises_and_every_finding_is_in_the_draft(case: Case) -> None:
    for finding in examine(case, RULES).findings:
        assert 0 <= finding.span.start < finding.span.end <= len(case.draft.text)
        assert finding.code in CODES
        assert finding.statement in {"", *case.statements}
        assert finding.message[0].islower()
        assert not finding.message.endswith(".")


@drawn
@given(cases())
def test_what_is_unclear_is_protected(case: Case) -> None:
    unsettled = {(use.span, use.statement) for use in uses(case) if use.standing.is_open}

    assert unsettled == found(case, "GR102")


@drawn
@given(cases())
def test_what_is_withheld_is_found_wherever_it_is_used(case: Case) -> None:
    withheld = {
        (use.span, use.statement) for use in uses(case) if use.rights.publish is not Publish.YES
    }

    assert withheld <= found(case, "GR101") | found(case, "GR102")


@drawn
@given(cases(), st.integers(0, 10**6))
def test_waiting_breaks_no_embargo(case: Case, seconds: int) -> None:
    later = replace(case, as_of=case.as_of + timedelta(seconds=seconds))

    assert found(later, "GR501") <= found(case, "GR501")


@drawn
@given(cases())
def test_a_draft_that_uses_nothing_can_only_fail_by_its_own_words_or_by_a_name(case: Case) -> None:
    codes = {finding.code for finding in examine(replace(case, matches=()), RULES).findings}

    by_its_words = {"GR105", "GR204", "GR205", "GR206", "GR303", "GR406", "GR608", "GR609"}
    assert codes <= by_its_words | {"GR401", "GR403"}


@drawn
@given(cases())
def test_no_finding_depends_on_the_order_of_the_rules(case: Case) -> None:
    assert examine(case, RULES).findings == examine(case, reversed(RULES)).findings
