"""Every conversation of a vault, folded, and kept from one look to the next.

What was folded at one version of a text is not folded again. A server keeps one of these in memory
while its vault is unlocked, and drops it when it is locked.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.vault.answers import Talk, Text

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.record.timeline import Timeline

_NOTHING = "nothing"


class FoldedTalk(NamedTuple):
    """A conversation of which one may read at least the terms.

    Attributes:
        talk: what the vault says of it.
        timeline: on which terms its words stand; None where its record has faults.
    """

    talk: Talk
    timeline: Timeline | None

    def __repr__(self) -> str:
        """Show which it is, and no word of it."""
        return f"FoldedTalk({self.talk!r})"


class FoldedTalks:
    """The conversations of one vault as they were when somebody looked last."""

    def __init__(self, vault: Path, settings: Settings) -> None:
        """Begin with none.

        Args:
            vault: its folder.
            settings: where the policies are.
        """
        self._vault = vault
        self._settings = settings
        self._policies: Policies | None = None
        self._kept: dict[tuple[str, int, str], FoldedTalk] = {}
        self._guard = threading.Lock()

    def __repr__(self) -> str:
        """Show how many there are."""
        return f"FoldedTalks({len(self._kept)})"

    def now(self) -> tuple[FoldedTalk, ...]:
        """Return every conversation that is there and whose terms one may read, by name.

        Raises:
            BadInput: the vault is locked, or the house's policy cannot be loaded.
        """
        with self._guard:
            with door_of(self._vault) as door:
                talks = door.ask(list[Talk], "talks")
            there = [one for one in talks if not one.shredded and one.may_read != _NOTHING]
            missing = [one for one in there if _mark(one) not in self._kept]
            read = {one.name: one for one in self._read([one.name for one in missing])}
            # What was written between the two questions is folded again at the next look.
            new = {_mark(one): self._folded(one, read[one.name]) for one in missing}
            known = self._kept | new
            self._kept = {_mark(one): known[_mark(one)]._replace(talk=one) for one in there}
            return tuple(self._kept.values())

    def _read(self, names: list[str]) -> list[Text]:
        if not names:
            return []
        with door_of(self._vault) as door:
            return door.ask(list[Text], "texts", names=names)

    def _folded(self, talk: Talk, text: Text) -> FoldedTalk:
        self._policies = self._policies or Policies(self._settings)
        try:
            conversation = parse(text.text)
            return FoldedTalk(talk, fold(conversation, self._policies.of(conversation)))
        except BadInput:
            return FoldedTalk(talk, None)


def _mark(talk: Talk) -> tuple[str, int, str]:
    return talk.stream, talk.version, talk.may_read
