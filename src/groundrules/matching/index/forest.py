"""The forest: how likely is a place taken from a statement, by a few hundred small decision trees?

Boosted trees, as gradient boosting makes them. `weights.json` holds them, and the weights of the
two looks before; decision 24 says on what they were fitted. A tree is a list of nodes: the
sign that is asked, the bound, the node for values up to it, the node for those above, the score;
a leaf asks the sign -1.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.narrowing import Columns


class Forest(NamedTuple):
    """The trees, one to a row, filled up with leaves.

    Attributes:
        signs: which sign a node asks; 0 in a leaf.
        bounds: the highest value with which it is gone on to the left; infinite in a leaf.
        left: the node on the left; a leaf itself in a leaf.
        right: the one on the right.
        scores: what a leaf adds to the score.
        base: what the score begins with.
        depth: how many nodes are asked at most.
    """

    signs: NDArray[np.intp]
    bounds: NDArray[np.float64]
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    scores: NDArray[np.float64]
    base: float
    depth: int

    def likelihood(self, signs: Columns) -> NDArray[np.float64]:
        """Return how likely each row is of a passage that was taken; from 0 to 1."""
        rows, (trees, widest) = len(signs), self.left.shape
        # All arrays are gone through as if they were flat, which is several times faster.
        values, row = signs.ravel(), np.arange(rows)[:, None] * signs.shape[1]
        tree = np.arange(trees)[None, :] * widest
        node = np.broadcast_to(tree, (rows, trees))
        for _ in range(self.depth):
            over = values.take(row + self.signs.take(node)) > self.bounds.take(node)
            node = tree + np.where(over, self.right.take(node), self.left.take(node))
        score = self.base + self.scores.take(node).sum(axis=1)
        likelihood: NDArray[np.float64] = 1 / (1 + np.exp(-score))
        return likelihood


class Weights(NamedTuple):
    """What the signs count.

    Attributes:
        lookup: weights of the signs of the lookup.
        overlap: weights of these and the signs of the overlap.
        forest: what decides in the end, by the signs of the likeness and all of those.
    """

    lookup: NDArray[np.float64]
    overlap: NDArray[np.float64]
    forest: Forest


@cache
def weights() -> Weights:
    """Return the weights that come with the package."""
    text = (files("groundrules.matching.index") / "weights.json").read_text("utf-8")
    found = json.loads(text)
    forest = _forest(found["trees"], found["base"])
    return Weights(np.array(found["lookup"]), np.array(found["overlap"]), forest)


def _forest(trees: list[list[list[float]]], base: float) -> Forest:
    widest = max(map(len, trees))
    filled = np.zeros((len(trees), widest, 5))
    filled[:, :, 0] = -1
    for number, tree in enumerate(trees):
        filled[number, : len(tree)] = tree
    sign, bound, left, right, score = np.moveaxis(filled, 2, 0)
    leaf, own = sign < 0, np.arange(widest)
    return Forest(
        np.where(leaf, 0, sign).astype(np.intp),
        np.where(leaf, np.inf, bound),
        np.where(leaf, own, left).astype(np.intp),
        np.where(leaf, own, right).astype(np.intp),
        score,
        base,
        max(map(_depth, trees)),
    )


def _depth(tree: list[list[float]], node: int = 0) -> int:
    sign, _, left, right, _ = tree[node]
    if sign < 0:
        return 0
    return 1 + max(_depth(tree, int(left)), _depth(tree, int(right)))
