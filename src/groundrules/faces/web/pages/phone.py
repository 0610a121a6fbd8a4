"""The phone: a code for it as a picture, the fingerprint to compare, and sending it away."""

import math

from msgspec import Struct

from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, NotHere, Routes
from groundrules.faces.web.sessions import PAIRED
from groundrules.faces.web.this_machine import is_here, only_here

routes = Routes("phone")

_MINUTE = 60


class PhonePage(Struct, frozen=True):
    """Whether a phone is let in, and how.

    Attributes:
        address: at which one would be; "" where none is listened for.
        fingerprint: SHA-256 of the certificate, as the phone's browser shows it.
        is_open: whether a code counts now.
        minutes_left: for which it counts.
        code: the whole address with the code; "" where none counts, or for the phone itself.
        is_paired: whether a phone is in.
        is_here: whether this browser is on the machine that serves.
    """

    address: str
    fingerprint: str
    is_open: bool
    minutes_left: int
    code: str
    is_paired: bool
    is_here: bool

    def __repr__(self) -> str:
        """Show no code."""
        return f"PhonePage({self.address})"


@routes.page("/settings/phone", template="settings/phone.html", needs=Needs.READ)
def phone(call: Call) -> PhonePage:
    """How a phone is let in, and whether one is."""
    seat = call.seat
    code, seconds = seat.sessions.code
    is_open, here = bool(code and seat.pairing), is_here(call)
    return PhonePage(
        seat.pairing.removesuffix("/pair/"),
        seat.sessions.fingerprint,
        is_open,
        math.ceil(seconds / _MINUTE),
        f"{seat.pairing}{code}" if is_open and here else "",
        seat.sessions.is_paired,
        here,
    )


@routes.act("/settings/phone", needs=Needs.WRITE, then="/settings/phone")
def open_for_phone(call: Call) -> PhonePage:
    """Make a code for a phone; it counts once, for five minutes, and in place of the last one."""
    only_here(call)
    if not call.seat.pairing:
        raise NotHere
    call.seat.sessions.ticket(PAIRED)
    return phone(call)


@routes.act("/settings/phone/unpair", needs=Needs.WRITE, then="/settings/phone")
def unpair(call: Call) -> PhonePage:
    """Send the phone away, and take back its code."""
    call.seat.sessions.unpair()
    call.note(_("The phone is sent away."))
    return phone(call)


@routes.data("/settings/phone/picture", needs=Needs.READ)
def picture(call: Call) -> File:
    """The address with the code as a QR picture, for the phone's camera."""
    only_here(call)
    code, _seconds = call.seat.sessions.code
    if not (code and call.seat.pairing):
        raise NotHere
    from groundrules.faces.web.pairing import code_picture  # noqa: PLC0415 - seldom

    return File(code_picture(f"{call.seat.pairing}{code}"), "image/svg+xml")
