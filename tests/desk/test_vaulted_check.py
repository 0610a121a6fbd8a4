"""A check against a vault finds what a check against the same records in a folder finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.indexing.building import build_index
from groundrules.desk.vaults.moves import bring, export_records, import_records
from groundrules.desk.vaults.shredding import shred_talks
from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.reporters import json_report
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.vault.answers import Change
from groundrules.vault.keeper.door import Door
from groundrules.vault.keeper.locking import lock
from kept_vault import kept, unlock, vault

__all__ = ["kept", "vault"]

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFTS = sorted(str(one) for one in (EXAMPLES / "drafts").glob("*.md"))
AS_OF = "2026-11-06T06:00-05:00"


def no_progress(_done, _of):
    """Take note of nothing."""


def report(records):
    flags = {"records": (str(records),), "policies": (str(EXAMPLES / "policies"),)}
    settings = settle(Path.cwd(), flags | {"policy": "ledger-post"}, {})
    checked = check_drafts(DRAFTS, settings, publication_time(AS_OF))
    found = Report(checked.examinations, Redaction(), faults=checked.faults)
    return json.loads("".join(piece.text for line in json_report.lines(found) for piece in line))


@pytest.fixture
def filled(vault):
    import_records(vault, [str(EXAMPLES / "records")], no_progress)
    return vault


@pytest.mark.parametrize("indexed", [False, True])
def test_the_report_is_the_same(filled, indexed):
    if indexed:
        settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
        build_index([str(filled)], settings, {}, no_progress)

    assert report(EXAMPLES / "records") == report(filled)
    assert indexed == (filled / "index").is_dir()


def test_one_record_of_a_vault_can_be_named(filled):
    one = EXAMPLES / "records" / "harbor-2026-11-03.record"

    assert report(one) == report(filled / "harbor-2026-11-03")


def test_what_changes_in_the_vault_shows_at_the_next_check(filled):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    build_index([str(filled)], settings, {}, no_progress)
    record = (EXAMPLES / "records" / "union-2026-11-04.record").read_text("utf-8")
    before = report(filled)

    bring(filled, {"union": record.replace("> ask background", "> ask off-the-record")}, force=True)

    assert before != report(filled)


def test_what_changes_no_word_of_a_record_leaves_its_index_as_it_is(filled):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    build_index([str(filled)], settings, {}, no_progress)
    before = report(filled)

    export_records(filled, ["harbor-2026-11-03"], "for the lawyer", filled.parent / "out")
    built = build_index([str(filled)], settings, {}, no_progress)

    assert (before, 0) == (report(filled), built.read)


def test_a_locked_vault_is_no_clean_check(filled):
    lock(filled)

    with pytest.raises(BadInput, match="the vault is locked"):
        report(filled)


def test_an_index_of_a_vault_has_no_word_and_no_name(filled):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    build_index([str(filled)], settings, {}, no_progress)

    stored = b"".join(one.read_bytes() for one in filled.rglob("*") if one.is_file())

    assert stored
    for canary in (b"harbor-2026-11-03", b"Whitfield", b"whitfield", b"Ana Ruiz", b"soil report"):
        assert canary not in stored


PEOPLE = {"Ana": (Role.REPORTER,), "Ben": (Role.REPORTER,), "Eli": (Role.EDITOR,)}


def in_turn(room, name):
    lock(room.folder)
    unlock(room, name)


def checked(room):
    flags = {"records": (str(room.folder),), "policies": (str(EXAMPLES / "policies"),)}
    settings = settle(Path.cwd(), flags | {"policy": "ledger-post"}, {})
    return check_drafts([str(EXAMPLES / "drafts" / "pier-9.md")], settings, publication_time(AS_OF))


@pytest.mark.parametrize("name", ["Ben", "Eli"])
def test_what_others_keep_is_told_of_by_the_index_alone(tmp_path, monkeypatch, name):
    with kept(tmp_path, monkeypatch, PEOPLE) as room:
        import_records(room.folder, [str(EXAMPLES / "records")], no_progress)
        in_turn(room, name)
        without = checked(room)
        in_turn(room, "Ana")
        settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
        build_index([str(room.folder)], settings, {}, no_progress)
        in_turn(room, name)
        record = (EXAMPLES / "records" / "union-2026-11-04.record").read_text("utf-8")
        bring(room.folder, {"own": record.replace("union-2026-11-04", "own-2026-11-04")})
        within = checked(room)
        in_turn(room, "Ana")
        again = checked(room)

    assert ["it leaves out 4 conversations" in fault.message for fault in without.faults] == [True]
    assert () == within.faults
    sealed = {one.statement for one in within.examinations[0].case.sealed}
    assert "harbor-2026-11-03#8" in sealed
    assert ["own-2026-11-04"] == [*within.examinations[0].case.conversations]
    assert () == again.faults
    assert "own-2026-11-04" not in again.examinations[0].case.conversations


def test_what_is_shredded_is_gone_from_the_index_and_from_the_check(filled):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    build_index([str(filled)], settings, {}, no_progress)
    with Door.to(filled) as door:
        secret = bytes.fromhex(door.ask(str, "index_secret"))

    shred_talks(filled, ["harbor-2026-11-03"], "as was promised", early=True)

    with IndexedLedger.open(filled / "index" / "whole" / "ledger", secret) as ledger:
        assert "harbor-2026-11-03" not in ledger.talks()
        assert "union-2026-11-04" in ledger.talks()
    found = report(filled)
    assert 3 == found["tally"]["conversations"]
    assert not [one for one in found["findings"] if "harbor" in str(one)]


def test_an_export_that_cannot_be_written_is_not_noted(filled):
    out = filled.parent / "out"
    out.mkdir()
    (out / "union-2026-11-04.record").write_text("mine", encoding="utf-8")

    with pytest.raises(BadInput, match="the file is there already"):
        export_records(filled, [], "for the lawyer", out)

    assert ["union-2026-11-04.record"] == [one.name for one in out.iterdir()]
    with Door.to(filled) as door:
        assert ["begun"] == [
            one.act for one in door.ask(list[Change], "history", name="harbor-2026-11-03")
        ]
