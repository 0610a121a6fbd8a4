"""The ways in which a vault is unlocked: a changed passphrase, a new sheet, and one that is tested.

The sheet is no use if nobody knows whether it works. So the day on which it was tested last is kept
in a file beside the epoch key, and whoever asks for the status is told when that is long ago.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from groundrules.desk.vaults.founding import Sheet
from groundrules.desk.vaults.unlocking import (
    Asking,
    Unlocked,
    charge_for,
    is_unlocked,
    kept,
    opened_bundle,
    read_vault,
)
from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.system import need_sockets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from groundrules.keys.bundle import Bundle
    from groundrules.keys.recovery import Recovery
    from groundrules.keys.slots import Slots
    from groundrules.vault.founding import Stretching

DAYS_BETWEEN_TESTS = 90

_TESTED = "recovery-tested.json"


def change_passphrase(
    folder: Path,
    asking: Asking,
    new_passphrase: Callable[[], str],
    stretching: Stretching | None = None,
) -> None:
    """Give a member another passphrase; the sheet stays as it is.

    Args:
        folder: the vault's.
        asking: how the present passphrase is come by.
        new_passphrase: gives the new one, once the present one has opened the vault.
        stretching: what a guess costs; about a second where it is not given.

    Raises:
        BadInput: the present one is wrong, the new one is weak, or it cannot be written.
    """
    bundle = opened_bundle(folder, asking, stretching and stretching.floor)
    _set_passphrase(folder, bundle, new_passphrase(), stretching)


def new_sheet(folder: Path, asking: Asking, stretching: Stretching | None = None) -> Sheet:
    """Give a member another recovery sheet, and return it; the one before opens nothing any more.

    Raises:
        BadInput: the passphrase is wrong, or it cannot be written.
    """
    bundle = opened_bundle(folder, asking, stretching and stretching.floor)
    from groundrules.keys.recovery import Recovery  # noqa: PLC0415 - start-up time

    recovery = Recovery.new()
    _change(folder, lambda slots: slots.with_new_recovery(bundle, recovery))
    return Sheet(folder.name, _today().isoformat(), recovery.lines())


def check_sheet(folder: Path, text: str, path: str, environment: Mapping[str, str]) -> str:
    """Return the name of the member whose sheet somebody typed, and keep that it was tested today.

    Args:
        folder: the vault's.
        text: the lines.
        path: where they come from, for messages.
        environment: the process's variables, for where the day is kept.

    Raises:
        BadInput: there is a mistake in a line, or they open nothing.
    """
    bundle = _opened_with_sheet(folder, text, path)
    public, _ = read_vault(folder)
    _keep_tested(public.ledger, bundle.member.card.id, environment)
    return bundle.member.card.name


def recover(
    folder: Path,
    sheet: tuple[str, str],
    new_passphrase: Callable[[], str],
    environment: Mapping[str, str],
    stretching: Stretching | None = None,
) -> Unlocked:
    """Unlock a vault with a sheet, once a new passphrase is set.

    Args:
        folder: the vault's.
        sheet: the lines, and where they come from.
        new_passphrase: gives the new passphrase, once the sheet has opened the vault.
        environment: the process's variables.
        stretching: what a guess costs; about a second where it is not given.

    Raises:
        BadInput: the sheet opens nothing, the passphrase is weak, or the vault cannot be opened.
    """
    from groundrules.vault.keeper.starting import Starting  # noqa: PLC0415 - start-up time

    need_sockets(folder)
    if is_unlocked(folder):
        remedy = "lock it first, or change the passphrase with `groundrules vault passphrase`"
        raise BadInput(Fault(str(folder), "the vault is unlocked", remedy))
    with Starting(charge_for(folder, environment)) as starting:
        bundle = _opened_with_sheet(folder, *sheet)
        _set_passphrase(folder, bundle, new_passphrase(), stretching)
        public, _ = read_vault(folder)
        _keep_tested(public.ledger, bundle.member.card.id, environment)
        return kept(folder, starting, bundle)


def line_is_wrong(lines: list[str]) -> BadInput | None:
    """Return what is wrong with the last of the lines that were typed so far; None for nothing."""
    from groundrules.keys.recovery import parse  # noqa: PLC0415 - start-up time

    try:
        parse("\n".join(lines))
    except BadInput as error:
        faults = [fault for fault in error.faults if fault.line == len(lines)]
        return BadInput(*faults) if faults else None
    return None


def untested_days(folder: Path, environment: Mapping[str, str]) -> int:
    """Return for how many days no sheet of a vault has been tested, or since it was founded.

    Raises:
        BadInput: it is no vault.
    """
    public, _ = read_vault(folder)
    days = [*_tested(public.ledger, environment).values(), public.created]
    return max(0, (_today() - max(map(date.fromisoformat, days))).days)


def _set_passphrase(
    folder: Path, bundle: Bundle, passphrase: str, stretching: Stretching | None
) -> None:
    from groundrules.vault.founding import Stretching  # noqa: PLC0415 - start-up time

    cost, floor = stretching or Stretching()
    _change(folder, lambda slots: slots.with_new_passphrase(bundle, passphrase, cost, floor=floor))


def _change(folder: Path, change: Callable[[Slots], Slots]) -> None:
    """Change the ways in which a vault is unlocked, one change after the other."""
    from groundrules.keys import private_file  # noqa: PLC0415 - start-up time
    from groundrules.vault.folder import PUBLIC_FILE, write_public  # noqa: PLC0415 - likewise

    with private_file.locked(folder / PUBLIC_FILE, alone=True):
        public, slots = read_vault(folder)
        write_public(folder, public._replace(slots=change(slots()).document()), force=True)


def _opened_with_sheet(folder: Path, text: str, path: str) -> Bundle:
    from groundrules.keys.recovery import parse  # noqa: PLC0415 - start-up time

    _, slots = read_vault(folder)
    recovery: Recovery = parse(text, path)
    return slots().opened_with_recovery(recovery)


def _tested_path(ledger: str, environment: Mapping[str, str]) -> Path:
    from groundrules.vault.folder import epoch_path  # noqa: PLC0415 - start-up time

    return epoch_path(ledger, environment).with_name(_TESTED)


def _tested(ledger: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the day of each member's last test; what cannot be read was no test."""
    try:
        value = json.loads(_tested_path(ledger, environment).read_text("utf-8"))
        return {str(member): date.fromisoformat(day).isoformat() for member, day in value.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _keep_tested(ledger: str, member: str, environment: Mapping[str, str]) -> None:
    from groundrules.readers.writing import write_text  # noqa: PLC0415 - start-up time

    tested = _tested(ledger, environment) | {member: _today().isoformat()}
    path = _tested_path(ledger, environment)
    if path.parent.is_dir():
        write_text(path, f"{json.dumps(tested)}\n", force=True)


def _today() -> date:
    return datetime.now(UTC).date()
