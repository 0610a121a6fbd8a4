"""What was agreed in a talk, and what is open: the cards before its turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.ground import status_of
from groundrules.record.transcript import AFTERWARDS
from groundrules.reporters.picture.explanations import ACTS, DOUBTS
from groundrules.reporters.picture.rail_marks import open_points
from groundrules.reporters.picture.record_page_words import (
    label,
    shown,
    speaker,
    turn_link,
    turn_links,
)
from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.talk.on_paper.promises import promises_of, runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.facts import Fact
    from groundrules.record.standing import Doubt, Standing
    from groundrules.record.timeline import Timeline
    from groundrules.talk.on_paper.promises import Promise

_REVEALED = Redaction(revealed=True)
"""The page holds the words of the talk, so the agreed descriptions may stand on it too."""


def agreements(timeline: Timeline) -> Iterator[str]:
    """Yield a card for each agreement that is in force; nothing where there is none."""
    for promise in _each_once(timeline):
        yield from _card(promise, timeline)


def open_matters(timeline: Timeline) -> Iterator[str]:
    """Yield what is open, each kind once, with its turns; nothing where all is settled."""
    kinds: dict[Doubt, list[Standing]] = {}
    messages: dict[Doubt, str] = {}
    for point, about in open_points(timeline).items():
        kinds.setdefault(point.doubt, []).extend(about)
        messages.setdefault(point.doubt, point.message)
    if kinds:
        yield '<ul class="matters">'
        for doubt, about in kinds.items():
            yield _matter(doubt, messages[doubt], about)
        yield "</ul>"


def _each_once(timeline: Timeline) -> list[Promise]:
    """Return the agreements of all who are protected, one that several share only once."""
    found = {
        (promise.facts, promise.terms, promise.protects): promise
        for promises in promises_of(timeline)
        for promise in promises.agreements
    }
    return list(found.values())


def _card(promise: Promise, timeline: Timeline) -> Iterator[str]:
    status = status_of(promise.terms)
    yield f'<article class="card {status}">'
    yield f"<h3>{label(status)}</h3>"
    yield f'<p class="covers">{_covers(promise, timeline)}</p>'
    words = list(_exact_words(promise, timeline))
    if words:
        yield '<p class="lead">In these words:</p>'
        yield '<ul class="exact">'
        yield from words
        yield "</ul>"
    asked = shown(terms_in_words(promise.terms, _REVEALED))
    yield f'<p class="rights" dir="auto"><b>What was promised:</b> {asked}.</p>'
    for point in promise.open:
        yield f'<p class="note open-still"><b>Open:</b> {shown(point.message)}.</p>'
    yield "</article>"


def _covers(promise: Promise, timeline: Timeline) -> str:
    who = ", ".join(speaker(one, timeline.conversation) for one in promise.protects)
    kept = runs(promise.kept)
    what = turn_links(kept) if kept else "no words as yet"
    until = ", and whatever was said after it: it did not end in the talk" if promise.lasts else ""
    return f"Protects {who}. It covers {what}{until}."


def _exact_words(promise: Promise, timeline: Timeline) -> Iterator[str]:
    """Yield the steps to the agreement, each with the words of whoever took it."""
    for fact in map(timeline.fact, promise.facts):
        if fact.at != AFTERWARDS:
            yield f"<li>{_step(fact)}{_own_words(fact, timeline)}</li>"


def _own_words(fact: Fact, timeline: Timeline) -> str:
    """Return the words with which an act was done; none where somebody else was speaking."""
    turn = timeline.conversation.turns[fact.at.turn - 1]
    said = turn.parts[fact.at.part - 1]
    if fact.by != turn.speaker or not said:
        return ", without a word"
    return f': <q dir="auto">{shown(said)}</q>'


def _step(fact: Fact) -> str:
    who = shown(fact.by or "somebody")
    return f"<b>{who}</b> {ACTS[fact.kind]}, {turn_link(fact.at.turn)}"


def _matter(doubt: Doubt, message: str, about: Iterable[Standing]) -> str:
    told = shown(message[:1].upper() + message[1:])
    return f"<li><p><b>{told}</b>: {turn_links(runs(about))}.</p><p>{DOUBTS[doubt]}</p></li>"
