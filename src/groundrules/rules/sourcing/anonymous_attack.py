"""GR609: an unnamed source may be attacking somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed
from groundrules.rules.descriptions import in_short
from groundrules.rules.rule import Confidence, Finding, Rule, Severity
from groundrules.rules.unnamed_sayings import unnamed_sayings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case

_PEJORATIVE = listed(
    """arrogant bully buffoon bigot clown clueless coward cowardly crazy crook creep deranged
    despicable disgrace disgraceful disgusting dishonest egomaniac evil fool fraud hack hypocrite
    idiot idiotic imbecile incompetent inept insane joke laughable lazy liar lunatic maniac
    megalomaniac moron moronic narcissist nasty pathetic phony psychopath racist repulsive rotten
    scum sexist shameful shameless sleazy slimy sociopath spineless stupid thug toxic traitor
    tyrant unhinged untrustworthy useless vile vindictive weasel worthless"""
)
"""Words that are said against people. Those with a plain sense too, such as `corrupt`, are none."""


class AnonymousAttack(Rule):
    """The draft may let an unnamed source attack somebody."""

    code = "GR609"
    name = "anonymous-attack"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what is laid to unnamed sources and has a word that is said against people.

        It is a hint: the word may be meant of a thing, or in somebody's defence.
        """
        pejorative = {word for one in _PEJORATIVE for word in in_short(one)}
        for saying in unnamed_sayings(case):
            if not pejorative.isdisjoint(saying.words):
                yield self.finding(
                    case,
                    saying.span,
                    "may be an attack on somebody, for which the source does not stand with a name",
                    "tell what happened instead, or have it said by somebody who signs it",
                    confidence=Confidence.LOW,
                )
