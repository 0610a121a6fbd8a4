"""The other commands, run in this process: what they print, and how they end."""

from __future__ import annotations

import json
import os
import shutil
import stat
from typing import TYPE_CHECKING

import click
import pytest
from newsroom import AS_OF, DRAFT, at_a_terminal, furnish

from groundrules import __version__
from groundrules.config.keys import KEYS
from groundrules.faces.cli import main
from groundrules.faces.cli.program import program
from groundrules.rules.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CAPTIONS = """\
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana Ruiz>Where does the sale stand?

00:00:05.000 --> 00:00:09.000
<v Dana Whitfield>The board has not voted.
"""


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)
    furnish(tmp_path)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    """Run a command; return standard output of one that went well, else its complaint."""
    assert main(arguments) == status
    out, err = capsys.readouterr()
    if status == 2:
        assert all(line.startswith("groundrules: ") for line in err.splitlines())
        return err
    return out


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)


EVERY = list(commands(program))


@pytest.mark.parametrize(("path", "command"), EVERY, ids=[" ".join(path) for path, _ in EVERY])
def test_every_command_explains_itself_with_examples(
    path: tuple[str, ...], command: click.Command, capsys: pytest.CaptureFixture[str]
) -> None:
    help_text = printed(capsys, *path, "--help")

    assert f"Usage: groundrules {' '.join(path)}" in help_text
    assert f"Examples:\n    groundrules {' '.join(path)}" in help_text
    assert all(one.help for one in command.params if isinstance(one, click.Option))
    assert command.help


def test_without_a_command_it_says_what_to_do_first(capsys: pytest.CaptureFixture[str]) -> None:
    first = printed(capsys)

    assert first.count("\n  groundrules ") == 4
    assert first != printed(capsys, "--help")


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, flag) == f"groundrules {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing",), "no such command 'nothing' (see `groundrules --help`)"),
        (("record", "shwo"), "no such command 'shwo'"),
        (("explain", "GR999"), "explain: no rule is called 'GR999'"),
        (("policies", "show", "app"), "policies: there is no policy called 'app'"),
        (("policies", "compare", "ap"), "missing argument 'SECOND'"),
        (("record", "show", "missing.record"), "missing.record: "),
        (("completion", "tcsh"), "invalid value for"),
        (("serve", "--demo", "--minutes", "0"), "invalid value for '--minutes'"),
        (("serve", "--demo", "--minutes", "1441"), "invalid value for '--minutes'"),
        (("import",), "no transcript was named (see `groundrules import --help`)"),
        (("import", DRAFT, "--party", "X"), "--party wants LABEL=ROLE, with one of reporter, "),
        (("import", DRAFT, "--party", "X=king"), "--party wants LABEL=ROLE"),
        (("import", "missing.vtt"), "missing.vtt: there is no such file"),
    ],
)
def test_misuse(
    arguments: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    complaint = printed(capsys, *arguments, status=2)

    assert complaint.startswith(f"groundrules: {message}")
    assert complaint.count("\n") == 1


def test_the_record_is_shown_along_its_rail(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, "record", "show", "records/harbor.record")

    assert "\n     4 O │ 00:14:02 S1: The deal was dead by Friday.\n" in page
    assert "\x1b[" not in page
    assert "\x1b[" in printed(
        capsys, "record", "show", "records/harbor.record", "--color", "always"
    )


def test_the_record_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    shown = json.loads(printed(capsys, "record", "show", "records/harbor.record", "--json"))

    assert shown["turns"][3]["status"] == "off-the-record"
    assert shown["policy"] == "ap"


def test_the_house_policy_is_for_records_that_name_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "records" / "harbor.record"
    text = path.read_text(encoding="utf-8").replace("policy: ap\n", "")
    path.write_text(text, encoding="utf-8")

    page = printed(capsys, "record", "show", str(path), "--policy", "nyt")

    assert page.startswith("harbor, 2026-11-03T14:00:00+00:00, read under policy nyt\n")


def test_policies(capsys: pytest.CaptureFixture[str]) -> None:
    names = [one["id"] for one in json.loads(printed(capsys, "policies", "list", "--json"))]
    rows = printed(capsys, "policies", "list").splitlines()

    assert [row.split()[0] for row in rows] == names
    for name in names:
        shown = json.loads(printed(capsys, "policies", "show", name, "--json"))
        assert shown["id"] == name
        assert printed(capsys, "policies", "show", name).startswith(f"{name}: {shown['title']}")


def test_policies_compared(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("policies", "compare", "ap", "washington-post")
    shown = json.loads(printed(capsys, *arguments, "--json"))
    page = printed(capsys, *arguments)

    assert "Off the record: same word, different rights\n" in page
    assert all(one["sentence"] in page for one in shown["differences"])


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys, "explain").splitlines()

    assert [row.split()[0] for row in rows] == [rule.code for rule in all_rules()]
    for rule in all_rules():
        assert "## What it does" in printed(capsys, "explain", rule.name)


def test_a_project_is_started_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "init") == ""
    assert (tmp_path / "groundrules.toml").exists()
    assert "the file is there already" in printed(capsys, "init", status=2)


