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
from groundrules.record.cues.embargo_words import Held, held_until, names_no_time
from groundrules.record.cues.plain import plain
from groundrules.record.cues.portions import Portion, levels_by_portion
from groundrules.record.cues.shown_as import names_somebody, wordings_in
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class GroundRules(NamedTuple):
    """What a host's turn says of the terms.

    Attributes:
        cues: what it does, its terms for all that follows, or for the remarks that follow.
        later: terms that are to hold when questions are taken; None where there are none.
    """

    cues: list[Cue]
    later: Proposal | None = None


def strictly(rules: GroundRules, length: int) -> list[Cue]:
    """Return the cues of a turn, the terms for later put at once; the turn has `length` signs."""
    if rules.later is None:
        return rules.cues
    announced = [cue for cue in rules.cues if cue.kind is Kind.TERMS_ANNOUNCED]
    span = announced[-1][2:] if announced else (0, length)
    return [*rules.cues, Cue(Kind.TERMS_ANNOUNCED, rules.later, *span)]


def ground_rules_in(text: str, cues: Sequence[Cue]) -> GroundRules:
    """Return what a host's turn says of the terms, now and for the questions."""
    read = plain(text)
    rest = list(cues)
    said: list[_Said] = []
    for sentence in sentences(read.text):
        span = _Span(*read.span(sentence.start, sentence.end))
        here = [cue for cue in rest if span.start <= cue.start < span.end]
        rest = [cue for cue in rest if cue not in here]
        if here or _MAY_GIVE.search(sentence.text):
            said.append(_sentence(text[span.start : span.end], sentence.text, span, here))
    said = _with_one_embargo(said)
    now, later = _told_apart([one for each in said for one in each.given])
    found = [cue for each in said for cue in each.others]
    found += [Cue(Kind.TERMS_ANNOUNCED, one.proposal, one.start, one.end) for one in now]
    return GroundRules(sorted([*found, *rest], key=lambda cue: (cue.start, cue.end)), later)


class _Span(NamedTuple):
    start: int
    end: int


class _Given(NamedTuple):
    """Terms that a sentence gives, and for which portion of the call."""

    portion: Portion
    proposal: Proposal
    start: int
    end: int


class _Said(NamedTuple):
    """What a sentence does: the terms that it gives, its other cues, what it says of an embargo."""

    given: tuple[_Given, ...]
    others: tuple[Cue, ...]
    held: Held | None = None


def _sentence(words: str, text: str, span: _Span, here: Sequence[Cue]) -> _Said:
    if _IDENTITY.search(words):
        return _of_speakers(words, span, here)
    return _of_talk(words, text, span, here)


def _of_speakers(words: str, span: _Span, here: Sequence[Cue]) -> _Said:
    """Read the sentence that tells who speaks, which nobody may report."""
    shown = wordings_in(words)
    kept = tuple(cue for cue in here if cue.kind not in _PUT)
    if shown:
        return _Said((_Given(Portion.WHOLE, Proposal(descriptions=shown), *span),), kept)
    return _Said((), (*kept, Cue(Kind.HINT_GIVEN, None, *span)))


def _of_talk(words: str, text: str, span: _Span, here: Sequence[Cue]) -> _Said:
    """Read a sentence that may give terms for the whole talk, or for a portion of it."""
    puts = [cue for cue in here if cue.kind in _PUT and cue.proposal]
    others = tuple(cue for cue in here if cue not in puts)
    levels = _levels(text)
    if any(cue.kind is Kind.RETURNED_TO_RECORD for cue in others):
        levels = [one for one in levels if one[1] is not Level.ON_THE_RECORD]
    held = held_until(words)
    shown = _wordings(words, text, any_level=bool(levels))
    says = levels or held or shown
    if not puts and not (says and (shown or _ABOUT_THE_TALK.search(text))):
        return _Said((), others)
    riding = Proposal()
    for cue in puts:
        riding = amended(riding, _only_terms(cue.proposal or Proposal(), levelled=bool(levels)))
    if riding.embargo and names_no_time(riding.embargo.event):
        riding = riding._replace(embargo=None)
    if held:
        riding = riding._replace(embargo=Embargo(event=held.until) if held.until else None)
    riding = riding._replace(descriptions=shown or riding.descriptions)
    if levels:
        riding = riding._replace(level=None)
    start = min([cue.start for cue in puts], default=span.start)
    return _Said(tuple(_by_portion(levels, riding, start, span.end)), others, held)


