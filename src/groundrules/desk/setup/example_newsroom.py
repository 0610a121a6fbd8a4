"""The invented newsroom, in a vault that is there for as long as somebody explores it."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.config.settings import settle
from groundrules.desk.records.record_reading import read_record
from groundrules.desk.setup.example_papers import write_papers
from groundrules.desk.setup.example_tape import MIME, tape_of
from groundrules.desk.vaults.doors import doors_kept
from groundrules.desk.vaults.founding import NewMember, found_vault
from groundrules.desk.vaults.moves import bring, import_records
from groundrules.desk.vaults.proving import unlock_with
from groundrules.desk.vaults.receipts import Wanted, issue_receipt
from groundrules.desk.vaults.tapes import add_chunk, begin_tape
from groundrules.desk.vaults.upkeep import admit_member
from groundrules.readers.text_file import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.config.settings import Settings

PASSPHRASE = "an invented newsroom by the harbor"  # noqa: S105 - of a vault that holds nobody's words
EDITOR = "Ana Ruiz"
COLLEAGUE = NewMember("Jonas Weber", ("editor",), "an invented colleague beside the harbor")

WRITTEN_FOR = date(2026, 11, 6)
"""The day that is today in `newsroom/`: what ends soon there ends soon in the vault."""

_DAY = re.compile(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)")
_CHUNK_MS = 5000
_CHUNK_BYTES = 40_000
"""Of a tape: five seconds of it."""

_RECORDED, _RECEIPTED = "clinic-2026-11-05", "museum-2026-10-27"


def example_folder() -> Path:
    """Return the folder of the invented newsroom, as it comes with the program."""
    installed = Path(__file__).parents[2] / "examples"
    return installed if installed.is_dir() else Path(__file__).parents[4] / "examples"


@contextmanager
def example_vault() -> Iterator[tuple[Path, Settings]]:
    """Give the vault of the invented newsroom, unlocked, and the settings for it.

    It lies in a folder of its own that only its owner can open, and goes in the end.
    """
    from groundrules.vault.keeper.locking import lock  # noqa: PLC0415 - start-up time

    folder = Path(tempfile.mkdtemp(prefix="groundrules-demo-"))
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    vault = folder / "ledger-post.vault"
    try:
        settings = _founded(vault)
        yield vault, settings
    finally:
        lock(vault)
        shutil.rmtree(folder, ignore_errors=True)


def _founded(vault: Path) -> Settings:
    founder = NewMember(EDITOR, ("reporter", "editor"), PASSPHRASE)
    found_vault(vault, founder, os.environ)
    unlock_with(vault, PASSPHRASE, os.environ)
    settings = settle(example_folder(), {"records": (str(vault),)}, os.environ)
    furnish(vault, settings, datetime.now(UTC).date())
    admit_member(vault, COLLEAGUE)
    return settings


def furnish(vault: Path, settings: Settings, today: date) -> None:
    """Put the invented newsroom into a vault that is unlocked and empty.

    Args:
        vault: its folder.
        settings: with the vault as the place of the records.
        today: the day on which what ends soon ends soon.
    """
    example = example_folder()
    with doors_kept():
        import_records(vault, [str(example / "records")], lambda _done, _of: None)
        bring(vault, newsroom_texts(today))
        _record(vault, moved(_RECORDED, today))
        write_papers(vault, settings, example / "drafts", today)
        receipted = str(vault / moved(_RECEIPTED, today))
        issue_receipt(receipted, Wanted("the museum's press office"), settings)


def newsroom_texts(today: date) -> dict[str, str]:
    """Return the records of `newsroom/` with every day in them moved, by their paths."""
    folder = example_folder() / "newsroom"
    return {str(one): moved(read_text(one), today) for one in sorted(folder.glob("*.record"))}


def moved(text: str, today: date) -> str:
    """Return a text with every day in it as far from today as it was from `WRITTEN_FOR`."""
    by = today - WRITTEN_FOR
    return _DAY.sub(lambda day: (date.fromisoformat(day[0]) + by).isoformat(), text)


def _record(vault: Path, talk: str) -> None:
    """Put a tape to a talk that is in the vault."""
    content = tape_of(read_record(vault / talk).turns)
    tape = begin_tape(vault, talk, MIME)
    for number, at in enumerate(range(0, len(content), _CHUNK_BYTES)):
        add_chunk(vault, tape, number, number * _CHUNK_MS, content[at : at + _CHUNK_BYTES])
