"""Promises: what drafts are held against, whether all of it has been read or only what matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from groundrules.desk.records.record_places import vault_among
from groundrules.desk.records.record_reading import read_for, read_records
from groundrules.evidence.case import NOTHING_UNOPENED, Evidenced
from groundrules.matching import find_matches
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.desk.policies.house_policy import Policies
    from groundrules.draft.document import Draft
    from groundrules.draft.quotation import Quotation
    from groundrules.evidence.case import SealedMatch, Unopened
    from groundrules.evidence.story import Story
    from groundrules.matching import Matches
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy


class Asked(NamedTuple):
    """A draft that is about to be held against the record, with what it says and declares."""

    draft: Draft
    quotations: tuple[Quotation, ...]
    story: Story


class Evidence(NamedTuple):
    """What the record has on one draft, in the terms of a `Case`.

    Attributes:
        statements: every statement of the conversations below, by id.
        conversations: those in which a rule may find something, by id, in the order of the record.
        readings: the policy under which each was read.
        matches: what of the draft rests on which statement.
        unopened: what there is to know of the other conversations.
        sealed: what of the draft has words of statements that nobody here may open.
        blind: no conversation could be opened at all.
        closed: how many conversations could not be looked at in any way.
        told_again: how many others that nobody here may open have a sentence that may not be
            published, and that the draft may tell again in other words.
        by_words: how many such others there are, which only their words can be looked for in.
    """

    statements: Mapping[str, Evidenced]
    conversations: Mapping[str, Conversation]
    readings: Mapping[str, Policy]
    matches: Matches
    unopened: Unopened = NOTHING_UNOPENED
    sealed: tuple[SealedMatch, ...] = ()
    blind: bool = False
    closed: int = 0
    told_again: int = 0
    by_words: int = 0


class Record(Protocol):
    """The record that drafts are held against, however it is kept."""

    def on(self, drafts: Sequence[Asked]) -> list[Evidence]:
        """Return what the record has on each of some drafts that are reported on together.

        All of it holds the same statements, so that one report may speak of all the drafts.

        Raises:
            BadInput: something that is needed cannot be read.
        """


class Promises(NamedTuple):
    """What every draft of a run is held against.

    Attributes:
        policy: the policy of the house that publishes.
        as_of: the instant at which the drafts are, or would be, published.
        planned: a draft whose story says when it is to be published is held against that instant.
        notes: what whoever asked should know of how the record was read.
    """

    record: Record
    policy: Policy
    as_of: datetime
    planned: bool = False
    notes: tuple[str, ...] = ()


class WholeRecord:
    """A record that has been read from end to end.

    What a vault says of who somebody is depends on the drafts, so that it is asked for each.
    """

    def __init__(self, records: Sequence[Path | str], policies: Policies, as_of: datetime) -> None:
        """Read it.

        Args:
            records: files and folders.
            policies: the policies of this run.
            as_of: what frees words from a later instant on does not count.

        Raises:
            BadInput: a record, or a policy that it names, cannot be read.
        """
        self._records = records
        self._policies = policies
        self._as_of = as_of
        self._closed = 0
        self._asks_vault = vault_among(records) is not None
        if not self._asks_vault:
            self._take(read_records(records))

    def on(self, drafts: Sequence[Asked]) -> list[Evidence]:
        """Return what the record has on each draft.

        Raises:
            BadInput: a vault is locked, or a record in it cannot be read.
        """
        if self._asks_vault:
            talks, self._closed = read_for(self._records, names_in_question(drafts))
            self._take(talks)
        said = [evidenced.statement for evidenced in self._statements.values()]
        return [
            Evidence(
                self._statements,
                self._conversations,
                self._readings,
                find_matches(asked.draft, asked.quotations, said),
                closed=self._closed,
            )
            for asked in drafts
        ]

    def _take(self, talks: Sequence[Conversation]) -> None:
        self._conversations = {talk.id: talk for talk in talks}
        self._readings = {talk.id: self._policies.of(talk) for talk in talks}
        self._statements: dict[str, Evidenced] = {}
        for talk in talks:
            self._statements |= evidence_in(talk, self._readings[talk.id], self._as_of)


def names_in_question(drafts: Sequence[Asked]) -> frozenset[str]:
    """Return the words of drafts that may be names, with which a vault is asked about them."""
    from groundrules.vault.candidates import candidates_of  # noqa: PLC0415 - only for a vault

    return frozenset(run for asked in drafts for run in candidates_of(asked.draft))


def evidence_in(
    talk: Conversation, policy: Policy, as_of: datetime | None = None
) -> dict[str, Evidenced]:
    """Return every statement of a conversation with what there is to know about it, by id.

    Args:
        talk: the conversation.
        policy: the policy under which it is read.
        as_of: what frees words from a later instant on does not count; None where all does.
    """
    parties = {party.id: party for party in talk.parties}
    return {
        one.statement.id: Evidenced(one.statement, one, parties.get(one.statement.speaker), talk)
        for one in fold(talk, policy, as_of).standings
    }
