"""Portions: a call whose remarks stand on other terms than the questions behind them."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from groundrules.record.cues.levels_by_name import levels_in

if TYPE_CHECKING:
    from groundrules.terms.levels import Level


class Portion(Enum):
    """A part of a call that a host tells apart."""

    WHOLE = "whole"
    REMARKS = "remarks"
    QUESTIONS = "questions"


def levels_by_portion(text: str) -> list[tuple[Portion, Level]]:
    """Return each level that a host's sentence names, with the portion that it is for.

    Args:
        text: the sentence in plain text.
    """
    found: list[tuple[Portion, Level]] = []
    last = Portion.WHOLE
    start = 0
    for clause in [*_JOINT.finditer(text), None]:
        end = clause.start() if clause else len(text)
        words = text[start:end]
        named = [one for one in levels_in(words) if not _DENIED.search(words[: one.start])]
        portion = _portion(words, last)
        found += [(portion, one.level) for one in named]
        last = portion
        start = end
    return found


def _portion(words: str, last: Portion) -> Portion:
    if _AFTER.search(words) or _QUESTIONS.search(words):
        both = _REMARKS.search(words) and not _AFTER.search(words)
        return Portion.WHOLE if both else Portion.QUESTIONS
    if _REMARKS.search(words):
        return Portion.REMARKS
    return last


_JOINT = re.compile(
    r" ?[,;] ?(?=(?:and|then|but|while|with|followed|after|which|who|the q|questions|whereas)\b)"
    r"| (?=(?:followed by|and then|but|while|whereas|before (?:we|switching|moving|going)"
    r"|after which"
    r"|and (?:the |our |any |all |your )?(?:q and a|q a|questions?|answers|discussion)"
    r"|with (?:the |a )?(?:q and a|q a|questions))\b)"
)
_QUESTIONS = re.compile(
    r"\b(?:q and a|q and as|qs and as|q a|questions?|question and answer|answers?|discussion)\b"
)
_REMARKS = re.compile(
    r"\b(?:remarks|opening|opener|statements?|topper|toppers|presentations?|comments|speech|the top"
    r"|hear (?:first )?from|begin with|start with|first)\b"
)
_AFTER = re.compile(
    r"\b(?:after (?:the|his|her|their|our|those|that|these|opening)\b|following (?:the|his|her"
    r"|their"
    r"|those)\b|afterwards?\b|then (?:we|go|switch|move)|switch|switching|followed by|once)\b"
)
_DENIED = re.compile(
    r"\b(?:not|rather than|instead of|no longer|never)(?: (?:be|going|going to be|held|being|just"
    r"|all|to be))? $|\b(?:meant to be|supposed to be|originally|previously|invitation|advisory"
    r"|invite)(?: [\w']+){0,9} $"
)
