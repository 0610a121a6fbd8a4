"""The alphabet: a letter for each distinct word of a draft, so that texts can be compared fast.

A statement is spelled in the draft's letters, and every word that the draft does not have is the
same blank. A whole record becomes a few short strings, and a run of words in common is a common
substring.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.wording import word_list, words
from groundrules.matching.common_words import FILLER_PHRASES, FILLERS, NEGATIONS
from groundrules.matching.variants import VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

UNKNOWN = "\0"
"""The letter of every word that the draft does not have."""

BREAK = "\1"
"""What no run of words goes across. No word has this letter."""

EDGES = ".,;:!?\"'()[]“”‘’…–—"


_ALWAYS = dict.fromkeys([*FILLERS, *" ".join(FILLER_PHRASES).split(), *NEGATIONS], 0)
"""Words that have a letter whether a draft has them or not."""


class Lettered(NamedTuple):
    """A text, word by word, in letters. `don't` is the two words that it stands for.

    Attributes:
        letters: a letter for each word.
        starts: where in the text each word starts.
        ends: where it ends.
        plain: the letters without the fillers.
        at: which word each letter of `plain` is.
    """

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]
    plain: str
    at: Sequence[int]


class Alphabet:
    """A letter for each distinct word of a draft.

    Attributes:
        words: the words by the numbers of their letters; the first two are no words.
        letters: the letter of each word.
        negations: the letters of the words that turn a sentence round.
    """

    def __init__(self, drafted: Iterable[str]) -> None:
        """Give the commonest words the first letters, which are the cheapest to compare."""
        counted = _ALWAYS | _counted(drafted)
        # One sort behind the other is faster than one by two keys.
        ordered = sorted(sorted(counted), key=counted.__getitem__, reverse=True)
        self.words = ["", "", *ordered]
        self.letters = {word: chr(at) for at, word in enumerate(self.words) if at > 1}
        self.negations = frozenset(map(self.letters.__getitem__, NEGATIONS))
        self._phrases = [self.spell(phrase.split()) for phrase in FILLER_PHRASES]
        self._spelled = {
            **self.letters,
            **{word: self.spell(same) for word, same in VARIANTS.items()},
            BREAK: BREAK,
        }

    @cached_property
    def _spellings(self) -> _Spellings:
        spellings = {**self._spelled, **dict.fromkeys(FILLERS, "")}
        del spellings[BREAK]  # a control character in a text is no break between texts
        return _Spellings(spellings)

    def spell(self, run: Iterable[str]) -> str:
        """Return the letters of words that are no variants of others."""
        return "".join(map(self.letters.get, run, repeat(UNKNOWN)))

    def run(self, letters: str) -> list[str]:
        """Return the words that letters stand for."""
        return [self.words[ord(letter)] for letter in letters]

    def plain(self, texts: Iterable[str]) -> list[str]:
        """Return the letters of each text without the fillers, as `read` has them, but faster."""
        letters = self._spellings.__getitem__
        spelled = [
            "".join(map(letters, (text.lower() if text.isascii() else text).split()))
            for text in texts
        ]
        joined = BREAK.join(spelled)
        for phrase in self._phrases:
            joined = joined.replace(phrase, "")
        return joined.split(BREAK) if spelled else []

    def read(self, text: str) -> Lettered:
        """Return a text in letters."""
        return self.letter(*words(text))

    def letter(self, texts: list[str], starts: list[int], ends: list[int]) -> Lettered:
        """Return words in letters, with the places at which they stand."""
        spelled = [self._spelled.get(word, UNKNOWN) for word in texts]
        letters = "".join(spelled)
        if len(letters) > len(starts):
            longer = [(at, len(each)) for at, each in enumerate(spelled) if len(each) > 1]
            starts, ends = _repeated(starts, longer), _repeated(ends, longer)
        plain, at = letters, list(range(len(letters)))
        for filler in (*map(self.letters.__getitem__, FILLERS), *self._phrases):
            if filler in plain:
                plain, at = _without(plain, at, filler)
        return Lettered(letters, starts, ends, plain, at)


def _repeated(places: Sequence[int], longer: Sequence[tuple[int, int]]) -> list[int]:
    """Return the places with some as often as they have letters; most have one."""
    found = list(places)
    for at, length in reversed(longer):
        found[at : at + 1] = [found[at]] * length
    return found


def _counted(drafted: Iterable[str]) -> dict[str, int]:
    """Return how often each word is met, a variant as the words that it stands for."""
    counted = Counter(drafted)
    for variant in counted.keys() & VARIANTS.keys():
        times = counted.pop(variant)
        for word in VARIANTS[variant]:
            counted[word] += times
    return counted


class _Spellings(dict[str, str]):
    """The letters of what stands between two spaces, worked out when it is first met."""

    __slots__ = ("_spelled",)

    def __init__(self, spelled: dict[str, str]) -> None:
        super().__init__()
        self._spelled = spelled

    def __missing__(self, chunk: str) -> str:
        word = chunk.strip(EDGES).lower()
        letters = self._spelled.get(word)
        if letters is None:
            letters = UNKNOWN if word.isascii() and word.isalpha() else self._slowly(chunk)
        self[chunk] = letters
        return letters

    def _slowly(self, chunk: str) -> str:
        return "".join([self._spelled.get(word, UNKNOWN) for word in word_list(chunk)])


def _without(plain: str, at: list[int], filler: str) -> tuple[str, list[int]]:
    """Take a filler out as `str.replace` does, and keep count of which letters are left."""
    pieces = plain.split(filler)
    kept: list[int] = []
    place = 0
    for piece in pieces:
        kept += at[place : place + len(piece)]
        place += len(piece) + len(filler)
    return "".join(pieces), kept
