"""The examples: places of tuning drafts with their signs, and whether they are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from benchmarks.matching.bodies import joined
from benchmarks.matching.cases import TrialDraft, in_folds
from benchmarks.matching.sides import Side
from benchmarks.matching.systems.own import SECRET, as_draft
from benchmarks.matching.taking import FIRST_PAIR

from groundrules.draft.quotation import find_quotations
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.matching.passages import passages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchmarks.matching.cases import Gold
    from benchmarks.matching.corpora import Material
    from numpy.typing import NDArray

    from groundrules.matching.index.loops.shapes import Shared
    from groundrules.matching.passages import Passages

FOLDS = 2
"""Parts of the texts. A text is never in two, since it is the body of several drafts."""

APART = FOLDS
"""The fold of null texts that nothing is fitted on."""

TAKEN, NOT_TAKEN, OTHERS = 1, 0, -1
"""A place of a passage and its statement; one without a passage; one of a passage and another
statement, which is left out: that one may say the same."""


class Examples(NamedTuple):
    """Places of drafts, one row for each.

    Attributes:
        signs: what the trees are asked about.
        taken: `TAKEN`, `NOT_TAKEN` or `OTHERS`.
        kinds: the class of the passage; "" where none is taken.
        drafts: the number of the draft.
        folds: its fold.
        null: the draft has no passages.
        said: the statement was said, and is no sentence of a pair, which is from the news.
        first: the first word of the place.
        last: the last one.
        words: how many words the null drafts of each fold have.
    """

    signs: NDArray[np.float32]
    taken: NDArray[np.int8]
    kinds: NDArray[np.str_]
    drafts: NDArray[np.int64]
    folds: NDArray[np.int64]
    null: NDArray[np.bool_]
    said: NDArray[np.bool_]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    words: Mapping[int, int]

    def where(self, kept: NDArray[np.bool_]) -> Examples:
        """Return some of the rows."""
        return Examples(*(column[kept] for column in self[:-1]), self.words)


def examples(
    material: Material, size: int, per_class: int, nulls: Mapping[str, str], folder: Path
) -> Examples:
    """Return the examples of the tuning side in a ledger of some size.

    Args:
        material: what they are made of.
        size: statements of the ledger.
        per_class: passages of each class.
        nulls: more texts, on which the alarm is set.
        folder: where to write the index.
    """
    talk, told = in_folds(material, Side.TUNING, per_class, FOLDS)
    apart = [TrialDraft(f"apart-{at}", text) for at, text in enumerate(joined(dict(nulls)))]
    drafts = [*told, *((APART, draft) for draft in apart if draft.text)]
    talks = [*material.ledger(size), *([talk] if talk.ids else [])]
    numbers = {name: at for at, name in enumerate(name for one in talks for name in one.ids)}
    words = dict.fromkeys(range(FOLDS + 1), 0)
    columns: list[tuple[NDArray[np.generic], ...]] = []
    with IndexedLedger.build(folder, talks, SECRET) as ledger:
        for number, (fold, draft) in enumerate(drafts):
            columns.append(_of_draft(ledger, draft, numbers, number, fold))
            words[fold] += 0 if draft.golds else len(draft.text.split())
    return Examples(*map(np.concatenate, zip(*columns, strict=True)), words)


def _of_draft(
    ledger: IndexedLedger, draft: TrialDraft, numbers: Mapping[str, int], number: int, fold: int
) -> tuple[NDArray[np.generic], ...]:
    read = as_draft(draft.text)
    shown = passages(read, find_quotations(read))
    index = ledger.asked_about(read, shown)
    found, signs, _ = index._narrowed(index._looked_up())  # noqa: SLF001 - what it sees is fitted
    taken, kinds = _labels(found, shown, draft.golds, numbers)
    rows = len(taken)
    return (
        signs.astype(np.float32),
        taken,
        kinds,
        np.full(rows, number),
        np.full(rows, fold),
        np.full(rows, not draft.golds),
        found.statements < numbers.get(FIRST_PAIR, len(numbers)),
        found.first,
        found.last,
    )


def _labels(
    found: Shared, shown: Passages, golds: Sequence[Gold], numbers: Mapping[str, int]
) -> tuple[NDArray[np.int8], NDArray[np.str_]]:
    """Return which places are taken, and the class of the passage of each that is."""
    starts = np.array([shown.shown.starts[shown.words.starts[at]] for at in shown.words.at])
    ends = np.array([shown.shown.ends[shown.words.ends[at] - 1] for at in shown.words.at])
    taken = np.full(len(found.first), NOT_TAKEN, dtype=np.int8)
    kinds = np.full(len(taken), "", dtype="<U40")
    for gold in golds:
        meets = (starts[found.first] < gold.end) & (ends[found.last] > gold.start)
        right = meets & np.isin(found.statements, [numbers[name] for name in gold.statements])
        taken[meets & (taken == NOT_TAKEN)] = OTHERS
        taken[right], kinds[right] = TAKEN, str(gold.kind)
    return taken, kinds
