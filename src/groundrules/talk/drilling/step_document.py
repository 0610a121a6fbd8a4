"""The steps and endings of a scenario's file, and the answers that lead from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.tables.table import nearest
from groundrules.talk.drilling.line_document import LINE_KEYS, line_from
from groundrules.talk.drilling.scenario import Choice, Ending, Step

if TYPE_CHECKING:
    from groundrules.tables.table import Table
    from groundrules.talk.drilling.line_document import Cast

_STEP_KEYS = (*LINE_KEYS, "scene", "says", "choices", "otherwise")
_CHOICE_KEYS = (*LINE_KEYS, "words", "next")
_ENDING_KEYS = (*LINE_KEYS, "says", "text")
_FEWEST = 2


def steps_from(table: Table, cast: Cast, you: str, other: str) -> dict[str, Step]:
    """Return the steps, by name, without those whose faults leave nothing to return.

    Args:
        table: the table that holds them.
        cast: who there is, and what can be told.
        you: the id of the person who practises.
        other: the id of whoever speaks a step that does not say.
    """
    steps = {}
    for name, one in table.tables():
        one.allow(_STEP_KEYS, "key of a step")
        line = line_from(one, "says", cast, other)
        choices = tuple(
            _choice(key, each, cast, you) for key, each in one.table("choices").tables()
        )
        if len(choices) < _FEWEST:
            remedy = f"add [steps.{name}.choices.…] with words and next, or make it an ending"
            one.refuse("choices", "it leaves nothing to choose between", remedy)
            continue
        steps[name] = Step(name, one.text("scene"), line, choices, _otherwise(one, choices))
    return steps


def endings_from(table: Table, cast: Cast, other: str) -> dict[str, Ending]:
    """Return the endings, by name."""
    endings = {}
    for name, one in table.tables():
        one.allow(_ENDING_KEYS, "key of an ending")
        text = one.text("text", required=True)
        endings[name] = Ending(name, text, line_from(one, "says", cast, other))
    return endings


def _choice(name: str, table: Table, cast: Cast, you: str) -> Choice:
    table.allow(_CHOICE_KEYS, "key of a choice")
    table.text("words", required=True)
    return Choice(name, line_from(table, "words", cast, you), table.text("next", required=True))


def _otherwise(table: Table, choices: tuple[Choice, ...]) -> Choice:
    """Return the way of a typed answer that is like none: by default one that does nothing."""
    by_name = {choice.name: choice for choice in choices}
    name = table.text("otherwise")
    if name and name not in by_name:
        table.refuse("otherwise", "there is no such choice", nearest(name, by_name))
    quiet = (choice for choice in choices if not (choice.line.acts or choice.line.holds))
    chosen = by_name.get(name) or next(quiet, None)
    if not chosen and not name:
        remedy = 'write otherwise = "…" with the name of the choice whose way it shall go'
        table.refuse("otherwise", "a typed answer of another kind leads nowhere", remedy)
    return chosen or choices[0]
