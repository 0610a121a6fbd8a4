"""Answers: a yes, a no, and the sounds that are neither.

A small sound can be consent only where it answers a bare question about terms. What may be a yes
is never taken for one: doubt protects.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Answer(Enum):
    """How a turn answers what awaits an answer."""

    YES = "yes"
    STRONG_YES = "strong yes"
    NO = "no"
    DOUBT = "doubt"


class Answered(NamedTuple):
    """An answer at the beginning of a turn, and where in the plain text it ends."""

    answer: Answer
    start: int
    end: int


_FILL = (
    r"(?:(?:oh|well|um|uh(?! huh)|erm|so|and|look|listen|you know|i mean|,|ah|a|honestly|now"
    r"|then|please)(?![a-z]) ?){0,12}"
)
_TAIL = (
    r"(?=$| ?[,.!?\[]| (?:thanks|thank you|please|then|so|but|and|as|if|only|we|i|you"
    r"|that|it|go|with|let|what|how|why|who|when|where|is|on|off|to|not|by|for"
    r"|go ahead|do|until|unless|under|provided|my|this|of course|sure|ok|yes|all right"
    r"|fine|absolutely|no problem|no)\b)"
)
_DOUBT = (
    r"(?:yes|sure|ok) ?,? ?(?:right(?! (?:away|now|here|on))|because|as if)\b"
    r"|(?:(?:yes|sure|ok|so) )?[^.?!]{0,40}can not (?:promise|guarantee)[^.?!]*"
    r"|(?:sure|yes|ok|right),? (?:whatever|i guess|i suppose|maybe|probably|if you say so)"
    r"|\[[a-z-]+\]|m+|hm+|h+m+|mm|uh(?! huh)|um|er|erm|noted|i see|i hear you|understood"
    r"|i understand|got it"
    r"|(?:i )?gotcha|right|interesting|maybe|perhaps|possibly|probably"
    r"|(?:i )?guess(?: so)?|i suppose(?: so)?"
    r"|we will see|let (?:me|us) (?:see|think|check)|it depends|that depends|depends"
    r"|kind of|sort of"
    r"|whatever|if you say so|i will (?:try|have to (?:ask|check))"
    r"|i (?:would )?have to (?:ask|check|run)"
    r"|i need to (?:ask|check)|(?:i am )?not sure|i do not know|hard to say|could be"
    r"|i might|huh|haha\w*|ha"
    r"|(?:yes|no),? (?:and|yes),? no|let us talk about (?:it|that)"
    r"|i will think about it|good question"
)
_NO_IS_YES = (
    r"no (?:problem|worries|objections?|trouble|issues?)|not at all|(?:i )?do not mind"
    r"|(?:i )?would not mind"
    r"|(?:i )?(?:do not|can not) see (?:a problem|why not|any problem)|why not"
    r"|no bother|no i do not mind"
    r"|no ,? (?:of course )?not at all"
)
_STRONG = (
    r"agreed|i agree|we agree|we are agreed|i accept|accepted|(?:it is a "
    r"|that is a )?deal|you have my word"
    r"|i promise|i give you my word|my word on it|we have (?:a deal|an agreement)"
    r"|that works(?: for me)?"
    r"|works for me|(?:that is |that would be |i am )?(?:fine|ok|good|happy"
    r"|all right) (?:by|with) (?:me|us|that|it)"
    r"|i can (?:do|live with|accept|agree to) that|we can (?:do|live with|accept"
    r"|agree to) that|i will do that"
    r"|i am (?:ok|fine|good|happy) with that|that is (?:fine|ok|all right|acceptable"
    r"|agreed)|happy to(?: do that)?"
    r"|those terms are (?:fine|ok)|i can agree to that|i will respect that"
    r"|i will honou?r that|on those terms"
)
_YES = (
    r"yes|sure(?: thing)?|ok|of course|fine|go (?:right )?ahead|go on|go for it"
    r"|absolutely|certainly|definitely"
    r"|all right|very well|by all means|sounds (?:good|fine|great)|you got it|done"
    r"|mm hm+|mhm+|mmhm+|mm hmm"
    r"|uh huh|fair enough|please do|(?:we can|you can|you may|i can|i do|i will|we will"
    r"|it is|they are"
    r"|we are)(?= ?(?:$|[,.!]))"
    r"|shoot|affirmative|correct|exactly"
    r"|that is (?:right|correct|it|how i see it|my understanding)|that is what i mean"
    r"|perfect|cool|great|good|ay|aye"
    r"|indeed|naturally|surely|with pleasure|gladly|be my guest"
    r"|right you are|no doubt"
)
_NO = (
    r"no(?: way| thanks| thank you| chance| deal)?|never|absolutely not|certainly not"
    r"|of course not|not (?:really|today"
    r"|possible|a chance|without|unless|now|yet|for this|on this|going to happen"
    r"|happening|acceptable|with me|interested)"
    r"|(?:i am )?(?:sorry|afraid)(?:,? (?:but )?(?:no|not|i|we|that|it)\b)"
    r"|i am afraid (?:not|i|we|that)|unfortunately"
    r"|(?:i|we) (?:really |just |simply )?(?:can not|could not|will not|do not"
    r"|would not|must not|am not able|are not able|am unable)"
    r"(?! (?:mind|see (?:why|a|any)|object|have a problem))"
    r"|(?:i|we) (?:would )?(?:rather|prefer)(?: you)?(?: did)? (?:not|stay|keep"
    r"|to stay|to keep|on|it (?:was|were) on)"
    r"|i (?:would )?(?:need|want|have) (?:to keep )?(?:this|it|that|everything"
    r"|you)? ?(?:to (?:be|stay) )?(?:all )?on the record"
    r"|(?:only )?on the record(?: only| please)|that is (?:not (?:ok|fine|possible"
    r"|acceptable|something)|out of the question"
    r"|a no)|out of the question|i decline|i refuse|it has to be on the record"
    r"|let us (?:stay|keep (?:it|this)) on the record"
    r"|that (?:will|does|would) not work|nothing doing|i am not (?:comfortable|ok"
    r"|willing|prepared|allowed|going|in a position)"
    r"|(?:we|i) (?:will )?(?:need|have) to keep (?:this|it) (?:one )?on"
)
_ANSWER = re.compile(
    rf"{_FILL}(?:(?P<YES1>{_NO_IS_YES})|(?P<STRONG>{_STRONG})|(?P<DOUBT>{_DOUBT})|(?P<NO>{_NO})"
    rf"|(?P<YES>{_YES})){_TAIL}"
)
_REST = re.compile(
    rf" ?[,.!]? ?{_FILL}(?:(?P<STRONG>{_STRONG})|(?P<NO>{_NO})|(?P<YES>{_YES})){_TAIL}"
)
_A_WORD_OR_TWO = 3
_CUT_OFF = re.compile(r"(?:-|–|—)\s*$")
_SOUND = re.compile(
    r"\[(?:inaudible|crosstalk|unintelligible|laugh\w*|laughs?|silence|pause)[a-z-]*\]"
)


def answer_in(text: str, original: str) -> Answered | None:
    """Return how a turn answers, or None where it begins with something else.

    Args:
        text: the turn in plain text.
        original: the turn as it was, whose dash at the end shows that it was cut off.
    """
    match = _ANSWER.match(text)
    if not match:
        return None
    start = match.start(match.lastgroup or 0)
    answer, end = _ANSWERS[match.lastgroup or ""], match.end()
    while answer is not Answer.DOUBT and (more := _REST.match(text, end)) and more.end() > end:
        answer, end = _both(answer, _ANSWERS[more.lastgroup or ""]), more.end()
    if len(text[end:].split()) <= _A_WORD_OR_TWO and _CUT_OFF.search(original):
        answer = Answer.DOUBT
    if text[end:].lstrip().startswith("?"):
        answer = Answer.DOUBT
    if answer in (Answer.YES, Answer.STRONG_YES) and _SOUND.search(text, 0, end + 40):
        answer = Answer.DOUBT
    return Answered(answer, start, end)


def _both(first: Answer, second: Answer) -> Answer:
    """Return what two answers in one breath come to: a yes and a no are neither."""
    if Answer.NO in (first, second) and first is not second:
        return Answer.DOUBT
    return Answer.STRONG_YES if Answer.STRONG_YES in (first, second) else second


_ANSWERS = {
    "YES1": Answer.YES,
    "YES": Answer.YES,
    "STRONG": Answer.STRONG_YES,
    "NO": Answer.NO,
    "DOUBT": Answer.DOUBT,
}
