"""Checking drafts: every draft is held against every promise in the record."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.declared_story import story_faults
from groundrules.desk.checking.promises import Asked, Promises, WholeRecord
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.find_records import records_for
from groundrules.desk.setup.project_folder import may_have_index
from groundrules.desk.vaults.doors import doors_kept
from groundrules.draft.attributing import find_attributions
from groundrules.draft.printed import has_words
from groundrules.draft.quotation import find_quotations
from groundrules.errors import Fault
from groundrules.evidence.case import Case
from groundrules.readers.drafts import read_draft
from groundrules.readers.stories import read_story
from groundrules.reporters.plain_words import counted
from groundrules.rules.examination import examine
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.promises import Evidence, Record
    from groundrules.draft.document import Draft
    from groundrules.rules.examination import Examination
    from groundrules.rules.rule import Rule


class Checked(NamedTuple):
    """The outcome of a check.

    Attributes:
        examinations: one for each draft, in the order in which they were named.
        faults: what kept the check from being complete, although it could be made.
        notes: what whoever asked should know of how the record was read.
    """

    examinations: tuple[Examination, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()


def check_drafts(  # noqa: PLR0913 - what is checked, and all that it is held against
    drafts: Sequence[str],
    settings: Settings,
    as_of: datetime,
    stdin_name: str = "",
    *,
    planned: bool = False,
    index: str = "",
    beside: Sequence[str] = (),
) -> Checked:
    """Return the examination of each draft.

    Args:
        drafts: paths; `-` is standard input.
        settings: where records and policies are, and which rules are asked.
        as_of: the instant at which the drafts are, or would be, published.
        stdin_name: what to call standard input; it may have a folder, beside which records lie.
        planned: nobody said when; a draft whose story says when is held against that instant.
        index: the folder of an index, where no record may be opened; "" where they may.
        beside: what lies beside the drafts and may be drafts too, but is not read; in words.

    Raises:
        BadInput: something that is needed cannot be read, or is not there.
    """
    rules = select(all_rules(), settings.words("select"), settings.words("ignore"))
    with doors_kept():
        if index:
            from groundrules.desk.checking.sealed_record import sealed_promises  # noqa: PLC0415 - seldom

            promises = sealed_promises(index, settings, as_of, os.environ)
        else:
            promises = promises_in(records_for(drafts, settings, stdin_name), settings, as_of)
        read = [read_draft(path, stdin_name=stdin_name) for path in drafts]
        found = check_all(read, promises._replace(planned=planned), rules)
    faults = [*_without_copy(read), *(fault for _, faults in found for fault in faults)]
    examinations = tuple(_leaving_out(examination, *beside) for examination, _ in found)
    return Checked(examinations, tuple(faults), promises.notes)


def promises_in(
    records: Sequence[Path | str],
    settings: Settings,
    as_of: datetime,
    environment: Mapping[str, str] = os.environ,
) -> Promises:
    """Return what drafts are held against, so that it can be kept for several checks.

    Where the records have an index, only what matters of them is read.

    Args:
        records: the files and folders of the records.
        settings: where the policies are.
        as_of: the instant at which the drafts are, or would be, published.
        environment: the process's variables.

    Raises:
        BadInput: a record or a policy cannot be read.
    """
    policies = Policies(settings)
    record: Record | None = None
    notes: tuple[str, ...] = ()
    if may_have_index(records, settings):
        from groundrules.desk.indexing.opening import indexed_record  # noqa: PLC0415 - start-up time

        record, notes = indexed_record(records, settings, policies, as_of, environment)
    record = record or WholeRecord(records, policies, as_of)
    return Promises(record, policies.house, as_of, notes=notes)


def check_against(
    draft: Draft, promises: Promises, rules: Sequence[Rule]
) -> tuple[Examination, list[Fault]]:
    """Return the examination of one draft, and what kept it from being complete.

    Raises:
        BadInput: something that is needed cannot be read.
    """
    (found,) = check_all([draft], promises, rules)
    return found


def check_all(
    drafts: Sequence[Draft], promises: Promises, rules: Sequence[Rule]
) -> list[tuple[Examination, list[Fault]]]:
    """Return the same for each of some drafts that are reported on together.

    Raises:
        BadInput: something that is needed cannot be read.
    """
    asked = [Asked(one, find_quotations(one), read_story(one)) for one in drafts]
    evidence = promises.record.on(asked)
    return [_examined(*one, promises, rules) for one in zip(asked, evidence, strict=True)]


def _examined(
    asked: Asked, evidence: Evidence, promises: Promises, rules: Sequence[Rule]
) -> tuple[Examination, list[Fault]]:
    draft, quotations, story = asked
    # Nobody can tell of a sealed record whether it holds what a story names.
    faults = [] if evidence.blind else list(story_faults(draft, story, evidence.statements))
    case = Case(
        draft=draft,
        quotations=quotations,
        attributions=find_attributions(draft, quotations),
        matches=evidence.matches.matches,
        statements=evidence.statements,
        conversations=evidence.conversations,
        policy=promises.policy,
        as_of=(promises.planned and story.publish) or promises.as_of,
        story=story,
        readings=evidence.readings,
        unopened=evidence.unopened,
        sealed=evidence.sealed,
        blind=evidence.blind,
        restated=evidence.matches.restated,
    )
    examination = examine(case, rules)
    if evidence.by_words:
        many = counted(evidence.by_words, "conversation")
        left = f"{many} that you may not read, for anything but their words"
        examination = _leaving_out(examination, left)
    for left, remedy in _left_out(evidence, draft):
        examination = _leaving_out(examination, left)
        message = f"the check is not complete: it leaves out {left}"
        faults.append(Fault(draft.path, message, remedy))
    return examination, faults


def _leaving_out(examination: Examination, *left: str) -> Examination:
    tally = examination.tally
    return examination._replace(tally=tally._replace(unchecked=(*tally.unchecked, *left)))


def _without_copy(drafts: Sequence[Draft]) -> Iterator[Fault]:
    """Yield a fault for each draft without a word of copy; the tally names it already."""
    remedy = "see what the file shows, and save or paste the text itself"
    for draft in drafts:
        if not has_words(draft):
            yield Fault(
                draft.path, "the check is not complete: there is no word in its copy", remedy
            )


def _left_out(evidence: Evidence, draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield what could not be looked at, each with what to do about it."""
    if evidence.closed:
        many = counted(evidence.closed, "conversation")
        remedy = (
            "ask whoever keeps them to share them with you, or to run `groundrules index build`"
        )
        yield f"{many} that you may not read and that no index tells of", remedy
    if evidence.told_again:
        many = counted(evidence.told_again, "conversation")
        left = f"{many} that you may not read, and of which {draft.path} may tell something again"
        yield left, "ask whoever keeps it to share it with you, or to check the draft"
    if evidence.matches.capped:
        many = counted(evidence.matches.capped, "statement")
        left = f"parts of {many} with too much in common with {draft.path} to be followed up"
        yield left, "check it in parts, or against fewer records at a time"
