"""Files of tables, in TOML: policies, scripts, questions and scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import read_text, shown
from groundrules.tables.table import Document

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 256 * 1024
"""The most bytes of a file of tables; the longest that ships has less than a quarter of it."""

LONGEST_LINE = 1000
"""The most characters of a line: the parser takes the square of a dotted key's length."""


def read_document(path: Path, format_page: str) -> Document:
    """Return the tables of a file, parsed and not yet understood.

    Args:
        path: the file.
        format_page: the page of the documentation that has the format, for remedies.

    Raises:
        BadInput: the file cannot be read, or is no TOML.
    """
    import tomllib  # noqa: PLC0415 - start-up time: only where a policy is read

    text = read_text(path, limit=LIMIT)
    _refuse_long_line(path, text)
    try:
        return Document(shown(path), path.stem, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(_syntax_fault(path, text, str(error), format_page)) from None
    except RecursionError:
        message = "it has brackets within brackets too deep to be read"
        raise BadInput(Fault(shown(path), message, "no file needs them: take them out")) from None


def _syntax_fault(path: Path, text: str, message: str, format_page: str) -> Fault:
    """Return the parser's complaint as a fault: it ends in `(at line 3, column 8)`."""
    from re import search  # noqa: PLC0415 - only a mistake pays for it

    reason = message.partition(" (at ")[0].lower()
    place = search(r"\(at line (\d+), column (\d+)\)$", message)
    end = text.count("\n") + 1
    line, column = (int(place[1]), int(place[2])) if place else (end, 0)
    remedy = f"mend it; {format_page} has the format"
    return Fault(shown(path), f"this is not TOML: {reason}", remedy, line, column)


def _refuse_long_line(path: Path, text: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            message = f"the line has more than {LONGEST_LINE:,} characters"
            raise BadInput(Fault(shown(path), message, "break it into lines", number))
