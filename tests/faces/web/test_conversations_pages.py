"""Conversations: begun, read, decided, put on terms, shared and taken out, by pages and by JSON."""

from __future__ import annotations

import base64
import re
from urllib.parse import urlsplit

import pytest

from conversation_room import recording
from served import OURS, office_at, seated

VTT = """WEBVTT

00:00:05.000 --> 00:00:09.000
<v Ana Ruiz>Where does the ferry contract stand?

00:00:21.000 --> 00:00:26.000
<v Tom Hale>Can we go off the record for a second?

00:00:26.500 --> 00:00:28.000
<v Ana Ruiz>Sure.

00:00:28.500 --> 00:00:41.000
<v Tom Hale>The second bidder was told the price.

00:00:42.000 --> 00:00:44.000
<v Ana Ruiz>Back on the record?

00:00:44.500 --> 00:00:46.000
<v Tom Hale>Fine.
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Give an office with the example records, one for all tests of this module."""
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(tmp_path_factory.mktemp("office"), patch) as seat,
        office_at(seat) as found,
    ):
        yield found


def stream(office, name):
    lines = office.data("/conversations")["conversations"]
    return next(line["stream"] for line in lines if line["name"] == name)


def begun(office, name, words):
    form = {"name": name, "party": ["AR", "S1"], "role": ["reporter", "source"], "words": words}
    return office.do("/conversations/new", {**form, "policy": "ap"})["talk"]


def brought(office, name):
    ticket = office.do("/conversations/import", {"text": VTT})["ticket"]
    speakers = [
        one["id"] for one in office.data(f"/conversations/import/{ticket}")["seen"]["speakers"]
    ]
    form = {"name": name, "speaker": speakers, "role": ["reporter", "source"], "cues": True}
    return office.do(f"/conversations/import/{ticket}", form)["talk"]


def seen(office, talk):
    return office.data(f"/conversations/{talk}")["seen"]


def statuses(office, talk):
    return [turn["status"] for turn in seen(office, talk)["turns"]]


def refused(office, path, document):
    answer = office.client.post(f"/api/v1{path}", json=document, headers=OURS)
    assert answer.status_code == 422, answer.text
    return answer.json()["faults"][0]["message"]


def test_the_list_shows_each_with_its_terms_and_what_is_open(office):
    page = office.get("/conversations")
    lines = {line["name"]: line for line in office.data("/conversations")["conversations"]}
    council = lines["council-2026-11-05"]
    assert (council["open"], council["may_read"], council["policy"]) == (1, "words", "ap")
    assert f'href="/conversations/{council["stream"]}"' in page
    assert "1 thing open" in page
    assert 'data-terms="off-the-record"' in page


@pytest.mark.parametrize("name", ["harbor-2026-11-03", "union-2026-11-04"])
@pytest.mark.parametrize("sub", ["", "/agreements", "/afterwards", "/readers", "/turns/2"])
def test_every_page_of_a_conversation_answers_and_its_title_says_nothing(office, name, sub):
    page = office.get(f"/conversations/{stream(office, name)}{sub}")
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]
    assert name not in title
    assert "Whitfield" not in page
    assert "Oyelaran" not in page


@pytest.mark.parametrize(
    "path", ["/conversations/{}", "/conversations/{}/turns/99", "/conversations/{}/heard/1"]
)
def test_what_is_not_there_is_not_there(office, path):
    unknown = path.format("0" * 32 if path.endswith("{}") else stream(office, "union-2026-11-04"))
    assert office.client.get(unknown).status_code == 404


def test_one_is_begun_by_hand(office):
    talk = begun(office, "by-hand", "AR: Well?\nS1: No.")
    assert [turn["parts"][0]["text"] for turn in seen(office, talk)["turns"]] == ["Well?", "No."]
    assert "by-hand" in office.get("/conversations")


def test_the_name_that_is_suggested_is_free(office):
    def suggested():
        ticket = office.do("/conversations/import", {"text": VTT})["ticket"]
        by_hand = office.data("/conversations/new")["suggested"]
        return by_hand, office.data(f"/conversations/import/{ticket}")["seen"]["name"]

    first, pasted = suggested()
    assert first == pasted
    begun(office, first, "AR: Well?")
    assert suggested() == (f"{first}-2", f"{first}-2")
    begun(office, f"{first}-2", "AR: Well?")
    assert suggested() == (f"{first}-3", f"{first}-3")


