"""Coverage: what was published, held against what was promised, from the source's side."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from groundrules.desk.checking import drafts_kept
from groundrules.desk.checking.drafts_kept import COVERAGE, KeptDraft, Sent
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import checker_of, instant_of, kept_draft
from groundrules.faces.web.pages.drafts import (
    Begun,
    DraftLine,
    DraftPage,
    Instant,
    Removed,
    Removing,
    Text,
    Title,
    draft_page,
    line_of,
)
from groundrules.faces.web.routing import Routes, Upload
from groundrules.vault.paper_answers import Paper

routes = Routes("coverage")


class Coverage(Struct, frozen=True):
    """What was published and kept here; and a form to check more of it."""

    kept: tuple[DraftLine, ...]


@routes.page("/coverage", template="coverage/list.html", needs=Needs.READ)
def coverage(call: Call) -> Coverage:
    """What was published: paste it or drop the page, and see which promises it broke."""
    return Coverage(tuple(map(line_of, drafts_kept.drafts(call.vault, COVERAGE))))


class Published(Struct, frozen=True):
    """What was published: its text where it is no file, when, and whether it is to be kept.

    Attributes:
        published: when it was, in the zone of this machine; "" for now.
    """

    title: Annotated[str, Meta(max_length=200)] = ""
    text: Text = ""
    published: Instant = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Published()"


@routes.form_page("/coverage/checked", template="coverage/checked.html", needs=Needs.READ)
def check_coverage(call: Call, form: Published, upload: Upload | None) -> DraftPage:
    """Check what was published, without keeping it."""
    checker = checker_of(call)
    held, _, read = drafts_kept.taken(checker, _sent(form, upload))
    drafts_kept.refuse_wordless(read)
    paper = Paper("", COVERAGE, 0, form.title or held.name, "", "", "", "self")
    held = held._replace(as_of=instant_of(form.published))
    checkup = checker.check_draft(read, held.instant)
    return draft_page(call, KeptDraft(paper, held), is_saved=False, checkup=checkup)


class Keeping(Struct, frozen=True):
    """What was published, and who may read it here."""

    title: Title
    text: Text = ""
    published: Instant = ""
    readers: Literal["house", "self"] = "house"

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Keeping()"


@routes.act("/coverage", needs=Needs.WRITE, then="/coverage/{id}")
def keep_coverage(call: Call, form: Keeping, upload: Upload | None) -> Begun:
    """Check what was published, and keep it."""
    sent = _sent(form, upload)._replace(as_of=instant_of(form.published))
    kept = drafts_kept.begin_draft(checker_of(call), form.title, sent, form.readers, COVERAGE)
    return Begun(kept.paper.id, kept.paper.version)


@routes.page("/coverage/{paper}", template="coverage/checked.html", needs=Needs.READ)
def kept_coverage(call: Call, paper: str) -> DraftPage:
    """Something that was published, and which promises it broke."""
    return draft_page(call, kept_draft(call, paper, kind=COVERAGE))


@routes.act("/coverage/{paper}/remove", needs=Needs.WRITE, then="/coverage")
def remove_coverage(call: Call, paper: str, form: Removing) -> Removed:
    """Erase something that was published, for good."""
    kept_draft(call, paper, kind=COVERAGE)
    drafts_kept.remove_draft(call.vault, paper, form.reason, COVERAGE)
    call.note(_("It is gone."))
    return Removed(paper)


def _sent(form: Published | Keeping, upload: Upload | None) -> Sent:
    if upload:
        return Sent(name=upload.name, content=upload.content)
    return Sent(form.text)
