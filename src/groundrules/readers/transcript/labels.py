"""A label: the words at the start of a line that name who speaks, such as `MR. KIRBY:`.

Not every colon has a speaker before it: "And my second question is:" has none. What decides is
stated in `Labels`. Where it cannot be told, the words stay words: a transcript that keeps a label
as text loses nothing, one that takes text for a label invents a speaker. But whose words they are
is open then: what looks like a name (`may_be_name`) begins words of nobody known.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLES = """
mr ms mrs miss mx dr prof professor sir dame lord lady secretary ambassador administrator president
vice senator sen representative rep congressman congresswoman governor gov mayor director
commissioner chair chairman chairwoman chancellor minister prime premier general gen admiral adm
colonel col major captain capt lieutenant lt sergeant sgt judge justice sheriff king queen prince
princess attorney deputy assistant acting under undersecretary press the first
"""

TITLES = frozenset(_TITLES.split())
"""Words that stand before a name, without their full stop; a label may be made of them alone."""

REPORTERS = frozenset({"q", "question", "reporter", "journalist", "interviewer"})
"""Labels, in small letters, of those who ask on behalf of the press."""

MODERATORS = frozenset({"moderator", "operator", "facilitator"})
"""Labels of those who run the conversation."""

_OFFICE = frozenset(
    {"official", "officials", "spokesperson", "spokesman", "spokeswoman", "speaker"}
)

_SMALL_WORDS = "de la las los del da das do dos di du le van von der den bin bint al el of the and"

_PARTICLES = frozenset(_SMALL_WORDS.split())

_SMALL = _PARTICLES | _OFFICE
"""Words that a name may have in small letters: `FBI official`."""

_COLON = re.compile(
    r"\s*[*_]{0,3}(?P<name>[^\W_][^:*<>\n]{0,59}?)\s?[*_]{0,3}:[*_]{0,3}(?P<rest>.*)", re.DOTALL
)

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")

_CAPITAL_PREFIX = re.compile(r"^(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|Von|[DLO]['’])(?=[^\W\d_])")

_NAME_WORD = re.compile(r"[^\W\d_][\w.'’\-]*,?")

_NUMBER = re.compile(r"#?\d{1,4}")

_CAPITAL_WORD = re.compile(r"[\w.'’\-&/#,]+")

_MOST_CAPITAL_WORDS = 8

_MOST_NAME_WORDS = 6

_OF_PROGRAMS = re.compile(r"[a-z][a-z0-9_-]{0,20}(?: #?\d{1,3})?")

_MOST_DOUBTED_WORDS = 5

_COUNTING = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|next|final(?:ly)?"
    r"|(?:first|second|third|fourth|fifth|last)(?:ly)?)",
    re.IGNORECASE,
)
"""What a list that is read aloud begins its points with, which is nobody's name."""

_SAMPLE = 100_000

_BEFORE_COLON = re.compile(r"(?m)^[^:\n]{1,60}:")

_ENOUGH = 100
"""Fewer capitals than this say nothing about how a text is written."""

_FEW = 10
"""With so many capitals to a small letter, the small ones are `McDonald`'s and the like."""


class Label(NamedTuple):
    """Words before a colon that may name a speaker, as found, and what follows them."""

    name: str
    rest: str


def label_of(line: str) -> Label | None:
    """Return the label that a line may begin with, white space in it made single, or None."""
    found = _COLON.match(line) if ":" in line else None
    if not found:
        return None
    name, rest = " ".join(found["name"].split()), found["rest"]
    # `10:30` and `https://` are no labels; `MODERATOR:Thanks` is one with a space missing.
    glued = bool(rest) and not rest[0].isspace()
    if glued and not (is_capitals(name) and (rest[0].isalpha() or rest[0] in '(“"‘[')):
        return None
    return Label(name, rest)


def words_of(name: str) -> list[str]:
    """Return the words of a label without what stands in brackets; all, where all of it does."""
    return _ASIDE.sub(" ", name).split() or name.split()


