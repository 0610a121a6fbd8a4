"""Descriptions of sources: does the draft's say what was agreed, more than that, or another thing?

Two descriptions are the same where their content words are, whatever their case, articles,
number, hyphens, quotation marks and order: “senior administration officials” say what “a senior
official of the administration” says. The function words below therefore do not count.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from groundrules.draft import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Fit(StrEnum):
    """How a description in a draft fits those that were agreed."""

    AGREED = "agreed"
    NARROWER = "narrower"
    OTHER = "other"


def fit(used: str, agreed: Iterable[str], *, opens_sentence: bool = False) -> Fit:
    """Return how a description fits those that were agreed.

    It is narrower where it says all that one of them says and more, or where it adds what points
    at few people: a name, a number or an office.

    Args:
        used: the description in the draft.
        agreed: those that were agreed; at least one.
        opens_sentence: its first word is a capital for that reason alone.
    """
    said = content(used)
    allowed = [content(one) for one in agreed]
    if said in allowed:
        return Fit.AGREED
    known = frozenset[str]().union(*allowed)
    pointers = frozenset(_pointers(used, opens_sentence=opens_sentence))
    if pointers - known or any(one < said for one in allowed):
        return Fit.NARROWER
    return Fit.OTHER


def content(description: str) -> frozenset[str]:
    """Return the content words of a description, in lower case and in the singular."""
    words = _words(description)
    if words[:1] == ["the"] and words[1:2] in (["other"], ["same"]):
        del words[:2]
    if words and (words[0] in _COUNTS or words[0].isdecimal()):
        del words[0]
    return frozenset(_singular(word) for word in words if word not in _FUNCTION)


def adds_nothing(used: str, agreed: Iterable[str]) -> bool:
    """Tell whether a description says nothing that an agreed one does not: `the official`."""
    told = content(used) - _COUNTS
    return any(told <= content(one) | GENERIC | _ANYBODY for one in agreed)


def tells_nothing(description: str) -> bool:
    """Tell whether a description says no more than that there is somebody: `a source`."""
    return content(description) <= GENERIC


def tells_office_or_name(
    description: str, *, beside: frozenset[str], opens_sentence: bool = False
) -> bool:
    """Tell whether it has a name, a number or an office besides some words.

    Args:
        description: the description in the draft.
        beside: the words that do not count, in the form in which `content` has them.
        opens_sentence: its first word is a capital for that reason alone.
    """
    return any(word not in beside for word in _pointers(description, opens_sentence=opens_sentence))


def points_back(description: str) -> bool:
    """Tell whether it can only mean people whom readers have met: `both nurses`, `the woman`."""
    first = next(iter(_words(description)), "")
    anybody = content(description) - _COUNTS <= _ANYBODY
    return first == "both" or (first in _DEFINITE and anybody)


def is_elliptical(description: str) -> bool:
    """Tell whether it leaves the noun to what was said before: `one`, `another`, `the other`."""
    words = [word for word in _words(description) if word != "the"]
    return len(words) == 1 and words[0] in _ELLIPTICAL


def is_indefinite(description: str, *, plural: bool) -> bool:
    """Tell whether it means somebody whom nobody has heard of yet: `an aide`, `two officials`."""
    first = next(iter(_words(description)), "")
    counted = (first in _COUNTS and first != "both") or first.isdecimal() or first in {"a", "an"}
    return counted or (plural and first not in _POINTING)


def in_short(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, in lower case and in the singular, without articles."""
    return tuple(_singular(word) for word in _words(text) if word not in _ARTICLES)


def formulas(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    """Return phrases of a policy in short; one that has no words but articles means nothing."""
    return [words for words in map(in_short, phrases) if words]


def holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Tell whether words hold a phrase, its words next to each other."""
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))


def _words(text: str) -> list[str]:
    return [_unowned(word) for word in wording.word_list(text)]


def _unowned(word: str) -> str:
    return word.removesuffix("'s").rstrip("'")


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return word[:-1] if len(word) > _SHORTEST_PLURAL and word.endswith("s") else word


def _pointers(description: str, *, opens_sentence: bool) -> Iterator[str]:
    """Yield the words that point at few people, in the form in which `content` has them."""
    found = wording.words(description)
    for place, (text, start) in enumerate(zip(found.texts, found.starts, strict=True)):
        word = _singular(_unowned(text))
        proper = description[start].isupper() and (place or not opens_sentence)
        counted = place and (text[0].isdecimal() or text in _NUMBERS)
        if proper or counted or word in _OFFICES:
            yield word


GENERIC = frozenset(
    {"aide", "individual", "insider", "man", "observer", "official", "person", "somebody"}
    | {"someone", "source", "woman"}
)
"""Words for a person that tell nothing about who it is."""

_ANYBODY = frozenset(
    {"couple", "duo", "individual", "man", "pair", "person", "source", "trio", "woman"}
)
_ELLIPTICAL = frozenset({"another", "both", "each", "neither", "one", "other"})
_DEFINITE = frozenset({"that", "the", "these", "this", "those"})
_SHORTEST_PLURAL = 3
_IRREGULAR = {"people": "person", "men": "man", "women": "woman"}
_ARTICLES = frozenset({"a", "an", "the"})
_POINTING = frozenset(
    {"both", "her", "his", "its", "our", "that", "the", "their", "these", "those"}
)
_NUMBERS = frozenset(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen"}
)
_COUNTS = (
    _NUMBERS
    | {"another", "both", "few", "many", "multiple", "other", "second"}
    | {
        "several",
        "some",
    }
)
_FUNCTION = _ARTICLES | {
    *("and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "her"),
    *("his", "in", "is", "it", "its", "of", "on", "or", "that", "their", "these", "this"),
    *("those", "to", "was", "were", "which", "who", "whom", "whose", "with"),
}
_OFFICES = frozenset(
    {"adviser", "advisor", "ambassador", "attorney", "bureau", "cabinet", "campaign", "chair"}
    | {"chairman", "chairwoman", "chief", "clerk", "colonel", "commissioner", "committee"}
    | {"consul", "council", "counsel", "delegate", "department", "deputy", "director", "division"}
    | {"embassy", "executive", "general", "governor", "inspector", "judge", "lawyer", "manager"}
    | {"mayor", "minister", "ministry", "office", "president", "prosecutor", "secretary"}
    | {"senator", "spokesman", "spokesperson", "spokeswoman", "treasurer", "undersecretary"}
)
"""Offices of which there are few: to name one narrows the circle."""
