"""Where the sentences of a print end: looked for only at the marks that may end one.

Of all the words only those beside such a mark are looked at, since to cut the whole print into
tokens takes longer than all the rest. Where it matters what the tokens are, those of a few words
are cut.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.listed import listed
from groundrules.draft.printed import Stretch
from groundrules.draft.reporting_verbs import FIRST_OF_SEVERAL, REPORTING_VERBS
from groundrules.draft.small_words import FUNCTION_WORDS
from groundrules.draft.tokens import Cut, cut, first_tokens, is_abbreviated, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ENDING = ".?!…‽。？！"
_ASKING = "?!…？！"
_GOES_ON = frozenset(",;:—–―-")
"""Marks that no sentence begins with."""

_BEFORE_NAMES = listed(
    """adm amb atty brig capt cf cmdr col cpl det dr esq fr gen gov hon insp lt maj messrs mr mrs
    ms mt mx pfc pres prof pvt rep reps rev sen sens sgt ste supt vs v no"""
)
"""Abbreviations that a sentence never ends with."""

_TAG_REACH = 6

_QUOTED, _OTHER = "\x01", "\x02"
"""What stands where a quotation begins, and a mark like it where the print has that one itself."""


def sentences_of(
    text: str, paragraphs: Iterable[Stretch], quotations: Sequence[Stretch]
) -> list[list[Stretch]]:
    """Return the sentences of each paragraph of a print; every paragraph has one at least.

    Args:
        text: the print.
        paragraphs: its paragraphs, in order.
        quotations: the quotations that end, in order; none is cut.
    """
    found = _Ends(text, quotations)
    return [found.sentences(one) for one in paragraphs]


@cache
def _may_end() -> re.Pattern[str]:
    # A quotation; or a mark, but no decimal point, with the full stops that make one token with
    # it (1), and the marks that end or close with it (2). Behind both the space before a token.
    return re.compile(
        rf"[{_ENDING}{_QUOTED}](?!(?<=[0-9]\.)[0-9])"
        rf"""(?:(?<={_QUOTED})|(\.*+)((?:\s*+[{_ENDING})\]}}”’»"'*])*+))\s*+"""
    )


def _behind_space(text: str, at: int, end: int) -> int:
    """Return the next place, up to the end, where a character stands that is no space."""
    while at < end and text[at].isspace():
        at += 1
    return at


class _Short(NamedTuple):
    """A full stop that is of a word: the word's `low`, and where the full stops end with it."""

    low: str
    behind: int


