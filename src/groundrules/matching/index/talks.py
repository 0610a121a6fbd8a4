"""The talks: what an index on disk is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Talk(NamedTuple):
    """A conversation, or a text of an archive, as an index takes it in.

    Attributes:
        id: the conversation's id, or the name of the text.
        stamp: which state of its source was read, such as a digest; only compared.
        contact: whom to ask where nobody may open it; people are shown it.
        ids: the id of each statement, in the order of the talk.
        speakers: who made each, by the ids of the parties.
        texts: the words of each.
    """

    id: str
    stamp: str
    contact: str
    ids: tuple[str, ...]
    speakers: tuple[str, ...]
    texts: tuple[str, ...]


def portions(talks: Iterable[Talk], least: int) -> Iterator[list[Talk]]:
    """Yield talks in portions of at least so many statements; the last may have fewer."""
    portion: list[Talk] = []
    size = 0
    for talk in talks:
        portion.append(talk)
        size += len(talk.texts)
        if size >= least:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
