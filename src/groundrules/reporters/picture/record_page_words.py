"""What every part of a record's page is made of: safe text, references to turns, and labels."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from groundrules.reporters.plain_words import clock
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.talk import LETTERS, in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from groundrules.record.facts import Turns
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation


def shown(text: str) -> str:
    """Return a text as it can stand in a page, between tags or in an attribute's quotes."""
    return escape(printable(text))


def label(status: str) -> str:
    """Return the letter of a status with its word behind it."""
    return f'<b class="letter">{LETTERS[status]}</b> <span class="word">{in_words(status)}</span>'


def speaker(party_id: str, conversation: Conversation) -> str:
    """Return who spoke: the id of the record, and the name where the record has one."""
    if not party_id:
        return '<b class="id">(unknown)</b>'
    party = conversation.party(party_id)
    name = (
        f' <span class="name" dir="auto">{shown(party.name)}</span>' if party and party.name else ""
    )
    return f'<b class="id">{shown(party_id)}</b>{name}'


def time_of(milliseconds: int | None) -> str:
    """Return a time of the recording, or "" where there is none."""
    return f'<span class="clock">{clock(milliseconds)}</span>' if milliseconds is not None else ""


def day_in_words(day: date) -> str:
    """Return a day as `3 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def turn_link(number: int, text: str = "") -> str:
    """Return a link to a turn."""
    return f'<a href="#turn-{number}">{text or f"turn {number}"}</a>'


def turn_links(runs: Iterable[Turns]) -> str:
    """Return links to runs of turns, as they read in a sentence."""
    return ", ".join(_run(run) for run in runs)


def fact_link(fact_id: str) -> str:
    """Return a link to an act of this conversation by its id, such as `harbor!3`."""
    number = fact_id.rpartition("!")[2]
    return f'<a href="#fact-{number}">fact {number}</a>'


def section(name: str, title: str, content: Iterable[str]) -> Iterator[str]:
    """Yield a section with its heading; nothing where it has no content."""
    lines = list(content)
    if lines:
        yield f'<section id="{name}" aria-labelledby="{name}-title">'
        yield f'<h2 id="{name}-title">{title}</h2>'
        yield from lines
        yield "</section>"


def first_turns(timeline: Timeline, facts: Iterable[str]) -> list[int]:
    """Return the turns in which facts came about, in the order of the facts."""
    turns = len(timeline.conversation.turns)
    at = (timeline.fact(fact).at.turn for fact in facts)
    return [turn for turn in dict.fromkeys(at) if turn <= turns]


def _run(run: Turns) -> str:
    if run.first == run.last:
        return turn_link(run.first)
    return turn_link(run.first, f"turns {run.first} to {run.last}")


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
