"""Versions of a draft: what a change broke, and what it mended."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.checking.compare_versions import compare_versions
from groundrules.desk.checking.shown_findings import ShownCheck, ShownFinding
from groundrules.desk.vaults.papers import versions
from groundrules.errors import BadInput
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import FindingCard, cards_of, checker_of, kept_draft
from groundrules.faces.web.routing import NotHere, Routes
from groundrules.faces.web.shaping import shaped
from groundrules.vault.keeper.door import Locked

routes = Routes("drafts")


class VersionLine(Struct, frozen=True):
    """A version of a draft: its number, the day it was kept, by whom, and what it was called."""

    version: int
    changed: str
    author: str
    title: str


class RunShown(Struct, frozen=True):
    """A run of words: `same`, `gone` or `new`."""

    what: str
    text: str


class PassageShown(Struct, frozen=True):
    """A paragraph, and what was done to it."""

    changed: bool
    runs: tuple[RunShown, ...]


class Versions(Struct, frozen=True):
    """The versions of a draft, and two of them side by side.

    Attributes:
        broken: what only the later one breaks; `mended` what only the earlier one did.
        kept: how many findings both have.
    """

    id: str
    title: str
    versions: tuple[VersionLine, ...]
    before: int
    after: int
    passages: tuple[PassageShown, ...]
    broken: tuple[FindingCard, ...]
    mended: tuple[FindingCard, ...]
    kept: int


class Compared(Struct, frozen=True):
    """Which two versions; 0 for the last one, and for the one before it."""

    before: Annotated[int, Meta(ge=0, le=1 << 31)] = 0
    after: Annotated[int, Meta(ge=0, le=1 << 31)] = 0


@routes.page("/drafts/{draft}/versions", template="drafts/versions.html", needs=Needs.READ)
def draft_versions(call: Call, draft: str, query: Compared) -> Versions:
    """Two versions of a draft: what was changed, and which promises that broke or mended."""
    kept = kept_draft(call, draft)
    every = versions(call.vault, draft)
    after = query.after or every[-1].version
    earlier = [one.version for one in every if one.version < after]
    before = query.before or (earlier[-1] if earlier else after)
    try:
        found = compare_versions(checker_of(call), draft, before, after)
    except Locked:
        raise
    except BadInput:
        raise NotHere from None
    return Versions(
        draft,
        kept.paper.title,
        tuple(shaped(one, VersionLine) for one in reversed(every)),
        before,
        after,
        tuple(shaped(one, PassageShown) for one in found.passages),
        _cards(found.broken),
        _cards(found.mended),
        found.kept,
    )


def _cards(found: tuple[ShownFinding, ...]) -> tuple[FindingCard, ...]:
    return cards_of(ShownCheck(found, 0, 0, 0, 0, 0, (), (), ()))
