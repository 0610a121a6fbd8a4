"""What is answered when something cannot be done: a page, or a problem document (RFC 9457)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from groundrules.desk.checking.unfit import Unfit
from groundrules.errors import BadInput
from groundrules.faces.web.asking import Unasked
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.routing import NotHere
from groundrules.vault.keeper.door import Locked

if TYPE_CHECKING:
    from groundrules.errors import Fault


class Wrong(Struct, frozen=True):
    """One thing that is wrong: where, what, and what mends it."""

    place: str
    message: str
    remedy: str = ""
    line: int = 0
    column: int = 0


class Problem(Struct, frozen=True):
    """Why something was not done (RFC 9457). Nothing was changed."""

    type: str
    title: str
    status: int
    faults: tuple[Wrong, ...] = ()


class Refused(Exception):  # noqa: N818 - it is an answer
    """A request that is not answered, for a reason that is not in what it asks."""

    def __init__(self, status: int, kind: str) -> None:
        """Keep the status and the kind of problem."""
        super().__init__(kind)
        self.status, self.kind = status, kind


_HELD_AGAINST = Wrong(
    "record",
    "the record or the settings are at fault, so that nothing can be checked against them",
    "check a draft in the browser, which says what is wrong",
)


def problem_of(error: Exception) -> Problem:
    """Return the problem that an exception stands for. What is not ours says only its type."""
    match error:
        case Refused():
            return _problem(error.kind, error.status)
        case NotHere():
            return _problem("not-here", 404)
        case Unasked():
            return _problem("request", error.status, (Wrong(error.place, error.message),))
        case Locked():
            return _problem("locked", 423, tuple(map(_wrong, error.faults)))
        case BadInput():
            return _problem("input", 422, tuple(map(_wrong, error.faults)))
        case _:
            return _problem("program", 500, (Wrong("program", type(error).__name__),))


def problem_outside(error: Exception) -> Problem:
    """Return the problem as a program with a key may have it: it says nothing of the vault.

    Faults of what was sent are told. Those of a record or of the configuration name conversations
    and places on this machine, so that there is one in their place that names none.
    """
    problem = problem_of(error)
    if isinstance(error, BadInput) and not isinstance(error, Unfit):
        faults = () if isinstance(error, Locked) else (_HELD_AGAINST,)
        problem = replace(problem, faults=faults)
    return problem


def _wrong(fault: Fault) -> Wrong:
    return Wrong(fault.path, fault.message, fault.remedy, fault.line, fault.column)


def _problem(kind: str, status: int, faults: tuple[Wrong, ...] = ()) -> Problem:
    return Problem(f"groundrules:{kind}", _title(kind), status, faults)


def _title(kind: str) -> str:
    return {
        "no-seat": _("This browser did not come in by the start address"),
        "locked": _("The vault is locked"),
        "origin": _("This did not come from a page of this program"),
        "host": _("This is not the address of this program"),
        "key": _("No key came that opens this"),
        "not-here": _("There is nothing here"),
        "method": _("That cannot be done here"),
        "request": _("Something is missing, or is not what it should be"),
        "input": _("This cannot be used as it is"),
        "program": _("An error of the program"),
    }[kind]
