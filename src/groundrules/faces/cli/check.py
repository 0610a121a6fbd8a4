"""`groundrules check`: hold drafts against every promise in the record."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from groundrules.config.keys import FORMATS, THRESHOLDS
from groundrules.errors import BadInput
from groundrules.faces.cli.checking_options import (
    as_of_option,
    promises_options,
    rules_options,
    stdin_option,
)
from groundrules.faces.cli.exit_status import ExitStatus
from groundrules.faces.cli.options import (
    colour_option,
    examples,
    exit_status,
    words_of,
)
from groundrules.faces.cli.running import complain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.comment_in_word import CommentedCopy
    from groundrules.rules.examination import Examination


class _Given(TypedDict):
    records: tuple[str, ...]
    policy: str
    policies: tuple[str, ...]
    as_of: str
    format: str
    output: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    exit_zero: bool
    reveal: bool
    color: str
    stdin_filename: str
    word_comments: str
    index: str


@click.command(
    "check",
    epilog=examples(
        "groundrules check draft.md",
        "groundrules check draft.md --records talks/ --policy ap",
        "groundrules check draft.md --as-of 2026-11-05T06:00-05:00",
        "groundrules check stories/*.md --format json -o report.json",
        "groundrules check draft.md --format html -o report.html",
        "cat draft.md | groundrules check - --stdin-filename draft.md --format concise",
        "groundrules check draft.md --select GR1,broken-embargo --fail-on error",
        "groundrules check draft.docx --word-comments draft.checked.docx",
        "groundrules check draft.md --index .groundrules/index",
    )
    + exit_status(
        (0, "the check is complete and found nothing at or above --fail-on"),
        (1, "it is complete and found something"),
        (2, "something kept it from being complete"),
    ),
)
@click.argument("drafts", nargs=-1, metavar="DRAFT...")
@promises_options
@as_of_option
@click.option("--format", type=click.Choice(FORMATS), default=None, help="How it is shown.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Write the report to a file.")
@rules_options
@click.option(
    "--fail-on",
    type=click.Choice(THRESHOLDS),
    default=None,
    help="The least severity that makes the exit status 1. [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever was found.")
@click.option(
    "--reveal",
    is_flag=True,
    help="Show names, and words of draft and record. It is recorded that you asked.",
)
@colour_option
@stdin_option
@click.option(
    "--word-comments",
    default="",
    metavar="FILE",
    help="Write a copy of the draft, a Word file, with a comment on every finding.",
)
@click.option(
    "--index",
    default="",
    metavar="FOLDER",
    help="Open no record: hold the draft against this index and its key alone.",
)
def check_command(drafts: tuple[str, ...], **given: Unpack[_Given]) -> int:
    """Hold drafts against every promise in the record.

    A DRAFT is Markdown, plain text, HTML, a Word or an OpenDocument file, or a folder of drafts;
    `-` is standard input. Every draft is checked against all the records together. The report
    ends with what was checked and what could not be.
    """
    from groundrules.desk.checking.check_draft import check_drafts  # noqa: PLC0415 - start-up time
    from groundrules.desk.checking.deliver_report import Delivery, deliver  # noqa: PLC0415 - likewise
    from groundrules.desk.checking.find_drafts import find_drafts, not_read  # noqa: PLC0415 - likewise
    from groundrules.desk.checking.publication_time import publication_time  # noqa: PLC0415 - likewise
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise
    from groundrules.rules.rule import Severity  # noqa: PLC0415 - likewise

    stdin_name = given["stdin_filename"]
    found = find_drafts(drafts)
    settings = _settings(found, given)
    as_of = publication_time(given["as_of"])
    if given["index"] and given["records"]:
        raise click.UsageError("with --index no record is opened: leave out --records")
    planned = not given["as_of"]
    checked = check_drafts(
        found,
        settings,
        as_of,
        stdin_name,
        planned=planned,
        index=given["index"],
        beside=not_read(drafts),
    )
    if checked.notes:
        complain(*checked.notes)
    copy = _commented(checked.examinations, settings, found, given)
    delivery = Delivery(given["output"], given["reveal"], given["color"], width())
    report = deliver(
        checked.examinations, settings, delivery, sys.stdout, os.environ, faults=checked.faults
    )
    if copy:
        copy.write()
    if checked.faults:
        raise BadInput(*checked.faults)
    broken = report.breaks(Severity(settings.word("fail-on")))
    return ExitStatus.FINDINGS if broken and not given["exit_zero"] else ExitStatus.DONE


def _commented(
    examinations: Sequence[Examination],
    settings: Settings,
    drafts: tuple[str, ...],
    given: _Given,
) -> CommentedCopy | None:
    if not given["word_comments"]:
        return None
    from groundrules.desk.checking.comment_in_word import comment_in_word  # noqa: PLC0415 - start-up time

    output, reveal = given["word_comments"], given["reveal"]
    return comment_in_word(examinations, settings, drafts, output, reveal=reveal)


def _settings(drafts: tuple[str, ...], given: _Given) -> Settings:
    from groundrules.config.settings import settle  # noqa: PLC0415 - start-up time
    from groundrules.desk.records.find_records import common_folder  # noqa: PLC0415 - likewise

    flags: dict[str, str | tuple[str, ...]] = {
        "records": given["records"],
        "policy": given["policy"],
        "policies": given["policies"],
        "format": given["format"] or "",
        "select": words_of(given["select"]),
        "ignore": words_of(given["ignore"]),
        "fail-on": given["fail_on"] or "",
    }
    return settle(common_folder(drafts, given["stdin_filename"]), flags, os.environ)
