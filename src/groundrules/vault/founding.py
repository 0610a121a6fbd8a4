"""How a vault begins, and how it is opened: keys, ledger, the first act of the house.

A vault is made in a hidden folder beside the place where it will stand, and gets its name when all
of it is there; so an interrupted founding leaves nothing that looks like a vault. The database of a
server that was left with empty tables is taken as it is.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys import epoch
from groundrules.keys.bundle import DATABASE, Bundle
from groundrules.keys.members import MemberKeys
from groundrules.keys.recovery import Recovery
from groundrules.keys.secret import Secret
from groundrules.keys.slots import Slots
from groundrules.keys.stretching import FLOOR, STANDARD
from groundrules.ledger.entries import HOUSE
from groundrules.ledger.opening import begin_ledger, open_ledger
from groundrules.ledger.places import Place
from groundrules.vault.entering import Part
from groundrules.vault.folder import (
    POSTGRESQL,
    SQLITE,
    Public,
    epoch_path,
    is_vault,
    ledger_path,
    read_public,
    without_password,
    write_public,
)
from groundrules.vault.house import joining
from groundrules.vault.opened import FORMS, LOG, OF_THE_HOUSE, Vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.keys.cards import Role
    from groundrules.keys.stretching import Cost
    from groundrules.ledger.ledger import Ledger

ADDRESS = "address"
"""The name of the text in a bundle that is the whole address of a database."""


class Founder(NamedTuple):
    """Who founds a vault.

    Attributes:
        name: as she wants to be called.
        roles: what she does in the house; somebody alone is reporter and editor.
        passphrase: what she will unlock it with.
    """

    name: str
    roles: Sequence[Role]
    passphrase: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Founder()"


class Surroundings(NamedTuple):
    """What a vault takes from the process that opens it.

    Attributes:
        environment: its variables, for where the epoch key lies.
        now: gives the instant, with its offset from UTC.
    """

    environment: Mapping[str, str]
    now: Callable[[], datetime]


class Stretching(NamedTuple):
    """What a guess of the passphrase costs, and the least that it may cost."""

    cost: Cost = STANDARD
    floor: Cost = FLOOR


def found(
    folder: Path,
    founder: Founder,
    surroundings: Surroundings,
    *,
    url: str = "",
    stretching: Stretching | None = None,
) -> tuple[str, ...]:
    """Make a vault, and return the lines of its recovery sheet, which are kept nowhere.

    Args:
        folder: where it shall stand; nothing is there yet, and the folder above it is.
        founder: its first member.
        surroundings: the process that makes it.
        url: of a database of PostgreSQL; without one, the ledger is a file in the folder.
        stretching: what a guess of the passphrase costs; about a second where it is not given.

    Raises:
        BadInput: something is there already, the passphrase is weak, or it cannot be made.
    """
    recovery = Recovery.new()
    with staged(folder) as stage:
        database = Secret.new()
        place = Place.server(url) if url else Place.file(ledger_path(stage), database.reveal())
        ledger = _begun(place)
        try:
            member = MemberKeys.new(founder.name, founder.roles)
            named = {} if url else {DATABASE: database}
            bundle = Bundle(ledger.id, member, named, {ADDRESS: url} if url else {})
            keeping = stretching or Stretching()
            slots = Slots(ledger.id, str(folder)).with_new_passphrase(
                bundle, founder.passphrase, keeping.cost, floor=keeping.floor
            )
            slots = slots.with_new_recovery(bundle, recovery)
            path = epoch_path(ledger.id, surroundings.environment)
            vault = Vault(ledger, member, bundle, stage, path, surroundings.now)
            kind = POSTGRESQL if url else SQLITE
            public = Public(ledger.id, vault.today, kind, without_password(url), slots.document())
            write_public(stage, public, force=False)
            epoch.begin(path, ledger.id)
            _settle(vault)
        finally:
            ledger.close()
    return recovery.lines()


def _settle(vault: Vault) -> None:
    """Write the first act of the house, and wrap its keys to the founder."""
    keys = {kind: Secret.new() for kind in (OF_THE_HOUSE, LOG, FORMS)}
    card = vault.member.card
    with vault.writing():
        entry = joining(vault, card, None, Part({}, keys[OF_THE_HOUSE]))
        wraps = [vault.wrapped(secret, card, HOUSE, kind) for kind, secret in keys.items()]
        vault.ledger.append([entry], wraps=wraps)


def _begun(place: Place) -> Ledger:
    """Return a new ledger, or the empty one that an interrupted founding left on a server.

    Raises:
        BadInput: there is one that is in use, or it cannot be made.
    """
    try:
        return begin_ledger(place)
    except BadInput as refusal:
        if place.kind != POSTGRESQL:
            raise
        try:
            ledger = open_ledger(place)
        except BadInput:
            raise refusal from None
        if ledger.head(HOUSE) is not None:
            ledger.close()
            raise
        return ledger


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a hidden folder that gets the name of `folder` at the end, or is gone.

    Raises:
        BadInput: something of this name is there, or it cannot be made.
    """
    if os.path.lexists(folder):
        what = "a vault" if is_vault(folder) else "something"
        raise BadInput(Fault(str(folder), f"there is {what} of this name already", "name another"))
    stage = folder.with_name(f".{folder.name}.{secrets.token_hex(8)}.part")
    try:
        stage.mkdir(mode=0o700)
    except OSError:
        remedy = "make the folder above it first, and see that it can be written to"
        raise BadInput(Fault(str(folder), "it cannot be made here", remedy)) from None
    try:
        yield stage
        _named(stage, folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _named(stage: Path, folder: Path) -> None:
    try:
        _flush(stage)
        stage.rename(folder)
        _flush(folder.parent)
    except OSError:
        message = "it cannot be given this name: something else has taken it"
        raise BadInput(Fault(str(folder), message, "name another")) from None


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def opened(folder: Path, bundle: Bundle, surroundings: Surroundings) -> Vault:
    """Return a vault, opened with what one of its slots held.

    Raises:
        BadInput: it is no vault, or another's; the ledger or the epoch key is missing or damaged.
    """
    public = read_public(folder)
    if bundle.ledger != public.ledger:
        message = "the ledger is not the one that these keys belong to"
        raise BadInput(Fault(str(folder), message, "restore the folder from a copy"))
    ledger = open_ledger(place_of(folder, public, bundle))
    if ledger.id != public.ledger:
        ledger.close()
        message = "the ledger is not the one that this vault names"
        raise BadInput(Fault(str(folder), message, "restore the folder from a copy"))
    path = epoch_path(ledger.id, surroundings.environment)
    return Vault(ledger, bundle.member, bundle, folder, path, surroundings.now)


def place_of(folder: Path, public: Public, bundle: Bundle) -> Place:
    """Return where the ledger of a vault lies, with what opens it.

    Raises:
        BadInput: the bundle has no key for it.
    """
    if public.backend == POSTGRESQL:
        return Place.server(bundle.texts.get(ADDRESS, public.url))
    key = bundle.secrets.get(DATABASE)
    if key is None:
        message = "what unlocks it has no key of its ledger"
        raise BadInput(Fault(str(folder), message, "restore the folder from a copy"))
    return Place.file(ledger_path(folder), key.reveal())
