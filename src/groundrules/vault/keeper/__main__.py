"""`python -m groundrules.vault.keeper DESCRIPTOR`: the process that `starting.start` starts.

The descriptor is one end of a pair of sockets. Over it come the charge, and later what opens the
vault; back go one message when the keeper listens, or what is wrong. There is no other way to tell
it anything, so that its command line and its environment say nothing.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from contextlib import suppress
from importlib import import_module

from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.charge import Charge
from groundrules.vault.keeper.shapes import plain, rebuilt
from groundrules.vault.keeper.wire import receive, receive_bytes, send

_OWN = ("ctypes", "groundrules.vault.keeper.keeping", "groundrules.vault.keeper.meeting_place")
_UNLOCKED_ALREADY = "the vault is unlocked already"


def main(descriptor: int) -> None:
    """Become a keeper: this process ends at once, and a child of it, which nobody owns, goes on."""
    if os.fork():
        os._exit(0)
    os.umask(0o077)
    with socket.socket(fileno=descriptor) as line, suppress(OSError):
        try:
            _keep(line)
        except BadInput as error:
            send(line, {"fault": plain(list(error.faults))})


def _keep(line: socket.socket) -> None:
    told = receive(line)
    if told is None:
        return
    charge: Charge = rebuilt(Charge, told["charge"])
    weaknesses = _prepared(charge)
    secret = receive_bytes(line)
    if secret is None:
        return  # nobody could open the vault
    from pathlib import Path  # noqa: PLC0415 - seldom gets here before the secret

    from groundrules.vault.keeper.keeping import Keeper  # noqa: PLC0415 - likewise
    from groundrules.vault.keeper.meeting_place import place_to_keep  # noqa: PLC0415 - likewise

    place = place_to_keep(Path(charge.folder), os.environ)
    if place.locked() is None:
        remedy = "ask again; `groundrules vault status` says until when"
        raise BadInput(Fault(charge.folder, _UNLOCKED_ALREADY, remedy))
    keeper = Keeper(charge, secret, place, weaknesses)
    send(line, {"is": os.getpid()})
    line.close()
    keeper.keep()


def _prepared(charge: Charge) -> tuple[str, ...]:
    """Load what children need while a passphrase is being typed, and protect the memory."""
    weaknesses = _hardened()
    operations = import_module(charge.operations)
    for module in (*_OWN, charge.opener.partition(":")[0], *operations.PRELOADED):
        import_module(module)
    gc.collect()
    gc.freeze()  # or every child would copy what it only looks at
    return weaknesses


def _hardened() -> tuple[str, ...]:
    from groundrules.keys.hygiene import harden  # noqa: PLC0415 - after the fork

    return tuple(harden())


if __name__ == "__main__":
    main(int(sys.argv[1]))
