"""Copies of a vault, and of its epoch key, which are kept apart from each other.

A copy of the vault has everything but the epoch key: without it no wrap opens, so that what is
shredded later is shut in the copies that were made before. The epoch key has a copy of its own, in
a file that opens only with a member's keys, and that is worth nothing once a new epoch has begun.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys import epoch
from groundrules.keys.bundle import DATABASE
from groundrules.keys.documents import loaded
from groundrules.keys.envelope import Header, Unopenable, opened, seal
from groundrules.keys.epoch_key import EpochKey, EpochKeys
from groundrules.keys.secret import Secret
from groundrules.keys.wraps import unwrapped
from groundrules.ledger.entries import HOUSE
from groundrules.ledger.places import Place
from groundrules.proofs.canonical import canonical
from groundrules.vault import founding
from groundrules.vault.folder import SQLITE, epoch_path, ledger_path, read_public, write_public
from groundrules.vault.founding import staged
from groundrules.vault.moves_answers import Copied
from groundrules.vault.opened import OF_THE_HOUSE, not_yours

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
            another epoch than the copy; the machine has one of another epoch; or it cannot be
            written. Then nothing is left behind.
    """
    public = read_public(copy)
    key = _read_epoch(epoch_file, public.ledger, bundle)
    path = epoch_path(public.ledger, surroundings.environment)
    with staged(folder) as stage:
        for one in (ledger_path(copy), copy / "vault.json"):
            shutil.copyfile(one, stage / one.name)
            (stage / one.name).chmod(0o600)
        vault = founding.opened(stage, bundle, surroundings)
        with closing(vault.ledger):
            _refuse_unfit(vault, key.current, epoch_file)
        if path.exists():
            _refuse_other(path, public.ledger, key.current)
        else:
            epoch.bring_back(path, public.ledger, key)


def _refuse_unfit(vault: Vault, key: EpochKey, epoch_file: Path) -> None:
    """Refuse an epoch key that does not open the copy of the vault with which it is named.

    Raises:
        BadInput: it does not, or the copy has nothing for the member.
    """
    mine = bytes.fromhex(vault.member.card.id)
    wrapped = next(vault.ledger.wraps(mine, HOUSE, OF_THE_HOUSE), None)
    if wrapped is None:
        raise not_yours(vault, OF_THE_HOUSE)
    needed = vault.context(wrapped)
    try:
        unwrapped(wrapped.sealed, vault.member, needed._replace(epoch=key.number), key)
    except Unopenable:
        which = "another one" if needed.epoch == key.number else f"that of epoch {needed.epoch}"
        message = f"this is a key of epoch {key.number}, and the copy of the vault needs {which}"
        remedy = "name the copy of the epoch key that was made with it, or another of the vault"
        raise BadInput(Fault(str(epoch_file), message, remedy)) from None


def _refuse_other(path: Path, ledger: str, key: EpochKey) -> None:
    """Refuse a copy that does not open with the epoch key that the machine has already.

    Raises:
        BadInput: it does not, or that key is damaged.
    """
    keys = epoch.read(path, ledger)
    if key in (keys.current, keys.previous):
        return
    here = keys.current.number
    message = f"this machine has the vault's key of epoch {here}, and the copy is of {key.number}"
    remedy = "restore a copy of the vault that was made since: what was shredded stays shut here"
    if here <= key.number:
        remedy = "move this file away first; the vault that it belongs to opens no more then"
    raise BadInput(Fault(str(path), message, remedy))


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
