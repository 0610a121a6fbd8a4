"""Retention: which conversation is to be gone when, the house's own term, and shredding."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.vaults.due_talks import DueTalk, due_talks
from groundrules.desk.vaults.retention import set_term
from groundrules.desk.vaults.shred_by_name import shred_by_name
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.languages import ngettext
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import Routes

routes = Routes("retention")


class DueLine(Struct, frozen=True):
    """When a conversation is to be gone.

    Attributes:
        talk: its stream.
        name: of the conversation.
        day: YYYY-MM-DD; "" where nothing says that it goes.
        why: `promised`, `house`, `none`, or `unreadable` for a record with faults.
        held: whether a hold keeps it, whatever the day.
        left: days from today to the day; negative where it has passed.
        last_day: of activity.
        is_due: whether the day has come, and no hold keeps it.
        is_soon: whether it comes within two weeks, or has come.
    """

    talk: str
    name: str
    day: str
    why: str
    held: bool
    left: int
    last_day: str
    is_due: bool
    is_soon: bool


class RetentionPage(Struct, frozen=True):
    """Which conversation is to be gone when.

    Attributes:
        due: the earliest day first, those without a day last.
        unread: how many others there are, of which one cannot tell.
        days: the house's own term in days; 0 where it has none.
    """

    due: tuple[DueLine, ...]
    unread: int
    days: int


@routes.page("/settings/retention", template="settings/retention.html", needs=Needs.READ)
def retention(call: Call) -> RetentionPage:
    """Which conversation is to be gone when."""
    found = due_talks(call.vault)
    return RetentionPage(tuple(map(_line, found.talks)), found.unread, found.days)


class Term(Struct, frozen=True):
    """How many days after its last activity a conversation goes; 0 for never."""

    days: Annotated[int, Meta(ge=0, le=36_500)]


@routes.act("/settings/retention", needs=Needs.WRITE, then="/settings/retention")
def set_days(call: Call, form: Term) -> Term:
    """Set the house's own term."""
    set_term(call.vault, form.days)
    call.note(_("The house's own term is set."))
    return form


@routes.page("/settings/retention/{talk}/shred", template="settings/shred.html", needs=Needs.READ)
def shredding(call: Call, talk: str) -> DueLine:
    """What would go if a conversation were shredded now; the first of two steps."""
    (due,) = due_talks(call.vault, [call.name_of(talk)]).talks
    return _line(due)


class Shredding(Struct, frozen=True):
    """Why a conversation goes, its name typed once more, and whether before its day."""

    reason: Annotated[str, Meta(min_length=3, max_length=500)]
    name: Annotated[str, Meta(max_length=200)]
    early: bool = False


class Gone(Struct, frozen=True):
    """What a shredding took away."""

    talks: int
    sources: int
    parts: int
    epoch: int
    overwritten: bool


@routes.act("/settings/retention/{talk}/shred", needs=Needs.WRITE, then="/settings/retention")
def shred(call: Call, talk: str, form: Shredding) -> Gone:
    """Delete a conversation for good, and the names of sources who stand in no other."""
    name = call.name_of(talk)
    found = shred_by_name(call.vault, name, form.name, form.reason, early=form.early)
    call.seat.forget("folded talks")
    text = ngettext(
        "It is gone for good, with %(count)s source who stood in no other.",
        "It is gone for good, with %(count)s sources who stood in no other.",
        found.sources,
    )
    call.note(text % {"count": found.sources})
    call.note(_("Copy the epoch key anew, over the old copy: a new epoch has begun."))
    return Gone(found.talks, found.sources, found.parts, found.epoch, found.overwritten)


def _line(one: DueTalk) -> DueLine:
    due = one.due
    is_due = bool(due.day) and due.left <= 0 and not due.held
    return DueLine(one.stream, *due, is_due, due.is_soon)
