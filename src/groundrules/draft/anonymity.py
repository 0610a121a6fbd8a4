"""The clauses that say a source is not named, and why: `who asked not to be named because …`.

They are not part of how a source is described, and a reason is only a reason where such a clause
says that something is withheld. *On condition of anonymity* alone gives none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.lexicon import is_person
from groundrules.draft.listed import listed
from groundrules.draft.phrases import phrase_end, phrases
from groundrules.draft.reporting_verbs import REPORTING_VERBS, Needs
from groundrules.draft.small_words import FUNCTION_WORDS, PRONOUNS, RELATIVES
from groundrules.draft.tokens import QUOTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.draft.phrases import Phrase
    from groundrules.draft.tokens import Token

_SPEAK = (
    "speak|talk|discuss|comment|disclose|share|describe|release|reveal|say|address|brief|give"
    "|go|be|divulge|provide|publicize|answer|detail|elaborate|make|communicate|respond|conduct"
)
_NAMED = (
    "named|identified|quoted|used|published|disclosed|revealed|cited|printed|attributed|reported"
    "|known"
)
_UNNAMED = "anonymous|unnamed|unidentified|nameless"
_ASK = (
    "asked|asking|asks|ask|requested|requesting|requests|insisted|insisting|wished|wishing"
    "|wanted|wanting|preferred|preferring|demanded|demanding|declined|declining|refused"
    "|refusing|chose|choosing|begged|elected|electing|opted|agreed|agreeing"
)
_PROMISE = "condition|promise|guarantee|assurance|grant|cloak|basis|pledge|understanding|agreement"
_DREADED = "fear|fears|feared"
_AT_STAKE = "job|jobs|safety|life|lives|position|career|careers|livelihood|visa|freedom|family"
_HARM = "retaliation|reprisal|reprisals|retribution|repercussions|losing|being|dismissal|arrest"
_UNDONE = "fired|dismissed|sacked|punished|arrested|deported|sued|targeted|lose"
_ALLOWED = "authorized|authorised|permitted|allowed|cleared|empowered|supposed"
_LEAVE = "authorization|authorisation|permission|clearance|authority"

_WITHHELD = phrases(
    f"on|under the|a? {_PROMISE} of strict? anonymity|confidentiality",
    f"on|under the? {_PROMISE} that? ~ not|nor be|being ~ {_NAMED}",
    f"on|under the? {_PROMISE} that? neither|none|no ~ be {_NAMED}",
    f"on|under the? {_PROMISE} of not being {_NAMED}",
    f"{_ASK} not? to not? be|remain|stay|go ~ {_NAMED}|{_UNNAMED}",
    f"{_ASK} for|on|to? speak? anonymity|anonymously",
    f"{_ASK} that ~ be ~ withheld|{_NAMED}|{_UNNAMED}",
    f"{_ASK} that ~ remain|stay {_UNNAMED}|confidential|secret",
    "sought|seeking for? anonymity",
    "granted|given|offered|promised|guaranteed|got anonymity",
    "was|were been? granted|given|offered|promised|guaranteed anonymity",
    "anonymously",
    "whose name|names|identity|identities ~ withheld|withholding|protected|changed",
    "is|are|was|were|being not being? named|identified by?",
    "is|are|was|were withholding ~ name|names|identity|identities",
    "is|are not naming|identifying|disclosing|publishing",
    "agreed|agreeing not to name|identify|publish|use|disclose",
    "without being|be named|identified|quoted",
    "would|could|can|did not be|being? named|identified",
)

_FORBIDDEN = phrases(
    f"not|wasn't|weren't|isn't|aren't|never ~ {_ALLOWED} to ~ {_SPEAK}",
    f"lacked|lacking|lacks|lack|without ~ {_LEAVE} to ~ {_SPEAK}",
    f"unauthorized|unauthorised to ~ {_SPEAK}",
    f"who {_DREADED} for his|her|their {_AT_STAKE}",
    f"who {_DREADED} {_HARM}",
    f"who {_DREADED} that? he|she|they|it ~ {_UNDONE}",
    "barred|prohibited|forbidden|banned from ~ speaking|discussing|talking|commenting|disclosing",
)

_CAUSE = phrases(
    "because|citing|fearing|since|given|lest|owing|as",
    "for|out fear|fears|of",
    "due to",
    "in order? to",
    "in hopes of",
    "to protect|avoid|preserve|keep|prevent|relay|recount|safeguard|offer|characterize",
    f"to {_SPEAK}",
    "so as",
    "so that? he|she|they|it",
    "amid|over fear|fears|concern|concerns",
    "after being? threats|threatened",
    "while ~ pending|ongoing|unresolved",
)

_FIRST_WORDS = _WITHHELD.keys() | _FORBIDDEN.keys()


def _sign(phrase: Phrase) -> frozenset[str]:
    """Return the words of a phrase that are rarest elsewhere, one of which it always has."""
    needed = [part.words for part in phrase if not part.optional and "~" not in part.words]
    rare = [words for words in needed if words.isdisjoint(FUNCTION_WORDS)]
    return min(rare or needed, key=len)


@cache
def _signs() -> frozenset[str]:
    """Return words of which every sentence has one that says somebody is not named."""
    books = (_WITHHELD, _FORBIDDEN)
    return frozenset[str]().union(
        *(_sign(one) for book in books for some in book.values() for one in some)
    )


_REACH = 14
_TO_CAUSE = 8
_TO_JOINING = 3
_JOINING = frozenset(["and", "but"])
_STOPS = frozenset([";", ":", "—", "–", QUOTED, ".", "!", "?"])
_PARTICIPLES = listed("speaking talking discussing describing writing agreeing")


class Clause(NamedTuple):
    """A clause that says a source is not named, among the tokens of a sentence.

    Attributes:
        start: its first token.
        end: the token behind its last.
        reason: the first token of the reason and the one behind its last; None where it gives none.
    """

    start: int
    end: int
    reason: tuple[int, int] | None


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Return the clauses of a sentence that say a source is not named, in order."""
    if _signs().isdisjoint([token.low for token in tokens]):
        return []
    mentions = list(_mentions(tokens))
    found: list[Clause] = []
    for number, (at, end, forbidden) in enumerate(mentions):
        before = found[-1].end if found else 0
        if at < before:
            continue
        clause = _clause(tokens, at, end, before, forbidden=forbidden)
        later = [start for start, _, _ in mentions[number + 1 :][:1]]
        found.append(_without_mentions(tokens, clause, later))
    return found


