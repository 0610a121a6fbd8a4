"""A transcript in a table, as oral-history archives and spreadsheets have it: CSV or TSV.

The first row heads the columns by their usual names: the words (`words`, `text`, `transcript` …),
and at least one of speaker and time. `speaker,words,tags,timestamp` was confirmed against the
published description and sample of Oral History as Data; the other names are those that exports
of transcription software have by their documentation. Each row is a turn. A row without a speaker
is nobody's known, even where it may go on. Other columns are not read; the origin counts them.
Times are clock times; numbers are seconds where they have a point, and else what the column's name
says (`start_ms`); Whisper's TSV has milliseconds. Quoting is that
of RFC 4180, with a comma, a semicolon or a tab between the cells.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.transcript.cues import Faults, numbered_lines
from groundrules.readers.transcript.stamped_turns import Head, Said, Told, conversation
from groundrules.readers.transcript.timecodes import TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_SEPARATORS = ("\t", ",", ";")

_ROLES = {
    "words": "words text transcript transcription utterance content statement dialogue speech",
    "speaker": "speaker speakername speakerlabel name who person participant speakerid",
    "start": "start starttime timestamp time timecode timein begin begintime in from",
    "end": "end endtime timeout out stop stoptime to",
}
"""The usual names of columns, those that say it best first."""

_UNITS = {"ms": 1, "msec": 1, "milliseconds": 1, "s": 1000, "sec": 1000, "seconds": 1000}

_OF_WHISPER = ["start", "end", "text"]
"""The columns of Whisper's TSV, whose whole numbers are milliseconds."""

_APART = re.compile(r"[^a-z0-9]+")

_RANGE = re.compile(rf"[\[(]?({TIME})(?:\s*(?:-->|[-–—])\s*({TIME}))?[\])]?")

_NUMBER = re.compile(r"(\d{1,12})(?:\.(\d{1,12}))?", re.ASCII)

_MEND_TIME = "write H:MM:SS, or head the column with the unit: start_s or start_ms"


class Row(NamedTuple):
    """One row: the line it ends at, and its cells."""

    line: int
    cells: list[str]


class _Column(NamedTuple):
    """Where a column stands, and how many milliseconds one of its numbers is; 0 if not told."""

    at: int
    unit: int = 0


def is_table(text: str) -> bool:
    """Tell whether the first line of a text heads the columns of a transcript."""
    return bool(_separator(text))


def read_table(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a CSV or TSV file, its times exact to the millisecond.

    Raises:
        BadInput: a cell is not closed, a row is too long, a time is none or steps back, or there
            are no words; with the line of each.
    """
    separator = _separator(text)
    faults = Faults(origin)
    rows = list(_rows(text, separator, faults))
    faults.stop_if_any()
    return read_rows(rows, origin, "TSV" if separator == "\t" else "CSV")


def heads_columns(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a row head the columns of a transcript."""
    roles = _columns(cells)
    return "words" in roles and len(roles) > 1


def read_rows(rows: list[Row], origin: Origin, form: str) -> Conversation:
    """Return the conversation of rows, the first of which heads the columns.

    Raises:
        BadInput: see `read_table`.
    """
    faults = Faults(origin)
    head, *below = rows
    columns = _columns(head.cells)
    said = [_said(row, columns, len(head.cells), faults) for row in below if any(row.cells)]
    faults.stop_if_any()
    others = len(head.cells) - len(columns)
    note = f"{others} other column{'s' if others > 1 else ''} not read" if others else ""
    return conversation(said, origin, Told(form, notes=(note,)))


def _separator(text: str) -> str:
    first = next((line for _, line in numbered_lines(text) if line and not line.isspace()), "")
    cells = {
        one: next(csv.reader([first], delimiter=one), []) for one in _SEPARATORS if one in first
    }
    return next((one for one, head in cells.items() if heads_columns(head)), "")


def _rows(text: str, separator: str, faults: Faults) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(reader.line_num, cells)
    except csv.Error:
        message = "a cell is not closed as it was opened, or has more than 131,072 characters"
        faults.add(
            reader.line_num, message, 'put cells with quotes between ", and double those within'
        )


def _columns(cells: Sequence[str]) -> dict[str, _Column]:
    """Return the columns by what they hold; of two with one role, the one that says it best."""
    named: dict[str, _Column] = {}
    for at, cell in enumerate(cells):
        words = [word for word in _APART.split(cell.casefold()) if word]
        unit = _UNITS.get(words[-1], 0) if len(words) > 1 else 0
        named.setdefault("".join(words[:-1] if unit else words), _Column(at, unit))
    found = {
        role: next((named[name] for name in names.split() if name in named), None)
        for role, names in _ROLES.items()
    }
    columns = {role: column for role, column in found.items() if column}
    if [cell.strip() for cell in cells] == _OF_WHISPER:
        columns |= {role: columns[role]._replace(unit=1) for role in ("start", "end")}
    return columns


def _said(row: Row, columns: dict[str, _Column], width: int, faults: Faults) -> Said:
    if len(row.cells) > width:
        faults.add(
            row.line, "the row has more cells than the first one", "put the words between quotes"
        )
    cells = {
        role: row.cells[column.at].strip() if column.at < len(row.cells) else ""
        for role, column in columns.items()
    }
    start, end = _clock(cells.get("start", ""), columns.get("start"), row.line, faults)
    late, _ = _clock(cells.get("end", ""), columns.get("end"), row.line, faults)
    head = Head(cells.get("speaker", ""), start, late or end)
    return Said(row.line, head, [[line] for line in cells["words"].splitlines()])


def _clock(cell: str, column: _Column | None, line: int, faults: Faults) -> tuple[str, str]:
    """Return the one or two clock times of a cell, as they are written or as a number tells."""
    if not cell or column is None:
        return "", ""
    times = _RANGE.fullmatch(cell)
    if times:
        return times[1], times[2] or ""
    number = _NUMBER.fullmatch(cell)
    unit = column.unit or (1000 if number and number[2] else 0)
    if not number or not unit:
        faults.add(line, "the time is none, or a number of nobody knows what", _MEND_TIME)
        return "", ""
    return _of_number(number, unit), ""


def _of_number(number: re.Match[str], unit: int) -> str:
    part = (number[2] or "").ljust(3, "0")[:3]
    total = int(number[1]) * 1000 + int(part) if unit > 1 else int(number[1])
    seconds, thousandths = divmod(total, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"
