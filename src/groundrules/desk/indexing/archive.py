"""The archive: what the outlet has published, indexed so that what is public already weighs less.

A text is a talk, and each of its paragraphs a statement. Which state of which text has been read
is kept beside the fingerprints, in a list that holds the names of the files and nothing of them.
"""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.paragraphs import paragraphs
from groundrules.draft.printed import as_printed
from groundrules.errors import BadInput, Fault
from groundrules.matching.index.talks import Talk
from groundrules.readers.drafts import READ, read_draft
from groundrules.reporters.index_page import Built

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundrules.desk.indexing.folder import IndexFolder

LIST = "texts.json"
"""The file, beside the fingerprints, that says which state of which text has been read."""

_AT_ONCE = 2_000
"""Texts that are put into the index at once."""

_LOCKS = (".", "~$")


class Texts(NamedTuple):
    """What an archive's index is of.

    Attributes:
        folder: of the texts, as an absolute path.
        seen: for each text that was read, by its path below the folder, its size and the time of
            its last change.
    """

    folder: str
    seen: dict[str, list[int]]


def bring_up_to_date(
    folder: IndexFolder, texts: str, progress: Callable[[int, int], None]
) -> Built:
    """Index the texts in a folder and below it: what is new or changed, and what is gone.

    Raises:
        BadInput: the folder holds no text; or some cannot be read, and the others are indexed.
    """
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    base = os.path.realpath(texts)
    there = dict(found_in(base))
    if not there:
        message = "there is no text in this folder, of a format that is read"
        raise BadInput(Fault(texts, message, "name the folder of what has been published"))
    folder.make()
    known = texts_of(folder)
    before = known.seen if known and known.folder == base else {}
    if folder.ledger.exists():
        ledger = IndexedLedger.open(folder.ledger, folder.secret)
    else:
        ledger = IndexedLedger.build(folder.ledger, (), folder.secret, None)
    indexed = ledger.talks()
    unread = [
        name for name, seen in there.items() if before.get(name) != seen or name not in indexed
    ]
    faults: list[Fault] = []
    read = {name: seen for name, seen in there.items() if name not in set(unread)}
    for start in range(0, len(unread), _AT_ONCE):
        some = unread[start : start + _AT_ONCE]
        talks = []
        for number, name in enumerate(some, start + 1):
            try:
                talks.append(_talk(base, name))
                read[name] = there[name]
            except BadInput as refusal:
                faults += refusal.faults
            progress(number, len(unread))
        ledger.append(talks)
    gone = sorted(indexed.keys() - read.keys())
    if gone:
        ledger.remove(gone)
    _keep(folder, Texts(base, read))
    if faults:
        raise BadInput(*faults)
    return Built(folder.path, len(read), len(unread), len(gone))


def texts_of(folder: IndexFolder) -> Texts | None:
    """Return what an archive's index is of; None where that cannot be told."""
    try:
        found = json.loads((folder.path / LIST).read_text(encoding="utf-8"))
        return Texts(str(found["folder"]), dict(found["seen"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def found_in(base: str) -> Iterator[tuple[str, list[int]]]:
    """Yield every text in a folder and below it, with its size and the time of its last change."""
    for place, folders, files in os.walk(base):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in sorted(files):
            if file.lower().endswith(tuple(READ)) and not file.startswith(_LOCKS):
                path = Path(place, file)
                found = path.stat()
                name = path.relative_to(base).as_posix()
                yield name, [found.st_size, found.st_mtime_ns]


def _talk(base: str, name: str) -> Talk:
    draft = read_draft(str(Path(base, name)))
    texts = tuple(filter(None, (as_printed(draft, span) for span in paragraphs(draft))))
    stamp = blake2b(draft.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    ids = tuple(f"{name}#{number}" for number in range(1, len(texts) + 1))
    return Talk(name, stamp, "", ids, ("",) * len(texts), texts)


def _keep(folder: IndexFolder, texts: Texts) -> None:
    from groundrules.readers.writing import write_text  # noqa: PLC0415 - start-up time

    write_text(folder.path / LIST, f"{json.dumps(texts._asdict())}\n", force=True)
