"""`groundrules incident` and `groundrules liaisons`, run in this process."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from groundrules.faces.cli import main
from groundrules.record.facts import Kind
from groundrules.record.notation import parse

if TYPE_CHECKING:
    from pathlib import Path

RECORD = """\
# Typed on the train.
conversation: harbor
date: 2026-11-03T14:00-05:00
matter: the port
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield, of Harbor Authority

[00:00:05] S1: The board has   not voted.
[00:13:41] S1: Can we go off the record?
  > ask off-the-record
AR: To me that means I cannot publish it. Yes.
  > define publish=no
S1: Yes.
  > agree
S1: The deal was dead by Friday.
"""
AT = ("--at", "2026-11-06T07:30-05:00")
COMMENT = "the quillfeather file"
LIAISONS = """\
organisation = "Harbor Authority"

[liaisons.press-office]
names = ["Jo Marsh"]
topics = ["the port"]
up-to = "background"
trained = 2026-03-01
"""


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)
    path = tmp_path / "harbor.record"
    path.write_text(RECORD, encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """Run a command; return standard output of one that went well, else its complaint."""
    assert main(arguments) == status
    out, err = capsys.readouterr()
    return err if status else out


def test_an_incident_is_put_behind_all_that_is_there(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record.chmod(0o640)

    page = printed(
        capsys,
        "incident",
        "open",
        "broken",
        "harbor.record",
        "--turns",
        "1,5",
        "--note",
        COMMENT,
        *AT,
    )

    assert record.read_text(encoding="utf-8") == (
        f"{RECORD}\nafterwards:\n"
        f'  2026-11-06T07:30-05:00 S1 > incident turns=1,5 "broken: {COMMENT}"\n'
    )
    assert stat.S_IMODE(record.stat().st_mode) == 0o640
    assert page.startswith(
        "added to harbor.record: incident by S1, 2026-11-06T07:30:00-05:00 (fact 4)\n"
    )
    assert COMMENT not in page


def test_it_prints_what_the_record_proves_and_then_the_first_steps(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = printed(capsys, "incident", "open", "broken", "harbor.record", "--turns", "1,5", *AT)

    _, proof, facts, *steps = page.split("\n\n")
    assert proof.split("\n")[:4] == [
        "harbor, 2026-11-03T14:00:00-05:00, read under policy default",
        "     1 R │ 00:00:05 S1: The board has not voted.",
        "         │   free to use (nothing was agreed)",
        "     5 O │ S1: The deal was dead by Friday.",
    ]
    assert proof.split("\n")[4].startswith("         │   not to be published; ")
    assert proof.endswith("(agreed)")
    assert facts.split("\n") == [
        "the facts behind it",
        "     1  turn 2, 00:13:41 S1 > ask off-the-record",
        "     2  turn 3, AR > define publish=no",
        "     3  turn 4, S1 > agree",
    ]
    assert steps[0].startswith("The agreement was broken in print: for the person who spoke\n")
    assert steps[2].startswith("In the first hour\n")
    assert page.endswith("`groundrules incident show broken --side source` has the whole page.\n")


def test_without_turns_the_whole_talk_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "incident", "open", "leak", "harbor.record", *AT)

    assert "O │ off the record: 2 statements\n" in page
    assert "The deal was dead" not in page


def test_a_turn_that_nothing_was_agreed_about_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "incident", "open", "regret", "harbor.record", "--turns", "1", *AT)

    assert "no fact of the record is about their terms\n" in page


def test_a_release_from_afterwards_is_among_the_facts(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    release = "\nafterwards:\n  2026-11-05T09:10-05:00 S1 > release background turns=5\n"
    record.write_text(RECORD + release, encoding="utf-8")

    page = printed(capsys, "incident", "open", "moving-story", "harbor.record", "--turns", "5", *AT)

    assert "     4  2026-11-05T09:10:00-05:00 S1 > release background turns=5\n" in page


def test_an_incident_changes_no_terms(capsys: pytest.CaptureFixture[str]) -> None:
    before = json.loads(printed(capsys, "record", "show", "harbor.record", "--json"))
    printed(capsys, "incident", "open", "exception", "harbor.record", "--turns", "5", *AT)
    after = json.loads(printed(capsys, "record", "show", "harbor.record", "--json"))

    assert before["turns"] == after["turns"]
    assert before["facts"] == after["facts"][:-1]


def test_it_is_noted_settled_and_taken_back(
    record: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = type("Given", (), {"buffer": io.BytesIO(f"{COMMENT}\nwas read".encode())})()
    printed(capsys, "incident", "open", "slip", "harbor.record", "--side", "reporter", *AT)
    said = printed(capsys, "incident", "note", "harbor.record", "The desk knows.", *AT)
    monkeypatch.setattr(sys, "stdin", given)
    read = printed(capsys, "incident", "note", "harbor.record", "-", "--turns", "5", *AT)
    printed(capsys, "incident", "close", "harbor.record", "--note", "mended", *AT)

    assert said == "added to harbor.record: note by S1, 2026-11-06T07:30:00-05:00 (fact 5)\n"
    assert COMMENT not in read
    facts = parse(record.read_text(encoding="utf-8")).facts[3:]
    assert [(fact.kind, fact.by, fact.words) for fact in facts] == [
        (Kind.INCIDENT_OPENED, "AR", "slip"),
        (Kind.INCIDENT_NOTED, "S1", "slip: The desk knows."),
        (Kind.INCIDENT_NOTED, "S1", f"slip: {COMMENT} was read"),
        (Kind.INCIDENT_CLOSED, "S1", "slip: mended"),
    ]

    undone = printed(capsys, "incident", "undo", "harbor.record")

    assert undone == "took the last settled out of harbor.record\n"
    assert parse(record.read_text(encoding="utf-8")).facts[3:] == facts[:-1]


def test_without_at_it_is_now_with_an_offset(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(capsys, "incident", "open", "leak", "harbor.record")

    (fact,) = parse(record.read_text(encoding="utf-8")).facts[3:]
    assert fact.when is not None
    assert fact.when.utcoffset() is not None


def test_who_tells_it_may_be_named_or_be_nobody(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    two = RECORD.replace("  S1: source", "  S2: other\n  S1: source")
    record.write_text(two, encoding="utf-8")
    printed(capsys, "incident", "open", "leak", "harbor.record", *AT)
    printed(capsys, "incident", "open", "leak", "harbor.record", "--by", "AR", *AT)

    facts = parse(record.read_text(encoding="utf-8")).facts[3:]
    assert [fact.by for fact in facts] == ["", "AR"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ("open", "brokn", "harbor.record"),
            "KIND: there is no kind of incident called 'brokn' (did you mean broken?",
        ),
        (
            ("open", "leak", "harbor.record", "--turns", "4-9"),
            "--turns: a turn is named that is not among the 5 down to here (count the turns",
        ),
        (
            ("open", "leak", "harbor.record", "--at", "2026-11-06T07:30"),
            "--at: the time has no offset from UTC (write date, time and offset",
        ),
        (
            ("open", "leak", "harbor.record", "--at", "2025-11-06T07:30-05:00"),
            "--at: this is dated before the talk (check day and year, and date: in the record)",
        ),
        (
            ("open", "leak", "harbor.record", "--by", "S2"),
            "harbor.record: --by names nobody who is declared in it (write one of: AR, S1",
        ),
        (("note", "harbor.record", "words"), "harbor.record: no incident is open in it (open one"),
        (
            ("close", "harbor.record", "--kind", "leak"),
            "harbor.record: no incident of the kind 'leak' is open in it (open one",
        ),
        (("note", "harbor.record", " "), "the note is empty"),
        (("undo", "harbor.record"), "harbor.record: the last fact is not about an incident (only"),
        (("open", "leak", "gone.record"), "gone.record: there is no such file"),
    ],
)
def test_what_cannot_be_done_leaves_the_record_as_it_was(
    arguments: tuple[str, ...],
    complaint: str,
    record: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said = printed(capsys, "incident", *arguments, status=2)

    assert said.startswith(f"groundrules: {complaint}")
    assert record.read_text(encoding="utf-8") == RECORD


def test_a_record_with_faults_is_not_touched(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record.write_text(f"{RECORD}  > agre\n", encoding="utf-8")

    said = printed(capsys, "incident", "open", "leak", "harbor.record", status=2)

    assert said.startswith("groundrules: harbor.record:17:5: this is not a verb")
    assert record.read_text(encoding="utf-8") == f"{RECORD}  > agre\n"


def test_every_kind_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    listed = printed(capsys, "incident", "list")
    kinds = [one["kind"] for one in json.loads(printed(capsys, "incident", "list", "--json"))]

    assert len(kinds) == 11
    assert [kind for kind in kinds if f"{kind}\n" not in listed] == []


@pytest.mark.parametrize("columns", ["40", "80"])
@pytest.mark.parametrize("side", ["source", "reporter"])
def test_a_page_fits_the_terminal(
    side: str, columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    for kind in ("broken", "subpoena", "exposed"):
        page = printed(capsys, "incident", "show", kind, "--side", side)

        assert max(map(len, page.splitlines())) <= int(columns)
        assert "not legal advice" in " ".join(page.split())


def test_a_page_is_written_to_a_file_that_only_its_owner_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = printed(capsys, "incident", "show", "overruled", "--out", "page.html")

    assert said == "wrote page.html\n"
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600
    assert "501 U.S. 663 (1991)" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_newsroom_s_own_page_hides_the_shipped_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shipped = printed(capsys, "incident", "show", "leak")
    (tmp_path / "ours" / "trouble").mkdir(parents=True)
    side = (
        'first-hour = ["Call 4711."]\nfirst-day = ["Rest."]\nlawyer = "Ours."\n'
        'never.run = { what = "No.", why = "So." }\n'
        'options.wait = { title = "Wait", does = "Much.", cost = "Time." }\n'
    )
    own = (
        'title = "Our page"\nabout = "Ours."\ncalm = "Calm."\nholds = ["One."]\nproves = ["Two."]\n'
        f'cannot-prove = ["Three."]\n[source]\n{side}[reporter]\n{side}'
    )
    (tmp_path / "ours" / "trouble" / "leak.toml").write_text(own, encoding="utf-8")

    page = printed(capsys, "incident", "show", "leak", "--wordings", "ours")

    assert "1. Call 4711." in page
    assert "1. Call 4711." not in shipped
    assert "What the law says" not in page


def test_who_may_talk_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "liaisons.toml").write_text(LIAISONS, encoding="utf-8")
    (tmp_path / "groundrules.toml").write_text('liaisons = ["liaisons.toml"]\n', encoding="utf-8")

    assert printed(capsys, "liaisons") == (
        "Harbor Authority\n"
        "  press-office: Jo Marsh; on the port, as far as on background; trained\n"
        "    2026-03-01\n"
    )
    (found,) = json.loads(printed(capsys, "liaisons", "list", "--json"))
    assert found["liaisons"][0]["up_to"] == "background"


def test_where_nothing_is_set_nobody_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "liaisons").startswith("no file says who may talk")
    assert json.loads(printed(capsys, "liaisons", "list", "--json")) == []


def test_a_talk_by_somebody_else_is_noted_and_not_prevented(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = printed(capsys, "record", "show", "harbor.record")
    (tmp_path / "liaisons.toml").write_text(LIAISONS, encoding="utf-8")

    noted = printed(capsys, "record", "show", "harbor.record", "--liaisons", "liaisons.toml")

    assert noted == (
        f"{bare}\nwho may talk: 1 note\n"
        "- S1 speaks from within the organisation and is not one of its liaisons\n"
    )
    shown = printed(
        capsys, "record", "show", "harbor.record", "--liaisons", "liaisons.toml", "--json"
    )
    assert json.loads(shown)["liaisons"] == [
        {
            "why": "no-liaison",
            "party": "S1",
            "turns": [],
            "message": "S1 speaks from within the organisation and is not one of its liaisons",
        }
    ]


def test_the_turns_of_a_flag_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = LIAISONS.replace("Jo Marsh", "Dana Whitfield").replace("the port", "the vote")
    more = '\n[liaisons.spare]\nnames = ["Jo Marsh"]\nup-to = "record"\nuntil = 2026-01-01\n'
    (tmp_path / "liaisons.toml").write_text(ours + more, encoding="utf-8")
    (tmp_path / "two.toml").write_text(LIAISONS, encoding="utf-8")

    noted = printed(capsys, "record", "show", "harbor.record", "--liaisons", "liaisons.toml")
    both = printed(
        capsys, "liaisons", "list", "--liaisons", "liaisons.toml", "--liaisons", "two.toml"
    )

    assert "(turns 1, 2, 4 and 5)" in " ".join(noted.split())
    assert "spare: Jo Marsh; on every topic, as far as on the record; not trained, until" in both
    assert both.count("Harbor Authority\n") == 2


def test_every_file_of_liaisons_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.toml").write_text('organisation = "HA"\n', encoding="utf-8")

    said = printed(
        capsys, "liaisons", "list", "--liaisons", "one.toml", "--liaisons", "two.toml", status=2
    )

    assert said.splitlines() == [
        (
            "groundrules: one.toml: liaisons: nobody is named "
            '(add [liaisons.press-office] and names = ["…"])'
        ),
        "groundrules: two.toml: there is no such file (check the path)",
    ]  # fmt: skip
