"""Lines, with colours and without."""

from __future__ import annotations

import io
import re
import subprocess
import sys

import pytest

from groundrules.reporters import full
from groundrules.reporters.lines import Piece, is_coloured, plain, write
from harbor_case import printed, the_report

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_colours_change_nothing_but_the_colour() -> None:
    lines = list(full.lines(the_report(on_terminal=True)))
    stream = io.StringIO()

    write(lines, stream, colour=True)

    assert "\x1b[1;31merror\x1b[0m" in stream.getvalue()
    assert ESCAPE.sub("", stream.getvalue()) == printed(lines)


def test_a_long_line_is_not_broken_by_colouring() -> None:
    stream = io.StringIO()

    write([plain("word " * 100 + "[red]:smile: 3", "label")], stream, colour=True)

    assert ESCAPE.sub("", stream.getvalue()) == "word " * 100 + "[red]:smile: 3\n"


def test_without_colour_nothing_loads_rich() -> None:
    script = (
        "import sys, io\n"
        "from groundrules.reporters.lines import Piece, write\n"
        "write([(Piece('a', 'error'),)], io.StringIO(), colour=False)\n"
        "print('rich' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "expected"),
    [
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": ""}, False),
        ("auto", True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_when_there_is_colour(
    choice: str,
    terminal: bool,  # noqa: FBT001 - a table
    environment: dict[str, str],
    expected: bool,  # noqa: FBT001 - a table
) -> None:
    stream = Terminal() if terminal else io.StringIO()

    assert is_coloured(choice, stream, environment) is expected


def test_a_line_is_its_pieces() -> None:
    stream = io.StringIO()

    write([(Piece("a", "error"), Piece("b")), ()], stream, colour=False)

    assert stream.getvalue() == "ab\n\n"
