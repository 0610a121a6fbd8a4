"""Callings: what of a conversation calls for it, where a draft has it and uses none of its words.

Most rules look at statements that the draft uses. A few look for something else in a draft: the
name of somebody who may not be named, a participant of a secret meeting, a withheld sentence told
again. This is all of it, for one conversation. Whoever keeps it can tell which conversations no
rule can find anything in, and need not open those. A new rule that looks at conversations whose
words the draft does not use must be told of here; `tests/desk/test_indexed_check.py` compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.name_marks import marks_of, surname_marked
from groundrules.draft.name_words import spellings
from groundrules.draft.printed import as_printed
from groundrules.draft.sentences import sentences
from groundrules.draft.wording import draft_words
from groundrules.rules.corroborating import STATEMENT_MARK, pursued
from groundrules.rules.names import words_of_body
from groundrules.rules.people import names_of, people
from groundrules.rules.restating import known, stems, withheld_sentences
from groundrules.rules.usage import is_unnamed
from groundrules.terms.rights import Attendance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.draft.document import Draft
    from groundrules.evidence.case import Case
    from groundrules.record.transcript import Conversation


class Bearer(NamedTuple):
    """A source who spoke in the conversation.

    Attributes:
        key: who it is in all conversations, as `person_of` has it.
        names: the name and every alias.
        marks: what stands in every draft that names the source.
        unnamed: the source may not be named for something that was said in the conversation.
    """

    key: str
    names: tuple[str, ...]
    marks: frozenset[str]
    unnamed: bool


class Callings(NamedTuple):
    """What of one conversation a rule may look for in a draft that uses none of its words.

    Attributes:
        bearers: the sources.
        secret: the marks of the names of everybody whose presence is secret.
        bodies: the words of every body to which somebody belongs, joined by spaces.
        pursued: what was asked for because of words that may not be taken to others.
        withheld: the stems of each sentence that may not be published.
        freely: the stems of all that was said on the record.
    """

    bearers: tuple[Bearer, ...]
    secret: frozenset[str]
    bodies: frozenset[str]
    pursued: frozenset[str]
    withheld: tuple[frozenset[str], ...]
    freely: frozenset[str]


def callings_of(case: Case) -> Callings:
    """Return what calls for the conversation of a case that holds one, whatever its draft."""
    (talk,) = case.conversations.values()
    rights = (one.standing.terms.rights for one in case.statements.values())
    is_secret = any(one.attendance is Attendance.SECRET for one in rights)
    return Callings(
        bearers=tuple(_bearers(case)),
        secret=frozenset(_present(talk)) if is_secret else frozenset(),
        bodies=frozenset(_bodies(talk)) - {""},
        pursued=frozenset(one.source for one in pursued(case)),
        withheld=tuple(one.stems for one in withheld_sentences(case)),
        freely=known(case),
    )


def borne_out_by(talk: Conversation) -> Iterator[str]:
    """Yield the ids of the statements that are recorded to bear out something in a conversation."""
    for fact in talk.facts:
        if fact.corroboration and STATEMENT_MARK in fact.corroboration.source:
            yield fact.corroboration.source


def sentences_in_stems(draft: Draft) -> list[frozenset[str]]:
    """Return the stems of each sentence of a draft."""
    return [stems(as_printed(draft, span)) for span in sentences(draft)]


def bodies_about(draft: Draft, marks: Iterable[str], longest: int) -> Iterator[str]:
    """Yield every run of words of a draft that has the word of a mark, as bodies are written.

    Like a body's name, it begins with a capital.

    Args:
        draft: the draft.
        marks: marks of names; a body may have been meant, where they stand in the body's name.
        longest: how many words a run may have.
    """
    wanted = {surname_marked(mark) for mark in marks}
    copy = draft_words(draft)
    texts = [text.removesuffix("'s") for text in copy.texts]
    capital = [draft.text[start].isupper() for start in copy.starts]
    marked = {text for text in set(texts) if not wanted.isdisjoint(spellings(text))}
    for place in [place for place, text in enumerate(texts) if text in marked]:
        for start in filter(capital.__getitem__, range(max(0, place - longest + 1), place + 1)):
            for end in range(place + 1, min(len(texts), start + longest) + 1):
                yield " ".join(texts[start:end])


def _bearers(case: Case) -> Iterator[Bearer]:
    for person in people(case):
        marks = frozenset[str]().union(*map(marks_of, person.names))
        unnamed = any(is_unnamed(one.standing) for one in person.statements)
        yield Bearer(person.key, person.names, marks, unnamed)


def _present(talk: Conversation) -> Iterator[str]:
    for party in talk.parties:
        if not party.is_reporter:
            for name in names_of(party):
                yield from marks_of(name)


def _bodies(talk: Conversation) -> Iterator[str]:
    for party in talk.parties:
        for affiliation in party.affiliations:
            yield " ".join(words_of_body(affiliation))
