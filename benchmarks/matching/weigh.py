"""Fit the trees of the index on disk anew, and write them down.

python -m benchmarks.matching.weigh --ledger SAID --texts TEXTS --nulls APART --pairs PAIRS

Passages of the tuning side are put into texts of that side, in ledgers of several sizes, and every
place that an index takes its dearest look at is an example. The trees of two folds, apart by text,
score each other's examples; on these scores the likelihood is calibrated (Platt scaling). The trees
that are kept are fitted on both folds. On the texts of `--nulls`, which take no other part, it is
counted how often each likelihood is reached by chance, which is where the alarm is to be set, in
`judgement.py`. Nothing of the side that is reported is read.

The weights of the two looks before stay as they are. It takes scikit-learn, from
requirements/bench.txt; what it finds is `weights.json`, and nothing of it is needed to run.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from benchmarks.matching import corpora
from benchmarks.matching.__main__ import size
from benchmarks.matching.bodies import DRAFT_WORDS
from benchmarks.matching.edits.passage import Class
from benchmarks.matching.examples import APART, FOLDS, NOT_TAKEN, TAKEN, Examples, examples
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from groundrules.matching.index.loops import compile_loops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

WRITTEN = Path(__file__).parents[2] / "src/groundrules/matching/index/weights.json"

_COUNTS = {Class.VERBATIM: 3.0, Class.INDIRECT: 3.0, Class.SUBSTITUTED_45: 3.0}
_PAIRS_COUNT = 0.3
"""How much an example of a class counts: those that are hardest to reach more; the pairs less,
since what makes news sentences alike makes false alarms."""

_ALARMS = 0.05, 0.08, 0.1, 0.15
_SMOOTH = 3
"""Decimals by which two examples are the same: a text is the body of several drafts."""


class Fitted(NamedTuple):
    """Trees with the scale on which their score is a likelihood.

    Attributes:
        slope: what the score is multiplied by.
        offset: what is added then.
    """

    trees: HistGradientBoostingClassifier
    slope: float
    offset: float

    def likelihood(self, signs: NDArray[np.float32]) -> Scores:
        """Return how likely each row is taken."""
        score = self.trees.decision_function(signs)
        found: Scores = 1 / (1 + np.exp(-(self.slope * score + self.offset)))
        return found


def fitted(some: Sequence[Examples]) -> Fitted:
    """Return trees of examples, one of each size of the ledger, calibrated across the folds."""
    scores, taken = [], []
    for fold in range(FOLDS):
        trees = _trees([one.where(one.folds == 1 - fold) for one in some])
        for one in some:
            there = one.where((one.folds == fold) & (one.taken >= NOT_TAKEN))
            scores.append(trees.decision_function(there.signs))
            taken.append(there.taken)
    platt = LogisticRegression(C=1e6).fit(np.concatenate(scores)[:, None], np.concatenate(taken))
    trees = _trees([one.where(one.folds != APART) for one in some])
    return Fitted(trees, float(platt.coef_[0][0]), float(platt.intercept_[0]))


def _trees(some: Sequence[Examples]) -> HistGradientBoostingClassifier:
    parts = [_once(one) for one in some]
    signs, taken, counts = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    trees = HistGradientBoostingClassifier(
        max_iter=200,
        learning_rate=0.08,
        max_leaf_nodes=15,
        min_samples_leaf=25,
        l2_regularization=2,
        max_depth=8,
        max_features=0.3,
        early_stopping=False,
        random_state=1,
    )
    return trees.fit(signs, taken, sample_weight=counts)


def _once(one: Examples) -> tuple[NDArray[np.float32], NDArray[np.int8], Scores]:
    """Return the signs of different rows, whether they are taken, and what they count."""
    kept = one.where(one.taken >= NOT_TAKEN)
    _, first = np.unique(np.round(kept.signs, _SMOOTH), axis=0, return_index=True)
    counts = np.array([_counts(kind) for kind in kept.kinds[first].tolist()])
    return kept.signs[first], kept.taken[first], counts


def _counts(kind: str) -> float:
    return _PAIRS_COUNT if kind.startswith("pairs") else _COUNTS.get(Class(kind), 1) if kind else 1


def alarms(one: Examples, likelihood: Scores) -> dict[float, float]:
    """Return how likely a place must be for so many false alarms in a draft, on texts apart."""
    apart = one.null & one.said & (one.folds == APART)
    drafts, first, last = one.drafts[apart], one.first[apart], one.last[apart]
    found: dict[float, float] = {}
    highest = np.sort(likelihood[apart])[::-1]
    for budget in _ALARMS:
        low, high = 0, len(highest) - 1
        while low < high:
            middle = (low + high + 1) // 2
            over = likelihood[apart] >= highest[middle]
            passages = _passages(drafts[over], first[over], last[over])
            if passages * DRAFT_WORDS <= budget * one.words[APART]:
                low = middle
            else:
                high = middle - 1
        found[budget] = float(highest[low])
    return found


def _passages(drafts: NDArray[np.int64], first: NDArray[np.int64], last: NDArray[np.int64]) -> int:
    """Return how many passages places make; those that overlap are one."""
    order, many, reach = np.lexsort((first, drafts)), 0, (-1, -1)
    for row in order.tolist():
        if drafts[row] != reach[0] or first[row] > reach[1]:
            many += 1
            reach = int(drafts[row]), int(last[row])
        else:
            reach = reach[0], max(reach[1], int(last[row]))
    return many


def written(found: Fitted, path: Path) -> None:
    """Write trees in the place of those in a file, and leave the weights of the looks before."""
    looks = json.loads(path.read_text("utf-8"))
    base = found.slope * float(found.trees._baseline_prediction.ravel()[0]) + found.offset  # noqa: SLF001 - there is no other way to the trees
    trees = [
        [
            [int(node["feature_idx"]), _bound(float(node["num_threshold"])), *_branches(node)]
            if not node["is_leaf"]
            else [-1, 0, 0, 0, round(found.slope * float(node["value"]), 4)]
            for node in one[0].nodes
        ]
        for one in found.trees._predictors  # noqa: SLF001 - as above
    ]
    lines = [json.dumps(tree, separators=(",", ":")) for tree in trees]
    head = [f'"{look}": {json.dumps(looks[look])},' for look in ("lookup", "overlap")]
    text = ["{", *head, f'"base": {round(base, 4)},', '"trees": [', ",\n".join(lines), "]", "}"]
    path.write_text("\n".join(text) + "\n", "utf-8")


def _bound(threshold: float) -> float:
    """Return a bound that is a little higher: the signs have more digits than those fitted on."""
    return float(f"{threshold + abs(threshold) * 1e-6 + 1e-9:.9g}")


def _branches(node: np.void) -> list[float]:
    return [int(node["left"]), int(node["right"]), 0]


def main() -> None:
    """Collect, fit, and write the weights."""
    asked = argparse.ArgumentParser(prog="benchmarks.matching.weigh", description=__doc__)
    for name in ("ledger", "texts", "nulls", "pairs"):
        asked.add_argument(f"--{name}", type=Path, required=True)
    asked.add_argument("--sizes", default="10k,100k,700k")
    asked.add_argument("--passages", type=int, default=720, help="of each class")
    given = asked.parse_args()
    material = corpora.material(given.ledger, given.texts, given.pairs)
    nulls = corpora.read_texts(given.nulls)
    compile_loops()
    some: dict[int, Examples] = {}
    for many in map(size, given.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="weigh-") as folder:
            some[many] = examples(material, many, given.passages, nulls, Path(folder) / "index")
        taken = some[many].taken
        print(f"{many:,} statements: {len(taken):,} places, {(taken == TAKEN).sum():,} taken")
    found = fitted(list(some.values()))
    written(found, WRITTEN)
    for many, one in some.items():
        print(f"{many:,} statements, alarms a draft and likelihood:")
        print(alarms(one, found.likelihood(one.signs)))


if __name__ == "__main__":
    main()