def test_settings_and_where_they_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "groundrules.toml").write_text('policy = "ap"\n', encoding="utf-8")
    monkeypatch.setenv("GROUNDRULES_SELECT", "GR1,GR4")

    page = printed(capsys, "config", "show").splitlines()
    shown = json.loads(printed(capsys, "config", "show", "--json"))

    assert f'policy = "ap"  ({tmp_path / "groundrules.toml"}: policy)' in page
    assert 'select = ["GR1", "GR4"]  (environment GROUNDRULES_SELECT)' in page
    assert 'format = "full"  (default)' in page
    assert list(shown) == list(KEYS)
    assert shown["format"] == {"value": "full", "origin": "default"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_names_the_program(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    script = printed(capsys, "completion", shell)

    assert "_GROUNDRULES_COMPLETE" in script
    assert f"{shell}_complete" in script


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("groundrules che", {"plain,check"}),
        ("groundrules check dr", {"file,dr"}),
        ("groundrules check draft.md --format js", {"plain,json", "plain,jsonl"}),
        ("groundrules check --records ", {"file,"}),
        ("groundrules check --no-such", {""}),
    ],
)
def test_a_shell_is_told_what_could_stand_there(
    words: str,
    offered: set[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("_GROUNDRULES_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))

    with pytest.raises(SystemExit, match="0"):
        main([])

    assert offered == set(capsys.readouterr().out.splitlines())


def test_a_transcript_becomes_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talk.vtt").write_text(CAPTIONS, encoding="utf-8")

    said = printed(
        capsys,
        *("import", "talk.vtt", "--party", "Ana Ruiz=reporter", "--party", "Dana Whitfield=source"),
        *("--policy", "ap", "--outlet", "The Ledger Post", "--id", "talk-1", "--out", "made"),
    )
    shown = json.loads(printed(capsys, "record", "show", "made/talk-1.record", "--json"))

    assert said == "made/talk-1.record: 2 turns, 10 words\n"
    assert [turn["text"] for turn in shown["turns"]] == [
        "Where does the sale stand?",
        "The board has not voted.",
    ]
    assert shown["policy"] == "ap"
    assert "the file is there already" in printed(
        capsys, "import", "talk.vtt", "--id", "talk-1", "--out", "made", status=2
    )
    assert printed(capsys, "import", "talk.vtt", "--id", "talk-1", "--out", "made", "--force")


def test_many_transcripts_are_counted_only_for_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(5):
        (tmp_path / f"talk-{number}.vtt").write_text(CAPTIONS, encoding="utf-8")
    names = [f"talk-{number}.vtt" for number in range(5)]

    assert main(["import", *names, "--out", "made"]) == 0
    assert capsys.readouterr().err == (
        "2 speakers are `other`, and protected like a source: "
        "tell who is who with --party LABEL=ROLE\n"
    )


def test_many_transcripts_are_counted_for_a_person(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"talk-{number}.vtt").write_text(CAPTIONS, encoding="utf-8")

    few = at_a_terminal(tmp_path, "import", "talk-1.vtt", "--out", "one")
    many = at_a_terminal(tmp_path, "import", *(f"talk-{n}.vtt" for n in range(4)), "--out", "four")

    assert "reading" not in few
    assert "reading 1 of 4" in many
    assert "reading 4 of 4\r\n" in many


def test_a_check(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(
        capsys,
        "check",
        DRAFT,
        "--as-of",
        AS_OF,
        "--format",
        "concise",
        "--fail-on",
        "error",
        status=1,
    )

    assert found.startswith("draft.md:3:1: GR101 ")
    assert printed(capsys, "check", DRAFT, "--exit-zero")


def test_a_check_that_was_cut_short_is_reported_and_is_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = "banana " * 1000
    (tmp_path / DRAFT).write_text(again, encoding="utf-8")
    (tmp_path / "records" / "harbor.record").write_text(
        f"conversation: harbor\nparties:\n  S1: source\n\nS1: {again}\n", encoding="utf-8"
    )

    assert main(["check", DRAFT]) == 2

    out, err = capsys.readouterr()
    assert "parts of 1 statement" in out
    assert err.startswith("groundrules: draft.md: the check is not complete: it leaves out parts")


def test_the_doctor_finds_everything_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "records").chmod(0o700)
    (tmp_path / "records" / "harbor.record").chmod(0o600)

    page = printed(capsys, "doctor")

    assert {line.split()[0] for line in page.splitlines()} == {"fine"}
    assert "records: 1 can be read\n" in page
    assert "configuration: none found; the defaults hold\n" in page


def test_the_doctor_doubts_what_everybody_may_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "records" / "harbor.record"
    (tmp_path / "records").chmod(0o700)
    record.chmod(0o604)
    (tmp_path / ".groundrules").mkdir()
    (tmp_path / ".groundrules" / "reveals.jsonl").touch()
    (tmp_path / ".groundrules" / "reveals.jsonl").chmod(0o644)

    doubts = [line for line in printed(capsys, "doctor").splitlines() if "doubtful" in line]

    assert [line.partition(": ")[0].split(maxsplit=1)[1] for line in doubts] == [
        "permissions of the records",
        "permissions of the register of reveals",
    ]
    assert "records/harbor.record" in doubts[0]
    assert stat.S_IMODE(record.stat().st_mode) == 0o604


def test_the_doctor_doubts_a_place_without_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(tmp_path / "records")

    assert "doubtful records: no folder `records` here" in printed(capsys, "doctor")


@pytest.mark.parametrize(
    ("file", "text", "subject"),
    [
        ("groundrules.toml", "= 3\n", "configuration"),
        ("groundrules.toml", 'policy = "no-such"\n', "policies"),
        ("records/bad.record", "what is this\n", "records"),
    ],
)
def test_the_doctor_names_what_is_broken(
    tmp_path: Path, file: str, text: str, subject: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")

    assert main(["doctor", "--json"]) == 2

    seen = json.loads(capsys.readouterr().out)
    assert subject in {one["subject"] for one in seen if one["state"] == "broken"}
    assert "Whitfield" not in str(seen)
