"""Names and bodies within a run of nouns: where they begin and end, by their capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.lexicon import (
    INSTITUTIONS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    PAPERS,
    PLACES,
    TITLES,
    is_person,
)
from groundrules.draft.noun_phrase_tail import in_run, is_participle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token


_BODIES = INSTITUTIONS | PAPERS | PLACES
_IN_NAMES = NAME_PARTICLES | {"&"}
_ALSO_SURNAMES = frozenset(["day", "may", "june", "august", "summer", "early", "winter", "fall"])


def ends_a_name(tokens: Sequence[Token], people: Sequence[int]) -> bool:
    """Tell whether the last of these is a surname: `analyst Charlie Cook`."""
    last, before = people[-1], people[-2]
    return (
        tokens[last].is_capitalised
        and not tokens[before].is_capitalised
        and all(token.is_capitalised for token in tokens[before + 1 : last])
    )


def is_title(token: Token) -> bool:
    """Tell whether a token is an honorific, a rank or an office before a name."""
    return token.is_capitalised and (token.low in TITLES or is_person(token.low))


def is_masthead(token: Token) -> bool:
    """Tell whether a capital makes a paper of a word for a person: `the Courier`."""
    return token.is_capitalised and token.low in INSTITUTIONS


def name_behind(tokens: Sequence[Token], behind: int, end: int) -> int:
    """Return where the name begins in `Republican front-runner Dana Whitfield`, or 0."""
    named = capitals_from(tokens, behind, end)
    if named == end or any(map(is_participle, tokens[behind:named])):
        return 0
    return 0 if is_body(tokens[end - 1]) or is_body(tokens[named]) else named


def is_surname(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Tell whether a word that tells the time elsewhere ends a name: `Dana May`."""
    token = tokens[at]
    return (
        token.is_capitalised
        and token.low in _ALSO_SURNAMES
        and at > start
        and tokens[at - 1].is_capitalised
        and in_run(tokens[at - 1])
    )


def institution_end(tokens: Sequence[Token], named: int, end: int) -> int:
    """Return where `Department of Harbor Affairs` ends, whose run ends at `of`."""
    while (
        end + 1 < len(tokens)
        and is_body(tokens[named])
        and tokens[end].low in {"of", "for", "on", "and", "&", "the"}
        and (tokens[end + 1].is_capitalised or tokens[end + 1].low == "the")
    ):
        end += 2
        while end < len(tokens) and tokens[end].is_capitalised:
            end += 1
    return end


def is_body(token: Token) -> bool:
    """Tell whether a token is a noun for a body, a paper or a place, or for several."""
    low = token.low
    return low in _BODIES or (low[-1] == "s" and low[:-1] in _BODIES)


def capitals_from(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the capitals begin that go on to the end of the run; `end` where none do."""
    at = end
    while at > start and _is_of_a_name(tokens[at - 1], last=at == end):
        at -= 1
    while at < end and not tokens[at].is_capitalised:
        at += 1
    return at


def capitals_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the capitals end with which the run begins: `Whitfield` in `Whitfield left`."""
    at = start
    while at < end and _is_of_a_name(tokens[at], last=at == start):
        at += 1
    return at


def _is_of_a_name(token: Token, *, last: bool) -> bool:
    if token.low in NAME_SUFFIXES or token.is_capitalised:
        return True
    return not last and token.low in _IN_NAMES
