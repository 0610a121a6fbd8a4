"""The provenance map: every quotation of a draft beside the words that it comes from."""

from msgspec import Struct

from groundrules.desk.checking.approvals_asked import approvals
from groundrules.desk.checking.drafts_kept import check_kept
from groundrules.desk.checking.trace_quotations import trace_quotations
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.draft_shapes import (
    ApprovalShown,
    OriginShown,
    ParagraphShown,
    approval_shown,
    checker_of,
    kept_draft,
    paragraphs_shown,
)
from groundrules.faces.web.routing import Routes
from groundrules.faces.web.shaping import shaped

routes = Routes("drafts")


class QuotationShown(Struct, frozen=True):
    """A quotation, how it differs from what was said, and where that was."""

    number: int
    quotation: str
    difference: str
    how: str
    is_anothers: bool
    is_approved: bool
    origins: tuple[OriginShown, ...]


class Provenance(Struct, frozen=True):
    """Every quotation of a draft beside the words that it comes from."""

    id: str
    title: str
    summary: str
    paragraphs: tuple[ParagraphShown, ...]
    quotations: tuple[QuotationShown, ...]
    approvals: tuple[ApprovalShown, ...]


@routes.page("/drafts/{draft}/provenance", template="drafts/provenance.html", needs=Needs.READ)
def provenance(call: Call, draft: str) -> Provenance:
    """Where every quotation of a draft comes from, and how it differs from what was said."""
    kept, checker = kept_draft(call, draft), checker_of(call)
    found = trace_quotations(checker, check_kept(checker, kept))
    asked = approvals(call.vault, draft)
    return Provenance(
        draft,
        kept.paper.title,
        found.summary,
        paragraphs_shown(found.paragraphs),
        tuple(shaped(one, QuotationShown) for one in found.quotations),
        tuple(approval_shown(call, one) for one in asked),
    )
