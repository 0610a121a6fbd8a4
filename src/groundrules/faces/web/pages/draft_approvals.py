"""Approvals of quotations: asked for, and given or declined in place."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from groundrules.desk.checking.approvals_asked import (
    Approval,
    KeptApproval,
    State,
    answer_approval,
    approval_of,
    approvals,
    ask_approval,
)
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import ApprovalShown, approval_shown, kept_draft
from groundrules.faces.web.routing import NotHere, Routes
from groundrules.vault.keeper.door import Locked

routes = Routes("drafts")


class Approvals(Struct, frozen=True):
    """Every request to approve a quotation, those that wait first."""

    approvals: tuple[ApprovalShown, ...]


@routes.page("/approvals", template="drafts/approvals.html", needs=Needs.READ)
def every_approval(call: Call) -> Approvals:
    """Every quotation that somebody was asked to approve."""
    return Approvals(tuple(approval_shown(call, one) for one in approvals(call.vault)))


class AskingApproval(Struct, frozen=True):
    """Which words, said where, whom to ask, and by when an answer is needed."""

    stream: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
    turn: Annotated[int, Meta(ge=1, le=1_000_000)]
    quotation: Annotated[str, Meta(min_length=1, max_length=5000)]
    whom: Annotated[str, Meta(min_length=1, max_length=200)]
    due: Annotated[str, Meta(max_length=10)] = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "AskingApproval()"


class Asked(Struct, frozen=True):
    """A request that was kept, or answered: its id, its draft's, and how far it is."""

    id: str
    draft: str
    state: str


@routes.act(
    "/drafts/{draft}/approvals",
    needs=Needs.WRITE,
    then="/drafts/{draft}/provenance",
    form_at="/drafts/{draft}/provenance",
)
def ask(call: Call, draft: str, form: AskingApproval) -> Asked:
    """Keep that somebody was asked to approve a quotation."""
    kept = kept_draft(call, draft)
    call.name_of(form.stream)
    approval = Approval(draft, form.stream, form.turn, form.quotation, form.whom, _day(form.due))
    title = _("Approval for a draft, turn %(turn)s") % {"turn": form.turn}
    found = ask_approval(call.vault, title, approval, kept.paper.readers)
    call.note(_("It is noted that you asked. Say here what the answer was."))
    return _asked(found)


class Answering(Struct, frozen=True):
    """What was said to a request, and in which words."""

    state: Literal["approved", "declined"]
    answer: Annotated[str, Meta(min_length=1, max_length=2000)]

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Answering()"


@routes.act("/approvals/{approval}", needs=Needs.WRITE, then="/drafts/{draft}/provenance")
def answer(call: Call, approval: str, form: Answering) -> Asked:
    """Keep the answer to a request; a quotation that was approved is so in the record."""
    kept = _kept(call, approval)
    path = call.path(call.name_of(kept.approval.stream))
    state = State(form.state)
    found = answer_approval(call.vault, approval, state, form.answer, path)
    if state is State.APPROVED:
        call.note(_("The approval is in the record."))
    else:
        call.note(_("The refusal is kept. The terms stay what they were."))
    return _asked(found)


def _kept(call: Call, ident: str) -> KeptApproval:
    try:
        return approval_of(call.vault, ident)
    except Locked:
        raise
    except BadInput:
        raise NotHere from None


def _asked(kept: KeptApproval) -> Asked:
    return Asked(kept.paper.id, kept.approval.draft, kept.approval.state.value)


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise BadInput(Fault("due", "this is no day", "write it like 2026-11-05")) from None
