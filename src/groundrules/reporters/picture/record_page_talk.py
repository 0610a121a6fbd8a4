"""The talk on a record's page: every turn beside its rail, and below it what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind
from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.verbs import ACT_MARK
from groundrules.record.transcript import AFTERWARDS, Place
from groundrules.reporters.picture.explanations import ACTS
from groundrules.reporters.picture.rail_marks import matter
from groundrules.reporters.picture.record_page_words import (
    day_in_words,
    fact_link,
    label,
    shown,
    speaker,
    time_of,
    turn_link,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from groundrules.record.facts import Fact
    from groundrules.record.standing import OpenPoint, Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Turn
    from groundrules.reporters.picture.rail import Rail
    from groundrules.reporters.picture.rail_marks import Mark


LONG = 600
"""Words of a turn that takes a page of paper by itself, so that a page may end within it."""


class Told(NamedTuple):
    """A conversation as its turns are told.

    Attributes:
        standings: place to standing.
        acts: place to the acts there, each with its number.
        proposals: place to what nobody has confirmed there, each with its number.
        signs: fact to the mark of what it brought about.
        idle: fact to why it changed nothing.
        noted: statement to what is to be said there about what is open: at each statement whose
            terms are not settled, and where they are, only at the first that it is about.
    """

    timeline: Timeline
    standings: Mapping[Place, Standing]
    acts: Mapping[Place, list[tuple[int, Fact]]]
    proposals: Mapping[Place, list[tuple[int, Fact]]]
    signs: Mapping[str, Mark]
    idle: Mapping[str, str]
    noted: Mapping[str, list[OpenPoint]]


def told(timeline: Timeline, drawn: Rail) -> Told:
    """Return a conversation made ready to be told."""
    return Told(
        timeline,
        {standing.statement.place: standing for standing in timeline.standings},
        _by_place(timeline.conversation.facts),
        _by_place(timeline.conversation.proposals),
        {fact: one.mark for one in drawn.marks if one.mark.settles for fact in one.facts},
        {one.fact: one.why for one in timeline.ineffective},
        _noted(timeline.standings),
    )


def _by_place(facts: Iterable[Fact]) -> dict[Place, list[tuple[int, Fact]]]:
    found: dict[Place, list[tuple[int, Fact]]] = {}
    for number, fact in enumerate(facts, 1):
        found.setdefault(fact.at, []).append((number, fact))
    return found


def _noted(standings: Iterable[Standing]) -> dict[str, list[OpenPoint]]:
    noted: dict[str, list[OpenPoint]] = {}
    seen = set()
    for standing in standings:
        noted[standing.statement.id] = []
        for point in standing.open:
            if standing.is_open or matter(point) not in seen:
                noted[standing.statement.id].append(point)
            seen.add(matter(point))
    return noted


def turns(story: Told) -> Iterator[str]:
    """Yield every turn of the talk."""
    yield '<ol class="turns">'
    for turn in story.timeline.conversation.turns:
        length = "turn long" if len(turn.text.split()) > LONG else "turn"
        yield f'<li class="{length}" id="turn-{turn.number}">'
        for part in range(1, len(turn.parts) + 1):
            yield from _part(story, turn, part)
        yield "</li>"
    yield "</ol>"


def afterwards(story: Told) -> Iterator[str]:
    """Yield what came after the talk, each with its day; nothing where nothing did."""
    return _acts(story, AFTERWARDS)


def _part(story: Told, turn: Turn, part: int) -> Iterator[str]:
    place = Place(turn.number, part)
    standing = story.standings.get(place)
    yield f'<div class="part {standing.status if standing else "silent"}">'
    yield f'<p class="rail">{_beside(story, standing) if standing else ""}</p>'
    yield '<div class="said">'
    if part == 1:
        yield f'<p class="who">{_who(story, turn)}</p>'
    if standing:
        yield f'<p class="words" dir="auto">{shown(standing.statement.text)}</p>'
        yield from _notes(story, standing)
    elif not turn.text and part == 1:
        yield '<p class="quiet">(no words)</p>'
    yield from _acts(story, place)
    yield "</div>"
    yield "</div>"


def _beside(story: Told, standing: Standing) -> str:
    noted = story.noted[standing.statement.id]
    still = ' <span class="still">something open</span>' if len(noted) < len(standing.open) else ""
    return label(standing.status) + still


def _who(story: Told, turn: Turn) -> str:
    number = turn_link(turn.number, str(turn.number))
    who = speaker(turn.speaker, story.timeline.conversation)
    return " ".join(
        filter(None, (f'<span class="number">{number}</span>', who, time_of(turn.start)))
    )


def _notes(story: Told, standing: Standing) -> Iterator[str]:
    yield from _open(story, standing)
    if standing.spoken:
        before = standing.spoken.level.spoken
        yield f'<p class="note"><b>Released since:</b> it was spoken {before}.</p>'
    for fact in standing.retroactive:
        reason = "a request that came after the words changes nothing"
        yield f'<p class="note"><b>Asked too late:</b> {fact_link(fact)}; {reason}.</p>'
    for fact in standing.graces:
        reason = "the journalist’s own choice, and no agreement"
        yield f'<p class="note"><b>A grace:</b> {fact_link(fact)}; {reason}.</p>'
    if standing.approved:
        yield '<p class="note"><b>Approved:</b> the source has approved quoting it.</p>'


def _open(story: Told, standing: Standing) -> Iterator[str]:
    party = story.timeline.conversation.party(standing.statement.speaker)
    passing = " at this point" if party and party.is_reporter else ""
    strength = "open-now" if standing.is_open else "open-still"
    for point in story.noted[standing.statement.id]:
        yield f'<p class="note {strength}"><b>Open{passing}:</b> {shown(point.message)}.</p>'


def _acts(story: Told, place: Place) -> Iterator[str]:
    acts = story.acts.get(place, ())
    proposals = story.proposals.get(place, ())
    if acts or proposals:
        yield '<ul class="acts">'
        for number, fact in acts:
            yield _act(story, number, fact)
        for number, fact in proposals:
            yield _proposal(number, fact)
        yield "</ul>"


def _act(story: Told, number: int, fact: Fact) -> str:
    fact_id = f"{story.timeline.conversation.id}!{number}"
    sign = story.signs.get(fact_id)
    why_idle = story.idle.get(fact_id, "")
    kind = "idle" if why_idle else sign.name.lower() if sign else "plain"
    why = f"<b>It changed nothing:</b> {shown(why_idle)}." if why_idle else ""
    row = _row(sign.value if sign else "·", _did(fact), f"fact {number}", why)
    return f'<li class="act {kind}" id="fact-{number}">{row}</li>'


def _proposal(number: int, fact: Fact) -> str:
    why = "<b>Nobody has confirmed this.</b>"
    row = _row("?", _did(fact), f"proposal {number}", why)
    return f'<li class="act proposed" id="proposal-{number}">{row}</li>'


def _row(sign: str, did: str, name: str, why: str) -> str:
    return " ".join(
        (
            f'<span class="sign" aria-hidden="true">{sign}</span>',
            f'<span class="did">{did}</span>',
            f'<span class="number">{name}</span>',
            *((f'<span class="why">{why}</span>',) if why else ()),
        )
    )


def _did(fact: Fact) -> str:
    """Return who did what, in words and as the record has it."""
    notation = shown(act_text(fact, fact.by).removeprefix(f"{ACT_MARK} "))
    does = f"<b>{shown(fact.by or 'somebody')}</b> {_does(fact)}"
    return f'{_when(fact)}{does} <code dir="auto">{notation}</code>'


def _does(fact: Fact) -> str:
    does = ACTS[fact.kind]
    level = fact.proposal.level if fact.proposal else None
    return f"{does}: {level.spoken}" if level else does


def _when(fact: Fact) -> str:
    if not fact.when or (fact.at != AFTERWARDS and fact.kind is not Kind.EVENT_HAPPENED):
        return ""
    return f'<time datetime="{fact.when.isoformat()}">{_instant(fact.when)}</time> '


def _instant(when: datetime) -> str:
    return f"{day_in_words(when)}, {when:%H:%M}"
