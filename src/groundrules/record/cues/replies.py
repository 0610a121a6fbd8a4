"""Replies: how one side answers the terms that the other has put.

A reply is read against the words that it answers: to repeat the terms is to take them, to name
others is a counter-offer, and what may be a yes to something else is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.agreement import amended
from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue, Waiting
from groundrules.record.cues.echoes import echoes
from groundrules.record.cues.frames import is_meaning, is_of_others
from groundrules.record.cues.negatives import Meant, how_put, meant_by
from groundrules.record.cues.replying import conditions, doubts, is_no, is_strong_yes, is_yes
from groundrules.record.cues.termed import terms_in
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.levels import Level
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.record.cues.clauses import Sentence
    from groundrules.record.cues.negatives import How
    from groundrules.record.cues.plain import Plain


class Put(NamedTuple):
    """Terms that await an answer.

    Attributes:
        proposal: the terms.
        words: the words in which they were put, in plain text.
        waiting: how they await it.
    """

    proposal: Proposal
    words: str
    waiting: Waiting


class _Said(NamedTuple):
    """A sentence of a reply, and what it holds."""

    sentence: Sentence
    yes: bool
    strong: bool
    no: bool
    echo: bool
    doubt: bool
    either: bool
    out: bool
    terms: Proposal

    @property
    def is_reply(self) -> bool:
        """Tell whether it says anything about the terms."""
        answers = self.yes or self.no or self.doubt or self.either
        return answers or self.echo or self.out or self.terms != Proposal()


def reply_in(read: Plain, put: Put) -> tuple[Cue, ...]:
    """Return what a turn answers to the terms that were put, if anything."""
    region = _region(read, put)
    if not region:
        return ()
    kinds = _kinds(region, put, asks=asks_consent(read.text))
    start, end = region[0].sentence.start, region[-1].sentence.end
    end = start + len(read.text[start:end].rstrip(" ,"))
    span = read.span(start, end)
    return tuple(Cue(kind, proposal, *span) for kind, proposal in kinds)


def _region(read: Plain, put: Put) -> list[_Said]:
    """Return the sentences at the beginning of a turn that are about the terms."""
    found: list[_Said] = []
    last = 0
    for number, sentence in enumerate(sentences(read.text)[:_SENTENCES]):
        said = _said(read, sentence, put)
        if not said.is_reply and len(_WORD.findall(sentence.text)) > _SHORT:
            break
        found.append(said)
        if said.is_reply:
            last = number + 1
    return found[:last]


def _said(read: Plain, sentence: Sentence, put: Put) -> _Said:
    text = sentence.text
    terms = terms_in(read, sentence, put.proposal)
    told = is_of_others(text)
    echo = not sentence.is_question and echoes(text, put.words)
    known = terms.level is not None and terms.level is put.proposal.level
    meant = meant_by(text, how_put(put.words))
    return _Said(
        sentence,
        yes=meant is Meant.YES if meant else is_yes(text, echo=echo or known),
        strong=is_strong_yes(text),
        no=meant is Meant.NO if meant else is_no(text),
        echo=echo,
        doubt=doubts(text),
        either=meant is Meant.EITHER,
        out=_takes_out(text, put),
        terms=Proposal() if told else terms,
    )


def _kinds(region: Sequence[_Said], put: Put, *, asks: bool) -> list[tuple[Kind, Proposal | None]]:
    said = _Summary(region, put, asks=asks)
    if said.either:
        return [(Kind.MARKED_UNCLEAR, None)]
    if said.doubt:
        return [(Kind.MARKED_UNCLEAR, None)] if said.yes else []
    if said.on_record:
        return [(Kind.TERMS_DECLINED, None)]
    return _otherwise(said, region, put) or _accepting(said, put)


def _otherwise(
    said: _Summary, region: Sequence[_Said], put: Put
) -> list[tuple[Kind, Proposal | None]]:
    """Read a reply that refuses, or names other terms; empty where it does neither."""
    if said.must or (said.yes and any(one.out for one in region)):
        return [(Kind.TERMS_COUNTERED, said.new if said.new != Proposal() else put.proposal)]
    if said.no:
        return [_refusing(said)]
    if said.new != Proposal():
        return _with_terms(said)
    if said.tied:
        return [(Kind.TERMS_COUNTERED, put.proposal)]
    return []


def _accepting(said: _Summary, put: Put) -> list[tuple[Kind, Proposal | None]]:
    """Read a reply that may accept; what was told since the terms were put asks for a clear yes."""
    if said.asks and not said.yes:
        return []
    agrees = said.yes or said.echo or said.names_terms
    if put.waiting is Waiting.DISCLOSED:
        agrees = said.strong or (said.names_terms and (said.yes or said.echo))
    return [(Kind.TERMS_AGREED, None)] if agrees else []


def _refusing(said: _Summary) -> tuple[Kind, Proposal | None]:
    """Read a reply that holds a no: a counter-offer where it names what it would take instead."""
    instead = said.new if said.new != Proposal() else said.named
    restricts = instead.level or instead.descriptions or instead.embargo or instead.quote_approval
    stricter = any(permission.strictness for _, permission in instead.changes)
    if restricts or (stricter and said.conditional):
        return (Kind.TERMS_COUNTERED, instead)
    if said.yes and said.first_yes < said.first_no:
        return (Kind.MARKED_UNCLEAR, None)
    return (Kind.TERMS_DECLINED, None)


def _with_terms(said: _Summary) -> list[tuple[Kind, Proposal | None]]:
    """Read a reply that names terms which were not put."""
    proposal = said.new
    if said.reads_back and proposal.level is None:
        found: list[tuple[Kind, Proposal | None]] = [(Kind.TERMS_DEFINED, proposal)]
        if said.yes and not said.asks:
            found.append((Kind.TERMS_AGREED, None))
        return found
    if said.yes and not (said.conditional or said.asks or proposal.descriptions or proposal.level):
        return [(Kind.TERMS_DEFINED, proposal), (Kind.TERMS_AGREED, None)]
    return [(Kind.TERMS_COUNTERED, proposal)]


def _takes_out(text: str, put: Put) -> bool:
    """Tell whether a sentence takes a word of the terms out again: `an aide, but not senior`."""
    heard = set(_WORD.findall(put.words))
    return any(
        match["what"] in heard and f"not {match['what']}" not in put.words
        for match in _TAKES_OUT.finditer(text)
        if match["what"] not in _SMALL
    )


def asks_consent(text: str) -> bool:
    """Tell whether a turn ends by asking the other side whether it agrees."""
    return bool(_ASKS_CONSENT.search(text.rstrip()))


def answers(read: Plain, how: How | None = None) -> bool | None:
    """Return whether a turn begins with a yes or a no, to something else than terms, or None.

    Args:
        read: the turn.
        how: how the words were put that it answers; None where a no refuses them.
    """
    for sentence in sentences(read.text)[:2]:
        meant = meant_by(sentence.text, how)
        if meant:
            return _MEANT[meant]
        if doubts(sentence.text) or (
            sentence.is_question and not is_yes(sentence.text, echo=False)
        ):
            continue
        if is_no(sentence.text):
            return False
        if is_yes(sentence.text, echo=False):
            return True
    return None


class _Summary:
    """What the sentences of a reply come to."""

    def __init__(self, region: Sequence[_Said], put: Put, *, asks: bool) -> None:
        self.yes = any(one.yes for one in region)
        self.strong = any(one.strong for one in region)
        self.no = any(one.no for one in region)
        self.echo = any(one.echo for one in region)
        self.doubt = any(one.doubt for one in region)
        self.either = any(one.either for one in region) and not (self.yes or self.no)
        texts = [one.sentence.text for one in region]
        self.first_yes = next((n for n, one in enumerate(region) if one.yes), 99)
        self.first_no = next((n for n, one in enumerate(region) if one.no), 99)
        self.asks = region[-1].sentence.is_question or asks
        self.conditional = any(conditions(text) for text in texts)
        self.must = any(_MUST.search(text) for text in texts)
        self.tied = any(_TIED.search(text) for text in texts)
        self.reads_back = any(is_meaning(text) or _READS_BACK.search(text) for text in texts)
        named = Proposal()
        for one in region:
            named = amended(named, one.terms)
        self.on_record = named.level is Level.ON_THE_RECORD
        self.named = named
        self.names_terms = named != Proposal()
        self.new = _news(named, put, strong=self.strong and not self.no)


def _news(named: Proposal, put: Put, *, strong: bool) -> Proposal:
    """Return of the terms that a reply names those that were not put."""
    asked = put.proposal
    same_level = named.level in (None, asked.level)
    had = dict(asked.changes)
    named = named._replace(
        changes=tuple(
            (axis, permission)
            for axis, permission in named.changes
            if not (axis in had and had[axis].strictness >= permission.strictness > 0)
        )
    )
    described = not asked.descriptions or any(
        not echoes(words, " ".join(asked.descriptions)) for words in named.descriptions
    )
    descriptions = named.descriptions if described else ()
    if descriptions and all(echoes(words, put.words) for words in descriptions):
        descriptions = ()
    changes = tuple(
        (axis, permission)
        for axis, permission in named.changes
        if had.get(axis) != permission and not (axis == "attribute" and not descriptions and had)
    )
    embargo = named.embargo
    if embargo and (embargo == asked.embargo or _THEN.fullmatch(embargo.event)):
        embargo = None
    if embargo and asked.embargo and strong:
        embargo = None
    if embargo and echoes(embargo.event.casefold(), put.words):
        embargo = None
    if embargo and had.get("publish") is Publish.NO:
        changes = (*changes, ("publish", Publish.YES))  # held back, and no longer refused
    if same_level and asked.level and not descriptions:
        changes = tuple(one for one in changes if one[0] != "attribute")
    return Proposal(
        level=None if same_level else named.level,
        changes=changes,
        descriptions=descriptions,
        quote_approval=named.quote_approval and not asked.quote_approval,
        embargo=embargo,
    )


_MEANT = {Meant.YES: True, Meant.NO: False, Meant.EITHER: None}
_MUST = re.compile(
    r"\b(?:he|she|they|(?:my|the|our) \w+) (?:has|have|needs?|would have|would need|must|will "
    r"have|will need)"
    r"(?: to)? (?:know|be told|see|read|hear)\b|\bi (?:would )?have to tell\b"
)
_TAKES_OUT = re.compile(r"(?:^|[,.] ?)(?:but |just )?not (?P<what>[a-z]+)\b")
_TIED = re.compile(
    r"\b(?:as long as|so long as|provided|providing|on (?:the )?condition|only if|unless|if "
    r"(?:i|you) (?:can|let"
    r"|give|promise|run|show|tell))\b"
)
_SMALL = frozenset(
    [
        "be",
        "use",
        "used",
        "name",
        "me",
        "my",
        "it",
        "that",
        "the",
        "a",
        "an",
        "say",
        "on",
        "off",
        "for",
        "to",
        "in",
        "you",
        "your",
        "i",
    ]
)
_SENTENCES = 4
_SHORT = 9
"""A sentence of no more words than this may stand between two that are about the terms."""

_WORD = re.compile(r"[\w']+")
_THEN = re.compile(r"(?i)(?:then|that|that time|now)")
_READS_BACK = re.compile(
    r"^so ?, (?:on|not|off)|^(?:ok ,? ?)?so,? (?:that is )?(?:i|you|we) (?:can|may|will|would)"
    r"|\b(?:i would be quoting"
    r"|when i say|in my shop|for me (?:that )?(?:is|means)|you would be|i would quote you"
    r"|is not quite what)\b"
)
_ASKS_CONSENT = re.compile(
    r"(?:\bif (?:that|it) is (?:ok|all right|fine)(?: (?:with|by) you)? ?[.?]?|\b(?:is (?:that|it"
    r"|this) (?:all right|ok|fine|clear|right|agreed|what you (?:mean|want)"
    r"(?: today)?)(?: (?:for|with|by) [\w' ]+)?|(?:ok|good|fine|happy|all right|comfortable) "
    r"(?:with|for|by)"
    r" (?:that|this|you|everybody)[\w', ]*|would that (?:do|work|be ok)|does that (?:work"
    r"|suit)[\w ]*"
    r"|(?:can|could|do|will|would) you (?:all )?(?:agree|accept|confirm|live with|do|promise)[\w ]*"
    r"|will you|any objections?|do you agree|are we agreed|can we|can it (?:be)?|may i|do you mind"
    r"|(?:all right|ok|deal|right|agreed|correct|yes|clear|please)(?: [\w]+)?) ?\?"
    r"|\b(?:is that (?:all right|ok|fine)|ok|all right|yes) ?)$"
)
