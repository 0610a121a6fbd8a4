"""The papers of the invented newsroom: drafts that break promises, and an approval asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from groundrules.desk.checking.approvals_asked import Approval, ask_approval
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.checking.drafts_kept import Change, Sent, begin_draft, keep_draft
from groundrules.desk.vaults.doors import door_of
from groundrules.readers.text_file import read_text
from groundrules.vault.source_answers import Source

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from groundrules.config.settings import Settings

_STORY, _MEMO = "Bank walked away from Pier 9", "The fentanyl memorandum"
_BROKEN = '"The deal was dead by Friday," said Dana Whitfield'
"""What the second version of the story says no more."""

_QUOTED = "I have never seen management so scared of its own attorneys"
_QUOTED_IN, _TURN = "union-2026-11-04", 6


def write_papers(vault: Path, settings: Settings, drafts: Path, today: date) -> None:
    """Put the drafts into a vault with the records that they rest on.

    Args:
        vault: its folder.
        settings: with the vault as the place of the records.
        drafts: the folder of the drafts.
        today: the day after which the approval is due.
    """
    checker = TextChecker(vault, settings)
    text = read_text(drafts / "pier-9.md")
    first = begin_draft(checker, _STORY, Sent(text)).paper
    keep_draft(checker, first.id, Change(first.version, _STORY, _without(text, _BROKEN)))
    begin_draft(checker, _MEMO, Sent(read_text(drafts / "fentanyl-memo.md")))
    due = (today + timedelta(days=1)).isoformat()
    with door_of(vault) as door:
        stream = door.ask(str, "stream_of_talk", name=_QUOTED_IN)
        sources = door.ask(list[Source], "sources")
    whom = next(one.code for one in sources if _QUOTED_IN in one.talks)
    approval = Approval(first.id, stream, _TURN, _QUOTED, whom, due)
    ask_approval(vault, f"A quotation in: {_STORY}", approval, "house")


def _without(text: str, beginning: str) -> str:
    """Return a text without the paragraph that begins with some words."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(one for one in paragraphs if not one.startswith(beginning))
