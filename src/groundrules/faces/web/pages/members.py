"""Members: who has keys of the vault, who comes and goes, and who may read which conversation."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from groundrules.desk.vaults import joining as vault_joining
from groundrules.desk.vaults import upkeep as vault_upkeep
from groundrules.desk.vaults.admit_by_card import admit_by_card, can_admit_cards
from groundrules.desk.vaults.founding import NewMember
from groundrules.desk.vaults.list_readers import shared_talks
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.languages import ngettext
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages.settings import SheetPage
from groundrules.faces.web.routing import File, Routes, Upload
from groundrules.faces.web.this_machine import only_here

routes = Routes("members")

_Name = Annotated[str, Meta(min_length=1, max_length=80)]
_Passphrase = Annotated[str, Meta(min_length=1, max_length=1000)]
_Role = Literal["reporter", "editor", "standards", "legal"]


class MemberLine(Struct, frozen=True):
    """A member: roles, since when she has keys, and when she left; "" for those who are there."""

    id: str
    name: str
    roles: tuple[str, ...]
    since: str
    left: str
    myself: bool


class MemberList(Struct, frozen=True):
    """Who has keys of the vault, and whether others can join from machines of their own."""

    members: tuple[MemberLine, ...]
    by_card: bool


@routes.page("/settings/members", template="settings/members.html", needs=Needs.READ)
def members(call: Call) -> MemberList:
    """Who has keys of the vault, and who had."""
    found = vault_upkeep.members_of(call.vault)
    return MemberList(tuple(MemberLine(*one) for one in found), can_admit_cards(call.vault))


@routes.data("/settings/card", needs=Needs.READ)
def card(call: Call) -> File:
    """One's own card: name, roles and public keys. There is no secret on it."""
    text = f"{vault_upkeep.own_card(call.vault)}\n"
    return File(text.encode(), "text/plain; charset=utf-8", "member.card")


class Admitting(Struct, frozen=True):
    """Who is let in, and the passphrase that she types herself, twice."""

    name: _Name
    roles: tuple[_Role, ...]
    passphrase: _Passphrase
    again: _Passphrase


@routes.form_page("/settings/members", template="settings/sheet.html", needs=Needs.WRITE)
def admit(call: Call, form: Admitting) -> SheetPage:
    """Let somebody in whose keys are made here, and show her recovery sheet."""
    only_here(call)
    if form.passphrase != form.again:
        fault = Fault("passphrase", "the two passphrases differ", "type the same one twice")
        raise BadInput(fault)
    if not form.roles:
        raise BadInput(Fault("roles", "a member has at least one role", "say what she does"))
    newcomer = NewMember(form.name.strip(), form.roles, form.passphrase)
    sheet = vault_upkeep.admit_member(call.vault, newcomer)
    return SheetPage(newcomer.name, sheet.created, sheet.lines)


class Invitation(Struct, frozen=True):
    """Who may join by her card, and three lines to be told to her."""

    name: str
    roles: tuple[str, ...]
    lines: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Invitation()"


@routes.form_page("/settings/members/card", template="settings/invited.html", needs=Needs.WRITE)
def admit_card(call: Call, upload: Upload) -> Invitation:
    """Let somebody in by the card that she made on a machine of her own."""
    only_here(call)
    return Invitation(*admit_by_card(call.vault, upload.content, upload.name))


class Told(Struct, frozen=True):
    """What was done, in sentences."""

    what: tuple[str, ...]
    talk: str = ""


class Succeeding(Struct, frozen=True):
    """The name of the member who takes over."""

    successor: _Name


@routes.act("/settings/members/hand-over", needs=Needs.WRITE, then="/settings/members")
def hand_over(call: Call, form: Succeeding) -> Told:
    """Give another member all that one can open oneself."""
    only_here(call)
    return _told(call, vault_upkeep.hand_over(call.vault, form.successor).what)


class Leaving(Struct, frozen=True):
    """Who goes, who takes over, and whether what she alone can open may be lost."""

    member: _Name
    successor: Annotated[str, Meta(max_length=80)] = ""
    lose: bool = False


@routes.act("/settings/members/leave", needs=Needs.WRITE, then="/settings/members")
def leave(call: Call, form: Leaving) -> Told:
    """Let a member go: what is added from now on she cannot read."""
    only_here(call)
    done = vault_upkeep.let_go(call.vault, form.member, form.successor, lose=form.lose)
    return _told(call, done.what)


@routes.act("/settings/members/settle", needs=Needs.WRITE, then="/settings/members")
def settle(call: Call) -> Told:
    """Give editors, lawyers and keepers of the standards what is theirs, as far as one has it."""
    given = vault_joining.settle(call.vault).conversations
    text = ngettext(
        "%(given)s conversation or name given.", "%(given)s conversations and names given.", given
    )
    return _told(call, (text % {"given": given},))


class ReaderLine(Struct, frozen=True):
    """Somebody who may read of a conversation: its terms, or its words as well."""

    member: str
    words: bool


class SharedTalk(Struct, frozen=True):
    """A conversation, and who may read it."""

    talk: str
    name: str
    last: str
    readers: tuple[ReaderLine, ...]


class SharingPage(Struct, frozen=True):
    """Who may read which conversation, the last changed first, and who could."""

    talks: tuple[SharedTalk, ...]
    members: tuple[str, ...]


@routes.page("/settings/sharing", template="settings/sharing.html", needs=Needs.READ)
def sharing(call: Call) -> SharingPage:
    """Who may read which conversation."""
    found = shared_talks(call.vault)
    talks = tuple(
        SharedTalk(
            one.talk.stream,
            one.talk.name,
            one.talk.last_day,
            tuple(ReaderLine(who.member, "words" in who.kinds) for who in one.readers),
        )
        for one in found.talks
    )
    return SharingPage(talks, found.members)


class Sharing(Struct, frozen=True):
    """With whom a conversation is shared, and whether with its words."""

    member: _Name
    words: bool = False


@routes.act("/settings/sharing/{talk}/share", needs=Needs.WRITE, then="/settings/sharing")
def share(call: Call, talk: str, form: Sharing) -> Told:
    """Let a member read a conversation: its terms, or its words as well."""
    done = vault_upkeep.share(call.vault, call.name_of(talk), form.member, words=form.words)
    return _told(call, done.what)


class TakingBack(Struct, frozen=True):
    """From whom a conversation is taken back, and whether with its terms."""

    member: _Name
    terms: bool = False


@routes.act("/settings/sharing/{talk}/take-back", needs=Needs.WRITE, then="/settings/sharing")
def take_back(call: Call, talk: str, form: TakingBack) -> Told:
    """Keep what is added to a conversation from now on from a member."""
    name = call.name_of(talk)
    done = vault_upkeep.take_back(call.vault, name, form.member, terms=form.terms)
    return _told(call, done.what)


def _told(call: Call, what: tuple[str, ...]) -> Told:
    for one in what or (_("There was nothing to do."),):
        call.note(f"{one[:1].upper()}{one[1:]}")
    return Told(what)
