"""The words of a draft as names are looked for in them: without accents, with their capitals."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from groundrules.draft.lexicon import INSTITUTIONS, TITLES, is_person
from groundrules.draft.listed import listed
from groundrules.draft.printed import printed
from groundrules.draft.reporting_verbs import REPORTING_VERBS
from groundrules.draft.small_words import FUNCTION_WORDS, TIME_WORDS
from groundrules.draft.wording import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.document import Draft, Span

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
"""What is typed for these letters where a keyboard lacks them, besides the bare letter."""

_BETWEEN = frozenset(
    ["", ".", "-", "‐", "‑", "_", '"', "“", "”", "'", "‘", "’", '."', ".“", '("', "(", ")", "')"]
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_ALSO_WORDS = listed(
    """amber angel art autumn baker ball banks barber bell berry best bill bishop black bloom bond
    booth brook brooks brown bush carol case cash chance chase church clay cliff close cole
    cook cross daisy dale dean dawn day drew drum earl east faith field fields fisher flowers
    forest fox frank frost gay gene glen good grace grant gray green grey guy hall hand hardy
    hazel heath hill holiday holly hope house hunt hunter iris ivy jack jewel joy judge king
    knight lake lane lily little long love major mark marsh mason may mercy miles miller moon
    moss nick noble north olive page park patience pearl penny piper pope power powers price
    pride prince ray read reed rich rivers rob robin rock rod rose ruby rusty sandy sky snow
    south spring star stern stone street strong sue summer sunny swan sweet temple terry
    tiffany tom trip violet wade waters way weeks wells west white wise wolf wood woods young"""
)
"""Names that are also common words, so that in small letters they may be no names."""

_LONGEST_ADVERB = 8
_LINES = 2
_HEADLINE = 0.7
_HEADLINE_WORDS = 3
_LONGEST_HEADLINE = 160
_SHORT = 3
_IN_HANDLES = frozenset([".", "_", "-"])


def name_words(draft: Draft) -> NameWords:
    """Return the words of a draft as names are looked for in them."""
    return draft.keep("name words", NameWords)


def name_parts(written: str) -> list[tuple[str, ...]]:
    """Return the words of a name as they are compared: `O'Neill` is one, `Smith-Jones` two.

    Of each there are one or two `spellings`.
    """
    return [spelt for word in words(written).texts if (spelt := spellings(word))[0]]


def spellings(word: str) -> tuple[str, ...]:
    """Return how a word is typed without accents, the plainest first: `muller` and `mueller`.

    Args:
        word: as `wording` has it.
    """
    plain = _folded(word)
    spelt = plain if word.isascii() else _folded(word.translate(_UMLAUTS))
    return (plain,) if spelt == plain else (plain, spelt)


def is_also_a_word(text: str) -> bool:
    """Tell whether a word of a name is a common word as well, so that it may name nobody."""
    return (
        text in _ALSO_WORDS
        or text in FUNCTION_WORDS
        or text in TIME_WORDS
        or text in REPORTING_VERBS
        or text in INSTITUTIONS
        or is_person(text)
    )


def _folded(word: str) -> str:
    word = word.removesuffix("'s")
    if word.isascii():
        return word
    bare = (char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    return "".join(bare).translate(_LETTERS)


def is_unspaced(name: str) -> bool:
    """Tell whether a name is written in a script that puts no spaces between words."""
    return not name.isascii() and bool(_unspaced().search(name))


@cache
def _unspaced() -> re.Pattern[str]:
    # Thai and Lao, Myanmar, Khmer, kana, Han.
    return re.compile(
        "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    )


class NameWords:
    """The words of a draft's print. A word's number may be one too low or too high: it is none.

    Attributes:
        texts: the words without case, accents and possessive.
        places: the numbers of each of them, in every spelling.
    """

    def __init__(self, draft: Draft) -> None:
        """Fold the words of the draft's print."""
        self._shown = printed(draft)
        found = words(self._shown.text)
        self._starts, self._ends = found.starts, found.ends
        spelt = [spellings(text) for text in found.texts]
        self.texts = [one[0] for one in spelt]
        self._typed = {place: one[1] for place, one in enumerate(spelt) if one[1:]}
        self.places: dict[str, list[int]] = {}
        for place, each in enumerate(spelt):
            for text in each:
                self.places.setdefault(text, []).append(place)

    def text(self, at: int) -> str:
        """Return a word, "" where there is none."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def spelt(self, at: int) -> tuple[str, ...]:
        """Return the spellings of a word, the plainest first."""
        text = self.text(at)
        return (text, self._typed[at]) if at in self._typed else (text,)

    def are(self, first: int, wanted: Sequence[str]) -> bool:
        """Tell whether words stand from a word on, in any case, and may be of one name."""
        return all(
            text in self.spelt(at) and (at == first or self.is_joined(at - 1))
            for at, text in enumerate(wanted, first)
        )

    def span(self, first: int, last: int) -> Span:
        """Return the span of the file from one word to another, both included, without `'s`."""
        possessive = len(_POSSESSIVE[0]) if self._written(last).endswith(_POSSESSIVE) else 0
        return self._shown.span(self._starts[first], self._ends[last] - possessive)

    def is_capitalised(self, at: int) -> bool:
        """Tell whether a word has a capital, or none of its letters has case."""
        written = self._written(at)
        return any(char.isupper() for char in written) or not any(
            char.islower() for char in written
        )

    def is_joined(self, at: int) -> bool:
        """Tell whether a word and the next may be of one name: nothing of weight is between."""
        gap = self._gap(at)
        if gap.strip() not in _BETWEEN or not gap or len(f"{gap}.".splitlines()) > _LINES:
            return False
        return gap[0] != "." or gap == "." or self.is_initial(at) or self.is_title(at)

    def is_inverted(self, at: int) -> bool:
        """Tell whether a comma stands between a word and the next."""
        return self._gap(at).strip() == ","

    def is_initial(self, at: int) -> bool:
        """Tell whether a word is an initial or several: `D`, `D.`, or `D.R.`, which is one."""
        return len(self.text(at)) == 1 or "." in self._written(at)

    def is_title(self, at: int) -> bool:
        """Tell whether a word is an honorific, a rank or an office."""
        return self.text(at) in TITLES or is_person(self.text(at))

    def is_small(self, at: int) -> bool:
        """Tell whether a capitalised word is no name: it begins a sentence, or tells the time."""
        text = self.text(at)
        return (
            text in FUNCTION_WORDS
            or text in TIME_WORDS
            or text in REPORTING_VERBS
            or self._written(at).endswith(_POSSESSIVE)
            or (text.endswith("ly") and len(text) >= _LONGEST_ADVERB)
        )

    def is_handle(self, at: int) -> bool:
        """Tell whether two words in small letters are a name: joined, or words for nothing else."""
        if self._gap(at) in _IN_HANDLES:
            return True
        return not any(
            text in _ALSO_WORDS or text in FUNCTION_WORDS or text in REPORTING_VERBS
            for text in (self.text(at), self.text(at + 1))
        )

    def is_part_of_another(self, first: int, last: int) -> bool:
        """Tell whether these words are a part of another name, as in `Emily Whitfield`."""
        if self.is_longer(first, last):
            return True
        before = self._is_of_a_name(first - 1) and self.is_joined(first - 1)
        return before and not self._is_in_headline(first)

    def is_longer(self, first: int, last: int) -> bool:
        """Tell whether the name goes on: `Whitfield-Jones`, or `Whitfield Bay`."""
        if self._is_hyphenated(first, last):
            return True
        behind = self._is_of_a_name(last + 1) and not self._gap(last).strip()
        if not behind or self._written(last).endswith(_POSSESSIVE):
            return False
        return not self._is_in_headline(first)

    def _is_of_a_name(self, at: int) -> bool:
        known = self.text(at) and self.is_capitalised(at) and self._written(at)[0].isalpha()
        return bool(known) and not self.is_small(at) and not self.is_title(at)

    def _is_hyphenated(self, first: int, last: int) -> bool:
        return self._gap(first - 1) in {"-", "‐", "‑"} or self._gap(last) in {"-", "‐", "‑"}

    def _is_in_headline(self, at: int) -> bool:
        """Tell whether most words of the line are capitalised, so that a capital says nothing."""
        text, reach = self._shown.text, self._starts[at]
        before = text[max(reach - _LONGEST_HEADLINE, 0) : reach].splitlines()[-1:]
        behind = text[reach : reach + _LONGEST_HEADLINE].splitlines()[:1]
        line = "".join(before + behind)
        if len(line) > _LONGEST_HEADLINE:
            return False
        if line.isupper():
            return True
        long = [word for word in line.split() if len(word) > _SHORT]
        if len(long) < _HEADLINE_WORDS or line.rstrip().endswith("."):
            return False
        return sum(word[0].isupper() for word in long) > _HEADLINE * len(long)

    def _written(self, at: int) -> str:
        if not 0 <= at < len(self.texts):
            return ""
        return self._shown.text[self._starts[at] : self._ends[at]]

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the next; "" at either end of the draft."""
        if not 0 <= at < len(self.texts) - 1:
            return ""
        return self._shown.text[self._ends[at] : self._starts[at + 1]]
