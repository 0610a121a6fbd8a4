"""The program that the documentation shows to whoever looks after a content management system."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from groundrules.desk.checking.hook_keys import make_hook_key
from groundrules.vault.keeper.locking import lock
from kept_drafts import PIER
from served import listening, seated

PAGE = Path(__file__).parents[3] / "docs" / "how-to" / "check-before-the-cms-publishes.md"
(EXAMPLE,) = re.findall(r"(?ms)^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"))


def ran(address, key, text):
    environment = {**os.environ, "GROUNDRULES_SERVER": address, "GROUNDRULES_HOOK_KEY": key}
    return subprocess.run(
        [sys.executable, "-c", EXAMPLE],
        input=text,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_ends_with_0_for_a_pass_alone(tmp_path, monkeypatch):
    with seated(tmp_path, monkeypatch) as seat, listening(seat) as address:
        key = make_hook_key(seat.vault, "the content system").key
        clean, broken = (ran(address, key, one) for one in ("The harbor is open.\n", PIER))
        wrong, empty = ran(address, "gr-hook-none", PIER), ran(address, key, " ")
        lock(seat.vault)
        locked = ran(address, key, "The harbor is open.\n")
    away = ran(address, key, "The harbor is open.\n")

    assert (clean.returncode, clean.stdout) == (0, "")
    assert broken.returncode == 1
    assert "GR101 Uses words spoken off the record" in broken.stdout
    assert "Oyelaran" not in broken.stdout
    for one in (wrong, empty, locked, away):
        assert (one.returncode, one.stdout) == (2, "")
        assert "not to be published" in one.stderr
    assert "there is nothing in it" in empty.stderr


@pytest.mark.parametrize("field", ["verdict", "findings"])
def test_an_answer_that_lacks_something_is_no_pass(field):
    code = EXAMPLE.replace("json.load(answer)", f"{{'{field}': 'pass'}}")
    with_server = code.replace("urllib.request.urlopen(request, timeout=60)", "open(os.devnull)")
    environment = {**os.environ, "GROUNDRULES_HOOK_KEY": "x"}
    done = subprocess.run(
        [sys.executable, "-c", with_server],
        input="x",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
