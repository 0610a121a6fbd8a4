"""Shapes that the pages about drafts share, and how what the desk shows becomes them."""

from datetime import datetime

from msgspec import Struct, field

from groundrules.desk.checking.approvals_asked import KeptApproval
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.checking.drafts_kept import KIND, KeptDraft, draft
from groundrules.desk.checking.printed_text import Paragraph
from groundrules.desk.checking.shown_findings import Origin, ShownCheck, ShownFinding
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.routing import NotHere
from groundrules.faces.web.shaping import shaped
from groundrules.vault.keeper.door import Locked

_ID_DIGITS = 32
_YEARS = range(1970, 2200)


class Fix(Struct, frozen=True):
    """An edit of the text: what stands at a passage, in code points, becomes something else."""

    label: str
    from_: int = field(name="from")
    to: int
    insert: str

    def __repr__(self) -> str:
        """Show no word."""
        return "Fix()"


class FindingCard(Struct, frozen=True):
    """A finding beside a text. Places are counted in code points.

    Attributes:
        says: what is wrong.
        mends: what would mend it, in words.
        terms: on which the statement stands; "" where there is none.
        terms_words: the same in plain rights.
        statement: the address of the statement; "" where there is none.
        moment: where it was said: conversation, turn, place in the recording.
        source: who said it, by code name.
        remedy: the edit that mends it; none where nobody knows one.
        card: what stands for the finding in addresses.
    """

    from_: int = field(name="from")
    to: int
    severity: str
    code: str
    rule: str
    confidence: str
    says: str
    mends: str
    terms: str
    terms_words: str
    statement: str
    moment: str
    source: str
    remedy: Fix | None
    card: str


class Tally(Struct, frozen=True):
    """What was looked at. It never says that a text may be published.

    Attributes:
        says: what was found, in a sentence.
        checked: what was checked, in sentences.
        unchecked: what could not be checked.
        incomplete: what kept the check from being complete; "" where nothing did.
    """

    errors: int = 0
    warnings: int = 0
    notes: int = 0
    quotations: int = 0
    traced: int = 0
    says: str = ""
    checked: str = ""
    unchecked: str = ""
    incomplete: str = ""


class PieceShown(Struct, frozen=True):
    """A run of a paragraph: its words, and the numbers of what is marked in it or begins there."""

    text: str
    about: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


class ParagraphShown(Struct, frozen=True):
    """A paragraph of a draft, and the line of the file on which it begins."""

    line: int
    is_heading: bool
    pieces: tuple[PieceShown, ...]


class OriginShown(Struct, frozen=True):
    """Where words come from, and on which terms they stand."""

    talk: str
    stream: str
    turn: int
    moment: str
    source: str
    terms: str
    terms_words: str


class ApprovalShown(Struct, frozen=True):
    """A request to approve a quotation: asked, approved or declined."""

    id: str
    draft: str
    stream: str
    turn: int
    quotation: str
    whom: str
    due: str
    state: str
    answer: str
    answered: str
    author: str
    late: bool


def checker_of(call: Call) -> TextChecker:
    """Return what checks texts against the vault; it is kept until the vault is locked."""
    return call.seat.keep("checker", lambda: TextChecker(call.vault, call.settings))


def kept_draft(call: Call, ident: str, version: int = 0, kind: str = KIND) -> KeptDraft:
    """Return a draft of an id.

    Raises:
        NotHere: there is none, or one may not read it.
        BadInput: the vault is locked.
    """
    if len(ident) != _ID_DIGITS or not set(ident) <= set("0123456789abcdef"):
        raise NotHere
    try:
        return draft(call.vault, ident, version, kind)
    except Locked:
        raise
    except BadInput:
        raise NotHere from None


def cards_of(check: ShownCheck) -> tuple[FindingCard, ...]:
    """Return the findings of a check as cards."""
    return tuple(map(_card, check.findings))


def _card(found: ShownFinding) -> FindingCard:
    origin = found.origin
    return FindingCard(
        from_=found.start,
        to=found.end,
        severity=found.severity,
        code=found.code,
        rule=found.rule,
        confidence=found.confidence,
        says=found.says,
        mends=found.remedy,
        terms=origin.terms if origin else "",
        terms_words=origin.terms_words if origin else "",
        statement=address_of(origin) if origin else "",
        moment=moment_of(origin) if origin else "",
        source=origin.source if origin else "",
        remedy=_fix(found),
        card=found.key,
    )


def _fix(found: ShownFinding) -> Fix | None:
    if not found.edits:
        return None
    words = found.edits[0]
    return Fix(_("Use “%(words)s”") % {"words": words}, found.start, found.end, words)


def address_of(origin: Origin) -> str:
    """Return where a statement stands."""
    return f"/conversations/{origin.stream}#turn-{origin.turn}"


def moment_of(origin: Origin) -> str:
    """Return in words where something was said."""
    at = {"talk": origin.talk, "turn": origin.turn, "moment": origin.moment}
    if origin.moment:
        return _("%(talk)s, turn %(turn)s, at %(moment)s") % at
    return _("%(talk)s, turn %(turn)s") % at


def tally_of(check: ShownCheck) -> Tally:
    """Return what was looked at in a check."""
    return Tally(
        check.errors,
        check.warnings,
        check.notes,
        check.quotations,
        check.traced,
        check.said[0] if check.said else "",
        " ".join(check.said[1:]),
        "; ".join(check.unchecked),
        " ".join(check.incomplete),
    )


def paragraphs_shown(paragraphs: tuple[Paragraph, ...]) -> tuple[ParagraphShown, ...]:
    """Return paragraphs as a page has them."""
    return tuple(shaped(one, ParagraphShown) for one in paragraphs)


def approval_shown(call: Call, kept: KeptApproval) -> ApprovalShown:
    """Return a request as a page has it."""
    paper, approval = kept
    late = approval.is_late(call.now().date())
    return shaped(approval, ApprovalShown, id=paper.id, author=paper.author, late=late)


def local_time(stamp: str) -> str:
    """Return an instant as a field for one has it, in the zone of this machine; "" for none."""
    return f"{datetime.fromisoformat(stamp).astimezone():%Y-%m-%dT%H:%M}" if stamp else ""


def instant_of(text: str) -> str:
    """Return what a field for an instant has, with the offset of this machine; "" for none.

    Raises:
        BadInput: it is none.
    """
    if not text:
        return ""
    try:
        found = datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise _no_instant() from None
    if found.year not in _YEARS:
        raise _no_instant()
    return found.isoformat()


def _no_instant() -> BadInput:
    return BadInput(Fault("as_of", "this is no instant", "write it like 2026-11-05T06:00"))
