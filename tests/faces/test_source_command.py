"""`groundrules source`: two people, two halves, one name; and one person who has both."""

from __future__ import annotations

import json
import re

import pytest
from unlocked import office

from vault_fixtures import NEWSROOM, record_text

WHY = "to check the spelling with counsel"


@pytest.fixture
def newsroom(tmp_path, monkeypatch, capsys):
    with office(tmp_path, monkeypatch, capsys, NEWSROOM) as opened:
        opened.begin(record_text())
        yield opened


@pytest.fixture
def alone(tmp_path, monkeypatch, capsys):
    with office(tmp_path, monkeypatch, capsys) as opened:
        opened.begin(record_text())
        opened.unlock()
        yield opened


def the_code(room):
    return json.loads(room.run("source", "list", "--json"))["sources"][0]["code"]


def test_a_name_is_asked_for_granted_and_opened_once(newsroom):
    newsroom.unlock("Ana")
    code = the_code(newsroom)
    asked = newsroom.run("source", "ask", code, "--purpose", WHY, "--hours", "2")
    request = re.match(r"[0-9a-f]{8}", asked)[0]
    early = newsroom.run("source", "name", request, status=2)
    newsroom.unlock("Eli")
    listed = newsroom.run("source", "list")
    granted = newsroom.run("source", "grant", request)
    newsroom.unlock("Ana")
    waiting = newsroom.run("source", "list")
    opened = newsroom.run("source", "name", request)
    again = newsroom.run("source", "name", request, status=2)

    assert f"{request}  asked: you, for the name of {code}" in asked
    assert "lacks the editor's half" in asked
    assert "not been granted yet" in early
    assert f"{request}  asked: Ana, for the name of {code}\n  for: {WHY}" in listed
    assert f"groundrules source grant {request}, or groundrules source refuse {request}" in listed
    assert f"{request}  granted" in granted
    assert f"open it, once: groundrules source name {request}" in waiting
    assert f"{code}: Dana Whitfield, of Harbor Authority, also Whit\n" == opened
    assert "has been used" in again
    assert [] == [
        text for text in (asked, early, listed, granted, waiting, again) if "Dana" in text
    ]


def test_a_refusal_tells_why(newsroom):
    newsroom.unlock("Ana")
    request = newsroom.run("source", "ask", the_code(newsroom), "--purpose", WHY)[:8]
    newsroom.unlock("Eli")
    refused = newsroom.run("source", "refuse", request, "--reason", "ask counsel first")

    assert "refused: Ana" in refused
    assert "refused: ask counsel first" in refused


def test_alone_a_name_is_opened_for_a_purpose_and_one_is_told_what_that_means(alone):
    code = the_code(alone)
    without = alone.run("source", "name", code, status=2)
    opened = alone.run("source", "name", code.lower(), "--purpose", WHY)
    listed = alone.run("source", "list")

    assert "3 to 500 letters" in without
    assert f"{code}: Dana Whitfield, of Harbor Authority, also Whit\n" in opened
    assert "You hold both halves of every name here" in opened
    held = "you hold the reporter's half and the editor's half of the name"
    assert f"{code}  since " in listed
    assert f"harbor-2026-11-03 ({held})\n" in listed
    assert f"opened: you, for the name of {code}\n  for: {WHY}" in listed


def test_a_locked_vault_tells_how_it_is_unlocked(newsroom):
    assert "groundrules vault unlock" in newsroom.run("source", "list", status=2)


def test_where_there_is_no_vault_that_is_said(tmp_path, monkeypatch, capsys):
    with office(tmp_path, monkeypatch, capsys) as room:
        found = room.run("source", "list", "--vault", str(tmp_path / "nowhere"), status=2)

    assert "there is no vault in this folder" in found