def test_no_address_on_the_way_holds_a_word_or_a_name(office):
    form = {
        "name": "quiet-one", "party": ["AR", "S1"], "role": ["reporter", "source"],
        "person": ["Ana Ruiz", "Tom Hale"], "words": "S1: secretword",
    }  # fmt: skip
    answer = office.client.post("/conversations/new", data=form, headers=OURS)
    assert answer.status_code == 200
    addresses = [str(one.url) for one in (*answer.history, answer)]
    assert not [one for one in addresses if re.search("quiet|secretword|Hale", one)]
    assert re.fullmatch(r"/conversations/[0-9a-f]{32}", urlsplit(addresses[-1]).path)


def test_a_transcript_is_looked_at_and_then_brought_in(office):
    sent = office.client.post(
        "/conversations/import",
        files={"upload": ("ferry.vtt", VTT.encode(), "text/vtt")},
        headers=OURS,
    )
    assert "ferry.vtt, WebVTT" in sent.text
    assert "ferry" not in urlsplit(str(sent.url)).path
    talk = brought(office, "ferry")
    found = seen(office, talk)
    assert found["waiting"] >= 3
    assert [one["role"] for one in found["parties"]] == ["reporter", "source"]
    gone = office.client.get("/conversations/import/" + "0" * 32)
    assert gone.status_code == 404


def test_what_is_no_transcript_is_refused(office):
    assert refused(office, "/conversations/import", {"text": "\0"}) != ""


def test_what_was_heard_is_decided_one_by_one_and_undone(office):
    talk = brought(office, "decided")
    first = seen(office, talk)
    page = office.data(f"/conversations/{talk}/heard/1")
    assert page["effects"] != []
    done = office.do(
        f"/conversations/{talk}/heard/1", {"version": first["version"], "decision": "accepted"}
    )
    assert done["next"] == 1
    after = seen(office, talk)
    assert after["waiting"] == first["waiting"] - 1
    assert len(after["acts"]) == 1
    stale = {"version": first["version"], "decision": "rejected"}
    assert "has changed" in refused(office, f"/conversations/{talk}/heard/1", stale)
    office.do(f"/conversations/{talk}/undo")
    again = seen(office, talk)
    assert (again["waiting"], again["acts"]) == (first["waiting"], [])
    assert "nothing to undo" in refused(office, f"/conversations/{talk}/undo", {})


def test_it_was_something_else(office):
    talk = brought(office, "changed")
    version = seen(office, talk)["version"]
    form = {"version": version, "kind": "ask", "by": "S1", "level": "background", "quote": "no"}
    office.do(f"/conversations/{talk}/heard/1/change", form)
    assert seen(office, talk)["acts"][0]["notation"] == "> ask background quote=no"


def test_terms_are_set_for_turns_that_two_agreed_on(office):
    words = "S1: On background?\nAR: Yes, on background.\nS1: One.\nS1: Two.\nS1: Back on."
    talk = begun(office, "on-terms", words)
    page = office.get(f"/conversations/{talk}/terms?turns=3&turns=4&how=this")
    assert "It takes two" in page
    version = seen(office, talk)["version"]
    form = {"version": version, "first": 3, "last": 4, "level": "background",
            "asked_in": 1, "accepted_in": 2, "back_in": 5}  # fmt: skip
    office.do(f"/conversations/{talk}/terms", form)
    assert statuses(office, talk) == [
        "on-the-record",
        *["background"] * 3,
        "on-the-record",
    ]
    agreements = office.data(f"/conversations/{talk}/agreements")["agreements"]
    assert [one["level"] for one in agreements] == ["background"]


def test_everything_so_far_is_a_release_or_a_grace_and_never_an_agreement(office):
    talk = begun(office, "so-far", "S1: One.\nS1: Two.\nS1: Off the record?\nAR: Yes.")
    page = office.get(f"/conversations/{talk}/terms?turns=2&how=so-far")
    assert "Terms never reach back." in page
    assert f'action="/conversations/{talk}/terms"' not in page
    assert f"/conversations/{talk}/afterwards?kind=grace&amp;turns=1-2" in page
    form = {"version": seen(office, talk)["version"], "first": 1, "level": "off-the-record",
            "asked_in": 3, "accepted_in": 4}  # fmt: skip
    said = refused(office, f"/conversations/{talk}/terms", form)
    assert said == "terms hold from the turn in which they were accepted, and never before it"
    assert statuses(office, talk) == ["on-the-record"] * 4


