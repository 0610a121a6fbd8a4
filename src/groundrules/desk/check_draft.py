"""Checking drafts: every draft is held against every promise in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.declared_story import story_faults
from groundrules.desk.find_records import records_for
from groundrules.desk.house_policy import Policies
from groundrules.draft.attributing import find_attributions
from groundrules.draft.quotation import find_quotations
from groundrules.errors import Fault
from groundrules.evidence.case import Case, Evidenced
from groundrules.matching import find_matches
from groundrules.readers.drafts import read_draft
from groundrules.readers.records import read_records
from groundrules.readers.stories import read_story
from groundrules.record.timeline import fold
from groundrules.reporters.plain_words import counted
from groundrules.rules.examination import examine
from groundrules.rules.registry import all_rules
from groundrules.rules.selection import select

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.draft.document import Draft
    from groundrules.record.transcript import Conversation
    from groundrules.rules.examination import Examination
    from groundrules.rules.rule import Rule
    from groundrules.terms.policy import Policy


class Checked(NamedTuple):
    """The outcome of a check.

    Attributes:
        examinations: one for each draft, in the order in which they were named.
        faults: what kept the check from being complete, although it could be made.
    """

    examinations: tuple[Examination, ...]
    faults: tuple[Fault, ...]


def check_drafts(
    drafts: Sequence[str],
    settings: Settings,
    as_of: datetime,
    stdin_name: str = "",
    *,
    planned: bool = False,
) -> Checked:
    """Return the examination of each draft.

    Args:
        drafts: paths; `-` is standard input.
        settings: where records and policies are, and which rules are asked.
        as_of: the instant at which the drafts are, or would be, published.
        stdin_name: what to call standard input; it may have a folder, beside which records lie.
        planned: nobody said when; a draft whose story says when is held against that instant.

    Raises:
        BadInput: something that is needed cannot be read, or is not there.
    """
    rules = select(all_rules(), settings.words("select"), settings.words("ignore"))
    promises = promises_in(records_for(drafts, settings, stdin_name), settings, as_of)
    promises = promises._replace(planned=planned)
    read = [read_draft(path, stdin_name=stdin_name) for path in drafts]
    found = [check_against(draft, promises, rules) for draft in read]
    return Checked(
        tuple(examination for examination, _ in found),
        tuple(fault for _, faults in found for fault in faults),
    )


class Promises(NamedTuple):
    """What every draft of a run is held against.

    Attributes:
        readings: the policy under which each conversation was read, by the conversation's id.
        planned: a draft whose story says when it is to be published is held against that instant.
    """

    statements: dict[str, Evidenced]
    conversations: dict[str, Conversation]
    policy: Policy
    as_of: datetime
    readings: dict[str, Policy]
    planned: bool = False


def promises_in(records: Sequence[Path | str], settings: Settings, as_of: datetime) -> Promises:
    """Return what drafts are held against, so that it can be kept for several checks.

    Args:
        records: the files and folders of the records.
        settings: where the policies are.
        as_of: the instant at which the drafts are, or would be, published.

    Raises:
        BadInput: a record or a policy cannot be read.
    """
    policies = Policies(settings)
    conversations = read_records(records)
    statements = _statements(conversations, policies, as_of)
    by_id = {one.id: one for one in conversations}
    readings = {one.id: policies.of(one) for one in conversations}
    return Promises(statements, by_id, policies.house, as_of, readings)


def _statements(
    conversations: Sequence[Conversation], policies: Policies, as_of: datetime
) -> dict[str, Evidenced]:
    found: dict[str, Evidenced] = {}
    for conversation in conversations:
        parties = {party.id: party for party in conversation.parties}
        for standing in fold(conversation, policies.of(conversation), as_of).standings:
            statement = standing.statement
            found[statement.id] = Evidenced(
                statement, standing, parties.get(statement.speaker), conversation
            )
    return found


def check_against(
    draft: Draft, promises: Promises, rules: Sequence[Rule]
) -> tuple[Examination, list[Fault]]:
    """Return the examination of one draft, and what kept it from being complete."""
    story = read_story(draft)
    faults = list(story_faults(draft, story, promises.statements))
    quotations = find_quotations(draft)
    said = [evidenced.statement for evidenced in promises.statements.values()]
    found = find_matches(draft, quotations, said)
    case = Case(
        draft=draft,
        quotations=quotations,
        attributions=find_attributions(draft, quotations),
        matches=found.matches,
        statements=promises.statements,
        conversations=promises.conversations,
        policy=promises.policy,
        as_of=(promises.planned and story.publish) or promises.as_of,
        story=story,
        readings=promises.readings,
    )
    examination = examine(case, rules)
    if not found.capped:
        return examination, faults
    many = counted(found.capped, "statement")
    left = f"parts of {many} with too much in common with {draft.path} to be followed up"
    tally = examination.tally
    told = tally._replace(unchecked=(*tally.unchecked, left))
    remedy = "check it in parts, or against fewer records at a time"
    fault = Fault(draft.path, f"the check is not complete: it leaves out {left}", remedy)
    return examination._replace(tally=told), [*faults, fault]
