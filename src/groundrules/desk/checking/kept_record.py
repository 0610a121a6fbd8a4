"""A vault's record, kept between two checks of a text that somebody is writing.

What is kept: the conversations as they were read and folded, and which runs of words are nobody's
name. Each check asks the vault which versions there are, so that it is never of a record of before,
and is refused where the vault was locked meanwhile. Of the runs of words it asks about those that
were not asked about yet.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.desk.checking.promises import (
    Asked,
    Evidence,
    Promises,
    evidence_in,
    names_in_question,
)
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.file_stamps import newsroom_stamps
from groundrules.desk.records.record_reading import read_for
from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput, Fault
from groundrules.matching import find_matches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.records.file_stamps import Stamps
    from groundrules.desk.records.record_reading import Read
    from groundrules.evidence.case import Evidenced
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy

_TRIES = 3
"""How often a check begins anew where the vault is written to while it goes on."""

_MOST_RUNS = 50_000
_MOST_READINGS = 4
_FEW_RUNS = 8

_Versions = tuple[tuple[str, int, str, bool], ...]


class _Reading(NamedTuple):
    """What was read, and every instant in it at which a fact was recorded, in order."""

    read: Read
    instants: tuple[datetime, ...]


class _Folded(NamedTuple):
    """What rests on the words of the record, at an instant."""

    statements: Mapping[str, Evidenced]
    conversations: Mapping[str, Conversation]
    readings: Mapping[str, Policy]
    closed: int


class _Kept:
    """What was read of the vault while its conversations had these versions."""

    def __init__(self, versions: _Versions) -> None:
        self.versions = versions
        self.nobodys: set[str] = set()
        self.somebodys: set[str] = set()
        self.reads: dict[frozenset[str], _Reading] = {}
        self.folds: dict[tuple[frozenset[str], int], _Folded] = {}


class KeptRecord:
    """The record of one vault. It is not for several threads at once.

    Attributes:
        streams: of the conversations at the last check, by their names.
    """

    def __init__(self, vault: Path, settings: Settings) -> None:
        """Note where it is; nothing is read yet.

        Args:
            vault: its folder.
            settings: where the policies are.
        """
        self._vault = vault
        self._settings = settings
        self._stamps: Stamps | None = None
        self._policies: Policies | None = None
        self._kept = _Kept(())
        self.streams: dict[str, str] = {}

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "KeptRecord()"

    @property
    def versions(self) -> _Versions:
        """Return the versions of the conversations at the last check."""
        return self._kept.versions

    def promises(self, as_of: datetime, *, planned: bool = False) -> Promises:
        """Return what a text is held against at an instant.

        Args:
            as_of: the instant at which it is, or would be, published.
            planned: nobody said when; a text whose story says when is held against that instant.

        Raises:
            BadInput: a policy cannot be read.
        """
        policies = self._fresh_policies()
        return Promises(_At(self, policies, as_of), policies.house, as_of, planned)

    def on(self, drafts: Sequence[Asked], policies: Policies, as_of: datetime) -> list[Evidence]:
        """Return what the record has on each of some drafts.

        Raises:
            BadInput: the vault is locked, or a record in it cannot be read.
        """
        named = names_in_question(drafts)
        for _ in range(_TRIES):
            versions = self._versions()
            if versions != self._kept.versions or len(self._kept.nobodys) > _MOST_RUNS:
                self._kept = _Kept(versions)
            folded, asked = self._folded(named, policies, as_of)
            if not asked or self._versions() == versions:
                return [_evidence(folded, one) for one in drafts]
        message = "the vault is being written to all the time"
        raise BadInput(Fault(str(self._vault), message, "check again in a moment"))

    def _fresh_policies(self) -> Policies:
        stamps = newsroom_stamps(self._settings, ())
        if self._policies is None or stamps != self._stamps:
            self._policies = Policies(self._settings)
            self._stamps = stamps
            self._kept = _Kept(())
        return self._policies

    def _versions(self) -> _Versions:
        from groundrules.vault.answers import Talk  # noqa: PLC0415 - start-up time

        with door_of(self._vault) as door:
            talks = door.ask(list[Talk], "talks")
        self.streams = {one.name: one.stream for one in talks if one.name}
        return tuple(sorted((one.stream, one.version, one.may_read, one.shredded) for one in talks))

    def _folded(
        self, named: frozenset[str], policies: Policies, as_of: datetime
    ) -> tuple[_Folded, bool]:
        """Return what rests on the record, and whether the vault was asked for any of it."""
        kept = self._kept
        asked = self._tell_apart(sorted(named - kept.nobodys - kept.somebodys))
        names = named & kept.somebodys
        if names not in kept.reads:
            _make_room(kept.reads)
            kept.reads[names] = _reading(read_for((self._vault,), names))
            asked = True
        reading = kept.reads[names]
        # An instant matters by which facts were recorded until then, and by nothing else.
        place = names, bisect_right(reading.instants, as_of)
        if place not in kept.folds:
            _make_room(kept.folds)
            kept.folds[place] = _fold(reading.read, policies, as_of)
        return kept.folds[place], asked

    def _tell_apart(self, runs: Sequence[str]) -> bool:
        """Note of runs of words which are somebody's; tell whether the vault was asked.

        It is asked about all of them, and about the halves of those among which there is a name. A
        few that are nobody's may be taken for somebody's; then the vault is told of them, too, when
        the record is read.
        """
        if not runs:
            return False
        with door_of(self._vault) as door:
            found = door.ask(list[str], "talks_naming", candidates=list(runs))
        if not found:
            self._kept.nobodys.update(runs)
        elif len(runs) <= _FEW_RUNS:
            self._kept.somebodys.update(runs)
        else:
            half = len(runs) // 2
            self._tell_apart(runs[:half])
            self._tell_apart(runs[half:])
        return True


class _At(NamedTuple):
    """The record at an instant, under the policies of this run."""

    record: KeptRecord
    policies: Policies
    as_of: datetime

    def on(self, drafts: Sequence[Asked]) -> list[Evidence]:
        return self.record.on(drafts, self.policies, self.as_of)


def _reading(read: Read) -> _Reading:
    facts = [fact for talk in read.talks for fact in (*talk.facts, *talk.proposals)]
    return _Reading(read, tuple(sorted(fact.when for fact in facts if fact.when)))


def _fold(read: Read, policies: Policies, as_of: datetime) -> _Folded:
    readings = {talk.id: policies.of(talk) for talk in read.talks}
    statements: dict[str, Evidenced] = {}
    for talk in read.talks:
        statements |= evidence_in(talk, readings[talk.id], as_of)
    return _Folded(statements, {talk.id: talk for talk in read.talks}, readings, read.closed)


def _evidence(folded: _Folded, asked: Asked) -> Evidence:
    said = [evidenced.statement for evidenced in folded.statements.values()]
    matches = find_matches(asked.draft, asked.quotations, said)
    return Evidence(*folded[:3], matches, closed=folded.closed)


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= _MOST_READINGS:
        kept.clear()
