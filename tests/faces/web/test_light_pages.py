"""The light's routes: what they take, what they refuse, and that no word stands where none may."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from groundrules.desk.vaults.tapes import tape_content, tapes
from served import OURS, office_at, seated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from served import Office

CANARY = "marigold-canary"
WEB = Path(__file__).parents[3] / "web"
SHOWN = ("publish", "quote", "attribute", "pursue")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Give an office with the records of the invented newsroom."""
    folder = tmp_path_factory.mktemp("light")
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(folder, patch) as seat,
        office_at(seat) as found,
    ):
        yield found


@pytest.fixture
def talk(office: Office) -> str:
    """Give the stream of a talk that has begun."""
    begun = office.do("/light", {"outlet": "The Ledger Post", "policy": "ap"})
    return str(begun["talk"])


def act(number: int, kind: str, by: str, **more: Any) -> dict[str, Any]:
    """Return an act as the page sends it."""
    at = f"2099-11-03T14:00:{number:02}Z"
    return {"id": f"{number:032x}", "at": at, "kind": kind, "by": by, **more}


ASK = act(1, "ask", "S1", terms={"level": "off-the-record", "event": CANARY})
YES = act(2, "agree", "AR")


def test_a_talk_begins_and_its_page_is_lit(office: Office) -> None:
    page = office.client.post("/light", data={"policy": "ap"}, headers=OURS)

    assert re.search(r"/light/[0-9a-f]{32}\?keeps=device$", str(page.url))
    assert '<script src="/static/light.js" defer></script>' in page.text
    memory = office.client.post("/light", data={"memory": "true"}, headers=OURS)
    assert str(memory.url).endswith("?keeps=memory")


def test_acts_are_written_once(office: Office, talk: str) -> None:
    first = office.do(f"/light/{talk}/acts", {"acts": [ASK, YES]})
    again = office.do(f"/light/{talk}/acts", {"acts": [ASK, YES, act(3, "close", "AR")]})

    assert [ASK["id"], YES["id"]] == first["acts"]
    assert [*first["acts"], f"{3:032x}"] == again["acts"]
    assert (False, True) == (first["closed"], again["closed"])
    assert "on-terms" == again["state"]["stage"]
    assert again == office.data(f"/light/{talk}/record")
    assert again == office.data(f"/light/{talk}")["record"]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"acts": [ASK | {"id": "short"}]}, 400),
        ({"acts": [ASK | {"at": "2099-11-03T14:00:00"}]}, 400),
        ({"acts": [ASK | {"words": "a" * 5000}]}, 400),
        ({"acts": [ASK | {"terms": {"level": CANARY}}]}, 422),
        ({"acts": [ASK | {"terms": {"changes": {"publish": CANARY}}}]}, 422),
        ({"acts": [YES | {"kind": "release"}]}, 422),
        ({"acts": [YES | {"by": "S9"}]}, 422),
        ({}, 400),
    ],
)
def test_what_is_no_act_is_refused_without_a_word_of_it(
    office: Office, talk: str, wrong: dict[str, Any], status: int
) -> None:
    answer = office.client.post(f"/api/v1/light/{talk}/acts", json=wrong, headers=OURS)

    assert status == answer.status_code
    assert CANARY not in answer.text
    assert [] == office.data(f"/light/{talk}/record")["acts"]


def test_another_site_can_log_nothing(office: Office, talk: str) -> None:
    path = f"/light/{talk}/acts"
    answer = office.client.post(
        path, json={"acts": [YES]}, headers={"sec-fetch-site": "cross-site"}
    )

    assert 403 == answer.status_code
    assert [] == office.data(f"/light/{talk}/record")["acts"]


@pytest.mark.parametrize("path", ["", "/record"])
def test_a_talk_that_there_is_not_is_not_here(office: Office, path: str) -> None:
    assert 404 == office.client.get(f"/api/v1/light/{'0' * 32}{path}").status_code
    assert 404 == office.client.get(f"/api/v1/light/nothing{path}").status_code


