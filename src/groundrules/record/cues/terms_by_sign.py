"""Terms by sign: what somebody asks for in a sentence of which only the signs could be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.levels_by_name import levels_in
from groundrules.record.cues.riders import names_person
from groundrules.record.cues.rights_in_words import rights_in
from groundrules.record.facts import Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES, Attribute, Publish

if TYPE_CHECKING:
    from groundrules.record.cues.clauses import Sentence
    from groundrules.record.cues.plain import Plain
    from groundrules.terms.rights import Axis


def terms_by_sign(read: Plain, sentence: Sentence, instead_of: Level | None = None) -> Proposal:
    """Return the terms that a sentence puts; where only a wish is heard, that nobody is named.

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
    terms = rights_in(read.sentence(sentence.start, sentence.end)).proposal()
    if dict(terms.changes) == _NOTHING_PRINTED and _SELF.search(sentence.text):
        return Proposal(changes=_UNNAMED)
    if any(permission.strictness for _, permission in terms.changes) or terms.embargo:
        return terms
    held = _HOLDS.search(sentence.text)
    if held:
        when = read.words(sentence.start + held.start("time"), sentence.start + held.end("time"))
        return Proposal(embargo=Embargo(event=when), descriptions=terms.descriptions)
    if terms.descriptions or terms.quote_approval:
        return terms
    return Proposal(changes=_wished(sentence.text))


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
    r"\b(?:until|before|after|no (?:sooner|earlier) than) (?P<time>(?:the |my |our |they |i have "
    r"|it is "
    r"|we )?[\w']+(?: (?!and\b|but\b|so\b|then\b)[\w']+){0,6})"
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
