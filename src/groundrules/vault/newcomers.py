"""How somebody joins a ledger on a server from a machine of her own.

She makes her keys there, in a folder that points at the database, and carries her card to a member.
The member lets her in, and gets three lines in return. These go another way than through the
database: with them, and with her keys, the epoch key opens that waits for her in it. So no copy of
the database has the epoch key, whoever's keys come with it. Once she has it, it waits no longer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys import epoch
from groundrules.keys.bundle import Bundle
from groundrules.keys.cards import read_card
from groundrules.keys.envelope import Unopenable
from groundrules.keys.epoch_key import EpochKey, EpochKeys
from groundrules.keys.members import MemberKeys
from groundrules.keys.recovery import Recovery, parse
from groundrules.keys.secret import Secret
from groundrules.keys.slots import Slots
from groundrules.keys.wraps import Context, epoch_of, unwrapped, wrap
from groundrules.ledger.entries import HOUSE
from groundrules.ledger.opening import open_ledger
from groundrules.ledger.places import Place
from groundrules.vault.folder import POSTGRESQL, Public, epoch_path, without_password, write_public
from groundrules.vault.founding import ADDRESS, Stretching, opened, staged
from groundrules.vault.members import add

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.keys.cards import MemberCard
    from groundrules.vault.founding import Founder, Surroundings
    from groundrules.vault.opened import Vault

_EPOCH = "epoch"
_INVITATION = "invitation"


class Applied(NamedTuple):
    """What somebody who wants to join gets.

    Attributes:
        card: the text of her card, for a member of the vault.
        recovery: the lines of her recovery sheet.
    """

    card: str
    recovery: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Applied()"


def apply_from(
    folder: Path,
    newcomer: Founder,
    url: str,
    surroundings: Surroundings,
    *,
    stretching: Stretching | None = None,
) -> Applied:
    """Make keys and a folder for somebody who wants to join a ledger on a server.

    Args:
        folder: where her vault shall stand; nothing is there yet.
        newcomer: who she is.
        url: of the database.
        surroundings: the process that makes it.
        stretching: what a guess of the passphrase costs; about a second where it is not given.

    Raises:
        BadInput: something is there already, the database has no ledger, or it cannot be made.
    """
    ledger = open_ledger(Place.server(url))
    ledger.close()
    keys, recovery = MemberKeys.new(newcomer.name, newcomer.roles), Recovery.new()
    bundle = Bundle(ledger.id, keys, {}, {ADDRESS: url})
    keeping = stretching or Stretching()
    slots = Slots(ledger.id, str(folder)).with_new_passphrase(
        bundle, newcomer.passphrase, keeping.cost, floor=keeping.floor
    )
    slots = slots.with_new_recovery(bundle, recovery)
    day = surroundings.now().date().isoformat()
    with staged(folder) as stage:
        public = Public(ledger.id, day, POSTGRESQL, without_password(url), slots.document())
        write_public(stage, public, force=False)
    return Applied(keys.card.document().decode(), recovery.lines())


def invite(vault: Vault, card: str, path: str) -> tuple[str, ...]:
    """Let somebody in by her card, and return the lines with which she gets the epoch key.

    Somebody who is a member already gets the key as it is now: after a new epoch has begun.

    Args:
        vault: whose member lets her in.
        card: what her file holds.
        path: the file, for messages.

    Raises:
        BadInput: it is no card, her name is taken, or it cannot be written.
    """
    found = read_card(card.encode(), path)
    if vault.cards().get(found.id) != found:
        add(vault, found)
    code = Recovery.new()
    with vault.writing():
        key = vault.epoch.current
        outer = EpochKey(key.number, Secret(code.reveal()))
        sealed = wrap(key.secret, found, _context(vault.ledger.id, found, key.number), outer)
        vault.ledger.keep(_waiting(found), sealed)
    return code.lines()


def accept(folder: Path, bundle: Bundle, lines: str, surroundings: Surroundings) -> None:
    """Take the epoch key that waits for a member, in the place of an older one.

    Args:
        folder: her vault's.
        bundle: what her slot holds.
        lines: those that the inviting member got.
        surroundings: the process that takes it.

    Raises:
        BadInput: a line has a mistake, nothing waits for her, or the lines are of another time.
    """
    code = parse(lines)
    vault = opened(folder, bundle, surroundings)
    try:
        key = _taken(vault, Secret(code.reveal()))
        path = epoch_path(vault.ledger.id, surroundings.environment)
        path.unlink(missing_ok=True)  # one of an epoch that is over opens nothing any more
        epoch.bring_back(path, vault.ledger.id, EpochKeys(key))
        vault.ledger.keep(_waiting(vault.member.card), b"")
    finally:
        vault.ledger.close()


def _taken(vault: Vault, code: Secret) -> EpochKey:
    """Return the epoch key that waits for the member.

    Raises:
        BadInput: none waits, or the lines do not open it.
    """
    card = vault.member.card
    sealed = vault.ledger.kept(_waiting(card))
    if not sealed:
        message = "no epoch key waits for this member"
        raise BadInput(Fault(str(vault.folder), message, "have a member invite you with your card"))
    try:
        number = epoch_of(sealed)
        context = _context(vault.ledger.id, card, number)
        return EpochKey(number, unwrapped(sealed, vault.member, context, EpochKey(number, code)))
    except Unopenable:
        message = "these lines do not open what waits for this member"
        remedy = "type the lines of the last invitation, or have a member invite you again"
        raise BadInput(Fault(str(vault.folder), message, remedy)) from None


def _context(ledger: str, card: MemberCard, number: int) -> Context:
    return Context(ledger, HOUSE.hex(), _EPOCH, card.id, number, _INVITATION)


def _waiting(card: MemberCard) -> str:
    return f"{_INVITATION}-{card.id}"
