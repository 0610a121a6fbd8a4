"""The keeper: it holds what opens one vault, and forks a child for whoever asks.

It never reads what is asked and never sees an answer: a child does both. So its memory holds the
keys, the program, and nothing that the vault holds. It ends when nobody has asked for a while, when
it is told to, and when its socket or the vault's folder is gone; what opens the vault is
overwritten first. Children end with it: at once, or when what they are doing is done, or after
two seconds.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from groundrules.vault.keeper.child import LOCK, Inheritance, be_the_child
from groundrules.vault.keeper.clock import Moment
from groundrules.vault.keeper.door import Keeping
from groundrules.vault.keeper.peers import is_same_user

if TYPE_CHECKING:
    from groundrules.vault.keeper.charge import Charge
    from groundrules.vault.keeper.meeting_place import MeetingPlace

MOST_CHILDREN = 32
"""How many connections are answered at once; further ones wait."""

LOOK_ROUND_SECONDS = 2.0
"""How often the keeper looks at the clock and at its socket, where nothing wakes it."""

GRACE_SECONDS = 2.0
"""How long a child may go on with what it is doing when the vault is locked."""

_WAITING = 128
_ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Keeper:
    """One vault's keeper, from its first moment to its last."""

    def __init__(
        self, charge: Charge, secret: bytearray, place: MeetingPlace, weaknesses: tuple[str, ...]
    ) -> None:
        """Listen. `place` is locked by whoever calls, and its socket is then the keeper's.

        Raises:
            OSError: one cannot listen there.
        """
        self._charge = charge
        self._secret = secret
        self._weaknesses = weaknesses
        self._place = place
        self._since = self._used = Moment.now()
        self._children: set[int] = set()
        self._told = False
        self._reports, self._reporting = os.pipe()
        self._life, self._living = os.pipe()
        self._listener = _listening(place)
        self._identity = place.identity()
        for end in (self._reports, self._reporting):
            os.set_blocking(end, False)

    def keep(self) -> None:
        """Answer until the vault is to be locked; then leave nothing behind but this process."""
        _wake_on_signals(self._reporting, self._on_signal)
        try:
            while not self._is_over():
                self._look_round()
        finally:
            self._end()

    def _on_signal(self, number: int, _frame: object) -> None:
        self._told = self._told or number in _ENDING

    def _is_over(self) -> bool:
        return (
            self._told
            or self._seconds_left() <= 0
            or self._place.identity() != self._identity
            or not os.path.isdir(self._charge.folder)  # noqa: PTH112 - unlike Path's own, it never raises
        )

    def _seconds_left(self) -> float:
        return self._charge.minutes * 60 - self._used.until(Moment.now())

    def _look_round(self) -> None:
        """Wait for a connection, a report or a child's end, and see to it."""
        awaited: list[int | socket.socket] = [self._reports]
        if len(self._children) < MOST_CHILDREN:
            awaited.append(self._listener)
        patience = max(0.0, min(self._seconds_left(), LOOK_ROUND_SECONDS))
        ready, _, _ = select.select(awaited, [], [], patience)
        if self._reports in ready:
            self._hear()
        self._reap()
        if self._listener in ready and not self._is_over():
            self._receive()

    def _hear(self) -> None:
        """Hear what children report; what signals write here as well only wakes the keeper."""
        heard = os.read(self._reports, 1 << 12)
        self._told = self._told or LOCK in heard
        if set(heard) - _SIGNAL_BYTES:
            self._used = Moment.now()

    def _reap(self) -> None:
        while self._children:
            try:
                child, _ = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                self._children.clear()
                return
            if not child:
                return
            self._children.discard(child)

    def _receive(self) -> None:
        """Accept a connection and leave it to a child."""
        try:
            connection, _ = self._listener.accept()
        except OSError:
            return  # whoever knocked is gone
        with connection:
            if is_same_user(connection):
                self._used = Moment.now()
                self._fork(connection)

    def _fork(self, connection: socket.socket) -> None:
        inherited = Inheritance(
            self._charge, self._secret, self._keeping(), self._life, self._reporting
        )
        try:
            child = os.fork()
        except OSError:
            return  # no room for another process: the connection is closed, and can be made again
        if child:
            self._children.add(child)
            return
        signal.set_wakeup_fd(-1)
        for number in (*_ENDING, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        os.close(self._living)
        os.close(self._reports)
        self._listener.close()
        be_the_child(connection, inherited)

    def _keeping(self) -> Keeping:
        return Keeping(
            os.getpid(),
            self._since.wall,
            self._used.wall + self._charge.minutes * 60,
            self._charge.minutes,
            self._weaknesses,
        )

    def _end(self) -> None:
        if self._place.identity() == self._identity:
            self._place.clear()
        self._listener.close()
        self._secret[:] = bytes(len(self._secret))
        os.close(self._living)
        self._send_home(signal.SIGTERM)
        self._wait(GRACE_SECONDS)
        self._send_home(signal.SIGKILL)
        self._wait(GRACE_SECONDS)

    def _send_home(self, number: signal.Signals) -> None:
        for child in self._children:
            with suppress(ProcessLookupError):
                os.kill(child, number)

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        self._reap()
        while self._children and time.monotonic() < until:
            time.sleep(0.01)
            self._reap()


_SIGNAL_BYTES = frozenset((*map(int, _ENDING), int(signal.SIGCHLD)))


def _listening(place: MeetingPlace) -> socket.socket:
    place.clear()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(place.address)
        listener.listen(_WAITING)
    except OSError:
        listener.close()
        raise
    listener.settimeout(0)
    return listener


def _wake_on_signals(descriptor: int, handler: object) -> None:
    """Have signals end a wait at once: their numbers are written where the keeper reads."""
    signal.set_wakeup_fd(descriptor, warn_on_full_buffer=False)
    for number in (*_ENDING, signal.SIGCHLD):
        signal.signal(number, handler)  # type: ignore[arg-type]
