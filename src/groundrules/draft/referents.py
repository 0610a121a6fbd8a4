"""Whom a source means that points back: *she*, *the official*, *those people*."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.attribution import SourceForm
from groundrules.draft.lexicon import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.said import Said

_POINTING = frozenset(["the", "that", "this", "those", "these"])
_LONGEST = 4
"""Words in a description that points back; a longer one describes anew."""

_PEOPLE = frozenset([SourceForm.NAMED, SourceForm.DESCRIBED])
_BODIES = frozenset([SourceForm.INSTITUTION])
_MEANT = {"he": _PEOPLE, "she": _PEOPLE, "they": _PEOPLE | _BODIES, "it": _BODIES}


class _Latest(NamedTuple):
    """The attributions so far that may be meant again: by form, and by each noun for a person."""

    of_form: dict[SourceForm, int]
    of_noun: dict[str, int]


def referents(text: str, said: Sequence[Said]) -> list[int]:
    """Return for each attribution the number of the one whose source it means again, or -1."""
    latest = _Latest({}, {})
    found: list[int] = []
    for number, one in enumerate(said):
        words = text[slice(*one.source)].replace("’", "'").lower().split()
        found.append(_referent(latest, one, words))
        if one.form is not SourceForm.PRONOUN:
            latest.of_form[one.form] = number
        if one.form is SourceForm.DESCRIBED:
            latest.of_noun.update(dict.fromkeys(_nouns(words), number))
    return found


def _referent(latest: _Latest, one: Said, words: list[str]) -> int:
    if one.form is SourceForm.PRONOUN:
        forms = _MEANT.get(words[0].partition("'")[0], frozenset())
        return max((latest.of_form.get(form, -1) for form in forms), default=-1)
    if one.form is SourceForm.DESCRIBED and words[0] in _POINTING and len(words) <= _LONGEST:
        return max((latest.of_noun.get(noun, -1) for noun in _nouns(words[-1:])), default=-1)
    return -1


def _nouns(words: list[str]) -> list[str]:
    """Return the nouns for people among words, in the singular as far as that matters here."""
    stripped = [word.strip(",.") for word in words]
    return [_singular(word) for word in stripped if is_person(word)]


def _singular(word: str) -> str:
    if word in {"people", "persons"}:
        return "person"
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word.removesuffix("s")