def _by_portion(
    levels: Sequence[tuple[Portion, Level]], riding: Proposal, start: int, end: int
) -> Iterable[_Given]:
    """Yield the terms of a sentence, what rides along with that level which it belongs to."""
    portions = dict.fromkeys(portion for portion, _ in levels) or {Portion.WHOLE: None}
    embargo = riding.embargo
    riding = riding._replace(embargo=None)
    last = list(portions)[-1]
    for portion in portions:
        level = max(
            (level for at, level in levels if at is portion),
            key=lambda level: level.strictness,
            default=riding.level,
        )
        proposal = (riding if portion is last else Proposal())._replace(level=level)
        if proposal != Proposal():
            yield _Given(portion, proposal, start, end)
    if embargo:
        yield _Given(Portion.WHOLE, Proposal(embargo=embargo), start, end)


def _told_apart(given: Sequence[_Given]) -> tuple[list[_Given], Proposal | None]:
    """Return the terms for now, and those for the questions where they are others.

    Only where the remarks have a level of their own are the questions told apart from them: else
    terms that are named for a portion hold for all.
    """
    remarks = {one.proposal.level for one in given if one.portion is Portion.REMARKS}
    of_questions = [one for one in given if one.portion is Portion.QUESTIONS]
    levels = {one.proposal.level for one in of_questions} - {None}
    if not (remarks - {None} and levels) or levels <= remarks or Level.ON_THE_RECORD in levels:
        return list(given), None
    now, later = [], Proposal()
    for one in given:
        proposal = one.proposal
        if one.portion is Portion.QUESTIONS:
            later = amended(later, proposal)
            continue
        if remarks <= {Level.ON_THE_RECORD, None} and proposal.descriptions:
            later = later._replace(descriptions=(*later.descriptions, *proposal.descriptions))
            proposal = proposal._replace(descriptions=(), changes=())
        if proposal.embargo:
            later = later._replace(embargo=proposal.embargo)
        if proposal != Proposal():
            now.append(one._replace(proposal=proposal))
    shown = tuple(dict.fromkeys(later.descriptions))
    return now, later._replace(descriptions=shown)


def _with_one_embargo(said: Sequence[_Said]) -> list[_Said]:
    """Return the sentences with the embargo of the talk alone, where one is on materials only.

    The materials' own is left out where the talk has another, or expressly none.
    """
    best = max((one.held.weight for one in said if one.held), default=0)
    none = any(one.held and not one.held.until for one in said)
    kept = []
    for one in said:
        lesser = one.held and (one.held.weight < best or (none and one.held.weight < _OF_TALK))
        given = tuple(each for each in one.given if not (lesser and each.proposal.embargo))
        kept.append(one._replace(given=given))
    return kept


def _levels(text: str) -> list[tuple[Portion, Level]]:
    found = levels_by_portion(text)
    if _SHOWN_ON_BACKGROUND.search(text) or (not found and _BACKGROUND_TALK.search(text)):
        found.append((Portion.WHOLE, Level.BACKGROUND))
    return found


def _wordings(words: str, text: str, *, any_level: bool) -> tuple[str, ...]:
    """Return the wordings of a sentence that tells how speakers may be shown, and of no other."""
    return wordings_in(words) if any_level or _PERMITS.search(text) else ()