def test_terms_without_a_name_are_none(office):
    talk = begun(office, "no-terms", "S1: One?\nAR: Yes.\nS1: Two.")
    form = {"version": seen(office, talk)["version"], "first": 3, "asked_in": 1, "accepted_in": 2}
    assert refused(office, f"/conversations/{talk}/terms", form) == "No terms were named."


def test_what_happened_afterwards_is_noted_with_its_day(office):
    talk = stream(office, "union-2026-11-04")
    version = seen(office, talk)["version"]
    form = {"version": version, "kind": "release", "by": "S2", "turns": "4",
            "level": "on-the-record", "when": "2026-11-06T10:00"}  # fmt: skip
    office.do(f"/conversations/{talk}/afterwards", form)
    page = office.get(f"/conversations/{talk}/afterwards")
    assert "releases words" in page
    assert f'action="/conversations/{talk}/undo"' in page
    turn = seen(office, talk)["turns"][3]
    assert (turn["status"], turn["parts"][0]["remarks"]) == (
        "on-the-record",
        ["released", "approved"],
    )
    office.do(f"/conversations/{talk}/undo")


def test_a_turn_is_mended(office):
    talk = begun(office, "mended", "S1: The peer is closed.")
    version = seen(office, talk)["version"]
    page = office.post(
        f"/conversations/{talk}/turns/1",
        {"version": version, "words": "The pier is closed.", "speaker": "S1"},
    )
    assert "The pier is closed." in page
    assert "peer" not in page.split('<section class="turns"')[1]
    changes = office.data(f"/conversations/{talk}/readers")["changes"]
    assert [(one["act"], one["words"]) for one in changes] == [("amended", True), ("begun", True)]


def test_a_recording_is_heard_in_ranges_and_kept_nowhere(office):
    talk = begun(office, "taped", "S1: So.")
    content = recording(3.0)
    upload = {"name": "tape.wav", "content": base64.b64encode(content).decode()}
    tape = office.do(f"/conversations/{talk}/tapes", {"begins": "0:00:01", "upload": upload})[
        "tape"
    ]
    (shown,) = office.data(f"/conversations/{talk}")["tapes"]
    assert (shown["id"], shown["clock_ms"]) == (tape, 1000)
    address = f"/conversations/{talk}/tapes/{tape}"
    whole = office.client.get(address)
    assert (whole.status_code, whole.content) == (200, content)
    assert whole.headers["content-type"] == "audio/wav"
    part = office.client.get(address, headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(content)}"
    assert part.headers["cache-control"] == "no-store"
    assert office.client.get(address, headers={"range": "bytes=999999999-"}).status_code == 416
    other = begun(office, "not-taped", "S1: So.")
    assert office.client.get(f"/conversations/{other}/tapes/{tape}").status_code == 404


def test_a_record_is_taken_out_with_a_reason(office):
    talk = stream(office, "council-2026-11-05")
    answer = office.client.post(
        f"/conversations/{talk}/export", data={"reason": "for the lawyer"}, headers=OURS
    )
    assert answer.headers["content-disposition"] == 'attachment; filename="conversation.record"'
    assert answer.text.startswith("conversation: council-2026-11-05")
    assert office.data(f"/conversations/{talk}/readers")["changes"][0]["act"] == "exported"
    short = office.client.post(f"/conversations/{talk}/export", data={"reason": ""}, headers=OURS)
    assert short.status_code == 400


def test_what_was_read_is_forgotten_when_it_is_locked(office):
    talk = stream(office, "harbor-2026-11-03")
    office.get(f"/conversations/{talk}")
    kept = office.seat.keep("talks at hand", list)
    assert len(kept) > 0
    assert office.seat.keep("talks at hand", list) is kept
    office.seat.lock()
    assert office.client.get(f"/api/v1/conversations/{talk}").status_code == 423
    office.seat.unlocked()
    assert office.seat.keep("talks at hand", lambda: None) is None
    office.seat.forget("talks at hand")
    assert office.client.get(f"/api/v1/conversations/{talk}").status_code == 200
