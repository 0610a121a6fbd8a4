"""The second hearing: what the signs of a turn say to what the grammar has read in it.

The grammar knows the usual words and reads what they say in detail. People use others. So each
turn is heard again by its signs, with the grammar's reading as one of them: what it missed is
added, and what everything else speaks against is left out. The signs name no level: terms that
only they tell of are put in plain words.
"""

from __future__ import annotations

import re
from itertools import islice
from math import log
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue, Waiting
from groundrules.record.cues.frames import is_of_others
from groundrules.record.cues.negatives import Meant, how_put, meant_by
from groundrules.record.cues.rights_in_words import rights_in
from groundrules.record.cues.sieve import may_matter
from groundrules.record.cues.signs.meanings import (
    ACT_KINDS,
    ACTS,
    ANSWER_KINDS,
    ANSWERS,
    ANY_ACT,
    ANY_ANSWER,
    AWAITED,
    answer_of,
)
from groundrules.record.cues.signs.weights_of_answers import OF_ANSWERS
from groundrules.record.cues.signs.weights_of_sentences import OF_SENTENCES
from groundrules.record.cues.surroundings import (
    answer_signs,
    hearable,
    sentence_signs,
    span_of,
)
from groundrules.record.cues.terms_by_sign import settled, terms_by_sign
from groundrules.record.cues.weighing import weighed
from groundrules.record.facts import PROPOSALS, Kind, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.cues.clauses import Sentence
    from groundrules.record.cues.plain import Plain
    from groundrules.record.cues.surroundings import Around


class _Weighed(NamedTuple):
    """What a sentence is likeliest to do of its own accord, and by how much, in tenths."""

    act: str
    lead: int


def rarity(words: int) -> int:
    """Return by how much more signs must outweigh doing nothing in a talk of so many words.

    People settle terms a few times in a talk, be it short or long; so in a long one the odds that
    any sentence of it does so are smaller, in the measure in which it is longer. The weights were
    found in short ones.

    Returns:
        Tenths, as the weights are: ten times the natural logarithm of the odds.
    """
    return round(10 * log(words / _SHORT_TALK)) if words > _SHORT_TALK else 0


def heard_again(read: Plain, cues: tuple[Cue, ...], around: Around) -> tuple[Cue, ...]:
    """Return the cues of a turn, as the signs bear them out and add to them."""
    signs = answer_signs(read, cues, around)
    if signs:
        by_grammar = answer_of(cues)
        answer = _answer(weighed(signs, OF_ANSWERS), by_grammar, around)
        if answer in _misheard(read, around.awaited.words):
            answer = by_grammar
        if answer != by_grammar:
            cues = _answered(read, cues, around, answer)
        if answer != "none":
            return _explained(read, _undisputed(cues, answer), around)
    return tuple(map(_settled, _of_its_own(read, cues, around)))


def _answer(sums: tuple[int, ...], by_grammar: str, around: Around) -> str:
    """Return the likeliest of `ANSWERS`.

    A doubt becomes a yes only by clear signs; and in a long talk signs alone take no return up,
    since that frees words.
    """
    least = _LEAST + (around.rarity if by_grammar == "none" else 0)
    best = max(range(len(sums)), key=sums.__getitem__)
    answer = ANSWERS[best] if sums[best] >= least else "none"
    if answer != "agree":
        return answer
    if by_grammar == "unclear" and sums[best] < _CLEAR:
        return by_grammar
    frees = around.rarity and around.awaited.waiting is Waiting.RETURN
    return "none" if frees and by_grammar == "none" else answer


def _misheard(read: Plain, words: str) -> frozenset[str]:
    """Return the answers that signs only seem to give, to words that make a no of a yes."""
    how = how_put(words)
    meant = (meant_by(one.text, how) for one in sentences(read.text)[:_FIRST])
    return next((_MISHEARD[one] for one in meant if one), frozenset())


