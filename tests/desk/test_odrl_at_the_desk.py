"""Exporting and reading ODRL: from record to file and back, and no name on the way."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from builders import recorded
from groundrules.config.settings import settle
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.export_odrl import export_odrl, write_odrl
from groundrules.desk.records.read_odrl import read_odrl
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from groundrules.record.odrl import negotiations

if TYPE_CHECKING:
    from pathlib import Path

TALK = """
    S1: Off the record?
      > ask off-the-record
    AR: Yes.
      > agree
    S1: The deal is dead.
"""


def keep(folder: Path, talk: str = TALK, name: str = "harbor", **more: str) -> str:
    path = folder / f"{name}.record"
    path.write_text(to_text(recorded(talk, name=name, **more)), encoding="utf-8")
    return str(path)


def messages(folder: Path, path: str) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        export_odrl(path, settle(folder, {}, {}))
    told = [fault.message for fault in refusal.value.faults]
    assert not any("whitfield" in one.casefold() for one in told)
    return told


def test_what_is_exported_is_read_back_from_the_file(tmp_path: Path) -> None:
    settings = settle(tmp_path, {"policy": "washington-post"}, {})
    out = tmp_path / "harbor.jsonld"
    write_odrl(export_odrl(keep(tmp_path), settings), str(out), force=False)

    assert negotiations(recorded(TALK), Policies(settings).house) == read_odrl(str(out))
    assert 0o600 == stat.S_IMODE(out.stat().st_mode)
    assert "Whitfield" not in out.read_text(encoding="utf-8")


def test_a_folder_is_one_export(tmp_path: Path) -> None:
    keep(tmp_path, name="a")
    keep(tmp_path, name="b")
    value = json.loads(json.dumps(export_odrl(str(tmp_path), settle(tmp_path, {}, {}))))
    talks = {node["uid"].split(":")[3] for node in value["@graph"] if "profile" in node}

    assert {"a", "b"} == talks


def test_a_file_that_is_there_is_overwritten_by_force_alone(tmp_path: Path) -> None:
    value = export_odrl(keep(tmp_path), settle(tmp_path, {}, {}))
    out = tmp_path / "harbor.jsonld"
    out.write_text("mine", encoding="utf-8")

    with pytest.raises(BadInput):
        write_odrl(value, str(out), force=False)
    assert "mine" == out.read_text(encoding="utf-8")
    write_odrl(value, str(out), force=True)
    assert read_odrl(str(out))


def test_a_record_is_not_overwritten_even_by_force(tmp_path: Path) -> None:
    path = keep(tmp_path)
    value = export_odrl(path, settle(tmp_path, {}, {}))

    with pytest.raises(BadInput):
        write_odrl(value, path, force=True)


def test_an_id_made_of_a_name_is_not_exported(tmp_path: Path) -> None:
    message = "a word of 3 letters or more of its id is in a party's name"

    assert [message] == messages(tmp_path, keep(tmp_path, name="dana-2026-11-03"))
    assert [message] == messages(tmp_path, keep(tmp_path, name="lunch_Whitfield"))


def test_agreed_words_with_a_name_in_them_are_not_exported(tmp_path: Path) -> None:
    message = "a description, event, topic or recipient that was agreed holds a party's name"
    asks = (
        'ask background description="an aide to Dana Whitfield"',
        'ask background embargo="the DANA WHITFIELD hearing"',
        'ask background scope="Dana Whitfield"',
        'ask background tell="dana whitfield\'s office"',
    )
    for ask in asks:
        assert [message] == messages(tmp_path, keep(tmp_path, f"S1: So?\n  > {ask}"))


def test_a_part_of_a_name_in_agreed_words_is_no_name(tmp_path: Path) -> None:
    parties = "AR: reporter, Ana Ruiz\nS1: source, Grant May, aka J"
    talk = 'S1: So?\n  > ask background embargo="a grant in May, to J"'

    assert export_odrl(keep(tmp_path, talk, parties=parties), settle(tmp_path, {}, {}))


def test_a_reporters_name_protects_nobody(tmp_path: Path) -> None:
    assert export_odrl(keep(tmp_path, name="ruiz-2026"), settle(tmp_path, {}, {}))
