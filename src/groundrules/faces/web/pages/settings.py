"""Settings: this browser, when it locks, the house's policy, the ways in, and how all of it is."""

import os
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from groundrules import __version__
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.setup.examine_setup import examine_setup
from groundrules.desk.vaults.slots import change_passphrase, check_sheet
from groundrules.desk.vaults.slots import new_sheet as make_sheet
from groundrules.desk.vaults.status import vault_status
from groundrules.desk.vaults.unlocking import Asking
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import LANGUAGES
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import Routes
from groundrules.faces.web.this_machine import is_here, only_here

routes = Routes("settings")

_Passphrase = Annotated[str, Meta(min_length=1, max_length=1000)]
_LICENCES = Path(__file__).parents[1] / "static" / "LICENSES.txt"


class SettingsPage(Struct, frozen=True):
    """How everything is set.

    Attributes:
        theme: `light` or `dark`; "" for what the system has.
        language: of this browser; "" for what it prefers.
        languages: code and name of each that there is.
        minutes: after how many without use the server locks.
        seconds_left: until then, if nobody does anything.
        keeper_minutes: after how many the vault's keeper locks by itself.
        member: whose keys the vault is unlocked with.
        roles: hers.
        folder: of the vault.
        size: of the vault, in bytes.
        untested: for how many days no recovery sheet was tested.
        is_test_due: whether that is too long.
        weaknesses: what this system did not let the keeper do to protect its memory.
        policy: the id of the house's policy.
        policy_title: its title.
        policy_set: where that was set.
        is_here: whether this browser is on the machine that serves.
    """

    theme: str
    language: str
    languages: tuple[tuple[str, str], ...]
    minutes: float
    seconds_left: float
    keeper_minutes: float
    member: str
    roles: tuple[str, ...]
    folder: str
    size: int
    untested: int
    is_test_due: bool
    weaknesses: tuple[str, ...]
    policy: str
    policy_title: str
    policy_set: str
    is_here: bool


@routes.page("/settings", template="settings/settings.html", needs=Needs.READ)
def settings(call: Call) -> SettingsPage:
    """How everything is set, and where."""
    status, house = vault_status(call.vault, os.environ), Policies(call.settings).house
    opened, session = status.open, call.session
    return SettingsPage(
        session.theme if session else "",
        session.language if session else "",
        tuple(LANGUAGES.items()),
        call.seat.minutes,
        round(call.seat.seconds_left),
        opened.minutes if opened else 0.0,
        opened.member if opened else "",
        tuple(opened.roles) if opened else (),
        str(call.vault),
        status.bytes,
        status.untested_days,
        status.is_test_due,
        tuple(opened.weaknesses) if opened else (),
        house.id,
        house.title,
        call.settings.by_key["policy"].origin,
        is_here(call),
    )


class Minutes(Struct, frozen=True):
    """After how many minutes without use the server locks."""

    minutes: Annotated[float, Meta(ge=1, le=240)]


@routes.act("/settings/minutes", needs=Needs.WRITE, then="/settings")
def lock_after(call: Call, form: Minutes) -> Minutes:
    """Set after how many minutes without use the server locks, until it ends."""
    call.seat.minutes = form.minutes
    call.note(_("It locks after %(minutes)s minutes without use.") % {"minutes": form.minutes})
    return form


class Changing(Struct, frozen=True):
    """The passphrase as it is, and the new one twice."""

    present: _Passphrase
    passphrase: _Passphrase
    again: _Passphrase


class Changed(Struct, frozen=True):
    """Whether something was changed."""

    changed: bool = True


@routes.act("/settings/passphrase", needs=Needs.WRITE, then="/settings")
def passphrase(call: Call, form: Changing) -> Changed:
    """Change one's passphrase; the recovery sheet stays as it is."""
    only_here(call)
    if form.passphrase != form.again:
        fault = Fault("passphrase", "the two new passphrases differ", "type the same one twice")
        raise BadInput(fault)
    asking = _given(form.present)
    change_passphrase(call.vault, asking, lambda: form.passphrase, call.seat.stretching)
    call.note(_("The passphrase is changed. Old copies of the vault still open with the old one."))
    return Changed()


class Typed(Struct, frozen=True):
    """The three lines of a recovery sheet, as somebody typed them."""

    lines: Annotated[str, Meta(min_length=10, max_length=1000)]


@routes.act("/settings/sheet/test", needs=Needs.WRITE, then="/settings")
def test_sheet(call: Call, form: Typed) -> Changed:
    """Test whether a recovery sheet opens the vault; nothing is unlocked or changed."""
    only_here(call)
    name = check_sheet(call.vault, form.lines, "sheet", os.environ)
    call.note(_("The sheet opens the vault, with the keys of %(name)s.") % {"name": name})
    return Changed(changed=False)


class Proving(Struct, frozen=True):
    """The passphrase, which is asked for again before anything that opens the vault is made."""

    passphrase: _Passphrase


class SheetPage(Struct, frozen=True):
    """A recovery sheet, which is shown once and kept nowhere.

    Attributes:
        of: the name of the member whose it is; "" for one's own.
        created: the day on which it was made.
        lines: the three.
    """

    of: str
    created: str
    lines: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "SheetPage()"


@routes.form_page("/settings/sheet", template="settings/sheet.html", needs=Needs.WRITE)
def new_sheet(call: Call, form: Proving) -> SheetPage:
    """A new recovery sheet; the one before opens nothing any more."""
    only_here(call)
    sheet = make_sheet(call.vault, _given(form.passphrase), call.seat.stretching)
    return SheetPage("", sheet.created, sheet.lines)


class Seen(Struct, frozen=True):
    """One thing that was looked at: `fine`, `doubtful` or `broken`, and what was seen."""

    subject: str
    state: str
    message: str


class SetupPage(Struct, frozen=True):
    """What was found when the setup was examined, and whose work the program stands on."""

    version: str
    seen: tuple[Seen, ...]
    licences: str


@routes.page("/settings/setup", template="settings/setup.html", needs=Needs.READ)
def setup(call: Call) -> SetupPage:
    """Whether everything is there that a check needs, and who else could read it."""
    environment = {**os.environ, "GROUNDRULES_RECORDS": str(call.vault)}
    found = examine_setup(call.settings.folder, environment)
    return SetupPage(
        __version__,
        tuple(Seen(one.subject, one.state.value, one.message) for one in found),
        _LICENCES.read_text("utf-8"),
    )


def _given(passphrase: str) -> Asking:
    return Asking(lambda _purpose: passphrase, _never)


def _never(_: BadInput) -> None:
    raise AssertionError("one try is no complaint")
