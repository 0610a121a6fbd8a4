"""How long a page takes: the first one after the start, and then each, beside the emptiest answer.

The invented newsroom is served by this process on a free port, and asked over one connection. A
page's time is the server's and the connection's together, without a browser. The ratio is to
`/health`, which answers nothing, so that figures of two machines can be compared.

    python benchmarks/web.py [ROUNDS]
"""

from __future__ import annotations

import http.client
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from every_page import Shown, every_page
from furnished import furnished
from served import HOST, listening, office_at

MUST, FIRST = 100.0, 500.0
"""Milliseconds: of a page, at the median; and of the first one once it is serving."""


class Browser:
    """One connection that came in."""

    def __init__(self, address: str, ticket: str) -> None:
        """Come in by a ticket."""
        self._connection = http.client.HTTPConnection(address.removeprefix("http://"))
        self._connection.request("GET", f"/start/{ticket}")
        answer = self._connection.getresponse()
        answer.read()
        self._cookie = answer.headers["set-cookie"].split(";")[0]

    def time_of(self, path: str) -> float:
        """Return how many milliseconds pass until a page has been read.

        Raises:
            RuntimeError: it is not there.
        """
        begun = time.perf_counter()
        self._connection.request("GET", path, headers={"cookie": self._cookie})
        answer = self._connection.getresponse()
        answer.read()
        if answer.status != 200:  # noqa: PLR2004 - HTTP's number
            raise RuntimeError(f"{path}: {answer.status}")
        return (time.perf_counter() - begun) * 1000


def main() -> int:
    """Print the figures; return 1 where one is not met."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with (
        tempfile.TemporaryDirectory() as folder,
        furnished(Path(folder)) as seat,
        listening(seat) as address,
    ):
        browser = Browser(address, seat.sessions.ticket())
        first = browser.time_of("/")
        seat.hosts.add(HOST)
        with office_at(seat) as office:
            pages = [one for one in every_page(office) if one.form is None]
            browser = Browser(address, seat.sessions.ticket())  # the first one has hung up by now
            return _told(first, _measured(browser, pages, rounds))


def _measured(browser: Browser, pages: list[Shown], rounds: int) -> dict[str, list[float]]:
    paths = {"/health": "/health", **{one.route.path: one.path for one in pages}}
    for path in paths.values():
        browser.time_of(path)
    return {
        name: sorted(browser.time_of(path) for _ in range(rounds)) for name, path in paths.items()
    }


def _told(first: float, times: dict[str, list[float]]) -> int:
    bare = statistics.median(times["/health"])
    slow = []
    print(f"first page after the start: {first:.0f} ms (must be {FIRST:.0f} at most)")
    print(f"{'p50 ms':>8} {'p95 ms':>8} {'x health':>9}  page")
    for name, some in sorted(times.items(), key=lambda one: -statistics.median(one[1])):
        middle, late = statistics.median(some), some[int(len(some) * 0.95) - 1]
        print(f"{middle:8.1f} {late:8.1f} {middle / bare:9.1f}  {name}")
        if middle > MUST:
            slow.append(name)
    print(f"{len(times) - 1} pages; {len(slow)} take more than {MUST:.0f} ms at the median")
    return 1 if slow or first > FIRST else 0


if __name__ == "__main__":
    sys.exit(main())
