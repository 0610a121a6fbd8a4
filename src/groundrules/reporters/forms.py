"""The forms of a report by their names, each loaded only where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report


def lines_of(report: Report, form: str) -> Iterator[Line]:
    """Return the lines of a report in a form: `full`, `concise` or `json`."""
    if form == "json":
        from groundrules.reporters import json_report  # noqa: PLC0415 - start-up time

        return json_report.lines(report)
    if form == "concise":
        from groundrules.reporters import concise  # noqa: PLC0415 - start-up time

        return concise.lines(report)
    from groundrules.reporters import full  # noqa: PLC0415 - start-up time

    return full.lines(report)
