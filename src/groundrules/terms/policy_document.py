"""From policy files, already parsed, to a policy: its own values, and those that it inherits.

`policy_from` is given a way to find another file by name, so that this room opens none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.tables.table import Document, Faults, Table, nearest
from groundrules.terms.levels import Level
from groundrules.terms.policy import FREE_LEVELS, PRACTICES, Evidence, LevelRuling, Policy, Practice
from groundrules.terms.policy_ruling import DESCRIBER, SEVERITY, ruling
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from groundrules.terms.policy import Ruling
    from groundrules.terms.rights import Axis

    Find = Callable[[str], Document | None]
    Names = Callable[[], Iterable[str]]

MAX_LINEAGE = 8
"""How many files one policy may be spread over: more cannot be read by a person."""

_KEYS = (
    *("id", "title", "version", "jurisdiction", "summary", "extends"),
    *("evidence", "levels", "practices", "severities"),
)
_DESCRIBER = "description_set_by"
_KINDS = {name: Practice(str, tuple(axis), axis.__doc__ or "") for name, axis in AXES.items()}
_FREEST = {name: Practice(str, (list(axis)[0],), "Free.") for name, axis in AXES.items()}  # noqa: RUF015 - an enum's first member


def policy_from(document: Document, find: Find, names: Names) -> Policy:
    """Return the policy that a file describes, with everything that it inherits filled in.

    Args:
        document: the file.
        find: returns the file of a policy's name, or None; it may raise `BadInput` itself.
        names: returns every policy's name; it is only asked for a remedy.

    Raises:
        BadInput: with every fault of this file and of those that it extends.
    """
    faults = Faults()
    lineage = _lineage(document, find, names, faults)
    generations = [_own(each, faults) for each in lineage]
    faults.close()
    policy = generations.pop()
    while generations:
        policy = _inherit(generations.pop(), policy)
    return policy


def is_policy_name(name: str) -> bool:
    """Tell whether a word may name a policy: lower-case letters and digits, hyphens between."""
    is_lower = name.isascii() and name == name.lower()
    return is_lower and all(part.isalnum() for part in name.split("-"))


def _lineage(document: Document, find: Find, names: Names, faults: Faults) -> list[Document]:
    """Return the file and those that it extends, nearest first, as far as they can be followed."""
    lineage = [document]
    while parent := _parent(lineage, find, names, faults):
        lineage.append(parent)
    return lineage


def _parent(lineage: list[Document], find: Find, names: Names, faults: Faults) -> Document | None:
    child = lineage[-1]
    name = child.raw.get("extends")
    if not isinstance(name, str):
        return None
    path = [document.name for document in lineage]
    if name in path:
        cycle = " → ".join([*path[path.index(name) :], name])
        message = f"a policy cannot extend itself: {cycle}"
        faults.add(child, ("extends",), message, "let the last of them extend another, or none")
    elif len(lineage) == MAX_LINEAGE:
        message = f"the line of policies is longer than {MAX_LINEAGE}: {' → '.join(path)}"
        faults.add(child, ("extends",), message, "put some of these policies together in one file")
    elif found := find(name):
        return found
    else:
        faults.add(child, ("extends",), "there is no such policy", nearest(name, names()))
    return None


def _own(document: Document, faults: Faults) -> Policy:
    """Return what one file says by itself."""
    top = Table(document, faults, (), document.raw)
    top.allow(_KEYS, "key")
    _check_id(top)
    top.text("extends")
    evidence = _evidence(top.table("evidence"))
    return Policy(
        id=document.name,
        title=top.text("title", required=True),
        version=top.text("version", required=True),
        jurisdiction=top.text("jurisdiction"),
        summary=top.text("summary"),
        lineage=(document.name,),
        evidence={f"{document.name}/{key}": found for key, found in evidence.items()},
        levels=_levels(top.table("levels"), evidence),
        practices=_practices(top.table("practices"), evidence),
        severities=_severities(top.table("severities"), evidence),
    )


def _check_id(top: Table) -> None:
    name = top.text("id", required=True)
    if not name:
        return
    if not is_policy_name(name):
        remedy = "use lower-case letters, digits and hyphens between them, such as ledger-post"
        top.refuse("id", "it is no policy's name", remedy)
    elif name != top.document.name:
        remedy = f"write {top.document.name}, or call the file {name}.toml"
        top.refuse("id", "it is not the name of the file", remedy)


def _evidence(table: Table) -> dict[str, Evidence]:
    found = {}
    for key, entry in table.tables():
        entry.allow(Evidence._fields, "key")
        title, where = entry.text("title", required=True), entry.text("where", required=True)
        found[key] = Evidence(title, where, entry.text("accessed"))
    return found


def _levels(table: Table, evidence: Collection[str]) -> dict[Level, LevelRuling]:
    table.allow(Level, "level")
    return {Level(name): _level(entry, evidence) for name, entry in table.tables(Level)}


def _level(table: Table, evidence: Collection[str]) -> LevelRuling:
    is_free = table.key[-1] in FREE_LEVELS
    describers = () if is_free else (_DESCRIBER,)
    table.allow(("meaning", *describers, *AXES), "key of a level")
    said_by = [ruling(entry, DESCRIBER, evidence) for _, entry in table.tables(describers)]
    return LevelRuling(
        meaning=table.text("meaning", required=True),
        axes=_axes(table, evidence, is_free=is_free),
        description_set_by=next(iter(said_by), None),
    )


def _axes(table: Table, evidence: Collection[str], *, is_free: bool) -> dict[str, Ruling[Axis]]:
    kinds = _FREEST if is_free else _KINDS
    said = {
        name: ruling(entry, kinds[name], evidence, negotiable=not is_free)
        for name, entry in table.tables(AXES)
    }
    return {name: one._replace(value=AXES[name](one.value)) for name, one in said.items() if one}


def _practices(table: Table, evidence: Collection[str]) -> dict[str, Ruling[object]]:
    table.allow(PRACTICES, "practice")
    said = {
        name: ruling(entry, PRACTICES[name], evidence) for name, entry in table.tables(PRACTICES)
    }
    return {name: one for name, one in said.items() if one}


def _severities(table: Table, evidence: Collection[str]) -> dict[str, Ruling[str]]:
    said = {}
    for name, entry in table.tables():
        if not is_policy_name(name):
            table.refuse(name, "it is no rule's name", "write it as in withheld-statement")
        elif one := ruling(entry, SEVERITY, evidence):
            said[name] = one
    return said


def _inherit(child: Policy, parent: Policy) -> Policy:
    """Return the child with everything that it does not say filled in from its parent."""
    return Policy(
        id=child.id,
        title=child.title,
        version=child.version,
        jurisdiction=child.jurisdiction or parent.jurisdiction,
        summary=child.summary,
        lineage=(*child.lineage, *parent.lineage),
        evidence={**parent.evidence, **child.evidence},
        levels={
            level: _inherit_level(child.levels.get(level), parent.levels.get(level))
            for level in Level
            if level in child.levels or level in parent.levels
        },
        practices={**parent.practices, **child.practices},
        severities={**parent.severities, **child.severities},
    )


def _inherit_level(child: LevelRuling | None, parent: LevelRuling | None) -> LevelRuling:
    below, above = child or LevelRuling("", {}), parent or LevelRuling("", {})
    axes = {**above.axes, **below.axes}
    return LevelRuling(
        below.meaning or above.meaning,
        {name: axes[name] for name in AXES if name in axes},
        below.description_set_by or above.description_set_by,
    )
