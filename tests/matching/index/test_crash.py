"""A writer that is stopped at any step leaves the old index or the new one, and nothing between."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from failing_disk import OPERATIONS, Disk, Stopped
from stored_talks import FINGERPRINTS, KEY, Said, batch, opened, segment_files

from groundrules.matching.index.store import Store
from groundrules.matching.index.writing import Writing

_HERE = Path(__file__).parent


def _said(stamp: str, *statements: int) -> Said:
    return Said(stamp, "the desk", tuple(frozenset(FINGERPRINTS[:one]) for one in statements))


_OLD = {"kept": _said("1", 3, 0, 5), "gone": _said("1", 2, 2), "old": _said("1", 4)}
_MORE = {"more": _said("1", 9, 1)}
_NEW = {"kept": _OLD["kept"], "more": _MORE["more"], "old": _said("2", 7, 1), "new": _said("1", 6)}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "index"
    Store.create(folder, KEY).close()
    for talks in (_OLD, _MORE):
        with Writing(folder, KEY) as writing:
            writing.append(*batch(talks))
            writing.commit()
    return folder


def _replace_and_append(writing: Writing) -> None:
    writing.remove(["gone", "old"])
    writing.append(*batch({talk: _NEW[talk] for talk in ("old", "new")}))
    writing.commit()


def _erase(writing: Writing) -> None:
    writing.erase(["gone", "old"])
    writing.append(*batch({talk: _NEW[talk] for talk in ("old", "new")}))
    writing.commit()


def _merge(writing: Writing) -> None:
    writing.remove(["gone", "old"])
    writing.append(*batch({talk: _NEW[talk] for talk in ("old", "new")}))
    writing.merge()
    writing.commit()


def _anew(folder: Path) -> None:
    with Writing(folder, KEY, anew=True) as writing:
        writing.append(*batch(_NEW))
        writing.commit()


def _changed(change):
    def carried_out(folder: Path) -> None:
        with Writing(folder, KEY) as writing:
            change(writing)

    return carried_out


_CHANGES = {
    "replace and append": _changed(_replace_and_append),
    "erase": _changed(_erase),
    "merge": _changed(_merge),
    "anew": _anew,
}


def _is_lost(loss: str):
    """Return what says of each change of a name that was not flushed whether it is lost."""
    chance = random.Random(loss)  # noqa: S311 - any choice will do
    share = {"nothing": 0.0, "all": 1.0}.get(loss, 0.5)
    return lambda: chance.random() < share


@pytest.mark.parametrize("change", _CHANGES)
@pytest.mark.parametrize("loss", ["nothing", "all", "some 0", "some 1"])
def test_a_crash_at_any_step_leaves_the_old_index_or_the_new_one(folder, tmp_path, change, loss):
    old = _OLD | _MORE
    whole = Disk()
    rehearsal = tmp_path / "rehearsal"
    shutil.copytree(folder, rehearsal)
    with whole.at_work():
        _CHANGES[change](rehearsal)
    assert _NEW == opened(rehearsal)

    left = []
    for step in range(1, whole.steps + 1):
        copy = tmp_path / f"copy-{step}"
        shutil.copytree(folder, copy)
        disk = Disk(step)
        with disk.at_work(), pytest.raises(Stopped):
            _CHANGES[change](copy)
        disk.lose(_is_lost(loss))
        found = opened(copy)
        assert found in (old, _NEW)
        left.append(found)
        _goes_on(copy, found)
        shutil.rmtree(copy)
    # Up to some step it is the old one, and from there on the new one.
    turns = sum(one != other for one, other in pairwise(left))
    assert (old, _NEW, 1) == (left[0], left[-1], turns) or "some" in loss


def _goes_on(folder: Path, found: dict[str, Said]) -> None:
    """The next writer sweeps what was left behind, and is itself not disturbed by it."""
    talks = {"after": _said("1", 8)}
    with Writing(folder, KEY) as writing:
        writing.append(*batch(talks))
        writing.commit()
    assert found | talks == opened(folder)
    with Store.open(folder, KEY) as store:
        assert store.segments == len(segment_files(folder))
    assert {"manifest.json", "writing.lock"} == {
        path.name for path in folder.iterdir() if path not in segment_files(folder)
    }


@pytest.mark.parametrize("change", _CHANGES)
def test_what_was_committed_is_not_lost_with_the_power(folder, change):
    disk = Disk()
    with disk.at_work():
        _CHANGES[change](folder)
    disk.lose(lambda: True)
    assert _NEW == opened(folder)


@pytest.mark.parametrize("step", [1, 5, 19, 22, 26])
def test_a_process_that_is_killed_leaves_the_old_index_or_the_new_one(folder, step):
    script = f"""
        import os, signal, sys
        from pathlib import Path
        sys.path.insert(0, {str(_HERE)!r})
        from groundrules.matching.index import files
        import test_crash
        steps = 0
        def counted(real):
            def operation(*arguments):
                global steps
                steps += 1
                if steps == {step}:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*arguments)
            return operation
        for name in {OPERATIONS!r}:
            setattr(files, name, counted(getattr(files, name)))
        test_crash._CHANGES["erase"](Path({str(folder)!r}))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False)
    assert -signal.SIGKILL == done.returncode
    found = opened(folder)
    assert found in (_OLD | _MORE, _NEW)
    _goes_on(folder, found)
