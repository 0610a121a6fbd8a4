"""Pairing: one phone of one's own is let in over the network, by TLS and a code that counts once.

A second listener takes connections at one address of this machine. Whoever comes without a code, or
without the session that a code has begun, is answered with a status and nothing else.
"""

from __future__ import annotations

import io
import os
import socket
import ssl
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from starlette.requests import Request
from starlette.responses import Response

from groundrules.errors import BadInput, Fault
from groundrules.faces.web.answering import cookie_name, seated
from groundrules.faces.web.app import application
from groundrules.faces.web.headers import headers_of
from groundrules.faces.web.same_origin import is_our_host
from groundrules.faces.web.sessions import PAIRED
from groundrules.keys.certificate import own_certificate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from ipaddress import IPv4Address

    from starlette.types import ASGIApp, Receive, Scope, Send

    from groundrules.faces.web.seat import Seat
    from groundrules.keys.certificate import OwnCertificate

PAIR = "/pair/"
_UNTIL_STARTED = 10.0
_TURN = 0.01


@contextmanager
def listening_for_phone(seat: Seat, address: str) -> Iterator[None]:
    """Listen at an address of this machine for a paired phone, until the end.

    Args:
        seat: it learns under which address, and by which fingerprint, a phone finds it.
        address: one of this machine's own.

    Raises:
        BadInput: it is no address, stands for several, or is not this machine's.
    """
    own = _own_address(address)
    with _listening(own, _port_beside(seat)) as listener:
        certificate = own_certificate(own, datetime.now(UTC))
        host = f"{_in_url(own)}:{listener.getsockname()[1]}"
        seat.hosts.add(host)
        seat.pairing = f"https://{host}{PAIR}"
        seat.sessions.fingerprint = certificate.fingerprint
        server = uvicorn.Server(_config(seat, host, certificate))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            _wait_for(server, thread)
            yield
        finally:
            server.should_exit = True
            thread.join()
            seat.hosts.discard(host)
            seat.pairing = seat.sessions.fingerprint = ""
            seat.sessions.unpair()


class PairedOnly:
    """Lets the paired phone through to an application, and whoever brings the code; nobody else."""

    def __init__(self, app: ASGIApp, seat: Seat, host: str) -> None:
        """Stand before an application.

        Args:
            app: the application.
            seat: whose sessions count.
            host: the only address, with its port, under which this is reached.
        """
        self._app, self._seat, self._host = app, seat, host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] != "http":
            return
        request = Request(scope)
        session = self._seat.sessions.of(request.cookies.get(cookie_name(request), ""))
        if is_our_host(request, {self._host}) and session and session.device == PAIRED:
            await self._app(scope, receive, send)
        else:
            await self._entered(request)(scope, receive, send)

    def _entered(self, request: Request) -> Response:
        path = request.url.path
        if is_our_host(request, {self._host}) and path.startswith(PAIR) and request.method == "GET":
            session = self._seat.sessions.enter(path.removeprefix(PAIR), PAIRED)
            if session:
                self._seat.used()
                return seated(session, request, "/")
        return Response(status_code=401, headers=headers_of(is_ours=False))


def code_picture(text: str) -> bytes:
    """Return a text as a QR picture, SVG: dark on white, whatever the page around it looks like."""
    import segno  # noqa: PLC0415 - seldom

    picture = io.BytesIO()
    code = segno.make_qr(text, error="m")
    code.save(picture, kind="svg", omitsize=True, border=4, dark="#000000", light="#ffffff")
    return picture.getvalue()


def _own_address(text: str) -> IPv4Address | IPv6Address:
    try:
        found = ip_address(text)
    except ValueError:
        raise _refused("this is no address", text) from None
    if found.is_unspecified or found.is_multicast:
        raise _refused("this address stands for more than one", text)
    return found


def _refused(message: str, text: str) -> BadInput:
    remedy = "name one that this machine has in your network, such as 192.168.1.20"
    return BadInput(Fault(f"--lan {text}", message, remedy))


def _listening(address: IPv4Address | IPv6Address, port: int) -> socket.socket:
    family = socket.AF_INET6 if isinstance(address, IPv6Address) else socket.AF_INET
    for wanted in (port, 0):
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        with suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((str(address), wanted))
            return listener
        listener.close()
    raise _refused("this machine does not have this address", str(address))


def _port_beside(seat: Seat) -> int:
    """Return the port after the one on which this machine's own browser is served; 0 for any."""
    ports = [int(host.rpartition(":")[2]) for host in seat.hosts]
    return max(ports) + 1 if ports and max(ports) < 0xFFFF else 0  # noqa: PLR2004 - the last port


def _in_url(address: IPv4Address | IPv6Address) -> str:
    return f"[{address}]" if isinstance(address, IPv6Address) else str(address)


def _config(seat: Seat, host: str, certificate: OwnCertificate) -> uvicorn.Config:
    return uvicorn.Config(
        PairedOnly(application(seat), seat, host),
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",  # the other listener looks whether anybody is there
        timeout_graceful_shutdown=3,
        ssl_context_factory=lambda _config, _usual: _context(certificate),
    )


def _context(certificate: OwnCertificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with _passing_file(certificate.certificate + certificate.key) as path:
        context.load_cert_chain(path, password=lambda: certificate.passphrase)
    return context


@contextmanager
def _passing_file(content: bytes) -> Iterator[str]:
    """Give a path to some bytes for a library that reads only files; in memory where that can be.

    Elsewhere it is a file that its owner alone can read, and that goes at once. The key in it is
    enciphered with a passphrase that stands nowhere.
    """
    if hasattr(os, "memfd_create"):
        with os.fdopen(os.memfd_create("groundrules", os.MFD_CLOEXEC), "wb") as file:
            file.write(content)
            file.flush()
            yield f"/proc/self/fd/{file.fileno()}"
        return
    descriptor, path = tempfile.mkstemp(prefix="groundrules-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        yield path
    finally:
        Path(path).unlink()


def _wait_for(server: uvicorn.Server, thread: threading.Thread) -> None:
    until = time.monotonic() + _UNTIL_STARTED
    while not server.started:
        if not thread.is_alive() or time.monotonic() > until:
            raise BadInput(Fault("--lan", "nothing can be served there", "name another address"))
        time.sleep(_TURN)
