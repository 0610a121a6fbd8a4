"""The folder of an index: where it is, what lies in it, and with which key it is read.

There is one index for each set of records that is checked together, in the order in which they
are named, since what a statement is worth as evidence hangs on all that was said. Its folder's
name is a keyed digest of the paths, so that it tells nothing of them.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.records.record_places import vault_among
from groundrules.desk.setup.project_folder import ARCHIVE, FOLDER, INDEXES, has_indexes, home_of
from groundrules.desk.setup.project_key import ProjectKey
from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groundrules.config.settings import Settings

KEY = ProjectKey(
    "index.key",
    "GROUNDRULES_INDEX_KEY",
    "an index",
    ("/index/", "/archive/"),
    "put back the key with which the index was built; or remove the file, and build it anew",
)

LEDGER, CARDS = "ledger", "cards.sqlite"
"""What lies in the folder of an index."""

_WHOLE = "whole"
"""The folder of the index of all that is in a vault, however that is called."""

_ABOVE = 3
"""In so many folders, upwards from that of an index, its key is looked for."""


class IndexFolder(NamedTuple):
    """Where an index lies, or would lie, and the secret that its fingerprints are keyed with."""

    path: Path
    secret: bytes

    @property
    def ledger(self) -> Path:
        """Return the folder of the fingerprints."""
        return self.path / LEDGER

    @property
    def cards(self) -> Path:
        """Return the file of the cards."""
        return self.path / CARDS

    @property
    def home(self) -> Path:
        """Return the vault, or the folder of the project's own, in which it lies."""
        return next(one for one in self.path.parents if one.name == FOLDER or is_vault(one))

    def make(self) -> None:
        """Make the folder, for its owner alone, and keep it out of repositories.

        Raises:
            OSError: it cannot be made.
        """
        if not is_vault(self.home):
            KEY.guard(self.home)
        for folder in (self.path.parent, self.path):
            folder.mkdir(mode=0o700, exist_ok=True)

    @property
    def is_built(self) -> bool:
        """Tell whether there is an index, whole or damaged."""
        return self.ledger.exists() or self.cards.exists()


def index_of(
    records: Iterable[Path | str], settings: Settings, environment: Mapping[str, str]
) -> IndexFolder:
    """Return where the index of some records lies or would lie; its key is made if need be.

    Raises:
        BadInput: the key that is there is none, or one cannot be kept; or a vault is locked.
    """
    records = tuple(records)
    vault = vault_among(records)
    if vault:
        return _in_vault(vault, records)
    home = home_of(settings)
    secret = KEY.of(home.parent, environment)
    return IndexFolder(home / INDEXES / _name(records, home, secret), secret)


def index_there(
    records: Iterable[Path | str], settings: Settings, environment: Mapping[str, str]
) -> IndexFolder | None:
    """Return where the index of some records lies; None where none has been built.

    Raises:
        BadInput: there are indexes, and what is there for their key is none; or a vault is locked.
    """
    records = tuple(records)
    vault = vault_among(records)
    if vault:
        inside = _in_vault(vault, records) if (vault / INDEXES).is_dir() else None
        return inside if inside and inside.is_built else None
    home = home_of(settings)
    secret = _secret_there(home, environment) if has_indexes(settings) else None
    if not secret:
        return None
    found = IndexFolder(home / INDEXES / _name(records, home, secret), secret)
    return found if found.is_built else None


def archive_there(settings: Settings, environment: Mapping[str, str]) -> IndexFolder | None:
    """Return where the index of the outlet's own archive lies; None where none has been built.

    Raises:
        BadInput: what is there for the key is none.
    """
    home = home_of(settings)
    secret = _secret_there(home, environment) if (home / ARCHIVE).is_dir() else None
    found = archive_of(settings, secret) if secret else None
    return found if found and found.is_built else None


def archive_of(settings: Settings, secret: bytes) -> IndexFolder:
    """Return where the index of the outlet's own archive lies or would lie."""
    return IndexFolder(home_of(settings) / ARCHIVE, secret)


def sealed_indexes(folder: Path, environment: Mapping[str, str]) -> tuple[IndexFolder, ...]:
    """Return the indexes in a folder that somebody has been given without the records.

    Args:
        folder: the folder of one index, or of several, or the one above.
        environment: the process's variables.

    Raises:
        BadInput: there is none, or no key for it.
    """
    found = tuple(_ledgers(folder))
    if not found:
        message = "there is no index in this folder"
        raise BadInput(Fault(str(folder), message, f"name a folder such as {FOLDER}/{INDEXES}"))
    near = (folder, *list(folder.absolute().parents)[:_ABOVE])
    secret = KEY.given(environment) or next(
        filter(None, (KEY.kept(one / KEY.file) for one in near)), None
    )
    if not secret:
        remedy = f"give it in {KEY.variable}, or put {KEY.file} beside the index"
        raise BadInput(Fault(str(folder), "the key of the index is not there", remedy))
    return tuple(IndexFolder(one, secret) for one in found)


def _in_vault(vault: Path, records: Sequence[Path | str]) -> IndexFolder:
    """Return where an index lies whose records are in a vault, all of them or some.

    It lies in the vault, and its key is one of the vault's own.
    """
    with door_of(vault) as door:
        secret = bytes.fromhex(door.ask(str, "index_secret"))
    is_whole = [os.fspath(one) for one in records] == [os.fspath(vault)]
    name = _WHOLE if is_whole else _name(records, vault, secret)
    return IndexFolder(vault / INDEXES / name, secret)


def _secret_there(home: Path, environment: Mapping[str, str]) -> bytes | None:
    return KEY.given(environment) or KEY.kept(home / KEY.file)


def _ledgers(folder: Path) -> Iterator[Path]:
    for within in (folder, folder / INDEXES, folder / FOLDER / INDEXES):
        if (within / LEDGER).is_dir():
            yield within
        elif within.is_dir():
            below = sorted(one for one in within.iterdir() if (one / LEDGER).is_dir())
            yield from (one for one in below if one.name != ARCHIVE)


def _name(records: Iterable[Path | str], home: Path, secret: bytes) -> str:
    """Return a digest of the paths of records, as they are from the project's folder."""
    from groundrules.desk.indexing.codes import Coder  # noqa: PLC0415 - start-up time

    base = os.path.realpath(home.parent)
    paths = [_relative(os.path.realpath(one), base) for one in records]
    return Coder(secret).stamp("\0".join(paths))[:16]


def _relative(path: str, base: str) -> str:
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # on another drive
        return path
