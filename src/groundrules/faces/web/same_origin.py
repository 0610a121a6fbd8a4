"""Where a request comes from: only this server's own pages may change anything.

A browser says where a request began (Fetch Metadata, `Sec-Fetch-Site`; or else `Origin`). No other
program may be led to send one of these by a page that somebody happens to look at, so that a check
of the two needs no token in every form. A host that is not ours is refused, too, or else a name
that somebody points at this machine would make its pages our own (DNS rebinding).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.requests import HTTPConnection

SAFE = frozenset({"GET", "HEAD"})


def is_our_host(request: HTTPConnection, hosts: Collection[str]) -> bool:
    """Tell whether a request is for one of the names under which this server is reached."""
    return request.headers.get("host", "").lower() in hosts


def is_same_origin(request: HTTPConnection) -> bool:
    """Tell whether a request that changes something began on one of our own pages."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin", "")
    host = request.headers.get("host", "")
    return bool(host) and origin.lower() == f"{request.url.scheme}://{host}".lower()
