"""What went wrong is kept beside the terms and never touches them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.record.facts import INCIDENTS, Fact, Kind, Turns
from groundrules.record.transcript import AFTERWARDS, Place
from refusals import HEAD, only
from talks import POLICIES, conversations, under

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation

THEN = datetime(2026, 11, 6, 7, 30, tzinfo=UTC)
WORDS = ("leak", "broken: in print", "overruled", "no such kind", "off-the-record", "")


@st.composite
def incidents(draw: st.DrawFn) -> Fact:
    """Draw what went wrong, by anybody, about any turns, with any words."""
    first = draw(st.integers(1, 9))
    return Fact(
        draw(st.sampled_from(sorted(INCIDENTS))),
        draw(st.sampled_from(["AR", "S1", "S2", "MO", "ZZ", ""])),
        draw(st.sampled_from([AFTERWARDS, Place(1), Place(2)])),
        turns=draw(st.sampled_from([(), (Turns(first, first + 2),)])),
        when=THEN,
        words=draw(st.sampled_from(WORDS)),
    )


@given(conversations(), POLICIES, st.lists(st.tuples(incidents(), st.integers(0, 20)), max_size=4))
def test_no_incident_changes_a_standing(
    conversation: Conversation, policy: str, drawn: list[tuple[Fact, int]]
) -> None:
    facts = list(conversation.facts)
    for incident, at in drawn:
        facts.insert(at, incident)

    before = under(conversation, policy)
    after = under(conversation._replace(facts=tuple(facts)), policy)

    assert [terms_of(one) for one in before.standings] == [terms_of(one) for one in after.standings]
    idle = {after.fact(one.fact) for one in after.ineffective}
    assert {before.fact(one.fact) for one in before.ineffective} == idle


def terms_of(standing: Standing) -> tuple[object, ...]:
    """Return a standing without the ids of facts, which an insertion counts anew."""
    points = [(point.doubt, point.message) for point in standing.open]
    bare = standing._replace(facts=(), open=(), retroactive=(), graces=())
    return bare, points, len(standing.facts), len(standing.retroactive), len(standing.graces)


@pytest.mark.parametrize("act", ['incident "leak"', 'note "the editor was told"', "settled"])
def test_in_the_talk_it_has_no_place(act: str) -> None:
    kind = Kind(act.split(maxsplit=1)[0])

    assert only(f"{HEAD}S1: words\n  > {act}") == (
        7,
        5,
        f"{kind} stands only among what came afterwards",
        "write it below afterwards: at the end, with its instant and the party",
    )


def test_an_incident_says_of_what_kind_it_is() -> None:
    assert only(f"{HEAD}S1: words\nafterwards:\n  2026-11-06T07:30Z S1 > incident turns=1") == (
        8,
        26,
        "incident does not say the kind of incident",
        'write the kind of incident in quotation marks: incident "…"',
    )