def test_neither_page_nor_shell_has_a_word_of_the_talk(office: Office, talk: str) -> None:
    office.do(f"/light/{talk}/acts", {"acts": [ASK, YES]})

    assert CANARY in str(office.data(f"/light/{talk}"))  # the control: it is there to be told
    for address in ("/light/shell", f"/light/{talk}", "/light"):
        assert CANARY not in office.get(address)
    shell = office.get("/light/shell")
    assert talk not in shell
    name = office.seat.vault.name
    assert name not in shell


def test_talks_of_two_can_go_on_and_a_crowd_is_told_what_to_do(office: Office) -> None:
    offered = {one["talk"] for one in office.data("/light")["talks"]}
    every = {one["stream"] for one in office.data("/conversations")["conversations"]}
    answers = {talk: office.client.get(f"/api/v1/light/{talk}") for talk in every}

    lit = {talk for talk, answer in answers.items() if answer.status_code == 200}
    assert offered
    assert offered <= lit
    assert {422} == {answers[talk].status_code for talk in every - lit}
    assert all("the light is for two" in answers[talk].text for talk in every - lit)


def test_a_tape_is_kept_chunk_by_chunk(office: Office, talk: str) -> None:
    begun = {"mark": "a" * 32, "mime": "audio/webm;codecs=opus"}
    tape = office.do(f"/light/{talk}/tapes", begun)["tape"]
    assert tape == office.do(f"/light/{talk}/tapes", begun)["tape"]
    for _ in "twice":
        for number, content in enumerate((b"one", b"two")):
            path = f"/light/{talk}/tapes/{tape}/{number}/{number * 5000}"
            sent = {"upload": ("chunk", content)}
            assert 200 == office.client.post(path, files=sent, headers=OURS).status_code
    office.do(f"/light/{talk}/tapes/{tape}/marks", {"mark": "stopped", "at_ms": 9000})

    name = office.data("/light")["talks"]
    name = next(one["name"] for one in name if one["talk"] == talk)
    assert b"onetwo" == tape_content(office.seat.vault, tape)
    (found,) = tapes(office.seat.vault, name)
    assert (2, "stopped") == (found.chunks, found.marks[-1].mark)


def test_a_gap_on_a_tape_is_refused(office: Office, talk: str) -> None:
    begun = {"mark": "b" * 32, "mime": "audio/webm"}
    tape = office.do(f"/light/{talk}/tapes", begun)["tape"]
    path = f"/light/{talk}/tapes/{tape}/7/0"
    answer = office.client.post(path, files={"upload": ("chunk", b"late")}, headers=OURS)

    assert 422 == answer.status_code
    assert b"" == tape_content(office.seat.vault, tape)


def test_a_recording_is_of_sound(office: Office, talk: str) -> None:
    begun = {"mark": "c" * 32, "mime": "text/html"}
    answer = office.client.post(f"/api/v1/light/{talk}/tapes", json=begun, headers=OURS)

    assert 400 == answer.status_code


def test_without_script_the_page_says_what_holds(office: Office, talk: str) -> None:
    office.do(f"/light/{talk}/acts", {"acts": [ASK]})
    before = office.get(f"/light/{talk}")
    office.do(f"/light/{talk}/acts", {"acts": [YES]})
    after = office.get(f"/light/{talk}")

    told = [page.split("<noscript>")[1].split("</noscript>")[0] for page in (before, after)]
    assert "Not agreed yet: still on the record" in told[0]
    assert "off the record" in told[1]


def test_every_sentence_that_script_shows_is_in_the_page(office: Office) -> None:
    keys = set(re.findall(r'data-text="([^"]+)"', office.get("/light/shell")))
    sources = [one.read_text("utf-8") for one in sorted((WEB / "src" / "light").glob("*.ts"))]
    wanted = {key for text in sources for key in re.findall(r'texts\.of\(\s*"([^"]+)"', text)}
    table = office.data(f"/light/{office.do('/light')['talk']}")["table"]
    wanted |= {f"{axis}.{word}" for axis in SHOWN for word in table["axes"][axis]}

    assert len(wanted) > 40
    assert set() == wanted - keys


def test_no_place_of_a_sentence_is_left_to_the_server(office: Office) -> None:
    assert "%(" not in office.get("/light/shell")
