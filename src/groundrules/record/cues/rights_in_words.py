"""Use rights out of plain words: `you can print it but not with my name`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.clauses import MODAL, clauses, sentences
from groundrules.record.cues.levels_by_name import levels_in
from groundrules.record.cues.mentions import elsewhere, mentions_in
from groundrules.record.cues.plain import Plain, plain
from groundrules.record.cues.polarity import Mention, Polarity
from groundrules.record.cues.readings import changes_of, contradictions
from groundrules.record.cues.riders import Rider, descriptions_in, embargo_in
from groundrules.record.facts import Proposal
from groundrules.terms.conditions import Embargo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.record.cues.clauses import Sentence
    from groundrules.terms.levels import Level
    from groundrules.terms.rights import Axis


class RightsRead(NamedTuple):
    """What a text says about the use of somebody's words.

    Attributes:
        changes: axis and permission pairs, for the axes that the text settles.
        descriptions: how the source may be described, as it was put.
        quote_approval: whether the source sees quotations before they are used; None where
            nothing was said of it.
        embargo: from when on it may be published, as it was put; "" where nothing was said.
        deletion: what of the notes and recordings is to go, as it was put; "" likewise.
        told: who may be told, as it was put.
        contradicting: the axes that the text both allows and refuses; the stricter one is read.
        unread: the sentences that could not be read, as they stand.
    """

    changes: tuple[tuple[str, Axis], ...] = ()
    descriptions: tuple[str, ...] = ()
    quote_approval: bool | None = None
    embargo: str = ""
    deletion: str = ""
    told: tuple[str, ...] = ()
    contradicting: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether the text says nothing about use that could be read."""
        return self[:6] == RightsRead()[:6]

    def proposal(self, level: Level | None = None) -> Proposal:
        """Return it as terms that somebody puts, with the level that was named with it."""
        return Proposal(
            level=level,
            changes=self.changes,
            descriptions=self.descriptions,
            quote_approval=bool(self.quote_approval),
            embargo=Embargo(event=self.embargo) if self.embargo else None,
        )


class _Heard(NamedTuple):
    """What one sentence says: what it allows and refuses, and the words that ride along."""

    seen: frozenset[tuple[str, bool]]
    riders: tuple[Rider, ...]
    deletion: str
    told: tuple[str, ...]


def rights_in(text: str) -> RightsRead:
    """Return the use rights that a text states in plain words, by whichever side.

    Args:
        text: one or more sentences about terms; a text without stops is one sentence.
    """
    read = plain(text)
    read = read._replace(text=_without_levels(read.text))
    heard: list[_Heard] = []
    spoken: set[str] = set()
    unread: list[str] = []
    for sentence in sentences(read.text):
        one = _hear(read, sentence, spoken)
        spoken.update(name for name, _ in one.seen)
        if one.seen or one.riders or one.deletion:
            heard.append(one)
        elif "~" in sentence.text:
            continue
        elif not _COURTESY.fullmatch(sentence.text.strip(" .?!,")):
            unread.append(read.words(sentence.start, sentence.end))
    return _summed(heard, tuple(unread))


def _without_levels(text: str) -> str:
    """Return the text without the levels' names: what a level allows is a policy's to say."""
    pieces, last = [], 0
    for level in levels_in(text):
        pieces += [text[last : level.start], "~" * (level.end - level.start)]
        last = level.end
    return "".join([*pieces, text[last:]])


def _summed(heard: Sequence[_Heard], unread: tuple[str, ...]) -> RightsRead:
    seen = frozenset(pair for one in heard for pair in one.seen)
    riders = [rider for one in heard for rider in one.riders]
    return RightsRead(
        changes=changes_of(seen),
        descriptions=tuple(
            dict.fromkeys(rider.words for rider in riders if rider.name == "described")
        ),
        quote_approval=_approval(seen),
        embargo=next((rider.words for rider in riders if rider.name == "embargo"), ""),
        deletion="; ".join(one.deletion for one in heard if one.deletion),
        told=tuple(dict.fromkeys(who for one in heard for who in one.told)),
        contradicting=contradictions(seen),
        unread=unread,
    )


