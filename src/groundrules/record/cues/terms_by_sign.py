"""Terms by sign: what somebody asks for in a sentence of which only the signs could be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.levels_by_name import levels_in
from groundrules.record.cues.riders import OF_USE, names_person
from groundrules.record.cues.rights_in_words import rights_in
from groundrules.record.facts import Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES, Attribute, Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.cues.clauses import Sentence
    from groundrules.record.cues.plain import Plain
    from groundrules.terms.rights import Axis


def terms_by_sign(read: Plain, sentence: Sentence, instead_of: Level | None = None) -> Proposal:
    """Return the terms that a sentence puts; where only a wish is heard, that nobody is named.

    They are empty where the wish is about something else: somebody's own time, or a recording.

    Args:
        read: the turn.
        sentence: the sentence of it that puts the terms.
        instead_of: the level that the terms are to replace: another one that the turn names is
            theirs.
    """
    terms = _worded(read, sentence)
    named = [one.level for one in levels_in(read.text) if one.level not in (instead_of, _FREE)]
    level = named[-1] if named else None
    if level and set(dict(terms.changes)) <= {"attribute"}:
        terms = terms._replace(changes=())
    quoted = [one["words"] for one in _DESCRIBED.finditer(read.original)]
    if not terms.descriptions:
        terms = terms._replace(descriptions=tuple(one for one in quoted[-1:] if names_person(one)))
    return settled(terms._replace(level=level))


def settled(terms: Proposal) -> Proposal:
    """Return terms so that whoever is to be described is not named as well."""
    if not terms.descriptions or terms.level:
        return terms
    changes = {**dict(terms.changes), "attribute": Attribute.DESCRIPTION}
    return terms._replace(changes=tuple((axis, changes[axis]) for axis in AXES if axis in changes))


def _worded(read: Plain, sentence: Sentence) -> Proposal:
    rights = rights_in(read.sentence(sentence.start, sentence.end))
    terms = rights.proposal()
    if dict(terms.changes) == _NOTHING_PRINTED and _SELF.search(sentence.text):
        return Proposal(changes=_UNNAMED)
    restricts = any(permission.strictness for _, permission in terms.changes)
    if restricts or terms.embargo:
        return terms
    if terms.quote_approval or _SHOWN.search(sentence.text):
        return terms._replace(quote_approval=True)
    held = _held(sentence.text)
    if held:
        when = read.words(sentence.start + held.start("time"), sentence.start + held.end("time"))
        return Proposal(embargo=Embargo(event=when), descriptions=terms.descriptions)
    if terms.descriptions or _is_aside(sentence.text, deletes=bool(rights.deletion)):
        return Proposal(descriptions=terms.descriptions)
    return Proposal(changes=_wished(sentence.text))


def _is_aside(text: str, *, deletes: bool) -> bool:
    """Tell whether a sentence is of somebody's own time or of a recording, and of nobody's name."""
    if _SELF.search(text) or _NO_SOURCE.search(text) or names_person(text):
        return False
    return deletes or any(_times(text))


def _held(text: str) -> re.Match[str] | None:
    """Return the first time for which words are to wait: `before my shift` alone holds nothing."""
    of_use = OF_USE.search(text) or _WAITS.search(text)
    return next((one for one in _times(text) if of_use or one["how"] not in _BEFORE), None)


def _times(text: str) -> Iterator[re.Match[str]]:
    """Yield what a sentence says of when, but for `before you print` and `before I go on`."""
    for match in _HOLDS.finditer(text):
        if match["how"] not in _BEFORE or not _OF_ITSELF.match(match["time"]):
            yield match


def _wished(text: str) -> tuple[tuple[str, Axis], ...]:
    """Return what a wish withholds of which no more is understood: print, a source, or a name."""
    if _NO_SOURCE.search(text):
        return (("attribute", Attribute.NONE),)
    if _PRINT.search(text) and not _SELF.search(text):
        return (("publish", Publish.NO),)
    return _UNNAMED


_FREE = Level.ON_THE_RECORD
_UNNAMED: tuple[tuple[str, Axis], ...] = (("attribute", Attribute.DESCRIPTION),)
_NOTHING_PRINTED = {"publish": Publish.NO}
_DESCRIBED = re.compile(r"[\"“«](?P<words>[^\"”»]{3,70}?)[,.?!]?[\"”»]")
_HOLDS = re.compile(
    r"\b(?P<how>until|before|after|no (?:sooner|earlier) than) "
    r"(?P<time>(?:the |my |our |they |i have |it is "
    r"|we )?[\w']+(?: (?!and\b|but\b|so\b|then\b)[\w']+){0,6})"
)
_BEFORE = ("before",)
_OF_ITSELF = re.compile(
    r"(?:you|i|we|it) (?:use|print|publish|run|quote|write|air|start|begin|answer|say|tell|talk"
    r"|speak)\w*\b|(?:printing|publication|publishing|print)\b"
)
"""What is no time to wait for: to print before it is printed, and what somebody says next."""

_WAITS = re.compile(r"\b(?:(?<!\bi can )(?<!\bi do )(?<!\bi will )not|nothing|nobody|never|wait)\b")
_SHOWN = re.compile(
    r"\b(?:i|me|we|us) (?:[\w']+ ){0,6}?(?:see|read|hear|check|look at)(?: [\w']+){0,4}?"
    r" (?:quot\w+|sentences?|words|page|piece|article|text|draft|copy)\b(?=.*\b(?:first|before)\b"
    r"|.*\?)"
)
_NO_SOURCE = re.compile(
    r"\b(?:where (?:you|it|this|that) (?:heard|got|came|comes)|nowhere|as (?:a thing|something) you"
    r" (?:know|knew)|you (?:would )?just know|no fingerprints|nobody (?:talked|said|told)"
    r"|altogether"
    r"|as though you|little bird)\b"
)
_PRINT = re.compile(
    r"\b(?:print\w*|publi\w+|papers?|stor(?:y|ies)|article|piece|news|written|write|used?|run|go in"
    r"|goes in|put (?:it|this|that) (?:in|out)|page|carry|stays? (?:here|in|between|with)|report\w*"
    r"|understand\w*|guidance|notebook|programme|film|broadcast|air|any of (?:it|this)|word of)\b"
)
_SELF = re.compile(
    r"\b(?:me (?!to\b)|me$|my (?:own )?(?:\w+ )?(?:name|voice|face|words|job|title)|myself|name"
    r"|named"
    r"|i am not|who (?:told|said)|it is me|i (?:\w+ )?(?:stay|be (?:in|the|an?|named|out|nobody)"
    r"|appear"
    r"|was never))\b"
)
