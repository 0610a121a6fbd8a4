"""A policy as a table: what each level means, axis by axis, and what every value rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.terms.policy import FREE_LEVELS, PRACTICES, Status
from groundrules.terms.policy_wording import CLAUSES, practice_value
from groundrules.terms.rights import AXES, SEALED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.terms.levels import Level
    from groundrules.terms.policy import LevelRuling, Policy, Ruling

_DESCRIBER = "description_set_by"


class Support(NamedTuple):
    """What one value rests on.

    Attributes:
        status: `verified`, `secondary`, `unverified`; "" where nobody has ruled on it.
        negotiable: the policy leaves it to the agreement.
        inherited: the id of the policy that says so, where it is another one; else "".
        title: what was read; "" for nothing.
        where: its address.
        accessed: when it was read.
    """

    status: str = ""
    negotiable: bool = False
    inherited: str = ""
    title: str = ""
    where: str = ""
    accessed: str = ""


class Cell(NamedTuple):
    """What a level allows on one axis.

    Attributes:
        axis: the axis's name, or `description_set_by`.
        value: the permission.
        freedom: `free`, `limited` or `withheld`; "" where the axis is no scale.
        says: the same as a clause that goes on from the policy's title.
        support: what it rests on.
    """

    axis: str
    value: str
    freedom: str
    says: str
    support: Support


class LevelRow(NamedTuple):
    """What one level means.

    Attributes:
        level: the level's name.
        spoken: the level as it reads in a sentence.
        meaning: the level in a sentence; "" where the policy has no ruling on it.
        is_free: it withholds nothing under any policy.
        cells: one for each axis, in their order; then who words the description, if it is said.
    """

    level: str
    spoken: str
    meaning: str
    is_free: bool
    cells: tuple[Cell, ...]


class PracticeRow(NamedTuple):
    """What a policy asks of newsroom and copy, on one point."""

    name: str
    about: str
    value: str
    support: Support


class Sureness(NamedTuple):
    """How many values of a policy are how sure; those that it takes from others count apart."""

    verified: int
    secondary: int
    unverified: int
    inherited: int


class PolicyTable(NamedTuple):
    """A whole policy as a table.

    Attributes:
        extends: the policies whose values it takes where it says nothing itself, nearest first.
    """

    id: str
    title: str
    version: str
    jurisdiction: str
    summary: str
    extends: tuple[str, ...]
    sureness: Sureness
    levels: tuple[LevelRow, ...]
    practices: tuple[PracticeRow, ...]


def policy_table(policy: Policy) -> PolicyTable:
    """Return a policy as a table."""
    practices = tuple(
        PracticeRow(
            name, PRACTICES[name].about, practice_value(ruling.value), _support(policy, ruling)
        )
        for name, ruling in policy.practices.items()
    )
    levels = tuple(_level(policy, level, ruling) for level, ruling in policy.levels.items())
    return PolicyTable(
        policy.id,
        policy.title,
        policy.version,
        policy.jurisdiction,
        policy.summary,
        policy.lineage[1:],
        sureness(policy),
        levels,
        practices,
    )


def sureness(policy: Policy) -> Sureness:
    """Return how many values of a policy are how sure."""
    every = list(_rulings(policy))
    own = [ruling.status for ruling in every if ruling.policy == policy.id]
    verified, secondary, unverified = (own.count(status) for status in Status)
    return Sureness(verified, secondary, unverified, len(every) - len(own))


def cell(policy: Policy, subject: str, ruling: Ruling[Any] | None) -> Cell:
    """Return one value of a level; where nobody says anything, what is unclear is protected.

    Args:
        policy: the policy.
        subject: the axis, or `description_set_by`.
        ruling: what holds there.
    """
    if subject == _DESCRIBER:
        value = str(ruling.value) if ruling else ""
        return Cell(subject, value, "", CLAUSES.get((subject, value), ""), _support(policy, ruling))
    held = ruling.value if ruling else SEALED.by_axis()[subject]
    return Cell(
        subject,
        str(held),
        _freedom(subject, held.strictness),
        CLAUSES[subject, str(held)],
        _support(policy, ruling),
    )


def _level(policy: Policy, level: Level, ruling: LevelRuling) -> LevelRow:
    cells = [cell(policy, axis, ruling.axes.get(axis)) for axis in AXES]
    if ruling.description_set_by:
        cells.append(cell(policy, _DESCRIBER, ruling.description_set_by))
    return LevelRow(level.value, level.spoken, ruling.meaning, level in FREE_LEVELS, tuple(cells))


def _freedom(axis: str, strictness: int) -> str:
    if not strictness:
        return "free"
    return "withheld" if strictness == len(AXES[axis]) - 1 else "limited"


def _support(policy: Policy, ruling: Ruling[Any] | None) -> Support:
    if ruling is None:
        return Support()
    evidence = policy.evidence_for(ruling)
    inherited = ruling.policy if ruling.policy != policy.id else ""
    found = Support(ruling.status.value, ruling.negotiable, inherited)
    if evidence is None:
        return found
    return found._replace(title=evidence.title, where=evidence.where, accessed=evidence.accessed)


def _rulings(policy: Policy) -> Iterator[Ruling[Any]]:
    for level in policy.levels.values():
        yield from level.axes.values()
        if level.description_set_by:
            yield level.description_set_by
    yield from policy.practices.values()
