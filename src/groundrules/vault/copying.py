"""Copies of a vault, and of its epoch key, which are kept apart from each other.

A copy of the vault has everything but the epoch key: without it no wrap opens, so that what is
shredded later is shut in the copies that were made before. The epoch key has a copy of its own, in
a file that opens only with a member's keys, and that is worth nothing once a new epoch has begun.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys import epoch
from groundrules.keys.bundle import DATABASE
from groundrules.keys.documents import loaded
from groundrules.keys.envelope import Header, Unopenable, opened, seal
from groundrules.keys.epoch_key import EpochKey, EpochKeys
from groundrules.keys.secret import Secret
from groundrules.ledger.entries import HOUSE
from groundrules.ledger.places import Place
from groundrules.proofs.canonical import canonical
from groundrules.vault import founding
from groundrules.vault.folder import SQLITE, epoch_path, ledger_path, read_public, write_public
from groundrules.vault.founding import staged
from groundrules.vault.moves_answers import Copied

if TYPE_CHECKING:
    from groundrules.keys.bundle import Bundle
    from groundrules.vault.founding import Surroundings
    from groundrules.vault.opened import Vault

EPOCH_FORMAT = "groundrules epoch copy"
_VERSION = 1
_PART = "epoch"


def back_up(vault: Vault, folder: str) -> Copied:
    """Copy a vault, as it is at one moment, into a folder that is a vault itself.

    The index does not come along: it is built anew where the copy is used.

    Args:
        vault: the vault.
        folder: where the copy shall stand, from the root on; nothing is there yet.

    Raises:
        BadInput: something is there already, or it cannot be written; then nothing is left behind.
    """
    key = vault.bundle.secrets.get(DATABASE)
    if key is None:
        message = "the ledger lies on a server, which is backed up with the server's own means"
        remedy = "use pg_basebackup or pg_dump, and keep a copy of the epoch key apart"
        raise BadInput(Fault(str(vault.folder), message, remedy))
    public = read_public(vault.folder)
    with staged(Path(folder)) as stage:
        vault.ledger.backup(Place.file(ledger_path(stage), key.reveal()))
        write_public(stage, public._replace(backend=SQLITE, url=""), force=False)
        size = sum(one.stat().st_size for one in stage.iterdir())
    entries = sum(head.version for head in vault.ledger.heads())
    return Copied(folder, size, entries, vault.epoch.current.number)


def epoch_copy(vault: Vault) -> str:
    """Return the epoch key as a file that opens with what unlocks the vault, and not without.

    Returns:
        Canonical JSON on one line.
    """
    key = vault.epoch.current
    sealed = seal(_document(key), vault.bundle.key, _header(vault.ledger.id, key.number))
    document = {
        "format": EPOCH_FORMAT,
        "v": _VERSION,
        "ledger": vault.ledger.id,
        "epoch": key.number,
        "sealed": sealed.hex(),
    }
    return canonical(document).decode() + "\n"


def restore(
    copy: Path, folder: Path, epoch_file: Path, bundle: Bundle, surroundings: Surroundings
) -> None:
    """Make a vault of a copy and of the epoch key that was kept apart from it.

    Args:
        copy: the folder of the copy.
        folder: where the vault shall stand; nothing is there yet.
        epoch_file: what `epoch_copy` gave.
        bundle: what one of the copy's slots holds.
        surroundings: the process that restores it.

    Raises:
        BadInput: something is there already; the epoch key is damaged, another vault's, or of
            another epoch than the copy; or it cannot be written. Then nothing is left behind.
    """
    public = read_public(copy)
    key = _read_epoch(epoch_file, public.ledger, bundle)
    path = epoch_path(public.ledger, surroundings.environment)
    with staged(folder) as stage:
        for one in (ledger_path(copy), copy / "vault.json"):
            shutil.copyfile(one, stage / one.name)
            (stage / one.name).chmod(0o600)
        made = not path.exists()
        if made:
            epoch.bring_back(path, public.ledger, key)
        try:
            _refuse_shut(founding.opened(stage, bundle, surroundings), epoch_file)
        except BaseException:
            if made:
                path.unlink(missing_ok=True)
            raise


def _refuse_shut(vault: Vault, epoch_file: Path) -> None:
    """Refuse a vault whose house does not open with the epoch key that there is.

    Raises:
        BadInput: it does not.
    """
    try:
        vault.secret(HOUSE, "house")
    except Unopenable:
        message = "this key is of another epoch than the copy of the vault"
        remedy = (
            "name the copy of the epoch key that was made with it, or a later copy of the vault"
        )
        raise BadInput(Fault(str(epoch_file), message, remedy)) from None
    finally:
        vault.ledger.close()


def _read_epoch(path: Path, ledger: str, bundle: Bundle) -> EpochKeys:
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - only to restore

    try:
        value = loaded(read_text(path).encode(), _VERSION)
        number = int(value["epoch"])
        if value["format"] != EPOCH_FORMAT or value["ledger"] != ledger:
            raise BadInput(Fault(str(path), "this is another vault's", "name the right one"))
        document = opened(bytes.fromhex(value["sealed"]), bundle.key, _header(ledger, number))
        secret = Secret(bytes.fromhex(loaded(document, _VERSION)["key"]))
    except (ValueError, KeyError, TypeError, Unopenable):
        message = "this is no copy of an epoch key, or it is damaged or another member's"
        raise BadInput(Fault(str(path), message, "name the right file")) from None
    return EpochKeys(EpochKey(number, secret))


def _document(key: EpochKey) -> bytes:
    return canonical({"v": _VERSION, "epoch": key.number, "key": key.secret.reveal().hex()})


def _header(ledger: str, number: int) -> Header:
    return Header(ledger, HOUSE.hex(), number, _PART)
