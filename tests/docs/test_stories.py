"""Each page that tells a story, done step by step: files written, commands run, output compared."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from docs.pages import DOCS
from docs.stories import ShownCommand, ShownFile, steps, stories
from docs.test_commands import run

TUTORIAL = DOCS / "tutorial" / "your-first-interview.md"
FINDS_SOMETHING = 1


class Done(NamedTuple):
    """A command of a page, with how it really ended."""

    shown: ShownCommand
    status: int
    printed: str


@cache
def done(page: Path) -> tuple[Done, ...]:
    """Do the whole page in an empty folder."""
    outcomes = []
    with TemporaryDirectory() as folder:
        for step in steps(page.read_text(encoding="utf-8")):
            if isinstance(step, ShownFile):
                step.write(Path(folder))
            else:
                ended = run(step.line, Path(folder))
                printed = (ended.stdout + ended.stderr).rstrip()
                outcomes.append(Done(step, ended.returncode, printed))
    return tuple(outcomes)


@pytest.mark.parametrize("page", stories(), ids=lambda page: page.stem)
def test_every_command_of_a_story_prints_what_the_page_shows(page: Path) -> None:
    telling = [one for one in done(page) if one.shown.printed]

    assert telling
    assert [f"$ {one.shown.line}\n{one.shown.printed}" for one in telling] == [
        f"$ {one.shown.line}\n{one.printed}" for one in telling
    ]


@pytest.mark.parametrize("page", stories(), ids=lambda page: page.stem)
def test_no_command_of_a_story_fails(page: Path) -> None:
    assert [one for one in done(page) if one.status not in {0, FINDS_SOMETHING}] == []


def test_the_tutorial_finds_a_mistake_and_mends_it() -> None:
    checks = [one.status for one in done(TUTORIAL) if " check " in one.shown.line]

    assert checks[0] == FINDS_SOMETHING
    assert checks[-1] == 0
