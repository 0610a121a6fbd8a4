"""Tapes that are recorded at the light: begun once, however often the page asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import doors_kept
from groundrules.desk.vaults.tapes import begin_tape, mark_tape, tapes

if TYPE_CHECKING:
    from pathlib import Path


def tape_for(vault: Path, talk_name: str, mark: str, mime: str) -> str:
    """Return the id of the tape that was begun under a mark; begin it where there is none.

    Args:
        vault: its folder.
        talk_name: the conversation's name.
        mark: 32 hexadecimal digits that the page has made up.
        mime: `audio/...`, as the recorder names it.

    Raises:
        BadInput: one may not read the conversation's words, or the type is none.
    """
    own = f"light {mark}"
    with doors_kept():
        for tape in tapes(vault, talk_name):
            if any(one.mark == own for one in tape.marks):
                return tape.id
        begun = begin_tape(vault, talk_name, mime)
        mark_tape(vault, begun, own, 0)
        return begun
