"""Watching drafts at the desk: which saves make a run, and what a run says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.desk.checking.watch_drafts import Run, Watched, watch
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from harbor_case import CONVERSATION, TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MANY = 200
"""More looks than any run may take."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "harbor.record").write_text(to_text(CONVERSATION), encoding="utf-8")
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")


class Hands:
    """What is done to the files while the watch waits: one thing at each of its pauses."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self._deeds = list(deeds)
        self.pauses = 0

    def __call__(self, seconds: float) -> None:
        assert seconds > 0
        self.pauses += 1
        if self.pauses > MANY:
            raise TimeoutError
        if self._deeds:
            self._deeds.pop(0)()


def runs(hands: Hands, *drafts: str, **flags: tuple[str, ...]) -> Iterator[Run]:
    return watch(Watched(drafts or ("draft.md",), flags, "2026-11-05T09:00+00:00", {}), hands)


def found(run: Run) -> int:
    assert run.checked
    return len(run.checked[0].examinations[0].findings)


def nothing() -> None:
    pass


def test_a_run_names_what_was_saved_and_finds_what_is_there_now(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    watching = runs(Hands(nothing, lambda: draft.write_text("It rained.\n", encoding="utf-8")))
    first, second = next(watching), next(watching)

    assert ((), ("draft.md",)) == (first.saved, second.saved)
    assert found(first) > 0 == found(second)
    assert first.at <= second.at


def test_a_folder_is_watched_and_what_is_not_read_in_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.pdf").touch()
    checked = next(runs(Hands(), ".")).checked

    assert checked
    assert "1 .pdf" in checked[0].examinations[0].tally.unchecked[-1]


def test_what_is_half_written_is_waited_for(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    halves = ("It ", "It rained", "It rained.\n")
    deeds = [lambda text=text: draft.write_text(text, encoding="utf-8") for text in halves]
    watching = runs(Hands(*deeds))
    next(watching)
    second = next(watching)

    assert second.checked
    assert "It rained.\n" == second.checked[0].examinations[0].case.draft.text


def test_a_draft_that_is_gone_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    back = Hands(
        draft.unlink, *[nothing] * 10, lambda: draft.write_text("Rain.\n", encoding="utf-8")
    )
    watching = runs(back)
    next(watching)

    assert 0 == found(next(watching))


def test_one_that_stays_away_is_a_fault_and_may_come_back(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    watching = runs(
        Hands(draft.unlink, *[nothing] * 30, lambda: draft.write_text("Rain.\n", encoding="utf-8"))
    )
    next(watching)
    gone, back = next(watching), next(watching)

    assert (None, "there is no such file") == (gone.checked, gone.faults[0].message)
    assert 0 == found(back)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("records/more.record", to_text(CONVERSATION).replace(": harbor\n", ": pier\n")),
        ("groundrules.toml", 'ignore = ["GR1"]\n'),
        ("draft.md.groundrules.toml", "nothing = 1\n"),
    ],
)
def test_whatever_a_check_reads_makes_a_run(tmp_path: Path, file: str, text: str) -> None:
    watching = runs(Hands(lambda: (tmp_path / file).write_text(text, encoding="utf-8")))
    next(watching)

    assert next(watching).saved[0].endswith(file)


@pytest.mark.parametrize("file", [".draft.md.swp", "other.md", "records/note.txt"])
def test_nothing_else_does(tmp_path: Path, file: str) -> None:
    watching = runs(Hands((tmp_path / file).touch))
    next(watching)

    with pytest.raises(TimeoutError):
        next(watching)


def test_records_may_come_later(tmp_path: Path) -> None:
    (tmp_path / "records").rename(tmp_path / "away")
    watching = runs(Hands(lambda: (tmp_path / "away").rename(tmp_path / "records")))
    first, second = next(watching), next(watching)

    assert (None, "there is no record to check it against") == (
        first.checked,
        first.faults[0].message,
    )
    assert found(second) > 0


def test_what_is_misused_is_refused_before_anything_is_checked() -> None:
    for drafts, flags in ((("no.md",), {}), (("-",), {}), (("draft.md",), {"select": ("GR999",)})):
        with pytest.raises(BadInput):
            next(runs(Hands(), *drafts, **flags))
