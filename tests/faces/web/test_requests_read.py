"""What a request is read as, and what is refused of it."""

from __future__ import annotations

import base64
import tempfile

import pytest
from own_routes import routes
from starlette.applications import Starlette
from starlette.routing import Route as Way
from starlette.testclient import TestClient

from groundrules.faces.web.answering import endpoint
from groundrules.faces.web.asking import LARGEST
from groundrules.faces.web.seat import Seat
from served import HOST, OURS


@pytest.fixture
def client(tmp_path):
    seat = Seat(tmp_path / "none.vault", None, hosts={HOST})
    ways = [
        Way(base + route.path, endpoint(seat, route, is_api=bool(base)), methods=[route.method])
        for base in ("", "/api/v1")
        for route in sorted(routes.all, key=lambda one: "{" in one.path)
    ]
    with TestClient(Starlette(routes=ways), base_url=f"http://{HOST}", headers=OURS) as found:
        yield found


@pytest.mark.parametrize(
    ("query", "says"),
    [("", "7 3 "), ("?many=5", "7 5 "), ("?kinds=a", "7 3 a"), ("?kinds=a&kinds=b", "7 3 a,b")],
)
def test_a_query_is_read_with_its_defaults(client, query, says):
    assert client.get(f"/things/7{query}").json() == {"says": says}


@pytest.mark.parametrize("query", ["?many=0", "?many=10", "?many=x"])
def test_a_query_outside_its_bounds_is_refused_with_its_place(client, query):
    answer = client.get(f"/things/7{query}")
    assert answer.status_code == 400
    assert answer.json()["faults"][0]["place"] == "query.many"


def test_a_part_of_a_path_that_can_be_none_is_nowhere(client):
    assert client.get("/things/seven").status_code == 404


def test_a_form_and_a_document_are_read_alike(client):
    form = client.post("/things/7", data={"purpose": "to ask", "kinds": ["a", "b"], "hours": "3"})
    sent = {"purpose": "to ask", "kinds": ["a", "b"], "hours": 3}
    assert form.json() == client.post("/api/v1/things/7", json=sent).json()
    assert form.json() == {"says": "7 to ask a,b 3"}


def test_one_box_that_is_ticked_is_a_list_of_one(client):
    answer = client.post("/things/7", data={"purpose": "to ask", "kinds": "a"})
    assert answer.json() == {"says": "7 to ask a 24"}


def test_what_was_left_empty_counts_as_left_out(client):
    answer = client.post("/things/7", data={"purpose": "to ask", "hours": ""})
    assert answer.json() == {"says": "7 to ask  24"}


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({}, "form"),
        ({"purpose": "no"}, "form.purpose"),
        ({"purpose": 5}, "form.purpose"),
        ({"purpose": "to ask", "hours": "3"}, "form.hours"),
        ({"purpose": "to ask", "kinds": [1]}, "form.kinds[0]"),
    ],
)
def test_a_document_that_does_not_fit_is_refused_without_quoting_it(client, sent, place):
    answer = client.post("/api/v1/things/7", json=sent)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["faults"][0]["place"] == place


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"null", b"[" * 5000])
def test_what_is_no_object_is_refused(client, content):
    headers = {"content-type": "application/json"}
    answer = client.post("/api/v1/things/7", content=content, headers=headers)
    assert answer.status_code == 400


def test_the_interface_takes_documents_alone(client):
    assert client.post("/api/v1/things/7", data={"purpose": "to ask"}).status_code == 415


def test_a_file_comes_in_a_form_or_a_document(client):
    content = bytes(range(256)) * 9000
    form = client.post("/files", files={"upload": ("../../notes/talk.vtt", content)})
    sent = {"upload": {"name": "talk.vtt", "content": base64.b64encode(content).decode()}}
    assert form.json() == {"says": f"talk.vtt {len(content)}"}
    assert client.post("/api/v1/files", json=sent).json() == form.json()


def test_a_file_may_be_left_out_where_the_route_says_so(client):
    sent = {"purpose": "to ask"}
    assert client.post("/files/perhaps", data=sent).json() == {"says": "to ask -"}
    assert client.post("/files", data=sent).status_code == 400


def test_no_file_ever_reaches_a_disk(client, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened on the disk")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with (
        tempfile.SpooledTemporaryFile(max_size=10) as spooled,
        pytest.raises(AssertionError),  # the control: a larger file does reach it by itself
    ):
        spooled.write(b"longer than that")
    content = b"words" * (3 << 20)
    answer = client.post("/files", files={"upload": ("talk.txt", content)})
    assert answer.json() == {"says": f"talk.txt {len(content)}"}


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client):
    headers = {"content-type": "application/json", "content-length": str(LARGEST + 1)}
    assert client.post("/api/v1/files", content=b"{}", headers=headers).status_code == 413


def test_a_body_that_does_not_say_how_large_it_is_is_refused_when_it_is_too_large(client):
    parts = (b" " * (1 << 20) for _ in range(LARGEST // (1 << 20) + 1))
    headers = {"content-type": "application/json"}
    assert client.post("/api/v1/files", content=parts, headers=headers).status_code == 413


def test_faults_come_with_their_place_and_remedy(client):
    answer = client.post("/wrong", data={"how": "input"})
    assert answer.status_code == 422
    fault = {"place": "draft.md", "message": "it has no end", "remedy": "write one"}
    assert answer.json()["faults"] == [{**fault, "line": 3, "column": 4}]
    assert client.post("/wrong", data={"how": "nowhere"}).status_code == 404


def test_an_error_of_the_program_says_where_and_never_what(client, capsys):
    answer = client.post("/wrong", data={"how": "else"})
    assert answer.status_code == 500
    said = capsys.readouterr().err
    assert "ZeroDivisionError at own_routes.py:" in said
    assert "canary" not in said + answer.text


def test_what_needs_a_seat_is_refused_to_those_without(client):
    assert client.post("/api/v1/wrong/x", json={}).status_code == 401


def test_a_file_is_saved_under_a_name_of_ours(client):
    answer = client.get("/file")
    assert answer.content == b"content"
    assert answer.headers["content-disposition"] == 'attachment; filename="report.txt"'
