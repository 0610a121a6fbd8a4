"""The forms of a report by their names, each loaded only where it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundrules.reporters.lines import Line
    from groundrules.reporters.report import Report

_MODULES = {
    "full": "full",
    "concise": "concise",
    "json": "json_report",
    "jsonl": "jsonl_report",
    "sarif": "sarif",
    "github": "github_annotations",
    "junit": "junit",
    "html": "html_report.document",
    "provenance-text": "provenance_map.map_page",
    "provenance-json": "provenance_map.map_json",
    "provenance-html": "html_report.provenance_document",
}

COLOURED = frozenset({"full", "concise", "provenance-text"})
"""The forms that people read in a terminal. Colours would break the syntax of the others."""

UNREVEALED = frozenset({"sarif", "github", "junit"})
"""The forms that are made for machines of others: no word of a draft or a record joins them."""

KEYED = frozenset({"sarif"})
"""The forms that have fingerprints."""

CONFIDENTIAL = frozenset({"html", "provenance-html"})
"""The forms that hold the draft's own text, with what is at fault in it."""

PROVENANCE = frozenset({"provenance-text", "provenance-json", "provenance-html"})
"""The forms of the provenance map, which is about quotations and not about findings."""


def lines_of(report: Report, form: str, key: bytes = b"") -> Iterator[Line]:
    """Return the lines of a report in a form.

    Args:
        report: what was found.
        form: one of the setting `format`, or of `PROVENANCE`.
        key: the key of the fingerprints, for a form that has them.
    """
    module = import_module(f"groundrules.reporters.{_MODULES[form]}")
    lines: Callable[..., Iterator[Line]] = module.lines
    return lines(report, key) if form in KEYED else lines(report)
