"""Worded terms: what a sentence does that states use rights in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.answers import Answer
from groundrules.record.cues.bids import is_bid, is_description, is_embargo
from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.frames import is_backwards, is_meaning, is_told
from groundrules.record.cues.plain import is_quoted
from groundrules.record.cues.riders import names_person
from groundrules.record.cues.small_signs import HINT
from groundrules.record.cues.turn import Found
from groundrules.record.facts import Kind, Proposal

if TYPE_CHECKING:
    from groundrules.record.cues.rights_in_words import RightsRead
    from groundrules.record.cues.turn import Part, Turn


def found_in_words(turn: Turn, part: Part, *, told_first: bool) -> Found | None:
    """Return what a sentence does that states rights, or takes words back; else None.

    Args:
        turn: the turn.
        part: the sentence of it.
        told_first: whether the turn tells something else before this sentence.
    """
    if (told_first or turn.told_before) and _forbids_that(turn, part):
        return _backwards(turn, part)
    if part.rights.is_empty or _is_other(part) or _only_describes(part):
        return _taken_back(turn, part)
    if turn.answers_terms:
        return _answering(turn, part)
    return _unanswering(turn, part) or _taken_back(turn, part)


def _unanswering(turn: Turn, part: Part) -> Found | None:
    """Read a sentence that states rights where it answers no terms."""
    restricted = restricts(part.rights)
    if restricted and _is_put(turn, part):
        return _put(turn, part)
    if turn.waiting is Waiting.RETROACTIVE and turn.by_reporter and restricted:
        return Found(Kind.GRACE_GRANTED)
    if is_meaning(part.text) and _is_about_use(turn, part):
        return Found(Kind.TERMS_DEFINED, part.rights.proposal())
    if restricted and is_bid(part.text, by_reporter=turn.by_reporter):
        return _put(turn, part)
    return None


def _forbids_that(turn: Turn, part: Part) -> bool:
    """Tell whether a source forbids the use of what was just told: `please don't print that`."""
    match = None if turn.by_reporter else _NOT_THAT.search(part.text)
    return match is not None and not is_told(part.text, part.text[: match.start()])


_NOT_THAT = re.compile(
    r"\b(?<!\bi )(?<!\bwe )(?:do not|never|(?:can|could|would|will) you (?:please )?not"
    r"|you (?:can|could|will|would|must|may|should|are) not(?: (?:going|allowed) to)?"
    r"|(?:rather|if|prefer) you did not) (?:please )?"
    r"(?:print|use|publish|write|quote|run|report|include|air|broadcast) (?:that|those)"
    r"(?: (?:last )?(?:bit|part|one|thing|line|remark|number|figure))?"
    r"(?= ?[,.!?]|$| (?:please|yet|ok|until|before|in|with|under|will|would|at all|anywhere|either"
    r"|now|though)\b)"
)
"""`That` looks back, where no sentence follows it: `don't print that I was there`."""


def _only_describes(part: Part) -> bool:
    """Tell whether a sentence only says what something is: `as a perfect example`."""
    rights = part.rights
    if not rights.descriptions or rights.quote_approval or rights.embargo:
        return False
    if _TO_EACH_OTHER.search(part.text):
        return False
    others = {axis for axis, _ in rights.changes} - {"attribute", "publish", "contradict"}
    return not others and not any(names_person(words) for words in rights.descriptions)


_TO_EACH_OTHER = re.compile(r"\b(?:me|you|us|my|your|i (?:want|would like|need))\b")


def _is_put(turn: Turn, part: Part) -> bool:
    """Tell whether a sentence puts a description or an embargo to the other side."""
    if part.rights.embargo and is_embargo(part.text):
        return True
    original = turn.read.original
    return any(
        is_description(part.text, words, quoted=is_quoted(original, words))
        for words in part.rights.descriptions
        if names_person(words) or not _QUOTES.search(part.text)
    )


_QUOTES = re.compile(r"\bwhen (?:i|you|we|he|she|they) (?:say|said)\b")
"""So somebody takes up a word that was said, which describes nobody unless it names a person."""


def put_by(turn: Turn) -> Kind:
    """Return what it is to put terms: an offer by a reporter, an ask by anybody else."""
    return Kind.TERMS_OFFERED if turn.by_reporter else Kind.TERMS_ASKED


def restricts(rights: RightsRead) -> bool:
    """Tell whether rights withhold anything, or ask for a condition."""
    return bool(
        rights.descriptions
        or rights.quote_approval
        or rights.embargo
        or any(permission.strictness for _, permission in rights.changes)
    )


def _put(turn: Turn, part: Part) -> Found:
    proposal = part.rights.proposal()
    if _DECLARES.search(part.text) and not (part.sentence.is_question or _ASKS.search(part.text)):
        return Found(Kind.TERMS_ASSERTED, proposal)
    grants = turn.by_reporter and turn.waiting is not Waiting.RETROACTIVE
    if not grants and is_backwards(part.text, told_first=False):
        return _backwards(turn, part)
    return Found(put_by(turn), proposal)


_ASKS = re.compile(
    r"\b(?:if|please|can|could|would|may|as long as|provided|only|will you|let us|i am asking)\b"
)
_DECLARES = re.compile(
    r"\b(?:is|are|will be) (?:[\w']+ ){0,2}?(?:embargo\w*|attributable"
    r"|not for (?:your )?(?:publication|reporting"
    r"|quotation)|to be (?:attributed|referred)|off limits)"
    r"|\bunder (?:strict )?embargo\b|\bnot for (?:your )?reporting\b"
)


def _answering(turn: Turn, part: Part) -> Found | None:
    proposal = part.rights.proposal()
    doubts = part.answers and turn.answer is Answer.DOUBT
    if doubts or (part.answers and turn.answer is Answer.NO) or proposal == Proposal():
        return None
    conditional = CONDITION.search(part.text) and not is_meaning(part.text)
    counters = conditional or turn.answer is Answer.NO
    return Found(Kind.TERMS_COUNTERED if counters else Kind.TERMS_DEFINED, proposal)


CONDITION = re.compile(
    r"\b(?:but|as long as|so long as|provided|providing|on (?:the )?condition|only|if|unless|except"
    r"|how about|what about|rather|instead|subject to)\b"
)
"""What makes other terms of a yes."""


def _is_other(part: Part) -> bool:
    """Tell whether the words are a hedge, a joke, or the tale of another talk."""
    if _HEDGE.search(part.text) or _DID.search(part.text):
        return True
    if is_told(part.text, part.text):
        return not is_backwards(part.text, told_first=False)
    if _HEDGED.search(part.text) and {axis for axis, _ in part.rights.changes} == {"quote"}:
        return True
    hint = HINT.search(part.text)
    return bool(hint) and {axis for axis, _ in part.rights.changes} <= {"repeat", "publish"}


_HEDGE = re.compile(
    r"\b(?:do not|can not|not) quote me (?:on|but|,)|^(?:but"
    r"|and) (?:please )?do not quote me ?[.!]?$"
    r"|\bquote me on (?:that|this|it)\b"
)


_DID = re.compile(r"\bi have (?:[\w']+ ){0,2}?(?:quoted|used|said|written|published|mentioned)\b")
_HEDGED = re.compile(r"\w[^.?!]* (?:but|though|so) (?:please )?do not quote me ?[.!]?$")


def _is_about_use(turn: Turn, part: Part) -> bool:
    """Tell whether what something means is told of the use of words, by who may do what."""
    if turn.waiting is Waiting.OWN:
        return True
    told = is_bid(part.text, by_reporter=True) or is_bid(part.text, by_reporter=False)
    return told and restricts(part.rights)


_TAKE_BACK = re.compile(
    r"\b(?:scrap|unsay|drop) (?:that|it|what i said)(?: (?:bit|part|one|last \w+))?(?= ?[.,!?]|$)"
    r"|\b(?:leave|keep|take|cut) (?:that|this|those|it)(?: [\w']+){0,4} out\b(?! of| and)"
    r"|\b(?<!\bi )(?<!\bwe )(?<!\bi do )(?<!\bwe do )"
    r"(?:do not|not|never) (?:put|use|print|write|run|quote"
    r"|include) (?:that|it|those)(?: "
    r"(?:last )?(?:bit|part"
    r"|one|thing|line|in|down|anywhere))*(?= ?[.,!?]|$)"
    r"|\bi (?:want|would like|wish) to take (?:that|it) back\b|\b(?:i|we) did not mean (?:that"
    r"|it) for\b"
    r"|\bthat (?:one |bit |part |last \w+ )?(?:is|was) (?:just )?(?:for you|between us|not for "
    r"you)\b"
    r"|\b(?:strike|scratch|delete|erase) (?:that|this|it|what i)\b|\b(?:take|cut|leave"
    r"|edit|bleep|keep|beep)"
    r" (?:that|this|it|all of that|those)(?: (?:last )?(?:part|bit|one|piece|word"
    r"|sentence))?(?: back)? out\b(?! of| and)"
    r"|\b(?:can not|must not|may not|should not) (?:use|print|publish|quote|run|write) (?:that"
    r"|any of"
    r" (?:that|it)|what i (?:just )?said)\b|\bcan that (?:bit |part )?go ?\?"
    r"|\b(?:forget|ignore|disregard) (?:that )?(?:i said (?:that|this|it)|what i (?:just )?said)"
    r"|\b(?<!\bi )(?<!\bwe )(?:do not|can you not|please do not|never) (?:print|use|publish"
    r"|include|put"
    r"|write|report|quote|run) (?:that|what i (?:just )?(?:said|told))\b"
    r"|\bpretend i (?:did not|never) sa(?:y|id)\b|\bi did not say that\b|\bthat (?:is"
    r"|was) not for (?:print|publication|the story|the paper)\b"
)


def _taken_back(turn: Turn, part: Part) -> Found | None:
    """Read a request to take words back that names no use, or one's own terms withdrawn."""
    if turn.waiting is Waiting.OWN and _WITHDRAWS.search(part.text):
        return Found(Kind.RETURNED_TO_RECORD)
    match = _TAKE_BACK.search(part.text)
    if not match or is_told(part.text, part.text) or not _BIDS.search(part.text[: match.start()]):
        return None
    return _backwards(turn, part)


_WITHDRAWS = re.compile(
    r"^(?:oh |ok |well |, )*(?:never mind|forget (?:it|i asked)|scrap that|no matter)\b"
)
_BIDS = re.compile(
    r"(?:^|[,.!?] ?|\b(?:please|(?<!did )(?:can|could|will|would|should|must)(?: (?:you|we|i))?"
    r"|let us|let me|just|and"
    r"|but|so|also|maybe|oh|going to|have to|need to|we|you|i) )$"
)


def _backwards(turn: Turn, part: Part) -> Found:
    if turn.by_reporter:
        return Found(Kind.GRACE_GRANTED)
    terms = part.rights.proposal()
    return Found(Kind.RETROACTIVE_REQUESTED, terms if terms != Proposal() else None)
