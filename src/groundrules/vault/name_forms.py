"""What is looked for of a name that may not be shown: each form in which copy would name somebody.

A keyed hash of each form is kept, and nothing else. A draft's words are brought into the same forms
and hashed with the same key, so that whoever holds a draft with a name in it learns that it is one
of the names, and whoever does not learns nothing. The forms are those of `draft.naming`.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.lexicon import NAME_PARTICLES
from groundrules.draft.name_words import is_unspaced, name_parts
from groundrules.draft.whole_name import whole_names, words_alone
from groundrules.draft.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.draft.whole_name import WholeName

MOST_WORDS = 8
"""Of an affiliation, and of a run of a draft's words: what is longer is looked for by its first."""

_ALIKE = 3
"""How many first letters a short form has in common with a given name, as in `draft.naming`."""


class NamePart(StrEnum):
    """Which form of a name it is; the value keeps the hashes of one apart from those of another.

    `PART` is a part of a surname, and `BETWEEN` the word before it. `WORD` is any one word of a
    name, and `FIRST` the first of a body: by them most runs of a draft's words are told to be
    nobody's name, before they are looked at any closer; and what is handed out may have no `WORD`.
    """

    PERSON = "source"
    NAME = "name"
    MIDDLE = "middle"
    INITIAL = "initial"
    VARIANT = "variant"
    SURNAME = "surname"
    PART = "part"
    BETWEEN = "between"
    ALONE = "alone"
    WRITTEN = "written"
    BODY = "body"
    WORD = "word"
    FIRST = "first"


class NameForm(NamedTuple):
    """One form of a name: which, and the folded words."""

    part: NamePart
    text: str

    def __repr__(self) -> str:
        """Show which it is, and no word of it."""
        return f"NameForm({self.part.value})"


def person_form(name: str) -> NameForm:
    """Return the form by which somebody is the same in two talks, as `rules.people` tells it."""
    return NameForm(NamePart.PERSON, " ".join(name.casefold().split()))


def forms_of_name(name: str) -> Iterator[NameForm]:
    """Yield every form in which a draft may name somebody of this name."""
    if is_unspaced(name):
        yield _written(name)
        return
    for whole in whole_names(name):
        for word in dict.fromkeys((whole.surname[-1], *words_alone(whole))):
            yield NameForm(NamePart.WORD, word)
        yield from _forms(whole)


def _forms(whole: WholeName) -> Iterator[NameForm]:
    surname = " ".join(whole.surname)
    if not whole.given:
        yield NameForm(NamePart.ALONE, surname)
        return
    yield NameForm(NamePart.SURNAME, surname)
    for part in whole.parts:
        yield NameForm(NamePart.PART, " ".join(part))
    if whole.between:
        yield NameForm(NamePart.BETWEEN, " ".join(whole.between))
    for one in whole.surnames():
        yield from _with_given(whole, " ".join(one))


def _with_given(whole: WholeName, surname: str) -> Iterator[NameForm]:
    first, *others = whole.given
    yield NameForm(NamePart.NAME, f"{first} {surname}")
    for given in others:
        if given != surname and given not in NAME_PARTICLES:
            yield NameForm(NamePart.MIDDLE, f"{given} {surname}")
    yield NameForm(NamePart.INITIAL, f"{first[0]} {surname}")
    if len(first) >= _ALIKE:
        yield NameForm(NamePart.VARIANT, f"{first[:_ALIKE]} {surname}")


def forms_of_body(name: str) -> Iterator[NameForm]:
    """Yield the forms in which a draft may name a body, the whole first."""
    wanted = _words_of_body(name)[:MOST_WORDS]
    if wanted:
        yield NameForm(NamePart.BODY, " ".join(wanted))
        yield NameForm(NamePart.FIRST, wanted[0])


def forms_of_word(word: str) -> Iterator[NameForm]:
    """Yield what one word of a draft could be the last or the first of."""
    for part in name_parts(word):
        yield from (NameForm(NamePart.WORD, spelt) for spelt in part)
    wanted = word_list(word)
    if wanted:
        yield NameForm(NamePart.FIRST, wanted[0].removesuffix("'s"))


def forms_of_candidate(text: str) -> Iterator[NameForm]:
    """Yield what a run of a draft's words could be of somebody, the surest first."""
    if is_unspaced(text):
        yield _written(text)
    for whole in whole_names(text):
        surname = " ".join(whole.surname)
        if not whole.given:
            for part in (NamePart.ALONE, NamePart.SURNAME, NamePart.PART, NamePart.BETWEEN):
                yield NameForm(part, surname)
            continue
        given = whole.given[0]
        yield NameForm(NamePart.NAME, f"{given} {surname}")
        yield NameForm(NamePart.MIDDLE, f"{given} {surname}")
        if len(given) == 1:
            yield NameForm(NamePart.INITIAL, f"{given} {surname}")
        elif len(given) >= _ALIKE:
            yield NameForm(NamePart.VARIANT, f"{given[:_ALIKE]} {surname}")
    yield from tuple(forms_of_body(text))[:1]


def every_form(name: str, aliases: Iterable[str], affiliations: Iterable[str]) -> list[NameForm]:
    """Return all that is looked for of one person, each once."""
    found = dict.fromkeys(form for one in (name, *aliases) if one for form in forms_of_name(one))
    found |= dict.fromkeys(form for one in affiliations for form in forms_of_body(one))
    if name:
        found[person_form(name)] = None
    return [form for form in found if form.text]


def _written(name: str) -> NameForm:
    return NameForm(NamePart.WRITTEN, unicodedata.normalize("NFKC", name.strip()))


def _words_of_body(name: str) -> list[str]:
    # As `rules.names.words_of_body` has them.
    wanted = [one.removesuffix("'s") for one in word_list(name)]
    return wanted[1:] if wanted[:1] == ["the"] else wanted
