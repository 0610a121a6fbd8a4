"""The places of a vault to which one can go by name: conversations, sources, drafts, policies."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.drafts_kept import KIND as DRAFT
from groundrules.desk.vaults.doors import door_of, doors_kept
from groundrules.desk.vaults.papers import papers
from groundrules.readers.policies import PolicyShelf
from groundrules.rules.registry import all_rules
from groundrules.vault.answers import Talk
from groundrules.vault.source_answers import Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundrules.config.settings import Settings


class Goal(NamedTuple):
    """Somewhere to go.

    Attributes:
        kind: `conversation`, `source`, `draft`, `policy` or `rule`.
        address: of its page, without any name of the vault in it.
        title: what people call it.
    """

    kind: str
    address: str
    title: str

    def __repr__(self) -> str:
        """Show of what kind it is."""
        return f"Goal({self.kind})"


def goals(vault: Path, settings: Settings) -> tuple[Goal, ...]:
    """Return every place of a vault that has a name.

    Raises:
        BadInput: the vault is locked.
    """
    with doors_kept():
        return (*_in_vault(vault), *_in_program(settings))


def _in_vault(vault: Path) -> Iterator[Goal]:
    with door_of(vault) as door:
        talks = door.ask(list[Talk], "talks")
        sources = door.ask(list[Source], "sources")
    for talk in talks:
        if talk.name and not talk.shredded:
            yield Goal("conversation", f"/conversations/{talk.stream}", talk.name)
    for source in sources:
        if not source.erased:
            yield Goal("source", f"/sources/{source.code}", source.code)
    for paper in papers(vault, DRAFT):
        yield Goal("draft", f"/drafts/{paper.id}", paper.title)


def _in_program(settings: Settings) -> Iterator[Goal]:
    for name in PolicyShelf(settings.paths("policies")).names():
        yield Goal("policy", f"/policies/{name}", name)
    for rule in all_rules():
        yield Goal("rule", f"/rules/{rule.code}", f"{rule.code} {rule.name}")
