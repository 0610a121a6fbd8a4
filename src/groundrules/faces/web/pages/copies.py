"""Copies: of the vault, and apart from it of its epoch key, into places on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from groundrules.desk.vaults.moves import back_up, copy_epoch
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import Routes
from groundrules.faces.web.this_machine import only_here

if TYPE_CHECKING:
    from groundrules.faces.web.tasks import Progress

routes = Routes("copies")

_Path = Annotated[str, Meta(min_length=2, max_length=1000)]


class CopiesPage(Struct, frozen=True):
    """What a copy could be called, and whether the vault is the invented newsroom's."""

    suggested: str
    is_demo: bool


@routes.page("/ledger/copies", template="ledger/copies.html", needs=Needs.READ)
def copies(call: Call) -> CopiesPage:
    """How the vault and its epoch key are copied, and brought back."""
    name = f"{call.vault.stem}-{call.now():%Y-%m-%d}"
    return CopiesPage(name, call.seat.is_demo)


class Copying(Struct, frozen=True):
    """A folder on this machine, by its whole path; nothing may be there yet."""

    folder: _Path


class Begun(Struct, frozen=True):
    """The task that was begun; its page says how far it is."""

    id: str


@routes.act("/ledger/copies/vault", needs=Needs.WRITE, then="/tasks/{id}")
def copy_vault(call: Call, form: Copying) -> Begun:
    """Copy the vault into a folder on this machine."""
    only_here(call)
    vault, folder = call.vault, _whole(form.folder)
    words = _("%(entries)s entries are copied. The copy needs the key of epoch %(epoch)s.")

    def do(progress: "Progress") -> str:
        progress(0, 0)
        found = back_up(vault, str(folder))
        return words % {"entries": found.entries, "epoch": found.epoch}

    return Begun(call.seat.tasks.begin(_("Copying the vault"), "/ledger/copies", do).id)


class CopyingKey(Struct, frozen=True):
    """A file on this machine, by its whole path, and whether one that is there goes."""

    file: _Path
    replace: bool = False


class CopiedKey(Struct, frozen=True):
    """Whether the key was copied."""

    copied: bool = True


@routes.act("/ledger/copies/epoch", needs=Needs.WRITE, then="/ledger/copies")
def copy_key(call: Call, form: CopyingKey) -> CopiedKey:
    """Copy the epoch key into a file on this machine, sealed to the vault's own keys."""
    only_here(call)
    copy_epoch(call.vault, _whole(form.file), force=form.replace)
    call.note(_("The epoch key is copied. Keep it apart from the copies of the vault."))
    return CopiedKey()


def _whole(path: str) -> Path:
    """Return a path; where the server stands in the folders is nobody's business in a browser.

    Raises:
        BadInput: it is not a whole one.
    """
    found = Path(path.strip()).expanduser()
    if not found.is_absolute() or "\0" in path:
        message = "this is no whole path"
        raise BadInput(Fault("path", message, "name it from the root on, as /media/stick/copy"))
    return found
