"""Who must keep an agreement on paper, what to do if it is broken, and who signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph
from groundrules.terms.policy import CAUTIOUS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.agreement.agreement_page import Page
    from groundrules.reporters.sheets.sheet import Block


def duties(page: Page, *, both_sign: bool) -> Iterator[Block]:
    """Yield who is bound, what to do about a breach, and the receipt with its signatures."""
    yield from _bound(page)
    yield from _breach(page)
    yield from _receipt(page, both_sign=both_sign)


def _bound(page: Page) -> Iterator[Block]:
    wording = page.wording
    yield Heading(wording.say("bound", "heading"))
    made = wording.say("bound", "made", people=page.people(page.bound()))
    sides = page.is_between_sides
    yield Paragraph(made)
    yield Paragraph(wording.say("bound", "sides") if sides else _bound_by_policy(page))


def _bound_by_policy(page: Page) -> str:
    policy = page.timeline.policy
    ruling = policy.practices.get("binds")
    if ruling is None or ruling.policy == CAUTIOUS:
        return page.wording.say("bound", "unknown")
    return page.as_known("binds", page.wording.say("bound", policy.word("binds")))


def _breach(page: Page) -> Iterator[Block]:
    yield Heading(page.wording.say("breach", "heading"))
    yield Items(page.wording.lists["breach", "steps"], "steps")
    yield Paragraph(page.wording.say("breach", "legal"), "note")


def _receipt(page: Page, *, both_sign: bool) -> Iterator[Block]:
    wording = page.wording
    key = "both_sign" if both_sign else "sides_sign" if page.is_between_sides else "one_signs"
    signature = (wording.say("receipt", "place"), wording.say("receipt", "signature"))
    yield Heading(wording.say("receipt", "heading"))
    yield Paragraph(wording.say("receipt", key))
    yield Blanks(tuple(one for who in _signers(page, both=both_sign) for one in (who, *signature)))
    record = page.timeline.conversation.id
    if not page.naming.tells_within(record):
        yield Paragraph(wording.say("page", "record", record=record), "note")


def _signers(page: Page, *, both: bool) -> Iterator[str]:
    wording, outlet = page.wording, page.timeline.conversation.outlet
    if not page.is_between_sides:
        yield _line_for(page, outlet) if outlet else wording.say("receipt", "for_outlet")
    elif not both:
        yield wording.say("receipt", "for_side")
    if both:
        for party in page.protected():
            yield _line_for(page, page.shown(party))


def _line_for(page: Page, who: str) -> str:
    return page.wording.say("receipt", "for", who=who)
