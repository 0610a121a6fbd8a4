"""Retention: the uses of notes whose day to be gone has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.usage import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


def first_overdue(case: Case) -> Iterator[Use]:
    """Yield the first use from each conversation whose notes were to be gone before today.

    The day is that of the instant of publication, where it is written.
    """
    seen = set()
    for use in uses(case):
        day, talk = use.conditions.delete_by, use.evidenced.conversation.id
        if day and day < case.as_of.date() and talk not in seen:
            seen.add(talk)
            yield use
