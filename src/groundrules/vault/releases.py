"""Releases: a source's name for one requester, one purpose and one time, by who holds a half.

A request, its answer and its use are entries in the source's stream, sealed under a secret of the
request that the requester has and those who hold halves; its id names the request. What is granted
is the half that the requester lacks, wrapped to the requester alone and bound to the request: its
id, purpose and end. Changed by a word it opens nothing. It goes when it was used, or has ended.

Whether a name is known is not looked at before the very end: until then everything is the same.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.keys.secret import Secret
from groundrules.vault.committing import Batch, committed
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.identities import HALVES
from groundrules.vault.opening_names import opened_name
from groundrules.vault.release_acts import (
    ASK,
    GRANT,
    OPEN,
    REFUSE,
    RELEASE,
    Case,
    cases,
    released_kind,
    requests_of,
)
from groundrules.vault.source_streams import (
    held_halves,
    holders_of,
    identities_in,
    source_entries,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from groundrules.ledger.rows import Wrap
    from groundrules.vault.opened import Vault
    from groundrules.vault.source_answers import Opened, Request

MOST_HOURS = 14 * 24
_SHORTEST_ID = 8
_SIZE = 4096
"""Bytes that every act is padded to, so that its size does not tell which it is."""

_LEAST_PURPOSE = 3
_MOST_PURPOSE = 500


def ask(vault: Vault, code: str, purpose: str, hours: int = 24) -> Request:
    """Ask for a source's name.

    Args:
        vault: whose member asks.
        code: the source's code name.
        purpose: what for, in a sentence; those who may grant it read it.
        hours: for how long the request and what is granted count, up to two weeks.

    Raises:
        BadInput: there is no such source, one holds both halves anyway, or what is given is none.
    """
    entries = source_entries(vault, code)
    identities_in(vault, entries)
    stream = entries[0].stream
    lacking = [kind for kind, halves in held_halves(vault, stream).items() if not halves]
    if not lacking:
        message = "you hold both halves of this name: nobody else is to be asked"
        raise BadInput(Fault(code, message, "open it with `groundrules source name`"))
    document = {
        "act": ASK,
        "requester": vault.member.card.id,
        "purpose": _purpose(purpose),
        "until": _end(vault, hours),
        "lacking": lacking,
    }
    secret = _write_new(vault, stream, document, holders_of(vault, stream, lacking))
    return next(one for one in requests(vault) if one.id == secret.id.hex())


def requests(vault: Vault) -> list[Request]:
    """Return the requests that one made or may answer, the oldest first; what has ended goes."""
    sweep(vault)
    return requests_of(vault, cases(vault))


def grant(vault: Vault, request: str) -> Request:
    """Grant a request: the halves that one holds and the requester lacks go to the requester.

    Args:
        vault: whose member grants.
        request: the id, or its first digits.

    Raises:
        BadInput: there is no such request, it is one's own, answered or over, or one holds no half
            that it needs.
    """
    case = _open_case(vault, request)
    halves = {
        kind: found
        for kind, found in held_halves(vault, case.stream).items()
        if kind in case.lacking and found
    }
    card = vault.cards().get(case.requester)
    if not halves or card is None:
        message = "you hold no half of this name that the requester lacks"
        raise BadInput(Fault(case.short, message, "leave it to those who hold one"))

    def wraps() -> list[Wrap]:
        return [
            vault.wrapped(half, card, case.stream, released_kind(kind, case), expires=case.until)
            for kind, found in halves.items()
            for half in found
        ]

    _write(vault, case, {"act": GRANT, "halves": sorted(halves)}, wraps)
    return _again(vault, case)


def refuse(vault: Vault, request: str, reason: str = "") -> Request:
    """Refuse a request; the requester reads the reason.

    Args:
        vault: whose member refuses.
        request: the id, or its first digits.
        reason: in a sentence, or "".

    Raises:
        BadInput: there is no such request, it is one's own, answered or over, or the reason is
            too long.
    """
    case = _open_case(vault, request)
    _write(vault, case, {"act": REFUSE, "reason": _purpose(reason) if reason else ""})
    vault.ledger.drop_wraps(list(_released(vault, case)))
    return _again(vault, case)


def name(vault: Vault, which: str, purpose: str = "") -> Opened:
    """Open a source's name, once, and record it.

    Args:
        vault: whose member opens it.
        which: the id of a request that was granted, or its first digits; or, for who holds both
            halves, the source's code name.
        purpose: for who holds both halves: what for. Otherwise it is the request's.

    Raises:
        BadInput: there is no such request or source, it was not granted, has been used or is over.
    """
    case = next((one for one in cases(vault) if one.id.hex().startswith(which.lower())), None)
    if case is None or len(which) < _SHORTEST_ID:
        return _opened_alone(vault, which, purpose)
    if case.requester != vault.member.card.id:
        message = "this was released to somebody else"
        raise BadInput(Fault(case.short, message, "ask for the name yourself, with your purpose"))
    _refuse_over(vault, case)
    halves = held_halves(vault, case.stream)
    rows = list(_released(vault, case))
    for row in rows:
        kind = next(one for one in HALVES if row.kind == released_kind(one, case))
        halves[kind] = (*halves[kind], vault.unwrapped(row))
    if not all(halves.values()):
        message = "the request has not been granted yet by everybody whose half it needs"
        raise BadInput(Fault(case.short, message, "wait, or ask them; `groundrules source list`"))
    identities = identities_in(vault, vault.ledger.entries(case.stream))
    _write(vault, case, {"act": OPEN})
    vault.ledger.drop_wraps(rows)
    return opened_name(vault, identities, halves, alone=False)


def sweep(vault: Vault) -> int:
    """Drop all that was released and has ended, whoever it is for; return how much it was."""
    now = vault.now().astimezone(UTC).isoformat(timespec="seconds")
    ended = [row for row in vault.ledger.wraps() if row.expires and row.expires <= now]
    return vault.ledger.drop_wraps(ended) if ended else 0


def _opened_alone(vault: Vault, code: str, purpose: str) -> Opened:
    """Open a name of which one holds both halves; that is recorded too."""
    entries = source_entries(vault, code)
    identities = identities_in(vault, entries)
    stream = entries[0].stream
    halves = held_halves(vault, stream)
    if not all(halves.values()):
        message = "you do not hold both halves of this name"
        remedy = "ask for it: groundrules source ask CODE --purpose WHY"
        raise BadInput(Fault(code, message, remedy))
    document = {
        "act": OPEN,
        "requester": vault.member.card.id,
        "purpose": _purpose(purpose),
        "until": "",
        "lacking": [],
    }
    _write_new(vault, stream, document, holders_of(vault, stream, HALVES))
    return opened_name(vault, identities, halves, alone=True)


def _purpose(text: str) -> str:
    told = " ".join(text.split())
    if not (_LEAST_PURPOSE <= len(told) <= _MOST_PURPOSE and told.isprintable()):
        message = "a purpose or reason has 3 to 500 letters"
        raise BadInput(Fault("--purpose", message, "say in a sentence what for"))
    return told


def _end(vault: Vault, hours: int) -> str:
    if not 1 <= hours <= MOST_HOURS:
        message = f"a release lasts from 1 to {MOST_HOURS} hours"
        raise BadInput(Fault("--hours", message, "ask again when it is over"))
    end = vault.now().astimezone(UTC) + timedelta(hours=hours)
    return end.isoformat(timespec="seconds")


def _open_case(vault: Vault, request: str) -> Case:
    """Return a request of somebody else's that can still be answered."""
    wanted = request.strip().lower()
    found = [one for one in cases(vault) if one.id.hex().startswith(wanted)]
    if len(found) != 1 or len(wanted) < _SHORTEST_ID:
        message = "there is no such request that you may see" if not found else "which request?"
        raise BadInput(Fault(request, message, "`groundrules source list` shows their ids"))
    case = found[0]
    if case.requester == vault.member.card.id:
        message = "this request is your own: somebody else has to answer it"
        raise BadInput(Fault(case.short, message, "wait for who holds the other half"))
    _refuse_over(vault, case)
    return case


