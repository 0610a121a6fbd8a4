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
    from collections.abc import Iterable, Mapping, Sequence

UNKNOWN = "\0"
"""The letter of every word that the draft does not have."""

BREAK = "\1"
"""What no run of words goes across. No word has this letter."""

EDGES = ".,;:!?\"'()[]“”‘’…–—"


_ALWAYS = dict.fromkeys([*FILLERS, *" ".join(FILLER_PHRASES).split(), *NEGATIONS], 0)
"""Words that have a letter whether a draft has them or not."""

_NO_WORDS = ["", ""]
"""What stands for the first two letters, `UNKNOWN` and `BREAK`."""


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
        self.words = _NO_WORDS + ordered
        numbers = range(len(_NO_WORDS), len(self.words))
        self.letters = dict(zip(ordered, map(chr, numbers), strict=True))
        self.negations = frozenset(map(self.letters.__getitem__, NEGATIONS))
        self._spelled = _Spelled(self.letters)
        phrases = ["".join(map(self.letters.__getitem__, one.split())) for one in FILLER_PHRASES]
        self._fillers = [*map(self.letters.__getitem__, FILLERS), *phrases]
        self._phrases = phrases

    @cached_property
    def _spellings(self) -> _Spellings:
        return _Spellings(self.letters)

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
        spelled = list(map(self._spelled.__getitem__, texts))
        letters = "".join(spelled)
        if len(letters) > len(starts):
            longer = [(at, len(each)) for at, each in enumerate(spelled) if len(each) > 1]
            starts, ends = _repeated(starts, longer), _repeated(ends, longer)
        plain, at = letters, list(range(len(letters)))
        for filler in self._fillers:
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
    del counted[BREAK]
    for variant in counted.keys() & VARIANTS.keys():
        times = counted.pop(variant)
        for word in VARIANTS[variant]:
            counted[word] += times
    return counted


class _Spelled(dict[str, str]):
    """The letters of a word; those of one that the draft does not have, when it is first met."""

    __slots__ = ("_letters",)

    def __init__(self, letters: Mapping[str, str]) -> None:
        super().__init__(letters)
        self[BREAK] = BREAK
        self._letters = letters

    def __missing__(self, word: str) -> str:
        same = VARIANTS.get(word, (word,))
        self[word] = letters = "".join(map(self._letters.get, same, repeat(UNKNOWN)))
        return letters


class _Spellings(dict[str, str]):
    """The letters of what stands between two spaces, worked out when it is first met."""

    __slots__ = ("_letters", "_spelled")

    def __init__(self, letters: Mapping[str, str]) -> None:
        super().__init__()
        self._letters = letters
        self._spelled = _Spelled(letters)
        self._spelled.update(dict.fromkeys(FILLERS, ""))
        del self._spelled[BREAK]  # a control character in a text is no break between texts

    def __missing__(self, chunk: str) -> str:
        word = chunk.strip(EDGES).lower()
        if word in self._letters or word in VARIANTS or (word.isascii() and word.isalpha()):
            letters = self._spelled[word]
        else:
            letters = "".join(map(self._spelled.__getitem__, word_list(chunk)))
        self[chunk] = letters
        return letters


def _without(plain: str, at: list[int], filler: str) -> tuple[str, list[int]]:
    """Take a filler out as `str.replace` does, and keep count of which letters are left."""
    pieces = plain.split(filler)
    kept: list[int] = []
    place = 0
    for piece in pieces:
        kept += at[place : place + len(piece)]
        place += len(piece) + len(filler)
    return "".join(pieces), kept
