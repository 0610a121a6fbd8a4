"""A vault's whole life on a disk of its own, and then the raw bytes of that disk.

python tests/soak/soak_residue.py [--runs 3]

It needs Linux, root and a loop device. The disk is mounted so that every write is on it at once:
also a file that lives for a moment, and one without a name, leaves what was in it. After founding,
importing, checking, amending, exporting, locking and shredding it is unmounted, and its image is
searched for words, names, conversations and the passphrase in six encodings, and for the epoch key
that went with the shredding. In the controls a plain record was written there and deleted, and a
temporary file never had a name.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults_disks import Disk, cannot_cut, in_own_mounts
from faults_figures import Progress, arguments
from residue_figures import Control, Left, told
from residue_walk import CANARIES, PASSPHRASE, RECORD, SECOND, Rooms, walk
from residues import forms_of, traces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PAGE = 4096
_RECORDED = set(CANARIES) - {PASSPHRASE, SECOND}
"""What stands in the plain record."""


class Kept(NamedTuple):
    """A disk after something was done on it.

    Attributes:
        image: its bytes, of the pages in which anything was ever written.
        keys: the epoch keys that lay on it, the last one being in force.
    """

    image: bytes
    keys: list[str]

    @property
    def traces(self) -> set[tuple[str, str]]:
        """What stands in it, with the encoding."""
        return traces(self.image, CANARIES)


def lived(root: Path, apart: Path) -> list[str]:
    """Do with a vault on a disk all that is done with one; return its epoch keys, in order."""
    rooms = Rooms(root / "room", apart / "plain")
    keys: dict[str, None] = {}

    def look(rooms: Rooms) -> None:
        (path,) = (rooms.room / "state").rglob("epoch.json")
        keys[json.loads(path.read_text("utf-8"))["current"]["key"]] = None

    walk(rooms, look)
    return list(keys)


def deleted(root: Path, _: Path) -> list[str]:
    """Write a plain record, and delete it."""
    path = root / "plain.record"
    path.write_text(RECORD, encoding="utf-8")
    path.unlink()
    return []


def unnamed(root: Path, _: Path) -> list[str]:
    """Write a plain record to a temporary file that never had a name."""
    with tempfile.TemporaryFile(dir=root) as file:
        file.write(RECORD.encode())
    return []


def write_through(disk: Disk) -> None:
    """Have every write of a mounted disk be on it when it is done (mount(8), `sync`)."""
    mount = shutil.which("mount") or "mount"
    subprocess.run([mount, "-o", "remount,sync,nodiscard", disk.root], check=True)
    os.sync()


def disk_after(act: Callable[[Path, Path], list[str]]) -> Kept:
    """Return the raw disk on which something was done."""
    with tempfile.TemporaryDirectory() as folder:
        disk = Disk(Path(folder))
        try:
            write_through(disk)
            keys = act(disk.root, Path(folder))
            disk.sync()
        finally:
            disk.unmount()
        return Kept(b"".join(_used(disk.image.read_bytes())), keys)


def _used(image: bytes) -> Iterator[bytes]:
    """Yield the pages of an image in which anything has ever been written."""
    for start in range(0, len(image), _PAGE):
        page = image[start : start + _PAGE]
        if page.strip(b"\0"):
            yield page


def figures(runs: int) -> list[Left]:
    """Return the figures of so many runs, each with its controls."""
    progress = Progress("raw disk", runs)
    disks = []
    found = dict.fromkeys((deleted, unnamed), 0)
    for _ in range(runs):
        kept = disk_after(lived)
        disks.append((len(kept.traces), [kept.image.count(key.encode()) for key in kept.keys]))
        for control in found:
            found[control] += {text for text, _ in disk_after(control).traces} == _RECORDED
        progress.step()
    looked_for = len(CANARIES) * len(forms_of(CANARIES[0])) * runs
    what = f"traces of {len(CANARIES)} texts in six encodings in a raw disk image, {runs:,} runs"
    controls = (
        Control("a plain record that was deleted", found[deleted], runs),
        Control("a temporary file without a name", found[unnamed], runs),
    )
    return [Left(what, sum(one for one, _ in disks), looked_for, controls), _of_keys(disks)]


def _of_keys(disks: list[tuple[int, list[int]]]) -> Left:
    """Return the figure of epoch keys: how often each stands on a disk, the last one being new."""
    old = [count for _, keys in disks for count in keys[:-1]]
    new = [keys[-1] for _, keys in disks]
    control = Control("the one that took its place", sum(count > 0 for count in new), len(new))
    return Left("an epoch key that has gone, in it", sum(map(bool, old)), len(old), (control,))


def main() -> int:
    """Run, and return 0 where nothing was found but by the controls."""
    asked = arguments(str(__doc__), runs=3).parse_args()
    why = cannot_cut()
    if why:
        sys.stdout.write(f"residue in a raw disk image: not run: {why}\n")
        return 1
    in_own_mounts()
    return told(figures(asked.runs), Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())
