"""What a newsroom does is kept beside the terms and never touches them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import recorded
from groundrules.record.facts import (
    OF_THE_NEWSROOM,
    Corroboration,
    Decision,
    DeskRole,
    Fact,
    Kind,
    Purpose,
    Turns,
)
from groundrules.record.notation import to_text
from groundrules.record.timeline import fold
from groundrules.record.transcript import AFTERWARDS
from refusals import HEAD, only
from talks import HOUSE, POLICIES, conversations, under

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation

THEN = datetime(2026, 11, 6, 7, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 9, tzinfo=UTC)
ONE = (Turns(1, 1),)
UNTIL = 'who="Mona Keller" expires=2026-11-09T00:00+00:00'


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (
            f'sign-off turns=1 story="pier-9" use=quotation role=manager {UNTIL} "vital"',
            Fact(
                Kind.USE_SIGNED_OFF,
                "AR",
                turns=ONE,
                when=THEN,
                words="vital",
                decision=Decision(
                    DeskRole.MANAGER,
                    "Mona Keller",
                    "pier-9",
                    Purpose.QUOTATION,
                    expires=LATER,
                ),
            ),
        ),
        (
            "knows role=legal",
            Fact(Kind.IDENTITY_SHARED, "AR", when=THEN, decision=Decision(DeskRole.LEGAL)),
        ),
        (
            'corroborate turns=1 with="docks#6" independent=no prompted=no "heard it from her"',
            Fact(
                Kind.STATEMENT_CORROBORATED,
                "AR",
                turns=ONE,
                when=THEN,
                words="heard it from her",
                corroboration=Corroboration("docks#6", independent=False, prompted=False),
            ),
        ),
        (
            'corroborate turns=1 with="a court file" independent=yes "public"',
            Fact(
                Kind.STATEMENT_CORROBORATED,
                "AR",
                turns=ONE,
                when=THEN,
                words="public",
                corroboration=Corroboration("a court file", independent=True),
            ),
        ),
        (
            f'waive turns=1 rule="GR602" role=editor {UNTIL} "sole witness"',
            Fact(
                Kind.FINDING_WAIVED,
                "AR",
                turns=ONE,
                when=THEN,
                words="sole witness",
                decision=Decision(who="Mona Keller", rule="GR602", expires=LATER),
            ),
        ),
        ('hold "a lawsuit"', Fact(Kind.HOLD_PLACED, "AR", when=THEN, words="a lawsuit")),
        ("unhold", Fact(Kind.HOLD_LIFTED, "AR", when=THEN)),
    ],
)
def test_an_act_is_the_fact_that_it_names_and_is_printed_as_it_stands(
    act: str, expected: Fact
) -> None:
    talk = recorded(f"S1: words\n\nafterwards:\n  2026-11-06T07:30Z AR > {act}\n")

    assert talk.facts == (expected,)
    assert to_text(talk).endswith(f"AR > {act}\n")


@pytest.mark.parametrize(
    ("act", "column", "message"),
    [
        ('sign-off "vital"', 26, "sign-off has no role="),
        ("sign-off role=manager", 26, "sign-off does not say the reason"),
        ('sign-off role=boss "vital"', 40, "this is none of the words that stand here"),
        ('sign-off role=manager use=print "x"', 52, "this is none of the words that stand here"),
        ("knows", 26, "knows has no role="),
        ('knows role=editor rule="GR101"', 44, "knows takes no rule="),
        ('corroborate turns=1 independent=yes "x"', 26, "corroborate has no with="),
        ('corroborate turns=1 with="x" "x"', 26, "corroborate has no independent="),
        ('corroborate with="x" independent=yes "x"', 26, "corroborate names no turns"),
        (
            'corroborate turns=1 with="x" independent=perhaps "x"',
            67,
            "this is neither yes nor no",
        ),
        (
            'waive turns=1 rule="GR101" role=editor who="M" "x"',
            26,
            "waive has no expires=",
        ),
        ("hold", 26, "hold does not say the reason"),
    ],
)
def test_what_is_missing_or_wrong_is_told(act: str, column: int, message: str) -> None:
    found = only(f"{HEAD}S1: words\nafterwards:\n  2026-11-06T07:30Z AR > {act}")

    assert (8, column, message) == found[:3]


@pytest.mark.parametrize("kind", sorted(OF_THE_NEWSROOM))
def test_in_the_talk_it_has_no_place(kind: Kind) -> None:
    act = {
        Kind.USE_SIGNED_OFF: 'sign-off role=editor "x"',
        Kind.IDENTITY_SHARED: "knows role=editor",
        Kind.STATEMENT_CORROBORATED: 'corroborate turns=1 with="x" independent=yes "x"',
        Kind.FINDING_WAIVED: f'waive turns=1 rule="x" role=editor {UNTIL} "x"',
        Kind.HOLD_PLACED: 'hold "x"',
        Kind.HOLD_LIFTED: "unhold",
    }[kind]

    assert only(f"{HEAD}S1: words\n  > {act}")[2] == (
        f"{kind} stands only among what came afterwards"
    )


@st.composite
def doings(draw: st.DrawFn) -> Fact:
    """Draw what a newsroom did, recorded by anybody, about any turns."""
    first = draw(st.integers(1, 9))
    return Fact(
        draw(st.sampled_from(sorted(OF_THE_NEWSROOM))),
        draw(st.sampled_from(["AR", "S1", "S2", "MO", "ZZ", ""])),
        AFTERWARDS,
        turns=draw(st.sampled_from([(), (Turns(first, first + 2),)])),
        when=THEN,
    )


@given(conversations(), POLICIES, st.lists(doings(), max_size=4))
def test_nothing_that_a_newsroom_does_changes_a_standing(
    conversation: Conversation, policy: str, done: list[Fact]
) -> None:
    before = under(conversation, policy)
    after = under(conversation._replace(facts=(*conversation.facts, *done)), policy)

    assert [_terms(one) for one in before.standings] == [_terms(one) for one in after.standings]


def _terms(standing: Standing) -> tuple[object, ...]:
    return standing.status, standing.terms, standing.basis, standing.graces, standing.approved


@pytest.mark.parametrize(("by", "counts"), [("AR", True), ("S1", False), ("?", False)])
def test_only_whom_promises_bind_can_record_it(by: str, *, counts: bool) -> None:
    talk = recorded(f"S1: words\n\nafterwards:\n  2026-11-06T07:30Z {by} > knows role=editor\n")

    idle = [one.why for one in fold(talk, HOUSE).ineffective]

    assert idle == (
        [] if counts else ["only somebody whom promises bind can record what a newsroom does"]
    )
