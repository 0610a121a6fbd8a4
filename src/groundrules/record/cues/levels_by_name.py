"""Levels by name: where a turn names terms, in all the ways the names are spoken.

The same words mean other things elsewhere: a background check, the hottest day on record, a jail
record. Those are not found.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from groundrules.terms.levels import Level


class Named(NamedTuple):
    """A level that is named in a plain text.

    Attributes:
        level: the level.
        start: where its name begins.
        end: where it ends.
        back: the name came with the way back to it: `back on the record`.
    """

    level: Level
    start: int
    end: int
    back: bool = False


_NOT_TERMS = (
    r"jobs?|checks?|noise|process(?:es|ing)?|threads?|tasks?|workers?|music|radiation"
    r"|info\w*|colou?r"
    r"|image|images|knowledge|reading|material|services?|sound|sounds|actors?|work|papers?|story"
    r"|stories|research|investigations?|that (?:is|was) relevant|of|in|as|data|report"
)
_PATTERN = re.compile(
    r"\b(?:"
    r"(?P<deep>(?:on |as |for )deep background|deep background(?! (?:in|with|as|on"
    r"|knowledge|checks?|of)\b))"
    rf"|(?P<background>(?:on|as|for|to) (?:a )?background(?: only| basis| terms"
    rf"| rules)?(?! (?:{_NOT_TERMS})\b)"
    r"|background (?:only|terms|rules|basis|briefing|call|q and a|q a|session|interview)"
    r"|(?:this|it) is (?:all |just |strictly )?background(?! (?:\w+)\b)"
    r"|background(?=$| ?[.,?!]| (?:please|then|only|is|are|yes|ok|until|here|now|all right|if"
    r"|but|or"
    r"|right|again|would|will|works|though|suits|terms)\b"
    r"| for (?:this|that|both|all|me|you|now|us|it|everything|the)\b)"
    r"|(?:be|make (?:it|this|that)|say|prefer|rather|want|to) background(?! (?:\w+)\b))"
    r"|(?P<nfa>not for attribution|not to be attributed|non attributable|unattributabl[ey]|nfa"
    r"|not attributabl[ey]|(?:on |under )?(?:the )?lobby (?:terms|rules)|non attribution)"
    r"|(?P<chatham>(?:under |by |on )?(?:the )?chatham(?: house)?(?:'s)?(?: rules?| terms)?)"
    r"|(?P<off>(?:off|of) the record|(?:off|without) record|off records|otr|off the the record)"
    r"|(?P<back>back (?:on|onto|to|on to|in) (?:the )?record|return to the record)"
    r"|(?P<on>on the record(?! as (?:saying|opposing|being|having|a|the|one))"
    r"|on record(?= (?:again|now|here)\b))"
    r")(?![\w'])(?! (?:people|folks|sources|stuff|things|sheets?|labels?|shops?|books?|harvests?"
    r"|numbers?|high|low|players?|collections?|compan(?:y|ies)|deals?|times?|crowds?|prices?"
    r"|profits?|rainfall|sleeves?|office|keeping|keepers?|cards?|system|year|summer|winter|heat"
    r"|temperatures?|colou?rs?|attempts?|holders?|breaking)\b)"
)
_OF_OK = re.compile(
    r"(?:^|[,.?!] ?|\b(?:go|going|goes|is|was|be|are|were|we|us|strictly|totally"
    r"|completely|fully|speak|speaking"
    r"|talk|talking|kept|keep|it|just|chat|this|that|and|but|so|ok|sure|tell \w+|quickly|quick) )$"
)
_OTHER_SENSE = re.compile(
    r"(?:\b\w+est|\bworst|\bever|\byears?|\bwent|\bgone|\bput(?: it| that| this| \w+)?"
    r"|\bkeeper|\bsince)"
    r"(?: [\w']+){0,3}? $"
)
_NO_LEVEL = re.compile(
    r"\b(?:a|an|the|my|your|his|her|their|our|its|some|no|more|in|of|any|that|same|own|different"
    r"|similar|ethnic|family|criminal|military|legal|technical|whose|what|which|enough|little"
    r"|much|from|similar|with|and|or|by|on a|[a-z]+'s|[a-z]+(?:al|ic|ing|ous|ed)) $"
)
"""What stands before a background that somebody has."""

_LEVELS = {
    "deep": Level.DEEP_BACKGROUND,
    "background": Level.BACKGROUND,
    "nfa": Level.NOT_FOR_ATTRIBUTION,
    "chatham": Level.CHATHAM_HOUSE,
    "off": Level.OFF_THE_RECORD,
    "back": Level.ON_THE_RECORD,
    "on": Level.ON_THE_RECORD,
}


def levels_in(text: str) -> list[Named]:
    """Return every level that a plain text names, in order."""
    return [
        Named(_LEVELS[match.lastgroup or ""], match.start(), match.end(), match.lastgroup == "back")
        for match in _PATTERN.finditer(text)
        if _is_meant(text, match)
    ]


def _is_meant(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    if match.group().startswith("of "):
        return bool(_OF_OK.search(before))
    if match.lastgroup == "deep" and re.search(
        r"\b(?:a|an|some|his|her|their|my|your|the) $", before
    ):
        return False
    if match.lastgroup == "background" and re.search(
        r"\b(?:work|working|worked|focus\w*|based|career|years) $", before
    ):
        return False
    if match.group() == "background" and _NO_LEVEL.search(before):
        return False
    return match.lastgroup != "on" or not _OTHER_SENSE.search(before)
