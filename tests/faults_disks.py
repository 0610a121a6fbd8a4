"""A disk of our own whose power can be cut, and one that can be full.

`Disk` is an ext4 file system in a file, mounted through a loop device. `cut` asks the kernel to
shut it down without flushing its journal (FS_IOC_SHUTDOWN with NOLOGFLUSH, as in the kernel's
include/uapi/linux/fs.h and fs/ext4/ioctl.c): every write that nobody synced is gone, every later
one fails, and the next mount replays the journal as after a power cut. What it is not: a drive that
lies about its cache, or one that tears a sector.

`small_disk` is a tmpfs of a few mebibytes. Both live in a mount namespace of the process that asked
for them (`in_own_mounts`), so that whatever ends that process also unmounts and frees everything.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32)
_NO_LOG_FLUSH = 2
_TRIES = 50
_OWN_MOUNTS = "GROUNDRULES_OWN_MOUNTS"


def _found(command: str) -> str | None:
    """Return where a command is, also one for administrators that the path does not lead to."""
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"))
    return shutil.which(command, path=path)


def cannot_mount() -> str:
    """Return why no disk can be mounted here, as the end of "not run: ..."; empty where one can."""
    if sys.platform != "linux":
        return "this is not Linux"
    if os.geteuid() != 0:
        return "this user is not root"
    missing = [name for name in ("unshare", "mount", "umount") if not _found(name)]
    return f"{missing[0]} is not installed" if missing else _refused(["true"])


def cannot_cut() -> str:
    """Return why no power can be cut here, as the end of "not run: ..."; empty where it can."""
    why = cannot_mount()
    if not why and not _found("mkfs.ext4"):
        why = "mkfs.ext4 is not installed"
    if not why and not Path("/dev/loop-control").exists():
        why = "there is no loop device"
    return why or _refused([sys.executable, __file__])


def _refused(command: list[str]) -> str:
    tried = subprocess.run([*_prefix(), *command], capture_output=True, text=True, check=False)
    lines = (tried.stderr or tried.stdout).strip().splitlines() or ["it ended without a word"]
    return f"mounting was refused ({lines[-1]})" if tried.returncode else ""


def _prefix() -> list[str]:
    return [_found("unshare") or "unshare", "--mount", "--propagation", "private"]


def in_own_mounts() -> None:
    """Go on in a mount namespace of our own: the process starts itself anew, once, inside of one.

    It is for the first line of a script's `main`, before anything is done.
    """
    if os.environ.get(_OWN_MOUNTS) != "yes":
        os.environ[_OWN_MOUNTS] = "yes"
        command = [*_prefix(), sys.executable, *sys.argv]
        os.execvp(command[0], command)  # noqa: S606 - this very script, without a shell


def _run(*command: str | Path) -> None:
    found = _found(str(command[0])) or str(command[0])
    done = subprocess.run([found, *command[1:]], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")


class Disk:
    """An ext4 file system in the file `image`, mounted at `root`."""

    def __init__(self, folder: Path, *, mebibytes: int = 64) -> None:
        """Make and mount it; `folder` must be there, and outside of the disk."""
        self.image = folder / "disk.img"
        self.root = folder / "disk"
        self.root.mkdir()
        with self.image.open("wb") as image:
            image.truncate(mebibytes << 20)
        _run("mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", self.image)
        self.mount()

    def mount(self) -> None:
        """Mount it, replaying its journal."""
        _run("mount", "-o", "loop", self.image, self.root)

    def unmount(self) -> None:
        """Unmount it; nothing may have a file of it open."""
        _run("umount", self.root)

    def cut(self) -> None:
        """Cut the power: what was not synced is gone, and every later write and sync fails."""
        descriptor = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
        finally:
            os.close(descriptor)

    def sync(self) -> None:
        """Put all that was written on the disk."""
        descriptor = os.open(self.root, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.sync()


def small_disk(root: Path, *, mebibytes: int) -> None:
    """Mount an empty tmpfs of that size at the folder `root`, which is made."""
    root.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={mebibytes}m", "none", root)


def unmount(root: Path) -> None:
    """Unmount what `small_disk` mounted; nothing may have a file of it open."""
    _run("umount", root)


def free_bytes(root: Path) -> int:
    """Return how many bytes an ordinary user may still write below `root`."""
    told = os.statvfs(root)
    return told.f_bavail * told.f_frsize


def fill(root: Path, *, leave: int) -> Path:
    """Take all room below `root` but `leave` bytes, by one file, and return it."""
    filler = root / "filler"
    with filler.open("wb") as stream:
        for _ in range(_TRIES):
            room = free_bytes(root) - leave
            with contextlib.suppress(OSError):  # somebody else took some of it meanwhile
                os.posix_fallocate(stream.fileno(), 0, max(1, room))
                break
    return filler


def _try() -> None:
    """Make, cut and mount a disk once: what `cannot_cut` asks in a namespace of its own."""
    import tempfile  # noqa: PLC0415 - only for this one question

    with tempfile.TemporaryDirectory() as folder:
        disk = Disk(Path(folder), mebibytes=8)
        disk.cut()
        disk.unmount()


if __name__ == "__main__":
    _try()
