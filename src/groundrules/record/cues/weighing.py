"""Weighing: what the signs in a sentence come to.

People put terms in words that no list holds. So besides what the grammar reads, each sentence is
searched for signs, small and wide, of which none decides: who is spoken of, where words may go,
what is held back, how it is said, and what the other side answers. Each sign has a weight for each
thing that the sentence may do, and the greatest sum wins. The weights stand in `weights`, as
numbers that anybody can read.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from groundrules.record.cues.echoes import weighty
from groundrules.record.cues.signs.of_replies import OF_REPLIES
from groundrules.record.cues.signs.of_terms import (
    HOW_IT_IS_SAID,
    OF_THE_RECORD,
    OF_WHOM,
    WHERE_WORDS_GO,
    WITHHELD,
)
from groundrules.record.cues.signs.together import (
    BY_KIND,
    BY_SIDE,
    BY_TERMS,
    BY_TOLD,
    IN_ANSWERS,
    IN_REPLIES,
    TOGETHER,
    TOGETHER_IN_REPLIES,
)


class Surroundings(NamedTuple):
    """Where a sentence stands.

    Attributes:
        bound: a party speaks whom promises bind.
        awaits: terms of the other side await this turn's answer.
        own: terms of this side await an answer.
        on_terms: somebody's words stand on terms.
        told: the speaker has told something before.
        reply: what the other side says next, in plain text; "" where it says nothing.
    """

    bound: bool
    awaits: bool = False
    own: bool = False
    on_terms: bool = False
    told: bool = False
    reply: str = ""

    @property
    def flags(self) -> set[str]:
        """Return the signs that the place itself is."""
        flags = {
            "awaits": self.awaits,
            "own": self.own,
            "on terms": self.on_terms,
            "told": self.told,
        }
        return {name for name, is_so in flags.items() if is_so}


def signs_of_terms(text: str, near: Surroundings, *, quoted: bool) -> frozenset[str]:
    """Return the signs in a sentence that it does something about the terms.

    Args:
        text: the sentence in plain text.
        near: where it stands.
        quoted: it has words in quotation marks.
    """
    found = {name for name, pattern in _of_terms() if pattern.search(text)}
    if quoted:
        found.add("quoted")
    found |= {f"{a} + {b}" for a, b in TOGETHER if a in found and b in found}
    side = "bound" if near.bound else "protected"
    found |= {f"{side}: {name}" for name in found & BY_SIDE}
    if near.on_terms:
        found |= {f"on terms: {name}" for name in found & BY_TERMS}
    found |= _length(text)
    found.add(side)
    found |= near.flags
    if near.told:
        found |= {f"told + {name}" for name in found & BY_TOLD}
    found |= {f"answered: {name}" for name in _answered(text, near.reply)}
    return frozenset(found)


class Answering(NamedTuple):
    """What a turn may answer, and what comes behind it.

    Attributes:
        asked: the words that it may answer, in plain text.
        kind: what they do: `terms`, `return` or `retroactive`.
        soon: they were said in the turn before.
        bound: a party answers whom promises bind.
        following: what the side that asked says next, in plain text; "" where it says nothing.
    """

    asked: str
    kind: str
    soon: bool
    bound: bool
    following: str = ""


def signs_of_reply(sentences: tuple[str, ...], at: Answering, *, quoted: bool) -> frozenset[str]:
    """Return the signs in the sentences of a turn that it answers what was put.

    Args:
        sentences: the sentences of the turn, in plain text, at least one.
        at: what it may answer.
        quoted: it has words in quotation marks.
    """
    asked = at.asked
    first, more = sentences[0], " ".join(sentences[1:3])
    found = {name for name, pattern in _of_replies() if pattern.search(first)}
    found |= {f"then {name}" for name, pattern in _of_replies() if more and pattern.search(more)}
    found |= {name for name, pattern in _of_terms() if name in IN_REPLIES and pattern.search(first)}
    found |= {f"{a} + {b}" for a, b in TOGETHER_IN_REPLIES if a in found and b in found}
    found |= _length(first)
    found |= {f"then {name}" for name in (_length(more) if more else {"nothing"})}
    found |= _echo(first, asked)
    found |= {f"all {name}" for name in _echo(" ".join(sentences), asked)}
    found |= {"ends asking"} if sentences[-1].rstrip().endswith("?") else set()
    found |= {"quoted"} if quoted else set()
    found |= {"quoted + ends asking"} if quoted and "ends asking" in found else set()
    found |= {f"followed: {name}" for name in _followed(at.following)}
    found |= {"soon" if at.soon else "late", "bound" if at.bound else "protected"}
    found |= {f"{at.kind}: {name}" for name in found if name in BY_KIND}
    found.add(at.kind)
    return frozenset(found)


def _followed(text: str) -> set[str]:
    if not text:
        return {"nothing"}
    found = {name for name, pattern in _of_replies() if name in IN_ANSWERS and pattern.search(text)}
    return found | _length(text)


def weighed(signs: frozenset[str], weights: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    """Return the sum of the weights of some signs, one for each thing that they may mean."""
    sums = list(weights[""])
    for sign in signs:
        for place, weight in enumerate(weights.get(sign, ())):
            sums[place] += weight
    return tuple(sums)


def _answered(text: str, reply: str) -> frozenset[str]:
    return _in_answer(reply) | _echo(reply, text) if reply else frozenset(("nothing",))


@lru_cache(maxsize=4)
def _in_answer(reply: str) -> frozenset[str]:
    found = {name for name, sign in _of_replies() if name in IN_ANSWERS and sign.search(reply)}
    return frozenset(found | ({"short"} if len(reply.split()) <= _SHORT_REPLY else set()))


@lru_cache(maxsize=4)
def _weight(text: str) -> frozenset[str]:
    return frozenset(weighty(text))


def _echo(text: str, before: str) -> set[str]:
    said = _weight(text)
    if not said:
        return {"no weight"}
    share = len(said & set(weighty(before))) / len(said)
    return {name for name, least in _ECHOES if share >= least}


def _length(text: str) -> set[str]:
    words = len(text.split())
    return {name for name, least, most in _LENGTHS if least <= words <= most} | (
        {"asks"} if text.rstrip().endswith("?") else set()
    )


@cache
def _of_terms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups = (OF_WHOM, WHERE_WORDS_GO, WITHHELD, HOW_IT_IS_SAID, OF_THE_RECORD)
    return tuple((name, re.compile(words)) for group in groups for name, words in group.items())


@cache
def _of_replies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(words)) for name, words in OF_REPLIES.items())


_SHORT_REPLY = 8
_ECHOES = (("echoes a little", 0.25), ("echoes", 0.5), ("echoes all", 0.9))
_LENGTHS = (
    ("a word or two", 0, 3),
    ("few words", 0, 6),
    ("many words", 16, 999),
    ("very many words", 26, 999),
)
