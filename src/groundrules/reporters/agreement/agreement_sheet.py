"""The agreement of a talk as a sheet: confidentiality in plain words, with nothing smoothed over.

What is open, undefined or not promised stands on the page as such. The outlet signs it as a receipt
that a source may keep or refuse; only where both sides are institutions may both sign.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from groundrules.reporters.agreement.agreement_duties import duties
from groundrules.reporters.agreement.agreement_gaps import gaps
from groundrules.reporters.agreement.agreement_page import Page
from groundrules.reporters.agreement.agreement_terms import agreement, capitalised
from groundrules.reporters.sheets.sheet import Heading, Paragraph, Rows, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.timeline import Timeline
    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.on_paper.naming import Naming
    from groundrules.talk.on_paper.promises import Promises


def sheet(
    promises: Promises, timeline: Timeline, naming: Naming, *, both_sign: bool = False
) -> Sheet:
    """Return what a talk promised to some of its parties as a sheet.

    Args:
        promises: theirs alone, with at least one agreement.
        timeline: the talk.
        naming: the language, and whether names may stand on the page.
        both_sign: there are lines for two signatures.
    """
    page = Page(promises, timeline, naming)
    blocks = (
        *_opening(page),
        *_who(page),
        *_agreements(page),
        *gaps(page),
        *duties(page, both_sign=both_sign),
    )
    wording = naming.wording
    return Sheet(wording.say("page", "title"), blocks, wording.say("page", "language"))


def _opening(page: Page) -> Iterator[Block]:
    yield Paragraph(page.wording.say("page", "intro"))
    if page.naming.names:
        yield Paragraph(page.wording.say("page", "named"), "warning")
    else:
        yield Paragraph(page.wording.say("page", "unnamed"), "note")


def _who(page: Page) -> Iterator[Block]:
    wording, conversation = page.wording, page.timeline.conversation
    policy = page.timeline.policy
    rows = {
        "outlet": conversation.outlet,
        "made_by": page.people(page.bound()),
        "protects": page.people(page.protected()),
        "date": _day(page),
        "matter": conversation.matter,
        "policy": wording.say("who", "version", policy=policy.title, version=policy.version),
    }
    if page.is_between_sides:
        del rows["outlet"]
        rows["custom"] = rows.pop("policy")
    if page.naming.tells(conversation.matter):
        rows["matter"] = wording.say("who", "withheld")
    yield Heading(wording.say("who", "heading"))
    yield Rows(
        (wording.say("who", "what"), wording.say("who", "answer")),
        tuple(
            (wording.say("who", key), capitalised(value) or wording.say("who", "unknown"))
            for key, value in rows.items()
        ),
    )


def _day(page: Page) -> str:
    day = page.timeline.conversation.date
    if day is None:
        return ""
    return page.wording.instant(day) if isinstance(day, datetime) else page.wording.day(day)


def _agreements(page: Page) -> Iterator[Block]:
    wording, agreements = page.wording, page.promises.agreements
    for number, promise in enumerate(agreements, 1):
        level = wording.say("levels", promise.terms.level)
        numbered = wording.say("agreed", "numbered", number=str(number), level=level)
        yield Heading(numbered if agreements[1:] else wording.say("agreed", "heading"))
        yield from agreement(promise, page.timeline, page.naming)