def _only_terms(proposal: Proposal, *, levelled: bool) -> Proposal:
    """Return a proposal without what only sounds like rights in a sentence about a briefing."""
    settled = levelled or proposal.level is not None or proposal.embargo is not None
    changes = tuple(
        (axis, permission)
        for axis, permission in proposal.changes
        if not (settled and axis not in ("attribute", "quote"))
        and not (axis == "attribute" and permission is Attribute.NAME)
        and not (axis == "attribute" and permission is Attribute.DESCRIPTION and settled)
    )
    kept = tuple(words for words in proposal.descriptions if names_somebody(words))
    if proposal.descriptions and not kept:
        changes = tuple(one for one in changes if one[0] != "attribute")
    clean = tuple(dict.fromkeys(" ".join(_MARKS.sub("", words).split()) for words in kept))
    return proposal._replace(changes=changes, descriptions=clean)


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
_OF_TALK = 3
"""From this weight on an embargo is on the talk, and not on its materials alone."""

_MARKS = re.compile(r"[\"“”]")
_MAY_GIVE = re.compile(
    r"\b(?:background|record|attribut\w*|embargo\w*|chatham|refer\w*|quot\w+|identif\w+|describ\w+"
    r"|sourc\w+|wording|cited?|hold\w*|held|publish\w*|publication|report\w*|releas\w+|print\w*"
    r"|used?|until|known|will be an?|credit\w*|call (?:him|her|us|me|them)|not for|our|say)\b"
)
_BACKGROUND_TALK = re.compile(
    r"\b(?:on )?background (?:press )?(?:briefing|call|gaggle|conversation|discussion|session|q "
    r"and a|q a)\b"
    r"|\bfor (?:your )?background(?: (?:use|information|purposes|guidance))?(?: only)?\b(?! on)"
    r"|\bbackground,? (?:attributable|attributed|with attribution)"
    r"|\b(?:rules?|terms?|basis|status|footing)(?: today| for \w+| of \w+ \w+)*(?: are| is"
    r"|,)? (?:background)\b"
)
_SHOWN_ON_BACKGROUND = re.compile(
    r"(?<!deep )\b(?:on|for) (?:your )?background(?: only)? (?:as|from) (?:an?|our|the|one"
    r"|[\w ]{0,30}?(?:officials?|sources?|executives?|aides?|spokes\w+))\b"
)
_IDENTITY = re.compile(
    r"(?i)(?=.*\b(?:for (?:your|everyone.s|everybody.s) (?:\w+ )?(?:awareness|knowledge"
    r"|information|reference"
    r"|situational)|for awareness|not for (?:your )?(?:reporting|attribution)))"
    r"(?=.*(?:\b(?:on (?:the|today.s|this) (?:call|line)|joining (?:us|me)|speakers?|we have"
    r"|on with us|with us|in order of|our (?:official|briefer|sao)s?|is joined|we are joined)\b"
    r"|\[))"
)
_PERMITS = re.compile(
    r"\b(?:attributable|attribut\w+ (?:to|as|is|will|should)|you (?:can|may|should|must|are to"
    r"|are free to)"
    r"|please|(?:can|may|should|must|will|shall|to|is to|are to) (?:only |just )?be (?:only "
    r"|just )?"
    r"(?:attributed|referred|identified|quoted|cited|described|sourced|credited|known"
    r"|our|called|an?)"
    r"|we ask|i ask|would ask|ask that|ask you to|refer to|only as|our speakers?|today's speakers?"
    r"|wording|would like to be|wants? to be|prefers? to be|asked to be|call (?:him|her|us|me|them)"
    r"|is our|are our|if you (?:need|want) to|just say|attribution|ground rules?)\b"
)
_ABOUT_THE_TALK = re.compile(
    r"\b(?:call|calls|briefing|gaggle|session|contents?|remarks|q and a|q a|questions?|answers?"
    r"|speakers?"
    r"|everything|embargo\w*|attribut\w+|referred|refer to|ground rules?|rules|terms"
    r"|panel|meeting|portion|part|who will be|he will be|she will be|we are|we will|this is"
    r"|today|you (?:can|may|should)|reminder|ask (?:that )?you|ask everybody|please (?:hold|keep"
    r"|do not)|event|seminar|lecture|conference|webinar|discussion"
    r"|conversation|background (?:only|please|for)|our guest|hold|nothing (?:may|can|is|here|said"
    r"|you|should|will)|material|information)\b"
)
