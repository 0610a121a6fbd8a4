"""What was done about requests for names: each request with the acts that followed it.

Acts are the parts `release` of entries in a source's stream. Those of one request are sealed under
one secret, whose id is the request's. They count in the order of the stream: of two answers to one
request the first holds.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from groundrules.keys.envelope import key_id_of
from groundrules.proofs.canonical import canonical
from groundrules.vault.code_names import code_name
from groundrules.vault.entering import opened_part, sealed_part
from groundrules.vault.source_answers import Request
from groundrules.vault.source_streams import SHORT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.keys.secret import Secret
    from groundrules.vault.opened import Vault

RELEASE = "release"
"""The part of an entry that holds an act, and the kind of the wraps of a request's secret."""

ASK, GRANT, REFUSE, OPEN = "ask", "grant", "refuse", "open"
_STATES = {ASK: "asked", REFUSE: "refused", OPEN: "opened"}


class Case(NamedTuple):
    """A request and what followed.

    Attributes:
        id: the request's, which is that of its secret.
        stream: of the source.
        secret: what its acts are sealed under.
        requester: a member's id, hexadecimal.
        purpose: in the requester's words.
        until: when it ends, in ISO 8601, in UTC; "" where one person opened the name alone.
        lacking: the kinds of the halves that the requester has not.
        granted: those of them that were granted.
        last: the act that closed it, or `ask`.
        reason: of a refusal.
        salt: random, hexadecimal, from the first act.
    """

    id: bytes
    stream: bytes
    secret: Secret
    requester: str
    purpose: str
    until: str
    lacking: tuple[str, ...]
    granted: tuple[str, ...]
    last: str
    reason: str
    salt: str

    def __repr__(self) -> str:
        """Show its id and how it stands."""
        return f"Case({self.short}, {self.last})"

    @property
    def short(self) -> str:
        """How messages name it."""
        return f"request {self.id.hex()[:8]}"

    def has_ended(self, now: datetime) -> bool:
        """Tell whether its time is over."""
        return bool(self.until) and now >= datetime.fromisoformat(self.until)


def released_kind(half: str, case: Case) -> str:
    """Return the kind of the wrap of a half that is released for a request.

    It holds a digest of all that the release is for, and a wrap opens only for the kind that it was
    made for: with another requester, purpose or end it is another wrap.
    """
    bound = {
        "release": case.id.hex(),
        "requester": case.requester,
        "purpose": case.purpose,
        "until": case.until,
        "salt": case.salt,
    }
    digest = hashlib.sha256(canonical(bound)).hexdigest()
    return f"{half.replace('half', 'released')}:{digest}"


def cases(vault: Vault) -> list[Case]:
    """Return every request whose secret is wrapped to the vault's member, the oldest first.

    Of two of one day in two streams, the order is that of the streams.
    """
    found: dict[bytes, Case] = {}
    days: dict[bytes, str] = {}
    own = bytes.fromhex(vault.member.card.id)
    secrets = {row.key_id: row for row in vault.ledger.wraps(member=own, kind=RELEASE)}
    for stream in sorted({row.stream for row in secrets.values()}):
        for entry in vault.ledger.entries(stream):
            sealed = sealed_part(entry, RELEASE)
            ident = key_id_of(sealed) if sealed else b""
            if ident in secrets:
                secret = vault.unwrapped(secrets[ident])
                act = opened_part(vault, entry, RELEASE, secret)
                author = entry.author.hex()
                found[ident] = _taken(found.get(ident), act, author, stream, secret)
                days.setdefault(ident, entry.day)
    return sorted(found.values(), key=lambda case: days[case.id])


def requests_of(vault: Vault, found: Iterable[Case]) -> list[Request]:
    """Return requests as they are answered to whoever looks at them."""
    cards, forms = vault.house().known, vault.forms
    return [
        Request(
            case.id.hex(),
            code_name(forms, case.stream),
            cards[case.requester].name if case.requester in cards else "",
            case.purpose,
            case.until,
            tuple(SHORT[kind] for kind in case.lacking),
            tuple(SHORT[kind] for kind in case.granted),
            _state(vault, case),
            case.reason,
            case.requester == vault.member.card.id,
        )
        for case in found
    ]


def _state(vault: Vault, case: Case) -> str:
    if case.last == ASK and case.has_ended(vault.now()):
        return "expired"
    if case.last == ASK and set(case.granted) >= set(case.lacking):
        return "granted"
    return _STATES[case.last]


def _taken(
    case: Case | None, act: dict[str, object], author: str, stream: bytes, secret: Secret
) -> Case:
    """Return a case with one more act; what cannot be, such as a second answer, changes nothing."""
    match act:
        case {
            "act": "ask" | "open" as last,
            "requester": str(requester),
            "purpose": str(purpose),
            "until": str(until),
            "lacking": list(lacking),
            "salt": str(salt),
        } if case is None and requester == author:
            kinds = tuple(map(str, lacking))
            first = (secret.id, stream, secret, requester, purpose, until, kinds)
            return Case(*first, (), last, "", salt)
    if case is None or case.last != ASK:
        return case or _foreign(secret, stream, author)
    match act:
        case {"act": "grant", "halves": list(halves)} if author != case.requester:
            return case._replace(granted=tuple(sorted({*case.granted, *map(str, halves)})))
        case {"act": "refuse", "reason": str(reason)} if author != case.requester:
            return case._replace(last=REFUSE, reason=reason)
        case {"act": "open"} if author == case.requester:
            return case._replace(last=OPEN)
    return case


def _foreign(secret: Secret, stream: bytes, author: str) -> Case:
    """Return a case of which the first act is none: it is closed, and opens nothing."""
    return Case(secret.id, stream, secret, author, "", "", (), (), REFUSE, "", "")
