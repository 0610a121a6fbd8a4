"""A policy: what the levels mean to one outlet or institution, and what it asks of copy.

Policies are data (`policies/*.toml`). Every value is a `Ruling`: it says where it comes from and
how sure that is, so that nothing unverified is ever shown as fact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from groundrules.terms.levels import Level
from groundrules.terms.rights import FREE, SEALED, Rights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.terms.rights import Axis

Value = TypeVar("Value")

FREE_LEVELS = frozenset({Level.ON_THE_RECORD, Level.PLAIN_WORDS})
"""The levels that withhold nothing under any policy: no policy may rule otherwise."""

CAUTIOUS = "default"
"""The id of the policy that the shipped ones extend; what they do not say is read as it says."""


class Status(StrEnum):
    """How sure a value is."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Evidence(NamedTuple):
    """Where a value was read.

    Attributes:
        title: what was read.
        where: its address or a reference to it.
        accessed: the day it was read, or the year that the copy is of.
    """

    title: str
    where: str
    accessed: str = ""


class Ruling(NamedTuple, Generic[Value]):
    """One value of a policy, with what it rests on.

    Attributes:
        value: the value itself.
        policy: the id of the policy that says so; another one's where it was inherited.
        evidence: a key of that policy's evidence, or "" where there is none.
        status: how sure it is.
        negotiable: the policy leaves it to the agreement; `value` holds until one is made.
    """

    value: Value
    policy: str
    evidence: str = ""
    status: Status = Status.UNVERIFIED
    negotiable: bool = False


class LevelRuling(NamedTuple):
    """What one level means under one policy.

    Attributes:
        meaning: the level in one sentence, in our words.
        axes: axis name to ruling; an axis that nobody ruled on is missing.
        description_set_by: who words the source's description: source, journalist or negotiated.
    """

    meaning: str
    axes: Mapping[str, Ruling[Axis]]
    description_set_by: Ruling[str] | None = None

    @property
    def rights(self) -> Rights:
        """Return the rights; an axis without a ruling is withheld: what is unclear is protected."""
        return SEALED.changed({name: ruling.value for name, ruling in self.axes.items()})


@dataclass(frozen=True, slots=True)
class Policy:
    """One version of one policy, with everything that it inherits filled in.

    Attributes:
        id: its name on the command line and in a record, such as `washington-post`.
        lineage: this policy's id, then those that it extends, nearest first.
        evidence: where the values of the whole lineage were read, by `policy-id/key`.
        levels: what each level means; a level that it does not rule on is missing.
        practices: what it asks of newsroom and copy; the names are those of `PRACTICES`.
        severities: rule name to `error`, `warning`, `note` or `off`.
    """

    id: str
    title: str
    version: str
    jurisdiction: str = ""
    summary: str = ""
    lineage: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    levels: Mapping[Level, LevelRuling] = field(default_factory=dict)
    practices: Mapping[str, Ruling[object]] = field(default_factory=dict)
    severities: Mapping[str, Ruling[str]] = field(default_factory=dict)

    def rights(self, level: Level) -> Rights:
        """Return what a level allows. On the record and plain words are free under any policy."""
        if level in FREE_LEVELS:
            return FREE
        ruling = self.levels.get(level)
        return ruling.rights if ruling else SEALED

    def evidence_for(self, ruling: Ruling[Any]) -> Evidence | None:
        """Return where one of this policy's values was read, inherited ones included."""
        return self.evidence.get(f"{ruling.policy}/{ruling.evidence}")

    def number(self, practice: str) -> int:
        """Return a practice that is a count, 0 where the policy does not rule on it."""
        ruling = self.practices.get(practice)
        value = ruling.value if ruling else 0
        return value if isinstance(value, int) and not isinstance(value, bool) else 0

    def phrases(self, practice: str) -> tuple[str, ...]:
        """Return a practice that is a list of phrases, empty where the policy has no ruling."""
        ruling = self.practices.get(practice)
        return ruling.value if ruling and isinstance(ruling.value, tuple) else ()

    def word(self, practice: str) -> str:
        """Return a practice that is one word, "" where the policy does not rule on it."""
        ruling = self.practices.get(practice)
        return ruling.value if ruling and isinstance(ruling.value, str) else ""


class Practice(NamedTuple):
    """What one practice is: its kind of value, the words it may be, and what it decides.

    Attributes:
        kind: `int`, `bool`, `str` or `tuple` (of phrases).
        choices: the allowed words of a `str`; empty where any will do.
        about: what it decides, in one sentence.
    """

    kind: type
    choices: tuple[str, ...]
    about: str


PRACTICES: dict[str, Practice] = {
    "default_level": Practice(
        str, ("on-the-record",), "The terms of a talk in which nothing was agreed."
    ),
    "retroactive": Practice(
        str, ("never", "grace"), "What a request about words already spoken can bring."
    ),
    "promise_by": Practice(
        str, ("reporter", "manager-first"), "Who may promise terms to a source."
    ),
    "binds": Practice(str, ("reporter", "outlet"), "Whom a promise binds."),
    "identity_known_to": Practice(
        str,
        ("reporter", "editor", "manager", "on-request"),
        "Who, besides the reporter, must know who an unnamed source is.",
    ),
    "approval_anonymous": Practice(
        str,
        ("", "editor", "manager", "department-head", "senior-editor"),
        "Who approves the use of an unnamed source.",
    ),
    "approval_direct_quote": Practice(
        str,
        ("", "editor", "department-head", "senior-editor"),
        "Who approves a direct quotation of an unnamed source.",
    ),
    "approval_serious_allegation": Practice(
        str, ("", "editor", "legal"), "Who approves a serious allegation from one unnamed source."
    ),
    "min_anonymous_sources": Practice(
        int, (), "How many sources a claim needs when they are unnamed."
    ),
    "plural_requires": Practice(int, (), "How many sources the word “sources” needs."),
    "banned_reasons": Practice(
        tuple, (), "Formulas that do not count as a reason for withholding a name."
    ),
    "vague_attributions": Practice(
        tuple, (), "Attributions that tell the reader nothing about the source."
    ),
    "quote_approval": Practice(
        str,
        ("forbidden", "discouraged", "on-request", "customary"),
        "Whether a source may approve quotations before they are used.",
    ),
    "copy_preview": Practice(
        str,
        ("forbidden", "on-request"),
        "Whether a source may read the story before it is published.",
    ),
    "group_background": Practice(
        str, ("object", "accept"), "What a reporter does when a group is briefed on background."
    ),
    "embargo_needs_acceptance": Practice(bool, (), "An embargo binds only those who accepted it."),
}
"""Every practice that a policy may rule on."""
