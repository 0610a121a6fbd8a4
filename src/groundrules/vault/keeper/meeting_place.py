"""The place where a command and a keeper meet: a socket in a folder that only its owner enters.

The folder is `$XDG_RUNTIME_DIR/groundrules`, or `/tmp/groundrules-<uid>` where that is not set or
not there. It is opened once, looked at through what was opened, and from there the socket is
reached (on Linux through `/proc/self/fd`): nobody can put another folder in its place meanwhile.

The socket is called after the folder of the vault by two numbers, so that a list of files names
nothing.
Beside it lies an empty file that keeper and children hold locked for as long as one of them lives.
"""

from __future__ import annotations

import fcntl
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_NOWHERE = "nowhere"
_SOCKET = "socket"
_OPEN_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_OPEN_LOCK = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
_DESCRIPTORS = "/proc/self/fd"
_OTHERS = 0o077


class MeetingPlace(NamedTuple):
    """A folder that was opened and found to be ours alone, and the name of a vault in it.

    Attributes:
        folder: where it is.
        descriptor: the opened folder.
        name: the name of the socket and of the lock, without what they end in.
    """

    folder: str
    descriptor: int
    name: str

    @property
    def socket_name(self) -> str:
        """Return the name of the socket in its folder."""
        return f"{self.name}.{_SOCKET}"

    @property
    def address(self) -> str:
        """Return what the socket is bound and connected to.

        The address of a socket has room for some hundred bytes, which a folder may fill; through
        its descriptor every folder is short.
        """
        folder = self.folder
        if os.path.isdir(_DESCRIPTORS):  # noqa: PTH112 - start-up time: no Path
            folder = f"{_DESCRIPTORS}/{self.descriptor}"
        return f"{folder}/{self.socket_name}"

    def identity(self) -> tuple[int, int] | None:
        """Return which file the socket is; None where there is none."""
        try:
            found = os.stat(self.socket_name, dir_fd=self.descriptor, follow_symlinks=False)
        except FileNotFoundError:
            return None
        return (found.st_dev, found.st_ino)

    def clear(self) -> None:
        """Remove the socket, if there is one."""
        try:
            os.unlink(self.socket_name, dir_fd=self.descriptor)
        except FileNotFoundError:
            return

    def locked(self) -> int | None:
        """Return a descriptor that holds the lock; None where somebody else holds it."""
        lock = os.open(f"{self.name}.lock", _OPEN_LOCK, 0o600, dir_fd=self.descriptor)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        return lock

    def close(self) -> None:
        """Close the folder."""
        os.close(self.descriptor)


def name_of(vault: Path) -> str:
    """Return what the socket of a vault is called: the numbers that the system has for its folder.

    They are the same by whatever path it is reached, and to hash the path would take a library that
    takes longer to load than all else here.
    """
    try:
        found = os.stat(vault)  # noqa: PTH116 - start-up time: no Path
    except OSError:
        return _NOWHERE
    return f"{found.st_dev:x}-{found.st_ino:x}"


def place_to_keep(vault: Path, environment: Mapping[str, str]) -> MeetingPlace:
    """Return where the keeper of a vault listens; the folder is made where it is missing.

    Raises:
        BadInput: the folder is somebody else's, open to others, or no folder.
    """
    folder = next(_folders(environment))
    try:
        os.mkdir(folder, 0o700)  # noqa: PTH102 - start-up time: no Path
    except FileExistsError:
        pass
    except OSError as error:
        message = f"the folder for the keeper's socket cannot be made ({error.strerror})"
        raise BadInput(Fault(folder, message, "set XDG_RUNTIME_DIR to a folder of yours")) from None
    found = _opened(folder, name_of(vault))
    assert found  # noqa: S101 - it was just made, and removing it meanwhile ends in no harm
    return found


def places_to_ask(vault: Path, environment: Mapping[str, str]) -> Iterator[MeetingPlace]:
    """Yield where a keeper of a vault may listen; the caller closes each.

    A keeper that was started where XDG_RUNTIME_DIR was not set is found where it is, and the other
    way round.

    Raises:
        BadInput: a folder is somebody else's, open to others, or no folder.
    """
    for folder in _folders(environment):
        found = _opened(folder, name_of(vault))
        if found:
            yield found


def places_in_use(environment: Mapping[str, str]) -> Iterator[MeetingPlace]:
    """Yield every place where a socket stands, whichever vault it is for; the caller closes each.

    Raises:
        BadInput: a folder is somebody else's, open to others, or no folder.
    """
    for folder in _folders(environment):
        there = sorted(os.listdir(folder)) if os.path.isdir(folder) else []  # noqa: PTH112, PTH208 - no Path
        for name in there:
            stem, _, ending = name.partition(".")
            found = _opened(folder, stem) if ending == _SOCKET else None
            if found:
                yield found


def _folders(environment: Mapping[str, str]) -> Iterator[str]:
    run = environment.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(run) and os.path.isdir(run):  # noqa: PTH112, PTH117 - start-up time: no Path
        yield f"{run}/groundrules"
    yield f"/tmp/groundrules-{os.geteuid()}"  # noqa: S108 - looked at, through what was opened


def _opened(folder: str, name: str) -> MeetingPlace | None:
    try:
        descriptor = os.open(folder, _OPEN_FOLDER)
    except FileNotFoundError:
        return None
    except OSError:
        raise _refused(folder, "is no folder, or one that cannot be entered") from None
    found = os.fstat(descriptor)
    if found.st_uid != os.geteuid():
        os.close(descriptor)
        raise _refused(folder, "belongs to somebody else")
    if stat.S_IMODE(found.st_mode) & _OTHERS:
        os.close(descriptor)
        raise _refused(folder, "can be entered by others")
    return MeetingPlace(folder, descriptor, name)


def _refused(folder: str, why: str) -> BadInput:
    remedy = "have it removed, or set XDG_RUNTIME_DIR to a folder that only you can enter"
    return BadInput(Fault(folder, f"what should hold the keeper's socket {why}", remedy))
