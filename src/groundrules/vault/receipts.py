"""Receipts of a vault: made out for an agreement, kept as a digest, and made again with more proof.

A receipt is an entry of its conversation. What it says is sealed like the terms, and goes with them
when the conversation is shredded; its salted digest stays in the log, so that a receipt which
somebody holds is good for ever.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, cast

from groundrules.errors import BadInput, Fault
from groundrules.ledger.entries import chain_of
from groundrules.proofs.merkle import inclusion_proof
from groundrules.proofs.receipt import Logged, Place, Receipt, signed
from groundrules.proofs.spelling import from_hex
from groundrules.proofs.statement import DIGEST, SALT_SIZE, Statement
from groundrules.vault.agreed import Wanted, agreed_in
from groundrules.vault.committing import Batch, committed
from groundrules.vault.conversations import texts
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.finding import found, talks_of
from groundrules.vault.folding import fold
from groundrules.vault.log_signing import checkpoints, seal_log, signing_key
from groundrules.vault.opened import TERMS
from groundrules.vault.receipt_answers import Issued
from groundrules.vault.receipt_names import refuse_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.ledger.entries import Entry
    from groundrules.vault.folding import Act, Folded
    from groundrules.vault.log_signing import Cosigned
    from groundrules.vault.opened import Vault

ACT = "receipt"
"""What an entry does that a receipt is for."""

_LEAST_DIGITS = 8


def issue_receipt(  # noqa: PLR0913 - a keeper passes each as it was given
    vault: Vault,
    name: str,
    handle: str,
    *,
    party: str = "",
    turn: int = 0,
    policy: str = "default",
    policies: Sequence[str] = (),
    confidential_too: bool = False,
) -> str:
    """Make out a receipt, write that it was, and return it: the whole text of its file.

    Args:
        vault: whose member makes it out, and whose log it is in.
        name: the conversation's name.
        handle: how it shall call the one to whom something was promised.
        party: her id in the record; "" where all were promised the same.
        turn: the number of a turn, for the agreement that it stands on; 0 for all of them.
        policy: the house's policy, for a record that names none.
        policies: folders with policies of the house's own.
        confidential_too: also where the source is not to be named.

    Raises:
        BadInput: as `agreed.agreed_in`; or one may not read the conversation, or the receipt
            would hold the source's name. Nothing was written then.
    """
    wanted = Wanted(handle, party, turn, policy, policies, confidential_too)
    salt = secrets.token_bytes(SALT_SIZE)
    made: list[Entry] = []

    def make() -> Batch:
        talk = found(vault, name)
        agreed = agreed_in(name, texts(vault, [name])[0].text, wanted)
        refuse_names(vault, talk, agreed)
        made[:] = [_entry(vault, talk, agreed.statement, salt)]
        return Batch(tuple(made))

    committed(vault, make, None)
    return receipt_again(vault, made[0].id.hex())


def receipts(vault: Vault) -> list[Issued]:
    """Return every receipt that was made out in conversations of which one may read the terms."""
    sealed = checkpoints(vault)
    return [_issued(vault, talk, act, sealed) for talk, act in _acts(vault)]


def receipt_again(vault: Vault, receipt: str) -> str:
    """Return a receipt that was made out, with the best proof that there is now.

    Args:
        vault: the vault.
        receipt: its id, or the first eight digits of it or more.

    Raises:
        BadInput: there is none, or several whose ids begin so.
    """
    matching = [(act, _statement(act)) for _, act in _acts(vault) if _is_named(act, receipt)]
    if len(matching) != 1:
        message = "there is no receipt of this id" if not matching else "several ids begin so"
        remedy = "see them all with groundrules receipt list"
        raise BadInput(Fault(str(vault.folder), message, remedy))
    ((act, (statement, salt)),) = matching
    seal_log(vault)
    at = vault.ledger.leaf_index(act.entry.id)
    if at is None:
        message = "the log does not hold this receipt"
        raise BadInput(Fault(str(vault.folder), message, "run groundrules vault audit"))
    best = max(checkpoints(vault, at), key=_worth)
    hashes = inclusion_proof(vault.ledger.leaves(0, best.size), at, best.size)
    logged = Logged(at, tuple(hashes), best.note)
    token = best.tokens[0] if best.tokens else b""
    place = _place(act.entry, vault.ledger.id)
    return signed(Receipt(statement, salt, place, logged, token), signing_key(vault))


def _worth(one: Cosigned) -> tuple[int, int, int]:
    return len(one.note.signatures), len(one.tokens), one.size


def _entry(vault: Vault, talk: Folded, statement: Statement, salt: bytes) -> Entry:
    place = talk.keys[TERMS]
    secret = vault.secret(place.stream, TERMS, place.key_id)
    said = {**statement._asdict(), "terms": list(statement.terms)}
    document = {"v": 1, "do": ACT, "statement": said, "statement_salt": salt.hex()}
    digests = {DIGEST: statement.digest(salt)}
    return new_entry(vault, talk.head.stream, {TERMS: Part(document, secret)}, talk.head, digests)


def _acts(vault: Vault) -> Iterator[tuple[Folded, Act]]:
    keys = vault.keyring()
    for entries in talks_of(vault, keys.streams(TERMS)).values():
        if any(DIGEST in dict(entry.digests) for entry in entries):
            talk = fold(vault, keys, entries)
            acts = talk.acts if talk.readable else ()
            yield from ((talk, act) for act in acts if act.terms and act.terms.get("do") == ACT)


def _is_named(act: Act, receipt: str) -> bool:
    return len(receipt) >= _LEAST_DIGITS and act.entry.id.hex().startswith(receipt)


def _statement(act: Act) -> tuple[Statement, bytes]:
    terms = act.terms or {}
    said = cast("dict[str, str]", terms["statement"])
    statement = Statement(said["outlet"], said["handle"], said["agreed"], tuple(said["terms"]))
    return statement, from_hex(str(terms["statement_salt"]), SALT_SIZE)


def _place(entry: Entry, ledger: str) -> Place:
    others = tuple(one for one in entry.digests if one[0] != DIGEST)
    return Place(ledger, entry.id.hex(), entry.day, chain_of(entry, ledger), others)


def _issued(vault: Vault, talk: Folded, act: Act, sealed: Sequence[Cosigned]) -> Issued:
    at = vault.ledger.leaf_index(act.entry.id)
    after = [one for one in sealed if at is not None and one.size > at]
    best = max(after, key=_worth, default=None)
    return Issued(
        id=act.entry.id.hex(),
        talk=talk.name,
        day=act.entry.day,
        handle=_statement(act)[0].handle,
        witnesses=len(best.note.signatures) - 1 if best else 0,
        dated=bool(best and best.tokens),
    )
