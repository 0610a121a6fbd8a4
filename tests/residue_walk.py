"""A vault's whole life through its real commands, in a folder that is then searched for traces.

Everything that the commands may write to is in `room`: the working folder with the vault, the home,
the state, the run-time and the temporary folder, and a stick with a backup. What is in plain text
by design lies in `apart`: the records that are imported, the draft, what is exported.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORD, PLACE = "vxqzcanary", "drumlinfen by the marsh"
NAME, BODY, ALIAS = "Quorrel Vintz", "Zyxwold Authority", "Brixelmoor"
TALK, SECOND = "talk-qqzzy-2026", "second-qqzzy-2026"
PASSPHRASE = "marmalade cantilever wexelgate ninepins"  # noqa: S105 - of an invented vault
SAID = [WORD, PLACE, NAME, "Quorrel", "Vintz", BODY, ALIAS, PASSPHRASE]
"""What no command may print that shows no record."""

CANARIES = [*SAID, TALK, SECOND]
"""What no file may hold."""

VAULT = "office.vault"
RECORD = f"""\
conversation: {TALK}
date: 2026-11-03T14:00-05:00
outlet: The Ledger Post
policy: ap
matter: the {WORD} talks
parties:
  AR: reporter, Ana Ruiz
  S1: source, {NAME}, of {BODY}, aka {ALIAS}, "a person briefed on the talks"

# {WORD} in a comment
[00:13:41] S1: Can we go off the record for a second?
  > ask off-the-record
[00:13:50] AR: Sure.
  > agree
[00:14:02] S1: The {WORD} deal was dead by Friday in the {PLACE}.
"""
TRANSCRIPT = f"""\
WEBVTT

00:01.000 --> 00:04.000
<v Ana Ruiz>What happened at the port?

