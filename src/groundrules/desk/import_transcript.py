"""Importing transcripts: each becomes a record, or none of them does."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.speakers import goes_by, with_roles
from groundrules.readers.text_file import refused, shown
from groundrules.readers.transcripts import read_transcript
from groundrules.readers.writing import write_texts
from groundrules.record.notation import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from groundrules.record.transcript import Conversation, Role

ENDING = ".record"


class Imported(NamedTuple):
    """A transcript that became a record.

    Attributes:
        source: the transcript, as the caller named it.
        record: the file that was written.
        conversation: what is in it.
    """

    source: str
    record: Path
    conversation: Conversation

    @property
    def words(self) -> int:
        """Return how many words were said."""
        return sum(len(turn.text.split()) for turn in self.conversation.turns)

    @property
    def unknown(self) -> int:
        """Return in how many turns it cannot be told who spoke."""
        return sum(not turn.speaker for turn in self.conversation.turns)


def import_transcripts(  # noqa: PLR0913 - each is something that a person may say about an import
    files: Sequence[Path | str],
    out: Path,
    *,
    roles: Mapping[str, Role] | None = None,
    policy: str = "",
    outlet: str = "",
    wanted_id: str = "",
    force: bool = False,
    progress: Callable[[str], None] | None = None,
) -> tuple[Imported, ...]:
    """Read every transcript and write the record of each as `OUT/<id>.record`, mode 0600.

    Everything is read, and every record is proved to read back the same, before anything is
    written. No fact about terms is made up: a transcript says what was said, not what it agreed.

    Args:
        files: transcripts in any form that `read_transcript` tells; `-` is standard input.
        out: the folder of the records; it is made where it is not there.
        roles: a label, or a party's id, to the role of whoever goes by it.
        policy: the policy under which the words are read; "" for the house's own.
        outlet: for whom the reporters were working.
        wanted_id: the id of the conversation, where there is one file.
        force: overwrite records that are there.
        progress: called with each file's name before it is read.

    Raises:
        BadInput: with the faults of every file; then nothing is written.
    """
    roles = roles or {}
    _refuse_shared_id(files, wanted_id)
    read, faults = _read_all(files, wanted_id, progress)
    faults += _twins(read, out)
    if not faults:
        faults += _nobodys(roles, (conversation for _, conversation in read))
    if faults:
        raise BadInput(*faults)
    if not read:
        return ()
    told = tuple(
        Imported(name, _target(out, one), _told(one, roles, policy, outlet)) for name, one in read
    )
    _write(_texts(told), out, force=force)
    return told


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


def _nobodys(roles: Mapping[str, Role], conversations: Iterable[Conversation]) -> list[Fault]:
    """Return a fault for each label with a role that nobody goes by; it is told by its number."""
    parties = [party for conversation in conversations for party in conversation.parties]
    remedy = "write the label as the transcript has it, or the party's id in the record"
    return [
        Fault("--party", f"nobody in these files goes by the label of role {number}", remedy)
        for number, label in enumerate(roles, 1)
        if not any(goes_by(party, label) for party in parties)
    ]


def _told(one: Conversation, roles: Mapping[str, Role], policy: str, outlet: str) -> Conversation:
    told = one._replace(policy=policy or one.policy, outlet=outlet or one.outlet)
    return with_roles(told, roles)


def _texts(told: Iterable[Imported]) -> dict[Path, str]:
    """Return each record's text, which `to_text` has read back and found to be the same."""
    texts: dict[Path, str] = {}
    faults: list[Fault] = []
    for one in told:
        try:
            texts[one.record] = to_text(one.conversation, one.source)
        except BadInput as bad:
            faults += bad.faults
    if faults:
        raise BadInput(*faults)
    return texts


def _target(out: Path, conversation: Conversation) -> Path:
    return out / f"{conversation.id}{ENDING}"


def _write(texts: Mapping[Path, str], out: Path, *, force: bool) -> None:
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
