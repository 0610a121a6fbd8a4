"""What is done on the machine that serves alone, and by no phone that was let in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from groundrules.faces.web.calls import Call

HERE = "here"
"""The device of a session that began on this machine."""


def only_here(call: Call) -> None:
    """Refuse a paired device: it may be lost, and must not let others in or copy the vault.

    Raises:
        BadInput: the request comes from one.
    """
    if not is_here(call):
        message = "this is done on the machine that serves, and not from a paired device"
        raise BadInput(Fault("device", message, "go to that machine, and do it there"))


def is_here(call: Call) -> bool:
    """Tell whether a request comes from a browser on the machine that serves."""
    return call.session is not None and call.session.device == HERE
