"""`groundrules odrl`: what it prints and writes, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from newsroom import furnish, groundrules

from groundrules.faces.cli import main

if TYPE_CHECKING:
    from pathlib import Path

RECORD = "records/harbor.record"


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    furnish(tmp_path)


def test_an_export_goes_to_standard_output_and_is_read_from_standard_input(tmp_path: Path) -> None:
    exported = groundrules(tmp_path, "odrl", "export", RECORD, "--policy", "washington-post")
    assert (0, "") == (exported.returncode, exported.stderr)
    assert "@graph" in json.loads(exported.stdout)

    read = groundrules(tmp_path, "odrl", "read", "-", given=exported.stdout)
    assert (0, "") == (read.returncode, read.stderr)
    assert read.stdout.startswith("What was negotiated\n")


def test_an_export_goes_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["odrl", "export", RECORD, "--out", "harbor.jsonld"])
    assert "wrote harbor.jsonld\n" == capsys.readouterr().out
    assert 0 == main(["odrl", "read", "harbor.jsonld", "--color", "never"])
    assert 2 == main(["odrl", "export", RECORD, "--out", "harbor.jsonld"])
    assert 0 == main(["odrl", "export", RECORD, "--out", "harbor.jsonld", "--force"])


def test_it_reads_at_forty_columns(tmp_path: Path) -> None:
    groundrules(tmp_path, "odrl", "export", RECORD, "--out", "harbor.jsonld")
    read = groundrules(tmp_path, "odrl", "read", "harbor.jsonld", COLUMNS="40")

    assert 40 >= max(map(len, read.stdout.splitlines()))


def test_what_does_not_hold_to_the_profile_is_refused_with_file_and_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["odrl", "export", RECORD, "--out", "harbor.jsonld"])
    path = tmp_path / "harbor.jsonld"
    value = json.loads(path.read_text(encoding="utf-8"))
    at = next(at for at, node in enumerate(value["@graph"]) if "profile" in node)
    value["@graph"][at]["conflict"] = "perm"
    path.write_text(json.dumps(value), encoding="utf-8")
    capsys.readouterr()

    assert 2 == main(["odrl", "read", "harbor.jsonld"])
    out, err = capsys.readouterr()
    assert "" == out
    assert err.startswith(f"groundrules: harbor.jsonld: $['@graph'][{at}].conflict: ")


def test_a_record_is_no_export(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["odrl", "read", RECORD])
    assert f"groundrules: {RECORD}:1:1: this is not JSON" in capsys.readouterr().err
