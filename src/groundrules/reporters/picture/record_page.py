"""A conversation as one page of HTML: self-contained, without a script, made to be printed as well.

It holds the words of the talk, and says so at its top.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.reporters.lines import plain
from groundrules.reporters.picture.rail import Scale, rail
from groundrules.reporters.picture.record_page_settled import agreements, open_matters
from groundrules.reporters.picture.record_page_talk import afterwards, told, turns
from groundrules.reporters.picture.record_page_words import (
    day_in_words,
    label,
    section,
    shown,
    speaker,
)
from groundrules.reporters.picture.timeline_page import MARKS
from groundrules.reporters.plain_words import clock, counted
from groundrules.reporters.talk import LETTERS, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation
    from groundrules.reporters.lines import Line
    from groundrules.reporters.picture.rail import Rail, Stretch
    from groundrules.talk.liaisons.flags import Flag

CONFIDENTIAL = "Confidential: holds the words of the talk"
"""What stands at the top of the page, and of every sheet on paper."""

_STYLE = Path(__file__).with_name("record_page.css")
_WHOLE = 1000
_MINUTE = 60_000


def html(timeline: Timeline, flags: Sequence[Flag] = ()) -> str:
    """Return a conversation as a whole HTML document that loads nothing and runs nothing.

    Its content security policy allows its own style sheet, by its hash, and nothing else.

    Args:
        timeline: the conversation.
        flags: what is worth a second look: who may talk.
    """
    return "".join(f"{line}\n" for line in _document(timeline, flags))


def lines(timeline: Timeline, flags: Sequence[Flag] = ()) -> Iterator[Line]:
    """Return the same document line by line."""
    return map(plain, html(timeline, flags).split("\n")[:-1])


def _document(timeline: Timeline, flags: Sequence[Flag]) -> Iterator[str]:
    drawn = rail(timeline)
    story = told(timeline, drawn)
    yield "<!doctype html>"
    yield '<html lang="en">'
    yield from _head(timeline.conversation.id, _style(drawn))
    yield "<body>"
    yield '<a class="skip" href="#talk">Skip to the talk</a>'
    yield f'<p class="confidential" role="note">{CONFIDENTIAL}</p>'
    yield "<main>"
    yield from _masthead(timeline, drawn)
    yield from section("glance", "The talk at a glance", _glance(timeline, drawn))
    yield from section("agreed", "What was agreed", agreements(timeline))
    yield from section("open", "What is open", open_matters(timeline))
    yield from section("talk", "The talk", turns(story))
    yield from section("afterwards", "Afterwards", afterwards(story))
    yield from section("who-may-talk", "Who may talk", _flags(flags))
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _head(title: str, style: str) -> Iterator[str]:
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex, nofollow, noarchive">'
    yield f"<title>{shown(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _style(drawn: Rail) -> str:
    """Return the style sheet, with a rule for how wide each stretch of the small rail is."""
    widths = (
        f".w{number} {{ flex-grow: {_share(stretch, drawn)}; }}\n"
        for number, stretch in enumerate(drawn.stretches, 1)
    )
    return _STYLE.read_text(encoding="utf-8") + "".join(widths)


def _share(stretch: Stretch, drawn: Rail) -> int:
    return (stretch.end - stretch.begin) * _WHOLE // drawn.length or 1


def _policy(style: str) -> str:
    from base64 import b64encode  # noqa: PLC0415 - start-up time
    from hashlib import sha256  # noqa: PLC0415 - likewise

    known = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def _masthead(timeline: Timeline, drawn: Rail) -> Iterator[str]:
    conversation = timeline.conversation
    yield '<header class="masthead">'
    yield f'<h1 dir="auto">{shown(conversation.id)}</h1>'
    if conversation.matter:
        yield f'<p class="deck" dir="auto">{shown(conversation.matter)}</p>'
    yield f'<p class="dateline">{" <span>·</span> ".join(_dateline(timeline, drawn))}</p>'
    yield '<ul class="parties">'
    for party in conversation.parties:
        role = f'<span class="role">{party.role}</span>'
        yield f"<li>{speaker(party.id, conversation)} {role}</li>"
    yield "</ul>"
    yield "</header>"


def _dateline(timeline: Timeline, drawn: Rail) -> Iterator[str]:
    conversation = timeline.conversation
    if conversation.outlet:
        yield f'<span dir="auto">{shown(conversation.outlet)}</span>'
    if conversation.date:
        yield _date(conversation.date)
    yield counted(len(conversation.turns), "turn")
    if drawn.scale is Scale.TIME:
        yield counted(round(drawn.length / _MINUTE) or 1, "minute")
    yield f"read under policy {shown(timeline.policy.id)}"


def _date(day: date) -> str:
    words = day_in_words(day)
    if isinstance(day, datetime):
        words += f", {day:%H:%M} (UTC{day.isoformat()[-6:]})"
    return f'<time datetime="{day.isoformat()}">{words}</time>'


def _glance(timeline: Timeline, drawn: Rail) -> Iterator[str]:
    if not drawn.stretches:
        yield "<p>Nothing was said.</p>"
        return
    yield '<nav aria-label="Stretches of the talk">'
    yield '<ol class="strip">'
    for number, stretch in enumerate(drawn.stretches, 1):
        yield _stretch(number, stretch, timeline.conversation, drawn)
    yield "</ol>"
    yield "</nav>"
    yield f'<p class="scale">{_scale(drawn)}</p>'
    yield from _legend(timeline, drawn)


def _stretch(number: int, stretch: Stretch, conversation: Conversation, drawn: Rail) -> str:
    first, last = stretch.first.turn, stretch.last.turn
    turns_of = f"turn {first}" if first == last else f"turns {first} to {last}"
    start = clock(conversation.turns[first - 1].start)
    words = ", ".join(filter(None, (in_words(stretch.status), turns_of, start and f"from {start}")))
    marks = [one.mark for one in drawn.marks if stretch.begin == one.at]
    said = "".join(f"; {MARKS[mark]}" for mark in marks)
    signs = "".join(f'<span class="sign">{mark.value}</span>' for mark in marks)
    return (
        f'<li class="stretch w{number} {stretch.status}">'
        f'<a href="#turn-{first}" title="{words}{said}">'
        f'<span class="chip" aria-hidden="true">{signs}{LETTERS[stretch.status]}</span>'
        f'<span class="hidden">{words}{said}</span></a></li>'
    )


def _scale(drawn: Rail) -> str:
    by = "by the clock" if drawn.scale is Scale.TIME else "by its words, for want of times"
    return f"A stretch is as wide as it was long, {by}, and leads to its first turn."


def _legend(timeline: Timeline, drawn: Rail) -> Iterator[str]:
    statuses = [standing.status for standing in timeline.standings]
    yield '<ul class="legend" aria-label="What the letters mean">'
    for status in LETTERS:
        if status in statuses:
            count = counted(statuses.count(status), "statement")
            yield (
                f'<li class="{status}"><span class="swatch" aria-hidden="true"></span>'
                f'{label(status)} <span class="count">{count}</span></li>'
            )
    yield "</ul>"
    begins = {stretch.begin for stretch in drawn.stretches}
    shown_marks = {one.mark for one in drawn.marks if one.mark.settles or one.at in begins}
    marks = [mark for mark in MARKS if mark in shown_marks]
    if marks:
        yield '<ul class="legend" aria-label="What the marks mean">'
        for mark in marks:
            sign = f'<b class="letter">{mark.value}</b>'
            yield f'<li>{sign} <span class="word">{MARKS[mark]}</span></li>'
        yield "</ul>"


def _flags(flags: Sequence[Flag]) -> Iterator[str]:
    if flags:
        yield "<ul>"
        for flag in flags:
            at = ", ".join(f'<a href="#turn-{turn}">turn {turn}</a>' for turn in flag.turns)
            yield f"<li>{shown(flag.message)}{f' ({at})' if at else ''}</li>"
        yield "</ul>"
