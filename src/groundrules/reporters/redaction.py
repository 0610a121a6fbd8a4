"""The door: the only way for a source's name, or words of draft or record, into a report.

A finding holds ids and spans. What it is about is joined here, at the last moment, and only for
somebody who asked for it with `--reveal`. Without that, a report that leaves the terminal covers
what it shows of the draft wherever the draft may hold what must not be read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from groundrules.draft.document import Span
from groundrules.draft.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.record.transcript import Party
    from groundrules.rules.examination import Examination
    from groundrules.terms.promise import Terms

_WORD = re.compile(r"\w+")
_SHORTEST_NAME = 3


class Redaction(NamedTuple):
    """What one reader may see.

    Attributes:
        revealed: names, and words of the draft and the record, may join the findings.
        on_terminal: the report goes to the person at the screen, who can read the draft anyway.
    """

    revealed: bool = False
    on_terminal: bool = False

    def covered(self, examination: Examination) -> tuple[Span, ...]:
        """Return the spans of the draft that a report must cover wherever it shows them."""
        if self.revealed or self.on_terminal:
            return ()
        case = examination.case
        return (
            *(finding.span for finding in examination.findings),
            *(match.span for match in case.matches if case.evidence(match).standing.is_restricted),
            *_namings(case),
        )

    def passage(self, case: Case, span: Span) -> str:
        """Return the draft's words in a span, or ""."""
        return case.draft.text[span.start : span.end] if self.revealed else ""

    def said(self, evidenced: Evidenced) -> str:
        """Return the words of a statement, or ""."""
        return evidenced.statement.text if self.revealed else ""

    def speaker(self, evidenced: Evidenced) -> str:
        """Return the name of whoever said it, or ""; the party's id where no name is kept."""
        speaker = evidenced.speaker
        return (speaker.name or speaker.id) if self.revealed and speaker else ""

    def descriptions(self, terms: Terms) -> tuple[str, ...]:
        """Return the agreed descriptions, or none: they are words of the record."""
        return tuple(sorted(terms.conditions.descriptions or ())) if self.revealed else ()

    def told(self, terms: Terms) -> tuple[str, ...]:
        """Return who at home may be told, or none: they are words of the record."""
        return tuple(sorted(terms.conditions.tell or ())) if self.revealed else ()

    def events(self, terms: Terms) -> tuple[str, ...]:
        """Return the events that embargoes wait for, or none: they are words of the record."""
        waiting = (embargo.event for embargo in terms.conditions.embargoes if embargo.event)
        return tuple(sorted(waiting)) if self.revealed else ()


def _namings(case: Case) -> Iterator[Span]:
    """Yield where the draft names somebody whose words are restricted, wholly or in part."""
    phrases, names = spellings_of(case.statements.values())
    for phrase in case.unopened.phrases:
        phrases.setdefault(phrase[0], set()).add(phrase)
    spellings = phrases, names | case.unopened.names
    yield from (Span(*one) for one in _names_in(case.draft.text, spellings))
    shown = printed(case.draft)
    yield from (shown.span(*one) for one in _names_in(shown.text, spellings))


def _names_in(text: str, spellings: Spellings) -> Iterator[tuple[int, int]]:
    """Yield where a text has a name, or a word of one: first the file's, then the print's.

    A tag or a soft hyphen may part a name in the file; front matter stands only in the file.
    """
    phrases, names = spellings
    words = list(_WORD.finditer(text))
    folded = [word[0].casefold() for word in words]
    for place, word in enumerate(words):
        if word[0] in names:
            yield word.span()
        for phrase in phrases.get(folded[place], ()):
            if tuple(folded[place : place + len(phrase)]) == phrase:
                yield word.start(), words[place + len(phrase) - 1].end()


Spellings: TypeAlias = "tuple[dict[str, set[tuple[str, ...]]], set[str]]"
"""Phrases by their first word, and single words."""


def spellings_of(statements: Iterable[Evidenced]) -> Spellings:
    """Return how those are named whose words are restricted.

    It is every name, alias and affiliation by its first word, and the words of the names.

    A single word of a name counts as it is written there or in capitals, so that somebody called
    May does not cover every month and every permission.
    """
    phrases: dict[str, set[tuple[str, ...]]] = {}
    names: set[str] = set()
    for party in _restricted(statements):
        for spelling in (party.name, *party.aliases, *party.affiliations):
            phrase = tuple(word.casefold() for word in words_of(spelling))
            if phrase:
                phrases.setdefault(phrase[0], set()).add(phrase)
        for word in words_of(party.name):
            if len(word) >= _SHORTEST_NAME:
                names |= {word, word.upper()}
    return phrases, names


def words_of(text: str) -> list[str]:
    """Return the words of a text as spellings are looked for, with their case."""
    return _WORD.findall(text)


def _restricted(statements: Iterable[Evidenced]) -> Iterable[Party]:
    """Return, each once, the sources any of whose words are restricted."""
    return {
        (evidenced.conversation.id, evidenced.speaker.id): evidenced.speaker
        for evidenced in statements
        if evidenced.speaker
        and not evidenced.speaker.is_reporter
        and evidenced.standing.is_restricted
    }.values()