def _without_mentions(tokens: Sequence[Token], clause: Clause, later: Sequence[int]) -> Clause:
    """End a reason before `and spoke on condition of anonymity`, which gives none."""
    if clause.reason is None:
        return clause
    start, end = clause.reason
    for mention in later:
        if not start < mention < end:
            continue
        joint = next((at for at in range(mention, start, -1) if tokens[at].low in _JOINING), 0)
        if mention - joint <= _TO_JOINING:
            return clause._replace(reason=(start, joint))
    return clause


def _clause(
    tokens: Sequence[Token], mention: int, end: int, before: int, *, forbidden: bool
) -> Clause:
    start = max(_start(tokens, mention), before)
    if (cause := _cause_behind(tokens, end)) >= 0:
        end = _end(tokens, cause + 1)
        return Clause(start, end, (cause, end))
    if (cause := _cause_before(tokens, mention)) >= before:
        end = max(end, _end(tokens, end)) if forbidden else end
        stop = _end(tokens, cause + 1)
        return Clause(start if stop < mention else min(start, cause), end, (cause, stop))
    if forbidden:
        end = _end(tokens, end)
        return Clause(start, end, (mention, end))
    return Clause(start, end, None)


def _mentions(tokens: Sequence[Token]) -> Iterator[tuple[int, int, bool]]:
    for at, token in enumerate(tokens):
        if token.low not in _FIRST_WORDS:
            continue
        if end := phrase_end(tokens, at, _WITHHELD):
            yield at, end, False
        elif end := phrase_end(tokens, at, _FORBIDDEN):
            yield at, end, True


def _start(tokens: Sequence[Token], mention: int) -> int:
    """Return where the clause begins whose verb, or whose *condition*, this is."""
    joined = 0
    for at in range(mention, max(mention - _REACH, 0) - 1, -1):
        low = tokens[at].low
        if low in RELATIVES:
            return _behind_of(tokens, joined or at)
        if at == mention:
            continue
        if low in _PARTICIPLES and not joined:
            return at
        if tokens[at].text in _STOPS or _reports(tokens, at):
            break
        if low in {"and", "but"} and not joined:
            joined = at
    return mention


def _behind_of(tokens: Sequence[Token], at: int) -> int:
    """Take in what stands before `who`: `and who`, `both of whom`, `all of whom`."""
    while at > 0 and tokens[at - 1].low in {"and", "but", "of", "all", "both", "each", "most"}:
        at -= 1
    return at


def _reports(tokens: Sequence[Token], at: int) -> bool:
    verb = REPORTING_VERBS.get(tokens[at].low)
    return verb is not None and verb.needs is Needs.A_SUBJECT


def _cause_behind(tokens: Sequence[Token], end: int) -> int:
    """Return the token that begins a reason soon behind a mention, or -1."""
    for at in range(end, min(end + _TO_CAUSE, len(tokens))):
        if phrase_end(tokens, at, _CAUSE):
            return at
        if tokens[at].text in _STOPS or _reports(tokens, at):
            break
    return -1


def _cause_before(tokens: Sequence[Token], mention: int) -> int:
    """Return the token that begins a reason before a mention, or -1."""
    for at in range(mention - 1, max(mention - _REACH, 0) - 1, -1):
        if tokens[at].text in _STOPS:
            break
        if tokens[at].low in {"because", "citing", "fearing", "as", "since"}:
            return at
    return -1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return where the clause ends that gives the reason: before a comma or the main verb."""
    while at < len(tokens):
        if tokens[at].text in _STOPS or tokens[at].text in ",)":
            return at
        if _reports(tokens, at) and not _is_subject(tokens[at - 1]):
            return at
        at += 1
    return at


def _is_subject(token: Token) -> bool:
    return token.low in PRONOUNS or token.is_capitalised or is_person(token.low)
