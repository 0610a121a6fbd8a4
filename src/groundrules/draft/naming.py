"""The places where a draft names somebody, in any of the forms in which copy names people.

A form is found whatever stands inside the name that readers do not see, whether or not its accents
are written, across the end of a line or marks of emphasis, and with `'s` behind it. It is found
with capitals only, or where the whole name stands there without: *young* is not Ms. Young.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.lexicon import NAME_PARTICLES, NAME_SUFFIXES, TITLES
from groundrules.draft.name_words import is_unspaced, name_parts, name_words
from groundrules.draft.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft, Span
    from groundrules.draft.name_words import NameWords

_MIDDLE_NAMES = 2
_ALIKE = 3
"""How many first letters a short form has in common with a given name: *Dan*, *Daniel*."""


class NameForm(StrEnum):
    """In which form a name stands in the draft, the surest first."""

    FULL = "full"
    INVERTED = "inverted"
    INITIAL = "initial"
    TITLED = "titled"
    VARIANT = "variant"
    SURNAME = "surname"
    UNCAPITALISED = "uncapitalised"


class NameFound(NamedTuple):
    """A place where somebody is named: `Dana R. Whitfield`, `Ms. Whitfield`, `D. Whitfield`."""

    span: Span
    form: NameForm


class WholeName(NamedTuple):
    """A name in folded words: what stands before the surname, and the surname."""

    given: tuple[str, ...]
    surname: tuple[str, ...]


def find_name(draft: Draft, name: str) -> tuple[NameFound, ...]:
    """Return every place where a draft names somebody, in order; no two overlap.

    Args:
        draft: the draft.
        name: the whole name, given name first, with or without titles; or one name alone.
    """
    if is_unspaced(name):
        return tuple(_written_so(draft, name))
    parts = whole_name(name)
    if not parts.surname:
        return ()
    copy = name_words(draft)
    found = [
        NameFound(copy.span(first, last), form)
        for at in copy.places.get(parts.surname[-1], ())
        for first, last, form in _forms(copy, parts, at)
    ]
    joined = "".join((*parts.given[:1], *parts.surname))
    if parts.given:  # a handle or a hashtag
        places = copy.places.get(joined, ())
        found.extend(NameFound(copy.span(at, at), NameForm.VARIANT) for at in places)
    return tuple(_apart(sorted(found)))


def _apart(found: list[NameFound]) -> Iterator[NameFound]:
    end = -1
    for one in found:
        if one.span.start >= end:
            end = one.span.end
            yield one


def _written_so(draft: Draft, name: str) -> Iterator[NameFound]:
    """Find a name of a script without spaces between words: wherever its characters stand."""
    shown = printed(draft)
    for match in re.finditer(re.escape(name.strip()), shown.text):
        yield NameFound(shown.span(*match.span()), NameForm.FULL)


def whole_name(name: str) -> WholeName:
    """Return the words of a name, without titles and suffixes; no surname where it has no word."""
    surname, _, given = name.partition(",")
    if given.strip(" .").casefold() not in NAME_SUFFIXES:
        name = f"{given} {surname}"
    parts = [one for one in (name_parts(part) for part in name.split()) if one]
    while len(parts) > 1 and parts[0][0] in TITLES:
        del parts[0]
    while len(parts) > 1 and parts[-1][0] in NAME_SUFFIXES:
        del parts[-1]
    start = max(len(parts) - 1, 0)
    while start > 1 and parts[start - 1][0] in NAME_PARTICLES:
        start -= 1
    return WholeName(
        tuple(word for part in parts[:start] for word in part),
        tuple(word for part in parts[start:] for word in part),
    )


def _forms(copy: NameWords, name: WholeName, at: int) -> Iterator[tuple[int, int, NameForm]]:
    """Yield the first word, the last and the form of the name whose surname ends at a word."""
    first = at - len(name.surname) + 1
    if first < 0 or tuple(copy.texts[first : at + 1]) != name.surname:
        return
    if not all(copy.is_joined(one) for one in range(first, at)):
        return
    if not name.given:
        if copy.is_capitalised(at):
            yield first, at, NameForm.FULL
        return
    if not copy.is_capitalised(at):
        before = first - 1
        if copy.text(before) == name.given[0] and copy.is_joined(before) and copy.is_handle(before):
            yield before, at, NameForm.UNCAPITALISED
        return
    start, form = _before_surname(copy, name, first)
    if form:
        yield start, at, form
    elif copy.is_inverted(at) and _is_given(copy, at + 1, name.given[0]):
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
        if copy.text(start) == given:
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
    text = copy.text(before)
    alike = len(text) >= _ALIKE and text[:_ALIKE] == name.given[0][:_ALIKE]
    if alike or text in name.given:
        return before, NameForm.VARIANT
    return first, None


def _is_given(copy: NameWords, at: int, given: str) -> bool:
    text = copy.text(at)
    return copy.is_capitalised(at) and (
        text == given or (copy.is_initial(at) and text[0] == given[0])
    )