00:05.000 --> 00:09.000
<v {NAME}>The {WORD} deal went on after all in {PLACE}.
"""
DRAFT = f'{NAME} of the {BODY} said "the {WORD} deal was dead by Friday in the {PLACE}".\n'
NOTE = f"The editor was told of {WORD}.\n"
_KEPT = {"PATH", "LANG", "PYTHONPATH"}
AS_OF = "2026-11-05T09:00+00:00"
FORMS = ("concise", "json", "jsonl", "sarif", "github", "junit")
"""The forms of a report; but for the page in HTML, which holds the draft, as it says of itself."""


class Ran(NamedTuple):
    """A command that has ended, and what it printed."""

    arguments: tuple[str, ...]
    status: int
    printed: bytes


class Rooms:
    """The folders of the walk, and the commands that are run in them.

    Attributes:
        room: all that commands may write to, and that is searched.
        apart: what is in plain text by design.
        desk: the working folder.
        ran: every command, in order.
    """

    def __init__(self, room: Path, apart: Path, modules: Path | None = None) -> None:
        """Make the folders, and put what is in plain text apart.

        Args:
            room: where commands write to.
            apart: for what is in plain text.
            modules: a folder of modules that every process of the walk finds before others.
        """
        self.room, self.apart, self.desk = room, apart, room / "desk"
        self._modules = modules
        self.ran: list[Ran] = []
        for name in ("home", "state", "run", "tmp", "desk", "stick"):
            (room / name).mkdir(mode=0o700, parents=True)
        apart.mkdir(parents=True, exist_ok=True)
        for name, text in (("a.record", RECORD), ("b.vtt", TRANSCRIPT), ("draft.md", DRAFT)):
            (apart / name).write_text(text, encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """Return the variables of its commands: every folder that they look for is here."""
        kept = {name: value for name, value in os.environ.items() if name in _KEPT}
        named = {"XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp"}
        named |= {"HOME": "home", "XDG_CACHE_HOME": "home", "XDG_CONFIG_HOME": "home"}
        folders = {name: str(self.room / folder) for name, folder in named.items()}
        if self._modules:
            paths = filter(None, (str(self._modules), kept.get("PYTHONPATH")))
            kept["PYTHONPATH"] = os.pathsep.join(paths)
        return {**kept, **folders, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}

    def run(self, *arguments: str, given: str = "", status: int = 0) -> Ran:
        """Run a command in the working folder; what it prints is kept.

        Raises:
            AssertionError: it ended with another status.
        """
        done = subprocess.run(
            [sys.executable, "-m", "groundrules", *arguments],
            cwd=self.desk,
            input=given.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment,
            check=False,
            timeout=120,
        )
        ran = Ran(arguments, done.returncode, done.stdout)
        self.ran.append(ran)
        assert status == ran.status, (arguments[:2], done.stdout.decode())
        return ran

    def found(self) -> None:
        """Found the vault; its recovery sheet lies apart."""
        sheet = str(self.apart / "sheet.txt")
        named = ("--name", "Ana Ruiz", "--sheet", sheet, "--passphrase-fd", "0")
        self.run("vault", "init", VAULT, *named, given=PASSPHRASE)

    def unlock(self) -> None:
        """Unlock the vault."""
        self.run("vault", "unlock", "--passphrase-fd", "0", given=PASSPHRASE)

    def lock(self) -> None:
        """Lock it."""
        self.run("vault", "lock")


def create(rooms: Rooms) -> None:
    """Found a vault, and bring a record and a transcript into it."""
    rooms.found()
    rooms.unlock()
    rooms.run("vault", "import", str(rooms.apart / "a.record"))
    told = ("--party", "Ana Ruiz=reporter:AR", "--party", f"{NAME}=source:S1", "--id", SECOND)
    rooms.run("import", str(rooms.apart / "b.vtt"), "--out", VAULT, *told)


def check(rooms: Rooms) -> None:
    """Index its records, and hold a draft against them, in several forms of report."""
    rooms.run("index", "build", VAULT)
    asked = ("check", str(rooms.apart / "draft.md"), "--records", VAULT, "--as-of", AS_OF)
    rooms.run(*asked, status=1)
    for form in FORMS:
        rooms.run(*asked, "--format", form, status=1)
    rooms.run("index", "verify", VAULT)


def amend(rooms: Rooms) -> None:
    """Add to a record, by the words of an agreement and by a note of an incident."""
    yes = "y\n" * 30
    rooms.run("capture", f"{VAULT}/{TALK}", "background", "--defaults", given=yes)
    rooms.run("incident", "open", "broken", f"{VAULT}/{TALK}")
    rooms.run("incident", "note", f"{VAULT}/{TALK}", "-", given=NOTE)


def look_after(rooms: Rooms) -> None:
    """Seal, audit, list, and be refused: commands that show no record."""
    for arguments in (("vault", "seal"), ("vault", "audit", "--thorough"), ("retention",)):
        rooms.run(*arguments)
    rooms.run("source", "list")
    rooms.run("inventory", TALK)
    rooms.run("vault", "import", str(rooms.apart / "a.record"), status=2)  # it differs by now
    rooms.run("vault", "unlock", "--passphrase-fd", "0", given=PASSPHRASE[:-1])


def leave(rooms: Rooms) -> None:
    """Take everything out in plain text, which lies apart and is removed, and back the vault up."""
    out = rooms.apart / "out"
    rooms.run("vault", "export", "--all", "--out", str(out), "--reason", "for the lawyer")
    for path in out.iterdir():
        path.unlink()
    rooms.run("vault", "backup", str(rooms.room / "stick" / "copy.vault"))
    rooms.run("vault", "epoch-copy", str(rooms.room / "stick" / "office.epoch"))


def close(rooms: Rooms) -> None:
    """Lock the vault, and be refused."""
    rooms.lock()
    asked = ("check", str(rooms.apart / "draft.md"), "--records", VAULT, "--as-of", AS_OF)
    rooms.run(*asked, status=2)
    wrong = f"{PASSPHRASE} no"
    rooms.run("vault", "unlock", "--passphrase-fd", "0", given=wrong, status=2)


def shred(rooms: Rooms) -> None:
    """Shred both conversations, and lock the vault again."""
    rooms.unlock()
    rooms.run("shred", TALK, SECOND, "--reason", "the day has come", "--early", "--yes")
    rooms.lock()


STEPS: tuple[Callable[[Rooms], None], ...] = (
    create,
    check,
    amend,
    look_after,
    leave,
    close,
    shred,
)
"""The walk, in order."""


def walk(rooms: Rooms, after: Callable[[Rooms], None] = lambda _: None) -> None:
    """Go the whole way; `after` is called after every step, and the vault is locked in the end."""
    try:
        for step in STEPS:
            step(rooms)
            after(rooms)
    finally:
        subprocess.run(
            [sys.executable, "-m", "groundrules", "vault", "lock", "--all"],
            env=rooms.environment,
            capture_output=True,
            check=False,
        )


def content_of(folder: Path) -> bytes:
    """Return the content of every file in and below a folder, with their names below it."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(str(path.relative_to(folder)).encode())
        if path.is_file() and not path.is_symlink():
            found.append(path.read_bytes())
    return b"\n".join(found)
