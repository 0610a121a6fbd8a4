"""The marks of a name: what must stand in a draft before `find_name` can find the name there.

A draft that has none of a name's marks does not name its bearer in any form. So a program that
knows the marks alone, perhaps only as keyed digests, can tell whom it need not look for.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from groundrules.draft.name_words import is_unspaced, name_words
from groundrules.draft.printed import printed
from groundrules.draft.whole_name import whole_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft


def marks_of(name: str) -> frozenset[str]:
    """Return the marks of a name; none for a name without a word, which is never found."""
    if is_unspaced(name):
        return frozenset({_signs_of(name.strip())})
    return frozenset(_marks_of(name))


def marks_in(draft: Draft) -> frozenset[str]:
    """Return the marks that stand in a draft."""
    return draft.keep("name marks", lambda one: frozenset(_marks_in(one)))


def surname_marked(mark: str) -> str:
    """Return the word of the draft, as names are folded, that a mark is about; "" for a script."""
    kind, _, words = mark.partition(":")
    return "" if kind == "signs" else words.rpartition(" ")[2]


def _marks_of(name: str) -> Iterator[str]:
    for whole in whole_names(name):
        for surname in whole.surnames():
            yield _surname(surname[-1])
            if whole.given:
                yield _pair(whole.given[0], surname[0])
                yield _handle("".join((whole.given[0], *surname)))


def _marks_in(draft: Draft) -> Iterator[str]:
    copy = name_words(draft)
    spelt = [copy.spelt(at) for at in range(len(copy.texts))]
    for at, own in enumerate(spelt):
        yield from map(_handle, own)
        if copy.is_capitalised(at):
            yield from map(_surname, own)
    for pair in pairwise(spelt):
        yield from (_pair(*one) for one in product(*pair))
    shown = printed(draft).text
    if not shown.isascii():
        for first, then in pairwise(f"{shown} "):
            if is_unspaced(first):
                yield f"signs:{first}"
                if is_unspaced(then):
                    yield f"signs:{first}{then}"


def _signs_of(name: str) -> str:
    """Return the first one or two characters of the script that puts no spaces between words."""
    at = next(place for place, sign in enumerate(name) if is_unspaced(sign))
    then = name[at + 1 : at + 2]
    return f"signs:{name[at]}{then if is_unspaced(then) else ''}"


def _surname(word: str) -> str:
    return f"surname:{word}"


def _pair(given: str, surname: str) -> str:
    return f"pair:{given} {surname}"


def _handle(word: str) -> str:
    return f"handle:{word}"
