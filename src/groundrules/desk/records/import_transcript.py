"""Importing transcripts: each becomes a record, or none of them does."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.records.neutral_ids import with_neutral_ids
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import refused, shown
from groundrules.readers.transcript.casting import cast, unknown_labels
from groundrules.readers.transcripts import read_transcript
from groundrules.readers.writing import refuse_taken, write_texts
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.notation import to_text
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from groundrules.readers.transcript.casting import Who
    from groundrules.record.transcript import Conversation

ENDING = ".record"


class Imported(NamedTuple):
    """A transcript that became a record.

    Attributes:
        source: the transcript, as the caller named it.
        record: the file in which it stands, or shall stand.
        conversation: what is in it.
    """

    source: str
    record: Path
    conversation: Conversation

    def with_conversation(self, conversation: Conversation) -> Imported:
        """Return it with more told about the conversation."""
        return self._replace(conversation=conversation)

    @property
    def words(self) -> int:
        """Return how many words were said."""
        return sum(len(turn.text.split()) for turn in self.conversation.turns)

    @property
    def unknown(self) -> int:
        """Return in how many turns it cannot be told who spoke."""
        return sum(not turn.speaker for turn in self.conversation.turns)


class Telling(NamedTuple):
    """What a person says about an import.

    Attributes:
        who: a label, or a party's id, to who goes by it.
        policy: the policy under which the words are read; "" for the house's own.
        outlet: for whom the reporters were working.
        cues: whether the acts that are heard in the talk become proposals of the record.
    """

    who: Mapping[str, Who] = MappingProxyType({})
    policy: str = ""
    outlet: str = ""
    cues: bool = True


def import_transcripts(  # noqa: PLR0913 - each is something that a person may say about an import
    files: Sequence[Path | str],
    out: Path,
    telling: Telling = Telling(),  # noqa: B008 - it never changes
    *,
    wanted_id: str = "",
    force: bool = False,
    progress: Callable[[str], None] | None = None,
) -> tuple[Imported, ...]:
    """Read every transcript and write the record of each as `OUT/<id>.record`, or into a vault.

    Everything is read, and every record is proved to read back the same, before anything is
    written. No fact about terms is made up: what is heard in the talk is proposed, for a person to
    confirm.

    Args:
        files: transcripts in any form that `read_transcript` tells; `-` is standard input.
        out: a vault, or the folder of the records, which are written with mode 0600; it is made
            where it is not there.
        telling: what a person says about them.
        wanted_id: the id of the conversation, where there is one file.
        force: overwrite records that are there.
        progress: called with each file's name before it is read.

    Raises:
        BadInput: with the faults of every file; then nothing is written.
    """
    read = read_all(files, out, wanted_id=wanted_id, force=force, progress=progress)
    imported = told(read, telling)
    write_records(imported, out, force=force)
    return imported


def read_all(
    files: Sequence[Path | str],
    out: Path | None,
    *,
    wanted_id: str = "",
    force: bool = False,
    progress: Callable[[str], None] | None = None,
) -> tuple[Imported, ...]:
    """Return what stands in each transcript, before anything is told about it or written.

    Args:
        files: likewise.
        out: the folder in which their records shall stand; None where none shall.
        wanted_id: likewise.
        force: records that are there are no fault.
        progress: likewise.

    Raises:
        BadInput: with the faults of every file, and every record that is in the way.
    """
    _refuse_shared_id(files, wanted_id)
    read, faults = _read_all(files, wanted_id, progress)
    if out:
        faults += _twins(read, out)
    if faults:
        raise BadInput(*faults)
    found = tuple(Imported(name, _target(out, one), one) for name, one in read)
    if out:
        there = (one.record for one in found if os.path.lexists(one.record))
        refuse_taken(there, force=force)
    return found


def told(read: Sequence[Imported], telling: Telling) -> tuple[Imported, ...]:
    """Return transcripts with all that a person says about them, and what is heard in each.

    Raises:
        BadInput: nobody goes by a label, or an id cannot be given.
    """
    faults = _nobodys(telling.who, (one.conversation for one in read))
    if faults:
        raise BadInput(*faults)
    return tuple(one.with_conversation(_told(one, telling)) for one in read)


def write_records(imported: Sequence[Imported], out: Path, *, force: bool = False) -> None:
    """Write the record of each, all of them or none.

    Raises:
        BadInput: a record is in the way or cannot be written, or has no form in the notation.
    """
    if imported:
        _write(_texts(imported), out, force=force)


def _read_all(
    files: Sequence[Path | str], wanted_id: str, progress: Callable[[str], None] | None
) -> tuple[list[tuple[str, Conversation]], list[Fault]]:
    read: list[tuple[str, Conversation]] = []
    faults: list[Fault] = []
    for file in files:
        if progress:
            progress(shown(file))
        try:
            read.append((shown(file), read_transcript(file, wanted_id=wanted_id)))
        except BadInput as bad:
            faults += bad.faults
    return read, faults


def _refuse_shared_id(files: Sequence[Path | str], wanted_id: str) -> None:
    if wanted_id and len(files) > 1:
        remedy = "import the files one by one, or let each have an id from its name"
        raise BadInput(Fault("--id", "one id cannot be that of several files", remedy))


def _twins(read: list[tuple[str, Conversation]], out: Path) -> list[Fault]:
    """Return a fault for each file whose record would be that of a file before it."""
    faults = []
    first: dict[str, str] = {}
    for name, conversation in read:
        # Some file systems take `A.record` and `a.record` for one file.
        record = str(_target(out, conversation)).casefold()
        if record in first:
            message = f"it gives the same id as {first[record]}"
            faults.append(Fault(name, message, "import it alone, with --id"))
        first.setdefault(record, name)
    return faults


def _nobodys(who: Mapping[str, Who], conversations: Iterable[Conversation]) -> list[Fault]:
    """Return a fault for each label with a role that nobody goes by; it is told by its number."""
    remedy = "write the label as the transcript has it, or the party's id in the record"
    return [
        Fault("--party", f"nobody in these files goes by the label of role {number}", remedy)
        for number, _ in unknown_labels(who, conversations)
    ]


def _told(one: Imported, telling: Telling) -> Conversation:
    known = cast(one.conversation, telling.who)
    if is_vault(one.record.parent):
        known = with_neutral_ids(known)
    known = known._replace(
        policy=telling.policy or known.policy, outlet=telling.outlet or known.outlet
    )
    is_untouched = not (known.facts or known.proposals)
    return read_talk(known).conversation if telling.cues and is_untouched else known


def _texts(imported: Iterable[Imported]) -> dict[Path, str]:
    """Return each record's text, which `to_text` has read back and found to be the same."""
    texts: dict[Path, str] = {}
    faults: list[Fault] = []
    for one in imported:
        try:
            texts[one.record] = to_text(one.conversation, one.source)
        except BadInput as bad:
            faults += bad.faults
    if faults:
        raise BadInput(*faults)
    return texts


def _target(out: Path | None, conversation: Conversation) -> Path:
    ending = "" if out and is_vault(out) else ENDING
    return (out or Path()) / f"{conversation.id}{ending}"


def _write(texts: Mapping[Path, str], out: Path, *, force: bool) -> None:
    if is_vault(out):
        from groundrules.desk.vaults.moves import bring  # noqa: PLC0415 - start-up time

        bring(out, {shown(path): text for path, text in texts.items()}, force=force)
        return
    new = not os.path.lexists(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(shown(out), error) from None
    try:
        write_texts(texts, force=force)
    except BadInput:
        if new:
            with contextlib.suppress(OSError):
                out.rmdir()
        raise
