"""Leading a person through what was heard in a talk: proposal by proposal, one key for each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from groundrules.desk.records.review_record import open_review, settle, take_back
from groundrules.faces.cli.asking import PROMPT, Stopped, read_line, say
from groundrules.faces.cli.changing import changed
from groundrules.faces.cli.options import show
from groundrules.faces.cli.terminal import width
from groundrules.record.reviewing import Decision
from groundrules.reporters import review_page

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.desk.records.review_record import Underway

_DECISIONS = {
    "a": Decision.ACCEPTED,
    "r": Decision.REJECTED,
    "u": Decision.UNCLEAR,
    "s": Decision.SKIPPED,
}

_SAID = {
    Decision.ACCEPTED: "Accepted.",
    Decision.CHANGED: "Changed, and accepted.",
    Decision.REJECTED: "Rejected.",
    Decision.UNCLEAR: "Marked unclear.",
    Decision.SKIPPED: "Left for later.",
}

_KEYS = "a=accept c=change r=reject u=unclear s=skip z=undo q=quit ?=help"

_AT_THE_END = "That was the last one. Enter: done; z: undo"

_HELP = (
    "a: it was said and meant so. It becomes a fact of the record.",
    "c: something of the kind was said. You change what is wrong, and accept it.",
    "r: nothing of the kind was said. The proposal goes.",
    "u: it was said, and can be read two ways. The terms stay open until it is settled.",
    "s, or Enter: leave it for later. What it could mean stays protected.",
    "z: undo the last step, and the one before it, back to where you began.",
    "q: stop here. What you have decided is in the record already.",
)


def review(path: str, settings: Settings, colour: str = "auto") -> None:
    """Go through the proposals of a record until all are seen, or the person has had enough.

    Raises:
        BadInput: the record cannot be read or written.
    """
    underway = open_review(path, settings)
    if not underway.review.proposals:
        click.echo(f"Nothing waits in {underway.file.name}.")
        return
    try:
        while (after := _step(underway, colour)) is not None:
            underway = after
    except _Quit as quitting:
        underway = quitting.underway
    click.echo()
    show(review_page.summary(underway.review, underway.file.name, width()), colour)


class _Quit(Exception):  # noqa: N818 - it is no error: the person has had enough
    """The person stops here; what was decided is written."""

    def __init__(self, underway: Underway) -> None:
        super().__init__()
        self.underway = underway


def _step(underway: Underway, colour: str) -> Underway | None:
    """Return the review after one more step; None where all is seen and nothing is taken back."""
    click.echo()
    if not underway.review.number:
        say(f"({_AT_THE_END})")
        return _undone(underway) if _key() == "z" else None
    heard = underway.heard[underway.review.number - 1]
    page = review_page.lines(underway.review, heard, underway.effects(), width())
    show(page, colour)
    say(f"({_KEYS})")
    while (after := _answered(underway, _key())) is None:
        pass
    return after


def _answered(underway: Underway, key: str) -> Underway | None:
    """Return the review after the person has pressed a key; None where another must be pressed."""
    match key:
        case "a" | "r" | "u" | "s":
            return _settled(underway, _DECISIONS[key])
        case "c":
            return _changed(underway)
        case "z":
            return _undone(underway)
        case "q":
            raise _Quit(underway)
        case "?":
            for sentence in _HELP:
                say(sentence)
        case _:
            say(f"Please press one of these. {_KEYS}")
    return None


def _settled(underway: Underway, decision: Decision) -> Underway:
    after = settle(underway, decision)
    click.echo(_SAID[decision])
    return after


def _changed(underway: Underway) -> Underway:
    """Ask what is wrong; where the person thinks better of it, the proposal is put again."""
    try:
        fact = changed(underway.review.conversation, underway.proposal)
    except Stopped:
        click.echo("Nothing is changed.")
        return underway
    decision = Decision.ACCEPTED if fact == underway.proposal else Decision.CHANGED
    after = settle(underway, decision, fact)
    click.echo(_SAID[decision])
    return after


def _undone(underway: Underway) -> Underway:
    if not underway.review.steps:
        click.echo("There is nothing to undo.")
        return underway
    after = take_back(underway)
    click.echo("Undone.")
    return after


def _key() -> str:
    """Return the key that was pressed, in small letters; `s` for Enter, `q` for an end."""
    if sys.stdin.isatty():
        click.echo(PROMPT, nl=False)
        pressed = _pressed()
        click.echo(pressed if pressed.isprintable() else "")
    else:
        pressed = _typed()
    return pressed.strip()[:1].casefold() or "s"


def _pressed() -> str:
    try:
        return click.getchar()
    except EOFError:
        return "q"


def _typed() -> str:
    try:
        return read_line()
    except Stopped:
        return "q"
