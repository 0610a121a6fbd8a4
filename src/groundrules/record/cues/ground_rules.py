"""Ground rules: the terms that a host gives at the head of a briefing, sentence by sentence.

A host says them in many sentences: the level in one, whom the words may be attributed to in the
next, the embargo in a third. Who is speaking "for your awareness, but not for reporting" is told
there too; that is about the speakers' names and not about the talk.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.agreement import amended
from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue
from groundrules.record.cues.levels_by_name import levels_in
from groundrules.record.cues.plain import plain
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Span(NamedTuple):
    start: int
    end: int


def with_ground_rules(text: str, cues: Sequence[Cue]) -> list[Cue]:
    """Return a host's cues with all the terms that the sentences of the turn give."""
    read = plain(text)
    rest = list(cues)
    found: list[Cue] = []
    for sentence in sentences(read.text):
        span = _Span(*read.span(sentence.start, sentence.end))
        words = text[span.start : span.end]
        here = [cue for cue in rest if span.start <= cue.start < span.end]
        rest = [cue for cue in rest if cue not in here]
        if _IDENTITY.search(words):
            found += _of_speakers(words, span, here)
        else:
            found += _of_talk(words, sentence.text, span, here)
    return sorted([*found, *rest], key=lambda cue: (cue.start, cue.end))


def _of_speakers(words: str, span: _Span, here: Sequence[Cue]) -> list[Cue]:
    """Read the sentence that tells who speaks, which nobody may report."""
    shown = _descriptions(words)
    kept = [cue for cue in here if cue.kind not in _PUT]
    if shown:
        return [*kept, Cue(Kind.TERMS_ANNOUNCED, Proposal(descriptions=shown), *span)]
    return [*kept, Cue(Kind.HINT_GIVEN, None, *span)]


def _of_talk(words: str, text: str, span: _Span, here: Sequence[Cue]) -> list[Cue]:
    """Read a sentence that may give terms for the whole talk."""
    given = Proposal(level=_level(text), descriptions=_descriptions(words), embargo=_embargo(words))
    puts = [cue for cue in here if cue.kind in _PUT and cue.proposal]
    others = [cue for cue in here if cue not in puts]
    if not puts and not (given != Proposal() and _ABOUT_THE_TALK.search(text)):
        return others
    for cue in puts:
        given = amended(_only_terms(cue.proposal or Proposal()), given)
    if given == Proposal():
        return others
    start = min([cue.start for cue in puts], default=span.start)
    return [*others, Cue(Kind.TERMS_ANNOUNCED, given, start, span.end)]


def _level(text: str) -> Level | None:
    named = [one.level for one in levels_in(text)]
    if _BACKGROUND_TALK.search(text):
        named.append(Level.BACKGROUND)
    return max(named, key=lambda level: level.strictness, default=None)


def _only_terms(proposal: Proposal) -> Proposal:
    """Return a proposal without what only sounds like rights in a sentence about a briefing."""
    settled = proposal.level is not None or proposal.embargo is not None
    changes = tuple(
        (axis, permission)
        for axis, permission in proposal.changes
        if not (settled and axis not in ("attribute", "quote"))
        and not (axis == "attribute" and permission is Attribute.NAME)
        and not (axis == "attribute" and permission is Attribute.DESCRIPTION and settled)
    )
    kept = tuple(words for words in proposal.descriptions if _PERSON.search(words))
    if proposal.descriptions and not kept:
        changes = tuple(one for one in changes if one[0] != "attribute")
    clean = tuple(dict.fromkeys(" ".join(_MARKS.sub("", words).split()) for words in kept))
    return proposal._replace(changes=changes, descriptions=clean)


def _descriptions(words: str) -> tuple[str, ...]:
    """Return the wordings under which speakers may be shown, without quotation marks."""
    found = (" ".join(_MARKS.sub("", match["said"]).split()) for match in _SHOWN.finditer(words))
    return tuple(dict.fromkeys(_LEADS.sub("", said) for said in found))


def _embargo(words: str) -> Embargo | None:
    match = _UNDER.search(words)
    return Embargo(event=" ".join(match["time"].split())) if match else None


_PUT = frozenset(
    {
        Kind.TERMS_ANNOUNCED,
        Kind.TERMS_ASSERTED,
        Kind.TERMS_ASKED,
        Kind.TERMS_OFFERED,
        Kind.TERMS_DEFINED,
        Kind.RETROACTIVE_REQUESTED,
    }
)
_MARKS = re.compile(r"[\"“”]")
_OFFICIALS = (
    r"(?:officials?|representatives?|sources?|spokes(?:person|man|woman|people)s?|aides?"
    r"|executives?"
    r"|advis[eo]rs?|diplomats?|experts?|officers?|scientists?|directors?|insiders?|researchers?"
    r"|members?|people|person|employees?|staff)"
)
_LEADS = re.compile(
    r"(?i)^(?:(?:attributed|referred|quoted|identified|to|as|our|the|be|being|from) )+"
)
_PERSON = re.compile(rf"(?i)\b{_OFFICIALS}\b")
_SHOWN = re.compile(
    r"(?i)(?:\b(?:attribut\w+|refer(?:red|ring)?|identified|quoted|cited|described|spoke"
    r"|speaking)\b"
    r"[^.;“\"]{0,70}?\b(?:to|as|be)|\bwill be|\bis our),?\s+(?P<said>(?:an?\s+|our\s+"
    r"|the\s+)?[“\"]?"
    rf"(?:[\w.-]+\s+){{0,4}}?{_OFFICIALS}\b)"
)
_UNDER = re.compile(
    r"(?i)\bunder an? (?P<time>\d{1,2}(?::\d\d)? ?[ap]\.?m\.?(?: [\w]+){0,3}?) embargo\b"
)
_BACKGROUND_TALK = re.compile(
    r"\b(?:on )?background (?:press )?(?:briefing|call|gaggle|conversation|discussion|session|q "
    r"and a)\b"
)
_IDENTITY = re.compile(
    r"(?i)(?=.*\b(?:for (?:your|everyone.s|everybody.s) (?:\w+ )?(?:awareness|knowledge"
    r"|information|reference"
    r"|situational)|not for (?:your )?(?:reporting|attribution)))"
    r"(?=.*(?:\b(?:on (?:the|today.s|this) (?:call|line)|joining us|speakers?|we have|on with us"
    r"|in order of)\b|\[))"
)
_ABOUT_THE_TALK = re.compile(
    r"\b(?:call|briefing|gaggle|session|contents?|remarks|q and a|speakers?|everything"
    r"|embargo\w*|attribut\w+"
    r"|referred|refer to|ground rules?|panel|meeting|portion|part|who will be|he will be|she "
    r"will be)\b"
)
