"""Progress is drawn for somebody who waits at a terminal, and for nobody else."""

from __future__ import annotations

import io

from groundrules.reporters.progress import progress


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, of: int) -> str:
    with progress("Indexing", stream) as advance:
        for done in range(1, of + 1):
            advance(done, of)
    return stream.getvalue()


def test_a_long_work_is_shown_at_a_terminal() -> None:
    page = shown(Terminal(), 300)

    assert "Indexing" in page
    assert "300/300" in page


def test_a_short_one_is_not() -> None:
    assert shown(Terminal(), 20) == ""


def test_nothing_is_written_where_nobody_looks() -> None:
    assert shown(io.StringIO(), 300) == ""