class _Ends:
    """The ends of sentences in a print.

    The tokens around a full stop are kept until those around another one are cut, so that a text
    without any space is not cut anew at each of its full stops.
    """

    __slots__ = ("_around", "_cut_up_to", "_plain", "_quotations", "_text")

    def __init__(self, text: str, quotations: Sequence[Stretch]) -> None:
        self._text = text
        whole = Stretch(0, len(text))
        # A space more, so that something follows everywhere.
        self._plain = without(text.replace(_QUOTED, _OTHER), whole, quotations, _QUOTED) + " "
        self._quotations = dict(quotations)
        self._around, self._cut_up_to = Cut([], [], [], []), 0

    def sentences(self, paragraph: Stretch) -> list[Stretch]:
        """Return the sentences of a paragraph."""
        found: list[Stretch] = []
        begin, last = at, _ = paragraph
        search = _may_end().search
        while (match := search(self._plain, at, last)) and (match.end() < last or match[2]):
            end, at = self._end(match, at, paragraph)
            if end and at < last:
                found.append(Stretch(begin, end))
                begin = at
        found.append(Stretch(begin, self._behind_last(paragraph)))
        return found

    def _behind_last(self, paragraph: Stretch) -> int:
        """Return where the last token ends: of full stops behind an abbreviation one is in it."""
        if not self._plain.endswith("..", *paragraph):
            return paragraph.end
        return self._tokens_around(paragraph.end - 1, paragraph).ends[-1]

    def _end(self, match: re.Match[str], since: int, paragraph: Stretch) -> tuple[int, int]:
        """Return where the sentence ends that a mark may end, or 0, and where to go on.

        Args:
            match: the mark and what ends with it.
            since: where the mark was looked for.
            paragraph: where it stands.
        """
        start, follows = match.start(), match.end()
        mark = self._plain[start]
        if mark == _QUOTED:
            end = self._quotations[start]
            return (end if self._ends_quoted(start, end, follows, paragraph) else 0), follows
        if mark == "." and (short := self._short(match, since, paragraph)):
            follows = _behind_space(self._plain, short.behind, paragraph.end)
            ends = self._ends_short(start, short.low, follows, paragraph)
            return (start + 1, follows) if ends else (0, short.behind)
        return (match.end(2) if self._may_begin(follows) else 0), follows

    def _may_begin(self, at: int) -> bool:
        """Tell whether a sentence may begin with the token here, behind a mark that may end one."""
        first = self._plain[at]
        return not (first.islower() or first in _GOES_ON)

    def _ends_quoted(self, start: int, end: int, follows: int, paragraph: Stretch) -> bool:
        """Tell whether a quotation ends a sentence, of which the next token is given."""
        inside = self._text[max(start, end - 6) : end].rstrip("”’\"'`»›“ *_")
        if not inside.endswith(tuple(_ENDING)) or not self._may_begin(follows):
            return False
        return not (inside.endswith(tuple(_ASKING)) and self._is_tag(follows, paragraph.end))

    def _is_tag(self, at: int, end: int) -> bool:
        """Tell whether a name and a verb of saying follow, as in `"Why?" Dana Whitfield asked`."""
        for number, token in enumerate(first_tokens(self._plain, Stretch(at, end), _TAG_REACH)):
            if token.low in REPORTING_VERBS or token.low in FIRST_OF_SEVERAL:
                return number > 0
            if not token.is_capitalised or token.low in FUNCTION_WORDS:
                return False
        return False

    def _ends_short(self, dot: int, low: str, follows: int, paragraph: Stretch) -> bool:
        """Tell whether an abbreviation ends a sentence: `U.S. The` does, `U.S. Senate` does not."""
        if not low or low in _BEFORE_NAMES:
            return False
        if not self._plain[dot - 1].isalnum():  # a capital in a circle is no word
            return self._may_begin(follows)
        if self._plain[follows] == _QUOTED:
            inside = self._text[follows : follows + 3].strip("\"'“‘`")
            return not inside[:1].islower()
        if not self._plain[follows].isupper():
            return False
        (token,) = first_tokens(self._plain, Stretch(follows, paragraph.end), 1)
        return token.low in FUNCTION_WORDS

    def _short(self, match: re.Match[str], since: int, paragraph: Stretch) -> _Short | None:
        """Return the word that a full stop is of, or None where it stands for itself.

        Most words are letters between a space and the full stop: that they are a token is seen
        without cutting. `low` is "" where the token does not end with the full stop.
        """
        plain, dot = self._plain, match.start()
        begin = max(plain.rfind(" ", since, dot) + 1, since)
        word, behind = plain[begin:dot], plain[dot + 1 : dot + 3]
        is_begun = begin == paragraph.start or plain[begin - 1].isspace()
        if not (is_begun and word.isascii() and word.isalnum()) or behind[:1].isalnum():
            return self._short_of_tokens(match, paragraph)
        low = word.lower()
        return _Short(low, match.end(1)) if is_abbreviated(word, low, behind) else None

    def _short_of_tokens(self, match: re.Match[str], paragraph: Stretch) -> _Short | None:
        dot = match.start()
        around = self._tokens_around(dot, paragraph)
        at = bisect_right(around.starts, dot) - 1
        text, low, _, end = around.token(at)
        if text[0] == ".":
            return None
        if end > dot + 1:
            return _Short("", dot + 1)
        # Initials leave further full stops to a token of their own; other words take them along.
        return _Short(low, dot + 1 if "." in text[:-1] else match.end(1))

    def _tokens_around(self, dot: int, paragraph: Stretch) -> Cut:
        """Return tokens of which one holds a full stop, and those before and behind are whole."""
        if dot >= self._cut_up_to:
            begin = max(self._plain.rfind(" ", paragraph.start, dot) + 1, paragraph.start)
            end = self._plain.find(" ", dot, paragraph.end)
            self._cut_up_to = paragraph.end if end < 0 else end
            # A number behind the space decides whether the full stop is of the word before.
            self._around = cut(self._plain, Stretch(begin, self._cut_up_to + 2), ())
        return self._around
