"""Watching drafts: they are checked again whenever they, or what they are held against, change.

The files are looked at several times a second, by their stamps. That works for every editor, also
where it writes a new file and renames it, and on every file system; see decision 20.
"""

from __future__ import annotations

import os
import time
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.find_drafts import find_drafts, not_read
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.indexing.hastening import hasten
from groundrules.desk.records.file_stamps import changed, newsroom_stamps, setup_stamps, stamps
from groundrules.desk.records.find_records import FOLDER, common_folder, folder_of, records_for
from groundrules.errors import BadInput, Fault
from groundrules.readers.stories import SUFFIX as STORY
from groundrules.readers.text_file import STANDARD_INPUT
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.check_draft import Checked
    from groundrules.desk.records.file_stamps import Stamps

_GLANCE = 0.15
"""Seconds between two looks at the files."""

_CALM = 0.05
"""Seconds in which nothing may change before what was saved is read: it may be half written."""

_ABSENCE = 1.0
"""Seconds that a draft may be gone, between an editor's two steps, before that is a fault."""


class Watched(NamedTuple):
    """What is watched.

    Attributes:
        drafts: files, and folders of drafts, as they were named.
        flags: key to value of the settings that were given on the command line.
        as_of: when the drafts are, or would be, published; "" for the time of each run.
        environment: the process's variables.
    """

    drafts: Sequence[str]
    flags: Mapping[str, str | tuple[str, ...]]
    as_of: str
    environment: Mapping[str, str]


class Run(NamedTuple):
    """One check of all that is watched.

    Attributes:
        at: when it was made, by the clock on the wall.
        saved: the files because of which; empty for the first one.
        checked: what was found, with the settings that held; None where nothing could be checked.
        faults: what kept the check from being made, or from being complete.
    """

    at: datetime
    saved: tuple[str, ...]
    checked: tuple[Checked, Settings] | None
    faults: tuple[Fault, ...]


def watch(watched: Watched, pause: Callable[[float], None] = time.sleep) -> Iterator[Run]:
    """Yield a first run, and another one whenever something was saved. It never ends by itself.

    What can be mended while it is watched, such as a record with a fault, ends nothing.

    Args:
        watched: what is watched.
        pause: what waits for some seconds.

    Raises:
        BadInput: a draft is not there, or something was asked for that there is not.
    """
    _refuse_misuse(watched)
    before = _stamps_of(watched)
    yield _run(watched, ())
    hasten()  # behind the first run, which need not wait for it
    while True:
        after = _next(watched, before, pause)
        saved = changed(before, after)
        before = after
        yield _run(watched, saved)


def _refuse_misuse(watched: Watched) -> None:
    if STANDARD_INPUT in watched.drafts:
        message = "standard input is never saved again"
        raise BadInput(Fault(STANDARD_INPUT, message, "name a file"))
    absent = [name for name in find_drafts(watched.drafts) if not os.path.exists(name)]  # noqa: PTH110 - as it was named
    if absent:
        missing = (Fault(name, "there is no such file", "check the path") for name in absent)
        raise BadInput(*missing)
    publication_time(watched.as_of)
    chosen, ignored = (watched.flags.get(key, ()) for key in ("select", "ignore"))
    select(all_rules(), chosen, ignored)


def _run(watched: Watched, saved: tuple[str, ...]) -> Run:
    at = datetime.now().astimezone()
    try:
        drafts = find_drafts(watched.drafts)
        settings = settle(common_folder(drafts), watched.flags, watched.environment)
        as_of = publication_time(watched.as_of)
        beside, planned = not_read(watched.drafts), not watched.as_of
        checked = check_drafts(drafts, settings, as_of, planned=planned, beside=beside)
    except BadInput as refusal:
        return Run(at, saved, None, refusal.faults)
    return Run(at, saved, (checked, settings), checked.faults)


def _next(watched: Watched, before: Stamps, pause: Callable[[float], None]) -> Stamps:
    """Wait until something else is there, and stays as it is for a moment."""
    while True:
        pause(_GLANCE)
        after = _stamps_of(watched)
        patience = _ABSENCE
        while after != before:
            pause(_CALM)
            later = _stamps_of(watched)
            patience -= _CALM
            if later == after and (patience <= 0 or not _is_absent(watched, after)):
                return after
            after = later


def _is_absent(watched: Watched, found: Stamps) -> bool:
    return any(found.get(name) is None for name in watched.drafts)


def _stamps_of(watched: Watched) -> Stamps:
    """Return the stamps of everything that a run would read, as far as that can be told."""
    found = stamps(watched.drafts)
    try:
        drafts = find_drafts(watched.drafts)
        folder = common_folder(drafts)
        found |= stamps(drafts) | stamps(draft + STORY for draft in drafts) | setup_stamps(folder)
        settings = settle(folder, watched.flags, watched.environment)
        beside = [folder_of(draft) / FOLDER for draft in drafts]
        found |= stamps([*beside, FOLDER])  # a folder of records may yet come
        found |= newsroom_stamps(settings, records_for(drafts, settings))
    except BadInput:  # the run says what is wrong
        return found
    return found
