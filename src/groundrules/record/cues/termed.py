"""Terms in a reply: the level that a sentence names, and the rights and conditions it gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.bids import is_bid, is_tied
from groundrules.record.cues.clauses import Sentence
from groundrules.record.cues.frames import is_meaning
from groundrules.record.cues.levels_by_name import levels_in
from groundrules.record.cues.mentions import elsewhere
from groundrules.record.cues.riders import OF_PERSONS
from groundrules.record.cues.rights_in_words import rights_in
from groundrules.record.facts import Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from groundrules.record.cues.plain import Plain
    from groundrules.terms.rights import Axis


def terms_in(read: Plain, sentence: Sentence, put: Proposal) -> Proposal:
    """Return the terms that a sentence of a reply names; an empty proposal where it names none.

    Args:
        read: the turn.
        sentence: one of its sentences.
        put: the terms that the reply answers: a time is an embargo where one was asked for.
    """
    sentence = _behind_the_answer(sentence)
    text = sentence.text
    named = levels_in(text)
    level = max(named, key=lambda one: one.level.strictness).level if named else None
    terms = rights_in(read.sentence(sentence.start, sentence.end)).proposal(level)
    if _SEES_FIRST.search(text):
        terms = terms._replace(quote_approval=True)
    if put.embargo and not terms.embargo and (time := _time_put(text)):
        start, end = sentence.start + time.start(), sentence.start + time.end()
        terms = terms._replace(embargo=Embargo(event=read.words(start, end)))
    from_others = _may_print(put) and _only_from_others(text)
    if from_others:
        terms = terms._replace(changes=_IF_INDEPENDENT)
    if not terms.descriptions and _wants_description(put):
        terms = terms._replace(descriptions=_noun_phrase(read, sentence))
    spoken = level is not None or is_meaning(text) or terms.descriptions or is_tied(text)
    if spoken or from_others or is_bid(text, by_reporter=True) or is_bid(text, by_reporter=False):
        return terms
    changes = tuple(
        (axis, permission)
        for axis, permission in terms.changes
        if permission.strictness and axis in _axes(put)
    )
    return Proposal(
        changes=changes, embargo=terms.embargo, quote_approval=bool(_SEES_FIRST.search(text))
    )


def _may_print(put: Proposal) -> bool:
    """Tell whether terms withhold nothing of what is told, so that a condition restricts them."""
    return put.level is not Level.OFF_THE_RECORD and dict(put.changes).get("publish") in _PRINTED


def _only_from_others(text: str) -> bool:
    """Tell whether a reply allows what it answers only where somebody else tells it as well."""
    tie = _ONLY_IF.search(text)
    behind = text[tie.end() :] if tie else ""
    return bool(elsewhere().search(behind)) and not _NOT.search(behind)


def _time_put(text: str) -> re.Match[str] | None:
    """Return the time that a reply to an embargo names: a long one is of something else."""
    is_short = len(text.split()) <= _SHORT
    return _TIME.search(text) if is_short or _OF_HOLDING.search(text) else None


def _axes(put: Proposal) -> set[str]:
    """Return the axes that an answer to these terms may be a promise about."""
    named = {axis for axis, _ in put.changes}
    if put.descriptions or put.level:
        named.add("attribute")
    if put.level is Level.OFF_THE_RECORD:
        named |= {"publish", "quote", "repeat"}
    return named


def _wants_description(put: Proposal) -> bool:
    restricts = put.level not in (None, Level.ON_THE_RECORD, Level.OFF_THE_RECORD)
    return restricts or bool(put.descriptions) or "attribute" in dict(put.changes)


def _noun_phrase(read: Plain, sentence: Sentence) -> tuple[str, ...]:
    """Return the description that a short reply is, without any word that puts it."""
    match = _PERSON_ALONE.search(sentence.text)
    if not match or len(sentence.text.split()) > _SHORT:
        return ()
    start = sentence.start + match.start("said")
    return (read.words(start, sentence.start + match.end("said")).strip('"“”.,'),)


_SHORT = 16
_ONLY_IF = re.compile(r"\b(?:only (?:if|when|once|after|where)|not unless)\b")
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|none)\b")
_PRINTED = (None, Publish.YES)
_IF_INDEPENDENT: tuple[tuple[str, Axis], ...] = (("publish", Publish.IF_INDEPENDENT),)
_PERSON_ALONE = re.compile(
    rf"(?:^|[,.] |\b(?:about|say|as|put|with|be|call|you|like|use|just|then|for|maybe|perhaps) )"
    rf"(?P<said>(?:an?|one of the|somebody|someone) (?:(?!(?:and|but|or|if|because)\b)[\w']+ "
    rf"){{0,4}}?{OF_PERSONS}\b"
    r"(?: (?:in|at|from|of|on|who|with|close|near|familiar|involved|inside|for|to|the|a|my|your"
    r"|our|[\w']+)"
    r"(?= | ?[.,?!]|$)){0,6})"
)


def _behind_the_answer(sentence: Sentence) -> Sentence:
    """Return a sentence without the yes or no that it begins with, which refuses no words."""
    match = _ANSWER.match(sentence.text)
    if not match:
        return sentence
    start = match.end()
    return Sentence(sentence.start + start, sentence.end, sentence.text[start:])


_ANSWER = re.compile(
    r"(?:(?:oh|well|um|no|yes|sure|ok|,) ?)+(?=[a-z])(?<!no )"
    r"|(?:(?:oh|well|um|no|yes|sure|ok|,) ?)+(?=[a-z])(?!names?\b|quotes?\b|photos?\b"
    r"|attribution|publication)"
)
_SEES_FIRST = re.compile(
    r"\b(?:see|read|check|approve|run|clear)\w* (?:[\w']+ ){0,3}?(?:story|quotes?|piece|draft|copy"
    r"|article|text|words|it|them)(?: [\w']+){0,3} (?:first|before)\b|\bread (?:them|it|the "
    r"quotes|my quotes)"
    r" (?:back )?to (?:you|me)\b"
)
_OF_HOLDING = re.compile(
    r"\b(?:embargo\w*|publish\w*|publication|print\w*|story|stories|hold (?:it|that|this|off)"
    r"|(?:run|use|report|file|air) (?:it|that|this|anything|nothing))\b"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today"
_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TIME = re.compile(
    rf"\b(?:(?:{_DAY})(?: (?:at )?(?:noon|midnight|morning|evening|night|{_HOUR}(?: ?, "
    rf"?\d\d)?(?: o'clock)?"
    rf"(?: [ap]m)?))?|{_HOUR}(?: ?, ?\d\d)? (?:[ap]m|o'clock)(?: (?:on )?(?:{_DAY}))?|noon"
    rf"|midnight)\b"
)
