"""A proposal as it is put to the person who decides: the turns around it, what it is, and why.

The words in which it was heard stand in brackets, so that nothing is told by colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.verbs import PROPOSED_MARK
from groundrules.record.reviewing import Decision
from groundrules.reporters.act_in_words import in_plain_words
from groundrules.reporters.heard import Words, part_of, words_of
from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import clock, counted
from groundrules.reporters.sheets.sheet_wrapping import rows
from groundrules.reporters.talk import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.cues.talk_reader import Heard
    from groundrules.record.facts import Fact
    from groundrules.record.reviewing import Effect, Review
    from groundrules.record.transcript import Conversation, Turn
    from groundrules.reporters.lines import Line

AROUND = 2
"""How many turns are shown on either side of the proposal's own."""

_SHOWN = 240
"""Of a turn that is longer, so many characters are shown on each side of what counts."""

_MARGIN = 7


def lines(
    review: Review, heard: Heard | None, effects: Iterable[Effect], width: int
) -> Iterator[Line]:
    """Yield the proposal at hand of a review.

    Args:
        review: a review with a proposal at hand.
        heard: how it was heard; None where it was put by hand.
        effects: what it changes.
        width: how many columns a line may take.
    """
    conversation, fact = review.conversation, review.proposals[review.number - 1]
    yield plain(f"{review.number} of {len(review.proposals)}", "label")
    yield from _turns(conversation, fact, heard, width)
    yield EMPTY
    yield from paragraph(in_plain_words(conversation, fact), width, "label")
    speaker = conversation.turns[fact.at.turn - 1].speaker
    yield from paragraph(act_text(fact, speaker, PROPOSED_MARK), width, "aside")
    yield from paragraph(f"Why: {heard.why if heard else 'it stands so in the record.'}", width)
    for sentence in effects_in_words(effects):
        yield from paragraph(sentence, width)
    yield EMPTY


def paragraph(text: str, width: int, role: str = "") -> Iterator[Line]:
    """Yield a text in rows that fit; those behind the first are indented."""
    first, *others = rows(text, width - 2)
    yield plain(first, role)
    for row in others:
        yield plain(f"  {row}", role)


def effects_in_words(effects: Iterable[Effect]) -> Iterator[str]:
    """Yield what a proposal changes, a sentence for each run of turns; one where it is nothing."""
    found = [_effect(effect) for effect in effects]
    yield from found or ("It changes the terms of no turn.",)


def _effect(effect: Effect) -> str:
    turns = f"Turns {effect.first}-{effect.last}"
    where = turns if effect.first < effect.last else f"Turn {effect.first}"
    if effect.accepted == effect.rejected:
        return f"{where}: {in_words(effect.accepted)} either way, with other conditions."
    so, not_so = in_words(effect.accepted), in_words(effect.rejected)
    return f"{where}: {so} if it is so, {not_so} if not (now: {in_words(effect.now)})."


def _turns(
    conversation: Conversation, fact: Fact, heard: Heard | None, width: int
) -> Iterator[Line]:
    here = fact.at.turn
    for turn in conversation.turns[max(here - 1 - AROUND, 0) : here + AROUND]:
        if turn.number != here:
            yield from _turn(turn, _clipped(turn.text, Words(0, 0)), " ", width)
            continue
        words = words_of(heard, turn) if heard else part_of(fact.at, turn)
        yield from _turn(turn, _clipped(turn.text, words), ">", width)


def _turn(turn: Turn, text: str, mark: str, width: int) -> Iterator[Line]:
    who = " ".join(filter(None, (clock(turn.start), turn.speaker or "(unknown)")))
    margin = f"{mark}{turn.number:>5} "
    for row in rows(f"{who}: {text}", width - _MARGIN):
        yield (Piece(margin, "aside"), Piece(row, "label" if mark != " " else ""))
        margin = " " * _MARGIN


def _clipped(text: str, words: Words) -> str:
    """Return a turn's text with the words that count in brackets, clipped around them."""
    before, said, after = text[: words.start], text[words.start : words.end], text[words.end :]
    before = before if len(before) <= _SHOWN else f"… {before[-_SHOWN:]}"
    after = after if len(after) <= _SHOWN else f"{after[:_SHOWN]} …"
    return " ".join(f"{before}{f'[{said}]' if said else ''}{after}".split())


def summary(review: Review, name: str, width: int) -> Iterator[Line]:
    """Yield what was decided, what waits, and how to see it.

    Args:
        review: a review that has ended, or was left.
        name: the record's file.
        width: how many columns a line may take.
    """
    counts = [
        f"{review.count(decision)} {_DONE[decision]}"
        for decision in _DONE
        if review.count(decision)
    ]
    yield plain(f"Decided: {', '.join(counts) or 'nothing'}.")
    waiting = len(review.waiting)
    if waiting:
        told = counted(waiting, "proposal waits", "proposals wait")
        yield from paragraph(
            f"{told}, and what they could mean stays protected. Go on with:", width
        )
        yield plain(f"  groundrules review {name}")
    yield plain("See the terms with:")
    yield plain(f"  groundrules record show {name}")


_DONE = {
    Decision.ACCEPTED: "accepted",
    Decision.CHANGED: "changed",
    Decision.REJECTED: "rejected",
    Decision.UNCLEAR: "marked unclear",
}
