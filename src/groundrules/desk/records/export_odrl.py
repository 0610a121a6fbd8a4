"""Exporting negotiations in ODRL, and making sure that nobody's name goes with them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import read_records
from groundrules.errors import BadInput, Fault
from groundrules.record.odrl import document, negotiations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.config.settings import Settings
    from groundrules.record.odrl.negotiation import Negotiation
    from groundrules.record.transcript import Conversation

_WORD = re.compile(r"[^\W_]+")
_SHORTEST_NAME = 3


def export_odrl(path: str, settings: Settings) -> dict[str, object]:
    """Return every negotiation of a record, or of each of those in a folder, as JSON-LD.

    An export holds the id of a record and the words that were agreed, and goes to others. So a
    record whose id has a word of a name in it is refused, and one whose agreed words hold a name.

    Raises:
        BadInput: a record cannot be read, a policy that it names cannot be loaded, or a name would
            be exported.
    """
    policies = Policies(settings)
    steps: list[Negotiation] = []
    faults: list[Fault] = []
    for conversation in read_records((Path(path),)):
        told = negotiations(conversation, policies.of(conversation))
        faults += _names_in(path, conversation, told)
        steps += told
    if faults:
        raise BadInput(*faults)
    return document(steps)


def write_odrl(value: dict[str, object], out: str, *, force: bool) -> None:
    """Write an export to a file that only its owner can read: it holds agreed words.

    Raises:
        BadInput: the file is there and `force` is not given, it is a record, or it cannot be
            written.
    """
    from groundrules.readers.writing import write_text  # noqa: PLC0415 - start-up time
    from groundrules.reporters.odrl_json import text_of  # noqa: PLC0415 - likewise

    if Path(out).suffix.lower() == ".record":
        message = "a record is not overwritten by what is made from it"
        raise BadInput(Fault(out, message, "name another file, such as talk.jsonld"))
    write_text(Path(out), text_of(value), force=force)


def _names_in(path: str, conversation: Conversation, steps: Iterable[Negotiation]) -> list[Fault]:
    names = [
        _words(name)
        for party in conversation.parties
        if not party.is_reporter
        for name in (party.name, *party.aliases)
    ]
    words = {word for name in names for word in name if len(word) >= _SHORTEST_NAME}
    faults = []
    if words.intersection(_words(conversation.id)):
        message = f"a word of {_SHORTEST_NAME} letters or more of its id is in a party's name"
        remedy = "name the record after the matter: change its line `conversation:`"
        faults.append(Fault(path, message, remedy))
    if any(_holds(_words(text), name) for text in _agreed_words(steps) for name in names):
        message = "a description, event, topic or recipient that was agreed holds a party's name"
        remedy = "write the act in the record without the name, and export it then"
        faults.append(Fault(path, message, remedy))
    return faults


def _agreed_words(steps: Iterable[Negotiation]) -> Iterator[str]:
    for step in steps:
        conditions = step.terms.conditions
        yield from (step.scope, *(conditions.descriptions or ()), *(conditions.tell or ()))
        yield from (embargo.event for embargo in conditions.embargoes)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _holds(text: list[str], name: list[str]) -> bool:
    """Tell whether a name stands in a text as a whole; a single short word does not count."""
    if not name or (len(name) == 1 and len(name[0]) < _SHORTEST_NAME):
        return False
    return any(text[at : at + len(name)] == name for at in range(len(text)))
