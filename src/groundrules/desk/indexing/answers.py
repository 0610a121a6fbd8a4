"""What cards answer: which conversations have some code, in SQLite's words."""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from typing import TYPE_CHECKING

from groundrules.desk.indexing.codes import CodedBearer, CodedPhrase, Codes, Kept, Seen

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from groundrules.matching.index.sealed_names import SealedNames

_AT_ONCE = 500
"""How many codes are asked for in one question."""


class CardAnswers:
    """The cards, as they are asked."""

    def __init__(self, base: sqlite3.Connection, names: SealedNames) -> None:
        """Ask these tables, in which names stand sealed."""
        self._base = base
        self._names = names

    def heads(self) -> list[Kept]:
        """Return the head of every card.

        Raises:
            sqlite3.DatabaseError: a name in it is damaged.
        """
        rows = self._base.execute(
            "SELECT number, id, place, size, changed, inode, state, stamp, policy, reading,"
            " statements, restricted, open, unknown, settled_from FROM talks"
        )
        return [
            Kept(number, self._named(talk), place, Seen(*seen), stamp, self._named(policy), *rest)
            for number, talk, place, *both in rows
            for seen, (stamp, policy, *rest) in [(both[:4], both[4:])]
        ]

    def called_by(self, codes: Iterable[int]) -> set[int]:
        """Return the numbers of the conversations that some forms call for."""
        found = self._where("SELECT talk FROM forms WHERE code IN", codes)
        return {talk for (talk,) in found}

    def some_having(self, codes: Iterable[int], among: Container[int]) -> set[int]:
        """Return the number of one conversation for each form that any of some has."""
        asked = "SELECT talk, code FROM forms WHERE code IN"
        found: dict[int, int] = {}
        for talk, code in self._where(asked, codes, "ORDER BY talk"):
            if talk in among:
                found.setdefault(code, talk)
        return {*found.values()}

    def present(self, codes: Iterable[int]) -> set[int]:
        """Return those of some forms that any conversation has."""
        return {
            code for (code,) in self._where("SELECT DISTINCT code FROM forms WHERE code IN", codes)
        }

    def marked(self, marks: Iterable[int]) -> dict[int, set[int]]:
        """Return the persons whom some marks are of, each with those marks."""
        found: dict[int, set[int]] = {}
        for mark, person in self._where(
            "SELECT DISTINCT mark, person FROM names WHERE mark IN", marks
        ):
            found.setdefault(person, set()).add(mark)
        return found

    def spoken_by(self, person: int) -> list[tuple[int, int, bool]]:
        """Return in which conversations a person spoke, by which names, and whether unnamed."""
        rows = self._base.execute(
            "SELECT talk, names, unnamed FROM people WHERE person = ?", (person,)
        )
        return [(talk, names, bool(unnamed)) for talk, names, unnamed in rows]

    def lengths(self, starts: Iterable[int]) -> dict[int, set[int]]:
        """Return of how many words the phrases are that begin with some first words."""
        found: dict[int, set[int]] = {}
        asked = "SELECT DISTINCT start, words FROM phrases WHERE start IN"
        for start, words in self._where(asked, starts):
            found.setdefault(start, set()).add(words)
        return found

    def has_phrase(self, start: int, code: int) -> bool:
        """Tell whether there is a phrase."""
        asked = "SELECT 1 FROM phrases WHERE start = ? AND code = ? LIMIT 1"
        return self._base.execute(asked, (start, code)).fetchone() is not None

    def stems(self, codes: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return the number of each stem that there is, and in how many talks it is free."""
        asked = "SELECT code, number, freely FROM stems WHERE code IN"
        return {code: (number, freely) for code, number, freely in self._where(asked, codes)}

    def freely_in(self, talks: Iterable[int]) -> Iterator[int]:
        """Yield the numbers of the stems that are free in each of some conversations."""
        for number in talks:
            yield from self._free(number)

    def withheld_with(self, stems: Sequence[int]) -> dict[int, set[int]]:
        """Return the withheld sentences that have some stems, each with those that it has."""
        found: dict[int, set[int]] = {}
        asked = "SELECT sentence, stem FROM withheld WHERE stem IN"
        for sentence, stem in self._where(asked, stems):
            found.setdefault(sentence, set()).add(stem)
        return found

    def talks_of(self, sentences: Iterable[int]) -> set[int]:
        """Return the numbers of the conversations of some sentences."""
        found = self._where("SELECT talk FROM sentences WHERE number IN", sentences)
        return {talk for (talk,) in found}

    def codes_of(self, number: int) -> Codes:
        """Return the rest of a card, by the number in its head."""
        ask = self._base.execute
        stems = {row[0]: row[1] for row in ask("SELECT number, code FROM stems")}
        marks: dict[int, set[int]] = {}
        for mark, person in ask("SELECT mark, person FROM names WHERE talk = ?", (number,)):
            marks.setdefault(person, set()).add(mark)
        people = ask("SELECT person, names, unnamed FROM people WHERE talk = ?", (number,))
        phrases = ask("SELECT start, words, code FROM phrases WHERE talk = ?", (number,))
        told = ask("SELECT stems FROM sentences WHERE talk = ? ORDER BY number", (number,))
        return Codes(
            frozenset(row[0] for row in ask("SELECT code FROM forms WHERE talk = ?", (number,))),
            frozenset(
                CodedBearer(person, names, frozenset(marks.get(person, ())), bool(unnamed))
                for person, names, unnamed in people
            ),
            frozenset(CodedPhrase(*row) for row in phrases),
            tuple(frozenset(stems[one] for one in array("I", row[0])) for row in told),
            frozenset(stems[one] for one in self._free(number)),
        )

    def agree(self) -> bool:
        """Tell whether what the tables say twice is the same."""
        free: Counter[int] = Counter()
        for (blob,) in self._base.execute("SELECT free FROM talks"):
            free.update(array("I", blob))
        counts = self._base.execute("SELECT number, freely FROM stems WHERE freely <> 0")
        told = self._base.execute("SELECT number, stems FROM sentences")
        withheld = {(stem, number) for number, blob in told for stem in array("I", blob)}
        pairs = self._base.execute("SELECT stem, sentence FROM withheld")
        return dict(free) == dict(counts.fetchall()) and withheld == set(pairs.fetchall())

    def _named(self, seal: str) -> str:
        try:
            return self._names.open(seal)
        except ValueError:
            raise sqlite3.DatabaseError("a name in it cannot be opened") from None

    def _free(self, number: int) -> array[int]:
        asked = "SELECT free FROM talks WHERE number = ?"
        return array("I", self._base.execute(asked, (number,)).fetchone()[0])

    def _where(
        self, question: str, wanted: Iterable[int], ending: str = ""
    ) -> Iterator[tuple[int, ...]]:
        asked = list(wanted)
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self._base.execute(f"{question} ({marks}) {ending}", some)
