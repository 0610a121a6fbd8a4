"""The head of the record: what the plan already knows about the talk that is to be recorded.

The date is left to be filled in. The person's own name is not asked for and does not stand there:
whoever finds the file shall not learn it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.notation import to_text
from groundrules.record.transcript import Conversation, Party, Role

if TYPE_CHECKING:
    from groundrules.talk.planning.plan import Plan

_LONGEST = 40


def conversation_of(plan: Plan) -> Conversation:
    """Return the conversation that is to come: its parties and its matter, and no turn yet."""
    role = Role.SPOKESPERSON if plan.speaks_for_organisation else Role.SOURCE
    description = next((one.text for one in plan.descriptions if not one.is_narrow), "")
    return Conversation(
        id=_name(plan.matter) or _name(plan.outlet) or "talk",
        outlet=plan.outlet,
        policy=plan.rules.policy.id,
        matter=plan.matter,
        parties=(
            Party("R1", Role.REPORTER, plan.reporter),
            Party("S1", role, description=description),
        ),
    )


def record_head(plan: Plan) -> str:
    """Return the head in the record notation, with an empty line for the date.

    Raises:
        BadInput: the plan holds something that the notation cannot.
    """
    first, _, rest = to_text(conversation_of(plan)).partition("\n")
    return f"{first}\ndate:\n{rest}"


def _name(text: str) -> str:
    """Return a text as the name of a conversation; "" where nothing of it can be one."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return "-".join(words)[:_LONGEST].strip("-")
