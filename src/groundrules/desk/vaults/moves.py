"""Moving records into a vault and out of it, and copying it."""

from __future__ import annotations

import io
import os
import tarfile
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from groundrules.desk.records.record_places import READABLE
from groundrules.desk.vaults.doors import door_of, doors_kept
from groundrules.readers.records import LIMIT, SUFFIX, record_files
from groundrules.readers.text_file import read_text, refused, shown
from groundrules.readers.writing import refuse_taken, write_bytes, write_text, write_texts
from groundrules.vault.answers import Talk, Text
from groundrules.vault.keeper.door import Door
from groundrules.vault.moves_answers import Brought, Copied, Given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from groundrules.desk.vaults.unlocking import Asking


def import_records(
    vault: Path,
    paths: Iterable[str],
    on_progress: Callable[[int, int], None],
    *,
    force: bool = False,
) -> list[Brought]:
    """Bring the records of files and folders into a vault.

    Args:
        vault: its folder.
        paths: files, and folders with records in them and below them.
        on_progress: told how many of how many are in.
        force: amend records that are there and differ.

    Raises:
        BadInput: with every fault of every record; then nothing is written.
    """
    files = [path for path, _ in record_files([*paths])]
    texts = {shown(one): read_text(one, limit=LIMIT) for one in files}
    return bring(vault, texts, on_progress, force=force)


def bring(
    vault: Path,
    texts: Mapping[str, str],
    on_progress: Callable[[int, int], None] | None = None,
    *,
    force: bool = False,
) -> list[Brought]:
    """Bring the texts of records into a vault.

    Args:
        vault: its folder.
        texts: the path of each, for messages, to the record in the notation.
        on_progress: told how many of how many are in.
        force: amend records that are there and differ.

    Raises:
        BadInput: with every fault of every record; then nothing is written.
    """
    given = [Given(*one) for one in texts.items()]
    with Door.to(vault) as door:
        return door.ask(
            list[Brought], "bring_in", on_progress=on_progress, records=given, replace=force
        )


def export_records(vault: Path, names: Sequence[str], reason: str, out: Path) -> list[Path]:
    """Take records out of a vault, into files that only their owner can read.

    Args:
        vault: its folder.
        names: which; without any, all whose words one may read.
        reason: why, in words that stay in the vault.
        out: the folder of the files; it is made where it is missing.

    Raises:
        BadInput: one may not be read, no reason is given, or a file is in the way.
    """
    with doors_kept(), _made(out):
        wanted = names or _readable(vault)
        refuse_taken(out / f"{name}{SUFFIX}" for name in wanted)
        texts = {out / f"{one.name}{SUFFIX}": one.text for one in _taken_out(vault, wanted, reason)}
        write_texts(texts)
    return list(texts)


def export_sealed(
    vault: Path, names: Sequence[str], reason: str, out: Path, passphrase: Callable[[], str]
) -> list[str]:
    """Take records out of a vault into one file in the age format, with a tar archive in it.

    Args:
        vault: its folder.
        names: which; without any, all whose words one may read.
        reason: why, in words that stay in the vault.
        out: the file.
        passphrase: gives what shall open it.

    Returns:
        The names of the records.

    Raises:
        BadInput: one may not be read, no reason is given, the file is there already, or the
            passphrase is weak.
    """
    from groundrules.keys.age_file import age_sealed  # noqa: PLC0415 - seldom

    refuse_taken([out])
    own = passphrase()
    texts = _taken_out(vault, names, reason)
    write_bytes(out, age_sealed(_archive(texts), own))
    return [one.name for one in texts]


def back_up(vault: Path, folder: str) -> Copied:
    """Copy a vault into a folder.

    Raises:
        BadInput: something is there already, or it cannot be written.
    """
    with Door.to(vault) as door:
        return door.ask(Copied, "back_up", folder=os.path.abspath(folder))  # noqa: PTH100 - `..`


def copy_epoch(vault: Path, out: Path, *, force: bool = False) -> None:
    """Write a copy of a vault's epoch key to a file, which opens only with the vault's own keys.

    Raises:
        BadInput: the file is there already, or cannot be written.
    """
    with Door.to(vault) as door:
        text = door.ask(str, "epoch_copy")
    write_text(out, text, force=force)


def restore(
    copy: Path, folder: Path, epoch: Path, asking: Asking, environment: Mapping[str, str]
) -> None:
    """Make a vault of a copy and a copy of its epoch key.

    Args:
        copy: the folder of the copy.
        folder: where the vault shall stand.
        epoch: the file with the epoch key.
        asking: how the passphrase is come by.
        environment: the process's variables.

    Raises:
        BadInput: the passphrase is wrong, the two copies do not go together, or something is in
            the way.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 - start-up time

    from groundrules.desk.vaults.unlocking import opened_bundle  # noqa: PLC0415 - likewise
    from groundrules.vault import copying  # noqa: PLC0415 - likewise
    from groundrules.vault.founding import Surroundings  # noqa: PLC0415 - likewise

    bundle = opened_bundle(copy, asking)
    around = Surroundings(environment, lambda: datetime.now(UTC))
    copying.restore(copy, folder, epoch, bundle, around)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder and those above it; where what follows fails, what was made goes again."""
    new = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise refused(shown(folder), error) from None
    try:
        yield
    except BaseException:
        with suppress(OSError):
            for one in new:
                one.rmdir()
        raise


def _readable(vault: Path) -> list[str]:
    with door_of(vault) as door:
        return [one.name for one in door.ask(list[Talk], "talks") if one.may_read == READABLE]


def _taken_out(vault: Path, names: Sequence[str], reason: str) -> list[Text]:
    with door_of(vault) as door:
        return door.ask(list[Text], "take_out", names=list(names), reason=reason)


def _archive(texts: Iterable[Text]) -> bytes:
    """Return a tar archive of records; it stands in memory alone, and in no file."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        for one in texts:
            text = one.text.encode()
            member = tarfile.TarInfo(f"{one.name}{SUFFIX}")
            member.size, member.mode = len(text), 0o600
            archive.addfile(member, io.BytesIO(text))
    return content.getvalue()
