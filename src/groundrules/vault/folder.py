"""The folder of a vault: what lies in it, and the public file that says so.

`office.vault/` belongs to its owner alone (0700). `vault.json` in it is public: it names the ledger
and how it may be unlocked, and holds no key. The ledger itself is `ledger.db` beside it, or a
database of PostgreSQL. The epoch key lies elsewhere, so that no copy of the folder has it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "groundrules vault"
VERSION = 1
SUFFIX = ".vault"

PUBLIC_FILE = "vault.json"
LEDGER_FILE = "ledger.db"
INDEX_FOLDER = "index"
EPOCH_FILE = "epoch.json"

SQLITE, POSTGRESQL = "sqlite", "postgresql"

_ID = re.compile(r"[0-9a-f]{32}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_USER_PASSWORD = re.compile(r"(://[^/@:]*):[^/@]*@")
_PARAMETER = re.compile(r"([?&])password=[^&]*&?", re.IGNORECASE)
_RESTORE = "restore the folder from a copy, or name another vault"


class Public(NamedTuple):
    """What `vault.json` holds.

    Attributes:
        ledger: the ledger's id, 32 hexadecimal digits.
        created: the day of the founding, YYYY-MM-DD in UTC.
        backend: `sqlite`, with `ledger.db` beside the file, or `postgresql`.
        url: of the database, without a password; "" for a file.
        slots: the ways in which it is unlocked, as the keys have them; none of them is a key.
    """

    ledger: str
    created: str
    backend: str
    url: str
    slots: dict[str, object]


def is_vault(path: Path | str) -> bool:
    """Tell whether a folder is a vault, by the file that it would have."""
    return os.path.isfile(os.path.join(path or ".", PUBLIC_FILE))  # noqa: PTH113, PTH118 - str or Path, and quick


def read_public(folder: Path) -> Public:
    """Return what the public file of a vault holds.

    Raises:
        BadInput: there is none, it cannot be read, or it is of another version.
    """
    from groundrules.readers.json_file import read_json  # noqa: PLC0415 - start-up time

    path = folder / PUBLIC_FILE
    if not is_vault(folder):
        remedy = "name a vault, or make one with groundrules vault init"
        raise BadInput(Fault(str(folder), "this is no vault", remedy))
    return _public(path, read_json(path))


def _public(path: Path, document: object) -> Public:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadInput(Fault(str(path), "this is not the file of a vault", _RESTORE))
    if document.get("v") != VERSION:
        message = "the vault is of another version of the format"
        raise BadInput(Fault(str(path), message, "open it with the groundrules that made it"))
    backend = document.get("backend")
    kind = backend.get("kind") if isinstance(backend, dict) else None
    url = backend.get("url", "") if isinstance(backend, dict) else None
    found = (document.get("ledger"), document.get("created"), kind, url)
    slots = document.get("slots")
    match found:
        case (str(ledger), str(created), "sqlite" | "postgresql" as known, str(address)) if (
            _ID.fullmatch(ledger) and _DAY.fullmatch(created) and isinstance(slots, dict)
        ):
            return Public(ledger, created, known, address, slots)
    raise BadInput(Fault(str(path), "something that a vault needs is missing in it", _RESTORE))


def write_public(folder: Path, public: Public, *, force: bool) -> None:
    """Write the public file of a vault, whole or not at all.

    Args:
        folder: the vault's.
        public: what it shall hold.
        force: replace the one that is there.

    Raises:
        BadInput: it is there already, or cannot be written.
    """
    import json  # noqa: PLC0415 - start-up time

    from groundrules.readers.writing import write_text  # noqa: PLC0415 - likewise

    backend = {"kind": public.backend} | ({"url": public.url} if public.url else {})
    document = {
        "format": FORMAT,
        "v": VERSION,
        "ledger": public.ledger,
        "created": public.created,
        "backend": backend,
        "slots": public.slots,
    }
    text = json.dumps(document, indent=2, ensure_ascii=False, sort_keys=False)
    write_text(folder / PUBLIC_FILE, f"{text}\n", force=force)


def without_password(url: str) -> str:
    """Return the address of a database as the public file has it: without a password."""
    return _PARAMETER.sub(r"\1", _USER_PASSWORD.sub(r"\1@", url)).rstrip("?&")


def ledger_path(folder: Path) -> Path:
    """Return where the encrypted file of a vault lies."""
    return folder / LEDGER_FILE


def index_path(folder: Path) -> Path:
    """Return where the index of a vault lies."""
    return folder / INDEX_FOLDER


def epoch_path(ledger: str, environment: Mapping[str, str]) -> Path:
    """Return where the epoch key of a ledger lies: outside of the vault and of its copies.

    Args:
        ledger: the ledger's id, hexadecimal.
        environment: the process's variables; `XDG_STATE_HOME` counts where it is an absolute path
            (XDG Base Directory Specification), and else it is `~/.local/state`.
    """
    given = environment.get("XDG_STATE_HOME", "")
    home = environment.get("HOME", "") or os.path.expanduser("~")  # noqa: PTH111 - the fallback alone
    state = Path(given) if os.path.isabs(given) else Path(home, ".local", "state")  # noqa: PTH117 - a string
    return state / "groundrules" / ledger / EPOCH_FILE
