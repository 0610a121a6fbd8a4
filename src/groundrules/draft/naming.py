"""The places where a draft names somebody, in any of the forms in which copy names people.

A form is found whatever stands inside the name that readers do not see, whether or not its accents
are written, across the end of a line or marks of emphasis, and with `'s` behind it. It is found
with capitals only, or where the whole name stands there without: *young* is not Ms. Young.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from groundrules.draft.lexicon import NAME_PARTICLES
from groundrules.draft.name_words import is_also_a_word, is_unspaced, name_words
from groundrules.draft.printed import printed
from groundrules.draft.whole_name import whole_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft, Span
    from groundrules.draft.name_words import NameWords
    from groundrules.draft.whole_name import WholeName

_MIDDLE_NAMES = 2
_ALIKE = 3
"""How many first letters a short form has in common with a given name: *Dan*, *Daniel*."""


class NameForm(StrEnum):
    """In which form a name stands in the draft, the surest first.

    `PART` is a part of the surname alone that may well be something else: a word, a middle name.
    """

    FULL = "full"
    INVERTED = "inverted"
    INITIAL = "initial"
    TITLED = "titled"
    VARIANT = "variant"
    SURNAME = "surname"
    UNCAPITALISED = "uncapitalised"
    PART = "part"


class NameFound(NamedTuple):
    """A place where somebody is named: `Dana R. Whitfield`, `Ms. Whitfield`, `D. Whitfield`."""

    span: Span
    form: NameForm


_Place: TypeAlias = "tuple[int, int, NameForm]"
"""The numbers of the first word and the last, and the form."""


def find_name(draft: Draft, name: str) -> tuple[NameFound, ...]:
    """Return every place where a draft names somebody, in order; no two overlap.

    A part of the surname counts where the whole of it does not stand.

    Args:
        draft: the draft.
        name: the whole name, given name first, with or without titles; or one name alone.
    """
    if is_unspaced(name):
        return tuple(_written_so(draft, name))
    copy, named = name_words(draft), whole_names(name)
    whole = {place for one in named for place in _wholes(copy, one)}
    parts = {place for one in named for place in _parts(copy, one)} - whole
    taken: set[int] = set()
    found: list[NameFound] = []
    for first, last, form in (*sorted(whole), *sorted(parts, key=_longest_first)):
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            found.append(NameFound(copy.span(first, last), form))
    return tuple(sorted(found))


def _longest_first(place: _Place) -> tuple[int, _Place]:
    first, last, _ = place
    return first - last, place


def _written_so(draft: Draft, name: str) -> Iterator[NameFound]:
    """Find a name of a script without spaces between words: wherever its characters stand."""
    shown = printed(draft)
    for match in re.finditer(re.escape(name.strip()), shown.text):
        yield NameFound(shown.span(*match.span()), NameForm.FULL)


def _wholes(copy: NameWords, name: WholeName) -> Iterator[_Place]:
    """Yield where the whole surname stands, alone or with more of the name."""
    for at in copy.places.get(name.surname[-1], ()):
        first = at - len(name.surname) + 1
        if copy.are(first, name.surname):
            yield from _forms(copy, name, _with_particles(copy, first, at), at)
    yield from _handles(copy, name, name.surname)


def _parts(copy: NameWords, name: WholeName) -> Iterator[_Place]:
    """Yield where a part of the surname stands for it, and no longer name does."""
    for part in (*name.parts, *filter(None, (name.between,))):
        unsure = part == name.between or any(map(is_also_a_word, part))
        alone = NameForm.PART if unsure else NameForm.SURNAME
        for at in copy.places.get(part[-1], ()):
            first = at - len(part) + 1
            if copy.are(first, part) and not copy.is_longer(first, at):
                for start, end, form in _forms(copy, name, _with_particles(copy, first, at), at):
                    yield start, end, {**_OF_A_PART, NameForm.SURNAME: alone}.get(form, form)
        yield from _handles(copy, name, part)


_OF_A_PART = {NameForm.FULL: NameForm.VARIANT, NameForm.INVERTED: NameForm.VARIANT}
"""The given name with a part of the surname may be somebody else's whole name."""


def _with_particles(copy: NameWords, first: int, at: int) -> int:
    """Return where the particles begin that stand before a surname with a capital, if any do.

    The first of them is in small letters: *Ben* and *Al* are given names.
    """
    start = first
    while copy.text(start - 1) in NAME_PARTICLES and copy.is_joined(start - 1):
        start -= 1
    while start < first and copy.is_capitalised(start):
        start += 1
    return start if copy.is_capitalised(at) else first


def _handles(copy: NameWords, name: WholeName, surname: tuple[str, ...]) -> Iterator[_Place]:
    """Yield where the given name and the surname are run together: a handle or a hashtag."""
    if name.given:
        for at in copy.places.get("".join((name.given[0], *surname)), ()):
            yield at, at, NameForm.VARIANT


def _forms(copy: NameWords, name: WholeName, first: int, at: int) -> Iterator[_Place]:
    """Yield the place and the form of the name whose surname stands at these words."""
    if not name.given:
        if copy.is_capitalised(at):
            yield first, at, NameForm.FULL
        return
    if not copy.is_capitalised(at):
        before = first - 1
        if copy.are(before, name.given[:1]) and copy.is_joined(before) and copy.is_handle(before):
            yield before, at, NameForm.UNCAPITALISED
        return
    start, form = _before_surname(copy, name, first)
    if form:
        yield start, at, form
    elif copy.is_inverted(at) and _is_given_of(copy, name, first, at):
        yield first, at + 1, NameForm.INVERTED
    elif not copy.is_part_of_another(first, at):
        yield first, at, NameForm.SURNAME


def _before_surname(copy: NameWords, name: WholeName, first: int) -> tuple[int, NameForm | None]:
    """Return where the name starts whose surname does here, and its form; None for no form."""
    given = name.given[0]
    start = first
    for _ in range(_MIDDLE_NAMES + 1):
        start -= 1
        if not copy.is_joined(start) or not copy.is_capitalised(start):
            break
        if given in copy.spelt(start):
            return start, NameForm.FULL
        if copy.is_initial(start) and copy.text(start)[0] == given[0]:
            return start, NameForm.INITIAL
        if not copy.is_initial(start) and (copy.is_title(start) or copy.is_small(start)):
            break
    return _titled_or_variant(copy, name, first)


def _titled_or_variant(copy: NameWords, name: WholeName, first: int) -> tuple[int, NameForm | None]:
    before = first - 1
    if not copy.is_joined(before) or not copy.is_capitalised(before):
        return first, None
    if copy.is_title(before):
        return before, NameForm.TITLED
    spelt = copy.spelt(before)
    if any(one in name.given or _is_short_for(one, name.given[0]) for one in spelt):
        return before, NameForm.VARIANT
    return first, None


def _is_short_for(text: str, given: str) -> bool:
    return len(text) >= _ALIKE and text[:_ALIKE] == given[:_ALIKE]


def _is_given_of(copy: NameWords, name: WholeName, first: int, at: int) -> bool:
    """Tell whether the given name stands behind a surname, and not a whole name of its own."""
    given = at + 1
    if not copy.is_capitalised(given):
        return False
    initial = copy.is_initial(given) and copy.text(given)[0] == name.given[0][0]
    own = copy.is_joined(given) and copy.are(given + 1, copy.texts[first : at + 1])
    return (initial or name.given[0] in copy.spelt(given)) and not own
