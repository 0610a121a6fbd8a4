"""Agreements: what a talk promised, in plain words for paper, and for other programs."""

from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.conversations.choose_talk import choosable_talks
from groundrules.desk.records.export_odrl import export_odrl
from groundrules.desk.records.read_odrl_upload import read_odrl_upload
from groundrules.desk.talking.agreement_on_paper import OnPaper, agreement_on_paper
from groundrules.desk.talking.show_agreement import Asked
from groundrules.faces.web.calls import Call
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, NotHere, Routes, Upload
from groundrules.faces.web.shaping import shaped
from groundrules.faces.web.sheets import Form, ShownSheet, saved_sheet, shown_sheet
from groundrules.reporters.negotiation_sheet import sheet
from groundrules.reporters.odrl_json import text_of

routes = Routes("agreements")

Name = Annotated[str, Meta(max_length=100)]
_ODRL = "application/ld+json"


class Conversation(Struct, frozen=True):
    """A conversation to choose: its stream, its name, and since when it is in the vault."""

    talk: str
    name: str
    since: str


class Conversations(Struct, frozen=True):
    """The conversations whose agreement can be put on paper."""

    talks: tuple[Conversation, ...]


@routes.page("/agreements", template="agreements/list.html", needs=Needs.READ)
def agreements(call: Call) -> Conversations:
    """The conversations whose agreement can be put on paper."""
    return Conversations(tuple(shaped(one, Conversation) for one in choosable_talks(call.vault)))


class Wanted(Struct, frozen=True):
    """How the page is wanted.

    Attributes:
        english: the name of the wording.
        party: whose agreement, by the record's id, where several people were promised different
            things.
        names: the source's name stands on the page.
        both_sign: two signatures, where both are institutions.
    """

    english: Name = "american"
    party: Annotated[str, Meta(max_length=20)] = ""
    names: bool = False
    both_sign: bool = False


class SavedAgreement(Wanted, frozen=True, kw_only=True):
    """The same, and the form in which it is saved."""

    form: Form


class AgreementPage(Struct, frozen=True):
    """What a talk promised, on one page.

    Attributes:
        parties: everybody who was promised something else, by the record's ids; empty where there
            is one agreement.
        wordings: the names of the wordings.
        sheet: the agreement; null where nothing was agreed.
        is_unsettled: terms were put, and not all of them settled.
    """

    talk: str
    name: str
    wanted: Wanted
    parties: tuple[str, ...]
    wordings: tuple[str, ...]
    sheet: ShownSheet | None
    is_unsettled: bool
    may_both_sign: bool


@routes.page("/agreements/{talk}", template="agreements/agreement.html", needs=Needs.READ)
def agreement(call: Call, talk: str, query: Wanted) -> AgreementPage:
    """What a talk promised: who must keep it, which words it covers, and what is open."""
    name = call.name_of(talk)
    found = _on_paper(call, name, query)
    return AgreementPage(
        talk,
        name,
        Wanted(query.english, found.party, query.names, query.both_sign),
        found.parties,
        found.wordings,
        shown_sheet(found.sheet) if found.sheet else None,
        found.is_unsettled,
        found.may_both_sign,
    )


@routes.data("/agreements/{talk}/file", needs=Needs.READ)
def save(call: Call, talk: str, query: SavedAgreement) -> File:
    """The agreement as a file to print, sign or send."""
    found = _on_paper(call, call.name_of(talk), query)
    if found.sheet is None:
        raise NotHere
    return saved_sheet(found.sheet, query.form, "agreement")


@routes.data("/agreements/{talk}/odrl", needs=Needs.READ)
def odrl(call: Call, talk: str) -> File:
    """Every negotiation of a talk for other programs, in ODRL 2.2: no name, and no other word."""
    document = export_odrl(call.path(call.name_of(talk)), call.settings)
    return File(text_of(document).encode(), _ODRL, "agreement.jsonld")


class Told(Struct, frozen=True):
    """The negotiations of an export, in plain words."""

    sheet: ShownSheet


@routes.form_page("/agreements/read", template="agreements/read.html", needs=Needs.READ)
def read(upload: Upload) -> Told:
    """Tell the negotiations of an export in plain words; refuse one that does not hold to it."""
    return Told(shown_sheet(sheet(read_odrl_upload(upload.content))))


def _on_paper(call: Call, name: str, wanted: Wanted) -> OnPaper:
    asked = Asked(wanted.english, wanted.party, wanted.names, wanted.both_sign)
    return agreement_on_paper(call.path(name), asked, call.settings)
