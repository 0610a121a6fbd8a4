from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.readers import writing
from groundrules.readers.writing import PUBLIC, write_bytes, write_text, write_texts

if TYPE_CHECKING:
    from pathlib import Path


def faults_of(texts: dict[Path, str], *, force: bool = False) -> list[tuple[str, str]]:
    """Return path and message of each fault that writing gives."""
    with pytest.raises(BadInput) as caught:
        write_texts(texts, force=force)
    return [(fault.path, fault.message) for fault in caught.value.faults]


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in folder.iterdir() if path.is_file()}


def test_a_text_is_written_as_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.record"

    write_text(path, "Grüße\r\nzwei\n")

    assert "Grüße\r\nzwei\n".encode() == path.read_bytes()
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert {"a.record": "Grüße\r\nzwei\n"} == contents(tmp_path)


def test_what_holds_no_word_of_a_talk_may_be_read_by_all(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "a.toml", "x", mode=PUBLIC)
    finally:
        os.umask(before)

    assert 0o644 == stat.S_IMODE((tmp_path / "a.toml").stat().st_mode)


def test_what_is_no_text_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"

    write_bytes(path, b"%PDF \xff\r\n")

    assert path.read_bytes() == b"%PDF \xff\r\n"
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    with pytest.raises(BadInput):
        write_bytes(path, b"new")
    write_bytes(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o644)

    assert [(str(path), "the file is there already")] == faults_of({path: "new"})
    assert {"a.record": "old"} == contents(tmp_path)

    write_text(path, "new", force=True)
    assert {"a.record": "new"} == contents(tmp_path)
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ("force", "remedy"),
    [({}, "name another"), ({"force": False}, "name another, or overwrite it with --force")],
)
def test_force_is_proposed_only_where_it_can_be_given(
    tmp_path: Path, force: dict[str, bool], remedy: str
) -> None:
    path = tmp_path / "a.record"
    path.touch()
    with pytest.raises(BadInput) as caught:
        write_text(path, "new", **force)
    assert [remedy] == [fault.remedy for fault in caught.value.faults]


def test_a_dangling_link_is_in_the_way_and_force_replaces_the_link_alone(tmp_path: Path) -> None:
    path, target = tmp_path / "a.record", tmp_path / "target"
    path.symlink_to(target)

    assert [(str(path), "the file is there already")] == faults_of({path: "new"})

    write_text(path, "new", force=True)
    assert (False, False) == (path.is_symlink(), target.exists())


def test_a_link_of_ours_is_followed(tmp_path: Path) -> None:
    path, target = tmp_path / "latest", tmp_path / "of-today"
    path.symlink_to(target)
    target.write_text("old", encoding="utf-8")

    write_text(path, "new", force=True)

    assert path.is_symlink()
    assert "new" == target.read_text("utf-8")


def test_a_link_that_another_user_put_there_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, target = tmp_path / "latest", tmp_path / "of-ours"
    path.symlink_to(target)
    target.write_text("old", encoding="utf-8")
    if os.geteuid() == 0:
        os.chown(path, 12345, 12345, follow_symlinks=False)
    else:
        monkeypatch.setattr(writing.os, "geteuid", lambda: 12345)

    write_text(path, "new", force=True)

    assert {"latest": "new", "of-ours": "old"} == contents(tmp_path)


@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_written_into(tmp_path: Path, *, linked: bool) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    path = tmp_path / "link" if linked else pipe
    if linked:
        path.symlink_to(pipe)
    with ThreadPoolExecutor() as pool:
        heard = pool.submit(pipe.read_text, "utf-8")
        write_text(path, "Grüße\n", force=True)
        assert "Grüße\n" == heard.result(10)
    assert pipe.is_fifo()
    assert path.is_symlink() == linked


def test_a_device_stays_one_and_what_it_says_is_told(tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.symlink_to("/dev/full")  # by a link: if this fails, the machine's own is not replaced
    if not full.is_char_device():
        pytest.skip("there is no device that is always full")
    assert [(str(full), "the disk is full")] == faults_of({full: "new"}, force=True)
    assert full.is_char_device()


def test_every_file_in_the_way_is_named_and_none_is_written(tmp_path: Path) -> None:
    free, taken, folder = tmp_path / "free", tmp_path / "taken", tmp_path / "folder"
    taken.write_text("old", encoding="utf-8")
    folder.mkdir()
    lost = tmp_path / "none" / "a"

    assert [
        (str(taken), "the file is there already"),
        (str(folder), "this is a folder"),
        (str(lost), "its folder is not there"),
    ] == faults_of(dict.fromkeys((free, taken, folder, lost), "new"))
    assert {"taken": "old"} == contents(tmp_path)


def test_force_does_not_replace_a_folder(tmp_path: Path) -> None:
    assert [(str(tmp_path), "this is a folder")] == faults_of({tmp_path: "new"}, force=True)


def test_half_a_surrogate_pair_is_a_fault_and_leaves_nothing(tmp_path: Path) -> None:
    message = "the text holds half of a surrogate pair, which is no character"

    assert [(str(tmp_path / "b"), message)] == faults_of(
        {tmp_path / "a": "fine", tmp_path / "b": "\ud800"}
    )
    assert {} == contents(tmp_path)


def test_a_name_that_is_too_long_leaves_nothing(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 300)

    assert [(str(long), "the path is too long")] == faults_of({tmp_path / "a": "a", long: "b"})
    assert {} == contents(tmp_path)


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the system refuses the writing."""
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from groundrules.errors import BadInput\n"
        "from groundrules.readers.writing import write_texts\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "folder = Path(sys.argv[1])\n"
        "try:\n"
        "    write_texts({folder / 'a': 'short', folder / 'b': 'x' * 5000})\n"
        "except BadInput as bad:\n"
        "    print(bad)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith(f"{tmp_path / 'b'}: cannot be used: ")
    assert {} == contents(tmp_path)


def refusing_links(number: int) -> object:
    """Return what stands for a file system that answers a hard link with this error."""

    def link(source: Path, target: Path) -> None:
        raise OSError(number, os.strerror(number), str(source), None, str(target))

    return link


def test_a_file_system_without_hard_links_gets_a_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing.os, "link", refusing_links(errno.EOPNOTSUPP))

    write_text(tmp_path / "a", "new")

    assert {"a": "new"} == contents(tmp_path)


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs at once: the other one's file appears between the look and the naming."""
    link = os.link

    def late(source: Path, target: Path) -> None:
        if target.name == "b":
            target.write_text("theirs", encoding="utf-8")
        link(source, target)

    monkeypatch.setattr(writing.os, "link", late)

    assert [(str(tmp_path / "b"), "the file is there already")] == faults_of(
        {tmp_path / "a": "ours", tmp_path / "b": "ours"}
    )
    assert {"b": "theirs"} == contents(tmp_path)


def test_nor_is_it_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(_source: Path, target: Path) -> None:
        target.write_text("theirs", encoding="utf-8")
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(writing.os, "link", late)

    assert [(str(tmp_path / "a"), "the file is there already")] == faults_of({tmp_path / "a": "x"})
    assert {"a": "theirs"} == contents(tmp_path)


def test_another_refusal_of_the_name_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing.os, "link", refusing_links(errno.EIO))

    with pytest.raises(BadInput) as caught:
        write_text(tmp_path / "a", "x")

    message = f"cannot be used: {os.strerror(errno.EIO)}"
    assert (Fault(str(tmp_path / "a"), message, "check it"),) == caught.value.faults
    assert {} == contents(tmp_path)
