"""The way in: founding a vault, unlocking it, locking it, and how this browser wants its pages."""

import os
from typing import Annotated

from msgspec import Meta, Struct

from groundrules.desk.setup.example_newsroom import PASSPHRASE
from groundrules.desk.vaults.founding import NewMember, found_vault
from groundrules.desk.vaults.proving import unlock_with
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import LANGUAGES
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import NotHere, Routes

routes = Routes("entrance")

_Passphrase = Annotated[str, Meta(min_length=1, max_length=1000)]


class Health(Struct, frozen=True):
    """Whether the server is there."""

    there: bool = True


@routes.data("/health", needs=Needs.NOBODY)
def health() -> Health:
    """Say that the server is there, and nothing else."""
    return Health()


class Locked(Struct, frozen=True):
    """A vault that waits for its passphrase.

    Attributes:
        is_locked: whether it does.
        has_vault: whether there is one at all.
        passphrase: of the invented newsroom, which everybody may know; "" of any other.
        failed: what was wrong with the last try.
    """

    is_locked: bool
    has_vault: bool
    passphrase: str = ""
    failed: str = ""


@routes.page("/unlock", template="entrance/unlock.html", needs=Needs.SEAT)
def unlock(call: Call) -> Locked:
    """Whether the vault is locked."""
    seat = call.seat
    return Locked(seat.is_locked, seat.has_vault, PASSPHRASE if seat.is_demo else "")


class Unlocking(Struct, frozen=True):
    """The passphrase of the vault."""

    passphrase: _Passphrase


@routes.act("/unlock", needs=Needs.SEAT, then="/")
def unlock_it(call: Call, form: Unlocking) -> Locked:
    """Unlock the vault with its passphrase."""
    unlock_with(call.vault, form.passphrase, os.environ, call.seat.floor)
    call.seat.unlocked()
    return Locked(is_locked=False, has_vault=True)


@routes.act("/lock", needs=Needs.SEAT, then="/unlock")
def lock(call: Call) -> Locked:
    """Lock the vault, and drop everything that the server remembers."""
    call.seat.lock_vault()
    return Locked(is_locked=True, has_vault=call.seat.has_vault)


class Beginning(Struct, frozen=True):
    """A place where a vault can be founded."""

    folder: str
    has_vault: bool


@routes.page("/begin", template="entrance/begin.html", needs=Needs.SEAT)
def begin(call: Call) -> Beginning:
    """Where a vault would be founded."""
    return Beginning(str(call.vault), call.seat.has_vault)


class Founding(Struct, frozen=True):
    """Who founds a vault, and what it will be unlocked with."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    passphrase: _Passphrase
    again: _Passphrase


class Founded(Struct, frozen=True):
    """A vault that was founded, with its recovery sheet, which is shown once and kept nowhere."""

    created: str
    lines: tuple[str, ...]
    failed: str = ""

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Founded()"


@routes.form_page("/begin", template="entrance/sheet.html", needs=Needs.SEAT)
def begin_it(call: Call, form: Founding) -> Founded:
    """Found the vault, unlock it, and show its recovery sheet."""
    if call.seat.has_vault:
        raise NotHere
    if form.passphrase != form.again:
        return Founded("", (), _("The two passphrases differ. Nothing was founded."))
    founder = NewMember(form.name.strip(), ("reporter", "editor"), form.passphrase)
    sheet = found_vault(call.vault, founder, os.environ, stretching=call.seat.stretching)
    unlock_with(call.vault, form.passphrase, os.environ, call.seat.floor)
    call.seat.unlocked()
    return Founded(sheet.created, sheet.lines)


class Wishes(Struct, frozen=True):
    """How this browser wants its pages, for as long as the server runs."""

    language: str = ""
    theme: str = ""
    back: str = "/settings"


@routes.act("/wishes", needs=Needs.SEAT, then="{back}")
def wish(call: Call, form: Wishes) -> Wishes:
    """Choose the language, and light or dark."""
    if call.session:
        call.session.language = form.language if form.language in LANGUAGES else ""
        call.session.theme = form.theme if form.theme in {"light", "dark"} else ""
    return form if form.back.startswith("/") and form.back[1:2] not in {"/", "\\"} else Wishes()


class Progress(Struct, frozen=True):
    """How far a task is that takes its time."""

    id: str
    title: str
    done: int
    of: int
    ended: bool
    says: str
    then: str
    faults: tuple[str, ...] = ()


@routes.page("/tasks/{task}", template="entrance/task.html", needs=Needs.SEAT)
def task(call: Call, task: str) -> Progress:
    """How far a task is."""
    found = call.seat.tasks.of(task)
    if found is None:
        raise NotHere
    faults = tuple(f"{one.message} ({one.remedy})" for one in found.faults)
    return Progress(
        found.id, found.title, found.done, found.of, found.ended, found.says, found.then, faults
    )


class Pattern(Struct, frozen=True):
    """Nothing: the page shows the parts that pages are made of."""


@routes.page("/-/patterns", template="entrance/patterns.html", needs=Needs.SEAT)
def patterns() -> Pattern:
    """Every part that pages are made of."""
    return Pattern()
