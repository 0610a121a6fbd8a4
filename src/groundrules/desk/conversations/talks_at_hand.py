"""The conversations of a vault at hand: each is read and folded once for every version of it.

It is kept while the vault is unlocked, in memory alone, and dropped when it is locked.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_places import InVault
from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.records.review_record import open_review
from groundrules.readers.text_file import shown
from groundrules.record.notation import parse
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.record.cues.talk_reader import Heard
    from groundrules.record.facts import Fact
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation
    from groundrules.vault.answers import Text

MOST_OPEN = 4
"""How many conversations are kept with all their words."""


class Opened(NamedTuple):
    """A conversation as it stands.

    Attributes:
        name: its name.
        version: of its text; a change names it.
        may_read_words: whether the words are there.
        timeline: it, folded.
        heard: for each of its proposals, how it was heard; None where that cannot be told.
    """

    name: str
    version: int
    may_read_words: bool
    timeline: Timeline
    heard: tuple[Heard | None, ...]

    @property
    def conversation(self) -> Conversation:
        """Return what the record holds."""
        return self.timeline.conversation

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Opened(version={self.version})"


class TalksAtHand:
    """Conversations that were looked at since the vault was unlocked."""

    def __init__(self, vault: Path, settings: Settings) -> None:
        """Begin with none.

        Args:
            vault: its folder.
            settings: where policies are found.
        """
        self.vault, self.settings = vault, settings
        self._opened: OrderedDict[str, Opened] = OrderedDict()
        self._heard: dict[str, dict[Fact, Heard]] = {}
        self._guard = threading.Lock()

    def __len__(self) -> int:
        """Return how many are kept with their words."""
        return len(self._opened)

    def opened(self, name: str) -> Opened:
        """Return a conversation as it stands now.

        Raises:
            BadInput: there is none of this name, one may not read its terms, or it names a policy
                that cannot be loaded.
        """
        text = RecordReader().kept(InVault(self.vault, name))
        with self._guard:
            known = self._opened.get(name)
        if known is None or known.version != text.version:
            known = self._read(text)
        with self._guard:
            self._opened[name] = known
            self._opened.move_to_end(name)
            while len(self._opened) > MOST_OPEN:
                self._heard.pop(self._opened.popitem(last=False)[0], None)
        return known

    def _read(self, text: Text) -> Opened:
        path = shown(self.vault / text.name)
        conversation = parse(text.text, path)
        timeline = fold(conversation, Policies(self.settings).of(conversation))
        heard = self._how(text.name, conversation) if text.complete else ()
        return Opened(text.name, text.version, text.complete, timeline, heard)

    def _how(self, name: str, conversation: Conversation) -> tuple[Heard | None, ...]:
        """Return how proposals were heard; the talk is read again only for one that is new."""
        with self._guard:
            known = self._heard.get(name, {})
        if not known.keys() >= set(conversation.proposals):
            underway = open_review(str(self.vault / name), self.settings)
            pairs = zip(underway.review.proposals, underway.heard, strict=True)
            known = {fact: heard for fact, heard in pairs if heard}
            with self._guard:
                self._heard[name] = known
        return tuple(known.get(fact) for fact in conversation.proposals)
