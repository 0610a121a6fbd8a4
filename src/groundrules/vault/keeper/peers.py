"""Who is at the other end of a socket: nobody but the same user is spoken with."""

from __future__ import annotations

import os
import socket
import struct

_CREDENTIALS = struct.Struct("3i")


def is_same_user(connection: socket.socket) -> bool:
    """Tell whether the process at the other end runs as the user that this one runs as.

    Linux tells who connected or listened (`SO_PEERCRED`, unix(7): process, user, group). Elsewhere
    the permissions of the folder alone keep others out, and it is taken to be the same.
    """
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return True
    told = connection.getsockopt(socket.SOL_SOCKET, option, _CREDENTIALS.size)
    return is_ours(_CREDENTIALS.unpack(told)[1], os.geteuid())


def is_ours(user: int, own: int) -> bool:
    """Tell whether a user's process is to be spoken with; not even that of the superuser is."""
    return user == own
