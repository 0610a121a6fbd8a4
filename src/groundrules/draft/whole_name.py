"""A whole name taken apart: what stands before the surname, the surname, and what it is cut to.

Copy has *Beethoven* for Ludwig van Beethoven, *Byrne* for Dónal O'Shaughnessy-Byrne, and
*Pedro Sánchez* for Pedro Sánchez Castejón. Where a keyboard lacks a letter, it has *Mueller*.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from groundrules.draft.lexicon import NAME_PARTICLES, NAME_SUFFIXES, TITLES
from groundrules.draft.name_words import name_parts
from groundrules.draft.small_words import DETERMINERS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAINTS = frozenset({"san", "st", "mac"})
"""Particles that no name goes without: what is behind them is mostly a given name."""

_SPELLINGS = (0, -1)
"""The plainest of the spellings of a word, and the other, if it has another."""

_Part: TypeAlias = "list[tuple[str, ...]]"
"""What stands between two blanks: one word, or several with hyphens between; each as spelt."""


class WholeName(NamedTuple):
    """A name in folded words, in one spelling.

    Attributes:
        given: what stands before the surname.
        surname: the surname with its particles; none where the name has no word.
        parts: what of the surname stands for it: without its particles, and each of two.
        between: the last word but one, where a surname may stand: *Sánchez*, or a middle name.
    """

    given: tuple[str, ...]
    surname: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()
    between: tuple[str, ...] = ()

    def surnames(self) -> Iterator[tuple[str, ...]]:
        """Yield all that stands for the surname, the whole of it first."""
        yield self.surname
        yield from self.parts
        if self.between:
            yield self.between


def whole_names(name: str) -> tuple[WholeName, ...]:
    """Return a name taken apart, in every way in which it is typed, the plainest first.

    Args:
        name: given name first, with or without titles and suffixes; or one name alone.
    """
    given, surname = _taken_apart(name)
    if not surname:
        return ()
    return tuple(
        dict.fromkeys(
            _named([_typed(part, way) for part in given], [_typed(part, other) for part in surname])
            for way, other in product(_SPELLINGS, repeat=2)
        )
    )


def words_alone(name: WholeName) -> tuple[str, ...]:
    """Return each word of a name that tells by itself who is meant: no particle, no initial."""
    ends = {*name.given[:1], name.surname[-1]}
    return tuple(
        word
        for word in dict.fromkeys((*name.given, *name.surname))
        if len(word) > 1
        and (word in ends or word not in NAME_PARTICLES)
        and word not in DETERMINERS | PREPOSITIONS
    )


def _taken_apart(name: str) -> tuple[list[_Part], list[_Part]]:
    """Return what stands before the surname, and the surname, without titles and suffixes."""
    surname, _, given = name.partition(",")
    if given.strip(" .").casefold() not in NAME_SUFFIXES:
        name = f"{given} {surname}"
    parts = [one for one in map(name_parts, name.split()) if one]
    while len(parts) > 1 and _first(parts[0]) in TITLES:
        del parts[0]
    while len(parts) > 1 and _first(parts[-1]) in NAME_SUFFIXES:
        del parts[-1]
    start = max(len(parts) - 1, 0)
    while start > 1 and _first(parts[start - 1]) in NAME_PARTICLES:
        start -= 1
    return parts[:start], parts[start:]


def _first(part: _Part) -> str:
    return part[0][0]


def _typed(part: _Part, spelling: int) -> tuple[str, ...]:
    return tuple(word[spelling] for word in part)


def _named(given: list[tuple[str, ...]], surname: list[tuple[str, ...]]) -> WholeName:
    before = tuple(word for part in given for word in part)
    particles = tuple(word for part in surname[:-1] for word in part)
    return WholeName(
        before,
        (*particles, *surname[-1]),
        tuple(_parts(particles, surname[-1])) if given else (),
        given[-1] if _is_name(given[1:]) else (),
    )


def _parts(particles: tuple[str, ...], own: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if particles and _SAINTS.isdisjoint(particles):
        yield own
    if len(own) > 1:
        yield from ((word,) for word in own if _is_name([(word,)]))


def _is_name(parts: list[tuple[str, ...]]) -> bool:
    """Tell whether the last of some parts is no initial, no particle and no title."""
    return bool(parts) and all(
        len(word) > 1 and word not in NAME_PARTICLES and word not in TITLES for word in parts[-1]
    )
