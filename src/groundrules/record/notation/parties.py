r"""The parties, one to a line: `S1: source, Dana Whitfield, of Harbor Authority, aka Whit, "…"`.

A comma within a field is written `\,`, a backslash `\\`. A name that itself begins with `of`, `aka`
or a quotation mark has a `\` in front of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.notation.faults import Unreadable, one_of
from groundrules.record.notation.values import quoted, unquoted
from groundrules.record.notation.verbs import RESERVED
from groundrules.record.notation.words import ID, margin
from groundrules.record.transcript import Party, Role

if TYPE_CHECKING:
    from groundrules.record.notation.faults import Faults

_ROLES = {role.value: role for role in Role}

LINE = re.compile(r"\s*([^\s:]+)\s*:")
_ID = re.compile(ID)
FIELD = re.compile(r'\s*((?:[^\s,"\\]|\\.?)(?:[^,\\]|\\.?)*|"[^"\\]*(?:\\.[^"\\]*)*"\s*|)(,|$)')
_ESCAPED = re.compile(r'\\([,"\\])|^\\(?=(?:of|aka)(?:\s|$))')
_KEYWORD = re.compile(r"(of|aka)(?:\s+|$)")

_FORM = 'write ID: role, Name, of AFFILIATION, aka ALIAS, "description"'


def read_party(line: str, number: int, faults: Faults) -> Party | None:
    """Return the party of a line, or None where it has no id. Its faults are added.

    A party with faults is returned as far as it could be read, so that its turns are not faults
    too; the faults refuse the record.
    """
    start = LINE.match(line)
    if not start:
        faults.add(number, margin(line), "this is not a party", _FORM)
        return None
    party_id = _party_id(start[1], number, start.start(1) + 1, faults)
    fields = _Fields(number, faults)
    fields.read(line, start.end())
    return fields.party(party_id) if party_id else None


def _party_id(word: str, number: int, column: int, faults: Faults) -> str:
    if not _ID.fullmatch(word):
        remedy = "write a letter, then letters, digits, _ or -, such as S1"
        faults.add_unknown(number, column, "an id", word, remedy)
        return ""
    if word in RESERVED:
        message = f"a party cannot have the id {word}, which begins a line of its own"
        faults.add(number, column, message, "choose another id, such as S1")
        return ""
    return word


class _Fields:
    """The fields of one party while they are being read."""

    def __init__(self, number: int, faults: Faults) -> None:
        self.number = number
        self.faults = faults
        self.role = Role.OTHER
        self.name = ""
        self.description = ""
        self.affiliations: list[str] = []
        self.aliases: list[str] = []

    def read(self, line: str, at: int) -> None:
        """Read role and fields from an offset to the end of the line."""
        first = True
        while found := FIELD.match(line, at):
            try:
                self.take(found[1].rstrip(), first=first)
            except Unreadable as reason:
                self.fault(found.start(1) + 1, reason)
            if not found[2]:
                return
            first = False
            at = found.end()
        remedy = 'write "description", with \\" for a quotation mark in it, and a comma behind it'
        self.fault(
            at + margin(line[at:]),
            Unreadable("the quotation marks do not enclose a whole field", remedy),
        )

    def fault(self, column: int, reason: Unreadable) -> None:
        """Add a fault at a column of the line."""
        self.faults.add_unreadable(self.number, column, reason)

    def take(self, field: str, *, first: bool) -> None:
        """Take one field."""
        keyword = _KEYWORD.match(field)
        if first:
            self.take_role(field)
        elif field.startswith('"'):
            self.description = _once(self.description, unquoted(field[1:-1]), "description")
        elif keyword:
            kept = self.affiliations if keyword[1] == "of" else self.aliases
            kept.append(_filled(_unescaped(field[keyword.end() :])))
        else:
            self.name = _once(self.name, _unescaped(field), "name")

    def take_role(self, word: str) -> None:
        """Take the role, which stands first."""
        if word not in _ROLES:
            raise Unreadable("this is not a role", one_of(_ROLES, word))
        self.role = _ROLES[word]

    def party(self, party_id: str) -> Party:
        """Return the party."""
        also = tuple(self.affiliations), tuple(self.aliases)
        return Party(party_id, self.role, self.name, *also, self.description)


def _once(before: str, text: str, what: str) -> str:
    if before:
        remedy = "put of before an affiliation, aka before an alias, and \\ before a comma"
        raise Unreadable(f"the party has one {what} already", remedy)
    return _filled(text)


def _filled(text: str) -> str:
    if not text:
        raise Unreadable("the field is empty", "fill it in, or take the comma away")
    return text


def _unescaped(field: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or "", field)


def _escaped(field: str) -> str:
    return field.replace("\\", "\\\\").replace(",", "\\,")


def _name_text(name: str) -> str:
    ambiguous = name.startswith('"') or _KEYWORD.match(name)
    return "\\" + _escaped(name) if ambiguous else _escaped(name)


def party_text(party: Party) -> str:
    """Return a party as its line is printed, without the indentation."""
    fields = [
        party.role.value,
        *([_name_text(party.name)] if party.name else ()),
        *(f"of {_escaped(one)}" for one in party.affiliations),
        *(f"aka {_escaped(one)}" for one in party.aliases),
        *([quoted(party.description)] if party.description else ()),
    ]
    return f"{party.id}: {', '.join(fields)}"
