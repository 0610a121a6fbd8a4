"""Scopes: the matter to which somebody limits the terms, and where the talk leaves it.

Terms may be limited in words: to this part, to what is said about one thing, until the talk gets
to another. What is heard as a limit and is none would free words too early; so only plain limits
are read, and only a plain turn to something else ends them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue
from groundrules.record.cues.echoes import weighty
from groundrules.record.facts import PROPOSALS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.cues.plain import Plain


def limited(read: Plain, cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Return the cues of a turn, each that puts terms with the matter to which they are limited."""
    return tuple(_limited(read, cue) for cue in cues)


def turned_away(read: Plain, scope: str, *, by_reporter: bool) -> Cue | None:
    """Return where a turn leaves the matter to which terms are limited, or None.

    Args:
        read: the turn.
        scope: the matter, as it was put; a turn that gets to what an `until` names leaves it.
        by_reporter: a reporter speaks: a question of hers about something else leaves it as well.
    """
    known = set(weighty(scope))
    until = scope.startswith("until ")
    for sentence in sentences(read.text):
        found = _reached(sentence.text, known) if until else _shifted(sentence.text, known)
        if not found and by_reporter and not until:
            found = _asks_anew(sentence.text, scope)
        if found:
            start, end = found
            span = read.span(sentence.start + start, sentence.start + end)
            return Cue(Kind.TOPIC_CHANGED, None, *span)
    return None


def _limited(read: Plain, cue: Cue) -> Cue:
    if cue.kind not in PROPOSALS or cue.proposal is None or cue.proposal.embargo:
        return cue
    start, end = read.place(cue.start), read.place(cue.end)
    for sentence in sentences(read.text[:end]):
        if sentence.end <= start:
            continue
        match = _LIMIT.search(sentence.text)
        if match:
            words = read.words(sentence.start + match.start("what"), sentence.start + match.end())
            return cue._replace(proposal=cue.proposal._replace(scope=_matter(match, words)))
    return cue


def _matter(match: re.Match[str], words: str) -> str:
    words = words.strip(" ,.;:?!")
    return f"until {words}" if match["until"] else words


def _reached(text: str, known: set[str]) -> tuple[int, int] | None:
    """Return where a sentence names what the terms were to last until."""
    match = next((one for one in _WORD.finditer(text) if set(weighty(one[0])) & known), None)
    return match.span() if match else None


def _shifted(text: str, known: set[str]) -> tuple[int, int] | None:
    """Return where a sentence turns to another matter in so many words."""
    match = _SHIFT.match(text)
    if not match:
        return None
    said = set(weighty(match["to"] or ""))
    if said & known or (not said and not match["next"]):
        return None
    return match.span("to") if said else match.span("next")


def _asks_anew(text: str, scope: str) -> tuple[int, int] | None:
    """Return a question that takes up nothing, where the terms were for one answer or one name."""
    words = _WORD.findall(text)
    asks = text.rstrip().endswith("?") and len(words) >= _WHOLE_QUESTION
    if asks and _ONE_THING.search(scope.casefold()) and not _TAKES_UP.search(text):
        return (0, len(text.rstrip(" ?")))
    return None


