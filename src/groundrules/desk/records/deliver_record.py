"""Delivering a record that is shown: on the terminal, or as a file that only its owner can read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.talking.deliver_sheet import form_of
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groundrules.record.timeline import Timeline
    from groundrules.reporters.lines import Line
    from groundrules.talk.liaisons.flags import Flag

    Flags = Mapping[str, Sequence[Flag]]

FORMS = ("text", "html")
"""The forms in which people read a record; other programs read it as `json`."""

_FILE_COLUMNS = 80


def form_of_record(form: str, out: str, *, as_json: bool = False) -> str:
    """Return in which form a record goes to a file or, where that is `-`, to the terminal.

    Args:
        form: one of `FORMS`; "" for what the ending of `out` says, or else text.
        out: a file, or `-` for the terminal.
        as_json: it is for other programs.

    Raises:
        BadInput: the form does not go with the name of the file, or there are two of them.
    """
    found = form_of(form, out)
    if found not in FORMS:
        message = f"a record is not shown as {found}"
        raise BadInput(Fault(out, message, "name it FILE.html or FILE.txt"))
    if as_json and found == "html":
        raise BadInput(Fault("--json", "a page of HTML is no JSON", "ask for one of the two"))
    return "json" if as_json else found


def in_form(
    form: str, timelines: Sequence[Timeline], flags: Flags, path: str, columns: int = _FILE_COLUMNS
) -> Iterator[Line]:
    """Return conversations in a form, as lines.

    Args:
        form: as `form_of_record` returns it.
        timelines: the conversations.
        flags: what is worth a second look in each, by its id: who may talk.
        path: where they were read, for the fault.
        columns: how wide a line of text may be.

    Raises:
        BadInput: a page is asked for, and there are several conversations.
    """
    match form:
        case "json":
            from groundrules.reporters import talk_json  # noqa: PLC0415 - start-up time

            return talk_json.lines(timelines, flags)
        case "html":
            return _page(timelines, flags, path)
        case _:
            return _text(timelines, flags, columns)


def write_record(lines: Iterable[Line], out: str, record: str, *, force: bool = False) -> None:
    """Write what is shown of a record to a file that only its owner can read.

    Args:
        lines: what is shown.
        out: the file.
        record: what it was made from; it is never replaced.
        force: replace a file that is there.

    Raises:
        BadInput: the file is there already, cannot be written, or is the record itself.
    """
    from groundrules.readers.writing import write_text  # noqa: PLC0415 - start-up time

    if _is_same(out, record):
        message = "a record is not overwritten by what is made from it"
        raise BadInput(Fault(out, message, "name another file"))
    text = "".join("".join(piece.text for piece in line) + "\n" for line in lines)
    write_text(Path(out), text, force=force)


def _page(timelines: Sequence[Timeline], flags: Flags, path: str) -> Iterator[Line]:
    from groundrules.reporters.picture import record_page  # noqa: PLC0415 - start-up time

    if len(timelines) > 1:
        message = "a page holds one conversation, and there are several here"
        raise BadInput(Fault(path, message, "name one record"))
    (timeline,) = timelines
    return record_page.lines(timeline, flags.get(timeline.conversation.id, ()))


def _text(timelines: Sequence[Timeline], flags: Flags, columns: int) -> Iterator[Line]:
    from groundrules.reporters import talk  # noqa: PLC0415 - start-up time
    from groundrules.reporters.liaison_pages import flag_lines  # noqa: PLC0415 - likewise

    for timeline in timelines:
        yield from talk.lines(timeline, columns)
        yield from flag_lines(flags.get(timeline.conversation.id, ()), columns)


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - strings, not paths
    except (OSError, ValueError):  # one of them is not there, or is no path at all
        return False
