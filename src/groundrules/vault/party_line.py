r"""The line of a party in two: who it is, and what all may read who may read the terms.

`S1: source, Dana Whitfield, of Harbor Authority, "a person briefed on the talks"` has the identity
`, Dana Whitfield, of Harbor Authority`; in its place the line has a hole. Every party who is no
reporter has one hole, also where nothing is known of her. Where the description stands between two
fields of the identity, the second has a hole of its own, and a NUL stands between the two pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.notation.faults import Faults
from groundrules.record.notation.parties import (
    FIELD,  # one grammar of a party's line, and that is where it stands
    LINE,
    read_party,
)
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOLE, _MORE, _BETWEEN = "\0i", "\0+", "\0"


class Person(NamedTuple):
    r"""Who a party is.

    Attributes:
        party: the party's id in the record, such as `S1`.
        role: the party's role, such as `source`.
        identity: the exact slice of the line, with the comma in front; "" where nothing is known.
            Where another field stands between two pieces of it, `\0` stands between the pieces.
        name: the person's name; "" where it is not known.
        affiliations: as in the record.
        aliases: as in the record.
    """

    party: str
    role: str
    identity: str
    name: str
    affiliations: tuple[str, ...]
    aliases: tuple[str, ...]

    def __repr__(self) -> str:
        """Show nothing of who it is."""
        return f"Person({self.party})"


class _Field(NamedTuple):
    """Where a field stands: from the end of the one before it to its own, without blanks behind."""

    start: int
    end: int
    is_identity: bool


def parted_party(line: str) -> tuple[str, Person | None] | None:
    """Return a party's line with holes, and who it is; None for a line that cannot be read.

    A reporter's line is returned as it is, with nobody.
    """
    unread = Faults("-")
    party = read_party(line, 1, unread)
    start = LINE.match(line)
    fields = list(_fields(line, start.end())) if start else []
    if party is None or not fields or line[fields[-1].end :].strip():
        return None
    if party.role is Role.REPORTER:
        return line, None
    template, pieces = [line[: fields[0].end]], [""]
    template.append(_HOLE)
    is_open = True
    for field in fields[1:]:
        slice_ = line[field.start : field.end]
        if not field.is_identity:
            template.append(slice_)
        elif is_open:
            pieces[-1] += slice_
        else:
            template.append(_MORE)
            pieces.append(slice_)
        is_open = field.is_identity
    template.append(line[fields[-1].end :])
    identity = _BETWEEN.join(pieces)
    known = (party.name, party.affiliations, party.aliases)
    return "".join(template), Person(party.id, party.role.value, identity, *known)


def _fields(line: str, at: int) -> Iterator[_Field]:
    """Yield the fields of a line from an offset on; all that can be read, the role first."""
    before = at
    while found := FIELD.match(line, at):
        end = found.start(1) + len(found[1].rstrip())
        yield _Field(before, end, not found[1].startswith('"'))
        if not found[2]:
            return
        before, at = end, found.end()
