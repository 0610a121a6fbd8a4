"""What the five laws, and each way in which one decides, are called in a lesson: data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.tables.table import Faults, Table
from groundrules.talk.drilling.laws import Law, Reason
from groundrules.talk.drilling.scenario import Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.tables.table import Document

LAW_KEYS = {
    Law.UNTIL_AGREED: "until-agreed",
    Law.TAKES_TWO: "takes-two",
    Law.NEVER_BACKWARDS: "never-backwards",
    Law.NEVER_CARRIED_OVER: "never-carried-over",
    Law.AS_READ_BACK: "as-read-back",
}
"""Each law by its name in the file."""

_LAW_KEYS = ("title", "text")


class Wordings(NamedTuple):
    """The texts of the lessons.

    Attributes:
        titles: each law in a few words.
        laws: each law in a sentence or two.
        reasons: side and reason to what it says about words that stand as they do.
    """

    titles: Mapping[Law, str]
    laws: Mapping[Law, str]
    reasons: Mapping[tuple[Side, Reason], str]


def wordings_from(document: Document) -> Wordings:
    """Return the texts of a file of lessons.

    Raises:
        BadInput: with every fault of the file; a law or a reason without words is one.
    """
    faults = Faults()
    table = Table(document, faults, (), document.raw)
    table.allow(("laws", "reasons"), "table of a file of lessons")
    laws, reasons = table.table("laws"), table.table("reasons")
    laws.allow(LAW_KEYS.values(), "law")
    reasons.allow(Reason, "reason")
    for _, law in laws.tables():
        law.allow(_LAW_KEYS, "key of a law")
    for _, reason in reasons.tables():
        reason.allow(Side, "side")
    found = Wordings(
        {law: laws.table(key).text("title", required=True) for law, key in LAW_KEYS.items()},
        {law: laws.table(key).text("text", required=True) for law, key in LAW_KEYS.items()},
        {
            (side, reason): reasons.table(reason).text(side, required=True)
            for reason in Reason
            for side in Side
        },
    )
    faults.close()
    return found
