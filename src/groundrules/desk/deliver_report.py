"""Delivering a report: redacted for its reader, recorded where it reveals, written whole."""

from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from groundrules.errors import BadInput, Fault
from groundrules.reporters.forms import lines_of
from groundrules.reporters.lines import is_coloured, write
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundrules.config.settings import Settings
    from groundrules.rules.examination import Examination

STANDARD_OUTPUT = "-"


class Delivery(NamedTuple):
    """Where a report goes and what its reader asked for.

    Attributes:
        output: a file, or `-` for the stream.
        reveal: show names, and words of draft and record.
        colour: `auto`, `always` or `never`.
        width: how many columns a line may take.
    """

    output: str = STANDARD_OUTPUT
    reveal: bool = False
    colour: str = "auto"
    width: int = 100


def deliver(
    examinations: Sequence[Examination],
    settings: Settings,
    delivery: Delivery,
    stream: TextIO,
    environment: Mapping[str, str],
) -> Report:
    """Write the report of a check where it shall go, and return it.

    A report is made whole before the first character of it is written. One that is revealed is
    put into a file that only its owner can read.

    Raises:
        BadInput: the file cannot be written, or a reveal cannot be recorded.
    """
    to_file = delivery.output != STANDARD_OUTPUT
    on_terminal = not to_file and stream.isatty()
    redaction = Redaction(revealed=delivery.reveal, on_terminal=on_terminal)
    report = Report(tuple(examinations), redaction, delivery.width)
    form = settings.word("format")
    if to_file:
        _refuse_input(Path(delivery.output), report, settings)
    if delivery.reveal:
        from groundrules.desk.reveal import record_reveal  # noqa: PLC0415 - start-up time

        folder = settings.file.parent if settings.file else Path.cwd()
        record_reveal(folder, report, form, delivery.output, datetime.now(tz=UTC))
    lines = list(lines_of(report, form))
    page = StringIO()
    colour = is_coloured(delivery.colour, page if to_file else stream, environment)
    write(lines, page, colour=colour and form != "json")
    if to_file:
        _write_file(Path(delivery.output), page.getvalue(), secret=delivery.reveal)
    else:
        stream.write(page.getvalue())
    return report


def _refuse_input(output: Path, report: Report, settings: Settings) -> None:
    """Refuse to write the report over what it is about."""
    inputs = [
        *(Path(examination.case.draft.path) for examination in report.examinations),
        *settings.paths("records"),
        *([settings.file] if settings.file else []),
    ]
    taken = output.exists() and any(one.exists() and one.samefile(output) for one in inputs)
    if taken or output.suffix == ".record":
        raise BadInput(
            Fault(str(output), "the report would overwrite what it is about", "name another file")
        )


def _write_file(path: Path, page: str, *, secret: bool) -> None:
    from groundrules.readers.writing import PRIVATE, PUBLIC, write_text  # noqa: PLC0415 - likewise

    write_text(path, _encodable(page), force=True, mode=PRIVATE if secret else PUBLIC)


def _encodable(text: str) -> str:
    """Return the text with every half of a surrogate pair, as in odd file names, escaped."""
    return text.encode("utf-8", "backslashreplace").decode()
