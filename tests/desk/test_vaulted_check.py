"""A check against a vault finds what a check against the same records in a folder finds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.indexing.building import build_index, rebuild_index
from groundrules.desk.indexing.proof import prove_index
from groundrules.desk.indexing.status import index_status
from groundrules.desk.vaults.moves import bring, export_records, import_records
from groundrules.desk.vaults.shredding import shred_talks
from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.reporters import json_report
from groundrules.reporters.index_page import status_lines
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


def checked(room, draft=EXAMPLES / "drafts" / "pier-9.md"):
    flags = {"records": (str(room.folder),), "policies": (str(EXAMPLES / "policies"),)}
    settings = settle(Path.cwd(), flags | {"policy": "ledger-post"}, {})
    return check_drafts([str(draft)], settings, publication_time(AS_OF))


AGAIN = (
    "The bank pulled its loan once it saw the soil report, and no board member wanted to say it, "
    "a person said.\n"
)
RETOLD = "A loan was wanted, and what the bank saw was enough for it to be pulled.\n"
"""What was said off the record, in nearly the same words, and in words that are further away."""

BODY = """\
conversation: body-{0}
policy: ap
parties:
  BM: reporter, Ben Marsh
  S1: source, {1}, of the Dana Whitfield Fund

S1: Off the record?
  > ask off-the-record
BM: Yes.
  > agree
S1: Nobody came to the fair.
"""


@pytest.fixture
def indexed(tmp_path, monkeypatch):
    """Give a room in which Ana has indexed what she keeps, and Eli has unlocked the vault."""
    with kept(tmp_path, monkeypatch, PEOPLE) as room:
        import_records(room.folder, [str(EXAMPLES / "records")], no_progress)
        made_by(build_index, room)
        in_turn(room, "Eli")
        yield room


def made_by(work, room):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    return work([str(room.folder)], settings, {}, no_progress)


def status(room):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    return index_status([str(room.folder)], settings, {}).records


def test_what_others_keep_and_a_draft_tells_again_keeps_the_check_from_being_complete(
    indexed, tmp_path
):
    draft = tmp_path / "draft.md"
    draft.write_text(AGAIN, encoding="utf-8")
    near = checked(indexed, draft)
    draft.write_text(RETOLD, encoding="utf-8")
    found = checked(indexed, draft)

    assert ("GR107", ()) == (near.examinations[0].findings[0].code, near.faults)
    (fault,) = found.faults
    assert f"1 conversation that you may not read, and of which {draft}" in fault.message
    assert "share it with you" in fault.remedy
    assert () == found.examinations[0].findings
    said = "4 conversations that you may not read, for anything but their words"
    assert said in found.examinations[0].tally.unchecked


@pytest.mark.parametrize("copy", ["Dana Whitfield left.\n", "It rained.\n"])
def test_whom_others_may_not_name_is_told_by_no_check(indexed, tmp_path, copy):
    draft = tmp_path / "draft.md"
    draft.write_text(copy, encoding="utf-8")
    found = checked(indexed, draft)

    assert () == found.faults
    assert 1 == len([one for one in found.examinations[0].tally.unchecked if "4 conv" in one])


def test_of_a_body_that_several_have_one_is_opened_that_may_be(tmp_path, monkeypatch):
    draft = tmp_path / "draft.md"
    draft.write_text("Dana Whitfield left. The Dana Whitfield Fund paid.\n", encoding="utf-8")
    with kept(tmp_path, monkeypatch, PEOPLE) as room:
        bring(room.folder, {"theirs": BODY.format("theirs", "Dana Whitfield")})
        made_by(build_index, room)
        in_turn(room, "Ben")
        bring(room.folder, {"named": BODY.format("named", "Dana Whitfield")})
        bring(room.folder, {"other": BODY.format("other", "Vera Lind")})
        without = checked(room, draft).examinations[0].findings
        made_by(build_index, room)
        within = checked(room, draft)

        assert {"body-named", "body-other"} <= {*within.examinations[0].case.conversations}
        assert [one.code for one in without] == [
            one.code for one in within.examinations[0].findings
        ]


@pytest.mark.parametrize("work", [build_index, rebuild_index])
def test_an_index_keeps_what_its_builder_may_not_read(indexed, work):
    before = status(indexed)
    built = made_by(work, indexed)

    assert (4, 0, 0) == built[1:]
    assert before.is_current
    assert (4, 55) == (status(indexed).talks, status(indexed).statements)
    assert () == checked(indexed).faults
    assert 0 == proven(indexed).stale
    in_turn(indexed, "Ana")
    assert status(indexed).is_current
    assert (4, 0) == proven(indexed)[:2]


def proven(room):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    return prove_index([str(room.folder)], settings, {}, no_progress)


def test_what_is_built_anew_has_ones_own_records_as_they_are(indexed):
    bring(indexed.folder, {"own": (BODY.format("own", "Vera Lind"))})
    made_by(build_index, indexed)
    before = status(indexed)
    built = made_by(rebuild_index, indexed)

    assert (5, 1, 0) == built[1:]
    assert before.statements == status(indexed).statements
    assert (1, 0) == proven(indexed)[:2]


@pytest.mark.parametrize(("file", "held"), [("ledger/manifest.json", 0), ("cards.sqlite", 4)])
@pytest.mark.parametrize("content", [b"damaged", None])
def test_what_is_damaged_is_not_carried_over(indexed, file, held, content):
    place = indexed.folder / "index" / "whole" / file
    if content:
        place.write_bytes(content)
    else:
        place.unlink()
    built = made_by(rebuild_index, indexed)
    in_turn(indexed, "Ana")
    checked(indexed)

    assert held == built.talks
    assert status(indexed).is_current
    assert (4, 0) == proven(indexed)[:2]


def test_after_a_shredding_an_index_is_out_of_date_and_not_damaged(filled):
    settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
    build_index([str(filled)], settings, {}, no_progress)
    shred_talks(filled, ["harbor-2026-11-03"], "as was promised", early=True)
    found = index_status([str(filled)], settings, {})
    page = "".join(piece.text for line in status_lines(found) for piece in line)
    proof = prove_index([str(filled)], settings, {}, no_progress)

    assert (3, False) == (found.records.talks, found.records.is_current)
    assert "out of date: the next check makes its cards anew" in page
    assert (0, 3) == proof[:2]
    report(filled)
    assert index_status([str(filled)], settings, {}).records.is_current


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
