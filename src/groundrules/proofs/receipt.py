"""A receipt for an agreement: one text file that a person can read and anybody can verify.

It says in words what was agreed, then what leads from those words to a signed checkpoint of the
outlet's log, and ends with the outlet's signature over all of it. docs/reference/receipt-format.md
gives the format line by line. Each receipt has one spelling; whatever differs is refused.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from groundrules.proofs.canonical import canonical
from groundrules.proofs.merkle import leaf_hash, root_of_inclusion
from groundrules.proofs.notes import Note, signature_by
from groundrules.proofs.spelling import base64_of
from groundrules.proofs.statement import DIGEST, Statement

if TYPE_CHECKING:
    from groundrules.proofs.keys import SigningKey
    from groundrules.proofs.notes import Signature

FIRST_LINE = "groundrules receipt 1"
"""No log has this name (it holds spaces), so that no receipt is ever read as a checkpoint."""

PROOF_LINE = "c2sp.org/tlog-proof@v1"
"""What follows, up to the token, is a proof in the form of c2sp.org/tlog-proof."""

ABOUT = """\
This is a receipt for an agreement with a journalist. The outlet has signed it.
It can be verified without asking anybody, and without a network, with the command
`groundrules receipt verify`, or with the page that `groundrules receipt page` writes.
It names nobody. That you have it may still show that you have spoken with the outlet.
"""

TOKEN_COLUMNS = 76


class Place(NamedTuple):
    """The entry of the ledger that holds the digest of a statement.

    Attributes:
        ledger: the id of the ledger, 32 hexadecimal digits.
        entry: the id of the entry, 32 hexadecimal digits.
        written: the day on which it was written, `2026-11-04`, UTC.
        chain: the hash that chains it to what its writer knew before it, 32 bytes.
        digests: the entry's other digests, by name, in the order of their names.
    """

    ledger: str
    entry: str
    written: str
    chain: bytes
    digests: tuple[tuple[str, bytes], ...]

    def leaf(self, digest: bytes) -> bytes:
        """Return the leaf of the log that this entry has, if the statement's digest is this one."""
        digests = sorted((*self.digests, (DIGEST, digest)))
        listed = canonical([[name, one.hex()] for name, one in digests])
        return canonical(
            {
                "v": 1,
                "ledger": self.ledger,
                "id": self.entry,
                "day": self.written,
                "commitment": sha256(listed).hexdigest(),
                "chain": self.chain.hex(),
            }
        )


class Logged(NamedTuple):
    """Where the log holds a leaf.

    Attributes:
        at: the index of the leaf, counted from 0.
        proof: the hashes that lead from it to the root.
        note: the checkpoint, with the signatures of its log (the first) and of witnesses.
    """

    at: int
    proof: tuple[bytes, ...]
    note: Note


class Receipt(NamedTuple):
    """A receipt, which nobody has verified yet.

    Attributes:
        statement: what was agreed.
        salt: 32 bytes, by which its digest cannot be guessed.
        place: the entry of the ledger.
        logged: its place in the log.
        token: the reply of a time-stamping authority (RFC 3161, DER); empty without one.
    """

    statement: Statement
    salt: bytes
    place: Place
    logged: Logged
    token: bytes = b""

    @property
    def text(self) -> str:
        """What the outlet signs: the whole file but for its last two lines."""
        return "\n".join((*self._words(), *self._machine(), *self._token())) + "\n"

    def _words(self) -> tuple[str, ...]:
        statement = self.statement
        return (
            FIRST_LINE,
            "",
            *ABOUT.splitlines(),
            "",
            f"Outlet: {statement.outlet}",
            f"Promised to: {statement.handle}",
            f"Agreed on: {statement.agreed}",
            "Terms:",
            *(f"- {line}" for line in statement.terms),
            "",
        )

    def _machine(self) -> tuple[str, ...]:
        place, logged = self.place, self.logged
        return (
            f"ledger {place.ledger}",
            f"entry {place.entry}",
            f"written {place.written}",
            f"chain {place.chain.hex()}",
            f"salt {self.salt.hex()}",
            *(f"digest {name} {one.hex()}" for name, one in place.digests),
            "",
            PROOF_LINE,
            f"index {logged.at}",
            *(base64_of(one) for one in logged.proof),
            "",
            *str(logged.note).splitlines(),
        )

    def _token(self) -> tuple[str, ...]:
        encoded = base64_of(self.token)
        starts = range(0, len(encoded), TOKEN_COLUMNS)
        lines = tuple(f"token {encoded[start : start + TOKEN_COLUMNS]}" for start in starts)
        return ("", *lines) if lines else ()

    @property
    def root(self) -> bytes | None:
        """The root of the log that the statement leads to; None where it leads nowhere."""
        leaf = leaf_hash(self.place.leaf(self.statement.digest(self.salt)))
        size = int(self.logged.note.text.split("\n")[1])
        return root_of_inclusion(leaf, self.logged.at, size, self.logged.proof)


class SignedReceipt(NamedTuple):
    """A receipt with the signature of the outlet below it, which nobody has verified yet."""

    receipt: Receipt
    signature: Signature

    def __str__(self) -> str:
        """Return the file."""
        return str(Note(self.receipt.text, (self.signature,)))


def signed(receipt: Receipt, key: SigningKey) -> str:
    """Return a receipt as a file, signed by the key of the outlet's log.

    Args:
        receipt: what it says.
        key: the key that signed its checkpoint.

    Raises:
        Misspelt: a line of its statement can stand in no receipt.
        ValueError: the checkpoint is of another log, or does not hold this statement.
    """
    receipt.statement.checked()
    origin, _, root = receipt.logged.note.text.split("\n")[:3]
    if key.name != origin or base64_of(receipt.root or b"") != root:
        raise ValueError("this checkpoint does not hold this statement, or is of another log")
    return str(SignedReceipt(receipt, signature_by(key, receipt.text)))
