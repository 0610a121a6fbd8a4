"""Frames: whether a sentence asks for terms, states them, or only tells of other talks."""

from __future__ import annotations

import re
from enum import Enum


class Frame(Enum):
    """What a sentence does with the terms that it names."""

    REQUEST = "request"
    STATEMENT = "statement"
    BACKWARDS = "backwards"
    MEANING = "meaning"
    TOLD = "told"


_ASKS = re.compile(
    r"\b(?:can|could|may|might|shall|should|would|will) (?:we|i|you|this|that|it|they"
    r"|us|all|the|my|our|everything)\b"
    r"|\b(?:let|lets) (?:us|me)\b|\bi (?:would|will|do|really|just)? ?(?:like|want"
    r"|prefer|need|wish|rather|ask|hope|insist|have to insist|appreciate)\b"
    r"|\bwe (?:would )?(?:like|want|prefer|need|rather)\b|\bdo you (?:mind|agree|want"
    r"|accept|need)\b|\bwould you (?:mind|agree|be|like|rather|prefer)\b"
    r"|\b(?:is it|would it be|is that) (?:ok|all right|fine|possible|an option)\b"
    r"|\b(?:how|what) about\b|\bok (?:if|to)\b|\bmind if\b"
    r"|\b(?:i|we) (?:can|could|will|would)(?: only| gladly"
    r"| happily)? (?:only )?(?:talk|speak|say|tell|answer|comment|do (?:this|it|that)"
    r"|do|discuss|help|go|give|offer|share|take|use|put|have|make|keep|hold|write|attribute)\b"
    r"|\b(?:only if|as long as|so long as|provided|providing|on (?:the )?condition"
    r"|if (?:we|i|you|it|this))\b"
    r"|\b(?:has|have|needs?|would have|got) to (?:be|stay|remain|go|keep)\b|\b(?:must"
    r"|should) (?:be|stay|remain)\b"
    r"|\b(?:please|kindly)\b|(?:^|[,.] )(?:keep|treat|consider|make|take|put|regard)\b"
    r"|\bhappy to\b|\basking\b|\bplea to\b|\brequest\w*\b"
    r"|\bwilling to\b|\bany (?:way|chance)\b|\bi (?:propose|suggest|offer)\b"
    r"|\bare you (?:ok|willing|happy|comfortable|prepared|fine|good)\b"
    r"|\bpromise\b|\byour word\b|\b(?:are|is|am) (?:we|this|it|i|you|that)\b(?=.*\?)"
)
_IS = r"(?:is|are|am|will be|was|were|stays?|remains?|to be|going to be|be)"
_STATES = re.compile(
    rf"\b{_IS} (?:(?:just|now|all|still|strictly|really|also|purely|completely|totally"
    rf"|entirely|attributable|talking|speaking|officially|held|conducted|given|meant"
    rf"|understood|to be|taking place) )*$"
    r"|\b(?:will|are|am|to|now|let me|then we will) (?:now |then |be )?(?:speak\w*"
    r"|switch\w*|mov\w+|turn\w*|go|going|do|hold\w*|conduct\w*|talk\w*|keep\w*"
    r"|have)(?: [\w']+){0,5} $"
    r"|\b(?:we|to|will|all) (?:meet|run|operate|work|act)(?: [\w']+){0,4} $"
    r"|\bspeaking (?:\w+ )?$|(?:^|[,.!?] ?)(?:(?:also|and|but|so|strictly|purely"
    r"|totally|completely|just|only|again|now|ok|well|this|that|all|it) )*$"
    r"|\b(?:this|the|our|today's) (?:call|briefing|meeting|talk|session|interview) $"
    r"|\bfollowed by (?:an? )?$"
    r"|\b(?:as a reminder|to remind|ground rules?)\b"
)
_TELLS = re.compile(
    r"\b(?:told|said|says|asked|talked|spoke|spoken|met|confirmed|mentioned|admitted"
    r"|discussed|interviewed|heard|shared|revealed|conversations?"
    r"|chatted|wrote|called|briefed|explained|tends?|always|usually|often|sometimes"
    r"|never|went|gone|whenever|yesterday|last (?:week|month|year|night|time)|ago"
    r"|used to|had)\b"
)
_THIRD = re.compile(
    r"\b(?:he|she|they|somebody|people|officials?|sources?|everybody|anybody"
    r"|[a-z]+ and (?!we\b|i\b|you\b|it\b|this\b|that\b)[a-z]+|companies|founders"
    r"|friends|(?:my|his|her|your|our) (?!name|words?|editor|boss|job)\w+(?= says| said| tells| "
    r"thinks)"
    r"|the (?:minister|mayor|president"
    r"|company|senator|spokes\w+|ministry|governor|secretary|editor|chief|boss|man"
    r"|woman|guy|lawyer))"
    r"(?: [\w']+){0,2} (?:is|are|was|were|has|have|had|will|would|did|does|do|can"
    r"|could|might|say|says|told|said|asked|who|on|off|went|go|goes|talk|talks|speak"
    r"|speaks|spoke|talked|confirmed|admitted|mentioned|want|wants|wanted)\b"
)
_TO_US = re.compile(
    r"\b(?:can|could|may|shall|would|will|let) (?:we|i|you|this|us|me)\b"
    r"|\bi (?:would )?(?:like|want|need|prefer)\b"
)
_BACK = re.compile(
    r"\b(?:what|everything|anything|all|something|the (?:bit|part|thing|things|stuff)"
    r"|of what) (?:that )?(?:i|you) (?:have )?(?:just )?(?:said|told|mentioned|gave|described"
    r"|explained|shared)\b"
    r"|(?<!say )(?<!say that )(?<!tell )\b(?:that|this|it|those)(?: (?:last|part|bit|remark"
    r"|comment|sentence|thing"
    r"|comments|remarks|things|one|piece|stuff|answer|quote))* (?:was|were|had been"
    r"|should have been|would have been|is meant to be|was meant to be"
    r"|was supposed to be|was all)\b"
    r"|\b(?:the|that|my|this) (?:last|previous|earlier) (?:\w+ )?(?:bit|part"
    r"|thing|sentence|answer|comments?|remarks?|question|point|minutes?|piece"
    r"|statement|one|quote)\b"
    r"|\b(?:earlier|before now|just now|a (?:minute|moment|second|while) ago"
    r"|retroactive\w*|in hindsight|up to now|so far|previously)\b"
    r"|\b(?:make|take|put|keep|move|have|want) (?:that|those|what i said)(?: (?:bit|part"
    r"|last \w+|one|remark|comments?))?\b"
    r"|\bi (?:just )?said\b|\bi told you\b|\bi meant\b|\bi should have said\b"
)
_THAT_IS = re.compile(
    r"\b(?:that|those|that one|that part|that bit)(?: [\w']+){0,2} (?:is|are|stays?"
    r"|should be|has to be|must be|needs to be|on|off|not)\b|\bof course off\b"
    r"|by the way"
)
_ASKS_MEANING = re.compile(
    r"\b(?:what|how) (?:do|does|would|is|did|exactly)\b.*\b(?:mean|by|definition"
    r"|define|understand)\b"
)
_MEANS = re.compile(
    r"\b(?:means|meaning|meant|that mean|it mean|in other words|that is to say"
    r"|when i say|in my shop|for me (?:that )?is|i would be quoting|i\.?e\.?|my understanding"
    r"|as i understand|understand (?:it|that)"
    r"|(?:by|with) (?:that|this|it|off the record|on background|deep background"
    r"|background|not for attribution) (?:i|we) mean"
    r"|(?:i|we) (?:see|use|understand|read|take|define) (?:it|that|this)"
    r"|let me (?:just )?(?:read|say|repeat|sum|confirm|play)"
    r"|(?:just )?(?:to|so we are|so i am) (?:be )?(?:clear|confirm|recap|sum up"
    r"|repeat)|so (?:just )?to (?:be clear|confirm)|definition|define"
    r"|is that (?:i|you|we)|in short|put plainly|so (?:that )?(?:is|i|you|we) (?:may"
    r"|can|will|must))\b"
)


