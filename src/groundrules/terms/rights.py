"""The axes of use rights: what a promise lets the journalist do with the words.

Each axis is an ordered scale, freest first, so that two promises about the same words have a
strictest common reading: `strictest` is the meet of a lattice and `freest` its join.
"""

from __future__ import annotations

from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Axis(StrEnum):
    """A scale of permissions. Members are declared from the freest to the strictest.

    Attributes:
        strictness: the place on the scale; 0 is the freest.
    """

    strictness: int

    def __init__(self, word: str) -> None:
        """Take the next place on the scale: kept, since every comparison of promises asks."""
        del word
        self.strictness = len(type(self).__members__)


class Publish(Axis):
    """May the information appear at all?"""

    YES = "yes"
    IF_INDEPENDENT = "if-independently-obtained"
    NO = "no"


class Quote(Axis):
    """In which form may the words appear?"""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    NO = "no"


class Attribute(Axis):
    """To whom may the words be attributed?"""

    NAME = "name"
    DESCRIPTION = "description"
    INSTITUTION = "institution"
    NONE = "none"


class Attendance(Axis):
    """May it be said that somebody was there? Chatham House covers every participant."""

    OPEN = "open"
    SECRET = "secret"  # noqa: S105 - a permission, not a password


class Pursue(Axis):
    """May the information be taken to other sources, to be had from them?"""

    YES = "yes"
    NO = "no"


class Repeat(Axis):
    """Who may be told inside and outside the newsroom?"""

    ANYONE = "anyone"
    NEED_TO_KNOW = "need-to-know"
    NOBODY = "nobody"


class Contradict(Axis):
    """May the words be used to contradict a public statement?"""

    YES = "yes"
    NO = "no"


class Rights(NamedTuple):
    """What one promise allows, axis by axis. The default is everything: on the record."""

    publish: Publish = Publish.YES
    quote: Quote = Quote.VERBATIM
    attribute: Attribute = Attribute.NAME
    attendance: Attendance = Attendance.OPEN
    pursue: Pursue = Pursue.YES
    repeat: Repeat = Repeat.ANYONE
    contradict: Contradict = Contradict.YES

    def changed(self, changes: Mapping[str, Axis]) -> Self:
        """Return these rights with the named axes replaced."""
        return type(self)(**{**self.by_axis(), **changes})  # type: ignore[arg-type]

    def by_axis(self) -> dict[str, Axis]:
        """Return axis name to permission, in the order of `AXES`."""
        return {name: getattr(self, name) for name in AXES}

    def allows(self, other: Rights) -> bool:
        """Tell whether these rights are as free as `other` on every axis, or freer."""
        return strictest(self, other) == other


AXES: dict[str, type[Axis]] = {
    "publish": Publish,
    "quote": Quote,
    "attribute": Attribute,
    "attendance": Attendance,
    "pursue": Pursue,
    "repeat": Repeat,
    "contradict": Contradict,
}
"""Every axis by its name, in the order in which they are always shown."""

assert tuple(AXES) == Rights._fields  # noqa: S101 - a typo would hide an axis

FREE = Rights()
"""Nothing is withheld: the top of the lattice."""

SEALED = Rights(**{name: list(axis)[-1] for name, axis in AXES.items()})  # type: ignore[arg-type]
"""Everything is withheld: the bottom of the lattice."""


def strictest(*rights: Rights) -> Rights:
    """Return what all of these promises allow together: on each axis the strictest permission."""
    return _extreme(rights, max, FREE)


def freest(*rights: Rights) -> Rights:
    """Return what any one of these promises allows: on each axis the freest permission."""
    return _extreme(rights, min, SEALED)


def _extreme(rights: Iterable[Rights], pick: Any, neutral: Rights) -> Rights:  # noqa: ANN401 - min or max
    axes = zip(*map(_permissions, (neutral, *rights)), strict=True)
    return Rights(*(pick(permissions, key=_strictness) for permissions in axes))


_permissions = attrgetter(*AXES)
_strictness = attrgetter("strictness")
