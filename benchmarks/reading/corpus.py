"""Stories that people marked, in brat's stand-off form, and where their words stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

TEXT_BOUND = re.compile(r"^(T\d+)\t(\w+) ([\d ;]+)\t", re.MULTILINE)
EVENT = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)

Spans = list[tuple[int, int]]


class Gold(NamedTuple):
    """An attribution as people marked it; each part may be in pieces, and the source missing."""

    source: Spans
    cue: Spans
    content: Spans


class Story(NamedTuple):
    """A story of the corpus."""

    name: str
    text: str
    gold: list[Gold]


class Quoted(NamedTuple):
    """A quotation that a reader found, with its source, and what else it calls that source."""

    span: tuple[int, int]
    source: Spans
    also: str


def stories(folder: Path) -> list[Story]:
    """Return the stories of a split, each as its first annotator marked it."""
    marked: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann"), reverse=True):
        marked[path.stem.rpartition("_")[0]] = path
    return [
        Story(name, read(folder / "text" / f"{name}.txt"), gold_of(read(path)))
        for name, path in sorted(marked.items())
    ]


def read(path: Path) -> str:
    """Return the text of a file with its line ends as they are, since offsets count them."""
    return path.read_bytes().decode("utf-8")


def gold_of(standoff: str) -> list[Gold]:
    """Return the attributions of a stand-off file that have a content."""
    bounds = {
        match[1]: [tuple(map(int, piece.split())) for piece in match[3].split(";")]
        for match in TEXT_BOUND.finditer(standoff)
    }
    found = []
    for match in EVENT.finditer(standoff):
        parts: dict[str, Spans] = {"Source": [], "Cue": [], "Content": []}
        for one in match[1].split():
            role, _, bound = one.partition(":")
            pieces = parts.get(role.rstrip("0123456789"), [])
            pieces += [(piece[0], piece[1]) for piece in bounds.get(bound, [])]
        found.append(Gold(sorted(parts["Source"]), sorted(parts["Cue"]), sorted(parts["Content"])))
    return [one for one in found if one.content]


def letters(text: str, spans: Spans) -> set[int]:
    """Return where the letters and digits of some spans stand."""
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def words(text: str, spans: Spans) -> str:
    """Return the words of some spans."""
    return " ".join(text[start:end] for start, end in spans)
