r"""The words of the talk, line by line: what in them must be marked so that they read as words.

A line of the talk that begins as an act does, or with a backslash, or, below the first line of a
turn, as a turn does, is written with `\` in front of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.notation.verbs import ACT_MARK, PROPOSED_MARK

if TYPE_CHECKING:
    from collections.abc import Container

ID = "[A-Za-z][A-Za-z0-9_-]*"
"""The pattern of a party's id."""

ESCAPE = "\\"

_MARKS = (ACT_MARK, PROPOSED_MARK, ESCAPE)
_TURN_LIKE = re.compile(rf"(\[[0-9:.,\s–-]+\]\s*)?({ID}|\?)\s*:")

# Out of place is every character of Unicode category Cc but tab and line feed; the two line
# separators, which are none of them; and halves of surrogate pairs, which no encoding can write.
_OUT_OF_PLACE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"

# The others, Latin-1 apart from the rest: so it goes through a text in half the time that a search
# for the few takes, and is compiled faster. Possessive, so that it never goes back.
_IN_PLACE = re.compile("(?:[\t\n -~\xa0-\xff]++|[^\x00-\xff\u2028\u2029\ud800-\udfff]++)*+")


def is_in_place(text: str) -> bool:
    """Tell whether every character of a text can stand in a record."""
    return _IN_PLACE.fullmatch(text) is not None


def out_of_place(line: str) -> int:
    """Return the offset of the first character that has no place in a record, or -1."""
    found = re.search(_OUT_OF_PLACE, line)
    return found.start() if found else -1


def margin(line: str) -> int:
    """Return the column, counted from 1, of the first character that is no blank."""
    return len(line) - len(line.lstrip()) + 1


def begins_like_turn(line: str, speakers: Container[str]) -> bool:
    """Tell whether a line could be the first of a turn: a time and a speaker, or a known one."""
    found = _TURN_LIKE.match(line)
    return found is not None and (found[1] is not None or found[2] in speakers)


def unescaped(line: str, speakers: Container[str]) -> str:
    """Return a line of the talk as it was said; a mark that marks nothing is a part of it."""
    bare = line[1:]
    marked = bare.startswith(_MARKS) or begins_like_turn(bare, speakers)
    return bare if line.startswith(ESCAPE) and marked else line


def first_line(line: str) -> str:
    """Return how a line is written behind the speaker's name."""
    return ESCAPE + line if line.startswith(_MARKS) else line


def next_line(line: str, speakers: Container[str]) -> str:
    """Return how a line is written below the first one of a turn."""
    return ESCAPE + line if begins_like_turn(line, speakers) else first_line(line)


def part_text(said: str) -> str:
    r"""Return any text as the words of one part of a turn, as the notation can hold them.

    Lines end in "\n" alone, none is empty, and none begins or ends with a blank; other control
    characters become blanks. No character that shows is lost.
    """
    lines = (re.sub(_OUT_OF_PLACE, " ", line).strip() for line in said.splitlines())
    return "\n".join(line for line in lines if line)
