"""What an agreement on paper leaves open and does not promise, and what came later."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from groundrules.reporters.agreement.agreement_terms import capitalised
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph
from groundrules.talk.on_paper.reasons import UNSAID, reasons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.standing import Standing
    from groundrules.reporters.agreement.agreement_page import Page
    from groundrules.reporters.sheets.sheet import Block


def gaps(page: Page) -> Iterator[Block]:
    """Yield what came later, what is open, and what is not promised."""
    yield from _later(page)
    yield from _open(page)
    yield from _not_promised(page)


def _later(page: Page) -> Iterator[Block]:
    wording, promises = page.wording, page.promises
    found = []
    for level in dict.fromkeys(one.terms.level for one in promises.released):
        turns = page.turns([one for one in promises.released if one.terms.level is level])
        now = wording.say("levels", level)
        found.append(wording.say("later", "released", turns=turns, level=now))
    for key, standings in (("graced", promises.graced), ("late", promises.late)):
        if standings:
            found.append(wording.say("later", key, turns=page.turns(standings)))
    if found:
        yield Heading(wording.say("later", "heading"))
        yield Items(tuple(found))


def _open(page: Page) -> Iterator[Block]:
    wording = page.wording
    points = [*_open_points(page), *_open_rules(page)]
    yield Heading(wording.say("open", "heading"))
    yield Items(tuple(points or (wording.say("open", "none"),)))
    if page.promises.unsettled:
        yield Paragraph(wording.say("open", "protected"))


def _open_points(page: Page) -> Iterator[str]:
    wording = page.wording
    for promise in page.promises.agreements:
        for point in promise.open:
            doubt = wording.say("open", point.doubt)
            yield _at(page, promise.kept, doubt) if promise.kept else doubt
    by_doubt: dict[str, list[Standing]] = {}
    for standing in page.promises.unsettled:
        for point in standing.open:
            by_doubt.setdefault(point.doubt, []).append(standing)
    for doubt, standings in by_doubt.items():
        yield _at(page, standings, wording.say("open", doubt))


def _open_rules(page: Page) -> Iterator[str]:
    rights = (reasons(one, page.timeline).values() for one in page.promises.agreements)
    if not UNSAID.isdisjoint(chain.from_iterable(rights)):
        yield page.wording.say("open", "unsaid")
    if page.is_between_sides:
        return
    if not page.timeline.conversation.outlet:
        yield page.wording.say("open", "outlet")
    if page.timeline.policy.word("promise_by") == "manager-first":
        yield page.as_known("promise_by", page.wording.say("open", "manager"))


def _at(page: Page, standings: Iterable[Standing], doubt: str) -> str:
    turns = page.turns(standings)
    return capitalised(page.wording.say("open", "point", turns=turns, doubt=doubt))


def _not_promised(page: Page) -> Iterator[Block]:
    conditions = [one.terms.conditions for one in page.promises.agreements]
    keys = {
        "rest": True,
        "publication": not page.is_between_sides,
        "approval": not any(one.quote_approval for one in conditions),
        "retention": not any(one.delete_by for one in conditions),
        "court": True,
    }
    wording = page.wording
    yield Heading(wording.say("not_promised", "heading"))
    yield Items(tuple(wording.say("not_promised", key) for key, holds in keys.items() if holds))
