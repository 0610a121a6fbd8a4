"""The start of a keeper: a process of its own, which outlives the command that starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Self

from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.shapes import plain, rebuilt
from groundrules.vault.keeper.wire import receive, send, send_bytes

if TYPE_CHECKING:
    from groundrules.vault.keeper.charge import Charge

_MODULE = "groundrules.vault.keeper"
_PATIENCE = 30.0
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""Who forks has one thread: a lock that another holds would stay locked in the child for ever."""


class Starting:
    """A keeper that loads what it needs, and waits for what opens the vault.

    Use it in a `with`: where nothing was handed over, the keeper ends with it.
    """

    def __init__(self, charge: Charge) -> None:
        """Start it, and tell it what it is to keep.

        Raises:
            BadInput: no process can be started.
        """
        self._charge = charge
        self._line, theirs = socket.socketpair()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                [sys.executable, "-P", "-m", _MODULE, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd="/",
                umask=0o077,
                env={**os.environ, **_ONE_THREAD},
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        except OSError as error:
            self._line.close()
            raise self._failed(f"cannot be started ({error.strerror})") from None
        finally:
            theirs.close()
        self._line.settimeout(_PATIENCE)
        send(self._line, {"charge": plain(charge)})

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up; a keeper that has nothing yet ends."""
        self._line.close()
        self._process.wait(_PATIENCE)

    def hand_over(self, secret: bytes | bytearray) -> int:
        """Hand over what opens the vault; return the number of the keeper's process.

        Raises:
            BadInput: the keeper does not come to listen.
        """
        try:
            send_bytes(self._line, secret)
            message = receive(self._line)
        except OSError:
            message = None
        if message is None:
            raise self._failed("ended before it listened")
        if "fault" in message:
            raise BadInput(*rebuilt(list[Fault], message["fault"]))
        return int(message["is"])

    def _failed(self, what: str) -> BadInput:
        remedy = "look at the memory and the processes that are left to you, and try again"
        return BadInput(Fault(self._charge.folder, f"the keeper of the vault {what}", remedy))