def is_capitals(name: str) -> bool:
    """Tell whether a label is in capitals, but for particles and prefixes: `MS. DeLAURO`."""
    words = words_of(name)
    return (
        0 < len(words) <= _MOST_CAPITAL_WORDS
        and _is_capital(words[0])
        and all(word in _PARTICLES or is_number(word) or _is_capital(word) for word in words)
    )


def is_number(word: str) -> bool:
    """Tell whether a word of a label counts speakers: the `2` of `Speaker 2`."""
    return bool(_NUMBER.fullmatch(word))


def _is_capital(word: str) -> bool:
    core = _CAPITAL_PREFIX.sub("", word)
    return core.isupper() and bool(_CAPITAL_WORD.fullmatch(word))


def is_name(name: str) -> bool:
    """Tell whether a label is written as names are: `Maria de la Cruz`, `Speaker 2`."""
    words = words_of(name)
    return (
        0 < len(words) <= _MOST_NAME_WORDS
        and words[0][0].isupper()
        and all(word in _SMALL or is_number(word) or _is_capitalised(word) for word in words)
    )


def _is_capitalised(word: str) -> bool:
    return not word[0].islower() and bool(_NAME_WORD.fullmatch(word))


def is_titled(name: str) -> bool:
    """Tell whether a label says by itself that it is one: by a title, an office or a part."""
    words = [word.strip(".,").casefold() for word in words_of(name)]
    if len(words) == 1:
        return words[0] in REPORTERS | MODERATORS
    return words[0] in TITLES or words[-1] in _OFFICE or words[0] in _OFFICE


def are_at_each_line(labels: int, lines: int) -> bool:
    """Tell whether so many labels stand in so many lines as where people type an interview."""
    return labels * 4 >= lines * 3 > 0


def may_be_name(name: str, *, at_each_line: bool) -> bool:
    """Tell whether a label that is not sure to name a speaker may do so all the same.

    Where a label stands at each line, so may a small word and a number: `spk0`, `speaker 1`.
    """
    if _COUNTING.fullmatch(name):
        return False
    if at_each_line and _OF_PROGRAMS.fullmatch(name):
        return True
    return (is_name(name) or is_capitals(name)) and len(words_of(name)) <= _MOST_DOUBTED_WORDS


def is_shouted(text: str) -> bool:
    """Tell whether a text is in capitals throughout, as broadcast captions are."""
    sample = _BEFORE_COLON.sub("", text[:_SAMPLE])
    capitals = sum(map(str.isupper, sample))
    return capitals > _ENOUGH and capitals > _FEW * sum(map(str.islower, sample))


class Labels:
    """The labels of one transcript.

    A line's first words name a speaker where they are

    - in capitals, unless the whole text is: `MODEARTOR:`, `SENIOR ADMINISTRATION OFFICIAL:`;
    - with a title, an office or a part: `Mr. Price:`, `FBI official:`, `Moderator:`;
    - a name that begins at least two lines: `Ana Ruiz:`; where the transcript has labels in
      capitals, only one of at least two words.

    A single letter counts where it begins at least two lines.
    """

    def __init__(self, candidates: Iterable[str], *, shouted: bool) -> None:
        """Weigh every candidate, given once for each line that it begins."""
        self.count = Counter(candidates)
        self._decided: dict[str, bool] = {}
        self._shouted = shouted
        self._capitals = not shouted and any(
            len(name) > 1 and is_capitals(name) for name in self.count
        )

    def name_speakers(self, name: str) -> bool:
        """Tell whether this label names a speaker."""
        if name not in self._decided:
            self._decided[name] = self._decide(name)
        return self._decided[name]

    def _decide(self, name: str) -> bool:
        repeated = self.count[name] > 1
        if len(name) == 1:
            return repeated and name.isupper()
        if is_capitals(name) and not self._shouted:
            return True
        if not (is_name(name) or is_capitals(name)):
            return False
        return is_titled(name) or (repeated and (not self._capitals or len(words_of(name)) > 1))

    def are_sure(self, name: str) -> bool:
        """Tell whether it does so even at the start of a line in the middle of a paragraph."""
        return self.name_speakers(name) and (self.count[name] > 1 or is_titled(name))
