"""Who calls: which conversations must be opened for a draft, whatever words of theirs it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.indexing.card import LONGEST_BODY, phrases_starting
from groundrules.draft.name_marks import marks_in
from groundrules.draft.printed import printed
from groundrules.reporters.redaction import words_of
from groundrules.rules.callings import bodies_about, sentences_in_stems
from groundrules.rules.corroborating import STATEMENT_MARK
from groundrules.rules.restating import FEWEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundrules.desk.indexing.cards import Cards
    from groundrules.desk.indexing.codes import Coder
    from groundrules.draft.document import Draft
    from groundrules.evidence.story import Story


class Callers(NamedTuple):
    """What asks the cards.

    There may be cards of conversations that somebody else may read. Their numbers come along,
    but none of them is taken where one of several is enough.

    Attributes:
        order: the place of each conversation's record among all that may be read, by its number.
        unsettled: the numbers of those whose cards do not hold at the instant of the check.
    """

    cards: Cards
    coder: Coder
    order: Mapping[int, int]
    unsettled: frozenset[int]

    def for_draft(self, draft: Draft, story: Story) -> set[int]:
        """Return the numbers of the conversations that a draft calls for by what it names."""
        marks = {self.coder.code("name", mark): mark for mark in marks_in(draft)}
        told = [one for fact in story.facts for one in fact.rests_on]
        called = set(self._named(draft, marks))
        called |= self.cards.called_by(self.coder.codes("secret", marks.values()))
        called |= self.pursuits_of(told)
        return called

    def pursuits_of(self, sources: Iterable[str]) -> set[int]:
        """Return the conversations because of whose words some sources were asked."""
        return self.cards.called_by(self.coder.codes("pursued", sources))

    def freely(self, stems: Iterable[str]) -> frozenset[str]:
        """Return those of some stems that were said on the record."""
        codes = {self.coder.stem(stem): stem for stem in stems}
        return frozenset(codes[code] for code in self._freely(codes))

    def names(self, draft: Draft) -> frozenset[str]:
        """Return the words of a draft that are of a name of somebody whose words are restricted."""
        shown = {*words_of(draft.text), *words_of(printed(draft).text)}
        codes = {self.coder.code("word", word): word for word in shown}
        return frozenset(codes[code] for code in self.cards.present(codes))

    def phrases(self, draft: Draft) -> frozenset[tuple[str, ...]]:
        """Return the words of a draft that are the whole name, or a body, of such a person."""
        return frozenset(
            phrase
            for text in (draft.text, printed(draft).text)
            for phrase in self._phrases([word.casefold() for word in words_of(text)])
        )

    def _phrases(self, words: list[str]) -> Iterator[tuple[str, ...]]:
        starts = {word: self.coder.code("start", word) for word in set(words)}
        lengths = self.cards.lengths(starts.values())
        for at, word in enumerate(words):
            start = starts[word]
            for phrase in phrases_starting(words, at, lengths.get(start, set())):
                if self.cards.has_phrase(start, self.coder.code("phrase", " ".join(phrase))):
                    yield phrase

    def _named(self, draft: Draft, marks: Mapping[int, str]) -> Iterator[int]:
        """Yield what is needed where the draft may name somebody who may not be named.

        That is the first conversation with a promise not to name them, and for each further set
        of names that they have one in which they have it; and one for each body whose name may
        have been meant.
        """
        partly: set[str] = set()
        for person, seen in self.cards.marked(marks).items():
            spoken = [one for one in self.cards.spoken_by(person) if one[0] in self.order]
            spoken.sort(key=self._place)
            promised = [talk for talk, _, unnamed in spoken if unnamed]
            if promised or not self.unsettled.isdisjoint(talk for talk, _, _ in spoken):
                yield from promised[:1]
                yield from {names: talk for talk, names, _ in reversed(spoken)}.values()
                partly |= {marks[code] for code in seen}
        bodies = set(bodies_about(draft, partly, LONGEST_BODY))
        yield from self.cards.some_having(self.coder.codes("body", bodies), self.order)

    def _place(self, spoken: tuple[int, int, bool]) -> int:
        return self.order[spoken[0]]

    def restated(self, draft: Draft) -> set[int]:
        """Return where a withheld sentence is that a sentence of a draft may tell again."""
        sentences = [self.coder.stems(own) for own in sentences_in_stems(draft)]
        everything = set[int]().union(*sentences)
        known = self._freely(everything)
        numbers = {
            code: number for code, (number, _) in self.cards.stems(everything - known).items()
        }
        withheld = self.cards.withheld_with(list(numbers.values()))
        near: set[int] = set()
        for own in sentences:
            mine = {numbers[code] for code in own if code in numbers}
            if len(mine) >= FEWEST:
                near |= {one for one, has in withheld.items() if len(mine & has) >= FEWEST}
        return self.cards.talks_of(near)

    def _freely(self, codes: Iterable[int]) -> set[int]:
        """Return the stems that are free in a conversation whose card holds."""
        found = self.cards.stems(codes)
        uncertain: dict[int, int] = {}
        for number in self.cards.freely_in(self.unsettled):
            uncertain[number] = uncertain.get(number, 0) + 1
        return {
            code for code, (number, freely) in found.items() if freely > uncertain.get(number, 0)
        }


def talk_of(statement: str) -> str:
    """Return the conversation of a statement's id."""
    return statement.rpartition(STATEMENT_MARK)[0]


def named_in(story: Story) -> Iterator[str]:
    """Yield the conversations that a story names."""
    for fact in story.facts:
        yield from (talk_of(one) for one in fact.rests_on if STATEMENT_MARK in one)
    yield from (source.party.partition("/")[0] for source in story.sources if source.party)
