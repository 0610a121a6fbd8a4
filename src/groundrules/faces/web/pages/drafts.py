"""Drafts: written here or brought in, and checked against every promise as one types."""

from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from groundrules.desk.checking import drafts_kept
from groundrules.desk.checking.drafts_kept import Change, KeptDraft, Sent
from groundrules.desk.checking.printed_text import paragraphs_of
from groundrules.desk.checking.serve_editor import Checkup
from groundrules.desk.checking.shown_findings import ShownCheck, shown_check
from groundrules.draft.document import Span
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import (
    FindingCard,
    ParagraphShown,
    Tally,
    cards_of,
    checker_of,
    instant_of,
    kept_draft,
    local_time,
    paragraphs_shown,
    tally_of,
)
from groundrules.faces.web.routing import Routes, Upload

routes = Routes("drafts")

Title = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S")]
"""More than blanks, or nobody could find it in a list."""
Text = Annotated[str, Meta(max_length=drafts_kept.MOST_TEXT)]
Reason = Annotated[str, Meta(min_length=3, max_length=500)]
Instant = Annotated[str, Meta(max_length=40)]
Version = Annotated[int, Meta(ge=0, le=1 << 31)]


class DraftLine(Struct, frozen=True):
    """A draft in the list: what was found in it when it was kept last, and who did that."""

    id: str
    title: str
    version: int
    changed: str
    author: str
    readers: str
    as_of: str
    is_file: bool
    errors: int
    warnings: int
    notes: int


class DraftList(Struct, frozen=True):
    """Every draft that one may read."""

    drafts: tuple[DraftLine, ...]


@routes.page("/drafts", template="drafts/list.html", needs=Needs.READ)
def drafts(call: Call) -> DraftList:
    """Every draft, with what was found in it."""
    return DraftList(tuple(map(line_of, drafts_kept.drafts(call.vault))))


def line_of(kept: KeptDraft) -> DraftLine:
    """Return a draft as a line of a list."""
    paper, held = kept
    return DraftLine(
        paper.id,
        paper.title,
        paper.version,
        paper.changed,
        paper.author,
        paper.readers,
        local_time(held.as_of),
        bool(held.file),
        *held.found,
    )


class Blank(Struct, frozen=True):
    """Nothing: the page has a form for a new draft."""


@routes.page("/drafts/new", template="drafts/new.html", needs=Needs.READ)
def new_draft() -> Blank:
    """Begin a draft: write or paste it, or bring a file."""
    return Blank()


class Beginning(Struct, frozen=True):
    """What a new draft is called, its text where it is no file, and who may read it."""

    title: Title
    text: Text = ""
    readers: Literal["house", "self"] = "house"

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Beginning()"


class Begun(Struct, frozen=True):
    """A draft that was begun."""

    id: str
    version: int


@routes.act("/drafts", needs=Needs.WRITE, then="/drafts/{id}", form_at="/drafts/new")
def begin_draft(call: Call, form: Beginning, upload: Upload | None) -> Begun:
    """Begin a draft with a text or a file."""
    sent = Sent(name=upload.name, content=upload.content) if upload else Sent(form.text)
    kept = drafts_kept.begin_draft(checker_of(call), form.title, sent, form.readers)
    return Begun(kept.paper.id, kept.paper.version)


class DraftPage(Struct, frozen=True):
    """A draft with what is found in it.

    Attributes:
        as_of: when it is to be published, in the zone of this machine; "" where nobody said.
        is_file: it came as a file, so that its text is changed there.
        is_word: that file is Word's, into a copy of which comments can be put.
        is_saved: what is checked is what is kept.
        paragraphs: its text as readers see it, with the findings marked.
    """

    id: str
    title: str
    name: str
    version: int
    readers: str
    changed: str
    author: str
    text: str
    as_of: str
    is_file: bool
    is_word: bool
    is_saved: bool
    findings: tuple[FindingCard, ...]
    tally: Tally
    paragraphs: tuple[ParagraphShown, ...]

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"DraftPage({self.id})"


@routes.page("/drafts/{draft}", template="drafts/draft.html", needs=Needs.READ)
def draft(call: Call, draft: str) -> DraftPage:
    """A draft, and beside it every promise that it breaks."""
    return draft_page(call, kept_draft(call, draft))


