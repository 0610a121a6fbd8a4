"""A file as we leave it behind: whole, or not there at all.

Every content is first written to a temporary file in the folder where it will stand, flushed to the
disk, and only then given its name. A new name is given by a hard link, which fails where the name
is taken, so that nothing is overwritten even if two runs race; a file system without hard links
gets a check and a rename. With `force` the rename replaces what was there in one step.

What is no file but leads somewhere, as `/dev/stdout` and a pipe do, is written into with `force`: a
rename would put a file in its place. So would it for a link, which is followed if it is ours.

Permissions follow `os.open`: 0600 for what may hold a protected word, 0644 for the rest.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import refused, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PRIVATE = 0o600
"""The owner reads and writes, nobody else: records."""

PUBLIC = 0o644
"""The owner writes, everybody reads: what holds no word of a talk."""

_WITHOUT_LINKS = frozenset(
    {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EXDEV}
)


class _Staged(NamedTuple):
    """A content that is on the disk under a temporary name, and the name that it is for."""

    temporary: Path
    target: Path


def write_text(path: Path, text: str, *, force: bool | None = None, mode: int = PRIVATE) -> None:
    """Write one text file as UTF-8, its line endings as they are, whole or not at all.

    Args:
        path: where it shall stand; its folder must exist.
        text: the whole content.
        force: replace a file that is there; None where nobody can ask for it.
        mode: the file's permissions.

    Raises:
        BadInput: the file is there and `force` is not given, or it cannot be written.
    """
    write_texts({path: text}, force=force, mode=mode)


def write_bytes(
    path: Path, content: bytes, *, force: bool | None = None, mode: int = PRIVATE
) -> None:
    """Write one file that is no text, whole or not at all.

    Args:
        path: where it shall stand; its folder must exist.
        content: the whole content.
        force: replace a file that is there; None where nobody can ask for it.
        mode: the file's permissions.

    Raises:
        BadInput: the file is there and `force` is not given, or it cannot be written.
    """
    _write_all({path: content}, force=force, mode=mode)


def write_texts(
    texts: Mapping[Path, str], *, force: bool | None = None, mode: int = PRIVATE
) -> None:
    """Write several text files: all of them, or, where one fails, none that was not there before.

    Args:
        texts: path to content; the folders must exist.
        force: replace files that are there; None where nobody can ask for it.
        mode: the permissions of each.

    Raises:
        BadInput: with every file that is in the way, or with the one that could not be written.
    """
    _write_all(texts, force=force, mode=mode)


def _write_all(contents: Mapping[Path, str | bytes], *, force: bool | None, mode: int) -> None:
    refuse_taken(contents, force=force)
    encoded = {path: _encoded(path, content) for path, content in contents.items()}
    staged: list[_Staged] = []
    try:
        for path, content in encoded.items():
            if not _is_stream(path):
                staged.append(_stage(_led_to(path) if force else path, content, mode))
        _publish_all(staged, force=force)
        for path, content in encoded.items():
            if _is_stream(path):
                _pour(path, content)
    finally:
        for one in staged:
            one.temporary.unlink(missing_ok=True)


def refuse_taken(paths: Iterable[Path], *, force: bool | None = None) -> None:
    """Refuse files that could not be written, before anything is.

    Args:
        paths: where they shall stand.
        force: those that are there are to be replaced; None where nobody can ask for it.

    Raises:
        BadInput: with every file that is there and not to be replaced, that is a folder, or whose
            folder is not there.
    """
    faults = []
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - unlike Path's own, it never raises
            faults.append(Fault(shown(path), "this is a folder", "name a file"))
        elif not force and os.path.lexists(path):
            faults.append(_in_the_way(path, force))
        elif not os.path.isdir(path.parent):  # noqa: PTH112 - likewise
            faults.append(Fault(shown(path), "its folder is not there", "make the folder first"))
    if faults:
        raise BadInput(*faults)


def _in_the_way(path: Path, force: bool | None) -> Fault:  # noqa: FBT001 - as it was given
    remedy = "name another" if force is None else "name another, or overwrite it with --force"
    return Fault(shown(path), "the file is there already", remedy)


def _encoded(path: Path, content: str | bytes) -> bytes:
    try:
        return content.encode() if isinstance(content, str) else content
    except UnicodeEncodeError:
        message = "the text holds half of a surrogate pair, which is no character"
        raise BadInput(Fault(shown(path), message, "mend what it was made from")) from None


def _is_stream(path: Path) -> bool:
    """Tell whether something is there that is no file and no folder: a device, a pipe."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _pour(path: Path, content: bytes) -> None:
    try:
        with path.open("wb") as stream:
            stream.write(content)
    except OSError as error:
        raise refused(shown(path), error) from None


def _led_to(path: Path) -> Path:
    """Return what a link leads to, and any other path as it is.

    One that another user put there is not followed: it may lead to a file of ours.
    """
    if not path.is_symlink() or not path.exists():
        return path
    ours = os.name != "posix" or path.lstat().st_uid in (0, os.geteuid())
    return path.resolve() if ours else path


def _stage(path: Path, content: bytes, mode: int) -> _Staged:
    temporary = path.with_name(f".{os.urandom(8).hex()}.part")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        try:
            with open(descriptor, "wb") as stream:  # noqa: PTH123 - Path opens no descriptor
                stream.write(content)
                stream.flush()
                os.fsync(descriptor)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise refused(shown(path), error) from None
    return _Staged(temporary, path)


def _publish_all(staged: list[_Staged], *, force: bool | None) -> None:
    new: list[Path] = []
    try:
        for one in staged:
            _publish(one, force=force)
            if not force:
                new.append(one.target)
    except BaseException:
        for target in new:
            target.unlink(missing_ok=True)
        raise
    for folder in {one.target.parent for one in staged}:
        _flush_folder(folder)


def _publish(one: _Staged, *, force: bool | None) -> None:
    try:
        if force:
            one.temporary.replace(one.target)
        else:
            _give_new_name(one)
    except FileExistsError:
        raise BadInput(_in_the_way(one.target, force)) from None
    except OSError as error:
        raise refused(shown(one.target), error) from None


def _give_new_name(one: _Staged) -> None:
    try:
        os.link(one.temporary, one.target)
    except OSError as error:
        if error.errno not in _WITHOUT_LINKS:
            raise
        if os.path.lexists(one.target):
            raise FileExistsError(errno.EEXIST, "exists", str(one.target)) from None
        one.temporary.rename(one.target)


def _flush_folder(folder: Path) -> None:
    # A name is safe once its folder is on the disk. Where folders cannot be flushed, nothing more
    # can be done, and the file itself is there.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
