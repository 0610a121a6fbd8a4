"""A vault that is unlocked: the ledger, the member whose keys are here, and what they open.

It lives as long as the process that answers one client. Every operation on a vault is a function
that takes it first; nothing of it is shown by its representation.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys import epoch
from groundrules.keys.envelope import Unopenable
from groundrules.keys.forms import Forms
from groundrules.keys.secret import Hidden
from groundrules.keys.wraps import Context, epoch_of, unwrapped, wrap
from groundrules.ledger.entries import HOUSE
from groundrules.ledger.rows import Wrap
from groundrules.vault import house

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from groundrules.keys.bundle import Bundle
    from groundrules.keys.cards import MemberCard
    from groundrules.keys.epoch_key import EpochKeys
    from groundrules.keys.members import MemberKeys
    from groundrules.keys.secret import Secret
    from groundrules.ledger.ledger import Ledger
    from groundrules.vault.source_answers import Finished

TERMS, WORDS = "terms", "words"
"""The kinds of key of a conversation, and the parts that they open."""

LOG, FORMS, OF_THE_HOUSE = "log", "forms", "house"
"""The kinds of key of the house: of the log's signatures, of keyed forms, of the house's acts."""


class Place(NamedTuple):
    """Which secret: whose stream, for what, and which generation of it."""

    stream: bytes
    kind: str
    key_id: bytes


class Keyring(Hidden):
    """The wraps of one member that are there at one moment, opened when they are asked for."""

    def __init__(self, vault: Vault, wraps: Iterable[Wrap]) -> None:
        """Take wraps; those that expire are for a release, and open otherwise."""
        self._vault = vault
        self._wraps = {Place(*one[:3]): one for one in wraps if not one.expires}

    def places(self, stream: bytes, kind: str) -> list[Place]:
        """Return every generation of a stream's key of one kind that there is."""
        return [one for one in self._wraps if one.stream == stream and one.kind == kind]

    def streams(self, kind: str) -> set[bytes]:
        """Return the streams of which there is a key of one kind."""
        return {one.stream for one in self._wraps if one.kind == kind}

    def __contains__(self, place: Place) -> bool:
        """Tell whether a secret is wrapped to the member, without opening it."""
        return place in self._wraps

    def secret(self, place: Place) -> Secret | None:
        """Return a secret; None where it is not wrapped to the member."""
        found = self._wraps.get(place)
        return self._vault.unwrapped(found) if found else None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Vault(Hidden):
    """An unlocked vault.

    Attributes:
        ledger: where all of it is kept.
        member: whose keys are here.
        bundle: what the member's slot held.
        folder: the vault's.
        epoch_file: where the epoch keys lie, outside of the folder.
        now: gives the instant, with its offset from UTC.
        finished: what was interrupted before, and was finished when this was opened.
    """

    ledger: Ledger
    member: MemberKeys
    bundle: Bundle
    folder: Path
    epoch_file: Path
    now: Callable[[], datetime]
    finished: list[Finished] = field(default_factory=list)
    _secrets: dict[Wrap, Secret] = field(default_factory=dict)
    _forms: list[Forms] = field(default_factory=list)
    _house: dict[str, house.House] = field(default_factory=dict)
    _epochs: dict[tuple[int, int], EpochKeys] = field(default_factory=dict)

    @property
    def today(self) -> str:
        """The day, YYYY-MM-DD in UTC."""
        return self.now().astimezone(UTC).date().isoformat()

    @property
    def epoch(self) -> EpochKeys:
        """The epoch keys as they are now; they may change while a vault is open.

        Raises:
            BadInput: their file is missing, damaged or another vault's.
        """
        try:
            found = self.epoch_file.stat()
            state = (found.st_ino, found.st_mtime_ns)
        except OSError:
            state = (0, 0)  # the reading says what is wrong
        if state not in self._epochs:
            self._epochs.clear()
            self._epochs[state] = epoch.read(self.epoch_file, self.ledger.id)
        return self._epochs[state]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep the epoch from changing while wraps are made and written.

        Raises:
            BadInput: the file of the epoch keys is missing, damaged or another vault's.
        """
        with epoch.held(self.epoch_file, self.ledger.id):
            self._refuse_old_epoch()
            yield

    def _refuse_old_epoch(self) -> None:
        """Refuse to write wraps in an epoch that has ended on another machine.

        Raises:
            BadInput: the keys of the house do not open with the epoch key that is here.
        """
        mine = self.ledger.wraps(bytes.fromhex(self.member.card.id), HOUSE, OF_THE_HOUSE)
        for row in mine:
            try:
                self.unwrapped(row)
            except Unopenable:
                raise _another_epoch(self) from None

    @property
    def forms(self) -> Forms:
        """What makes keyed forms; its key stays the same for as long as the ledger lasts."""
        if not self._forms:
            self._forms.append(Forms(self.secret(HOUSE, FORMS)))
        return self._forms[0]

    def secret(self, stream: bytes, kind: str, key_id: bytes = b"") -> Secret:
        """Return a secret that is wrapped to the member.

        Args:
            stream: whose it is.
            kind: what it opens.
            key_id: which generation; without one, that of the last part which it seals.

        Raises:
            BadInput: it is not wrapped to the member.
        """
        keys = self.keyring(stream)
        places = keys.places(stream, kind)
        if not key_id and len(places) > 1:
            key_id = house.last_key_id(self, stream, kind)
        wanted = [one for one in places if key_id in (b"", one.key_id)]
        found = keys.secret(wanted[0]) if wanted else None
        if found is None:
            raise not_yours(self, kind)
        return found

    def keyring(self, stream: bytes | None = None) -> Keyring:
        """Return the member's wraps of one stream, or of all."""
        mine = bytes.fromhex(self.member.card.id)
        return Keyring(self, self.ledger.wraps(mine, stream))

    def context(self, wrapped: Wrap, extra: str = "", number: int = 0) -> Context:
        """Return the context of a wrap in the epoch of a number, or in the one that made it."""
        number = number or epoch_of(wrapped.sealed)
        member = wrapped.member.hex()
        return Context(self.ledger.id, wrapped.stream.hex(), wrapped.kind, member, number, extra)

    def unwrapped(self, wrapped: Wrap, extra: str = "") -> Secret:
        """Return the secret of a wrap to the member.

        Args:
            wrapped: the row.
            extra: what else it is bound to, such as a release.

        Raises:
            Unopenable: another member's, another purpose's, or a changed byte.
            BadInput: it is of an epoch whose key is not here.
        """
        known = self._secrets.get(wrapped) if not extra else None
        if known:
            return known
        context = self.context(wrapped, extra)
        keys = self.epoch
        if context.epoch > keys.current.number:
            raise _another_epoch(self)
        secret = unwrapped(wrapped.sealed, self.member, context, keys.of(context.epoch))
        if not extra:
            self._secrets[wrapped] = secret
        return secret

    def wrapped(  # noqa: PLR0913 - each is a part of what a wrap is bound to
        self,
        secret: Secret,
        card: MemberCard,
        stream: bytes,
        kind: str,
        *,
        extra: str = "",
        expires: str = "",
    ) -> Wrap:
        """Return a secret wrapped to a member in the current epoch."""
        key, member = self.epoch.current, bytes.fromhex(card.id)
        row = Wrap(stream, kind, secret.id, member, b"", expires)
        return row._replace(sealed=wrap(secret, card, self.context(row, extra, key.number), key))

    def cards(self) -> dict[str, MemberCard]:
        """Return the cards of the members who are there, by their ids."""
        return self.house().present

    def house(self) -> house.House:
        """Return who belongs to the house and who did, as its acts say."""
        head = self.ledger.head(HOUSE)
        known = self._house.get("house")
        if known is None or head is None or known.version != head.version:
            known = self._house["house"] = house.read_house(self)
        return known


def not_yours(vault: Vault, kind: str) -> BadInput:
    """Return the refusal of somebody to whom a key is not wrapped."""
    message = f"you may not read this: its {kind} are not shared with you"
    remedy = "ask somebody who may read it to share it with you"
    return BadInput(Fault(str(vault.folder), message, remedy))


def _another_epoch(vault: Vault) -> BadInput:
    message = "a new epoch has begun elsewhere, and its key is not on this machine"
    remedy = "have another member invite you again, and join with the lines that she gets"
    return BadInput(Fault(str(vault.folder), message, remedy))