_WORD = re.compile(r"[\w']+")
_WHOLE_QUESTION = 4
_STOP_AT = (
    r"(?:off|on|not|can|could|may|is|are|be|was|were|has|stays?|i|we|you|it|that|this|please|ok"
    r"|yes|deep|background|under|only|then|and|but|so|as|with|without|to be|would|will|should"
    r"|goes|anonymous\w*|nothing|no)"
)
_NOUN = rf"(?:(?!{_STOP_AT}\b)[\w']+)"
_MATTER = (
    r"(?:the|my|our|your|his|her|their|this|that|those|these|any|all the)"
    rf" {_NOUN}(?: {_NOUN}){{0,4}}"
)
_NO_MATTER = (
    r"(?!(?:the|this|that|my|your|our) (?:record|moment|time|story|article|paper|piece|purpose\w*"
    r"|sake|day|week|call|conversation|talk|interview|whole|same|reason|background|readers?|public"
    r"|news\w*|desk|editor|notes?|page|book|camera|tape|air|minute|rest|next|bottom|top|safety"
    r"|interest\w*|understanding|information|guidance|education|ears?|attribution|publication"
    r"|planning|use)\b)"
)
_LIMIT = re.compile(
    rf"\b(?:(?P<until>until) (?:(?=(?:(?:the|my|your|our) )?{_NOUN} (?:comes?|is (?:back|here"
    rf"|over|in|up)"
    rf"|arrives?|gets (?:here|back|in)|walks? in|sits? down|has (?:sat|come|arrived)|ends?|starts?"
    rf"|goes)\b)|(?:we|you|i|he|she|they) (?:have )?(?:get|come|turn|move|reach"
    rf"|start|go|are|sit|arrive)(?: (?:on|over))?(?: (?:to|at|in|on|onto))? (?=(?:the|your|my"
    rf"|our)\b))"
    rf"|(?:just |only |but )?for (?=(?:this|that|the (?:next|last|first)) (?:part|bit|one|answer"
    rf"|question|point|section|piece|stretch|passage|portion)\b)"
    rf"|(?:the|this|that) (?:bit|part|parts|stuff|thing|piece|section|portion) (?:about|on"
    rf"|concerning|where|with) (?=[a-z])"
    rf"|(?:what|anything|everything|whatever) (?:i|we|you) (?:have to |am going to |will )?(?:say"
    rf"|tell"
    rf"|said|know)(?: to)?(?: you| me)?(?: about| on| of| concerning) "
    rf"|(?:ask|asking|talk|speak|tell)(?: you| me| to you| to me)? about (?={_MATTER} (?:off|on"
    rf" background|not for))"
    rf"|(?:^|[,.] ?)(?:(?:and|but|so|ok|just|only|yes|no|not all of it|then) ?,? ?)*(?:for|on"
    rf"|about|with) "
    rf"(?=(?:the|my|our|your|his|her|their) {_NOUN}(?: {_NOUN}){{0,2}} ?(?:,|(?:i|we|you|off|no"
    rf"|not|fine|ok)\b)))"
    rf"{_NO_MATTER}(?P<what>(?:{_MATTER}|{_NOUN}(?: {_NOUN}){{0,3}}))"
)
_LEAD = (
    r"(?:(?:and|now|right|ok|so|well|anyway|fair enough|ha|got it|good|great|thanks|thank you|yes"
    r"|sure|all right|noted|i see|fine|here is the \w+|then|let us see) ?[,.!]? ?)*"
)
_SHIFT = re.compile(
    rf"^{_LEAD}(?:"
    rf"(?P<next>(?:first|second|third|fourth|fifth|next|last|final|another|different|other|new)(?:ly)?"
    rf" ?(?:question|thing|topic|subject|matter|point|one)?(?= ?[,:]| (?:question|thing))"
    rf"|officially"
    rf"|on (?:something|a) (?:else|different|another)\b[^,?]*|separately|changing the subject"
    rf"|different (?:topic|subject|question)|something else)"
    rf"|(?:(?:back|turning|going|coming|moving|returning|switching)(?: back| on)? (?:to|on to)"
    rf"|let (?:us|me) (?:turn|move|go|come|talk|ask|switch)(?: back| on)?(?: you)?(?: to| about"
    rf"| on to)"
    rf"|(?:what|how) about|as for|on to|about|on|and) (?P<to>(?:the|your|my|our|his|her|their)"
    rf" [\w']+(?: [\w']+){{0,3}}?)(?= ?[,.?:]| (?:itself|as a whole|then|now|who|what|how|when"
    rf"|where|why|is|are|was|did|do|does|has|have|were|will|can)\b)"
    rf")"
)
_ONE_THING = re.compile(r"\b(?:names?|number|figure|one|answer|question|date|sum|amount|title)\b")
_TAKES_UP = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|it|that|this|there|those|these|one|who else|else"
    r"|so|again|sure|mean|really)\b"
)
