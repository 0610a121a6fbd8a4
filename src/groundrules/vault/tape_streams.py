"""The streams of tapes: which there are of a conversation, and what opens them.

A tape is sealed under the key of the words of its conversation, the one that is in use when a chunk
is added. So whoever may read the words may hear the tape, now and later, and nobody else: to share
the words, to take them back and to let somebody go need not know that there is a tape.

Its first entry has the part `tape`, each chunk a part `tape-chunk`, and what happened in between a
part `tape-mark`. Every part has the number of the next chunk in it, so that to add one needs the
last entry alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.envelope import key_id_of
from groundrules.ledger.entries import Head, chain_of
from groundrules.ledger.rows import Form
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.opened import WORDS, not_yours
from groundrules.vault.paper_streams import part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.keys.secret import Secret
    from groundrules.ledger.entries import Entry
    from groundrules.vault.opened import Vault

BEGUN, CHUNK, MARK = "tape", "tape-chunk", "tape-mark"
"""The parts of the entries of a tape, one in each."""

_FORM = "tape"
"""The kind of the keyed form by which the tapes of a conversation are found."""


class Turn(NamedTuple):
    """One entry of a tape, opened.

    Attributes:
        entry: as the ledger has it.
        part: which part it has.
        talk: the stream of the conversation.
        says: what the part holds.
    """

    entry: Entry
    part: str
    talk: bytes
    says: dict[str, object]

    def __repr__(self) -> str:
        """Show which entry it is."""
        return f"Turn({self.entry.version})"

    @property
    def next(self) -> int:
        """The number of the next chunk."""
        return _number(self.says["next"])

    @property
    def at_ms(self) -> int:
        """At which millisecond of the tape it is."""
        return _number(self.says["at_ms"])


def talk_form(vault: Vault, talk: bytes, stream: bytes) -> Form:
    """Return the row by which a tape is found among those of its conversation."""
    return Form(_form(vault, talk), _FORM, stream)


def tapes_of(vault: Vault, talks: Iterable[bytes]) -> set[bytes]:
    """Return the streams of the tapes of conversations, also of those that one may not read."""
    rows = vault.ledger.forms([_form(vault, talk) for talk in talks])
    return {row.stream for row in rows if row.kind == _FORM}


def _form(vault: Vault, talk: bytes) -> bytes:
    return vault.forms.of(_FORM, talk.hex())


class Opener:
    """What opens tapes: the keys of the words that the vault's member may read."""

    def __init__(self, vault: Vault) -> None:
        """Look which there are; each is opened when it is needed."""
        own = bytes.fromhex(vault.member.card.id)
        self._vault = vault
        self._rows = {row.key_id: row for row in vault.ledger.wraps(member=own, kind=WORDS)}

    def turn(self, entry: Entry) -> Turn:
        """Return an entry of a tape, opened.

        Raises:
            BadInput: it is none, it was erased, one may not hear it, or it was changed.
        """
        part, sealed = next(iter(entry.parts), ("", b""))
        if part not in (BEGUN, CHUNK, MARK):
            raise no_tape(self._vault)
        row = self._rows.get(key_id_of(sealed))
        if row is None:
            raise not_yours(self._vault, WORDS)
        says = part_of(self._vault, entry, part, self._vault.unwrapped(row))
        return Turn(entry, part, row.stream, says)


def last_turn(vault: Vault, ident: str) -> Turn:
    """Return the last entry of a tape.

    Raises:
        BadInput: there is no such tape, it was erased, or one may not hear it.
    """
    try:
        stream = bytes.fromhex(ident)
    except ValueError:
        raise no_tape(vault) from None
    found = vault.ledger.last_entries([stream])
    if not found:
        raise no_tape(vault)
    return Opener(vault).turn(found[0])


def next_entry(vault: Vault, last: Turn, part: str, says: Mapping[str, object]) -> Entry:
    """Return the entry that follows the last one of a tape, under the key that is in use now."""
    entry = last.entry
    head = Head(entry.stream, entry.version, chain_of(entry, vault.ledger.id))
    return new_entry(vault, entry.stream, {part: sealed_now(vault, last.talk, says)}, head)


def sealed_now(vault: Vault, talk: bytes, says: Mapping[str, object]) -> Part:
    """Return a part that is to be sealed under the key of a conversation's words."""
    key: Secret = vault.secret(talk, WORDS)
    return Part({"v": 1, **says}, key)


def no_tape(vault: Vault) -> BadInput:
    """Return the refusal of an id that no tape has, or none that is still there."""
    message = "the vault has no such tape, or it was erased with its conversation"
    return BadInput(Fault(str(vault.folder), message, "look which tapes the conversation has"))


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a number of a tape is none")
    return value