def _hear(read: Plain, sentence: Sentence, spoken: set[str]) -> _Heard:
    """Read one sentence; what was spoken of before tells what a condition is about."""
    start, end = sentence.start, sentence.end
    riders = descriptions_in(read, start, end)
    embargo = embargo_in(read, start, end)
    if embargo and not any(_overlap(embargo, rider) for rider in riders):
        riders.append(embargo)
    found = mentions_in(read.text, start, end, [rider.mention for rider in riders])
    found = [one for i, one in enumerate(found) if not _is_predicate(read.text, found[:i], one)]
    polarity = Polarity(read.text, clauses(sentence), found)
    told = [(one, _is_allowed(read.text, one, polarity, found)) for one in found]
    published = any(one.name in _USES for one in found) or bool(spoken & _USES)
    told = [
        (_conditional(read.text, one, sentence, published=published), yes)
        for one, yes in told
        if one.name != "word alone" or not yes
    ]
    told = _held([(one, yes or one.name == "independent") for one, yes in told])
    told = [(_in_words(read.text, one, start), yes) for one, yes in told]
    told = _kept_secret(read.text, told)
    retold = any(one.name in _RETELLS for one in found) or bool(spoken & _RETELLS)
    told = [(_insider(one, retold=retold), yes) for one, yes in told]
    kept = tuple(r for r in riders if (r.mention, True) in told or r.name == "embargo")
    return _Heard(
        frozenset(pair for one, yes in told for pair in _observed(one.name, yes)),
        tuple(rider for rider in kept if rider.name in ("described", "embargo")),
        _deletion(read, told),
        tuple(_who(read, one) for one, yes in told if one.name == "inside" and yes),
    )


def _observed(name: str, yes: bool) -> tuple[tuple[str, bool], ...]:  # noqa: FBT001 - a pair
    if name in _NO_RIGHTS:
        return ()
    if name == "somebody told":
        return (("description", True),) if yes else (("anysource", False),)
    if name == "quote by name":
        return (("quote", True), ("name", True)) if yes else (("name", False),)
    return ((name, yes),)