def frame_of(sentence: str, before: str, *, told_first: bool) -> Frame | None:
    """Return what a sentence does with a level that it names.

    Args:
        sentence: the sentence in plain text.
        before: the part of it that stands before the level.
        told_first: whether the turn tells something else before this sentence.
    """
    tight = _STATES.search(before)
    if is_told(sentence, before):
        return Frame.TOLD
    leads = _near(before).strip(" ,") and not _WISHES.search(before)
    if leads and is_backwards(sentence, told_first=told_first):
        return Frame.BACKWARDS
    question = sentence.rstrip().endswith("?")
    polite = question or sentence.startswith("please") or " please" in sentence
    if tight and not polite and not _ASKS.search(_near(before)):
        return Frame.STATEMENT
    if _ASKS.search(sentence):
        return Frame.REQUEST
    return Frame.STATEMENT if tight or question else None


_WISHES = re.compile(
    r"\b(?:rather|wish|prefer|if|as though) (?:[\w']+ ){0,3}$|\brather th\w+ was $"
)
"""Behind these a past tense speaks of what is to be."""


def _near(before: str) -> str:
    """Return what stands before a level since the last break, or all of it where that is blank."""
    near = before.rpartition(" , ")[2]
    return near if near.strip(" ,") else before


def is_meaning(sentence: str) -> bool:
    """Tell whether a sentence says what terms mean, or reads them back."""
    return bool(_MEANS.search(sentence))


def asks_meaning(sentence: str) -> bool:
    """Tell whether a sentence asks what terms mean, which puts none."""
    return bool(_ASKS_MEANING.search(sentence))


def is_told(sentence: str, before: str) -> bool:
    """Tell whether a sentence only speaks of other talks, or of what others said of theirs."""
    before = _near(before)
    if _TO_US.search(before):
        return False
    return bool(_TELLS.search(before) and not _BACK.search(sentence)) or bool(_THIRD.search(before))


def is_backwards(sentence: str, *, told_first: bool) -> bool:
    """Tell whether a sentence is about words that were spoken already."""
    return bool(_BACK.search(sentence)) or (told_first and bool(_THAT_IS.search(sentence)))


def is_of_others(sentence: str) -> bool:
    """Tell whether a sentence tells what others do or say."""
    return bool(_THIRD.search(sentence)) and not _TO_US.search(sentence)
