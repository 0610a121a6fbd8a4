"""However the program that serves is ended, it leaves nothing of what it made for the while."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["^C", "told to end", "terminal closed"],
)
def test_the_invented_newsroom_goes_with_the_program(tmp_path, number, status):
    places = {name: tmp_path / name.lower() for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR")}
    for place in places.values():
        place.mkdir(mode=0o700)
    process = subprocess.Popen(
        [sys.executable, "-m", "groundrules", "serve", "--demo", "--port", "0"],
        env={**os.environ, **{name: str(place) for name, place in places.items()}},
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    )
    try:
        told = next(line for line in process.stdout if re.search(r"http://\S+", line))
        assert "/start/" in told
        assert list(places["TMPDIR"].glob("groundrules-demo-*"))
        process.send_signal(number)

        assert status == process.wait(30)
    finally:
        process.kill()
        process.communicate()
    assert [] == list(places["TMPDIR"].glob("groundrules-demo-*"))
