"""Joining a vault on a server from a machine of one's own: applying, inviting, and accepting."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.vaults.founding import NewMember, Sheet
from groundrules.desk.vaults.unlocking import Asking, opened_bundle, read_vault
from groundrules.errors import BadInput, Fault
from groundrules.vault.answers import Done
from groundrules.vault.folder import SQLITE, SUFFIX
from groundrules.vault.keeper.door import Door
from groundrules.vault.keeper.system import need_sockets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from groundrules.keys.stretching import Cost
    from groundrules.vault.founding import Stretching


class Invited(NamedTuple):
    """Who may join, and what she needs for it.

    Attributes:
        name: as her card has it.
        roles: `reporter`, `editor`, `standards` and `legal`, as far as they apply.
        lines: three, for her alone.
    """

    name: str
    roles: tuple[str, ...]
    lines: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Invited()"


def card_path(folder: Path) -> Path:
    """Return where the card of somebody who applies is written, unless she names another file."""
    return folder.with_name(f"{folder.name.removesuffix(SUFFIX)}.card")


def apply_for(  # noqa: PLR0913 - who, whence and where to
    folder: Path,
    newcomer: NewMember,
    url: str,
    card: Path,
    environment: Mapping[str, str],
    *,
    stretching: Stretching | None = None,
) -> Sheet:
    """Make keys and a folder for somebody who wants to join; return her recovery sheet.

    Args:
        folder: where her vault shall stand.
        newcomer: who she is.
        url: of the database.
        card: the file that her card is written to, which is no secret.
        environment: the process's variables.
        stretching: what a guess of the passphrase costs; about a second where it is not given.

    Raises:
        BadInput: something is there already, the passphrase is weak, the database has no ledger,
            or it cannot be made. Nothing is left behind then.
    """
    need_sockets(folder)
    from groundrules.keys.cards import Role  # noqa: PLC0415 - start-up time
    from groundrules.readers.writing import PUBLIC, refuse_taken, write_text  # noqa: PLC0415 - likewise
    from groundrules.vault.founding import Founder, Surroundings  # noqa: PLC0415 - likewise
    from groundrules.vault.keeper.opening import surroundings  # noqa: PLC0415 - likewise
    from groundrules.vault.newcomers import apply_from  # noqa: PLC0415 - likewise

    refuse_taken([card])
    process = Surroundings(environment, surroundings().now)
    roles = tuple(Role(role) for role in newcomer.roles)
    who = Founder(newcomer.name, roles, newcomer.passphrase)
    applied = apply_from(folder, who, url, process, stretching=stretching)
    try:
        write_text(card, f"{applied.card}\n", mode=PUBLIC)
    except BaseException:
        shutil.rmtree(folder)  # keys that nobody can be told of
        raise
    return Sheet(folder.name, process.now().date().isoformat(), applied.recovery)


def invite(folder: Path, card: Path) -> Invited:
    """Let somebody in by her card, or give a member the epoch key anew.

    Args:
        folder: the vault's, which is on a server.
        card: the file with what she was given when she applied.

    Raises:
        BadInput: the vault is in a file, the vault is locked, it is no card, or her name is taken.
    """
    refuse_file(folder, "let her in with NAME and --role: her keys are made in this folder then")
    from groundrules.keys.cards import read_card  # noqa: PLC0415 - start-up time
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - likewise

    text = read_text(card)
    found = read_card(text.encode(), str(card))
    with Door.to(folder) as door:
        lines = door.ask(tuple[str, ...], "invite", card=text, path=str(card))
    return Invited(found.name, tuple(role.value for role in found.roles), lines)


def accept(  # noqa: PLR0913, PLR0917 - the vault, the passphrase, the lines, the process
    folder: Path,
    asking: Asking,
    lines: str,
    path: str,
    environment: Mapping[str, str],
    floor: Cost | None = None,
) -> None:
    """Take the epoch key that waits for a member, with the lines of her invitation.

    Args:
        folder: her vault's.
        asking: how her passphrase is come by.
        lines: the three.
        path: where they come from, for messages.
        environment: the process's variables, for where the epoch key lies.
        floor: the least that a guess of the passphrase may cost; as is usual without one.

    Raises:
        BadInput: the vault is in a file, a line has a mistake, the passphrase is wrong, nothing
            waits for her, or the lines are of another invitation.
    """
    refuse_file(folder, "unlock it: groundrules vault unlock")
    wrong = wrong_lines(lines, path)
    if wrong:
        raise wrong
    bundle = opened_bundle(folder, asking, floor)
    from groundrules.vault import newcomers  # noqa: PLC0415 - start-up time
    from groundrules.vault.founding import Surroundings  # noqa: PLC0415 - likewise
    from groundrules.vault.keeper.opening import surroundings  # noqa: PLC0415 - likewise

    newcomers.accept(folder, bundle, lines, Surroundings(environment, surroundings().now))


def wrong_lines(lines: str, path: str) -> BadInput | None:
    """Return what is wrong with the lines of an invitation; None for nothing.

    Args:
        lines: those that were typed so far.
        path: where they come from, for messages.
    """
    from groundrules.keys.recovery import parse  # noqa: PLC0415 - start-up time

    try:
        parse(lines, path)
    except BadInput as error:
        return BadInput(*dict.fromkeys(_of_an_invitation(fault) for fault in error.faults))
    return None


def _of_an_invitation(fault: Fault) -> Fault:
    """Return a fault of a recovery sheet, which has the same form, as one of an invitation."""
    if fault.line:
        remedy = "compare it with what you were told, group by group"
        return Fault(fault.path, "there is a mistake in this line", remedy, fault.line)
    message = "these are not the three lines of one invitation"
    return Fault(fault.path, message, "type all three, one below the other")


def settle(folder: Path) -> Done:
    """Give every member of the desks the terms that one may read and she should."""
    with Door.to(folder) as door:
        return door.ask(Done, "settle")


def refuse_file(folder: Path, remedy: str) -> None:
    """Refuse a vault that is no use to another machine: its ledger is a file in its folder.

    Args:
        folder: the vault's.
        remedy: what to do in place of it.

    Raises:
        BadInput: it is one, or no vault.
    """
    public, _ = read_vault(folder)
    if public.backend == SQLITE:
        message = "the ledger of this vault is a file, so nobody joins from a machine of her own"
        raise BadInput(Fault(str(folder), message, remedy))
