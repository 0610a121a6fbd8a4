"""`groundrules inventory`: what somebody gets who may search the newsroom."""

from __future__ import annotations

import json

import pytest
from unlocked import office

from vault_fixtures import NEWSROOM, record_text

NAME = "harbor-2026-11-03"


@pytest.fixture
def newsroom(tmp_path, monkeypatch, capsys):
    with office(tmp_path, monkeypatch, capsys, NEWSROOM) as opened:
        opened.begin(record_text())
        opened.unlock("Eli")
        yield opened


def test_it_says_who_can_open_what_and_holds_no_name(newsroom):
    told = newsroom.run("inventory", NAME)
    found = json.loads(newsroom.run("inventory", NAME, "--json"))
    code = found["streams"][1]["name"]

    assert f"{NAME}: everything that this vault has\n" in told
    assert f"- The words of {NAME} can be opened by Ana alone.\n" in told
    assert f"- The terms of {NAME} can be opened by Ana, Eli, Lea and Sam, each alone.\n" in told
    assert (
        f"- Who {code} is, if it is known, can be opened only where Ana (the reporters' half)"
        in told
    )
    assert "    part identity: 4,142 bytes, opened by key " in told
    assert 64 == told.count("  keyed form source ")
    assert [] == [word for word in ("Whitfield", "Friday", "Harbor Authority") if word in told]


def test_a_source_s_lists_her_talks(newsroom):
    code = json.loads(newsroom.run("source", "list", "--json"))["sources"][0]["code"]
    found = json.loads(newsroom.run("inventory", code, "--json"))

    assert [code, NAME] == [one["name"] for one in found["streams"]]
    assert {"half-reporter", "half-editor"} == {one["kind"] for one in found["streams"][0]["wraps"]}
    assert {"ledger", "vault", "epoch key"} == {one["what"] for one in found["files"]}


def test_after_shredding_it_says_that_nothing_opens(newsroom):
    code = json.loads(newsroom.run("source", "list", "--json"))["sources"][0]["code"]
    newsroom.run("shred", NAME, "--reason", "she asked for it", "--early", "--yes")
    told = newsroom.run("inventory", code)

    assert f"- Of {code}, nothing can be opened: it was shredded on " in told
    assert "    part identity: erased; digest " in told
    assert "keyed form" not in told.partition("what this comes to")[0]
    assert "erased" in newsroom.run("source", "list")


def test_what_is_not_there_is_refused(newsroom):
    assert "no conversation of this name" in newsroom.run("inventory", "nowhere", status=2)
