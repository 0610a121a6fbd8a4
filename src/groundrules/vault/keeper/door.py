"""The door to a vault that is unlocked: the one way in which a command reaches what it holds.

Nothing here opens anything. A question goes to the keeper's socket, and what comes back is plain
values, rebuilt by the type that was asked for. To load this costs a few milliseconds.
"""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

from groundrules import __version__
from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.system import need_sockets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from socket import socket

    from groundrules.vault.keeper.wire import Message

Answer = TypeVar("Answer")

_PATIENCE = struct.pack("ll", 10, 0)
"""How long to wait for a keeper that has too many at its door: a `timeval` of seconds."""

_NO_LIMIT = struct.pack("ll", 0, 0)


class Keeping(NamedTuple):
    """What a keeper says of itself.

    Attributes:
        process: its number.
        since: when it was unlocked, in seconds since 1970.
        until: when it locks itself if nobody asks for anything meanwhile; likewise.
        minutes: how long it stays open after the last question.
        weaknesses: what this system did not let it do to protect its memory, in words.
    """

    process: int
    since: float
    until: float
    minutes: float
    weaknesses: tuple[str, ...]


class Door:
    """A connection to the keeper of one vault. Use it in a `with`, or close it."""

    def __init__(self, folder: Path, connection: socket) -> None:
        """Take a connection; `Door.to` makes one."""
        self._folder = folder
        self._connection = connection

    @classmethod
    def to(cls, folder: Path) -> Self:
        """Return the door to the vault in a folder.

        Raises:
            BadInput: there is no vault, it is locked, or its keeper is not to be trusted.
        """
        need_sockets(folder)
        found = connected(folder)
        if found is None:
            raise _no_keeper(folder)
        return cls(folder, found)

    def __enter__(self) -> Self:
        """Return the door itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Hang up: the process that answered is gone with what it read."""
        self._connection.close()

    def ask(
        self,
        answer: type[Answer],
        operation: str,
        /,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        **arguments: object,
    ) -> Answer:
        """Have an operation done, and return its answer.

        Args:
            answer: the type of the answer, such as `list[Talk]`.
            operation: its name in `groundrules.vault.operations`.
            on_progress: told how many of how many things are done, by operations that tell.
            arguments: those of the operation: what JSON has, tuples, and NamedTuples.

        Raises:
            BadInput: what the operation has to say against it, or the vault was locked meanwhile.
        """
        from groundrules.vault.keeper.shapes import Misshapen, plain, rebuilt  # noqa: PLC0415 - later

        request = {"do": operation, "with": plain(arguments), "version": __version__}
        message = self._answered(request, on_progress)
        try:
            if "fault" in message:
                raise BadInput(*rebuilt(list[Fault], message["fault"]))
            found: Answer = rebuilt(answer, message["is"])
        except (Misshapen, KeyError):
            raise self._unlike() from None
        return found

    def _answered(
        self, request: Message, on_progress: Callable[[int, int], None] | None
    ) -> Message:
        while True:
            message = self._exchanged(request)
            while "progress" in message:
                if on_progress:
                    on_progress(*message["progress"])
                message = self._received()
            if "bye" not in message:
                return message
            self._knock_again()

    def _exchanged(self, request: Message) -> Message:
        from groundrules.vault.keeper.wire import Garbled, send  # noqa: PLC0415 - start-up time

        try:
            send(self._connection, request)
        except Garbled as error:
            raise BadInput(Fault(self._shown, str(error), "ask for less at once")) from None
        except OSError:
            pass  # a child that said goodbye is gone, but its goodbye can still be read
        return self._received()

    def _received(self) -> Message:
        from groundrules.vault.keeper.wire import Garbled, receive  # noqa: PLC0415 - start-up time

        try:
            message = receive(self._connection)
        except Garbled:
            raise self._unlike() from None
        except OSError:
            message = None
        if message is None:
            raise self._broken_off()
        return message

    def _knock_again(self) -> None:
        """Connect once more: the child had waited long, and ended without taking the request."""
        self._connection.close()
        found = connected(self._folder)
        if found is None:
            raise _no_keeper(self._folder)
        self._connection = found

    @property
    def _shown(self) -> str:
        return str(self._folder)

    def _broken_off(self) -> BadInput:
        message = "the vault was locked, or its keeper ended, before the answer was there"
        remedy = "unlock it, and look whether what was asked has been done before doing it again"
        return Locked(Fault(self._shown, message, remedy))

    def _unlike(self) -> BadInput:
        message = "what the keeper of the vault answers cannot be understood"
        return BadInput(Fault(self._shown, message, f"{LOCK_FIRST}{self._shown}`"))


LOCK_FIRST = "lock it and unlock it again: `groundrules vault lock "


def connected(folder: Path) -> socket | None:
    """Return a connection to the keeper of a vault; None where there is none.

    Raises:
        BadInput: the place where it should listen, or whoever listens there, is not to be trusted.
    """
    from groundrules.vault.keeper.meeting_place import places_to_ask  # noqa: PLC0415 - start-up time

    for place in places_to_ask(folder, os.environ):
        try:
            found = connected_at(place.address)
        finally:
            place.close()
        if found:
            return found
    return None


def connected_at(address: str) -> socket | None:
    """Return a connection to the keeper at an address; None where there is none.

    Raises:
        BadInput: it cannot be reached, or is another user.
    """
    import socket  # noqa: PLC0415 - start-up time

    from groundrules.vault.keeper.peers import is_same_user  # noqa: PLC0415 - likewise

    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    # Not a timeout of Python's: with one, a queue that is full for a moment would be an error.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _PATIENCE)
    try:
        connection.connect(address)
    except OSError as error:
        connection.close()
        if isinstance(error, FileNotFoundError | ConnectionRefusedError):
            return None
        message = f"the keeper of the vault cannot be reached ({error.strerror})"
        raise BadInput(Fault("vault", message, "try again in a moment")) from None
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _NO_LIMIT)
    if not is_same_user(connection):
        connection.close()
        message = "whoever answers in the keeper's place is another user"
        raise BadInput(Fault("vault", message, "find out who, before anything is unlocked"))
    return connection


class Locked(BadInput):
    """A vault that nobody keeps open, or that was locked while somebody asked."""


def _no_keeper(folder: Path) -> BadInput:
    if not os.path.isfile(folder / "vault.json"):  # noqa: PTH113 - unlike Path's own, it never raises
        remedy = "name the folder of a vault, or found one with `groundrules vault init`"
        return BadInput(Fault(str(folder), "there is no vault in this folder", remedy))
    remedy = f"unlock it with `groundrules vault unlock {folder}`"
    return Locked(Fault(str(folder), "the vault is locked", remedy))
