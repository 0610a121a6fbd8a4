"""The epoch keys of a vault, in a file of their own outside of the ledger and of its backups.

Every wrap has an outer layer under the key of its epoch. When something is shredded, a new epoch
begins: all wraps that shall last are renewed, and the old key goes. What was shredded is then shut
in every backup too, whoever has the members' keys.

A change has three steps: (1) the file gets the new key beside the old one, (2) every wrap is
renewed in one transaction, (3) the file loses the old key. A crash in between leaves a file that
opens everything, and `resume` goes on where it ended.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from groundrules.errors import BadInput, Fault
from groundrules.keys import private_file
from groundrules.keys.documents import loaded
from groundrules.keys.epoch_key import EpochKey, EpochKeys
from groundrules.keys.secret import Secret
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = [
    "EpochKey",
    "EpochKeys",
    "begin",
    "bring_back",
    "held",
    "is_settled",
    "read",
    "resume",
    "rotate",
]

VERSION = 1


def begin(path: Path, ledger: str) -> EpochKeys:
    """Make the key of the first epoch, and keep it.

    Args:
        path: the file; its folder is made where it is missing.
        ledger: the ledger's id, hexadecimal.

    Raises:
        BadInput: there is a file already, or it cannot be written.
    """
    keys = EpochKeys(EpochKey(1, Secret.new()))
    bring_back(path, ledger, keys)
    return keys


def bring_back(path: Path, ledger: str, keys: EpochKeys) -> None:
    """Keep keys that were kept elsewhere, where there are none.

    Args:
        path: the file; its folder is made where it is missing.
        ledger: the ledger's id, hexadecimal.
        keys: what it shall hold.

    Raises:
        BadInput: there is a file already, or it cannot be written.
    """
    with private_file.locked(path, alone=True):
        if path.exists():
            message = "there is an epoch key already"
            raise BadInput(Fault(str(path), message, "open the vault that it belongs to"))
        _keep(path, ledger, keys)


def read(path: Path, ledger: str) -> EpochKeys:
    """Return the keys as they are at this moment.

    Raises:
        BadInput: the file is missing, damaged, another vault's, or others may read it.
    """
    content = private_file.read(path)
    try:
        value = _sound(loaded(content, VERSION))
        belongs = value["ledger"] == ledger
        keys = EpochKeys(_key(value["current"]), _previous(value))
    except (ValueError, KeyError, TypeError, AttributeError):
        message = "the epoch key is damaged, or written by a later version"
        raise BadInput(Fault(str(path), message, "bring it back from where it was kept")) from None
    if not belongs:
        raise BadInput(Fault(str(path), "this epoch key is another vault's", "name the right one"))
    return keys


@contextmanager
def held(path: Path, ledger: str) -> Iterator[EpochKeys]:
    """Give the keys, and keep anybody from changing them meanwhile.

    Whoever writes wraps does it inside: a wrap made with a key that goes at the same moment would
    open never more.

    Raises:
        BadInput: as `read` does.
    """
    with private_file.locked(path, alone=False):
        yield read(path, ledger)


def is_settled(path: Path, ledger: str) -> bool:
    """Tell whether no change was interrupted; where one was, `resume` must be called.

    Raises:
        BadInput: as `read` does.
    """
    return read(path, ledger).previous is None and private_file.is_clear(path)


def rotate(path: Path, ledger: str, renew: Callable[[EpochKeys], None]) -> EpochKeys:
    """Begin a new epoch; where a change was interrupted, finish that one.

    Args:
        path: the file.
        ledger: the ledger's id, hexadecimal.
        renew: renews every wrap that is not of the current epoch, all or none of them. It may be
            called again after a crash, when all of them are.

    Returns:
        The new keys, without the old one.

    Raises:
        BadInput: as `read` does, or the file cannot be written.
    """
    with private_file.locked(path, alone=True):
        keys = read(path, ledger)
        if keys.previous is None:
            new = EpochKey(keys.current.number + 1, Secret.new())
            keys = EpochKeys(new, keys.current)
            _keep(path, ledger, keys)
        return _finished(path, ledger, keys, renew)


def resume(path: Path, ledger: str, renew: Callable[[EpochKeys], None]) -> EpochKeys:
    """Finish a change that was interrupted; where none was, nothing happens.

    Args:
        path: the file.
        ledger: the ledger's id, hexadecimal.
        renew: as for `rotate`.

    Raises:
        BadInput: as `read` does, or the file cannot be written.
    """
    with private_file.locked(path, alone=True):
        keys = read(path, ledger)
        if keys.previous is None and private_file.is_clear(path):
            return keys
        return _finished(path, ledger, keys, renew)


def _finished(
    path: Path, ledger: str, keys: EpochKeys, renew: Callable[[EpochKeys], None]
) -> EpochKeys:
    if keys.previous is not None:
        renew(keys)
    keys = EpochKeys(keys.current)
    _keep(path, ledger, keys)
    return keys


def _keep(path: Path, ledger: str, keys: EpochKeys) -> None:
    value: dict[str, object] = {"v": VERSION, "ledger": ledger, "current": _written(keys.current)}
    if keys.previous is not None:
        value["previous"] = _written(keys.previous)
    value["digest"] = _digest(value)
    private_file.replace(path, canonical(value) + b"\n")


def _written(key: EpochKey) -> dict[str, object]:
    return {"epoch": key.number, "key": key.secret.reveal().hex()}


def _sound(value: dict[str, Any]) -> dict[str, Any]:
    if value.pop("digest") != _digest(value):
        raise ValueError("damaged")
    return value


def _previous(value: dict[str, Any]) -> EpochKey | None:
    return _key(value["previous"]) if "previous" in value else None


def _key(value: dict[str, Any]) -> EpochKey:
    number = value["epoch"]
    if type(number) is not int or number < 1:
        raise ValueError("no epoch")
    return EpochKey(number, Secret(bytes.fromhex(value["key"])))


def _digest(value: object) -> str:
    """Return what tells accidental damage: a key of 256 bits is not found from its digest."""
    return hashlib.sha256(canonical(value)).hexdigest()
