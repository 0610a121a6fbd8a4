"""Returning: the way back to the record by a name, and how it is taken up.

To ask for something under somebody's own name is to ask for the record; to give it so is to go
back. Whoever is asked and goes straight on to answer the question that was put on the record has
gone along with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue
from groundrules.record.cues.cutting import tells
from groundrules.record.cues.replies import answers
from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from groundrules.record.cues.clauses import Sentence
    from groundrules.record.cues.plain import Plain


def by_name(read: Plain, *, by_reporter: bool) -> Cue | None:
    """Return the return to the record that asks for a name to what is said, or gives one."""
    pattern = _ASKS_NAME if by_reporter else _GIVES_NAME
    for sentence in sentences(read.text):
        refuses = _NOT if by_reporter else _REFUSES
        short = len(sentence.text.split()) <= _LONG
        if short and pattern.search(sentence.text) and not refuses.search(sentence.text):
            return _cue(read, sentence, Kind.RETURNED_TO_RECORD)
    return None


def taken_up(read: Plain, *, soon: bool, put_a_question: bool) -> Cue | None:
    """Return how a party answers whoever wants to go back on the record, or None.

    Args:
        read: the words of the party that was asked.
        soon: they were asked just before; later only words about the record answer it.
        put_a_question: the other side has put a question on the record with it.
    """
    found = sentences(read.text)
    for sentence in found:
        if _ON.search(sentence.text) and not _REFUSES.search(sentence.text):
            return _cue(read, sentence, Kind.RETURN_ACCEPTED)
    if not found or not soon or any(_WAIT.search(sentence.text) for sentence in found[:2]):
        return None
    answer = answers(read)
    if answer is not None:
        kind = Kind.RETURN_ACCEPTED if answer else Kind.TERMS_DECLINED
        return _cue(read, found[0], kind)
    if put_a_question and tells(read.original):
        return _cue(read, found[0], Kind.RETURN_ACCEPTED)
    return None


def _cue(read: Plain, sentence: Sentence, kind: Kind) -> Cue:
    last = sentence.start + len(sentence.text.rstrip(" ,"))
    return Cue(kind, None, *read.span(sentence.start, last))


_LONG = 30
"""Nobody goes back to the record in more words than these; so long a sentence is of the matter."""

_NAMED = (
    r"(?:under|with|by|in|to|on) (?:your|my) (?:own |full )?name(?: on (?:it|this|that))?"
    r"|(?:your|my) (?:own |full )?name (?:on|to|under|with|behind|against) (?:it|this|that)"
)
_ASKS_NAME = re.compile(
    rf"(?:\b(?:(?:can|could|may|would|will) (?:you|i|we|that|this|it|any|some|the|part|there)\b"
    rf"|what about|how about|is there|do you mind|are you (?:ok"
    rf"|happy"
    rf"|willing|happy))\b.*\b(?:{_NAMED}|publicly(?! (?:traded|held|listed|known|available"
    rf"|owned))|officially|for publication|on camera|on "
    rf"(?:the )?record|(?:use|print|put|have) your (?:own )?name|quote you (?:directly|by name"
    rf"|on (?:that|this|it)))|(?:can|could|may) (?:i|we) (?:put|have|use|get|take) (?:any of )?"
    rf"(?:that|this|it|some\w*|part of it|any\w*)(?: of (?:that|it))? on (?:the )?record)"
)
_GIVES_NAME = re.compile(
    rf"^(?:ok |right |so |well |now |and |but |, )*(?:officially|for publication|publicly) ?,"
    rf"|\b(?:{_NAMED}|you (?:can|may) (?:use|print|quote|publish) this|what i will say "
    rf"(?:publicly|officially)"
    rf"|(?:this|that) (?:bit|part|one)? ?(?:you can|is for) (?:use|print|quote|publication|the "
    rf"paper)|(?:use|print|put|write|give) my (?:own |full )?name|(?:you (?:can|may) )?quote "
    rf"me(?! (?:on"
    rf" (?:that|this|the|it) but|as|from))|back on(?= ?[.,!?]|$| then| now))"
)
_REFUSES = re.compile(
    r"\b(?:not|never|no|without|nobody|nothing|do not|off the|if|unless|would|as long as|before"
    r"|until)\b"
)
_NOT = re.compile(r"\b(?:not|without|off the|leave|anonym\w+)\b")
_ON = re.compile(
    r"\b(?:(?:back )?on (?:the )?record|back on(?= ?[.,!?]|$| then| now| yes)"
    rf"|{_NAMED}|quote me|use my name|put my name)"
)
_WAIT = re.compile(
    r"\b(?:wait|hang on|hold on|let me finish|in a (?:moment|minute|second|sec)|not yet|one "
    r"moment|ask me"
    r"|broke up|say again|pardon|think about it)\b|(?:^|[,.] ?)(?:what|sorry) ?[?,.]|\[[a-z-]+\]"
)
