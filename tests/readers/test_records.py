"""Records on disk: one file, a folder of them, and everything that a folder can do wrong."""

from __future__ import annotations

import io
import os
import shutil
from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.readers.records import LIMIT, read_record, read_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOUND = "conversation: {name}\nparties:\n  S1: source\n\nS1: The tide was out.\n"


def write(path: Path, name: str | None = None) -> Path:
    """Write a sound record, named for its file unless another name is given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SOUND.format(name=name or path.stem), encoding="utf-8")
    return path


def names(*paths: Path | str) -> list[str]:
    return [conversation.id for conversation in read_records(paths)]


def faults(*paths: Path | str) -> tuple[Fault, ...]:
    with pytest.raises(BadInput) as refusal:
        read_records(paths)
    return refusal.value.faults


def test_one_record_is_read_from_its_file(tmp_path: Path) -> None:
    conversation = read_record(write(tmp_path / "harbor.record"))

    assert conversation.id == "harbor"
    assert conversation.turns[0].text == "The tide was out."


def test_faults_name_the_file_as_it_was_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.record"
    path.write_text("conversation: bad\nS1: The tide was out.\n", encoding="utf-8")

    with pytest.raises(BadInput) as refusal:
        read_record(path)

    assert [(fault.path, fault.line) for fault in refusal.value.faults] == [(str(path), 2)]


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.record"
    path.touch()
    os.truncate(path, LIMIT + 1)

    (fault,) = faults(path)

    assert fault.message == "it has more than 16 MiB"


def test_standard_input_is_a_record_too(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SOUND.format(name="typed").encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))

    assert names("-") == ["typed"]


def test_a_folder_stands_for_every_record_in_it_and_below_in_order(tmp_path: Path) -> None:
    write(tmp_path / "b.record")
    write(tmp_path / "a.record")
    write(tmp_path / "2026" / "c.record")
    write(tmp_path / "D.RECORD", "d")
    (tmp_path / "notes.txt").write_text("no record", encoding="utf-8")

    assert names(tmp_path) == ["c", "d", "a", "b"]


def test_paths_are_read_in_the_order_they_are_given_and_any_name_will_do(tmp_path: Path) -> None:
    second = write(tmp_path / "second.txt")
    first = write(tmp_path / "folder" / "first.record")

    assert names(second, first.parent) == ["second", "first"]


def test_hidden_files_and_folders_are_not_looked_at(tmp_path: Path) -> None:
    write(tmp_path / "a.record")
    write(tmp_path / "._a.record", "hidden-file")
    write(tmp_path / ".trash" / "b.record")

    assert names(tmp_path) == ["a"]


def test_a_file_is_read_once_however_often_it_is_reached(tmp_path: Path) -> None:
    path = write(tmp_path / "records" / "a.record")
    (tmp_path / "records" / "z.record").symlink_to(path)
    (tmp_path / "records" / "again").mkdir()
    (tmp_path / "records" / "again" / "link").symlink_to(tmp_path / "elsewhere")
    write(tmp_path / "elsewhere" / "b.record")
    (tmp_path / "records" / "also").symlink_to(tmp_path / "elsewhere")

    assert names(path, tmp_path / "records", path) == ["a", "b"]


def test_a_link_back_to_a_folder_above_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path / "a.record")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    link = tmp_path / "deep" / "er" / "back"
    link.symlink_to(tmp_path)

    (fault,) = faults(tmp_path)

    assert fault.path == str(link)
    assert fault.message == "this link leads back to a folder that it stands in"


def test_two_folders_that_link_to_each_other_are_a_fault(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        write(tmp_path / name / f"{name}.record")
        (tmp_path / name / "other").symlink_to(tmp_path / other)

    (fault,) = faults(tmp_path / "one")

    assert fault.path == str(tmp_path / "one" / "other" / "other")


def test_a_link_to_itself_is_a_fault_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path / "a.record")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "nowhere").symlink_to(tmp_path / "no-record-at-all")

    (fault,) = faults(tmp_path)

    assert fault.path == str(tmp_path / "circle")
    assert fault.message == "the path runs into a loop of symbolic links"


def test_a_record_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "gone.record").symlink_to(tmp_path / "gone")

    assert [fault.message for fault in faults(tmp_path)] == ["there is no such file"]


def test_a_pipe_with_the_name_of_a_record_is_a_fault_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.record")

    assert [fault.path for fault in faults(tmp_path)] == [str(tmp_path / "pipe.record")]


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with a record far below it; take it away by hand, as tools cannot."""
    folders = [str(tmp_path)]
    for _ in range(1500):
        folders.append(folders[-1] + "/d")
        os.mkdir(folders[-1])  # noqa: PTH102 - quick, 1500 times
    path = folders[-1] + "/deep.record"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - a long path
        file.write(SOUND.format(name="deep"))
    yield tmp_path
    os.unlink(path)  # noqa: PTH108 - a long path
    for folder in reversed(folders[1:]):
        os.rmdir(folder)  # noqa: PTH106 - quick, 1500 times


def test_folders_may_be_nested_more_deeply_than_calls(deep: Path) -> None:
    assert names(deep) == ["deep"]


def test_a_folder_without_records_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path)

    assert fault.path == str(tmp_path)
    assert fault.message == "there is no *.record in this folder or below it"


def test_a_path_that_leads_nowhere_is_a_fault(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path / "gone")

    assert (str(tmp_path / "gone"), "there is no such file") == (fault.path, fault.message)


def test_a_path_with_a_nul_is_a_fault() -> None:
    (fault,) = faults("a\0b")

    assert fault.path == "a\\x00b"


def test_a_folder_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    write(tmp_path / "a.record")
    above = os.open(tmp_path, os.O_RDONLY)
    for _ in range(17):  # 17 names of 250 characters are more than a path may have
        os.mkdir("d" * 250, dir_fd=above)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=above)
        os.close(above)
        above = below
    os.close(above)

    found = faults(tmp_path)
    shutil.rmtree(tmp_path / ("d" * 250))  # by hand too: what cleans up later goes by path

    assert [fault.message for fault in found] == ["the path is too long"]


def test_two_records_of_one_conversation_are_a_fault_that_names_both(tmp_path: Path) -> None:
    write(tmp_path / "a.record", "harbor")
    write(tmp_path / "b.record", "harbor")

    (fault,) = faults(tmp_path)

    assert fault.path == str(tmp_path / "b.record")
    assert fault.message == f"the conversation harbor stands in {tmp_path / 'a.record'} too"


def test_the_faults_of_all_files_come_together(tmp_path: Path) -> None:
    (tmp_path / "a.record").write_text("", encoding="utf-8")
    (tmp_path / "b.record").write_bytes(b"\xff\xfe\xfa")
    write(tmp_path / "c.record")

    found = faults(tmp_path, tmp_path / "gone")

    assert ["a.record", "b.record", "gone"] == [os.path.basename(one.path) for one in found]  # noqa: PTH119 - strings


def test_every_record_of_a_folder_is_returned_whole(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.record") for name in "abc"]

    assert tuple(read_record(path) for path in paths) == read_records([tmp_path])
