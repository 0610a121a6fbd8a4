"""Shredded conversations: which of them open with every file, every backup and every user's key.

python tests/soak/soak_shredding.py [--talks 2000] [--batch 100]

Each batch is a vault of its own, with a newsroom in it. Before the shredding its folder is copied
and it is backed up; afterwards both are taken, the vault as it is then, the keys of all members and
every epoch key that is left. In the control the old epoch key was kept as well: all must open, the
names of sources too.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults_figures import Progress, arguments
from groundrules.vault.conversations import begin, talks, texts
from groundrules.vault.copying import back_up
from groundrules.vault.shredding import shred
from groundrules.vault.source_streams import is_of_source
from residue_figures import Control, Left, told
from residue_loot import loot
from vault_fixtures import NEWSROOM, Room, opened_room, record_text

_WHY = "the day that was promised has come"
_KEPT = "kept"


class Batch(NamedTuple):
    """What became of some conversations and the names of their sources, each counted.

    Attributes:
        shredded: how many streams went.
        opened: of how many a part still opens.
        by_old_key: of how many one does where the old epoch key was kept.
        kept: whether what was to stay can be read, and nothing else.
    """

    shredded: int
    opened: int
    by_old_key: int
    kept: bool


def _streams(room: Room, name: str) -> set[bytes]:
    """Return the streams of all conversations and sources, as a member sees them."""
    vault = room.vault(name)
    found = {bytes.fromhex(one.stream) for one in talks(vault)}
    return found | {one.stream for one in vault.ledger.entries() if is_of_source(one)}


def batch(folder: Path, count: int) -> Batch:
    """Begin, copy, shred and steal so many conversations in a new vault."""
    with opened_room(folder, NEWSROOM) as room:
        ana, eli = room.vault("Ana"), room.vault("Eli")
        begin(ana, record_text(_KEPT, "Bo Larkin"))
        stay = _streams(room, "Ana")
        names = [f"talk-{number}" for number in range(count)]
        for number, name in enumerate(names):
            begin(ana, record_text(name, f"Invented Person{number}"))
        gone = _streams(room, "Ana") - stay
        shutil.copytree(room.folder, folder / "copy.vault")
        shutil.copytree(folder / "state", folder / "old" / "state")
        back_up(eli, str(folder / "backup.vault"))
        shred(eli, names, _WHY, early=True)

        vaults = [folder / "copy.vault", folder / "backup.vault", room.folder]
        now = loot(room, NEWSROOM, vaults, [folder / "state"])
        old = loot(room, NEWSROOM, vaults[:2], [folder / "state", folder / "old"])
        read = [one.name for one in texts(room.vault("Ana")) if one.complete]
        opened, by_old = (len(one.readable(gone)) for one in (now, old))
        return Batch(len(gone), opened, by_old, read == [_KEPT])


def figures(count: int, size: int) -> list[Left]:
    """Return the figures of so many conversations, in batches."""
    sizes = [min(size, count - start) for start in range(0, count, size)]
    progress = Progress("shredding", len(sizes))
    done = []
    for one in sizes:
        with tempfile.TemporaryDirectory() as folder:
            done.append(batch(Path(folder), one))
        progress.step()
    shredded = sum(one.shredded for one in done)
    old = Control("the old epoch key was kept", sum(one.by_old_key for one in done), shredded)
    what = f"{count:,} shredded conversations and their sources, readable with every file and key"
    found = sum(one.opened for one in done)
    stayed = Control("what was to stay", sum(one.kept for one in done), len(done))
    return [Left(what, found, shredded, (old, stayed))]


def main() -> int:
    """Run, and return 0 where nothing opened but by the control, and all that should stay did."""
    asked = arguments(str(__doc__), talks=2000, batch=100).parse_args()
    return told(figures(asked.talks, asked.batch), Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())
