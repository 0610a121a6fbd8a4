"""Cutting: where a turn falls apart into words on one footing and words on another."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.plain import plain
from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.record.cues.cue import Cue


class Piece(NamedTuple):
    """A run of words of a turn, and the cues that stand in it, counted from its own beginning."""

    text: str
    cues: tuple[Cue, ...]


def cut(text: str, cues: Sequence[Cue]) -> tuple[Piece, ...]:
    """Return the words of a turn cut where the terms of what is told may change.

    What is told before somebody states terms, or goes back on the record, stands on other terms
    than what is told behind it; and so does what is told behind a request.
    """
    places: set[int] = set()
    for number, cue in enumerate(cues):
        if cue.kind in _BEGIN and tells(text[: cue.start], cues[:number]):
            places.add(cue.start)
        following = cues[number + 1].start if number + 1 < len(cues) else len(text)
        if cue.kind in _END and tells(text[cue.end : following]):
            places.add(_behind(text, cue.end))
    return _pieces(text, sorted(places), cues)


def tells(text: str, cues: Sequence[Cue] = ()) -> bool:
    """Tell whether words disclose something that is not only about the talk itself."""
    if not cues and len(text) > _LONG:
        return True
    for cue in reversed(cues):
        text = text[: cue.start] + text[cue.end :]
    return any(
        not sentence.is_question
        and len(_WORD.findall(sentence.text)) >= _TELLS
        and not _ABOUT_THE_TALK.search(sentence.text)
        for sentence in sentences(plain(text).text)
    )


def _pieces(text: str, places: Sequence[int], cues: Sequence[Cue]) -> tuple[Piece, ...]:
    bounds = [0, *(place for place in places if 0 < place < len(text)), len(text)]
    found = []
    for start, end in pairwise(bounds):
        words = text[start:end].strip() if len(bounds) > _WHOLE else text
        first = text.index(words, start)
        inside = tuple(
            cue._replace(
                start=max(cue.start - first, 0), end=min(cue.end, first + len(words)) - first
            )
            for cue in cues
            if start <= cue.start < end
        )
        found.append(Piece(words, inside))
    return tuple(found)


def _behind(text: str, end: int) -> int:
    """Return where the words begin that stand behind a cue, its stop left to it."""
    match = _STOP.match(text, end)
    return match.end() if match else end


_BEGIN = frozenset(
    {
        Kind.TERMS_ASSERTED,
        Kind.TERMS_ANNOUNCED,
        Kind.RETURNED_TO_RECORD,
        Kind.RETURN_ACCEPTED,
    }
)
_END = frozenset({Kind.TERMS_ASKED, Kind.TERMS_OFFERED, Kind.TERMS_COUNTERED, Kind.TERMS_DEFINED})
_STOP = re.compile(r"[^\w]*")
_WORD = re.compile(r"[\w']+")
_WHOLE = 2
"""So many bounds has a turn that is not cut: its words stay as they are."""

_LONG = 600
"""Nobody speaks as long as this of nothing but the terms; characters."""

_TELLS = 5
"""Fewer words than this tell nothing by themselves."""

_ABOUT_THE_TALK = re.compile(
    r"\b(?:before (?:i|we) (?:say|start|go|get|begin)|i (?:can|could|will|would) (?:then )?"
    r"(?:tell|say|talk|speak|explain)|if that is|is that|thank(?:s| you)|i (?:do not|would not) "
    r"want"
    r"|i (?:just )?(?:want|need) to be (?:careful|sure|clear)|i am listening"
    r"|otherwise i (?:can not|will not)|that is (?:the|my) (?:only )?(?:condition|rule|deal)"
    r"|quot(?:e|es|ed|ing)|paraphras\w+|anonym\w+|my name|your name|the record|background"
    r"|attribut\w+|embargo\w*|in (?:it|the (?:news)?papers?|the story|print)|open my mouth"
    r"|(?:i|you) (?:will|would|may|can) (?:be (?:quick|so kind|brief)|not (?:report|name|say|print"
    r"|use|write))|stays? in (?:the|this) room|let me say how|we (?:resume|go on as|go back to)"
    r"|(?:everybody|everyone|they|my \w+|he|she)(?: \w+){0,4} (?:knows? (?:me|my|who|it)|reads?"
    r" (?:everything|it|you|me|the)|would know|will know|would (?:find|work it) out)"
    r"|(?:lose|cost me) my \w+|sack(?:ed)?|fired|get (?:me|us) in(?:to)? trouble|my job|only you"
    r"|afterwards we|nothing about)\b"
)
