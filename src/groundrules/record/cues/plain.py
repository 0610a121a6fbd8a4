"""Plain text: a turn's words in one spelling, with the way back to where each of them stood.

Capitals, apostrophes, contractions, hyphens and British spellings are evened out, so that a
pattern has one form to look for, whether a person typed the words or a machine heard them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<word>[ap]\.\s?m\b\.?|[^\W_]{1,60}(?:['’][^\W_]{1,60}){0,3})"
    r"|(?P<note>\[[^\]\n]{0,60}\]"
    r"|\(\W{0,3}(?:laugh|inaud|silence|pause|nod|cross|sigh|chuckl)[^)\n]{0,40}\))"
    r"|(?P<stop>[.?!…]+)"
    r"|(?P<comma>[,;:()–—]|--+|\n+)",
    re.IGNORECASE,
)

_NOT = "can could do does did is are was were have has had must need should would may might shall"
_SPELLINGS = {
    **{f"{verb}n't": (verb, "not") for verb in _NOT.split()},
    **{f"{verb}nt": (verb, "not") for verb in _NOT.split()},
    "can't": ("can", "not"),
    "cant": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "wont": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "lets": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "youll": ("you", "will"),
    "theyre": ("they", "are"),
    "thats": ("that", "is"),
    "anyone": ("anybody",),
    "someone": ("somebody",),
    "everyone": ("everybody",),
    "noone": ("nobody",),
    "okay": ("ok",),
    "okey": ("ok",),
    "alright": ("all", "right"),
    "whilst": ("while",),
    "till": ("until",),
    "til": ("until",),
    "unattributed": ("without", "attribution"),
    "offrecord": ("off", "record"),
    "yep": ("yes",),
    "yup": ("yes",),
    "yeah": ("yes",),
    "yea": ("yes",),
    "nope": ("no",),
    "nah": ("no",),
    "youd": ("you", "would"),
    "hed": ("he", "would"),
    "theyd": ("they", "would"),
    "itd": ("it", "would"),
    "thatd": ("that", "would"),
    "itll": ("it", "will"),
    "thatll": ("that", "will"),
    "whats": ("what", "is"),
    "theres": ("there", "is"),
    "mums": ("mum", "is"),
    "dinnae": ("do", "not"),
    "dinna": ("do", "not"),
    "cannae": ("can", "not"),
    "wasnae": ("was", "not"),
}
"""Forms that a machine or a hasty hand writes, and what they stand for."""

_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'d": "would", "'m": "am"}
_IS = frozenset(
    (
        "it",
        "that",
        "there",
        "what",
        "who",
        "he",
        "she",
        "here",
        "where",
        "name",
        "background",
        "house",
        "rule",
        "record",
        "attribution",
        "this",
        "everything",
    )
)
_BRITISH = re.compile(r"(organ|character|real|summar|recogn)is(e|ed|es|ing|ation|ations)$")
_PAIRS = {
    ("any", "one"): "anybody",
    ("some", "one"): "somebody",
    ("every", "one"): "everybody",
    ("no", "one"): "nobody",
    ("o", "k"): "ok",
    ("can", "not"): "can not",
}
_PARTED = {
    "id": ("i", "would"),
    "ill": ("i", "will"),
    "its": ("it", "is"),
    "were": ("we", "are"),
    "ma": ("my",),
}
_VERBS = frozenset(
    [
        "rather",
        "like",
        "want",
        "need",
        "prefer",
        "say",
        "tell",
        "take",
        "leave",
        "use",
        "keep",
        "call",
        "put",
        "not",
        "be",
        "do",
        "have",
        "just",
        "hold",
        "read",
        "give",
        "only",
        "give",
        "talk",
        "quote",
        "write",
        "print",
        "love",
    ]
)
_STATES = frozenset(
    [
        "off",
        "on",
        "not",
        "fine",
        "ok",
        "all",
        "the",
        "a",
        "just",
        "background",
        "deep",
        "for",
        "strictly",
        "embargoed",
        "agreed",
        "under",
    ]
)
_BEHIND = {
    "id": _VERBS,
    "ill": _VERBS,
    "its": _STATES,
    "were": frozenset(("off", "on", "back", "still", "under")),
    "ma": frozenset(("name", "job", "words")),
}
"""What stands behind a word that a machine has drawn together, so that it must be two."""

_QUOTES = frozenset("\"'“”‘’«»`")


class Plain(NamedTuple):
    """A text in one spelling.

    Attributes:
        text: the evened words, single blanks between them; `.`, `?` and `!` end a sentence, `,`
            stands for every lesser break, and `[` for a note such as `[inaudible]`.
        at: where in `text` each word begins.
        starts: where in the original each word begins.
        ends: where in the original each word ends.
        original: the text as it was.
    """

    text: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the original the words from `start` to `end` of `text` stand.

        There must be a word: an empty text has no sentence to ask about.
        """
        first = max(bisect_right(self.at, start) - 1, 0)
        last = max(bisect_right(self.at, max(end - 1, start)) - 1, first)
        return (self.starts[first], self.ends[last])

    def place(self, original: int) -> int:
        """Return where in `text` the word ends that stands before a place of the original."""
        index = bisect_left(self.starts, original)
        return self.at[index] - 1 if index < len(self.at) else len(self.text)

    def sentence(self, start: int, end: int) -> str:
        """Return the original words as `words` does, with the quotation mark that opens them."""
        first, last = self.span(start, end)
        quoted = first > 0 and self.original[first - 1] in _QUOTES
        return " ".join(self.original[first - quoted : last + quoted].split())

    def words(self, start: int, end: int) -> str:
        """Return the original words that stand at `start` to `end` of `text`, in one line."""
        first, last = self.span(start, end)
        return " ".join(self.original[first:last].split())


