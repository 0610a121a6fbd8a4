"""Understanding a story's declaration: `docs/how-to/declare-a-story.md` has the form."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from groundrules.evidence.story import Story, StoryFact, StorySource
from groundrules.tables.table import Faults, Table

if TYPE_CHECKING:
    from groundrules.tables.table import Document

_CHOOSERS = ("source", "outlet")
_INSTANT = "write it like 2026-11-06T06:00-05:00, with its offset from UTC"


def story_of(document: Document) -> Story:
    """Return the story that a document declares.

    Raises:
        BadInput: something in it cannot be meant, with every fault.
    """
    faults = Faults()
    top = Table(document, faults, (), document.raw)
    top.allow(("story", "publish", "facts", "sources"), "key")
    story = Story(
        id=top.text("story", required=True),
        publish=_instant(top),
        facts=tuple(_fact(name, table) for name, table in top.table("facts").tables()),
        sources=tuple(_source(name, table) for name, table in top.table("sources").tables()),
    )
    faults.close()
    return story


def _instant(top: Table) -> datetime | None:
    raw = top.raw.get("publish")
    if raw is None:
        return None
    try:
        instant = raw if isinstance(raw, datetime) else datetime.fromisoformat(str(raw))
    except ValueError:
        top.refuse("publish", "it is not an instant", _INSTANT)
        return None
    if instant.utcoffset() is None:
        top.refuse("publish", "it has no offset from UTC", _INSTANT)
    return instant


def _fact(name: str, table: Table) -> StoryFact:
    table.allow(("words", "rests_on", "allegation"), "key of a fact")
    return StoryFact(
        name,
        table.text("words", required=True),
        table.texts("rests_on", required=True),
        allegation=table.flag("allegation"),
    )


def _source(name: str, table: Table) -> StorySource:
    table.allow(("party", "pseudonym", "chosen_by", "told_before"), "key of a source")
    pseudonym = table.text("pseudonym")
    chosen_by = table.choice("chosen_by", _CHOOSERS) if pseudonym else ""
    return StorySource(name, table.text("party"), pseudonym, chosen_by, table.texts("told_before"))
