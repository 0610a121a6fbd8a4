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

from groundrules.matching.index.loops import loops
from groundrules.matching.index.loops.shapes import Nodes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.narrowing import Columns


_PARTS = 10_000
"""Parts in which scores are counted: as fine as they are written."""


class Forest(NamedTuple):
    """The trees.

    Attributes:
        nodes: of all of them; what leaves add to the score is counted in `_PARTS`.
        base: what the score begins with.
    """

    nodes: Nodes
    base: float

    def likelihood(self, signs: Columns) -> NDArray[np.float64]:
        """Return how likely each row is of a passage that was taken; from 0 to 1."""
        score = self.base + loops().scores(np.ascontiguousarray(signs), self.nodes) / _PARTS
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
    nodes = Nodes(
        np.where(leaf, 0, sign).astype(np.uint16),
        np.where(leaf, np.inf, bound),
        np.where(leaf, own, left).astype(np.uint16),
        np.where(leaf, own, right).astype(np.uint16),
        np.round(score * _PARTS).astype(np.int64),
        max(map(_depth, trees)),
    )
    return Forest(nodes, base)


def _depth(tree: list[list[float]], node: int = 0) -> int:
    sign, _, left, right, _ = tree[node]
    if sign < 0:
        return 0
    return 1 + max(_depth(tree, int(left)), _depth(tree, int(right)))
