"""The corpora: what was said, what was published, and sentences known to say the same."""

from __future__ import annotations

import random
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.invented import invented_talks, invented_texts
from benchmarks.matching.lexicon import Lexicon, lexicon
from benchmarks.matching.noise import noised

from groundrules.matching.index.talks import Talk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_INVENTED_STATEMENTS, _INVENTED_TEXTS = 100_000, 400
_LEXICON_OF = 200_000
"""Statements of which the lexicon is made."""


class Pair(NamedTuple):
    """Two sentences of which people said whether they mean the same.

    Attributes:
        name: of which collection they are.
        same: they mean the same.
        one: what goes into the ledger.
        two: what goes into a draft.
    """

    name: str
    same: bool
    one: str
    two: str


class Material(NamedTuple):
    """All that trials are made of.

    Attributes:
        talks: in an order drawn once, so that a smaller ledger is the beginning of a larger one.
        texts: the published texts by the names of their files.
        pairs: the paraphrase pairs; none where no file was given.
        known: the words of the talks.
    """

    talks: list[Talk]
    texts: dict[str, str]
    pairs: list[Pair]
    known: Lexicon

    def ledger(self, size: int) -> list[Talk]:
        """Return talks of `size` statements, with noised copies where there are not so many."""
        kept = list(_beginning(self.talks, size))
        missing = size - statements(kept)
        return [*kept, *noised(self.talks, self.known, missing)] if missing > 0 else kept


def material(
    ledger: Path | None = None,
    texts: Path | None = None,
    pairs: Path | None = None,
    invented: int = _INVENTED_STATEMENTS,
) -> Material:
    """Return the material of some files; what is not given is invented.

    Args:
        ledger: a `.parquet` file with the columns doc, speaker and text; or a text file, or a
            folder of them, with a statement on each line.
        texts: a folder of `.txt` files, each a published text.
        pairs: a file of lines `label TAB one TAB two`. A label is the name of a collection with
            `+` or `-` behind it; `1` and `0` will do. A first line that begins with `label` is
            left out.
        invented: statements to invent where no ledger is given.
    """
    talks = read_talks(ledger) if ledger else list(invented_talks(invented))
    random.Random(5).shuffle(talks)
    known = lexicon(text for talk in _beginning(talks, _LEXICON_OF) for text in talk.texts)
    published = read_texts(texts) if texts else invented_texts(_INVENTED_TEXTS)
    return Material(talks, published, read_pairs(pairs) if pairs else [], known)


def statements(talks: Sequence[Talk]) -> int:
    """Return how many statements some talks have."""
    return sum(len(talk.ids) for talk in talks)


def _beginning(talks: Sequence[Talk], size: int) -> Iterator[Talk]:
    for talk in talks:
        if size <= 0:
            return
        yield talk if len(talk.ids) <= size else _cut_off(talk, size)
        size -= len(talk.ids)


def _cut_off(talk: Talk, size: int) -> Talk:
    return talk._replace(
        ids=talk.ids[:size], speakers=talk.speakers[:size], texts=talk.texts[:size]
    )


def read_talks(path: Path) -> list[Talk]:
    """Return the talks of a ledger's file or folder."""
    if path.suffix == ".parquet":
        return _talks_of_parquet(path)
    files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    spoken = ((file.name, file.read_text("utf-8").splitlines()) for file in files)
    talks = [
        _talk(name, [("S1", line) for line in lines if line.strip()]) for name, lines in spoken
    ]
    return [talk for talk in talks if talk.ids]


def _talks_of_parquet(path: Path) -> list[Talk]:
    import pyarrow.parquet  # noqa: PLC0415 - it comes with requirements/bench.txt alone

    table = pyarrow.parquet.read_table(path, columns=["doc", "speaker", "text"])
    rows = zip(*(table.column(name).to_pylist() for name in table.column_names), strict=True)
    grouped = groupby(rows, key=lambda row: row[0])
    talks: dict[str, list[tuple[str, str]]] = {}
    for doc, said in grouped:
        talks.setdefault(doc, []).extend((who or "", text) for _, who, text in said if text)
    return [_talk(doc, said) for doc, said in talks.items()]


def _talk(name: str, said: list[tuple[str, str]]) -> Talk:
    name = name.replace("#", "-")
    ids = tuple(f"{name}#{turn}" for turn in range(1, len(said) + 1))
    speakers, texts = zip(*said, strict=True) if said else ((), ())
    return Talk(name, "1", "desk", ids, tuple(speakers), tuple(texts))


def read_texts(folder: Path) -> dict[str, str]:
    """Return the texts of a folder by the names of their files."""
    files = sorted(folder.rglob("*.txt"))
    texts = {file.name: file.read_text("utf-8", errors="replace") for file in files}
    return {
        name: text.replace("\r\n", "\n").strip() for name, text in texts.items() if text.strip()
    }


def read_pairs(path: Path) -> list[Pair]:
    """Return the pairs of a file."""
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [
        _pair(*line) for line in lines if len(line) == len(Pair._fields) - 1 and line[0] != "label"
    ]


def _pair(label: str, one: str, two: str) -> Pair:
    name = label.rstrip("+-01") or "pairs"
    return Pair(name, label[-1] in "+1", one, two)
