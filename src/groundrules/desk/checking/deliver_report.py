"""Delivering a report: redacted for its reader, recorded where it reveals, written whole."""

from __future__ import annotations

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from groundrules.errors import BadInput, Fault
from groundrules.reporters.forms import COLOURED, CONFIDENTIAL, KEYED, UNREVEALED, lines_of
from groundrules.reporters.lines import is_coloured, write
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.rules.rule import Severity

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
        form: how it is shown; "" for what the setting `format` says.
    """

    output: str = STANDARD_OUTPUT
    reveal: bool = False
    colour: str = "auto"
    width: int = 100
    form: str = ""


def deliver(  # noqa: PLR0913 - what was found, and all that decides how it is shown
    examinations: Sequence[Examination],
    settings: Settings,
    delivery: Delivery,
    stream: TextIO,
    environment: Mapping[str, str],
    *,
    faults: Sequence[Fault] = (),
) -> Report:
    """Write the report of a check where it shall go, and return it.

    A report is made whole before the first character of it is written. One that is revealed, or
    that holds the draft itself, is put into a file that only its owner can read.

    Args:
        examinations: one for each draft.
        settings: what holds for this run.
        delivery: where the report goes.
        stream: standard output.
        environment: the process's variables.
        faults: what kept the check from being complete.

    Raises:
        BadInput: the file cannot be written, a reveal cannot be recorded, or the form is one that
            reveals nothing.
    """
    form = delivery.form or settings.word("format")
    to_file = delivery.output != STANDARD_OUTPUT
    redaction = _redaction(form, delivery, on_terminal=not to_file and stream.isatty())
    threshold = Severity(settings.word("fail-on"))
    report = Report(tuple(examinations), redaction, delivery.width, tuple(faults), threshold)
    if to_file:
        _refuse_input(Path(delivery.output), report, settings)
    folder = settings.file.parent if settings.file else Path.cwd()
    key = _key(form, folder, environment)
    if delivery.reveal:
        from groundrules.desk.checking.reveal import record_reveal  # noqa: PLC0415 - start-up time

        record_reveal(folder, report, form, delivery.output, datetime.now(tz=UTC))
    lines = list(lines_of(report, form, key))
    page = StringIO()
    colour = is_coloured(delivery.colour, page if to_file else stream, environment)
    write(lines, page, colour=colour and form in COLOURED)
    if to_file:
        secret = delivery.reveal or form in CONFIDENTIAL
        _write_file(Path(delivery.output), page.getvalue(), secret=secret)
    else:
        stream.write(page.getvalue())
    return report


def _redaction(form: str, delivery: Delivery, *, on_terminal: bool) -> Redaction:
    """Return what the reader may see.

    Raises:
        BadInput: a reveal is asked for in a form that is made for machines of others.
    """
    if delivery.reveal and form in UNREVEALED:
        message = f"a report as {form} is made for machines of others, and reveals nothing"
        raise BadInput(Fault("--reveal", message, "ask for full, concise, json, jsonl or html"))
    return Redaction(revealed=delivery.reveal, on_terminal=on_terminal)


def _key(form: str, folder: Path, environment: Mapping[str, str]) -> bytes:
    if form not in KEYED:
        return b""
    from groundrules.desk.checking.fingerprint_key import fingerprint_key  # noqa: PLC0415 - start-up time

    return fingerprint_key(folder, environment)


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
