"""The lexicon: a letter for each distinct word that is met, with what an index needs of each.

Texts are spelled as `alphabet` spells them, a letter a word, so that the words of a hundred
thousand statements become one array of numbers, and their shingles a few sums over it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import Stemmer

from groundrules.draft.wording import word_list
from groundrules.matching.alphabet import BREAK, EDGES
from groundrules.matching.common_words import FILLER_PHRASES, FILLERS, STOP_WORDS
from groundrules.matching.variants import VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from groundrules.matching.index.fingerprints import Codes, Fingerprints

    Letters = NDArray[np.uint32]
    """A letter for each word, by its number; 1 where no run goes across."""

NO_WORD = 1
"""The number of the letter that no run of words goes across."""

STEM_CODES = 1 << 16
"""Codes of stems, as the words of statements are kept: a few words of a draft share theirs."""

FULL = 1_000_000
"""Words. There are some more code points, but a text must not run out of them half-way."""

_SURROGATES = range(0xD800, 0xE000)
"""Code points that are no characters."""


class Known(NamedTuple):
    """What is known of each letter, by its number.

    Attributes:
        codes: the code of the word.
        stems: the code of its stem.
        content: whether it is no stop word.
    """

    codes: Codes
    stems: Codes
    content: NDArray[np.bool_]


class Lexicon:
    """A letter for each distinct word of the texts that it has spelled."""

    def __init__(self) -> None:
        """Begin with the words of which filler phrases are made."""
        self.words: list[str] = ["", ""]
        self._spellings = _Spellings(self.words)
        self._phrases = [
            "".join(map(self._spellings.letter, phrase.split())) for phrase in FILLER_PHRASES
        ]

    @property
    def is_full(self) -> bool:
        """Tell whether another text might not find letters enough."""
        return len(self.words) >= FULL

    def spell(self, texts: Iterable[str]) -> Letters:
        """Return the words of texts without fillers, one text behind the other, breaks between."""
        letters = self._spellings.__getitem__
        spelled = BREAK.join(
            "".join(map(letters, (text.lower() if text.isascii() else text).split()))
            for text in texts
        )
        for phrase in self._phrases:
            spelled = spelled.replace(phrase, "")
        return letters_of(spelled)

    def known(self, fingerprints: Fingerprints, before: Known | None = None) -> Known:
        """Return what is known of all words so far.

        Args:
            fingerprints: what makes the codes.
            before: what was known before; only what came since is worked out.
        """
        start = len(before.codes) if before else 0
        found = known(self.words[start:], fingerprints)
        if before is None:
            return found
        return Known(*(np.concatenate(both) for both in zip(before, found, strict=True)))


def known(words: Sequence[str], fingerprints: Fingerprints) -> Known:
    """Return what is known of words, in their order; an empty one is no word."""
    codes = fingerprints.codes(words)
    roots = fingerprints.codes([f"{stem}-" for stem in stems(words)])
    content = np.array([bool(word) and word not in STOP_WORDS for word in words], dtype=bool)
    return Known(codes, roots, content)


def stems(words: Sequence[str]) -> list[str]:
    """Return the stem of each word (Porter 2), as English has them."""
    return _stemmer().stemWords(list(words))


def letters_of(spelled: str) -> Letters:
    """Return the letters of a text as numbers."""
    return np.frombuffer(spelled.encode("utf-32-le", "surrogatepass"), dtype="<u4")


@cache
def _stemmer() -> Stemmer.Stemmer:
    # No cache: it has to be kept small, which takes longer than stemming, and words stay in it.
    return Stemmer.Stemmer("english", 0)


class _Spellings(dict[str, str]):
    """The letters of what stands between two spaces; a word that is new gets the next letter."""

    __slots__ = ("_letters", "_words")

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self._words = words
        self._letters: dict[str, str] = dict.fromkeys(FILLERS, "")

    def __missing__(self, chunk: str) -> str:
        word = chunk.strip(EDGES).lower()
        if word in VARIANTS:
            letters = "".join(map(self.letter, VARIANTS[word]))
        elif word.isascii() and word.isalpha():
            letters = self.letter(word)
        else:
            letters = "".join(map(self._spelled, word_list(chunk)))
        self[chunk] = letters
        return letters

    def _spelled(self, word: str) -> str:
        return "".join(map(self.letter, VARIANTS.get(word, (word,))))

    def letter(self, word: str) -> str:
        """Return the letter of a word that is no variant of others."""
        letter = self._letters.get(word)
        if letter is None:
            while len(self._words) in _SURROGATES:
                self._words.append("")
            letter = self._letters[word] = chr(len(self._words))
            self._words.append(word)
        return letter
