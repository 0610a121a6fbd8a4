"""Random walks of the light: nothing lost, nothing doubled, both sides of one mind.

`tests/soak/soak_light.py` walks a thousand times.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from kept_vault import kept
from light_node import light_node
from light_walk import SOUND, Control, Tally, walked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from light_node import LightNode

WALKS, STEPS = 50, 14


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, LightNode]]:
    """Give an unlocked vault, and the page's code."""
    with kept(tmp_path, monkeypatch) as room, light_node(tmp_path) as node:
        yield room.folder, node


def walks(places: tuple[Path, LightNode], seeds: range, control: Control = SOUND) -> Tally:
    """Walk once for each seed, and return what came of it all."""
    tally = Tally()
    for seed in seeds:
        tally = tally.plus(walked(*places, Random(seed), STEPS, control))  # noqa: S311 - a walk
    return tally


def test_no_act_is_lost_or_doubled_and_both_sides_agree(places: tuple[Path, LightNode]) -> None:
    tally = walks(places, range(WALKS))

    assert (tally.lost, tally.doubled, tally.disordered, tally.unequal) == (0, 0, 0, 0)
    assert tally.acts > 3 * WALKS
    assert tally.compared >= WALKS


def test_a_fold_without_the_second_law_is_found_out(places: tuple[Path, LightNode]) -> None:
    """The control: one side's ask alone is taken for an agreement."""
    assert walks(places, range(1000, 1008), Control(lawless=True)).unequal > 0


def test_a_page_that_forgets_when_it_is_killed_is_found_out(
    places: tuple[Path, LightNode],
) -> None:
    """The control: what was kept is gone with the page."""
    assert walks(places, range(2000, 2008), Control(forgets=True)).lost > 0