def _undisputed(cues: tuple[Cue, ...], answer: str) -> tuple[Cue, ...]:
    """Return the cues of an answer without those that cannot be meant beside it."""
    beside = _NEVER_BESIDE if answer in ("agree", "decline") else frozenset()
    return tuple(_settled(cue) for cue in cues if cue.kind not in beside)


def _settled(cue: Cue) -> Cue:
    return cue._replace(proposal=settled(cue.proposal)) if cue.proposal else cue


def _explained(read: Plain, cues: tuple[Cue, ...], around: Around) -> tuple[Cue, ...]:
    """Return the cues with what a yes says of the terms, in a reporter's own words."""
    kinds = {cue.kind for cue in cues}
    agrees = around.by_reporter and around.awaited.put and Kind.TERMS_AGREED in kinds
    if not agrees or kinds & PROPOSALS:
        return cues
    for sentence in sentences(read.text):
        if not _EXPLAINS.search(sentence.text):
            continue
        terms = rights_in(read.sentence(sentence.start, sentence.end)).proposal()
        if terms != Proposal():
            return (Cue(Kind.TERMS_DEFINED, settled(terms), *span_of(read, sentence)), *cues)
    return cues


def _answered(read: Plain, cues: tuple[Cue, ...], around: Around, answer: str) -> tuple[Cue, ...]:
    """Return the cues with another answer than the one that was read."""
    terms = next((cue for cue in cues if cue.kind in PROPOSALS), None)
    rest = tuple(cue for cue in cues if cue.kind not in ANY_ANSWER)
    kind = ANSWER_KINDS[AWAITED[around.awaited.waiting]].get(answer)
    if kind is None:
        return rest
    found = hearable(read) or sentences(read.text)
    if kind not in PROPOSALS:
        return (Cue(kind, None, *span_of(read, found[0])), *rest)
    if terms is None:
        put_by_act = ACTS.index("put")
        best = max(found, key=lambda one: _sums(read, one, (), around)[put_by_act])
        put = around.awaited.put
        level = put.proposal.level if put else None
        terms = Cue(kind, terms_by_sign(read, best, level), *span_of(read, best))
    if terms.proposal == Proposal():
        return rest
    return (terms._replace(kind=kind), *rest)


def _of_its_own(read: Plain, cues: tuple[Cue, ...], around: Around) -> tuple[Cue, ...]:
    """Return the cues of a turn that answers nothing, the likeliest act added where none was."""
    kept = tuple(cue for cue in cues if _is_borne_out(read, cue, cues, around))
    if any(cue.kind in ANY_ACT for cue in kept):
        return kept
    found = [one for one in hearable(read) if not _is_of_something_else(one.text)]
    if around.rarity:
        found = [one for one in found if may_matter(one.text)]
    heard = [(_likeliest(_sums(read, one, cues, around)), one) for one in found]
    most, best = max(heard, key=lambda pair: pair[0].lead, default=(_NOTHING, None))
    if best is None or most.lead <= _LEAST + around.rarity:
        return kept
    return (*kept, *_act(read, best, most.act, around))


def _is_of_something_else(text: str) -> bool:
    """Tell whether a sentence looks like terms and is a hedge, advice or about other talks."""
    return bool(_NO_TERMS.search(text)) or (_TALKED.search(text) is not None and is_of_others(text))


def _is_borne_out(read: Plain, cue: Cue, cues: tuple[Cue, ...], around: Around) -> bool:
    """Tell whether the signs leave an act standing that the grammar has read.

    Only what the grammar takes for terms in plain words is put to them, and a return: a level by
    its name, a hint and what was said of words already spoken are the grammar's to know.
    """
    named = cue.proposal is not None and cue.proposal.level is not None
    if cue.kind not in _DISPUTED or named:
        return True
    within = (one for one in sentences(read.text) if span_of(read, one)[1] > cue.start)
    return all(
        _likeliest(_sums(read, sentence, cues, around)).lead > around.rarity
        for sentence in islice(within, 1)
    )


