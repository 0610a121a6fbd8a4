"""Witnesses of the log: what is carried to them, and what comes back. Nothing is sent."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.vaults.receipts import outlet_key
from groundrules.desk.vaults.verify_received import keep_answer, witness_request
from groundrules.desk.vaults.witnesses import date_query, list_witnesses
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, Routes, Upload

routes = Routes("witnesses")

_TEXT = "text/plain; charset=utf-8"
_QUERY = "application/timestamp-query"
"""The media type of RFC 3161, section 3.1."""


class WitnessLine(Struct, frozen=True):
    """A witness who was asked: her name and key, and how far she has cosigned the log."""

    name: str
    key: str
    size: int
    of: int


class WitnessList(Struct, frozen=True):
    """The witnesses of the log, and the key by which others verify it."""

    outlet: str
    witnesses: tuple[WitnessLine, ...]


@routes.page("/ledger/witnesses", template="ledger/witnesses.html", needs=Needs.READ)
def witnesses(call: Call) -> WitnessList:
    """The witnesses of the log, and how far each has cosigned it."""
    found = list_witnesses(call.vault)
    return WitnessList(
        outlet_key(call.vault),
        tuple(WitnessLine(one.key.partition("+")[0], *one) for one in found),
    )


@routes.data("/ledger/key", needs=Needs.READ)
def key(call: Call) -> File:
    """The verifier key of the log, for the outlet to publish."""
    return File(f"{outlet_key(call.vault)}\n".encode(), _TEXT, "outlet.key")


class Witnessing(Struct, frozen=True):
    """The verifier key of a witness, one line."""

    key: Annotated[str, Meta(min_length=10, max_length=1000)]


@routes.act("/ledger/witnesses/request", needs=Needs.WRITE)
def request(call: Call, form: Witnessing) -> File:
    """What is carried to a witness: the checkpoint, and the proof that the log has only grown."""
    return File(witness_request(call.vault, form.key).encode(), _TEXT, "request.txt")


@routes.act("/ledger/dates/query", needs=Needs.WRITE)
def query(call: Call) -> File:
    """The query that is taken to a time-stamping authority (RFC 3161)."""
    return File(date_query(call.vault), _QUERY, "query.tsq")


class Trusting(Struct, frozen=True):
    """Certificates of authorities that are trusted, PEM; "" where a reply is kept unverified."""

    certificates: Annotated[str, Meta(max_length=200_000)] = ""


class Answered(Struct, frozen=True):
    """What was kept: how many entries the log had, and who has cosigned it."""

    size: int
    by: tuple[str, ...]


@routes.act("/ledger/witnesses/answer", needs=Needs.WRITE, then="/ledger/witnesses")
def answer(call: Call, form: Trusting, upload: Upload) -> Answered:
    """Keep what a witness, or a time-stamping authority, has answered."""
    found = keep_answer(call.vault, upload.content, upload.name, form.certificates)
    by = ", ".join(found.by) or _("a time-stamping authority")
    text = _("Kept: %(by)s, for the log of %(size)s entries.")
    call.note(text % {"by": by, "size": found.size})
    return Answered(found.size, found.by)
