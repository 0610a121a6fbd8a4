"""`groundrules check`, as a process: what goes where, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from newsroom import AS_OF, DRAFT, at_a_terminal, furnish, groundrules

from harbor_case import CONVERSATION, OPEN_WORDS, SECRET, TEXT

if TYPE_CHECKING:
    from pathlib import Path

HARMLESS = "# The weather\n\nIt rained on the harbour all day.\n"
FORMATS = ("full", "concise", "json")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    furnish(tmp_path)
    return tmp_path


def test_findings_go_to_standard_output_and_the_status_is_1(room: Path) -> None:
    done = groundrules(room, "check", DRAFT, "--as-of", AS_OF)

    assert (done.returncode, done.stderr) == (1, "")
    assert "draft.md:3:1: error GR101" in done.stdout
    assert "policy default, as of 2026-11-05T09:00:00+00:00." in done.stdout


def test_a_draft_that_uses_nothing_ends_with_0_and_says_what_was_checked(room: Path) -> None:
    (room / DRAFT).write_text(HARMLESS, encoding="utf-8")

    done = groundrules(room, "check", DRAFT)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("No broken promise found in 1 draft.\n")
    assert "Not checked: " in done.stdout


@pytest.mark.parametrize("command", ["check", "provenance"])
def test_a_folder_with_a_form_that_is_not_read_says_so(room: Path, command: str) -> None:
    (room / "b.pdf").write_text("", encoding="utf-8")

    assert "1 file in the folders, in forms that are not read: 1 .pdf" in (
        groundrules(room, command, ".").stdout
    )


def test_a_draft_without_copy_ends_with_2_whatever_was_asked(room: Path) -> None:
    (room / DRAFT).write_text("", encoding="utf-8")

    done = groundrules(room, "check", DRAFT, "--exit-zero")

    assert done.returncode == 2
    assert "Not checked: " in done.stdout
    assert done.stderr.startswith("groundrules: draft.md: the check is not complete: there is no")


def test_exit_zero_reports_all_the_same(room: Path) -> None:
    done = groundrules(room, "check", DRAFT, "--exit-zero", "--format", "concise")

    assert done.returncode == 0
    assert "draft.md:3:1: GR101 " in done.stdout


def test_the_threshold_decides_between_0_and_1(room: Path) -> None:
    (room / "groundrules.toml").write_text(
        '[severities]\nwithheld-statement = "note"\n', encoding="utf-8"
    )
    chosen = ("check", DRAFT, "--select", "withheld-statement")

    assert groundrules(room, *chosen).returncode == 0
    assert groundrules(room, *chosen, "--fail-on", "note").returncode == 1


def test_rules_are_selected_and_ignored(room: Path) -> None:
    done = groundrules(room, "check", DRAFT, "--select", "GR1", "--ignore", "GR101", "--exit-zero")

    assert "draft.md:3:1: error GR101" not in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize(
    "form", ["full", "concise", "json", "jsonl", "sarif", "github", "junit", "html"]
)
def test_rules_that_are_switched_off_are_told_in_every_form_and_fail_nothing(
    room: Path, form: str
) -> None:
    done = groundrules(room, "check", DRAFT, "--ignore", "GR", "--format", form)

    assert done.returncode == 0
    assert "the rules that are switched off: all" in done.stdout


def test_standard_input_has_the_name_it_is_given(room: Path) -> None:
    done = groundrules(
        room, "check", "-", "--stdin-filename", "desk/new.md", "--format", "concise", given=TEXT
    )
    plain = groundrules(room, "check", "-", "--format", "concise", given=TEXT)

    assert done.returncode == plain.returncode == 1
    assert "desk/new.md:3:1: GR101 " in done.stdout
    assert "<stdin>:3:1: GR101 " in plain.stdout


def test_a_json_report_is_as_its_schema_says(room: Path) -> None:
    schema = json.loads(
        files("groundrules.reporters").joinpath("report.schema.json").read_text(encoding="utf-8")
    )

    for more in ((), ("--reveal",)):
        done = groundrules(room, "check", DRAFT, "--format", "json", *more)
        Draft202012Validator(schema).validate(json.loads(done.stdout))


def test_a_report_in_a_file_leaves_standard_output_empty(room: Path) -> None:
    done = groundrules(room, "check", DRAFT, "-o", "report.txt")

    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert "GR101" in (room / "report.txt").read_text(encoding="utf-8")


def protected() -> list[str]:
    """Return every name and word that no report may hold unasked."""
    source = CONVERSATION.parties[1]
    words = [SECRET[:-1], OPEN_WORDS[:-1], "dead by Friday", "told twice"]
    names = [source.name, *source.name.split(), *source.aliases, *source.affiliations]
    return [*words, *names, source.description]


@pytest.mark.parametrize("form", FORMATS)
def test_no_report_that_leaves_the_screen_holds_a_protected_word(room: Path, form: str) -> None:
    piped = groundrules(room, "check", DRAFT, "--format", form)
    coloured = groundrules(room, "check", DRAFT, "--format", form, "--color", "always")
    groundrules(room, "check", DRAFT, "--format", form, "-o", "report")
    filed = (room / "report").read_text(encoding="utf-8")

    for word in protected():
        for text in (piped.stdout, piped.stderr, coloured.stdout, filed):
            assert word not in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_revealed_report_names_the_source_and_is_recorded(room: Path, form: str) -> None:
    done = groundrules(room, "check", DRAFT, "--format", form, "--reveal")
    register = (room / ".groundrules" / "reveals.jsonl").read_text(encoding="utf-8")

    assert done.returncode == 1
    assert "Dana Whitfield" in done.stdout
    assert SECRET[:-1] in done.stdout
    assert json.loads(register)["format"] == form
    assert not any(word in register for word in protected())


def test_a_reveal_that_cannot_be_recorded_shows_nothing(room: Path) -> None:
    (room / ".groundrules").touch()

    done = groundrules(room, "check", DRAFT, "--reveal")

    assert (done.returncode, done.stdout) == (2, "")
    assert "so nothing is revealed" in done.stderr


def test_at_a_terminal_the_drafts_own_line_is_shown_and_the_source_is_not(room: Path) -> None:
    shown = at_a_terminal(room, "check", DRAFT)

    assert f"{SECRET[:-1]}, Whitfield said." in shown
    assert "\x1b[" in shown
    assert "Dana" not in shown
    assert "Larchmere" not in shown


def test_at_a_terminal_colour_can_be_refused(room: Path) -> None:
    assert "\x1b[" not in at_a_terminal(room, "check", DRAFT, "--color", "never")


def test_at_a_terminal_concise_and_json_hold_no_word_of_the_draft(room: Path) -> None:
    for form in ("concise", "json"):
        shown = at_a_terminal(room, "check", DRAFT, "--format", form)
        assert not any(word in shown for word in protected())


MISUSES = [
    (("check",), "check: no draft was named (name one, or - for standard input)"),
    (("check", "missing.md"), "missing.md: there is no such file (check the path)"),
    (("check", DRAFT, DRAFT), "draft.md: it was named twice (name it once)"),
    (("check", DRAFT, "--records", "nowhere"), "nowhere: "),
    (("check", DRAFT, "--policy", "no-such"), "flag --policy: "),
    (("check", DRAFT, "--policies", "nowhere"), "nowhere: "),
    (("check", DRAFT, "--as-of", "2026-11-05T06:00"), "--as-of: "),
    (("check", DRAFT, "--select", "GR9999"), "select: no rule is called 'GR9999'"),
    (("check", DRAFT, "--ignore", "no-such"), "ignore: no rule is called 'no-such'"),
    (("check", DRAFT, "-o", "missing/report"), "missing/report: "),
    (("check", DRAFT, "-o", DRAFT), "draft.md: the report would overwrite what it is about"),
    (("check", DRAFT, "--format", "xml"), "invalid value for '--format'"),
    (("check", DRAFT, "--nothing"), "no such option"),
    (("chekc", DRAFT), "no such command 'chekc', did you mean 'check'?"),
]


@pytest.mark.parametrize(("arguments", "message"), MISUSES, ids=[one[1] for one in MISUSES])
def test_misuse_is_one_line_and_2(room: Path, arguments: tuple[str, ...], message: str) -> None:
    done = groundrules(room, *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"groundrules: {message}")
    assert len(done.stderr.splitlines()) == 1


def test_no_record_is_2_and_says_how_to_name_one(tmp_path: Path) -> None:
    (tmp_path / DRAFT).write_text(TEXT, encoding="utf-8")

    done = groundrules(tmp_path, "check", DRAFT)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("groundrules: draft.md: there is no record to check it against")
    assert "--records" in done.stderr


def test_a_folder_without_a_record_in_it_is_2(room: Path) -> None:
    (room / "records" / "harbor.record").unlink()

    done = groundrules(room, "check", DRAFT)

    assert (done.returncode, done.stdout) == (2, "")


def test_a_record_that_cannot_be_read_is_2_without_a_word_of_it(room: Path) -> None:
    path = room / "records" / "harbor.record"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("> agree", "> agre"), encoding="utf-8")

    done = groundrules(room, "check", DRAFT)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("groundrules: records/harbor.record:")
    assert not any(word in done.stderr for word in protected())


def test_a_record_that_names_an_unknown_policy_is_2(room: Path) -> None:
    path = room / "records" / "harbor.record"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("policy: ap", "policy: no-such"), encoding="utf-8")

    done = groundrules(room, "check", DRAFT)

    assert (done.returncode, done.stdout) == (2, "")
    assert "conversation harbor: there is no policy called 'no-such'" in done.stderr


def test_a_bad_configuration_is_2(room: Path) -> None:
    (room / "groundrules.toml").write_text("polices = []\nformat = 3\n", encoding="utf-8")

    done = groundrules(room, "check", DRAFT)

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 2
    assert "did you mean 'policies'?" in done.stderr


def test_the_configuration_is_used(room: Path) -> None:
    (room / "groundrules.toml").write_text('format = "concise"\npolicy = "nyt"\n', encoding="utf-8")

    done = groundrules(room, "check", DRAFT)
    flagged = groundrules(room, "check", DRAFT, "--policy", "ap", GROUNDRULES_POLICY="npr")
    from_environment = groundrules(room, "check", DRAFT, GROUNDRULES_POLICY="npr")

    assert done.stdout.startswith("draft.md:3:1: GR101 ")
    assert "; policy nyt, as of " in done.stdout
    assert "; policy ap, as of " in flagged.stdout
    assert "; policy npr, as of " in from_environment.stdout


def test_several_drafts_are_reported_together(room: Path) -> None:
    (room / "second.md").write_text(HARMLESS, encoding="utf-8")

    done = groundrules(room, "check", ".", "--format", "json")

    assert done.returncode == 1
    assert json.loads(done.stdout)["drafts"] == ["draft.md", "second.md"]


@pytest.mark.parametrize("arguments", [("check", DRAFT), ("--help",)])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_who_stops_reading_is_no_error(
    room: Path, arguments: tuple[str, ...], unbuffered: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "groundrules", *arguments],
            cwd=room,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr) == (141, b"")


def heeding_interrupts() -> None:
    """Undo what a shell does to the jobs that it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_is_130_and_silent(room: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "groundrules", "check", "-"],
        cwd=room,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"},
        preexec_fn=heeding_interrupts,  # noqa: PLW1509 - no thread is running
    )
    assert process.stderr
    for line in process.stderr:  # it reads standard input once everything is loaded
        if b"groundrules.readers.drafts" in line:
            break
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert process.returncode == 130
    assert b"Traceback" not in said


def test_an_output_that_cannot_hold_every_character_is_written_all_the_same(room: Path) -> None:
    done = groundrules(room, "check", DRAFT, PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.returncode == 1
    assert "\\u2588" in done.stdout
    assert done.stderr == ""
