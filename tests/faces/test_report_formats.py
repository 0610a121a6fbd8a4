"""`groundrules check --format`: every form as a process, and what none of them lets out."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from newsroom import AS_OF, DRAFT, furnish, groundrules

from groundrules.config.keys import FORMATS
from harbor_case import CONVERSATION, OPEN_WORDS, SECRET

if TYPE_CHECKING:
    from pathlib import Path

KEY = "0123456789abcdef" * 4
SEALED = ("sarif", "github", "junit")
HARMLESS = "# The weather\n\nIt rained on the harbour all day.\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    furnish(tmp_path)
    return tmp_path


def of_the_record() -> list[str]:
    """Return every name and word that stands in the record, and not in the draft."""
    source = CONVERSATION.parties[1]
    return [source.name, *source.aliases, *source.affiliations, source.description]


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_holds_nothing_of_the_record(room: Path, form: str) -> None:
    done = groundrules(room, "check", DRAFT, "--format", form, "--as-of", AS_OF)

    assert (done.returncode, done.stderr) == (1, "")
    assert [word for word in of_the_record() if word in done.stdout] == []


@pytest.mark.parametrize("form", [one for one in FORMATS if one != "html"])
def test_every_form_but_the_page_covers_the_draft_too(room: Path, form: str) -> None:
    done = groundrules(room, "check", DRAFT, "--format", form, "--color", "always")
    words = (SECRET[:-1], OPEN_WORDS[:-1], "Whitfield", "dead by Friday")

    assert [word for word in words if word in done.stdout] == []


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_useful_where_nothing_was_found(room: Path, form: str) -> None:
    (room / DRAFT).write_text(HARMLESS, encoding="utf-8")

    done = groundrules(room, "check", DRAFT, "--format", form)

    assert (done.returncode, done.stderr) == (0, "")
    assert "information restated in other words" in done.stdout


@pytest.mark.parametrize("form", SEALED)
def test_what_goes_to_machines_of_others_reveals_nothing(room: Path, form: str) -> None:
    done = groundrules(room, "check", DRAFT, "--format", form, "--reveal")

    assert (done.returncode, done.stdout) == (2, "")
    assert f"a report as {form} is made for machines of others" in done.stderr
    assert not (room / ".groundrules").exists()


def test_the_page_goes_into_a_file_for_its_owner_alone(room: Path) -> None:
    done = groundrules(room, "check", DRAFT, "--format", "html", "-o", "report.html")
    page = (room / "report.html").read_text(encoding="utf-8")

    assert (done.returncode, done.stdout) == (1, "")
    assert stat.S_IMODE((room / "report.html").stat().st_mode) == 0o600
    assert page.startswith("<!doctype html>\n")
    assert SECRET[:-1] in page


def test_the_fingerprints_are_the_same_in_every_run(room: Path) -> None:
    first, second = (
        groundrules(room, "check", DRAFT, "--format", "sarif", "--as-of", AS_OF).stdout
        for _ in range(2)
    )

    assert json.loads(first)["runs"][0]["results"][0]["partialFingerprints"]
    assert first == second
    assert stat.S_IMODE((room / ".groundrules" / "fingerprint.key").stat().st_mode) == 0o600


def test_a_build_gives_the_key_in_the_environment(room: Path) -> None:
    given = {"GROUNDRULES_FINGERPRINT_KEY": KEY}
    done = groundrules(room, "check", DRAFT, "--format", "sarif", **given)

    assert done.returncode == 1
    assert "partialFingerprints" in done.stdout
    assert KEY not in done.stdout
    assert not (room / ".groundrules").exists()


def test_a_key_that_is_none_is_2(room: Path) -> None:
    given = {"GROUNDRULES_FINGERPRINT_KEY": "friday"}
    done = groundrules(room, "check", DRAFT, "--format", "sarif", **given)

    assert (done.returncode, done.stdout) == (2, "")
    assert "friday" not in done.stderr


@pytest.mark.parametrize(("threshold", "failures"), [("error", 1), ("warning", 2)])
def test_a_build_server_sees_the_failures_that_break_the_check(
    room: Path, threshold: str, failures: int
) -> None:
    chosen = ("--select", "withheld-statement,unsettled-statement")
    (room / "groundrules.toml").write_text(
        '[severities]\nunsettled-statement = "warning"\n', encoding="utf-8"
    )
    done = groundrules(room, "check", DRAFT, "--format", "junit", "--fail-on", threshold, *chosen)

    root = ET.fromstring(done.stdout.encode())  # noqa: S314 - it is our own
    assert root.get("failures") == str(failures)


def test_a_line_for_each_finding_can_be_read_one_by_one(room: Path) -> None:
    done = groundrules(room, "check", DRAFT, "--format", "jsonl", "--as-of", AS_OF)
    *findings, last = map(json.loads, done.stdout.splitlines())

    assert {one["kind"] for one in findings} == {"finding"}
    assert (last["kind"], last["findings"]) == ("tally", len(findings))


def test_a_report_that_cannot_be_written_leaves_the_old_one(room: Path) -> None:
    (room / "kept").mkdir()
    (room / "kept" / "report.sarif").write_text("old", encoding="utf-8")
    (room / "kept").chmod(0o500)
    if os.access(room / "kept", os.W_OK):  # the superuser may write anywhere
        (room / "kept" / "report.sarif").unlink()
        (room / "kept" / "report.sarif").mkdir()

    done = groundrules(room, "check", DRAFT, "--format", "sarif", "-o", "kept/report.sarif")

    (room / "kept").chmod(0o700)
    assert done.returncode == 2
    assert [path.name for path in (room / "kept").iterdir()] == ["report.sarif"]
