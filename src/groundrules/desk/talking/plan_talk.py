"""The plan for a talk: from the answers that are kept in a file to a page, or a record's head."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.talking.deliver_sheet import STANDARD_OUTPUT
from groundrules.desk.talking.prepare_talk import open_preparation, plan_of
from groundrules.readers.writing import write_text
from groundrules.talk.planning.record_head import record_head

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.talk.planning.plan import Plan

RECORD = "record"
"""The form that is no sheet: the head of the record."""


def plan_in(path: Path, settings: Settings, policy: str = "") -> Plan:
    """Return the plan that the answers in a file lead to.

    Raises:
        BadInput: there is no such file, it is damaged, or a policy cannot be loaded.
    """
    return plan_of(open_preparation(path, settings, must_exist=True), settings, policy)


def is_record(form: str, out: str) -> bool:
    """Tell whether the head of the record is wanted: by its form, or by the name of the file."""
    return form == RECORD or (not form and Path(out).suffix.lower() == f".{RECORD}")


def deliver_record_head(plan: Plan, out: str, *, force: bool) -> str:
    """Write the head of the record to a file that only its owner can read, or return it.

    Returns:
        The text for the terminal; "" where a file was written.

    Raises:
        BadInput: the plan has no form in the notation, or the file is there or cannot be written.
    """
    text = record_head(plan)
    if out == STANDARD_OUTPUT:
        return text
    write_text(Path(out), text, force=force)
    return ""
