"""What an entry changes: the run in the middle that is new, between two ends that stay.

A conversation is kept as the changes of its text, entry by entry; folded from nothing they give the
text back. What stays is named by its length alone, so that a change holds no more than what is new.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Splice(NamedTuple):
    """A change of a text or of a list of texts.

    Attributes:
        first: how many characters, or texts, stay at the beginning.
        last: how many stay at the end.
        new: what stands between them afterwards.
    """

    first: int
    last: int
    new: str | tuple[str, ...]

    def __repr__(self) -> str:
        """Show how much stays and how much is new, and nothing of it."""
        return f"Splice({self.first}, {self.last}, {len(self.new)} new)"

    def document(self) -> list[object]:
        """Return it as the list that stands in an entry."""
        return [self.first, self.last, self.new if isinstance(self.new, str) else list(self.new)]


def read_splice(document: object) -> Splice:
    """Return the splice that an entry's list holds.

    Raises:
        ValueError: it holds none.
    """
    match document:
        case [int(first), int(last), str(new)] if first >= 0 <= last:
            return Splice(first, last, new)
        case [int(first), int(last), list(new)] if first >= 0 <= last:
            if all(isinstance(one, str) for one in new):
                return Splice(first, last, tuple(new))
    raise ValueError("this is no change of a text")


def splice(before: str | tuple[str, ...], after: str | tuple[str, ...]) -> Splice:
    """Return what makes one text of another, or one tuple of texts of another."""
    first = _alike(before, after)
    last = _alike(before[first:][::-1], after[first:][::-1])
    return Splice(first, last, after[first : len(after) - last])


def spliced(before: str | tuple[str, ...], change: Splice) -> str | tuple[str, ...]:
    """Return the text, or the tuple of texts, after a change.

    Raises:
        ValueError: more is to stay than there is, or a text and a tuple are mixed.
    """
    if change.first + change.last > len(before):
        raise ValueError("more is to stay than there is")
    head, tail = before[: change.first], before[len(before) - change.last :]
    if isinstance(head, str) and isinstance(tail, str) and isinstance(change.new, str):
        return head + change.new + tail
    if isinstance(head, tuple) and isinstance(tail, tuple) and isinstance(change.new, tuple):
        return (*head, *change.new, *tail)
    raise ValueError("a change of one kind cannot be made in another")


def folded_text(changes: Iterable[Splice]) -> str:
    """Return the text that the changes of a text make, in order, beginning with none."""
    text: str | tuple[str, ...] = ""
    for change in changes:
        text = spliced(text, change)
    return str(text)


def folded_list(changes: Iterable[Splice]) -> tuple[str, ...]:
    """Return the texts that the changes of a tuple make, in order, beginning with none."""
    texts: str | tuple[str, ...] = ()
    for change in changes:
        texts = spliced(texts, change)
    return tuple(texts)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items two sequences have in common at the beginning."""
    # Slices are compared at once, which is much faster than item by item.
    most = min(len(one), len(other))
    lengths = range(1, most + 1)
    return bisect_left(lengths, 1, key=lambda length: one[:length] != other[:length])
