"""One value of a policy file: is it of the right kind, and does its evidence exist?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from groundrules.tables.table import nearest
from groundrules.terms.policy import PRACTICES, Practice, Ruling, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from groundrules.tables.table import Table

SEVERITIES = ("error", "warning", "note", "off")
"""How severe a rule may be under a policy."""

DESCRIBERS = ("source", "journalist", "negotiated")
"""Who may word the description of a source."""

SEVERITY = Practice(str, SEVERITIES, "How severe a rule is.")
DESCRIBER = Practice(str, DESCRIBERS, "Who words the description of a source.")

_MISSING = object()
_KEYS = ("value", "evidence", "status")
_STATUSES = tuple(Status)


def ruling(
    table: Table, kind: Practice, evidence: Collection[str], *, negotiable: bool = False
) -> Ruling[Any] | None:
    """Return one value with what it rests on, or None where its faults leave nothing to return.

    Args:
        table: the table `{ value = …, evidence = …, status = … }`.
        kind: what the value must be.
        evidence: the keys of the file's own evidence.
        negotiable: the table may say that the agreement decides.
    """
    table.allow((*_KEYS, "negotiable") if negotiable else _KEYS, "key")
    value = _value(table, kind)
    basis = _evidence(table, evidence)
    status = _status(table, basis)
    open_to_talk = _flag(table) if negotiable else False
    if value is _MISSING:
        return None
    return Ruling(value, table.document.name, basis, status, open_to_talk)


def _value(table: Table, kind: Practice) -> object:
    value = table.raw.get("value")
    if value is None:
        table.refuse("value", "it is missing", "say what the policy asks for: value = …")
        return _MISSING
    return _READERS[kind.kind](table, value, kind)


def _word(table: Table, value: object, kind: Practice) -> object:
    if isinstance(value, str) and value in kind.choices:
        return value
    if isinstance(value, str):
        table.refuse("value", "there is no such choice", nearest(value, _quoted(kind.choices)))
    else:
        table.refuse("value", "it must be a word in quotes", nearest("", _quoted(kind.choices)))
    return _MISSING


def _number(table: Table, value: object, kind: Practice) -> object:
    del kind
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    table.refuse("value", "it must be a count", "write a whole number from 1 up, without quotes")
    return _MISSING


def _switch(table: Table, value: object, kind: Practice) -> object:
    del kind
    if isinstance(value, bool):
        return value
    table.refuse("value", "it must be true or false", "write true or false, without quotes")
    return _MISSING


def _phrases(table: Table, value: object, kind: Practice) -> object:
    del kind
    if isinstance(value, list) and all(_is_phrase(phrase) for phrase in value):
        return tuple(" ".join(phrase.split()) for phrase in value)
    table.refuse("value", "it must be a list of phrases", 'write ["…", "…"], each of them text')
    return _MISSING


_READERS: dict[type, Callable[[Table, object, Practice], object]] = {
    str: _word,
    int: _number,
    bool: _switch,
    tuple: _phrases,
}


def _evidence(table: Table, known: Collection[str]) -> str:
    key = table.text("evidence")
    if key and key not in known:
        table.refuse("evidence", "this file has no such evidence", nearest(key, known))
    return key


def _status(table: Table, basis: str) -> Status:
    word = table.text("status")
    if word and word not in _STATUSES:
        table.refuse("status", "there is no such status", nearest(word, _STATUSES))
        word = ""
    status = Status(word or Status.UNVERIFIED)
    if status is not Status.UNVERIFIED and not basis:
        remedy = "name the evidence, or leave the status out: it is unverified then"
        table.refuse("status", "it says that the value was read, but not where", remedy)
    return status


def _flag(table: Table) -> bool:
    value = table.raw.get("negotiable", False)
    if not isinstance(value, bool):
        table.refuse("negotiable", "it must be true or false", "write true or false, no quotes")
    return value is True


def _is_phrase(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and " ".join(value.split()).isprintable()


def _quoted(choices: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(choice or '""' for choice in choices)


assert {practice.kind for practice in PRACTICES.values()} <= set(_READERS)  # noqa: S101 - a kind without a reader would be a crash later