@lru_cache(maxsize=32)
def plain(text: str) -> Plain:
    """Return a text in one spelling."""
    words: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(text):
        for word in _forms(match):
            words.append((word, match.start(), match.end()))
            _join_pair(words)
            _part_pair(words)
    at, place = [], 0
    for word, _, _ in words:
        at.append(place)
        place += len(word) + 1
    return Plain(
        " ".join(word for word, _, _ in words),
        tuple(at),
        tuple(start for _, start, _ in words),
        tuple(end for _, _, end in words),
        text,
    )


def _join_pair(words: list[tuple[str, int, int]]) -> None:
    """Make one word of `no one`, and of its like."""
    if len(words) > 1 and (words[-2][0], words[-1][0]) in _PAIRS:
        second, first = words.pop(), words.pop()
        words.append((_PAIRS[first[0], second[0]], first[1], second[2]))


def _part_pair(words: list[tuple[str, int, int]]) -> None:
    """Make two words of `id` in `id like`, and of its like, which a machine writes as one."""
    if len(words) > 1 and words[-1][0] in _BEHIND.get(words[-2][0], ()):
        last, (joined, start, end) = words.pop(), words.pop()
        words += [(word, start, end) for word in _PARTED[joined]]
        words.append(last)


def _forms(match: re.Match[str]) -> tuple[str, ...]:
    found = match.group()
    if match.lastgroup == "comma":
        return (",",)
    if match.lastgroup == "note":
        return (f"[{re.sub(r'[^a-z]+', '-', found.lower()).strip('-')}]",)
    if match.lastgroup == "stop":
        return ("?" if "?" in found else "." if "." in found or "…" in found else "!",)
    return _word(found.lower().replace("’", "'"))


@lru_cache(maxsize=8192)
def _word(word: str) -> tuple[str, ...]:
    if "." in word:
        return (word[0] + "m",)
    known = _SPELLINGS.get(word)
    if known:
        return known
    for ending, stands_for in _ENDINGS.items():
        if word.endswith(ending):
            return (*_word(word.removesuffix(ending)), stands_for)
    if word.endswith("'s") and word[:-2] in _IS:
        return (word[:-2], "is")
    return (_BRITISH.sub(lambda found: f"{found[1]}iz{found[2]}", word),)


def quoted_from(text: str, start: int) -> int | None:
    """Return where the quotation that opens just before `start` ends; None where none opens."""
    before = text[:start].rstrip(" ")[-1:]
    if before not in _QUOTES or not before:
        return None
    return next((place for place in range(start, len(text)) if _closes(text, place)), None)


def _closes(text: str, place: int) -> bool:
    return text[place] in _QUOTES and not text[place + 1 : place + 2].isalnum()


def is_quoted(text: str, words: str) -> bool:
    """Tell whether words stand in quotation marks in a text."""
    return any(f"{mark}{words}" in text for mark in "\"“‘'«„")
