"""Reading a receipt: line by line, and refusing whatever a writer would have written otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn, TypeVar

from groundrules.errors import BadInput, Fault
from groundrules.proofs import spelling
from groundrules.proofs.checkpoints import unverified_checkpoint
from groundrules.proofs.merkle import HASH_SIZE
from groundrules.proofs.notes import Note, read_note
from groundrules.proofs.receipt import (
    ABOUT,
    FIRST_LINE,
    PROOF_LINE,
    Logged,
    Place,
    Receipt,
    SignedReceipt,
)
from groundrules.proofs.spelling import Misspelt
from groundrules.proofs.statement import DIGEST, MOST_TERMS, SALT_SIZE, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_T = TypeVar("_T")

LARGEST = 256 * 1024
"""Bytes of a receipt; one with a token and sixty signatures is far below."""

REMEDY = "ask the outlet for the file again: it was changed on its way, perhaps by a mail program"

_ID_SIZE = 16
_DIGEST_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}", re.ASCII)
_MOST_DIGESTS = 16


def read_receipt(content: bytes, path: str = "-") -> SignedReceipt:
    """Return a receipt that is spelt as receipts are; nobody has verified it.

    Args:
        content: the whole file.
        path: the name of the file, for faults.

    Raises:
        BadInput: it is none, or differs from what it would have been written as, naming the line.
    """
    text = _decoded(content, path)
    note = read_note(text, path)
    found = SignedReceipt(_Lines(note.text, path).receipt(), note.signatures[0])
    if str(found) != text:
        # The reader below is strict, so this is never reached by what it lets pass today. It is
        # here so that no later carelessness of a reader becomes a second spelling.
        raise BadInput(Fault(path, "this receipt is spelt otherwise than receipts are", REMEDY))
    return found


def _decoded(content: bytes, path: str) -> str:
    if len(content) > LARGEST:
        raise BadInput(Fault(path, "this file is larger than any receipt", REMEDY))
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadInput(Fault(path, "this is no text in UTF-8", REMEDY, line)) from None


class _Lines:
    """The lines of what the outlet signed, and how far they have been read."""

    def __init__(self, text: str, path: str) -> None:
        self._rows = text[:-1].split("\n")
        self._path = path
        self._at = 0

    def receipt(self) -> Receipt:
        for line in (FIRST_LINE, "", *ABOUT.splitlines(), ""):
            self._exactly(line)
        statement = self._statement()
        self._exactly("")
        place, salt = self._place()
        self._exactly("")
        logged = self._logged()
        token = self._token()
        if self._at != len(self._rows):
            self._refuse("no line belongs here")
        return Receipt(statement, salt, place, logged, token)

    def _statement(self) -> Statement:
        outlet = self._value("Outlet: ", spelling.from_line)
        handle = self._value("Promised to: ", spelling.from_line)
        agreed = self._value("Agreed on: ", spelling.from_day)
        self._exactly("Terms:")
        terms = tuple(self._values("- ", spelling.from_line, MOST_TERMS))
        try:
            return Statement(outlet, handle, agreed, terms).checked()
        except Misspelt as error:
            self._refuse(str(error))

    def _place(self) -> tuple[Place, bytes]:
        ledger = self._value("ledger ", lambda text: spelling.from_hex(text, _ID_SIZE)).hex()
        entry = self._value("entry ", lambda text: spelling.from_hex(text, _ID_SIZE)).hex()
        written = self._value("written ", spelling.from_day)
        chain = self._value("chain ", lambda text: spelling.from_hex(text, HASH_SIZE))
        salt = self._value("salt ", lambda text: spelling.from_hex(text, SALT_SIZE))
        digests = tuple(self._values("digest ", _digest, _MOST_DIGESTS))
        names = [name for name, _ in digests]
        if names != sorted(set(names)) or DIGEST in names:
            self._refuse("the digests above stand in no order, or one of them twice")
        return Place(ledger, entry, written, chain, digests), salt

    def _logged(self) -> Logged:
        self._exactly(PROOF_LINE)
        index = self._value("index ", spelling.from_decimal)
        proof = tuple(self._values("", lambda text: spelling.from_base64(text, HASH_SIZE), 63))
        self._exactly("")
        first = self._at
        while self._row().strip():
            self._at += 1
        self._exactly("")
        while self._row().startswith("— "):
            self._at += 1
        lines = "".join(f"{row}\n" for row in self._rows[first : self._at])
        return Logged(index, proof, self._checkpoint(lines, first + 1))

    def _checkpoint(self, text: str, line: int) -> Note:
        note = read_note(text, self._path, line)
        unverified_checkpoint(note, self._path, line)
        keys = [(one.name, one.key_id) for one in note.signatures]
        if len(set(keys)) != len(keys):
            self._refuse("a key has signed the checkpoint above twice")
        return note

    def _token(self) -> bytes:
        if self._at == len(self._rows):
            return b""
        self._exactly("")
        encoded = "".join(self._values("token ", str, LARGEST))
        if not encoded:
            self._refuse("a token should stand here")
        try:
            return spelling.from_base64(encoded)
        except Misspelt as error:
            self._at -= 1
            self._refuse(str(error))

    def _row(self) -> str:
        return self._rows[self._at] if self._at < len(self._rows) else ""

    def _exactly(self, line: str) -> None:
        if self._at >= len(self._rows) or self._rows[self._at] != line:
            self._refuse("this line is not the one that stands here in a receipt")
        self._at += 1

    def _value(self, label: str, read: Callable[[str], _T]) -> _T:
        row = self._row()
        if not row.startswith(label):
            self._refuse(f"a line should stand here that begins with “{label.strip()}”")
        try:
            value = read(row[len(label) :])
        except Misspelt as error:
            self._refuse(str(error))
        self._at += 1
        return value

    def _values(self, label: str, read: Callable[[str], _T], most: int) -> Iterator[_T]:
        count = 0
        while self._row() and self._row().startswith(label):
            yield self._value(label, read)
            count += 1
            if count > most:
                self._refuse(f"there are more than {most} lines of this kind")

    def _refuse(self, message: str) -> NoReturn:
        raise BadInput(Fault(self._path, message, REMEDY, min(self._at, len(self._rows)) + 1))


def _digest(text: str) -> tuple[str, bytes]:
    name, _, value = text.partition(" ")
    if not _DIGEST_NAME.fullmatch(name):
        raise Misspelt("this is no name of a digest")
    return name, spelling.from_hex(value, HASH_SIZE)