def _refuse_over(vault: Vault, case: Case) -> None:
    over = {REFUSE: "was refused", OPEN: "has been used: a name is opened once"}.get(case.last)
    if not over and case.has_ended(vault.now()):
        over = "has ended"
    if over:
        vault.ledger.drop_wraps(list(_released(vault, case)))
        remedy = "ask again, with the purpose that it is for now"
        raise BadInput(Fault(case.short, f"this request {over}", remedy))


def _released(vault: Vault, case: Case) -> Iterable[Wrap]:
    """Yield the halves that were released for a request, as they are wrapped to the requester."""
    kinds = {released_kind(kind, case) for kind in HALVES}
    requester = bytes.fromhex(case.requester)
    return (row for row in vault.ledger.wraps(requester, case.stream) if row.kind in kinds)


def _write_new(
    vault: Vault, stream: bytes, document: Mapping[str, object], others: Iterable[str]
) -> Secret:
    """Write the first entry of a request, readable by the vault's member and by others."""
    secret, cards = Secret.new(), vault.cards()
    readers = {*others, vault.member.card.id} & cards.keys()
    parts = {RELEASE: Part({"v": 1, **document}, secret, _SIZE)}

    def make() -> Batch:
        wraps = tuple(vault.wrapped(secret, cards[one], stream, RELEASE) for one in sorted(readers))
        return Batch((new_entry(vault, stream, parts, vault.ledger.head(stream)),), wraps)

    return committed(vault, make, secret)


def _write(
    vault: Vault,
    case: Case,
    document: dict[str, object],
    wraps: Callable[[], Iterable[Wrap]] = tuple,
) -> None:
    """Write an act that follows a request, unless somebody else has closed it meanwhile."""
    parts = {RELEASE: Part({"v": 1, **document}, case.secret, _SIZE)}

    def make() -> Batch:
        _refuse_over(vault, next(one for one in cases(vault) if one.id == case.id))
        entry = new_entry(vault, case.stream, parts, vault.ledger.head(case.stream))
        return Batch((entry,), tuple(wraps()))

    committed(vault, make, None)


def _again(vault: Vault, case: Case) -> Request:
    return next(one for one in requests(vault) if one.id == case.id.hex())
