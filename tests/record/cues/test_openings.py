"""How hosts open briefings: level, wording and embargo, out of files as they are imported."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from openings import Score, misread, openings, score, share

SETS = {"white-house": 45, "unseen": 30, "varied": 22, "fresh": 12}
"""The sets of openings; `unseen` was written before its writer had seen the reader's grammar."""

FLOORS = {"white-house": 0.95, "unseen": 0.9, "varied": 0.9, "fresh": 0.9}


@cache
def scores(name: str) -> tuple[Score, ...]:
    """Return how well each opening of a set is read."""
    with TemporaryDirectory() as folder:
        return tuple(score(opening, Path(folder)) for opening in openings(name))


@pytest.mark.parametrize("name", SETS)
def test_no_opening_is_missing(name):
    assert SETS[name] == len(scores(name))


@pytest.mark.parametrize("what", ["level", "wording", "embargo", "right"])
@pytest.mark.parametrize("name", SETS)
def test_openings_are_read_as_a_person_reads_them(name, what):
    assert share(scores(name), what) >= FLOORS[name], "\n".join(misread(scores(name)))


@pytest.mark.parametrize("name", SETS)
def test_no_opening_is_read_as_freer_than_it_is(name):
    freer = [
        one.name
        for opening, one in zip(openings(name), scores(name), strict=True)
        if "on-the-record" in one.read[0].split(", ")
        and "on-the-record" not in opening.remarks | opening.questions
    ]

    assert [] == freer


@pytest.mark.parametrize("name", SETS)
def test_no_embargo_is_lost(name):
    lost = [
        one.name
        for opening, one in zip(openings(name), scores(name), strict=True)
        if opening.embargo != "none" and not one.read[2]
    ]

    assert [] == lost
