from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from groundrules.desk.records.import_transcript import Imported, Telling, import_transcripts
from groundrules.errors import BadInput
from groundrules.readers.transcript.casting import Who
from groundrules.record.notation import parse
from groundrules.record.transcript import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTHING_TOLD = Telling()
OFFICIAL = Path(__file__).parents[1] / "fixtures" / "transcripts" / "official"

CALL = "MODERATOR:  Good evening.\n\nQ  Why?\n\nANA RUIZ:  Because we said so."
CAPTIONS = """WEBVTT

00:01.000 --> 00:02.000
<v Dana Roe>Off the record?

00:03.000 --> 00:04.000
hm
"""


def saved(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def faults_of(
    files: Sequence[Path | str], out: Path, telling: Telling = NOTHING_TOLD, wanted_id: str = ""
) -> list[tuple[str, str]]:
    """Return path and message of each fault of an import."""
    with pytest.raises(BadInput) as caught:
        import_transcripts(files, out, telling, wanted_id=wanted_id)
    return [(fault.path, fault.message) for fault in caught.value.faults]


def test_each_transcript_becomes_a_record_that_reads_back_the_same(tmp_path: Path) -> None:
    files = (saved(tmp_path, "Call.md", CALL), saved(tmp_path, "talk.vtt", CAPTIONS))
    out = tmp_path / "new" / "records"
    begun: list[str] = []

    imported = import_transcripts(
        [files[0], str(files[1])],
        out,
        Telling(policy="ap", outlet="The Ledger Post"),
        progress=begun.append,
    )

    assert [str(path) for path in files] == begun
    assert [
        (str(files[0]), out / "call.record", 3, 7, 0),
        (str(files[1]), out / "talk.record", 2, 4, 1),
    ] == [
        (one.source, one.record, len(one.conversation.turns), one.words, one.unknown)
        for one in imported
    ]
    for one in imported:
        assert one.conversation == parse(one.record.read_text(encoding="utf-8"))
        assert ("ap", "The Ledger Post") == (one.conversation.policy, one.conversation.outlet)
        assert () == one.conversation.facts
        assert 0o600 == stat.S_IMODE(one.record.stat().st_mode)


def test_a_record_looks_like_this(tmp_path: Path) -> None:
    (one,) = import_transcripts([saved(tmp_path, "talk.vtt", CAPTIONS)], tmp_path)

    assert one.record.read_text(encoding="utf-8") == (
        "conversation: talk\norigin: talk.vtt, WebVTT\nparties:\n  ROE: other, Dana Roe\n\n"
        "[00:00:01-00:00:02] ROE: Off the record?\n  ?> ask off-the-record\n"
        "[00:00:03-00:00:04] ?: hm\n"
    )


def test_roles_are_given_by_label_or_id(tmp_path: Path) -> None:
    file = saved(tmp_path, "call.md", CALL)

    who = {"ana ruiz": Who(Role.SOURCE), "MOD": Who(Role.SPOKESPERSON)}
    (one,) = import_transcripts([file], tmp_path, Telling(who))

    assert {"MOD": Role.SPOKESPERSON, "Q": Role.REPORTER, "RUIZ": Role.SOURCE} == {
        party.id: party.role for party in one.conversation.parties
    }


def test_a_role_for_nobody_is_a_fault_that_does_not_say_the_name(tmp_path: Path) -> None:
    file = saved(tmp_path, "call.md", CALL)
    telling = Telling({"Q": Who(Role.REPORTER), "DANA ROE": Who(Role.SOURCE)})

    assert [("--party", "nobody in these files goes by the label of role 2")] == faults_of(
        [file], tmp_path / "out", telling
    )
    assert not (tmp_path / "out").exists()


def test_one_bad_file_keeps_all_from_being_written_and_every_fault_is_named(
    tmp_path: Path,
) -> None:
    good = saved(tmp_path, "call.md", CALL)
    bad = saved(tmp_path, "bad.vtt", "WEBVTT\n\n1 --> 2\nx\n\nastray\n")
    out = tmp_path / "out"

    assert [
        (str(bad), "the line with --> has no two times"),
        (str(bad), "this is neither a cue nor a NOTE, STYLE or REGION block"),
        ("none.srt", "there is no such file"),
    ] == faults_of([good, bad, "none.srt"], out)
    assert not out.exists()


@pytest.mark.parametrize("other", ["call.txt", "CALL.vtt", "Call!.md"])
def test_two_files_with_one_id_are_a_fault(tmp_path: Path, other: str) -> None:
    first, second = saved(tmp_path, "call.md", CALL), saved(tmp_path, other, CALL)
    out = tmp_path / "out"

    assert [(str(second), f"it gives the same id as {first}")] == faults_of([first, second], out)
    assert not out.exists()


def test_a_record_that_is_there_stays_and_keeps_all_from_being_written(tmp_path: Path) -> None:
    files = [saved(tmp_path, "call.md", CALL), saved(tmp_path, "talk.vtt", CAPTIONS)]
    out = tmp_path / "out"
    out.mkdir()
    there = saved(out, "talk.record", "old")

    assert [(str(there), "the file is there already")] == faults_of(files, out)
    assert ["talk.record"] == names(out)

    import_transcripts(files, out, force=True)
    assert ["call.record", "talk.record"] == names(out)
    assert "talk" == parse(there.read_text(encoding="utf-8")).id


def test_an_id_may_be_wanted_for_one_file_alone(tmp_path: Path) -> None:
    file = saved(tmp_path, "call.md", CALL)

    (one,) = import_transcripts([file], tmp_path, wanted_id="Harbour.1")

    assert tmp_path / "Harbour.1.record" == one.record
    assert [("--id", "one id cannot be that of several files")] == faults_of(
        [file, file], tmp_path, wanted_id="x"
    )


def test_what_the_notation_cannot_hold_is_a_fault_and_nothing_is_written(tmp_path: Path) -> None:
    file = saved(tmp_path, "call.md", CALL)
    out = tmp_path / "out"

    assert [(str(file), "the head has no form in the notation")] == faults_of(
        [file], out, Telling(outlet="two\nlines")
    )
    assert not out.exists()


def test_a_folder_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    file = saved(tmp_path, "call.md", CALL)

    assert [(str(file), "something else of this name is there already")] == faults_of([file], file)
    assert [(str(file / "x"), "a part of the path is not a folder")] == faults_of(
        [file], file / "x"
    )


def test_a_full_disk_leaves_neither_records_nor_the_folder_that_was_made(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the system refuses the writing."""
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from groundrules.desk.records.import_transcript import import_transcripts\n"
        "from groundrules.errors import BadInput\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))\n"
        "try:\n"
        "    import_transcripts(sys.argv[1:3], Path(sys.argv[3]))\n"
        "except BadInput as bad:\n"
        "    print(bad)\n"
    )
    short, long = saved(tmp_path, "a.md", CALL), saved(tmp_path, "b.md", CALL + " So." * 100)
    out = tmp_path / "out"

    done = subprocess.run(
        [sys.executable, "-c", code, str(short), str(long), str(out)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.startswith(f"{out / 'b.record'}: cannot be used: ")
    assert not out.exists()


def test_without_cues_nothing_is_proposed(tmp_path: Path) -> None:
    file = saved(tmp_path, "talk.vtt", CAPTIONS)

    (one,) = import_transcripts([file], tmp_path / "out", Telling(cues=False))

    assert () == one.conversation.proposals
    assert "?>" not in one.record.read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", [">", "?>"])
def test_a_record_in_which_somebody_has_decided_is_not_read_anew(tmp_path: Path, mark: str) -> None:
    text = f"conversation: c\nparties:\n  S1: source\n\nS1: Off the record?\n  {mark} hint\n"
    file = saved(tmp_path, "c.record", text)

    (one,) = import_transcripts([file], tmp_path / "out")

    assert text == one.record.read_text(encoding="utf-8")


def test_nothing_to_import_is_nothing(tmp_path: Path) -> None:
    assert () == import_transcripts([], tmp_path / "out")
    assert [] == names(tmp_path)


def test_official_transcripts_are_imported_together(tmp_path: Path) -> None:
    files = sorted(path for path in OFFICIAL.glob("20*.md"))

    imported = import_transcripts(files, tmp_path)

    assert [f"{path.stem}.record" for path in files] == names(tmp_path)
    assert all(isinstance(one, Imported) and one.unknown == 0 for one in imported)
