"""Whatever is done with a vault, no word of it is left: in no file, no folder, no message.

The walk is gone once, through the real commands and the real keeper, with a passphrase that is
stretched as in earnest; after each of its steps everything that a command may write to is searched.
"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote_from_bytes

import pytest

from residue_walk import (
    ALIAS,
    AS_OF,
    CANARIES,
    FORMS,
    NAME,
    PASSPHRASE,
    SAID,
    SECOND,
    STEPS,
    TALK,
    VAULT,
    WORD,
    Rooms,
    content_of,
    walk,
)
from residues import forms_of, traces

if TYPE_CHECKING:
    from pathlib import Path


WATCH = """\
import os, sys

_SEEN = os.open({path!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _seen(event, arguments):
    if event == "socket.__new__" and arguments[1] != -1:  # -1: it is there already
        os.write(_SEEN, b"family %d\\n" % arguments[1])
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        os.write(_SEEN, b"name\\n")


sys.addaudithook(_seen)
"""
"""A module that every process of the walk loads first: it notes which sockets are made."""


class Walked(NamedTuple):
    """The folders after the walk, and what was found in them after each of its steps."""

    rooms: Rooms
    found: list[set[tuple[str, str]]]
    files: list[set[str]]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    folder = tmp_path_factory.mktemp("walk")
    (folder / "watch").mkdir()
    watch = WATCH.format(path=str(folder / "sockets"))
    (folder / "watch" / "sitecustomize.py").write_text(watch, encoding="utf-8")
    rooms = Rooms(folder / "room", folder / "apart", folder / "watch")
    found: list[set[tuple[str, str]]] = []
    files: list[set[str]] = []

    def search(rooms: Rooms) -> None:
        found.append(traces(content_of(rooms.room), CANARIES))
        files.append({path.name for path in rooms.room.rglob("*") if path.is_file()})

    walk(rooms, search)
    return Walked(rooms, found, files)


def test_no_file_has_a_trace_after_any_step(walked: Walked) -> None:
    assert [set()] * len(STEPS) == walked.found


def test_the_walk_has_gone_everywhere(walked: Walked) -> None:
    steps = dict(zip([step.__name__ for step in STEPS], walked.files, strict=True))

    assert {"vault.json", "ledger.db", "epoch.json"} <= steps["create"]
    assert {"manifest.json", "cards.sqlite"} <= steps["check"]
    assert {"office.epoch"} <= steps["leave"]
    assert "cards.sqlite" not in steps["shred"]
    assert [] == [name for name in steps["shred"] if name.endswith((".segment", "-wal"))]
    assert (walked.rooms.room / "stick" / "copy.vault" / "ledger.db").is_file()


def test_nothing_stays_in_the_temporary_the_home_and_the_run_time_folder(walked: Walked) -> None:
    room = walked.rooms.room
    left = {
        name: [path for path in sorted((room / name).rglob("*")) if path.is_file()]
        for name in ("tmp", "home", "run", "desk")
    }
    kept = {str(path.relative_to(room)) for path in left["desk"] if "index" not in path.parts}

    assert ([], []) == (left["tmp"], left["home"])
    assert [(".lock", 0)] == [(path.suffix, path.stat().st_size) for path in left["run"]]
    assert {
        "desk/.groundrules/.gitignore",
        "desk/.groundrules/fingerprint.key",
        f"desk/{VAULT}/ledger.db",
        f"desk/{VAULT}/vault.json",
    } == kept


def test_no_command_says_a_word_a_name_or_the_passphrase(walked: Walked) -> None:
    told = {ran.arguments: traces(ran.printed, SAID) for ran in walked.rooms.ran}
    silent = [ran for ran in walked.rooms.ran if not ran.printed]

    assert {arguments: set() for arguments in told} == told
    assert [] == silent, "the control: each has said something, and it was read"


def sockets(walked: Walked) -> set[str]:
    """Return the families of all sockets that were made so far."""
    return set((walked.rooms.room.parent / "sockets").read_text("ascii").splitlines())


def test_nothing_goes_out_of_the_machine(walked: Walked) -> None:
    during = sockets(walked)
    line = "import socket; socket.socket(); socket.getaddrinfo('127.0.0.1', 9)"
    subprocess.run([sys.executable, "-c", line], env=walked.rooms.environment, check=True)

    assert {f"family {socket.AF_UNIX.value}"} == during
    assert {f"family {socket.AF_INET.value}", "name"} == sockets(walked) - during, "the control"


def test_a_folder_tells_when_it_was_made_and_how_many_can_unlock_it(walked: Walked) -> None:
    folder = walked.rooms.desk / VAULT
    public = json.loads((folder / "vault.json").read_text("utf-8"))
    told = {name: type(value).__name__ for name, value in public.items()}
    kinds = [slot["kind"] for slot in public["slots"]["slots"]]
    random = (folder / "ledger.db").read_bytes()

    assert PUBLIC == told
    assert ["passphrase", "recovery"] == sorted(kinds)
    assert b"SQLite format 3" not in random
    assert 256 == len(set(random[: 1 << 14])), "it looks like noise from its first byte on"


def test_reports_say_where_and_not_what(walked: Walked) -> None:
    reports = [ran for ran in walked.rooms.ran if "--format" in ran.arguments]

    assert [True] * len(FORMS) == [b"GR101" in ran.printed for ran in reports]


def test_the_control_what_lies_apart_is_found(walked: Walked) -> None:
    found = {text for text, _ in traces(content_of(walked.rooms.apart), CANARIES)}

    assert set(CANARIES) - {PASSPHRASE, SECOND} == found


def test_the_control_what_is_exported_or_shown_is_found(tmp_path: Path) -> None:
    rooms = Rooms(tmp_path / "room", tmp_path / "apart")
    STEPS[0](rooms)
    try:
        rooms.run("vault", "export", TALK, "--out", "out", "--reason", "by mistake in the desk")
        shown = rooms.run("record", "show", f"{VAULT}/{TALK}").printed
        asked = ("--records", VAULT, "--as-of", AS_OF, "--format", "html")
        page = rooms.run("check", str(rooms.apart / "draft.md"), *asked, status=1).printed
    finally:
        rooms.lock()

    assert {WORD, TALK} <= {text for text, _ in traces(content_of(rooms.room), CANARIES)}
    assert (WORD, "utf-8") in traces(shown, SAID)
    assert {NAME, WORD} <= {text for text, _ in traces(page, SAID)}, "the page holds the draft"
    assert set() == traces(page, [ALIAS, PASSPHRASE]), "and nothing of the record"
    assert NAME not in {text for text, _ in traces(content_of(rooms.room), CANARIES)}


PUBLIC = {
    "format": "str",
    "v": "int",
    "ledger": "str",
    "created": "str",
    "backend": "dict",
    "slots": "dict",
}
"""What stands in the public file of a vault, and of which kind."""

LEAKS = {
    "utf-8": lambda text: text.encode(),
    "utf-16le": lambda text: text.encode("utf-16le"),
    "utf-16be": lambda text: text.encode("utf-16be"),
    "base64": lambda text: base64.b64encode(text.encode()),
    "hex": lambda text: text.encode().hex().encode(),
    "url": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
}


@pytest.mark.parametrize("encoding", LEAKS)
@pytest.mark.parametrize("folder", ["tmp", f"desk/{VAULT}", "state"])
def test_the_control_a_leak_is_found(walked: Walked, encoding: str, folder: str) -> None:
    leak = walked.rooms.room / folder / "leak"
    try:
        leak.write_bytes(b"x" + LEAKS[encoding](f"he said {PASSPHRASE} then") + b"y")
        found = traces(content_of(walked.rooms.room), CANARIES)
    finally:
        leak.unlink()

    assert (PASSPHRASE, encoding) in found
    assert {PASSPHRASE} == {text for text, _ in found}


def test_the_control_a_name_of_a_file_is_found(walked: Walked) -> None:
    leak = walked.rooms.room / "tmp" / f"{quote_from_bytes(TALK.encode())}.txt"
    try:
        leak.touch()
        found = traces(content_of(walked.rooms.room), CANARIES)
    finally:
        leak.unlink()

    assert {(TALK, "utf-8")} == found
    assert set(LEAKS) == set(forms_of(TALK))
