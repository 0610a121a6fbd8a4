"""Messages between a command and its keeper: a length of four bytes, and so many bytes of JSON.

A message is an object. A request is `{"do": name, "with": {...}, "version": "0.7.0"}`; what comes
back is any number of `{"progress": [done, of]}`, and then `{"is": ...}` or `{"fault": [...]}`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from socket import socket

LIMIT = 1 << 28
"""The most bytes of one message."""

_LENGTH = 4
_AT_ONCE = 1 << 18

Message = dict[str, Any]


class Garbled(ConnectionError):  # noqa: N818 - it says what the message is
    """A message that ends too early, is too long, or is no object. It quotes nothing of it."""


def send(connection: socket, message: Mapping[str, object]) -> None:
    """Send one message.

    Raises:
        Garbled: it is longer than LIMIT; nothing of it was sent.
        OSError: the other end is gone.
    """
    send_bytes(connection, json.dumps(message, separators=(",", ":")).encode())


def send_bytes(connection: socket, content: bytes | bytearray) -> None:
    """Send bytes behind their length; raises as `send`."""
    if len(content) > LIMIT:
        raise Garbled("the message is too long")
    connection.sendall(len(content).to_bytes(_LENGTH, "big"))
    connection.sendall(content)


def receive(connection: socket) -> Message | None:
    """Return the next message; None where the other end hung up before one began.

    Raises:
        Garbled: it ends too early, is too long, or is no object.
        OSError: the connection broke, or nothing came for as long as the socket waits.
    """
    content = receive_bytes(connection)
    if content is None:
        return None
    try:
        message = json.loads(content)
    except (ValueError, RecursionError):
        raise Garbled("the message is no JSON") from None
    if not isinstance(message, dict):
        raise Garbled("the message is no object")
    return message


def receive_bytes(connection: socket) -> bytearray | None:
    """Return the bytes behind the next length; raises as `receive`.

    They stand in one place of memory, so that a secret among them can be overwritten.
    """
    head = bytearray(_LENGTH)
    if not _filled(connection, head):
        return None
    length = int.from_bytes(head, "big")
    if length > LIMIT:
        raise Garbled("the message is too long")
    content = bytearray(length)
    if not _filled(connection, content):
        raise Garbled("the message ends too early")
    return content


def _filled(connection: socket, space: bytearray) -> bool:
    """Fill a space from a connection; False where the other end hung up before the first byte."""
    view, filled = memoryview(space), 0
    while filled < len(space):
        more = connection.recv_into(view[filled : filled + _AT_ONCE])
        if not more and filled:
            raise Garbled("the message ends too early")
        if not more:
            return False
        filled += more
    return True
