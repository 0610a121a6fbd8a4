"""One finding of a draft: the promise behind it, and what the newsroom decides about it."""

import re
from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.checking import drafts_kept
from groundrules.desk.checking.decide_use import Deciding, sign_off_use, waive_finding
from groundrules.desk.checking.drafts_kept import Change, KeptDraft
from groundrules.desk.checking.publication_time import publication_time
from groundrules.draft.document import Span
from groundrules.draft.printed import as_printed
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import (
    FindingCard,
    cards_of,
    checker_of,
    instant_of,
    kept_draft,
    local_time,
)
from groundrules.faces.web.pages.drafts import Version, examined
from groundrules.faces.web.routing import NotHere, Routes
from groundrules.record.facts import DeskRole, Purpose
from groundrules.reporters.rule_text import texts_for

routes = Routes("drafts")

_KEY = re.compile(r"(?P<card>GR\d{3}(?:-[0-9a-f]{32}-(?P<turn>\d{1,6}))?)(?:-(?P<nth>\d{1,4}))?")


class FindingPage(Struct, frozen=True):
    """A finding with all that there is to know about it.

    Attributes:
        key: what stands for it in addresses.
        passage: the words of the draft, as readers see them.
        why: why the rule matters, in paragraphs.
        story: the id of the story that the draft declares; "" where it declares none.
        stream: of the conversation with the statement; "" where there is none.
        edits: what may stand in the passage's place.
        now: the instant, as a field for one has it.
    """

    id: str
    title: str
    version: int
    key: str
    card: FindingCard
    passage: str
    why: tuple[str, ...]
    story: str
    stream: str
    turn: int
    edits: tuple[str, ...]
    now: str

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"FindingPage({self.key})"


@routes.page("/drafts/{draft}/findings/{finding}", template="drafts/finding.html", needs=Needs.READ)
def finding(call: Call, draft: str, finding: str) -> FindingPage:
    """A finding: the promise behind it, what would mend it, and what can be decided."""
    return _found(call, kept_draft(call, draft), finding)


def _found(call: Call, kept: KeptDraft, key: str) -> FindingPage:
    matched = _KEY.fullmatch(key)
    checkup, check = examined(call, kept)
    if matched is None or checkup.examination is None:
        raise NotHere
    alike = [number for number, one in enumerate(check.findings) if one.key == matched["card"]]
    nth = int(matched["nth"] or 1)
    if not 1 <= nth <= len(alike):
        raise NotHere
    number = alike[nth - 1]
    shown, case = check.findings[number], checkup.examination.case
    (text,) = texts_for([checkup.examination.findings[number]])
    return FindingPage(
        kept.paper.id,
        kept.paper.title,
        kept.paper.version,
        key,
        cards_of(check)[number],
        as_printed(case.draft, Span(shown.start, shown.end)),
        tuple(one.replace("**", "").replace("`", "") for one in text.why.split("\n\n")),
        case.story.id,
        shown.origin.stream if shown.origin else "",
        shown.origin.turn if shown.origin else 0,
        shown.edits,
        local_time(call.now().isoformat()),
    )


class Mending(Struct, frozen=True):
    """Which of the edits that mend a finding, counted from 0, and of which version."""

    version: Version
    edit: Annotated[int, Meta(ge=0, le=100)] = 0


class Decided(Struct, frozen=True):
    """What was decided about a finding."""

    draft: str
    finding: str


@routes.act("/drafts/{draft}/findings/{finding}/mend", needs=Needs.WRITE, then="/drafts/{draft}")
def mend(call: Call, draft: str, finding: str, form: Mending) -> Decided:
    """Put the agreed words in the place of a passage, as a new version of the draft."""
    kept = kept_draft(call, draft)
    found = _found(call, kept, finding)
    if form.edit >= len(found.edits):
        raise NotHere
    text, card = kept.draft.text, found.card
    mended = text[: card.from_] + found.edits[form.edit] + text[card.to :]
    change = Change(form.version, kept.paper.title, mended, kept.draft.as_of)
    drafts_kept.keep_draft(checker_of(call), draft, change)
    call.note(_("The agreed words stand there now."))
    return Decided(draft, finding)


class Waiving(Struct, frozen=True):
    """Who publishes in spite of a finding, why, and until when that holds."""

    who: Annotated[str, Meta(min_length=1, max_length=100)]
    role: DeskRole
    reason: Annotated[str, Meta(min_length=3, max_length=500)]
    until: Annotated[str, Meta(min_length=1, max_length=40)]
    only_this_story: bool = False


@routes.act(
    "/drafts/{draft}/findings/{finding}/waive",
    needs=Needs.WRITE,
    then="/drafts/{draft}",
)
def waive(call: Call, draft: str, finding: str, form: Waiving) -> Decided:
    """Record that what a finding says is published all the same, until an instant."""
    found = _found(call, kept_draft(call, draft), finding)
    story = _story(found, wanted=form.only_this_story)
    deciding = Deciding(form.who, form.role, form.reason, story, _until(form.until))
    waive_finding(_record(call, found), found.turn, found.card.code, deciding)
    call.note(_("The waiver is in the record. The finding stays in the report, as a note."))
    return Decided(draft, finding)


class SigningOff(Struct, frozen=True):
    """Who approves a use of what somebody said, for what, and why."""

    who: Annotated[str, Meta(min_length=1, max_length=100)]
    role: DeskRole
    purpose: Purpose
    reason: Annotated[str, Meta(min_length=3, max_length=500)]
    until: Annotated[str, Meta(max_length=40)] = ""
    only_this_story: bool = False


@routes.act(
    "/drafts/{draft}/findings/{finding}/sign-off",
    needs=Needs.WRITE,
    then="/drafts/{draft}",
)
def sign_off(call: Call, draft: str, finding: str, form: SigningOff) -> Decided:
    """Record that the newsroom approves a use of what somebody said."""
    found = _found(call, kept_draft(call, draft), finding)
    story = _story(found, wanted=form.only_this_story)
    until = _until(form.until) if form.until else None
    deciding = Deciding(form.who, form.role, form.reason, story, until)
    sign_off_use(_record(call, found), found.turn, form.purpose, deciding)
    call.note(_("The sign-off is in the record."))
    return Decided(draft, finding)


def _record(call: Call, found: FindingPage) -> str:
    if not found.stream:
        message = "this finding is about no statement of the record"
        raise BadInput(Fault("finding", message, "mend the draft instead"))
    return call.path(call.name_of(found.stream))


def _story(found: FindingPage, *, wanted: bool) -> str:
    if wanted and not found.story:
        message = "the draft declares no story"
        raise BadInput(Fault("story", message, "declare it in the front matter of the draft"))
    return found.story if wanted else ""


def _until(text: str) -> datetime:
    return publication_time(instant_of(text))
