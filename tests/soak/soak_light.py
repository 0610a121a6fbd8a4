"""A thousand random walks of the light: acts, reloads, kills, a network that comes and goes.

python tests/soak/soak_light.py [--walks 1000] [--steps 25] [--control 10]

The page's queue and fold run in node; what they send is written by the desk into a real vault, and
others write into it meanwhile. The controls are a fold that takes one side for two, and a page that
forgets when it is killed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest

from faults_figures import Control as Loser
from faults_figures import Figure, Progress, arguments, reported
from kept_vault import kept
from light_node import light_node
from light_walk import SOUND, Control, Tally, walked

if TYPE_CHECKING:
    from light_node import LightNode

_ROOM = 100
"""Walks in one vault: each is a conversation, and a vault of hundreds is slower to find them in."""


def walks(count: int, steps: int, seed: int, control: Control = SOUND) -> Tally:
    """Return what came of some walks."""
    tally, progress = Tally(), Progress("walks", count)
    for first in range(0, count, _ROOM):
        with (
            tempfile.TemporaryDirectory() as folder,
            pytest.MonkeyPatch.context() as patch,
            kept(Path(folder), patch) as room,
            light_node(Path(folder)) as node,
        ):
            for number in range(first, min(first + _ROOM, count)):
                tally = tally.plus(_one(room.folder, node, (seed, number, steps), control))
                progress.step()
    return tally


def _one(vault: Path, node: LightNode, which: tuple[int, int, int], control: Control) -> Tally:
    seed, number, steps = which
    return walked(vault, node, Random(f"{seed} {number}"), steps, control)  # noqa: S311 - a walk


def main() -> int:
    """Run, and return 0 where nothing was lost but by the controls."""
    parser = arguments(str(__doc__), walks=1000, steps=25, control=10)
    asked = parser.parse_args()
    tally = walks(asked.walks, asked.steps, asked.seed)
    lawless = walks(asked.control, asked.steps, asked.seed + 1, Control(lawless=True))
    forgets = walks(asked.control, asked.steps, asked.seed + 2, Control(forgets=True))
    figure = Figure(
        "the light, reloaded, killed and cut off",
        "vault",
        asked.walks,
        tally.acts,
        tally.lost,
        tally.doubled + tally.disordered + tally.unequal,
        (
            Loser("one side is enough", lawless.compared, lawless.unequal, "misjudged"),
            Loser("forgets when killed", forgets.acts, forgets.lost),
        ),
        "walks",
    )
    return reported([figure], Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())
