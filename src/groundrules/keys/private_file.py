"""A file that holds keys: its owner's alone, whole or not there, and overwritten when it goes.

What is written goes first into `NAME.part`, which then takes the name. What stood there is kept as
`NAME.old` until its bytes are overwritten, so that a crash leaves no key under a name that nobody
looks at. Overwriting reaches the bytes as far as the file system writes in place; a copy that it
or the drive made for itself lies beyond any program.
"""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MODE = 0o600
_FOLDER_MODE = 0o700
_OTHERS = 0o077
_LIMIT = 1 << 20
_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0)  # a pipe in the place of the file would keep us


def replace(path: Path, content: bytes) -> None:
    """Put a content in the place of what stood there, and overwrite that.

    Args:
        path: the file; its folder is made where it is missing. Nobody else may write it meanwhile.
        content: all of it.

    Raises:
        BadInput: it cannot be written; what stood there still does.
    """
    part = _beside(path, ".part")
    try:
        path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        clear(path)
        _write(part, content)
        _set_aside(path)
        part.replace(path)
        _flush_folder(path.parent)
        clear(path)
    except OSError as error:
        raise _refused(path, error) from None


def clear(path: Path) -> None:
    """Overwrite and remove what an interrupted writer left beside a file.

    Raises:
        OSError: it cannot be.
    """
    for name in (".part", ".old"):
        left = _beside(path, name)
        if os.path.lexists(left):
            _overwrite(left, sparing=path)
            left.unlink()


def is_clear(path: Path) -> bool:
    """Tell whether no interrupted writer left anything beside a file."""
    return not any(os.path.lexists(_beside(path, name)) for name in (".part", ".old"))


def read(path: Path) -> bytes:
    """Return the content of a file that nobody else may read.

    Raises:
        BadInput: it is not there, cannot be read, or others may read it.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _WITHOUT_WAITING)
        try:
            _refuse_shared(path, os.fstat(descriptor))
            return os.read(descriptor, _LIMIT)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise _refused(path, error) from None


@contextlib.contextmanager
def locked(path: Path, *, alone: bool) -> Iterator[None]:
    """Hold a file's lock, `NAME.lock`; it waits for as long as others hold it.

    Args:
        path: the file that is guarded.
        alone: nobody else may hold it; else only nobody who would hold it alone.

    Raises:
        BadInput: the lock cannot be made.
    """
    import fcntl  # noqa: PLC0415 - Windows has none, and the vault refuses it before

    try:
        path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        descriptor = os.open(_beside(path, ".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _MODE)
    except OSError as error:
        raise _refused(path, error) from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
    with open(descriptor, "wb") as stream:  # noqa: PTH123 - Path opens no descriptor
        stream.write(content)
        stream.flush()
        os.fsync(descriptor)


def _set_aside(path: Path) -> None:
    # Without hard links the old bytes are only let go; there is nothing better to be done.
    with contextlib.suppress(OSError):
        os.link(path, _beside(path, ".old"))


def _overwrite(left: Path, sparing: Path) -> None:
    """Overwrite a file, unless it is what now stands under the name that is to be spared."""
    if left.is_symlink() or (sparing.exists() and left.samefile(sparing)):
        return
    with left.open("r+b") as stream:
        stream.write(bytes(left.stat().st_size))
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_shared(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise BadInput(Fault(str(path), "this is no ordinary file", "put the key file here"))
    if os.name == "posix" and status.st_mode & _OTHERS:
        message = "others than its owner may read this key"
        raise BadInput(Fault(str(path), message, f"chmod 600 {path}"))


def _refused(path: Path, error: OSError) -> BadInput:
    if isinstance(error, FileNotFoundError):
        message, remedy = "the file is not there", "bring it back from where it was kept"
    else:
        message = f"it cannot be used: {error.strerror or type(error).__name__}"
        remedy = "look at the permissions and the room left where it lies"
    return BadInput(Fault(str(path), message, remedy))
