"""How long the search for reuse takes, beside what else could be done, in the same run.

A record of 10,000 statements and a draft of 1,500 words in which eight passages are taken from
it. All words are invented, and as unevenly common as those of a language. Everything is measured
in this process, in turn, so that a machine that slows down slows all of it: read the ratios.

    python benchmarks/scan.py [RUNS [STATEMENTS-FILE DRAFT-FILE]]

With files, the record is the one, a statement a line, and the draft is the other.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from check import vocabulary
from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations
from groundrules.draft.wording import word_list
from groundrules.matching import find_matches
from groundrules.record.transcript import Place, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

STATEMENTS, WORDS, DRAFT_WORDS, TAKEN = 10_000, 20, 1500, 8
RUN = 8
"""Words in a row that the simplest search looks for."""

SAMPLE = 50
"""Statements that the slowest baseline is timed on; its figure is scaled up to all of them."""

GOAL = 120.0
"""Milliseconds at the median for 10,000 statements and 1,500 words, on a machine of its own."""


class Corpus(NamedTuple):
    """What is searched, for what.

    Attributes:
        taken: which statements the draft has taken passages from.
    """

    statements: list[Statement]
    draft: str
    taken: list[int]

    @property
    def texts(self) -> list[str]:
        """Return the texts of the statements."""
        return [statement.text for statement in self.statements]


def invented() -> Corpus:
    """Return a record and a draft that has taken passages from it."""
    chance = random.Random(11)
    words = vocabulary(6000)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    texts = [" ".join(chance.choices(words, weights, k=WORDS)) for _ in range(STATEMENTS)]
    taken = chance.sample(range(STATEMENTS), TAKEN)
    sentences = [
        " ".join(chance.choices(words, weights, k=WORDS)) for _ in range(DRAFT_WORDS // WORDS)
    ]
    for number, statement in enumerate(taken):
        passage = " ".join(texts[statement].split()[2:14])
        sentences[number * 9] = f"“{passage},” she said" if number % 2 else passage
    paragraphs = [". ".join(sentences[at : at + 3]) + "." for at in range(0, len(sentences), 3)]
    return Corpus(said(texts), "\n\n".join(paragraphs), taken)


def said(texts: list[str]) -> list[Statement]:
    """Return texts as statements, the ids of which are their numbers."""
    return [
        Statement(str(number), "talk", Place(number + 1), "S1", text)
        for number, text in enumerate(texts)
    ]


def from_files(record: str, draft: str) -> Corpus:
    """Return the corpus that two files hold."""
    return Corpus(Path(record).read_text("utf-8").splitlines(), Path(draft).read_text("utf-8"), [])


def by_matching(corpus: Corpus) -> set[int]:
    """Search as the product does, with the draft read anew."""
    draft = Draft("draft.txt", corpus.draft, (Span(0, len(corpus.draft)),))
    found = find_matches(draft, find_quotations(draft), corpus.statements)
    return {int(match.statement) for match in found.matches}


def by_runs(corpus: Corpus) -> set[int]:
    """Look for each run of eight words of each statement in the draft, letter for letter."""
    draft = " ".join(word_list(corpus.draft))
    found = set()
    for number, text in enumerate(corpus.texts):
        words = word_list(text)
        runs = (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
        if any(run in draft for run in runs):
            found.add(number)
    return found


def by_difflib(corpus: Corpus) -> set[int]:
    """Compare a sample of the statements with the draft, word for word."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word_list(corpus.draft))
    sample = [*corpus.taken, *range(SAMPLE - len(corpus.taken))]
    found = set()
    for number in sample:
        matcher.set_seq1(word_list(corpus.statements[number].text))
        if matcher.find_longest_match().size >= RUN:
            found.add(number)
    return found


def by_splitting(corpus: Corpus) -> set[int]:
    """Do no more than to split the record at its spaces: what any search costs at the least."""
    for text in corpus.texts:
        text.split()
    return set()


def milliseconds(search: Callable[[Corpus], set[int]], corpus: Corpus) -> float:
    """Return how long one search took."""
    began = time.perf_counter()
    search(corpus)
    return (time.perf_counter() - began) * 1000


def main(runs: int, corpus: Corpus) -> None:
    """Print the figures."""
    scale = {by_difflib: len(corpus.statements) / SAMPLE}
    searches = {
        "groundrules": by_matching,
        "split at spaces": by_splitting,
        f"runs of {RUN} words, `in`": by_runs,
        "difflib, each statement": by_difflib,
    }
    times: dict[str, list[float]] = {name: [] for name in searches}
    for _ in range(runs):
        for name, search in searches.items():
            times[name].append(milliseconds(search, corpus) * scale.get(search, 1))
    own = statistics.median(times["groundrules"])
    words = sum(len(text.split()) for text in corpus.texts)
    print(
        f"{len(corpus.statements):,} statements of {words:,} words,"
        f" a draft of {len(corpus.draft.split()):,} words; median of {runs} runs"
    )
    for name, search in searches.items():
        median, least = statistics.median(times[name]), min(times[name])
        found = len(search(corpus) & set(corpus.taken)) if corpus.taken else 0
        planted = f"  {found} of {len(corpus.taken)} found" if corpus.taken else ""
        print(f"{name:28} {median:10.1f} ms  least {least:10.1f}  x {median / own:7.2f}{planted}")
    print(f"goal: {GOAL:.0f} ms; {'met' if own <= GOAL else 'not met'} here and now")


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 9,
        from_files(*sys.argv[2:4]) if len(sys.argv) > 3 else invented(),  # noqa: PLR2004 - a pair
    )
