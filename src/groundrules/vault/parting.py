r"""A record's text in three: what was said, who said it, and the rest, which is on which terms.

The rest is a template: the record's own text with holes. `\0w` is a hole for words, `\0i` one for
an identity, and `\0+` one for more of the identity before it. No record holds a NUL, so a hole is
never mistaken. Words are the text of turns, comments, `matter:` and `origin:`; an identity is what
stands in the line of a party who is no reporter as name, affiliations and aliases. Whatever is not
known for certain to be terms is taken for words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.head import read_head
from groundrules.record.notation.turns import read_talk
from groundrules.record.notation.verbs import ACT_MARK, AFTERWARDS_KEY, PARTIES, PROPOSED_MARK
from groundrules.record.notation.words import ID
from groundrules.vault.party_line import Person, parted_party

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

WORDS = "\0w"
IDENTITY = "\0i"
MORE = "\0+"
BETWEEN = "\0"
"""What stands in an identity between two of its pieces, where another field lies between them."""

SEALED = "(sealed)"
"""What stands in a hole for words before somebody who may not read them."""

_HOLE = re.compile(f"{WORDS}|{re.escape(IDENTITY)}|{re.escape(MORE)}")
_BOM = "\ufeff"
_KEY = re.compile(r"([^\s:]+)\s*:\s*")
_TURN = re.compile(rf"(?:\[[^\]]*\]\s*)?({ID}|\?)\s*:\s*")
_LATER = re.compile(rf"\s+\d[^\s{ACT_MARK}]*(?: \d\d:\S*)?\s+(?:{ID}|\?)\s*{ACT_MARK}")
_COMMENT = re.compile(r"#\s*")
_BLANK = re.compile(r"\s*")
_OF_TERMS = frozenset({"conversation", "date", "outlet", "policy"})
_OF_WORDS = frozenset({"matter", "origin"})


class Parts(NamedTuple):
    """A record's text in three.

    Attributes:
        template: the text with holes.
        words: what stands in the holes for words, in order.
        people: those in whose lines there are holes for identities, in order.
    """

    template: str
    words: tuple[str, ...]
    people: tuple[Person, ...]

    def __repr__(self) -> str:
        """Show how much there is, and nothing of it."""
        return f"Parts({len(self.words)} words, {len(self.people)} people)"


def parted(text: str) -> Parts:
    """Return the parts of any text; `joined` gives it back, character for character.

    A text that cannot be a record, because it holds a NUL or is all faults, is words as a whole.
    """
    if "\0" in text:
        return Parts(WORDS, (text,), ())
    lines = text.removeprefix(_BOM).replace("\r\n", "\n").split("\n")
    unused = Faults("-")
    try:
        head = read_head(lines, unused)
        end = read_talk(lines, head, unused).lines
    except BadInput:
        return Parts(WORDS, (text,), ())
    parting = _Parting({party.id for party in head.parties} | {"?"})
    own = text.removeprefix(_BOM).split("\n")
    for zone, part in (
        (parting.head, own[: head.lines]),
        (parting.talk, own[head.lines : end]),
        (parting.later, own[end:]),
    ):
        for line in part:
            zone(line)
    before = _BOM if text.startswith(_BOM) else ""
    template = before + "\n".join(parting.lines)
    return Parts(template, tuple(parting.words), tuple(parting.people))


class _Parting:
    """A text while it is being parted, line by line."""

    def __init__(self, speakers: Container[str]) -> None:
        self.speakers = speakers
        self.lines: list[str] = []
        self.words: list[str] = []
        self.people: list[Person] = []
        self.in_parties = False

    def head(self, line: str) -> None:
        """Take a line of the head."""
        if line.startswith("#"):
            self.comment(line)
        elif not line.strip():
            self.lines.append(line)
        elif not line[0].isspace():
            self.key(line)
        elif self.in_parties:
            self.party(line)
        else:
            self.unknown(line)

    def key(self, line: str) -> None:
        """Take a line that begins with a key, or with what should be one."""
        found = _KEY.match(line)
        key = found[1] if found else ""
        value = line[found.end() :].rstrip() if found else line
        self.in_parties = key == PARTIES
        if key in _OF_TERMS or (key == PARTIES and not value):
            self.lines.append(line)
        elif found and key in _OF_WORDS:
            self.hole(line, found.end())
        else:
            self.unknown(line)

    def party(self, line: str) -> None:
        """Take the line of a party: who it is goes into a hole, unless it is a reporter."""
        found = parted_party(line)
        if found is None:
            self.unknown(line)
            return
        template, person = found
        self.lines.append(template)
        if person:
            self.people.append(person)

    def talk(self, line: str) -> None:
        """Take a line of the talk."""
        found = _TURN.match(line)
        if found and found[1] in self.speakers:
            self.hole(line, found.end())
        elif line.startswith("#"):
            self.comment(line)
        elif line[:1].isspace() and line.strip().startswith((ACT_MARK, PROPOSED_MARK)):
            self.lines.append(line)
        else:
            self.unknown(line)

    def later(self, line: str) -> None:
        """Take a line of what came afterwards."""
        if line.startswith("#"):
            self.comment(line)
        elif _LATER.match(line) or line.rstrip() == f"{AFTERWARDS_KEY}:":
            self.lines.append(line)
        else:
            self.unknown(line)

    def comment(self, line: str) -> None:
        """Take a comment."""
        found = _COMMENT.match(line)
        self.hole(line, found.end() if found else 0)

    def unknown(self, line: str) -> None:
        """Take a line of which nothing is known: what is not blank of it is words."""
        found = _BLANK.match(line)
        self.hole(line, found.end() if found else 0)

    def hole(self, line: str, start: int) -> None:
        """Take a line with words from an offset on; blanks around them are no words."""
        words = line[start:].rstrip()
        if words:
            self.words.append(words)
            line = f"{line[:start]}{WORDS}{line[start + len(words) :]}"
        self.lines.append(line)


def joined(parts: Parts) -> str:
    """Return the text whose parts these are, character for character."""
    return filled(parts.template, parts.words, [person.identity for person in parts.people])


def filled(template: str, words: Sequence[str], identities: Sequence[str]) -> str:
    """Return a template with its holes filled.

    Args:
        template: the text with holes.
        words: one for each hole for words.
        identities: one for each hole for an identity, as `Person.identity` has it.

    Raises:
        ValueError: there are more holes than fillings, or fewer.
    """
    said, people = iter(words), iter(identities)
    pieces: list[str] = []

    def filling(found: re.Match[str]) -> str:
        if found[0] == WORDS:
            return next(said)
        if found[0] == IDENTITY:
            pieces[:] = next(people).split(BETWEEN)
        return pieces.pop(0) if pieces else ""

    try:
        text = _HOLE.sub(filling, template)
    except StopIteration:
        raise ValueError("a hole of the template has nothing to fill it") from None
    if next(said, None) is not None or next(people, None) is not None:
        raise ValueError("there is more than the holes of the template hold")
    return text


def holes(template: str) -> int:
    """Return how many holes for words a template has."""
    return template.count(WORDS)


def spoken_lines(template: str) -> list[str]:
    """Return the lines of a template that have words in them, in order: who spoke and when."""
    return [line for line in template.split("\n") if WORDS in line]
