"""Shredding: what was promised to be gone goes, with its keys, and an entry says that it went.

The order makes it safe to be interrupted: first the act is written that says who, why and when,
then parts, wraps and forms go, then the index, then a new epoch begins. `finish` goes on where it
ended. It is called where a vault is opened, and before anything is shredded again.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys import private_file
from groundrules.keys.bundle import DATABASE
from groundrules.keys.envelope import Unopenable
from groundrules.ledger.entries import HOUSE
from groundrules.vault.committing import Batch, committed
from groundrules.vault.entering import Part, new_entry
from groundrules.vault.epochs import resume, rotate
from groundrules.vault.finding import found
from groundrules.vault.house import ACT
from groundrules.vault.opened import OF_THE_HOUSE
from groundrules.vault.retention import day_of, retention
from groundrules.vault.shredded_index import after_shred
from groundrules.vault.shredding_acts import SHREDDED, begun_since, shredded_acts
from groundrules.vault.source_answers import Finished, Shredded
from groundrules.vault.source_streams import sources_of, stands_in
from groundrules.vault.tape_streams import tapes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.vault.opened import Vault
    from groundrules.vault.shredding_acts import ShreddedAct
    from groundrules.vault.source_answers import Due

_LEAST_REASON, _MOST_REASON = 3, 500


class _Doomed(NamedTuple):
    """What is to go: streams of talks, sources, tapes and papers, and the talks' names."""

    talks: tuple[bytes, ...] = ()
    sources: tuple[bytes, ...] = ()
    tapes: tuple[bytes, ...] = ()
    papers: tuple[bytes, ...] = ()
    names: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Show how much it is."""
        return f"_Doomed({len(self.streams)} streams)"

    @property
    def streams(self) -> tuple[bytes, ...]:
        """All streams that go."""
        return self.talks + self.sources + self.tapes + self.papers


def shred(
    vault: Vault, names: Sequence[str], reason: str, as_of: str = "", *, early: bool = False
) -> Shredded:
    """Erase conversations with their tapes, and the names of the sources who stand in no other.

    Args:
        vault: the vault.
        names: of the conversations.
        reason: in a sentence, which stays: it names nobody and nothing that was said.
        as_of: the day, YYYY-MM-DD; "" for today, in UTC.
        early: also those whose day has not come, or that have none.

    Raises:
        BadInput: one is held, unreadable, or its day has not come; one may not read its terms; or
            the reason is none. Nothing was erased then.
    """
    finish(vault)
    told = _reason(reason)
    wanted = tuple(dict.fromkeys(names))
    if not wanted:
        raise BadInput(Fault("NAME", "nothing is named to be shredded", "name a conversation"))
    day = day_of(as_of or vault.today)
    with _alone(vault):
        due = retention(vault, day.isoformat(), wanted).due
        _refuse(due, early=early)
        doomed = _doomed(vault, wanted)
        _write_act(vault, doomed, told, early=early)
        return _erase(vault, doomed)


def shred_paper(vault: Vault, stream: bytes, reason: str) -> None:
    """Erase a paper for good.

    Args:
        vault: the vault.
        stream: the paper's, which whoever calls this has found that she may read.
        reason: in a sentence, which stays.

    Raises:
        BadInput: the reason is none, or it cannot be written. Nothing was erased then.
    """
    told = _reason(reason)
    finish(vault)
    doomed = _Doomed(papers=(stream,))
    with _alone(vault):
        _write_act(vault, doomed, told, early=False)
        _erase(vault, doomed)


def finished(vault: Vault) -> list[Finished]:
    """Return the shredding that was finished when the vault was opened, if there was one."""
    return vault.finished


def finish_begun(vault: Vault) -> None:
    """Finish what was interrupted, where the last acts of the house or the epoch keys say so.

    It is quick where there is nothing, unlike `finish`. On a server, what another member has begun
    is left to her machine, which may still be at it. What cannot be read here is left alone:
    whoever asks for it is told.

    Raises:
        BadInput: the ledger, the index or the epoch key cannot be written.
    """
    resumed = resume(vault)
    since = vault.epoch.current.number - resumed
    try:
        acts = [act for act in begun_since(vault, since) if _is_ours(vault, act)]
        if acts:
            vault.house()  # an act that no member has signed erases nothing
    except (BadInput, Unopenable):
        return
    if acts and (finish(vault) or resumed):
        talks = sum(len(act.talks) for act in acts)
        vault.finished.append(Finished(talks, vault.epoch.current.number))


def _is_ours(vault: Vault, act: ShreddedAct) -> bool:
    """Tell whether the epoch in which an act was made is that of this machine."""
    return DATABASE in vault.bundle.secrets or act.author == vault.member.card.id


def finish(vault: Vault) -> bool:
    """Finish a shredding that was interrupted; return whether there was one.

    Raises:
        BadInput: the ledger, the index or the epoch key cannot be written.
    """
    with _alone(vault):
        return _finish(vault)


@contextmanager
def _alone(vault: Vault) -> Iterator[None]:
    """Wait until nobody else on this machine shreds: what goes on was not interrupted.

    Raises:
        BadInput: the lock cannot be made beside the epoch key.
    """
    with private_file.locked(vault.epoch_file.with_name("shredding"), alone=True):
        yield


def _finish(vault: Vault) -> bool:
    resumed = resume(vault)
    acts = list(shredded_acts(vault))
    streams = {stream for act in acts for stream in act.streams}
    streams |= tapes_of(vault, (talk for act in acts for talk in act.talks))  # begun meanwhile
    begun = all(act.epoch < vault.epoch.current.number for act in acts)
    if begun and not _is_left(vault, streams):
        return resumed
    _erase(vault, _Doomed(tuple(sorted(streams))))
    return True


def _is_left(vault: Vault, streams: set[bytes]) -> bool:
    """Tell whether anything of streams that were to go is still there."""
    wrapped = any(row.stream in streams for row in vault.ledger.wraps())
    return wrapped or any(
        entry.parts for stream in streams for entry in vault.ledger.entries(stream)
    )


def _reason(text: str) -> str:
    told = " ".join(text.split())
    if not (_LEAST_REASON <= len(told) <= _MOST_REASON and told.isprintable()):
        message = "a reason has 3 to 500 letters"
        remedy = "say why, without a name or a word of the talk: it stays"
        raise BadInput(Fault("--reason", message, remedy))
    return told


def _refuse(due: Sequence[Due], *, early: bool) -> None:
    """Refuse to shred what is held, what cannot be read, and what is not due.

    Raises:
        BadInput: with every conversation that stays.
    """
    faults = []
    for one in due:
        if one.why == "unreadable":
            message = "its record has faults, so that it cannot be told what keeps it"
            faults.append(Fault(one.name, message, "mend the record first"))
        elif one.held:
            remedy = "have counsel decide; record `unhold` when the hold is lifted"
            faults.append(Fault(one.name, "a hold keeps it, whatever was promised", remedy))
        elif not early and not one.day:
            remedy = "give --early to shred it all the same"
            faults.append(Fault(one.name, "no day was agreed for it to go", remedy))
        elif not early and one.left > 0:
            message = f"its day, {one.day}, has not come"
            faults.append(Fault(one.name, message, "wait, or give --early"))
    if faults:
        raise BadInput(*faults)


def _doomed(vault: Vault, names: tuple[str, ...]) -> _Doomed:
    """Return what goes: conversations, their tapes, and sources who stand in none that stays."""
    chosen = [found(vault, name) for name in names]
    talks = {talk.head.stream for talk in chosen}
    named = {source for talk in chosen for source in sources_of(talk)}
    theirs = {source for source in named if not stands_in(vault, source) - talks}
    tapes = tapes_of(vault, talks)
    return _Doomed(tuple(sorted(talks)), tuple(sorted(theirs)), tuple(sorted(tapes)), names=names)


def _write_act(vault: Vault, doomed: _Doomed, reason: str, *, early: bool) -> None:
    document = {
        "v": 1,
        "do": SHREDDED,
        "talks": [stream.hex() for stream in doomed.talks],
        "sources": [stream.hex() for stream in doomed.sources],
        "tapes": [stream.hex() for stream in doomed.tapes],
        "papers": [stream.hex() for stream in doomed.papers],
        "reason": reason,
        "early": early,
        "epoch": vault.epoch.current.number,
    }

    def make() -> Batch:
        part = Part(document, vault.secret(HOUSE, OF_THE_HOUSE))
        return Batch((new_entry(vault, HOUSE, {ACT: part}, vault.ledger.head(HOUSE)),))

    committed(vault, make, None)


def _erase(vault: Vault, doomed: _Doomed) -> Shredded:
    """Erase what the act names, and begin a new epoch.

    Raises:
        BadInput: it could not be done to the end; what says why also says how it goes on.
    """
    try:
        erased = vault.ledger.erase(doomed.streams)
        if doomed.talks:  # nothing else is in the index
            after_shred(vault, doomed.names)
        number = rotate(vault)
    except BadInput as refusal:
        message = "the shredding is not finished: earlier copies still open what was to go"
        remedy = "mend what is named besides; then whatever opens the vault next finishes it"
        raise BadInput(*refusal.faults, Fault(str(vault.folder), message, remedy)) from None
    return Shredded(
        len(doomed.talks),
        len(doomed.sources),
        erased.parts,
        erased.wraps,
        erased.forms,
        number,
        erased.overwritten,
    )