def _is_predicate(text: str, before: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether it only goes on about the mention before it: `my name may not be printed`."""
    goes_on = mention.name in _USES or _PASSIVE.fullmatch(text, mention.start, mention.end)
    return (
        bool(goes_on)
        and bool(before)
        and before[-1].name in _SUBJECTS
        and bool(_COPULA.fullmatch(text, before[-1].end, mention.start))
    )


_PASSIVE = re.compile(
    r"(?:be |get |is |are )?(?:named|identified|attributed|attributable|identifiable|quoted)"
)
_SUBJECTS = frozenset(
    (
        "name",
        "job",
        "quote",
        "described",
        "exactly",
        "paraphrase",
        "description",
        "institution",
        "anysource",
    )
)
_COPULA = re.compile(
    r" (?:(?:can|could|may|might|will|would|shall|should|must|not|never|ever|be|is|are"
    r"|to|have|has|been"
    r"|also|get|gets|even|in|does|do|allowed|going|supposed|it|them|nowhere|anywhere) )*"
)
_Told = list[tuple[Mention, bool]]
_USES = frozenset(("publish", "use"))
_NO_RIGHTS = frozenset(("before use", "deletion", "kept", "embargo", "other source", "need other"))


def _overlap(a: Rider, b: Rider) -> bool:
    return a.start < b.end and b.start < a.end


def _is_allowed(text: str, mention: Mention, polarity: Polarity, others: Sequence[Mention]) -> bool:
    if mention.name == "approved first":
        return True
    if mention.name == "approval" and text[mention.start :].startswith("without"):
        return not polarity.allows(mention, others)
    if _NOTHING_BEHIND.match(text, mention.end):
        return False
    if mention.name in _WITH_OBJECT and _NOBODY.search(text, mention.start, mention.end):
        return False
    return polarity.allows(mention, others)


_WITH_OBJECT = frozenset(
    ("name", "anysource", "quote", "publish", "use", "institution", "pursue", "attendance")
)
_NOBODY = re.compile(r"\b(?:nobody|nothing|none|no)\b")
_NOTHING_BEHIND = re.compile(r" (?:nothing|none|nobody|not a (?:word|thing)|no (?:word|part))\b")
_CONDITION = re.compile(
    r"\b(?:after|until|if|when|once|where|unless|provided|providing|as long as|so long as"
    r"|on condition|only (?:what|with|on|by|through|from|in case)|insofar as|except)\b"
)
_IF = frozenset(
    (
        "if",
        "when",
        "once",
        "unless",
        "only if",
        "only when",
        "only where",
        "only once",
        "except",
        "only after",
        "as long as",
        "so long as",
        "provided",
        "provided that",
        "providing",
        "on condition that",
        "on the condition that",
    )
)


def _conditional(text: str, mention: Mention, sentence: Sentence, *, published: bool) -> Mention:
    """Return getting it from somebody else as the condition of publishing, where it is one."""
    if mention.name == "word alone" or (mention.name == "need other" and published):
        return mention._replace(name="independent")
    if mention.name not in ("pursue", "other source"):
        return mention
    if not published or not elsewhere().search(_near(text, mention)):
        return mention
    clause = next(c for c in reversed(clauses(sentence)) if c.start <= mention.start)
    before = text[clause.start : mention.start]
    if clause.join in _IF or _CONDITION.search(before):
        return mention._replace(name="independent")
    return mention


def _near(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


def _in_words(text: str, mention: Mention, start: int) -> Mention:
    """Return whose words are meant: `I will put it in my words` is no quotation, `in yours` is."""
    if mention.name != "in words":
        return mention
    subject = _SUBJECT.findall(text, start, mention.start)
    told_to = _TOLD_TO.match(text, start)
    whose = ("my", "our") if subject and subject[-1] != "you" else ("your",)
    own = bool(subject or told_to) and text[mention.start : mention.end].split()[1] in whose
    return mention._replace(name="paraphrase" if own else "exactly")


_SUBJECT = re.compile(rf"\b(i|we|you) (?:{MODAL}|am|are|have|do)\b")


_TOLD_TO = re.compile(r"(?:please |just |only |but )*(?:put|write|say|report|tell|use)\b")


def _kept_secret(text: str, told: _Told) -> _Told:
    """Read `who was there stays in this room` as a refusal to say who was there."""
    kept: _Told = []
    for mention, yes in told:
        before = kept[-1][0] if kept else None
        if (
            mention.name == "hushed"
            and before
            and before.name in _SECRETS
            and _COPULA.fullmatch(text, before.end, mention.start)
        ):
            kept[-1] = (before, not yes)
        else:
            kept.append((mention, yes))
    return kept


_SECRETS = frozenset(("attendance", "name", "anysource", "job", "institution"))


def _insider(mention: Mention, *, retold: bool) -> Mention:
    """Return `your editor` as somebody who may be told, where the talk is of telling."""
    if mention.name != "insider":
        return mention
    return mention._replace(name="inside" if retold else "other source")


_RETELLS = frozenset(("anybody", "nobody", "others", "inside", "outside", "hushed"))


def _held(told: _Told) -> _Told:
    """Read `not until Friday` as an embargo, and not as a refusal to publish."""
    if not any(one.name == "embargo" for one, _ in told):
        return told
    return [(one, True) if one.name in _USES else (one, yes) for one, yes in told]


def _approval(seen: frozenset[tuple[str, bool]]) -> bool | None:
    if seen & {("approval", True), ("approved first", True)}:
        return True
    return False if ("approval", False) in seen else None


def _deletion(read: Plain, told: _Told) -> str:
    goes = [one for one, yes in told if (one.name == "deletion") is yes and one.name in _GOES]
    return "; ".join(read.words(one.start, one.end) for one in goes)


_GOES = frozenset(("deletion", "kept"))
_LEADS = re.compile(
    r"(?:(?:tell|told|telling|inform\w*|brief|share|repeat|pass|discuss\w*|mention|talk|show|let"
    r"|speak|consult|forward|keep|stay|it|this|with|to|only|just|even|in|inside|within|on|about"
    r"|them|that) )+"
)


def _who(read: Plain, mention: Mention) -> str:
    """Return who may be told, without the words that lead to it."""
    lead = _LEADS.match(read.text, mention.start, mention.end)
    return read.words(lead.end() if lead else mention.start, mention.end)


_COURTESY = re.compile(
    r"(?:(?:ok|all right|right|yes|no|sure|fine|good|great|thanks|thank you|please"
    r"|well|so|now|and|then"
    r"|is that|are you|do you|is it|does that|would that|agreed|agree|deal|clear"
    r"|with that|that is|work"
    r"|understood|understand|(?:we|you|i) (?:agree|have a deal)|sound|sounds"
    r"|good to you|for you|to you"
    r"|can we|do we|we|you|happy|on that|to that|be|,) ?)+"
)
