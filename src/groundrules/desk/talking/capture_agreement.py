"""Capturing an agreement as it is made: what to settle, what to read back, what to keep."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records import append_to_record
from groundrules.desk.records.append_to_record import add_turns
from groundrules.desk.records.record_places import in_vault
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.wordings import WordingShelf
from groundrules.readers.writing import write_text
from groundrules.record.negotiation import Stage, stage, state
from groundrules.record.notation import to_text
from groundrules.record.transcript import Conversation, Party, Role
from groundrules.reporters.cue_card import cue_card
from groundrules.talk.agreeing.turns import Sides, numbered
from groundrules.talk.script.request import Request, Side
from groundrules.talk.script.script import script_for
from groundrules.talk.script.settling import questions
from groundrules.talk.script.use_rights import read_back
from groundrules.talk.script.wording import wording_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.config.settings import Settings
    from groundrules.desk.records.append_to_record import RecordFile
    from groundrules.reporters.sheets.sheet import Sheet
    from groundrules.talk.agreeing.request import Settled
    from groundrules.talk.agreeing.turns import Said
    from groundrules.talk.script.settling import Question
    from groundrules.talk.script.wording import Wording
    from groundrules.terms.levels import Level
    from groundrules.terms.policy import Policy


class Underway(NamedTuple):
    """A talk that is going on, and the record of it.

    Attributes:
        file: the record as it stands in its file.
        policy: the one that the talk is read under, which is the outlet's.
        sources: the policy that the source goes by; None where nobody said.
    """

    file: RecordFile
    policy: Policy
    sources: Policy | None
    wording: Wording

    @property
    def conversation(self) -> Conversation:
        """Return what the record holds."""
        return self.file.conversation

    def stage(self, protected: str) -> Stage:
        """Return where the talk about one party's words stands now."""
        return stage(self.conversation, self.policy, protected)

    def sides(self, asker: str, reader: str) -> Sides:
        """Return who is at the table.

        Args:
            asker: the id of who brings the terms up; "" for the source.
            reader: the id of who reads them back; "" for the reporter.

        Raises:
            BadInput: there is no such party, or more than one source or reporter to choose from.
        """
        listeners = tuple(party.id for party in self.conversation.parties if party.is_bound)
        reader = self._named(reader) or self._only(listeners, "who reads the terms back", "reader")
        among = [self._named(asker), reader]
        protected = next((one for one in among if one and one not in listeners), "")
        sources = tuple(p.id for p in self.conversation.parties if not p.is_bound)
        others = tuple(one for one in listeners if one != reader)
        protected = protected or self._only(sources or others, "whose words are meant", "asked-by")
        return Sides(protected, listeners, self._named(asker) or protected, reader)

    def open_questions(self, sides: Sides, level: Level) -> tuple[Question, ...]:
        """Return what the two have still to settle about a level, in the words of the reader."""
        side, mine = self._side(sides), self.sources
        theirs = self.policy
        if mine and side is Side.REPORTER:
            theirs, mine = mine, theirs
        return questions(level, theirs, mine, side=side, wording=self.wording)

    def read_back(self, sides: Sides, settled: Settled) -> str:
        """Return the sentence that both hear."""
        talk = state(self.conversation, self.policy)
        terms = settled.terms(self.policy, talk.grounds[sides.protected].current)
        return read_back(terms, self._side(sides), self.wording, self.policy.id)

    def card(self, sides: Sides, settled: Settled) -> Sheet:
        """Return the card for what comes next, once the terms are agreed."""
        request = Request(settled.level, self.policy, self._side(sides))
        now = self.wording.level(settled.level, "now", self.policy.id)
        title = f"{now[0].upper()}{now[1:]}"
        script = script_for(request, self.wording)
        return cue_card(title, self.read_back(sides, settled), script)

    def written(self, said: Iterable[Said], start: int | None = None) -> Underway:
        """Write turns behind the last one and return the talk as it is then.

        Raises:
            BadInput: the file has changed since it was read, or cannot be written; it is as it was.
        """
        turns = numbered(self.conversation, said, start)
        return self._replace(file=add_turns(self.file, turns))

    def _side(self, sides: Sides) -> Side:
        return Side.SOURCE if sides.reader == sides.protected else Side.REPORTER

    def _named(self, party: str) -> str:
        if party and not self.conversation.party(party):
            ids = ", ".join(one.id for one in self.conversation.parties)
            message = f"there is no party {shown(party)!r} in it"
            raise BadInput(Fault(self.file.name, message, f"name one of: {ids}"))
        return party

    def _only(self, ids: tuple[str, ...], what: str, option: str) -> str:
        if len(ids) != 1:
            message = f"it cannot be told {what}: the record has {len(ids)} who could be meant"
            remedy = f"name one with --{option}: {', '.join(ids) or 'after declaring one'}"
            raise BadInput(Fault(self.file.name, message, remedy))
        return ids[0]


def open_record(path: str, settings: Settings, *, sources: str, english: str) -> Underway:
    """Return the talk that a record holds.

    Args:
        path: the record.
        settings: where policies and wordings are found.
        sources: the policy that the source goes by; "" where nobody said.
        english: the wording, such as `british`.

    Raises:
        BadInput: the record, a policy or the wording cannot be read.
    """
    file = append_to_record.open_record(path)
    policies = Policies(settings)
    shelf = WordingShelf(settings.paths("wordings"))
    return Underway(
        file,
        policies.of(file.conversation),
        policies.named(sources, "--source-policy") if sources else None,
        wording_from(shelf.load("scripts", english)),
    )


def begin_record(path: str, settings: Settings, outlet: str) -> None:
    """Write the head of a new record that begins now: one reporter, one source, neither named.

    Raises:
        BadInput: a record of this name is there already, its name names no conversation, or it
            cannot be written.
    """
    place = in_vault(path)
    file = place.path if place else Path(path)
    conversation = Conversation(
        place.name if place else file.stem,
        (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE)),
        date=datetime.now(tz=UTC).astimezone().replace(second=0, microsecond=0),
        outlet=outlet,
        policy=settings.word("policy"),
    )
    text = to_text(conversation, shown(path))
    if place:
        from groundrules.desk.vaults.moves import bring  # noqa: PLC0415 - start-up time

        bring(place.folder, {shown(path): text})
    else:
        write_text(file, text)
