"""A served vault for tests: the application itself before a real vault and its keeper.

`office` asks without a network, as a browser would whose session has begun. `served` listens on a
free port of this machine, for Chromium.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from groundrules.config.settings import settle
from groundrules.desk.setup.example_newsroom import example_folder
from groundrules.desk.vaults.moves import import_records
from groundrules.faces.web.app import application
from groundrules.faces.web.seat import Seat
from kept_vault import kept
from vault_fixtures import CHEAP, passphrase_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "127.0.0.1:8742"
OURS = {"sec-fetch-site": "same-origin"}
"""What a browser says of a request that began on one of our pages."""


@dataclass
class Office:
    """A seat before an unlocked vault, and a browser that came in.

    `get` and `post` ask for pages and follow where they lead; `data` and `do` ask for JSON.
    """

    seat: Seat
    client: TestClient
    passphrase: str

    def get(self, path: str, **more: Any) -> str:
        """Return the page at an address, which must be there."""
        answer = self.client.get(path, **more)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[-2000:])
        return answer.text

    def post(self, path: str, form: dict[str, Any] | None = None, **more: Any) -> str:
        """Do an act as a page's form does, and return the page that it leads to."""
        answer = self.client.post(path, data=form or {}, headers=OURS, **more)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[-2000:])
        return answer.text

    def data(self, path: str, **more: Any) -> Any:
        """Return the JSON of a page."""
        answer = self.client.get(f"/api/v1{path}", **more)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[-2000:])
        return answer.json()

    def do(self, path: str, document: dict[str, Any] | None = None) -> Any:
        """Do an act by JSON, and return its answer."""
        answer = self.client.post(f"/api/v1{path}", json=document or {}, headers=OURS)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[-2000:])
        return answer.json()


@contextlib.contextmanager
def seated(
    folder: Path, patch: pytest.MonkeyPatch, *, with_records: bool = True, **room: Any
) -> Iterator[Seat]:
    """Give a seat before a real vault, unlocked, with the records of the invented newsroom."""
    with kept(folder, patch, **room) as found:
        if with_records:
            import_records(found.folder, [str(example_folder() / "records")], lambda _d, _o: None)
        settings = settle(example_folder(), {"records": (str(found.folder),)}, os.environ)
        seat = Seat(found.folder, settings, hosts={HOST}, stretching=CHEAP)
        seat.unlocked()
        try:
            yield seat
        finally:
            seat.lock()


@contextlib.contextmanager
def office_at(seat: Seat, passphrase: str = "") -> Iterator[Office]:
    """Give the office of a seat."""
    with TestClient(application(seat), base_url=f"http://{HOST}") as client:
        client.get(f"/start/{seat.sessions.ticket()}")
        yield Office(seat, client, passphrase or passphrase_of("Ana"))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Give an office with the records of the invented newsroom."""
    with seated(tmp_path, monkeypatch) as seat, office_at(seat) as found:
        yield found


@pytest.fixture
def empty_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Give an office in whose vault there is nothing yet."""
    with seated(tmp_path, monkeypatch, with_records=False) as seat, office_at(seat) as found:
        yield found


@contextlib.contextmanager
def listening(seat: Seat) -> Iterator[str]:
    """Serve a seat on a free port of this machine; give the address, without a path."""
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{listener.getsockname()[1]}"
        seat.hosts = {host}
        config = uvicorn.Config(application(seat), log_config=None, access_log=False, lifespan="on")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        try:
            yield f"http://{host}"
        finally:
            server.should_exit = True
            thread.join(20)
