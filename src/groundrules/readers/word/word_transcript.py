"""A transcript in a Word file: its paragraphs as text, or its one table of speakers and words.

The paragraphs are read as the same form would be in text, a blank line between them. A table whose
first row heads the columns is read as a table. In a table of one column the cells are paragraphs.
In any other table it cannot be told who speaks: that is a fault, and so are paragraphs with words
beside a table with heads. What the file holds and is not read is named in the record's origin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript.speaker_table import Row, heads_columns, read_rows
from groundrules.readers.transcript.text_forms import read_text_form
from groundrules.readers.word.word_body import Paragraph
from groundrules.readers.word.word_file import read_word_file

if TYPE_CHECKING:
    from groundrules.readers.transcript.origin import Origin
    from groundrules.readers.word.word_body import Table
    from groundrules.readers.word.word_file import WordFile
    from groundrules.record.transcript import Conversation

_HEAD_COLUMNS = "head its columns Speaker, Time and Text, or write NAME: before the words"


def read_word_transcript(content: bytes, origin: Origin) -> Conversation:
    """Return the conversation that a Word file holds.

    Args:
        content: the whole file.
        origin: the file's name and the wanted id.

    Raises:
        BadInput: it is no Word file, one that is refused, or holds no transcript. A fault within
            the talk names its paragraph, or its row in a table, by number.
    """
    file = read_word_file(content, origin.path)
    talk = _of_table(file, origin) or _of_paragraphs(file, origin)
    left_out = f"not read: {file.left_out}" if file.left_out else ""
    return talk._replace(origin=", ".join(filter(None, (talk.origin, "Word", left_out))))


def _of_table(file: WordFile, origin: Origin) -> Conversation | None:
    tables = [block for block in file.blocks if not isinstance(block, Paragraph)]
    headed = [table for table in tables if heads_columns(_cells(table.rows[0]))]
    if not headed:
        return None
    if len(tables) > 1 or any(
        isinstance(one, Paragraph) and one.text.strip() for one in file.blocks
    ):
        message = "words stand beside a table of speakers, and it cannot be told who said them"
        raise _fault(origin, message, "put them in the table, or in a file of their own")
    rows = [Row(number, _cells(row)) for number, row in enumerate(headed[0].rows, 1)]
    try:
        return read_rows([row for row in rows if any(row.cells)], origin, "table of speakers")
    except BadInput as bad:
        raise _placed(bad, "row", {row.line: row.line for row in rows}) from None


def _cells(row: list[str]) -> list[str]:
    return [cell.strip() for cell in row]


def _of_paragraphs(file: WordFile, origin: Origin) -> Conversation:
    lines: list[str] = []
    places: dict[int, int] = {}
    for number, text in _paragraphs(file, origin):
        for line in text.split("\n"):
            lines.append(line)
            places[len(lines)] = number
        lines.append("")
    try:
        return read_text_form("\n".join(lines), origin)
    except BadInput as bad:
        raise _placed(bad, "paragraph", places) from None


def _paragraphs(file: WordFile, origin: Origin) -> list[tuple[int, str]]:
    paragraphs: list[tuple[int, str]] = []
    for block in file.blocks:
        if isinstance(block, Paragraph):
            paragraphs.append((block.number, block.text))
        else:
            paragraphs += [(block.after, text) for text in _column(block, origin)]
    return paragraphs


def _column(table: Table, origin: Origin) -> list[str]:
    filled = [[cell for cell in row if cell.strip()] for row in table.rows]
    if any(len(row) > 1 for row in filled):
        message = "it has a table, and it cannot be told which column says who speaks"
        raise _fault(origin, message, _HEAD_COLUMNS)
    return [text for row in filled for cell in row for text in cell.split("\n")]


def _fault(origin: Origin, message: str, remedy: str) -> BadInput:
    return BadInput(Fault(shown(origin.path), message, remedy))


def _placed(bad: BadInput, place: str, places: dict[int, int]) -> BadInput:
    """Return the faults with their lines told as places in the document, which has no lines."""
    return BadInput(
        *(
            fault._replace(
                message=f"{place} {places[fault.line]}: {fault.message}", line=0, column=0
            )
            if fault.line in places
            else fault
            for fault in bad.faults
        )
    )
