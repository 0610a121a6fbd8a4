"""Incidents in a vault: what is open, what a record proves, and that no terms are changed."""

from __future__ import annotations

import os

import pytest

from groundrules.config.settings import settle
from groundrules.desk.conversations.choose_talk import choosable_talks
from groundrules.desk.setup.example_newsroom import example_folder
from groundrules.desk.talking.handle_incident import (
    Told,
    close_incident,
    note_incident,
    open_incident,
)
from groundrules.desk.talking.liaison_flags_in_vault import flagged_talks
from groundrules.desk.talking.open_incidents import open_incidents
from groundrules.desk.talking.show_incidents import show_incidents
from groundrules.desk.vaults.moves import import_records
from groundrules.talk.trouble.page import Reader
from kept_vault import vault

__all__ = ["vault"]

HARBOR = "harbor-2026-11-03"
OURS = Told(Reader.REPORTER, turns="4-6", comment="a headline")


@pytest.fixture
def newsroom(vault):
    import_records(vault, [str(example_folder() / "records")], lambda _done, _of: None)
    return vault


@pytest.fixture
def settings(newsroom):
    return settle(example_folder(), {"records": (str(newsroom),)}, os.environ)


def test_talks_to_choose_are_those_that_may_be_read(newsroom):
    found = choosable_talks(newsroom)
    assert HARBOR in {one.name for one in found}
    assert len(found) == len({one.talk for one in found}) > 2
    assert HARBOR not in repr(found)


def test_an_incident_is_shown_with_its_turns_their_terms_and_the_facts_behind(newsroom, settings):
    path = str(newsroom / HARBOR)
    before = show_incidents(path, settings)
    assert ((), (), False) == (before.incidents, before.proven, before.may_take_back)
    open_incident("broken", path, OURS, settings)
    note_incident(path, "", Told(Reader.REPORTER, comment="the editor knows"), settings)
    (one,) = (shown := show_incidents(path, settings)).incidents
    assert ("broken", "4-6", True) == (one.kind, one.turns, one.is_open)
    assert ("a headline", ["the editor knows"]) == (
        one.opened.comment,
        [note.comment for note in one.notes],
    )
    assert [4, 5, 6] == [said.turn for said in shown.proven]
    assert "open" == shown.proven[-1].status
    assert shown.proven[-1].doubts
    assert ["ask off-the-record", "define publish=no pursue=yes"] == [
        fact.act for fact in shown.behind
    ]
    assert shown.may_take_back


def test_an_incident_changes_no_terms_and_settling_it_changes_none_either(newsroom, settings):
    path = str(newsroom / HARBOR)
    whole = Told(Reader.REPORTER)
    open_incident("leak", path, whole, settings)
    during = show_incidents(path, settings)
    close_incident(path, "leak", whole, settings)
    after = show_incidents(path, settings)
    assert during.proven == after.proven
    assert len(during.proven) > 3
    assert not after.incidents[0].is_open


def test_open_incidents_are_found_and_followed_as_records_change(newsroom, settings):
    seen = {}
    assert () == open_incidents(newsroom, seen)
    open_incident("broken", str(newsroom / HARBOR), OURS, settings)
    (one,) = open_incidents(newsroom, seen)
    assert (HARBOR, "broken") == (one.name, one.kind)
    assert (one,) == open_incidents(newsroom, {})
    close_incident(str(newsroom / HARBOR), "broken", Told(Reader.REPORTER), settings)
    assert () == open_incidents(newsroom, seen)


def test_only_changed_records_are_read_again(newsroom, settings, monkeypatch):
    seen = {}
    open_incidents(newsroom, seen)
    read = []
    from groundrules.desk.records.record_reading import RecordReader  # noqa: PLC0415 - what is watched

    texts = RecordReader.texts

    def watched(self, folder, names):
        read.extend(names)
        return texts(self, folder, names)

    monkeypatch.setattr(RecordReader, "texts", watched)
    open_incidents(newsroom, seen)
    assert [] == read
    open_incident("broken", str(newsroom / HARBOR), OURS, settings)
    read.clear()
    open_incidents(newsroom, seen)
    assert [HARBOR] == read


WHO = """
organisation = "Ellery Harbor Authority"

[liaisons.press-office]
names = ["Somebody Else"]
up-to = "background"
"""


def test_talks_by_others_are_flagged_where_a_file_says_who_may_talk(newsroom, settings, tmp_path):
    assert () == flagged_talks(newsroom, settings)
    path = tmp_path / "liaisons.toml"
    path.write_text(WHO, encoding="utf-8")
    more = settle(example_folder(), {"liaisons": (str(path),)}, os.environ)
    found = {one.name: one for one in flagged_talks(newsroom, more)}
    assert [HARBOR] == list(found)
    assert "no-liaison" == found[HARBOR].flags[0].why
    assert "Whitfield" not in str(found[HARBOR].flags)
    path.write_text(WHO.replace("Somebody Else", "Dana Whitfield"), encoding="utf-8")
    mended = {one.name: one for one in flagged_talks(newsroom, more)}
    assert "no-liaison" not in {flag.why for one in mended.values() for flag in one.flags}
