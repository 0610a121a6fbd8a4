"""A small newsroom with one record, whose source is to be described in agreed words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

AGREED = "a person involved in the negotiations"
SPOKEN = "We were told on Thursday that two hundred jobs would go with the pier"
NAME = "Marcus Oyelaran"
RECORD = f"""conversation: union
date: 2026-11-04T18:30-05:00
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S2: source, {NAME}, of Dockworkers Local 412

[00:00:04] S2: On background, please. Call me {AGREED}.
  > ask background description="{AGREED}"
[00:00:15] AR: By that description and no other. To me that means I use it without your name. Yes?
  > define attribute=description
[00:00:31] S2: Yes.
  > agree
[00:00:40] S2: {SPOKEN}.
"""
WRONG = "a union negotiator for the dockworkers"
DRAFT = f"""# Jobs at the pier

“{SPOKEN},” said {WRONG}.

It rained on the harbour all day.
"""
MENDED = DRAFT.replace(WRONG, AGREED)
CODE = "GR201"


def furnish_pier(folder: Path, draft: str = DRAFT, name: str = "story.md") -> Path:
    """Put the record and a draft into a folder; return the draft."""
    (folder / "records").mkdir(parents=True, exist_ok=True)
    (folder / "records" / "union.record").write_text(RECORD, encoding="utf-8")
    (folder / name).write_text(draft, encoding="utf-8")
    return folder / name