def draft_page(
    call: Call, kept: KeptDraft, *, is_saved: bool = True, checkup: Checkup | None = None
) -> DraftPage:
    """Return a draft as its page has it, checked."""
    checkup, check = examined(call, kept, checkup)
    spans = [Span(one.start, one.end) for one in check.findings]
    read = checkup.examination.case.draft if checkup.examination else None
    paper, held = kept
    return DraftPage(
        id=paper.id,
        title=paper.title,
        name=held.name,
        version=paper.version,
        readers=paper.readers,
        changed=paper.changed,
        author=paper.author,
        text="" if held.file else held.text,
        as_of=local_time(held.as_of),
        is_file=bool(held.file),
        is_word=bool(held.file) and held.name.lower().endswith((".docx", ".docm")),
        is_saved=is_saved,
        findings=cards_of(check),
        tally=tally_of(check),
        paragraphs=paragraphs_shown(paragraphs_of(read, spans)) if read else (),
    )


def examined(
    call: Call, kept: KeptDraft, checkup: Checkup | None = None
) -> tuple[Checkup, ShownCheck]:
    """Return what came of checking a draft, and the same as a page shows it."""
    checker, held = checker_of(call), kept.draft
    changes_here = kept.paper.kind == drafts_kept.KIND and not held.file
    checkup = checkup or drafts_kept.check_kept(checker, kept)
    edits = {} if not changes_here else checker.mends(held.name, held.text, checkup, held.instant)
    return checkup, shown_check(checker, checkup, edits)


class Saving(Struct, frozen=True):
    """A draft as it is to be kept."""

    version: Version
    title: Title
    text: Text = ""
    as_of: Instant = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Saving()"


@routes.act("/drafts/{draft}", needs=Needs.WRITE, then="/drafts/{id}")
def save_draft(call: Call, draft: str, form: Saving) -> Begun:
    """Keep a draft as a new version."""
    kept_draft(call, draft)
    change = Change(form.version, form.title, form.text, instant_of(form.as_of))
    kept = drafts_kept.keep_draft(checker_of(call), draft, change)
    call.note(_("Kept as version %(version)s.") % {"version": kept.paper.version})
    return Begun(kept.paper.id, kept.paper.version)


@routes.form_page("/drafts/{draft}/checked", template="drafts/draft.html", needs=Needs.READ)
def checked_draft(call: Call, draft: str, form: Saving) -> DraftPage:
    """A draft as it is in the form, checked and not kept."""
    kept = kept_draft(call, draft)
    text = kept.draft.text if kept.draft.file else form.text
    held = kept.draft._replace(text=text, as_of=instant_of(form.as_of))
    return draft_page(call, kept._replace(draft=held), is_saved=False)


class Typed(Struct, frozen=True):
    """A text while it is being written, and the version that it is a change of."""

    text: Text
    version: Version = 0

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Typed()"


class CheckedText(Struct, frozen=True):
    """What is found in a text. What a finding `says` ends with what would mend it."""

    findings: tuple[FindingCard, ...]
    tally: Tally
    version: int


@routes.act("/drafts/{draft}/check", needs=Needs.READ)
def check_draft(call: Call, draft: str, form: Typed) -> CheckedText:
    """Check a text as it is being written. Nothing is kept."""
    kept = kept_draft(call, draft)
    held = kept.draft if kept.draft.file else kept.draft._replace(text=form.text)
    _checkup, check = examined(call, kept._replace(draft=held))
    cards = tuple(replace(one, says=f"{one.says} {one.mends}".strip()) for one in cards_of(check))
    return CheckedText(cards, tally_of(check), form.version)


class Removing(Struct, frozen=True):
    """Why something is removed; the reason stays."""

    reason: Reason


class Removed(Struct, frozen=True):
    """What was removed."""

    id: str


@routes.act("/drafts/{draft}/remove", needs=Needs.WRITE, then="/drafts")
def remove_draft(call: Call, draft: str, form: Removing) -> Removed:
    """Erase a draft with all its versions, for good."""
    kept_draft(call, draft)
    drafts_kept.remove_draft(call.vault, draft, form.reason)
    call.note(_("The draft is gone, with every version."))
    return Removed(draft)
