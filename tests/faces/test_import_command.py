"""`groundrules import`: who is who is asked once, and what is heard is proposed or printed."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator
from newsroom import groundrules
from single_keys import press

from groundrules.record.notation import parse
from groundrules.reporters.sheets.sheet_wrapping import width_of

if TYPE_CHECKING:
    from pathlib import Path

CAPTIONS = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Dana Whitfield>Can we go off the record for a second?</v>

00:00:05.000 --> 00:00:06.000
<v Ana Ruiz>Sure.</v>

00:00:07.000 --> 00:00:09.000
<v Dana Whitfield>The deal was dead by Friday.</v>
"""
VOICES = CAPTIONS.replace("Dana Whitfield", "SPEAKER_00").replace("Ana Ruiz", "SPEAKER_01")
PARTIES = ("--party", "Ana Ruiz=reporter:AR", "--party", "Dana Whitfield=source:S1")
OTHERS = (
    "2 speakers are `other`, and protected like a source: tell who is who with --party LABEL=ROLE\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "talk.vtt").write_text(CAPTIONS, encoding="utf-8")
    (tmp_path / "voices.vtt").write_text(VOICES, encoding="utf-8")
    return tmp_path


def record(folder: Path, name: str = "talk") -> str:
    return (folder / "records" / f"{name}.record").read_text(encoding="utf-8")


def test_what_is_heard_is_proposed(folder: Path) -> None:
    ended = groundrules(folder, "import", "talk.vtt", *PARTIES)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "records/talk.record: 3 turns, 16 words; 2 to review\n"
    assert record(folder).endswith(
        "  S1: source, Dana Whitfield\n  AR: reporter, Ana Ruiz\n\n"
        "[00:00:01-00:00:04] S1: Can we go off the record for a second?\n  ?> ask off-the-record\n"
        "[00:00:05-00:00:06] AR: Sure.\n  ?> agree\n"
        "[00:00:07-00:00:09] S1: The deal was dead by Friday.\n"
    )


def test_without_cues_nothing_is(folder: Path) -> None:
    ended = groundrules(folder, "import", "talk.vtt", *PARTIES, "--no-cues")

    assert ended.stdout == "records/talk.record: 3 turns, 16 words\n"
    assert "?>" not in record(folder)


def test_who_is_not_told_is_said_without_a_name(folder: Path) -> None:
    ended = groundrules(folder, "import", "talk.vtt")

    assert (ended.returncode, ended.stderr) == (0, OTHERS)
    assert {party.role for party in parse(record(folder)).parties} == {"other"}


@pytest.mark.parametrize("party", ["Q", "Q=king", "=source", "Ana Ruiz=source:"])
def test_another_form_of_party_is_refused(folder: Path, party: str) -> None:
    ended = groundrules(folder, "import", "talk.vtt", "--party", party)

    assert ended.returncode == 2
    assert "--party wants LABEL=ROLE, with one of reporter, " in ended.stderr


def test_several_files_say_how_much_waits_in_each(folder: Path) -> None:
    ended = groundrules(folder, "import", "talk.vtt", "voices.vtt", "--party", "Ana Ruiz=reporter")

    assert ended.stdout == (
        "records/talk.record: 3 turns, 16 words; 2 to review\n"
        "records/voices.record: 3 turns, 16 words; 2 to review\n"
    )


def test_a_record_in_the_way_is_refused_before_anything_is_asked(folder: Path) -> None:
    groundrules(folder, "import", "talk.vtt", *PARTIES)
    before = record(folder)

    sitting = press(folder, 80, [], "import", "talk.vtt")

    assert (sitting.status, sitting.prompts) == (2, 0)
    assert "the file is there already" in sitting.screen
    assert record(folder) == before


@pytest.mark.parametrize("columns", [80, 40])
def test_at_a_terminal_it_asks_who_is_who_and_goes_on_into_the_review(
    folder: Path, columns: int
) -> None:
    sitting = press(
        folder, columns, ["source\n", "reporter\n", "a", "a", "\r"], "import", "talk.vtt"
    )

    assert sitting.status == 0
    rows = [row for row in sitting.screen.split("\n") if not row.startswith("  groundrules ")]
    assert max(map(width_of, rows)) <= columns
    assert "1 of 2: Dana Whitfield, 2 turns" in sitting.screen
    assert "“The deal was dead by Friday.”" in " ".join(sitting.screen.split())
    assert "Decided: 2 accepted." in sitting.screen
    assert "?>" not in record(folder)
    assert [(party.name, party.role) for party in parse(record(folder)).parties] == [
        ("Dana Whitfield", "source"),
        ("Ana Ruiz", "reporter"),
    ]


def test_a_voice_has_no_name_until_one_is_typed(folder: Path) -> None:
    press(folder, 80, ["source\n", "\n", "reporter\n", "Ana Ruiz\n", "q"], "import", "voices.vtt")

    assert "  SPEAKER_00: source\n  SPEAKER_01: reporter, Ana Ruiz\n" in record(folder, "voices")


def test_what_was_told_once_is_offered_again(folder: Path) -> None:
    groundrules(folder, "import", "talk.vtt", *PARTIES)
    (folder / "next.vtt").write_text(CAPTIONS, encoding="utf-8")

    sitting = press(folder, 80, ["\n", "\n", "q"], "import", "next.vtt")

    assert sitting.screen.count("An earlier record has an answer, which is offered.") == 2
    assert parse(record(folder, "next")).parties == parse(record(folder)).parties


def test_voices_of_the_same_talk_are_offered_again_and_others_are_not(folder: Path) -> None:
    told = ("--party", "SPEAKER_00=source:S1", "--party", "SPEAKER_01=reporter:AR")
    groundrules(folder, "import", "voices.vtt", *told)
    (folder / "next.vtt").write_text(VOICES, encoding="utf-8")

    again = press(folder, 80, ["\n", "\n", "\n", "\n", "q"], "import", "voices.vtt", "--force")
    other = press(folder, 80, ["rest\n", "q"], "import", "next.vtt")

    assert "An earlier record" in again.screen
    assert "  S1: source\n  AR: reporter\n" in record(folder, "voices")
    assert "An earlier record" not in other.screen
    assert {party.role for party in parse(record(folder, "next")).parties} == {"other"}


def test_an_earlier_id_that_is_taken_is_not_given_twice(folder: Path) -> None:
    told = ("--party", "Dana Whitfield=source:RUIZ", "--party", "Ana Ruiz=reporter:AR")
    groundrules(folder, "import", "talk.vtt", *told)
    (folder / "next.vtt").write_text(CAPTIONS, encoding="utf-8")
    (folder / "records" / "bad.record").write_text("no record", encoding="utf-8")

    sitting = press(folder, 80, ["\n", "\n", "q"], "import", "next.vtt")

    assert sitting.status == 0
    assert [party.id for party in parse(record(folder, "next")).parties] == ["WHITFIELD", "AR"]


def test_several_files_are_asked_about_once_and_voices_by_themselves(folder: Path) -> None:
    (folder / "next.vtt").write_text(CAPTIONS, encoding="utf-8")

    sitting = press(
        folder, 80, ["source\n", "reporter\n"], "import", "talk.vtt", "next.vtt", "voices.vtt"
    )

    assert (sitting.status, sitting.prompts) == (0, 2)
    assert "2 of 2: Ana Ruiz" in sitting.screen
    assert OTHERS.strip() in " ".join(sitting.screen.split())
    assert parse(record(folder)).parties == parse(record(folder, "next")).parties


def test_who_stops_has_written_nothing(folder: Path) -> None:
    sitting = press(folder, 80, ["q\n"], "import", "talk.vtt")

    assert sitting.status == 2
    assert "Stopped. Nothing was written." in sitting.screen
    assert not (folder / "records").exists()


def test_json_asks_nothing_and_writes_nothing(folder: Path) -> None:
    before = sorted(folder.iterdir())

    ended = groundrules(folder, "import", "talk.vtt", "--json", *PARTIES)
    sitting = press(folder, 80, [], "import", "talk.vtt", "--json", *PARTIES)

    assert (ended.returncode, ended.stderr, sitting.prompts) == (0, "", 0)
    assert json.loads(ended.stdout)["terms"] == [
        "on-the-record",
        "off-the-record",
        "off-the-record",
    ]
    assert sorted(folder.iterdir()) == before


def test_json_writes_the_record_where_a_folder_is_named(folder: Path) -> None:
    ended = groundrules(folder, "import", "talk.vtt", "--json", "--out", "records", *PARTIES)

    assert json.loads(ended.stdout)["conversation"] == parse(record(folder)).id
    assert "?> ask off-the-record" in record(folder)


def test_json_names_the_labels_where_one_is_unknown(folder: Path) -> None:
    ended = groundrules(folder, "import", "talk.vtt", "--json", "--party", "Zoe=source")

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "groundrules: --party: nobody goes by the label 'Zoe' "
        "(the labels there are: 'Dana Whitfield', 'Ana Ruiz')\n"
    )


def test_json_is_of_one_transcript(folder: Path) -> None:
    ended = groundrules(folder, "import", "talk.vtt", "voices.vtt", "--json")

    assert ended.returncode == 2
    assert "--json prints one object: name one transcript" in ended.stderr


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_a_check_names_what_was_heard_and_the_review(folder: Path, form: str) -> None:
    groundrules(folder, "import", "talk.vtt", *PARTIES)
    (folder / "draft.md").write_text("The deal was dead by Friday.\n", encoding="utf-8")

    found = groundrules(folder, "check", "draft.md", "--format", form)

    assert (found.returncode, found.stderr) == (1, "")
    assert "nobody has confirmed it" in found.stdout
    if form == "full":
        assert (
            "conversation talk, heard and not confirmed: asked in turn 1 at 00:00:01, "
            "agreed in turn 2 at 00:00:05; "
        ) in found.stdout
        assert "`groundrules review` on the record of talk (statement talk#3)" in found.stdout
    if form == "json":
        schema = (files("groundrules.reporters") / "report.schema.json").read_text("utf-8")
        Draft202012Validator(json.loads(schema)).validate(json.loads(found.stdout))
