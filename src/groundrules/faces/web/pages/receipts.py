"""Receipts: made out for a source, made again with more proof, and verified by anybody."""

from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from groundrules.desk.vaults.receipts import (
    Wanted,
    issue_receipt,
    list_receipts,
    make_again,
    outlet_key,
)
from groundrules.desk.vaults.verify_received import verify_received
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, Routes, Upload
from groundrules.proofs.receipt_page.page import page as verifying_page

routes = Routes("receipts")

_TEXT = "text/plain; charset=utf-8"


class ReceiptLine(Struct, frozen=True):
    """A receipt that was made out, and what vouches for it since."""

    id: str
    talk: str
    day: str
    handle: str
    witnesses: int
    dated: bool


class ReceiptList(Struct, frozen=True):
    """Every receipt that was made out, and the key by which others verify them."""

    outlet: str
    receipts: tuple[ReceiptLine, ...]


@routes.page("/ledger/receipts", template="ledger/receipts.html", needs=Needs.READ)
def receipts(call: Call) -> ReceiptList:
    """Every receipt that was made out, as far as one may read the terms."""
    lines = [ReceiptLine(*one) for one in list_receipts(call.vault)]
    return ReceiptList(outlet_key(call.vault), tuple(reversed(lines)))


class Issuing(Struct, frozen=True):
    """Which receipt is wanted.

    Attributes:
        handle: how it shall call the one to whom something was promised; anything but her name.
        party: her id in the record; "" where all were promised the same.
        turn: the number of a turn, for the agreement that it stands on; 0 for all of them.
        confidential_too: also where she is not to be named: a receipt is evidence that you spoke.
    """

    handle: Annotated[str, Meta(min_length=1, max_length=200)]
    party: Annotated[str, Meta(max_length=40)] = ""
    turn: Annotated[int, Meta(ge=0)] = 0
    confidential_too: bool = False


@routes.act("/ledger/conversations/{talk}/receipt", needs=Needs.WRITE)
def issue(call: Call, talk: str, form: Issuing) -> File:
    """Make out a receipt for what a conversation has agreed."""
    wanted = Wanted(form.handle, form.party, form.turn, form.confidential_too)
    text = issue_receipt(call.path(call.name_of(talk)), wanted, call.settings)
    return File(text.encode(), _TEXT, "receipt.txt")


@routes.act("/ledger/receipts/{receipt}/again", needs=Needs.WRITE)
def again(call: Call, receipt: str) -> File:
    """A receipt once more, with what witnesses have cosigned since."""
    return File(make_again(call.vault, receipt).encode(), _TEXT, f"receipt-{receipt[:8]}.txt")


@routes.data("/ledger/receipts/page", needs=Needs.SEAT)
def page() -> File:
    """The page that verifies receipts in any browser, from a file and without a network."""
    return File(verifying_page().encode(), "text/html; charset=utf-8", "verify.html")


class Believing(Struct, frozen=True):
    """Whom one believes: verifier keys of outlets and of witnesses, a line for each."""

    keys: Annotated[str, Meta(max_length=20_000)] = ""
    witnesses: Annotated[str, Meta(max_length=20_000)] = ""


class VerdictPage(Struct, frozen=True):
    """What a receipt proves, and what it does not.

    Attributes:
        outcome: `holds`, `unproved` (nobody knows yet who made it) or `refused`.
        outlet: who promised; "" where the file is no receipt.
        handle: to whom, as the receipt calls her.
        agreed: the day on which it was agreed.
        terms: what was promised, a line for each agreement.
        proved: each thing that is proved.
        unproved: each thing that is not.
        faults: why it is refused.
    """

    outcome: str
    outlet: str = ""
    handle: str = ""
    agreed: str = ""
    terms: tuple[str, ...] = ()
    proved: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@routes.form_page("/ledger/receipts/verify", template="ledger/verdict.html", needs=Needs.SEAT)
def verify(form: Believing, upload: Upload) -> VerdictPage:
    """What a receipt proves that somebody has brought."""
    found = verify_received(upload.content, upload.name, form.keys, form.witnesses)
    verdict = VerdictPage(
        found.outcome.value,
        proved=tuple(one.words for one in found.proved),
        unproved=found.unproved,
        faults=tuple(f"{one.message} ({one.remedy})" for one in found.faults),
    )
    return replace(verdict, **found.statement._asdict()) if found.statement else verdict
