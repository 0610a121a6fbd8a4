"""Reading the texts of the advice: every text that the code asks for is there, or it is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.tables.table import Faults, Table
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.choosing import RULES
from groundrules.talk.preparing.conditions import ANY, condition_from
from groundrules.talk.preparing.facts import FACTS
from groundrules.talk.preparing.guidance import Guidance, Note, Reading, Way, When
from groundrules.talk.preparing.permissions import SURENESS
from groundrules.talk.preparing.questions import conditional_words
from groundrules.terms.levels import Level
from groundrules.terms.policy import PRACTICES
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.tables.table import Document
    from groundrules.talk.preparing.questions import Interview

_KEYS = (
    "decision",
    "undescribed",
    "alternatives",
    "rights",
    "sureness",
    "newsroom",
    "people",
    "readings",
    "reasons",
    "flags",
    "checklist",
    "expected",
)
_NOTE = ("text", "only_if", "unless", "practices")

FACTS_KEY = "facts"
"""The name by which a condition speaks of facts."""


def guidance_from(document: Document, interview: Interview) -> Guidance:
    """Return the texts of the advice on an interview.

    Raises:
        BadInput: with every fault of the file; among them a text that is missing, and a condition
            on a question that the interview does not ask.
    """
    faults = Faults()
    root = Table(document, faults, (), document.raw)
    root.allow(_KEYS, "key of the advice")
    known = _known(interview)
    guidance = Guidance(
        decision=root.paragraphs("decision", required=True),
        undescribed=root.text("undescribed", required=True),
        ways=_ways(root.table("alternatives")),
        rights=_rights(root.table("rights")),
        sureness=_texts(root.table("sureness"), SURENESS),
        newsroom=_newsroom(root.table("newsroom")),
        people=_one_each(root.table("people"), _people(), "who"),
        readings=_readings(root.table("readings")),
        reasons=_one_each(root.table("reasons"), [rule.name for rule in RULES], "because"),
        flags=_notes(root.table("flags"), known),
        checklist=_notes(root.table("checklist"), known, with_when=True),
        expected=_notes(root.table("expected"), known),
    )
    faults.close()
    return guidance


def _known(interview: Interview) -> dict[str, tuple[str, ...]]:
    """Return what a condition may name: the questions that have one answer, and the facts."""
    questions = (one for one in interview.questions if not one.each)
    known = {one.name: conditional_words(one) for one in questions}
    return {**known, FACTS_KEY: (ANY, *FACTS)}


def _people() -> tuple[str, ...]:
    """Return the words of policies for who knows a source or approves of one."""
    names = ("identity_known_to", "approval_anonymous")
    words = (word for name in names for word in PRACTICES[name].choices if word)
    return tuple(dict.fromkeys(words))


def _ways(table: Table) -> dict[Alternative, Way]:
    table.allow(Alternative, "way to talk")
    return {way: _way(table.table(way), way) for way in Alternative}


def _way(table: Table, way: Alternative) -> Way:
    table.allow(("title", "print", "wrong", "asking", "lets", "practices"), "key of a way to talk")
    table.texts("practices")
    return Way(
        title=table.text("title", required=True),
        print=table.text("print", required=True),
        wrong=table.text("wrong", required=True),
        asking=table.text("asking", required=True),
        lets=table.text("lets", required=way.level is None),
    )


def _rights(table: Table) -> dict[tuple[str, str], str]:
    table.allow(AXES, "axis")
    return {
        (axis, value): text
        for axis, scale in AXES.items()
        for value, text in _texts(table.table(axis), tuple(scale)).items()
    }


def _texts(table: Table, names: Iterable[str]) -> dict[str, str]:
    """Return one text for each of these names; each must be there."""
    wanted = tuple(names)
    table.allow(wanted, "name")
    return {name: table.text(name, required=True) for name in wanted}


def _one_each(table: Table, names: Iterable[str], key: str) -> dict[str, str]:
    """Return the text under a key of one table for each of these names."""
    wanted = tuple(names)
    table.allow(wanted, "name")
    found = {}
    for name in wanted:
        one = table.table(name)
        one.allow((key, "practices"), "key")
        one.texts("practices")
        found[name] = one.text(key, required=True)
    return found


def _newsroom(table: Table) -> str:
    table.allow(("text", "practices"), "key")
    table.texts("practices")
    return table.text("text", required=True)


def _readings(table: Table) -> tuple[Reading, ...]:
    return tuple(_reading(one) for _, one in table.tables())


def _reading(table: Table) -> Reading:
    table.allow(("level", "axis", "value", "says", "practices"), "key of a reading")
    table.texts("practices")
    axis = table.choice("axis", AXES)
    return Reading(
        level=Level(table.choice("level", Level) or Level.OFF_THE_RECORD),
        axis=axis,
        value=table.choice("value", AXES[axis]) if axis else "",
        says=table.text("says", required=True),
    )


def _notes(
    table: Table, known: Mapping[str, tuple[str, ...]], *, with_when: bool = False
) -> tuple[Note, ...]:
    return tuple(_note(one, known, with_when=with_when) for _, one in table.tables())


def _note(table: Table, known: Mapping[str, tuple[str, ...]], *, with_when: bool) -> Note:
    table.allow((*_NOTE, "when") if with_when else _NOTE, "key")
    table.texts("practices")
    when = table.choice("when", When) if with_when else ""
    return Note(
        text=table.text("text", required=True),
        condition=condition_from(table, known),
        when=When(when) if when else None,
    )
