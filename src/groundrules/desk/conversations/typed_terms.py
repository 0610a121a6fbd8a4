"""Terms as a person puts them into a form: a level, rights in plain words, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.record.amending import NO_TERMS
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.desk.talking.agreement_conditions import Typed
    from groundrules.record.facts import Proposal

LEVELS = tuple(level.value for level in Level)
"""The levels, the freest first."""


def typed_terms(level: str, rights: Mapping[str, str], typed: Typed) -> Proposal | None:
    """Return terms as they were typed; None where nothing was named.

    Args:
        level: a level's value; "" for none.
        rights: axis to permission; "" where nothing was said of it.
        typed: the conditions.

    Raises:
        BadInput: there is no such level or permission, or a day or an instant is none.
    """
    named = {axis: word for axis, word in rights.items() if word}
    try:
        changes = tuple((axis, AXES[axis](named[axis])) for axis in AXES if axis in named)
        found = typed.conditions()._replace(level=Level(level) if level else None, changes=changes)
    except ValueError:
        message = "there is no such level or right"
        raise BadInput(Fault("terms", message, "choose one of the list")) from None
    return None if found._replace(scope="") == NO_TERMS else found
