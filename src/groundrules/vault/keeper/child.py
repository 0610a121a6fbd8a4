"""The child of a keeper: it opens the vault, answers one connection, and is gone.

All that it has read goes with it. It writes no log, and its standard streams lead nowhere.
"""

from __future__ import annotations

import os
import select
import signal
import traceback
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from groundrules import __version__
from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper import calling
from groundrules.vault.keeper.door import LOCK_FIRST
from groundrules.vault.keeper.memory import lock_memory
from groundrules.vault.keeper.shapes import Misshapen, plain
from groundrules.vault.keeper.wire import Garbled, Message, receive, send

if TYPE_CHECKING:
    import socket

    from groundrules.vault.keeper.charge import Charge
    from groundrules.vault.keeper.door import Keeping

IDLE_SECONDS = 60.0
"""How long a child waits for the next request; whoever asks later gets another child."""

HALF_SENT_SECONDS = 30.0
"""How long a child waits for the rest of a message."""

USED = b"u"
LOCK = b"l"
"""What a child tells the keeper: that it is asked, or done; and that the vault is to be locked."""

_HERE = f"{os.sep}groundrules{os.sep}"


class Inheritance(NamedTuple):
    """What a child has from its keeper.

    Attributes:
        charge: what is kept, and what operations there are.
        secret: what opens it.
        keeping: what the keeper said of itself when it forked.
        lifeline: ends when the keeper does.
        reports: leads to the keeper; a byte at a time.
    """

    charge: Charge
    secret: bytearray
    keeping: Keeping
    lifeline: int
    reports: int


class Child:
    """One connection's child."""

    def __init__(self, connection: socket.socket, inherited: Inheritance) -> None:
        """Take what it answers, and what it has from its keeper."""
        self._connection = connection
        self._inherited = inherited
        self._vault: object = None
        self._opened_here = ExitStack()
        self._busy = False
        self._leaving = False

    def serve(self) -> None:
        """Answer until the other end hangs up or waits too long, or the keeper is gone."""
        signal.signal(signal.SIGTERM, self._told_to_leave)
        with suppress(OSError):
            while not self._leaving and self._asked():
                self._busy = True
                request = receive(self._connection)
                if request is None:
                    break
                self._tell_use()
                self._send(self._answer(request))
                self._tell_use()
                self._busy = False
        self._opened_here.close()

    def _told_to_leave(self, *_: object) -> None:
        """Leave at once where nothing is being done, or else when it is done."""
        if not self._busy:
            os._exit(0)
        self._leaving = True

    def _asked(self) -> bool:
        """Wait for a request; False where none came, and say so to whoever may still send one."""
        asked, lifeline = self._connection.fileno(), self._inherited.lifeline
        ready, _, _ = select.select([asked, lifeline], [], [], IDLE_SECONDS)
        if not ready:
            self._send({"bye": True})
        return asked in ready and lifeline not in ready

    def _answer(self, request: Message) -> Message:
        try:
            return {"is": self._answered(request)}
        except BadInput as error:
            return {"fault": plain(list(error.faults))}
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - the last resort: a traceback could hold protected words
            return {"fault": [plain(_internal(error))]}

    def _answered(self, request: Message) -> object:
        name, arguments = request.get("do"), request.get("with")
        if not isinstance(name, str) or not isinstance(arguments, dict):
            raise Misshapen("the request names no operation")
        if name == "keeper.lock":
            os.write(self._inherited.reports, LOCK)
            return None
        if request.get("version") != __version__:
            raise self._of_another_version()
        if name == "keeper.status":
            return plain(self._inherited.keeping)
        table = self._inherited.charge.operations
        function, answers = calling.function_called(name, table)
        return calling.called(function, self._opened(), arguments, self._on_progress, answers)

    def _opened(self) -> object:
        if self._vault is None:
            charge, secret = self._inherited.charge, self._inherited.secret
            opener = calling.opener_at(charge.opener)
            opening = opener(charge.folder, bytes(secret))
            self._vault = self._opened_here.enter_context(opening)
        return self._vault

    def _on_progress(self, done: int, of: int) -> None:
        self._tell_use()
        self._send({"progress": [done, of]})

    def _send(self, message: Message) -> None:
        try:
            send(self._connection, message)
        except Garbled:
            fault = Fault("vault", "the answer is too long", "ask for less at once")
            send(self._connection, {"fault": [plain(fault)]})

    def _tell_use(self) -> None:
        with suppress(BlockingIOError):  # a keeper with that much to read knows that it is used
            os.write(self._inherited.reports, USED)

    def _of_another_version(self) -> BadInput:
        folder = self._inherited.charge.folder
        message = "the vault was unlocked by another version of groundrules"
        return BadInput(Fault(folder, message, f"{LOCK_FIRST}{folder}`"))


def be_the_child(connection: socket.socket, inherited: Inheritance) -> NoReturn:
    """Answer a connection and end the process, whatever happens."""
    status = 1
    try:
        lock_memory()  # where it cannot be done, it could not be for the keeper, who says so
        connection.settimeout(HALF_SENT_SECONDS)
        Child(connection, inherited).serve()
        status = 0
    finally:
        os._exit(status)  # nothing of the keeper's is flushed or cleaned up twice


def _internal(error: Exception) -> Fault:
    """Return where the program failed, without its values: they may hold what somebody said."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _HERE in frame.filename] or list(frames)
    place = f"{os.path.basename(own[-1].filename)}:{own[-1].lineno}" if own else "an unknown place"  # noqa: PTH119 - no Path needed
    message = f"internal error in {place} ({type(error).__name__})"
    return Fault("vault", message, "this is a fault of the program; please report it")
