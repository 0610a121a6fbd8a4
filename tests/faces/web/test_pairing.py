"""A phone over the network: TLS with a fingerprint to compare, and a code that counts once."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import ssl
from contextlib import suppress
from pathlib import Path

import httpx2 as httpx
import pytest

from groundrules.errors import BadInput
from groundrules.faces.web.pairing import code_picture, listening_for_phone
from groundrules.faces.web.seat import Seat
from groundrules.faces.web.sessions import PAIRED
from served import empty_office

__all__ = ["empty_office"]

HERE = "127.0.0.1"


@pytest.fixture
def phone(empty_office):
    """Give an office that listens for a phone, and a phone that nobody has let in."""
    with listening_for_phone(empty_office.seat, HERE):
        base = empty_office.seat.pairing.removesuffix("/pair/")
        trusting = ssl.create_default_context(cadata=certificate_of(base))
        with httpx.Client(verify=trusting, base_url=base) as client:
            yield empty_office, client


def certificate_of(base):
    """Return the certificate that a server shows, PEM."""
    host, port = base.removeprefix("https://").split(":")
    return ssl.get_server_certificate((host, int(port)))


def open_files():
    """Return what this process has open, by name."""
    found = []
    for one in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # the one with which the folder is read
            found.append(str(one.readlink()))
    return found


def paired(office, client):
    """Let the phone in."""
    return client.get(f"/pair/{office.seat.sessions.ticket(PAIRED)}")


def test_whoever_was_not_let_in_gets_a_status_and_nothing_else(phone):
    _, client = phone
    paths = ["/", "/unlock", "/health", "/static/app.css", "/api/v1/openapi.json", "/api/v1/health"]
    paths += ["/settings/phone", "/settings/phone/picture", "/pair/", "/pair/0000", "/nowhere"]
    answers = [client.get(path) for path in paths]

    assert {(401, b"")} == {(answer.status_code, answer.content) for answer in answers}


def test_nobody_posts_without_being_let_in(phone):
    _, client = phone
    headers = {"sec-fetch-site": "same-origin"}

    assert (401, b"") == (
        (answer := client.post("/lock", headers=headers)).status_code,
        answer.content,
    )


def test_the_start_address_of_this_machine_lets_nobody_in_from_the_network(phone):
    office, client = phone
    ticket = office.seat.sessions.ticket()

    assert 401 == client.get(f"/start/{ticket}").status_code
    assert 303 == office.client.get(f"/start/{ticket}", follow_redirects=False).status_code


def test_a_session_of_this_machine_is_none_for_the_network(phone):
    office, client = phone
    here = office.seat.sessions.enter(office.seat.sessions.ticket())
    port = client.base_url.port

    client.cookies.set(f"groundrules-{port}", here.key)

    assert office.seat.sessions.of(here.key) is here
    assert 401 == client.get("/unlock").status_code


def test_a_phone_comes_in_by_its_code_once(phone):
    office, client = phone
    code = office.seat.sessions.ticket(PAIRED)
    came = client.get(f"/pair/{code}")
    cookie = came.headers["set-cookie"]
    page = client.get("/settings/phone")
    with httpx.Client(verify=False, base_url=client.base_url) as other:
        again = other.get(f"/pair/{code}")

    assert (303, "/") == (came.status_code, came.headers["location"])
    assert {"httponly", "secure", "samesite=strict"} <= {
        part.strip().lower() for part in cookie.split(";")
    }
    assert 200 == page.status_code
    assert "and not from a paired device" in page.text
    assert 401 == again.status_code


def test_one_device_alone_is_in(phone):
    office, client = phone
    paired(office, client)
    assert 200 == client.get("/settings/phone").status_code
    with httpx.Client(verify=False, base_url=client.base_url) as other:
        paired(office, other)
        assert 200 == other.get("/settings/phone").status_code
        assert 401 == client.get("/settings/phone").status_code
        assert "The phone is sent away." in office.post("/settings/phone/unpair")
        assert 401 == other.get("/settings/phone").status_code


def test_another_name_for_the_address_is_refused(phone):
    office, client = phone
    paired(office, client)
    answer = client.get("/settings/phone", headers={"host": "elsewhere.example"})

    assert (401, b"") == (answer.status_code, answer.content)
    assert 200 == client.get("/settings/phone").status_code  # the control


def test_a_page_of_another_site_changes_nothing_through_the_phone(phone):
    office, client = phone
    paired(office, client)
    answer = client.post("/lock", headers={"sec-fetch-site": "cross-site"})

    assert 403 == answer.status_code
    assert not office.seat.is_locked


def test_the_fingerprint_shown_is_that_of_the_certificate(phone):
    office, client = phone
    pem = certificate_of(str(client.base_url).rstrip("/"))
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest().upper()
    office.do("/settings/phone")
    page = office.get("/settings/phone")
    shown = re.search(r'<code class="fingerprint">(.*?)</code>', page, re.DOTALL)[1]

    assert digest == re.sub(r"<[^>]+>|[:\s]", "", shown)


def test_an_older_protocol_is_refused(phone):
    _, client = phone
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    with (
        socket.create_connection((HERE, client.base_url.port)) as raw,
        pytest.raises(ssl.SSLError),
    ):
        context.wrap_socket(raw)


def test_the_code_is_a_picture_that_says_the_address(phone):
    office, client = phone
    assert 404 == office.client.get("/settings/phone/picture").status_code
    office.do("/settings/phone")
    data = office.data("/settings/phone")
    picture = office.client.get("/settings/phone/picture")

    assert data["code"].startswith(f"{str(client.base_url).rstrip('/')}/pair/")
    assert (5, True) == (data["minutes_left"], data["is_open"])
    assert ("image/svg+xml", "no-store") == (
        picture.headers["content-type"],
        picture.headers["cache-control"],
    )
    assert code_picture(data["code"]) == picture.content
    assert code_picture(data["code"] + "x") != picture.content
    assert b"style=" not in picture.content


def test_no_file_gets_the_key_while_it_listens(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    seat = Seat(tmp_path / "office.vault", None, hosts={"127.0.0.1:1"})
    with listening_for_phone(seat, HERE):
        assert seat.pairing.startswith("https://127.0.0.1:")
        assert [] == [name for name in open_files() if "memfd:groundrules" in name]
        assert [] == list(tmp_path.rglob("*"))
    assert ("", "") == (seat.pairing, seat.sessions.fingerprint)
    assert {"127.0.0.1:1"} == seat.hosts


def test_the_key_passes_through_a_file_of_its_own_where_there_is_no_other_way(
    tmp_path, monkeypatch
):
    from groundrules.faces.web import pairing  # noqa: PLC0415 - what lies below is looked at

    monkeypatch.delattr(os, "memfd_create")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pairing._passing_file(b"enciphered") as path:  # noqa: SLF001 - likewise
        mode = Path(path).stat().st_mode & 0o777
        assert (0o600, b"enciphered") == (mode, Path(path).read_bytes())
    assert [] == list(tmp_path.rglob("*"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("203.0.113.9", "does not have"),
        ("0.0.0.0", "more than one"),  # noqa: S104 - it is refused
        ("::", "more than one"),
        ("224.0.0.1", "more than one"),
        ("localhost", "no address"),
        ("192.168.1", "no address"),
    ],
)
def test_only_an_address_of_this_machine_is_listened_at(tmp_path, address, words):
    seat = Seat(tmp_path / "office.vault", None)
    with pytest.raises(BadInput, match=words), listening_for_phone(seat, address):
        pass
    assert "" == seat.pairing
