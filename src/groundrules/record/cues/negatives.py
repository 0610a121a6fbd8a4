"""Negatives: what a no means to words that forbid, or that ask whether anybody minds.

"No" refuses "can we go off the record?". It agrees to "do you mind if we go off the record?" and to
"you won't use my name, will you?", and to "don't use my name" it may do either.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from groundrules.record.cues.clauses import sentences


class How(Enum):
    """How words were put that a no does not simply refuse."""

    MINDS = "minds"
    """They ask whether anybody objects: "do you mind if …?", "any objection?"."""

    DENIES = "denies"
    """They ask for a no: "you won't name me, will you?"."""

    FORBIDS = "forbids"
    """They forbid, or ask for consent to a denial: "don't name me", "you can't name me, okay?"."""


class Meant(Enum):
    """What a sentence of a reply means to words that were put so."""

    YES = "yes"
    NO = "no"
    EITHER = "either"


@lru_cache(maxsize=32)
def how_put(words: str) -> How | None:
    """Return how words were put, in plain text; None where a no refuses them.

    The last sentence that asks or orders something decides; without one, the last that forbids.
    """
    found = [one.text for one in sentences(words) if not _TAG_ALONE.fullmatch(one.text)]
    asking = next((text for text in reversed(found) if _asks(text)), None)
    if asking is not None:
        return _how(asking)
    forbids = found and _DENIED.match(found[-1]) and _OF_USE.search(found[-1])
    return How.FORBIDS if forbids else None


def _asks(text: str) -> bool:
    return bool(text.rstrip().endswith("?") or _MINDS.search(text) or _ORDERS.match(text))


def _how(text: str) -> How | None:
    if _MINDS.search(text):
        return How.MINDS
    if not _DENIED.match(text):
        return How.FORBIDS if _ORDERS.match(text) else None
    asks = text.rstrip().endswith("?") and not _CONSENT.search(text)
    return How.DENIES if asks or _POSITIVE_TAG.search(text) else How.FORBIDS


def meant_by(text: str, how: How | None) -> Meant | None:
    """Return what a sentence of a reply means, in plain text; None where its words say it.

    Args:
        text: the sentence.
        how: how the words were put that it answers.
    """
    if how is None or text.rstrip().endswith("?"):
        return None
    says_no = bool(_NO[how].match(text))
    rest = beside(text, how)
    if _CONTRADICTS[how].search(rest) and not _WILLING.search(rest):
        return Meant.NO
    repeats = how is not How.MINDS and bool(_REPEATS.search(text))
    if not (says_no or repeats):
        return Meant.EITHER if how is How.MINDS and _BARE_YES.fullmatch(text) else None
    if _REFUSES.search(rest):
        return None
    doubtful = how is How.FORBIDS and not repeats and bool(_BARE_NO.match(text))
    return Meant.EITHER if doubtful or _SORRY.search(rest) else Meant.YES


def beside(text: str, how: How | None) -> str:
    """Return a sentence of a reply without the no, and the "I won't", that agree to such words.

    Args:
        text: the sentence, in plain text.
        how: how the words were put that it answers; None where a no refuses them.
    """
    lead = _NO[how].match(text) if how else None
    rest = text[lead.end() :] if lead else text
    if how in (None, How.MINDS):
        return rest
    return _REPEATS.sub(" ", _CAN_NOT.sub(" ", rest) if lead else rest)


_FILL = (
    r"(?:(?:oh|well|um|uh|erm|ah|hm+|m+|so|and|but|look|listen|ok|all right|right|honestly|then|now"
    r"|please|just|,|\.) ?)*"
)
_SUBJECT = (
    r"(?:you|i|we|it|this|that|they|there|he|she|(?:my|your|the|our) [\w']+"
    r"|none of (?:this|that|it))"
)
_AUX = r"(?:will|would|can|could|do|does|did|are|is|am|was|were|shall|should|must|may|have|has)"
_MINDS = re.compile(
    rf"\b(?:do|would|will) (?:you|anybody|everybody)(?: (?:all|both|guys|really|very much))? mind\b"
    rf"|^{_FILL}mind if\b|(?<!if )\byou (?:do|would|will) not mind\b"
    rf"|(?<!have )\bany (?:objections?|problems?|issues?)\b"
    rf"|\b(?:is|would|will) (?:it|that|this|there)(?: be)? (?:a|an|any) "
    rf"(?:problem|issue|trouble|bother)\b"
    rf"|\b(?:do|would|does) (?:you|anybody|everybody) (?:object|have (?:a|an|any) "
    rf"(?:problem|objection|issue)s?|have anything against)\b"
    rf"|\b(?:does|would|will) (?:it|that|this) (?:bother|trouble|disturb) (?:you|anybody)\b"
)
_DENIED = re.compile(
    rf"{_FILL}(?:if [^,?]+ , )?"
    rf"(?:(?:i (?:take it|hope|assume|trust|presume|suppose|guess)|presumably"
    rf"|just to be (?:clear|sure)|and|then|so|,)(?: that)? ?)*"
    rf"(?:{_SUBJECT} (?:(?:also|really|just|then) )?{_AUX} (?:(?:also|really) )?(?:not|never)\b"
    rf"|(?:nobody|nothing) {_AUX}\b)"
)
_ORDERS = re.compile(
    rf"{_FILL}(?:(?:do not|never) (?!mind\b|forget\b|worry\b|you\b|we\b|they\b|i\b)[\w']+"
    r"|you (?:(?:also|really|just|then) )?(?:will|would|can|could|may|must|should|are)"
    r" (?:not|never)\b"
    rf"|(?:can|could|would|will|may) (?:you|i|we|it|this|that) (?:please )?not\b)"
)
_OF_USE = re.compile(
    r"\b(?:nam(?:e|ed|es)|quot\w+|print\w*|publi\w+|us(?:e|ed|ing)|attribut\w+|identif\w+|record"
    r"|mention\w*|background|anonym\w+|repeat\w*|paper|story|article)\b"
)
_POSITIVE_TAG = re.compile(
    rf"\b(?:not|never|nobody|nothing|none)\b.*[, ] ?(?<!you )(?<!we )(?<!i ){_AUX}"
    rf" (?:you|it|this|that|i|we|they|he|she|there)(?: (?:now|please))? ?[?.]?\s*$"
)
_CONSENT = re.compile(
    r"\b(?:ok|all right|agreed|deal|please|promise|is that [\w']+|(?:can|could) (?:you|we) [\w' ]+"
    r"|do you agree) ?\?$"
)
_TAG_ALONE = re.compile(
    rf"{_FILL}(?:ok|all right|right|agreed|deal|please|yes|{_AUX} (?:you|it|that|this|we)) ?\?\s*"
)
_A_NO = (
    r"(?:no(?= ?[,.!]|\s*$| (?:no|never|not|none|of|i|we|it|that|this|you|nobody|go|please|all|sir"
    r"|mate)\b)|never|none|nothing|not (?:at all|ever|a bit|a word|a soul|in the least|me|really)"
    r"|(?:of course|certainly|absolutely|definitely|obviously|surely) not)"
)
_NO = {
    How.MINDS: re.compile(rf"{_FILL}(?:{_A_NO}\b(?: ?[,.!])? ?)+"),
    How.DENIES: re.compile(rf"{_FILL}(?:(?:{_A_NO}|no (?:way|chance))\b(?: ?[,.!])? ?)+"),
}
_NO[How.FORBIDS] = _NO[How.DENIES]
_BARE_NO = re.compile(
    rf"{_FILL}(?:no ?[,.!]* ?)+(?:(?:i|we|it|that|you) (?:can|could) not)? ?[,.!]*\s*$"
)
_BARE_YES = re.compile(rf"{_FILL}(?:yes ?[,.!]* ?)+")
_REPEATS = re.compile(
    r"\b(?:i|we|it|that|this|they|he|she|you|nobody) (?:(?:really|certainly|definitely|honestly) )?"
    r"(?:(?:will|would|shall) (?:[\w']+ )?(?:not|never)\b(?! (?:be able|promise|guarantee|agree"
    r"|accept|commit|say (?:that|so)|like|want|mind|work|call it))"
    r"|(?:do|am|is|are|does|have|did) not(?: on (?:the )?record)?(?= ?[,.!]|\s*$)"
    r"|never (?:will|would|do|have))"
)
_CAN_NOT = re.compile(r"\b(?:i|we|it|that|you) (?:can|could) not(?= ?[,.!]|\s*$)")
_GAINSAYS = re.compile(
    r"\b(?:i|we|it|that|this|they) (?:(?:really|probably|just|might|may) )*"
    r"(?:will|do|am|is|are|does|can|have to|must|might|may|need to)(?= ?[,.!]|\s*$)"
    r"|\b(?:have to|has to|must|need to|going to|will)"
    r" (?:use|name|quote|print|publish|identify|run) (?:it|you|that|this|your name)\b"
)
_WILLING = re.compile(r"\b(?:sure|ok|of course|absolutely|certainly|gladly|right)\b")
_OBJECTS = re.compile(
    r"\b(?:i|we) (?:(?:do|would|really|rather|actually|might) )*(?:mind|object)\b(?! if you do not)"
    r"|\b(?:i|we|it|that|this) (?:really |actually )?(?:do|would|is|does|will)(?= ?[,.!]|\s*$)"
    r"|\b(?:i|we) (?:do )?have (?:a|an) (?:problem|objection|issue)\b"
    r"|\b(?:it|that|this) (?:is|would be) (?:a|an) (?:problem|issue)\b"
)
_CONTRADICTS = {
    How.MINDS: _OBJECTS,
    How.DENIES: _GAINSAYS,
    How.FORBIDS: re.compile(r"(?!)"),
}
_SORRY = re.compile(r"\b(?:sorry|afraid|unfortunately)\b")
_REFUSES = re.compile(
    r"\b(?:can not|could not|not (?:agree|accept|promise|guarantee|possible|able|comfortable)"
    r"|(?:i|we) (?:will |would )?(?:have to|need|must|(?:would )?(?:rather|prefer))"
    r"|rather not|on (?:the )?record|has to|have to|too late|already|no deal"
    r"|(?:does|would|will) not work|do not do (?:that|this))\b"
)
