"""A signed note: a text, an empty line, and signatures (c2sp.org/signed-note@v1.0.0)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.proofs.keys import Kind, is_key_name, time_of
from groundrules.proofs.spelling import Misspelt, base64_of, from_base64

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.proofs.keys import SigningKey, VerifierKey

MOST_SIGNATURES = 64
"""No note has more of them: reading one takes no more time than this many signatures do."""

_ID_SIZE = 4
_SIGNATURE_SIZES = range(1, 8192)
_DASH = "— "
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")
_REMEDY = "ask for the file again: it was changed or cut on its way"


class Signature(NamedTuple):
    """One line below a note.

    Attributes:
        name: of the key.
        key_id: four bytes.
        value: the signature; what it says depends on the kind of the key.
    """

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        """Return the line, without its newline."""
        return f"{_DASH}{self.name} {base64_of(self.key_id + self.value)}"


class Note(NamedTuple):
    """A text and its signatures, which nobody has verified yet.

    Attributes:
        text: with its last newline.
        signatures: in their order.
    """

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        """Return the whole note."""
        return self.text + "\n" + "".join(f"{one}\n" for one in self.signatures)


class Signer(NamedTuple):
    """A key that verifiably signed a note.

    Attributes:
        key: the key.
        stamp: of a cosignature: when, in seconds since 1970, as its witness says; 0 elsewhere.
    """

    key: VerifierKey
    stamp: int = 0


def signature_by(key: SigningKey, text: str, stamp: int = 0) -> Signature:
    """Return the line of a key below a text, `stamp` for a cosignature."""
    return Signature(key.name, key.verifier.key_id, key.signature(text, stamp))


def signed_note(text: str, *keys: SigningKey) -> str:
    """Return a note signed by keys for notes; the text ends with its newline."""
    return str(Note(text, tuple(signature_by(key, text) for key in keys)))


def read_note(text: str, path: str = "-", line: int = 1) -> Note:
    """Return the parts of a note; no signature is verified.

    Args:
        text: the whole note.
        path: the name of its file, for faults.
        line: the number of its first line in the file.

    Raises:
        BadInput: it is none, naming the line.
    """
    if found := _CONTROL.search(text):
        place = line + text.count("\n", 0, found.start())
        raise BadInput(Fault(path, "a control character stands here", _REMEDY, place))
    head, gap, tail = text.rpartition("\n\n")
    first = line + head.count("\n") + 2
    if not gap or not tail.endswith("\n"):
        raise BadInput(Fault(path, "no signatures stand below this text", _REMEDY, line))
    rows = tail[:-1].split("\n")
    if len(rows) > MOST_SIGNATURES:
        message = f"more than {MOST_SIGNATURES} signatures stand below this text"
        raise BadInput(Fault(path, message, _REMEDY, first))
    signatures = (read_signature(row, path, first + at) for at, row in enumerate(rows))
    return Note(f"{head}\n", tuple(signatures))


def read_signature(row: str, path: str = "-", line: int = 0) -> Signature:
    """Return the parts of one line below a note.

    Raises:
        BadInput: it is none.
    """
    name, _, encoded = row.removeprefix(_DASH).partition(" ")
    try:
        value = from_base64(encoded)
    except Misspelt:
        value = b""
    good = row.startswith(_DASH) and is_key_name(name)
    if not good or len(value) - _ID_SIZE not in _SIGNATURE_SIZES:
        raise BadInput(Fault(path, "this line is no signature", _REMEDY, line))
    return Signature(name, value[:_ID_SIZE], value[_ID_SIZE:])


def signers_of(
    note: Note, keys: Iterable[VerifierKey], path: str = "-", line: int = 0
) -> tuple[Signer, ...]:
    """Return which of some known keys signed a note; lines of other keys say nothing.

    Args:
        note: the note.
        keys: the known keys.
        path: the name of its file, for faults.
        line: the number of its first line in the file; 0 where it is no line of a file.

    Raises:
        BadInput: a line claims to be of a known key and is not, or a key signed twice.
    """
    known = {(key.name, key.key_id): key for key in keys}
    below = line + note.text.count("\n") + 1 if line else 0
    signers: dict[VerifierKey, Signer] = {}
    for at, one in enumerate(note.signatures):
        key = known.get((one.name, one.key_id))
        if key is None:
            continue
        place = below + at if line else 0
        if not key.is_of(note.text, one.value):
            message = "this signature is not of the key that it names, over this text"
            raise BadInput(Fault(path, message, _REMEDY, place))
        if key in signers:
            raise BadInput(Fault(path, "this key has signed above already", _REMEDY, place))
        signers[key] = Signer(key, time_of(one.value) if key.kind is Kind.COSIGNATURE else 0)
    return tuple(signers.values())
