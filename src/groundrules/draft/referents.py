"""Whom a source means that points back: *she*, *the official*, *one of the clerks*, *both*."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.attribution import SourceForm
from groundrules.draft.lexicon import is_person
from groundrules.draft.small_words import DETERMINERS, FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.said import Said

_POINTING = frozenset(["the", "that", "this", "those", "these", "both"])
_LONGEST = 4
"""Words in a description that points back; a longer one describes anew, if it tells anything new.
"""

_OF_SEVERAL = frozenset(["one", "two", "three", "four", "some", "several", "most", "all", "each"])
_ALONE = _OF_SEVERAL | {"both", "neither", "half"}
_ANYBODY = frozenset(["couple", "duo", "man", "pair", "person", "source", "trio", "two", "woman"])
_PEOPLE = frozenset([SourceForm.NAMED, SourceForm.DESCRIBED])
_BODIES = frozenset([SourceForm.INSTITUTION])
_MEANT = {"he": _PEOPLE, "she": _PEOPLE, "they": _PEOPLE | _BODIES, "it": _BODIES}


class _Latest(NamedTuple):
    """The attributions so far that may be meant again.

    Attributes:
        of_form: the latest of each form.
        of_noun: the latest whose description has a noun for a person, by the noun.
        of_several: likewise, but of several people; the latest of all under "".
        told: what each description tells, by the attribution's number.
    """

    of_form: dict[SourceForm, int]
    of_noun: dict[str, int]
    of_several: dict[str, int]
    told: dict[int, frozenset[str]]


def referents(text: str, said: Sequence[Said]) -> list[int]:
    """Return for each attribution the number of the one whose source it means again, or -1."""
    latest = _Latest({}, {}, {}, {})
    found: list[int] = []
    for number, one in enumerate(said):
        words = text[slice(*one.source)].replace("’", "'").lower().split()
        found.append(_referent(latest, one, words))
        if one.form is not SourceForm.PRONOUN:
            latest.of_form[one.form] = number
        if one.form is SourceForm.DESCRIBED:
            _note(latest, one, words, number)
    return found


def _note(latest: _Latest, one: Said, words: list[str], number: int) -> None:
    nouns = _nouns(words)
    latest.told[number] = _told(words)
    latest.of_noun.update(dict.fromkeys(nouns, number))
    if one.plural and nouns:
        latest.of_several.update(dict.fromkeys([*nouns, ""], number))


def _referent(latest: _Latest, one: Said, words: list[str]) -> int:
    if one.form is SourceForm.PRONOUN:
        forms = _MEANT.get(words[0].partition("'")[0], frozenset())
        return max((latest.of_form.get(form, -1) for form in forms), default=-1)
    if one.form is not SourceForm.DESCRIBED or not words:
        return -1
    if len(words) == 1:
        return latest.of_several.get("", -1) if words[0] in _ALONE else -1
    if words[0] in _OF_SEVERAL and words[1] == "of":
        pointing = len(words) > 2 and words[2] in _POINTING  # noqa: PLR2004 - behind `one of`
        return _pointed_at(latest, latest.of_several, words[2:]) if pointing else -1
    return _pointed_at(latest, latest.of_noun, words) if words[0] in _POINTING else -1


def _pointed_at(latest: _Latest, by_noun: dict[str, int], words: list[str]) -> int:
    """Return the latest whom a description with `the` may mean: it has the noun, or tells it all.

    `The woman` may be whoever was described last, unless somebody has been named since.
    """
    nouns = _nouns(words)
    if len(words) <= _LONGEST:
        meant = max((by_noun.get(noun, -1) for noun in _nouns(words[-1:])), default=-1)
    else:
        known = {by_noun.get(noun, -1) for noun in nouns}
        meant = max(
            (one for one in known if one >= 0 and _told(words) <= latest.told[one]), default=-1
        )
    if meant < 0 and len(words) <= _LONGEST and _singular(words[-1].strip(",.")) in _ANYBODY:
        described = latest.of_form.get(SourceForm.DESCRIBED, -1)
        return described if described > latest.of_form.get(SourceForm.NAMED, -1) else -1
    return meant


def _told(words: list[str]) -> frozenset[str]:
    """Return what a description tells: its words without the small ones, in the singular."""
    bare = (word.strip(",.") for word in words)
    return frozenset(
        _singular(word) for word in bare if word not in FUNCTION_WORDS and word not in DETERMINERS
    )


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
