"""Turns: from what was said, piece by piece and with times, to the turns of a record.

Pieces are taken in the order of their start; those that start together keep the order of the file,
and one whose start is not known stays behind the piece above it. Consecutive pieces of one speaker
are one turn, from the first start to the last end. A piece whose speaker is not known is a turn of
its own: the next one may be somebody else. No turn spans a change of speaker. Pieces may overlap.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript.speakers import Cast
from groundrules.record.transcript import Conversation, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from groundrules.readers.transcript.origin import Origin

LARGEST_STEP_BACK = 60_000
"""How far, in milliseconds, a piece may start before the one above it: speakers who interrupt each
other are written a few seconds out of order, a clock that begins anew is not."""

LONGEST_HOURS = 999
"""A recording of more hours than this is taken for damage."""


class Timed(Protocol):
    """Something said, with its start in milliseconds or None."""

    @property
    def start(self) -> int | None:
        """Return the start."""


_Piece = TypeVar("_Piece", bound=Timed)


class Said(NamedTuple):
    """Words that one speaker said.

    Attributes:
        label: the speaker's label; "" where it is not known.
        text: the words.
        start: milliseconds from the start of the recording, or None.
        end: likewise.
        continues: nobody else has begun since the words before these, as the file marks it.
    """

    label: str
    text: str
    start: int | None = None
    end: int | None = None
    continues: bool = False


def in_order(pieces: Sequence[_Piece], backwards: Callable[[_Piece], None]) -> list[_Piece]:
    """Return the pieces in the order of their start.

    Args:
        pieces: in the order of the file.
        backwards: called with each that starts more than `LARGEST_STEP_BACK` before one above it.
    """
    latest = at = 0
    starts = []
    for piece in pieces:
        at = at if piece.start is None else piece.start
        if at < latest - LARGEST_STEP_BACK:
            backwards(piece)
        latest = max(latest, at)
        starts.append(at)
    ordered = sorted(zip(starts, pieces, strict=True), key=itemgetter(0))
    return [piece for _, piece in ordered]


def conversation(
    said: Iterable[Said],
    origin: Origin,
    *described: str,
    cast: Cast | None = None,
    day: date | None = None,
    matter: str = "",
) -> Conversation:
    """Return the conversation of what was said, in order.

    Args:
        said: the pieces.
        origin: the file's name and the wanted id.
        described: the form of the transcript, and what else belongs to its origin.
        cast: the parties that are known already, who keep their places.
        day: when it began.
        matter: what it was about.

    Raises:
        BadInput: there are no words in it.
    """
    cast = cast or Cast(shown(origin.path))
    turns = tuple(_turn(number, run, cast) for number, run in enumerate(_runs(said), 1))
    if not turns:
        raise BadInput(no_words(origin))
    return Conversation(
        id=origin.conversation_id(day),
        parties=cast.parties,
        turns=turns,
        date=day,
        matter=matter,
        origin=origin.described(*described),
    )


def no_words(origin: Origin) -> Fault:
    """Return the fault of a transcript in which nothing was said."""
    return Fault(shown(origin.path), "there are no words in it", "name a transcript with words")


def _turn(number: int, run: list[Said], cast: Cast) -> Turn:
    text = " ".join(one.text for one in run if one.text)
    start = run[0].start
    ends = [one.end for one in run if one.end is not None]
    end = max(ends) if start is not None and run[-1].end is not None else None
    return Turn(number, cast.speaker(run[0].label), (text,), start, end)


def _runs(said: Iterable[Said]) -> Iterator[list[Said]]:
    """Yield what one speaker said without another in between."""
    run: list[Said] = []
    for one in said:
        same = run and one.label == run[0].label and (one.label or one.continues)
        if run and not same:
            yield run
            run = []
        run.append(one)
    if run:
        yield run
