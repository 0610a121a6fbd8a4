"""`groundrules vault`: the encrypted record, and who can open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.faces.cli.lazy_group import LazyGroup
from groundrules.faces.cli.options import examples

if TYPE_CHECKING:
    import click

_MODULES = {
    "init": "vault_founding",
    "unlock": "vault_unlocking",
    "lock": "vault_unlocking",
    "status": "vault_unlocking",
    "passphrase": "vault_recovery",
    "recovery": "vault_recovery",
    "recover": "vault_recovery",
    "apply": "vault_joining",
    "accept": "vault_joining",
    "card": "vault_members",
    "member": "vault_members",
    "share": "vault_sharing",
    "readers": "vault_sharing",
    "take-back": "vault_sharing",
    "import": "vault_moving",
    "export": "vault_moving",
    "backup": "vault_moving",
    "epoch-copy": "vault_moving",
    "restore": "vault_moving",
    "seal": "vault_upkeep",
    "audit": "vault_upkeep",
}

vault_command: click.Group = LazyGroup(
    "vault",
    _MODULES,
    short_help="Keep records encrypted, and say who can open them.",
    help=(
        "Keep records in a vault: encrypted, with names apart, and nothing altered unseen.\n\n"
        "A vault is a folder. It is unlocked with a passphrase, which is asked for once: a process "
        "of its own keeps the keys until nobody has used them for a while, or until `lock`."
    ),
    epilog=examples(
        "groundrules vault init office.vault",
        "groundrules vault unlock",
        "groundrules vault status",
        "groundrules vault lock",
    ),
)