def _act(read: Plain, sentence: Sentence, act: str, around: Around) -> tuple[Cue, ...]:
    span = span_of(read, sentence)
    if act == "put":
        if not _puts_in_its_own_words(read, sentence, around):
            return ()
        kind = Kind.TERMS_OFFERED if around.by_reporter else Kind.TERMS_ASKED
        terms = terms_by_sign(read, sentence)
        return (Cue(kind, terms, *span),) if terms != Proposal() else ()
    fits = {
        "return": around.awaited.on_terms and bool(_NAMES_RECORD.search(sentence.text)),
        "retroactive": not around.by_reporter,
        "hint": True,
    }
    return (Cue(ACT_KINDS[act], None, *span),) if fits[act] else ()


def _puts_in_its_own_words(read: Plain, sentence: Sentence, around: Around) -> bool:
    """Tell whether a sentence puts terms by more than by what the other side says to it.

    Else what one side says would be both the terms and the answer to them.
    """
    signs = sentence_signs(read, sentence, (), around)
    own = frozenset(sign for sign in signs if not sign.startswith("answered: "))
    return weighed(own, OF_SENTENCES)[ACTS.index("put")] >= -_UNANSWERED


def _sums(read: Plain, sentence: Sentence, cues: Iterable[Cue], around: Around) -> tuple[int, ...]:
    return weighed(sentence_signs(read, sentence, cues, around), OF_SENTENCES)


def _likeliest(sums: tuple[int, ...]) -> _Weighed:
    """Return the act with the greatest sum, besides doing nothing."""
    lead, act = max(zip(sums[1:], ACTS[1:], strict=True), key=lambda one: one[0])
    return _Weighed(act, lead)


_EXPLAINS = re.compile(
    r"\b(?:that (?:would )?means?|meaning|so (?:i|that)|which means|i (?:use|will use|would use"
    r"|write|will write|would write|quote|will quote|can (?:use|quote|print))|no source"
    r"|my own (?:words|voice)|you are)\b"
)
_NAMES_RECORD = re.compile(
    r"\brecord\b|\b(?:my|your|own|full|real|by|the|an?|proper|actual) (?:\w+ )?names?\b|\bnamed\b"
    r"|\bname\b(?! names)"
    r"|\bquot\w+|\bas (?:yourself|myself|you)\b(?= ?[,.?!]|$| (?:again|now|then))"
    r"|\b(?:print|use|usable|pencil|writing|pen|openly|mr|mrs|ms|dr|sheriff|senator|yourself"
    r"|myself|be you|i appear)\b"
)
"""What frees words is no hint: a return that names neither name nor record is left to a person."""

_NO_TERMS = re.compile(
    r"\bquote me (?:on|at)\b|\bkeep (?:that|it|this) in mind\b|\b(?:turn|switch) (?:it|that) off\b"
    r"|\bquote (?:my|your) tr\w+"
)
_TALKED = re.compile(r"\b(?:interviewed|talked|spoke|told|said|asked|episode|podcast)\b")

_DISPUTED = frozenset(
    (Kind.TERMS_ASKED, Kind.TERMS_OFFERED, Kind.TERMS_COUNTERED, Kind.RETURNED_TO_RECORD)
)
_MISHEARD = {
    Meant.YES: frozenset(("none", "decline")),
    Meant.NO: frozenset(("none", "agree")),
    Meant.EITHER: frozenset(("none", "agree", "decline")),
}
_FIRST = 4
"""Sentences at the beginning of a turn that may answer something."""

_NEVER_BESIDE = frozenset((Kind.RETROACTIVE_REQUESTED, Kind.HINT_GIVEN))
_NOTHING = _Weighed(ACTS[0], 0)
_SHORT_TALK = 300
"""Words of the talks in which the weights were found; most had fewer."""

_LEAST = 6
"""By how much the signs of an act must outweigh those of none, in tenths."""

_UNANSWERED = 25
"""By how much they may fall short without those of what the other side says to the act."""

_CLEAR = 10
"""By how much the signs of a yes must outweigh, where the grammar has read a doubt."""
