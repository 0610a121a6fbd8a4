"""The invented newsroom, in a vault that is there for as long as somebody explores it."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.config.settings import settle
from groundrules.desk.vault_founding import NewMember, found_vault
from groundrules.desk.vault_moves import import_records
from groundrules.desk.vault_proving import unlock_with

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.config.settings import Settings

PASSPHRASE = "an invented newsroom by the harbor"  # noqa: S105 - of a vault that holds nobody's words
EDITOR = "Ana Ruiz"


def example_folder() -> Path:
    """Return the folder of the invented newsroom, as it comes with the program."""
    installed = Path(__file__).parents[1] / "examples"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "examples"


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
    example = example_folder()
    import_records(vault, [str(example / "records")], lambda _done, _of: None)
    return settle(example, {"records": (str(vault),)}, os.environ)
