"""Texts and a real vault for tests of what checks them while they are written."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.vaults.doors import doors_kept
from groundrules.desk.vaults.moves import import_records
from kept_vault import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parents[1] / "examples"
DRAFTS = {one.stem: one.read_text(encoding="utf-8") for one in (EXAMPLES / "drafts").glob("*.md")}
PIER = DRAFTS["pier-9"]
"""A draft that breaks many promises."""


@contextmanager
def checking(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[TextChecker]:
    """Give what checks texts against a vault with the example records."""
    with kept(folder, patch) as room:
        import_records(room.folder, [str(EXAMPLES / "records")], lambda _done, _of: None)
        places = {"records": (str(room.folder),), "policies": (str(EXAMPLES / "policies"),)}
        settings = settle(EXAMPLES, places, os.environ)
        with doors_kept():  # as a server does within a request
            yield TextChecker(room.folder, settings)


@pytest.fixture
def checker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TextChecker]:
    """Give what checks texts against a vault of a test's own."""
    with checking(tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TextChecker]:
    """Give the same for tests that change no record, and look at nothing but what they made."""
    folder = tmp_path_factory.mktemp("shared")
    with pytest.MonkeyPatch.context() as patch, checking(folder, patch) as found:
        yield found
