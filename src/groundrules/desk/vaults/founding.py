"""Founding a vault: its keys, its ledger, its first member, and the sheet that opens it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.vault.keeper.system import need_sockets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from groundrules.vault.founding import Stretching


class Sheet(NamedTuple):
    """A recovery sheet; nothing of it is kept.

    Attributes:
        vault: the name of the vault's folder.
        created: the day on which it was made, YYYY-MM-DD.
        lines: the key, in three lines.
    """

    vault: str
    created: str
    lines: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Sheet()"


class NewMember(NamedTuple):
    """Whoever gets keys of a vault.

    Attributes:
        name: as she wants to be called.
        roles: what she does in the house.
        passphrase: what she will unlock it with.
    """

    name: str
    roles: Sequence[str]
    passphrase: str

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "NewMember()"


def found_vault(
    folder: Path,
    founder: NewMember,
    environment: Mapping[str, str],
    *,
    url: str = "",
    stretching: Stretching | None = None,
) -> Sheet:
    """Found a vault, and return its recovery sheet.

    Args:
        folder: where it shall stand.
        founder: its first member.
        environment: the process's variables, for where the epoch key lies.
        url: of a database of PostgreSQL; without one, the ledger is a file in the folder.
        stretching: what a guess of the passphrase costs; about a second where it is not given.

    Raises:
        BadInput: something is there already, the passphrase is weak, or it cannot be made.
    """
    need_sockets(folder)
    from groundrules.keys.cards import Role  # noqa: PLC0415 - start-up time
    from groundrules.vault.founding import Founder, Surroundings, found  # noqa: PLC0415 - likewise
    from groundrules.vault.keeper.opening import surroundings  # noqa: PLC0415 - likewise

    roles = tuple(Role(role) for role in founder.roles)
    process = Surroundings(environment, surroundings().now)
    who = Founder(founder.name, roles, founder.passphrase)
    lines = found(folder, who, process, url=url, stretching=stretching)
    return Sheet(folder.name, process.now().date().isoformat(), lines)
