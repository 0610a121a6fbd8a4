"""Listing the conversations of a vault: when each was, on which terms, and what is open in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from groundrules.desk.conversations.conversation_shapes import Counted, TalkLine
from groundrules.desk.conversations.conversation_view import level_of, rail_of
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.vaults.doors import door_of
from groundrules.readers.text_file import shown
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.reporters.picture.rail_marks import open_points
from groundrules.reporters.talk import LETTERS
from groundrules.vault.answers import Talk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.vault.answers import Text

AT_ONCE = 50
"""How many texts the vault is asked for at once."""


class TalkList:
    """The conversations of a vault; each is folded once for every version of it."""

    def __init__(self, vault: Path, settings: Settings) -> None:
        """Begin with none.

        Args:
            vault: its folder.
            settings: where policies are found.
        """
        self.vault, self.settings = vault, settings
        self._lines: dict[tuple[str, int], TalkLine] = {}

    def lines(self) -> tuple[TalkLine, ...]:
        """Return every conversation, the latest first.

        Raises:
            BadInput: the vault is locked, or a policy that is named cannot be loaded.
        """
        with door_of(self.vault) as door:
            talks = door.ask(list[Talk], "talks")
        known = self._lines
        new = [one for one in talks if one.name and (one.stream, one.version) not in known]
        read = {**known, **self._read(new)}
        self._lines = {
            key: read[key] for one in talks if (key := (one.stream, one.version)) in read
        }
        lines = [read.get((one.stream, one.version)) or _unread(one) for one in talks]
        return tuple(sorted(lines, key=lambda one: (one.day, one.name), reverse=True))

    def _read(self, talks: list[Talk]) -> dict[tuple[str, int], TalkLine]:
        policies = Policies(self.settings) if talks else None
        found = {}
        for first in range(0, len(talks), AT_ONCE):
            some = talks[first : first + AT_ONCE]
            texts = {one.name: one for one in self._texts(some)}
            for talk in some:
                if policies:
                    line = _line(talk, texts[talk.name], policies, self.vault)
                    found[talk.stream, talk.version] = line
        return found

    def _texts(self, talks: Iterable[Talk]) -> list[Text]:
        return RecordReader().texts(self.vault, [one.name for one in talks])


def _unread(talk: Talk) -> TalkLine:
    return TalkLine(talk.stream, talk.name, talk.since, talk.may_read, talk.shredded)


def _line(talk: Talk, text: Text, policies: Policies, vault: Path) -> TalkLine:
    conversation = parse(text.text, shown(vault / text.name))
    timeline = fold(conversation, policies.of(conversation))
    reporters = {party.id for party in conversation.parties if party.is_reporter}
    said = [one for one in timeline.standings if one.statement.speaker not in reporters]
    counts = Counter(one.status for one in said)
    return TalkLine(
        talk.stream,
        talk.name,
        conversation.date.isoformat() if conversation.date else talk.since,
        talk.may_read,
        talk.shredded,
        conversation.outlet,
        timeline.policy.id,
        conversation.matter,
        len(conversation.turns),
        tuple(Counted(level_of(one), counts[one]) for one in LETTERS if counts[one]),
        rail_of(timeline),
        len(open_points(timeline)),
        len(conversation.proposals),
    )
