"""Mentions: what a sentence about terms speaks of, each with the many ways to say it.

The patterns stand in order: the first one that matches takes its words, and a later one cannot
have them. They look at plain text; whether the thing is allowed is the clause's to say.
"""

from __future__ import annotations

import re
from functools import cache

from groundrules.record.cues.phrases import keeping, naming, passing_on, presence, telling, use
from groundrules.record.cues.phrases.small_phrases import SMALL_PHRASES
from groundrules.record.cues.polarity import Mention


def _worded(pattern: str) -> re.Pattern[str]:
    for name, words in SMALL_PHRASES.items():
        pattern = pattern.replace(f"<{name}>", words)
    return re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])")


_TABLES = (
    keeping.APPROVAL,
    keeping.DELETION,
    passing_on.CONTRADICT,
    presence.ATTENDANCE,
    presence.TELLING,
    passing_on.PURSUE,
    telling.REPEAT,
    use.QUOTE,
    naming.INSTITUTION,
    naming.ATTRIBUTE,
    use.PUBLISH,
    telling.INSIDER,
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, _worded(pattern)) for table in _TABLES for name, pattern in table)


@cache
def elsewhere() -> re.Pattern[str]:
    """Return the pattern of getting something from somebody else, or being told it by another."""
    return _worded(
        r"(?:from|through|via|with|by|of) <OTHERS>|elsewhere|(?:an)?other (?:way|means"
        r"|hand)|independent\w*|<OTHERS> <W>{0,3}?"
        r"(?:tell|tells|told|says?|said|confirms?|confirmed|gives?|gave|has|have|backs?|provides?)"
    )


def mentions_in(text: str, start: int, end: int, taken: list[Mention]) -> list[Mention]:
    """Return what the plain text speaks of between two places, besides what is taken already.

    Args:
        text: the plain text.
        start: where the sentence begins in it.
        end: where it ends.
        taken: mentions that have been found there by other means.
    """
    found = list(taken)
    masked = text[start:end]
    for one in taken:
        masked = _mask(masked, one.start - start, one.end - start)
    for name, pattern in _patterns():
        for match in pattern.finditer(masked):
            masked = _mask(masked, match.start(), match.end())
            found.append(Mention(name, start + match.start(), start + match.end()))
    return sorted(found, key=lambda one: one.start)


def _mask(text: str, start: int, end: int) -> str:
    """Put a mark that no pattern matches where words are taken."""
    return text[:start] + "~" * (end - start) + text[end:]
