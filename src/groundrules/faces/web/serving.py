"""Serving: the program listens on this machine, and says under which address once."""

from __future__ import annotations

import os
import signal
import socket
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import uvicorn

from groundrules.config.settings import settle
from groundrules.desk.indexing.hastening import hasten
from groundrules.desk.records.find_records import vaults_in
from groundrules.desk.vaults.unlocking import is_unlocked
from groundrules.errors import BadInput, Fault
from groundrules.faces.web.app import application
from groundrules.faces.web.seat import Seat
from groundrules.vault.folder import is_vault
from groundrules.vault.keeper.charge import minutes_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.config.settings import Settings

HERE = "127.0.0.1"
_USUAL = "office.vault"


class Serving(NamedTuple):
    """How somebody wants it served.

    Attributes:
        vault: the folder; "" for the one that is here.
        is_demo: serve the invented newsroom.
        opens: is given the address; None to leave it to people.
        port: on which to listen; 0 for any.
        minutes: after how many without use it locks; None for as many as its keeper is told.
        lan: the address at which a phone is let in; "" for none.
    """

    vault: str = ""
    is_demo: bool = False
    opens: Callable[[str], object] | None = None
    port: int = 8742
    minutes: float | None = None
    lan: str = ""


def serve(wanted: Serving) -> None:
    """Serve until somebody ends it.

    Where the system ends it, or its terminal is closed, it cleans up as at ^C.

    Raises:
        BadInput: the port is taken, there are several vaults here, or the variable for the minutes
            is wrong.
    """
    minutes = minutes_from(os.environ) if wanted.minutes is None else wanted.minutes
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as `nohup` has it
            signal.signal(number, _leave)
    with ExitStack() as until_the_end:
        listener = until_the_end.enter_context(_listening(HERE, wanted.port))
        if wanted.is_demo:
            from groundrules.desk.setup.example_newsroom import example_vault  # noqa: PLC0415 - seldom

            _tell("setting up the invented newsroom")
            vault, settings = until_the_end.enter_context(example_vault())
        else:
            vault = _vault(wanted.vault)
            settings = _settings(vault)
        seat = Seat(vault, settings, minutes, is_demo=wanted.is_demo)
        port = listener.getsockname()[1]
        seat.hosts = {f"{name}:{port}" for name in (HERE, "localhost")}
        if is_vault(vault) and is_unlocked(vault):
            seat.unlocked()
        if wanted.lan:
            from groundrules.faces.web.pairing import listening_for_phone  # noqa: PLC0415 - seldom

            until_the_end.enter_context(listening_for_phone(seat, wanted.lan))
        address = f"http://{HERE}:{port}/start/{seat.sessions.ticket()}"
        _tell(f"open {address}", "this address counts once, in one browser; Ctrl-C ends it")
        if wanted.opens:
            wanted.opens(address)
        hasten()
        run(seat, listener)


def run(seat: Seat, listener: socket.socket) -> None:
    """Serve a seat on a socket until the process is told to end."""
    server = uvicorn.Server(
        uvicorn.Config(
            application(seat),
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="on",
            timeout_graceful_shutdown=3,
        )
    )
    server.run(sockets=[listener])


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def _listening(address: str, port: int) -> socket.socket:
    # With its protocol named, asyncio sends each answer at once (TCP_NODELAY), and not 40 ms later.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
        listener.listen()  # a browser that is quicker than the program waits
    except OSError as error:
        listener.close()
        message = f"the port {port} cannot be listened on ({error.strerror})"
        raise BadInput(Fault("--port", message, "name another one, or 0 for any")) from None
    return listener


def _vault(named: str) -> Path:
    if named:
        return Path(named).absolute()
    here = vaults_in(Path())
    if len(here) > 1:
        names = ", ".join(str(one) for one in here)
        message = f"there are {len(here)} vaults here"
        raise BadInput(Fault("VAULT", message, f"name one of them: {names}"))
    return (here[0] if here else Path(_USUAL)).absolute()


def _settings(vault: Path) -> Settings:
    return settle(vault.parent, {"records": (str(vault),)}, os.environ)


def _tell(*lines: str) -> None:
    for line in lines:
        print(f"groundrules: {line}", flush=True)  # noqa: T201 - before there is any page
