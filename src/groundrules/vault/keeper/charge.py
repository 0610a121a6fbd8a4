"""What a keeper is told when it is started, besides the secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "GROUNDRULES_VAULT_MINUTES"
MINUTES = 15.0
MOST_MINUTES = 24 * 60.0

OPENER = "groundrules.vault.keeper.opening:opened_vault"
OPERATIONS = "groundrules.vault.operations"


class Charge(NamedTuple):
    """What is kept open, for how long, and what it is asked for.

    Attributes:
        folder: the folder of the vault, from the root on.
        minutes: how long it stays open after the last question.
        opener: `module:function` that makes of (folder, secret) what operations are given first;
            it is called in each child anew, and gives a context.
        operations: the module with OPERATIONS, a table of `module:function` by name; ANSWERS, the
            modules with the types of arguments; and PRELOADED, the modules that are loaded once,
            before the first question.
    """

    folder: str
    minutes: float
    opener: str = OPENER
    operations: str = OPERATIONS


def minutes_from(environment: Mapping[str, str]) -> float:
    """Return for how many minutes after the last question a vault stays open.

    Raises:
        BadInput: the variable is set to what is no number of minutes, or to more than a day.
    """
    text = environment.get(VARIABLE, "").strip()
    try:
        minutes = float(text) if text else MINUTES
    except ValueError:
        minutes = 0.0
    if not 0 < minutes <= MOST_MINUTES:
        message = "this is not how many minutes a vault can stay open"
        remedy = f"set it to a number above 0, and up to {MOST_MINUTES:g}; without it, {MINUTES:g}"
        raise BadInput(Fault(VARIABLE, message, remedy))
    return minutes
