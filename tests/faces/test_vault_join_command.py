"""`groundrules vault apply`, `member add --card`, `accept`: two people and a database."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from keyboard import sit_down

from groundrules.desk.vaults.founding import NewMember, found_vault
from groundrules.faces.cli import main
from groundrules.keys.stretching import FLOOR
from groundrules.vault.founding import Stretching
from groundrules.vault.keeper.locking import lock_all
from ledger_places import Server

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = Path(__file__).parents[2] / "examples" / "records"
PASSPHRASE = "marble orchid lantern seven"  # noqa: S105 - of an invented vault
VAULT, CARD = "desk.vault", "desk.card"
HARBOR, UNION = "harbor-2026-11-03", "union-2026-11-04"
CHEAPEST = Stretching(FLOOR, FLOOR)
PASS = ("--passphrase-file", "pass")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        found = Server()
    yield found
    found.remove()


class Machine:
    """A machine of one person, at which she runs commands."""

    def __init__(self, home: Path, capfd: pytest.CaptureFixture[str]) -> None:
        (home / "run").mkdir(parents=True, mode=0o700)
        self.home = home
        self._capfd = capfd
        self.write("pass", f"{PASSPHRASE}\n")

    def write(self, name: str, text: str) -> None:
        (self.home / name).write_text(text, encoding="utf-8")
        (self.home / name).chmod(0o600)

    @contextmanager
    def at_it(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
                patch.delenv(name)
            patch.setenv("XDG_STATE_HOME", str(self.home / "state"))
            patch.setenv("XDG_RUNTIME_DIR", str(self.home / "run"))
            patch.chdir(self.home)
            yield

    def run(self, *arguments: str, status: int = 0) -> str:
        """Run a command that ends with a status; return what it printed or complained of."""
        with self.at_it():
            found = main(arguments)
        out, err = self._capfd.readouterr()
        assert status == found, out + err
        return err if status else out

    def vault(self, *arguments: str, status: int = 0) -> str:
        return self.run("vault", *arguments, status=status)

    def apply(self, url: str, *arguments: str, status: int = 0) -> str:
        who = ("--name", "Eli Brandt", "--role", "editor", "--sheet", "sheet.txt", *PASS)
        return self.vault("apply", VAULT, "--postgresql", url, *who, *arguments, status=status)

    def accept(self, lines: list[str], status: int = 0) -> str:
        self.write("lines", "\n".join(lines))
        return self.vault("accept", "--lines-file", "lines", *PASS, status=status)


@pytest.fixture
def url(server: Server) -> str:
    return server.place().url


@pytest.fixture
def ana(tmp_path: Path, url: str, capfd: pytest.CaptureFixture[str]) -> Iterator[Machine]:
    """Give the machine of a reporter who has founded a vault on the server and unlocked it."""
    machine = Machine(tmp_path / "ana", capfd)
    with machine.at_it():
        founder = NewMember("Ana Ruiz", ("reporter",), PASSPHRASE)
        found_vault(Path(VAULT), founder, os.environ, url=url, stretching=CHEAPEST)
    machine.vault("unlock", *PASS)
    yield machine
    with machine.at_it():
        lock_all()


@pytest.fixture
def eli(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Machine]:
    """Give the machine of an editor, with nothing on it yet."""
    machine = Machine(tmp_path / "eli", capfd)
    yield machine
    with machine.at_it():
        lock_all()


def invited(ana: Machine, eli: Machine) -> list[str]:
    """Let Eli in by the card that she has brought; return the lines for her."""
    shutil.copy(eli.home / CARD, ana.home / "eli.card")
    told = ana.vault("member", "add", "--card", "eli.card")
    assert told.startswith("Eli Brandt (editor) may join with these three lines")
    lines = re.findall(r"(?m)^  [1-3]:  (.*)$", told)
    assert 3 == len(lines)
    return lines


def test_an_editor_joins_and_is_invited_again_after_a_shredding(
    ana: Machine, eli: Machine, url: str
) -> None:
    told = eli.apply(url)
    assert f"{VAULT} has your keys, and opens nothing yet. Give {CARD} to a member" in told
    assert "Eli Brandt" == json.loads((eli.home / CARD).read_text("utf-8"))["name"]
    assert 0o600 == (eli.home / "sheet.txt").stat().st_mode & 0o777
    lines = invited(ana, eli)
    assert "The epoch key is on this machine." in eli.accept(lines)
    eli.vault("unlock", *PASS)
    assert "Eli Brandt (you): editor" in eli.vault("member", "list")

    ana.vault("import", str(RECORDS / f"{HARBOR}.record"), str(RECORDS / f"{UNION}.record"))
    sealed = eli.run("record", "show", f"{VAULT}/{HARBOR}")
    assert ("S1: (sealed)" in sealed, "soil report" in sealed) == (True, False)
    ana.vault("share", HARBOR, "Eli Brandt", "--words")
    assert "soil report" in eli.run("record", "show", f"{VAULT}/{HARBOR}")

    ana.run("shred", UNION, "--reason", "as was promised", "--early", "--yes")
    complaint = eli.run("record", "show", f"{VAULT}/{HARBOR}", status=2)
    assert "a new epoch has begun elsewhere" in complaint
    assert "have another member invite you again" in complaint
    assert "no epoch key waits" in eli.accept(lines, status=2)
    again = invited(ana, eli)
    assert "do not open what waits" in eli.accept(lines, status=2)
    eli.accept(again)
    assert "soil report" in eli.run("record", "show", f"{VAULT}/{HARBOR}")
    assert "0 conversations and names given.\n" == ana.vault("member", "settle")


def test_the_lines_are_typed_and_a_mistake_named_by_its_line(
    ana: Machine, eli: Machine, url: str
) -> None:
    eli.apply(url)
    lines = invited(ana, eli)
    slip = lines[1].replace(lines[1][0], "A" if lines[1][0] != "A" else "B", 1)
    said = eli.accept([lines[0], slip, lines[2]], status=2)
    assert "lines:2: there is a mistake in this line" in said
    assert slip[:4] not in said
    assert "these are not the three lines" in eli.accept(lines[:2], status=2)

    typed = [f"{one}\n" for one in (lines[0], slip, lines[1].lower(), lines[2], PASSPHRASE)]
    with eli.at_it():
        seen = sit_down(eli.home, 80, typed, "vault", "accept")

    assert (0, 5) == (seen.status, seen.prompts), seen.screen
    assert "lines:2: there is a mistake in this line" in seen.screen
    assert PASSPHRASE not in seen.screen
    eli.vault("unlock", *PASS)


def test_without_a_terminal_the_lines_come_from_a_file(
    ana: Machine, eli: Machine, url: str
) -> None:
    eli.apply(url)
    lines = invited(ana, eli)

    def accept(*arguments: str) -> subprocess.CompletedProcess[str]:
        with eli.at_it():
            return subprocess.run(
                [sys.executable, "-m", "groundrules", "vault", "accept", *PASS, *arguments],
                input="\n".join(lines),
                capture_output=True,
                encoding="utf-8",
                check=False,
            )

    refused = accept()
    assert (2, "") == (refused.returncode, refused.stdout)
    assert "there is no terminal to type the lines at" in refused.stderr
    taken = accept("--lines-file", "-")
    assert (0, "") == (taken.returncode, taken.stderr)
    assert not [line for line in lines if line in taken.stdout]


def test_what_cannot_be_applied_for_leaves_nothing_behind(
    ana: Machine, eli: Machine, url: str, server: Server
) -> None:
    before = {one.name for one in eli.home.iterdir()}

    assert "holds no ledger" in eli.apply(server.place().url, status=2)
    assert "its address cannot be read" in eli.apply("no address", status=2)
    assert "its folder is not there" in eli.apply(url, "--card-out", "gone/e.card", status=2)
    assert "the path is too long" in eli.apply(url, "--card-out", "c" * 300, status=2)
    eli.write("weak", "short")
    assert "12 characters" in eli.apply(url, "--passphrase-file", "weak", status=2)
    who = ("--postgresql", url, "--name", "Eli Brandt", *PASS)
    assert "say what you do, with --role" in eli.vault("apply", VAULT, *who, status=2)
    assert before | {"weak"} == {one.name for one in eli.home.iterdir()}

    eli.apply(url, "--card-out", "e.card")
    (eli.home / "sheet.txt").unlink()
    assert "of this name already" in eli.apply(url, status=2)
    assert "the file is there already" in eli.apply(url, "--card-out", "e.card", status=2)
    assert ["Ana Ruiz"] == [
        one["name"] for one in json.loads(ana.vault("member", "list", "--json"))
    ]


def test_nobody_joins_a_vault_in_a_file_from_another_machine(
    ana: Machine, eli: Machine, url: str
) -> None:
    eli.apply(url)
    shutil.copy(eli.home / CARD, ana.home / "eli.card")
    with ana.at_it():
        founder = NewMember("Ana Ruiz", ("reporter", "editor"), PASSPHRASE)
        found_vault(Path("own.vault"), founder, os.environ, stretching=CHEAPEST)
    ana.vault("unlock", "own.vault", *PASS)

    adding = ("member", "add", "--card", "eli.card", "--vault")
    refused = ana.vault(*adding, "own.vault", status=2)
    assert "the ledger of this vault is a file" in refused
    assert "with NAME and --role" in refused
    assert "the ledger of this vault is a file" in ana.vault("accept", "own.vault", status=2)
    assert 1 == len(json.loads(ana.vault("member", "list", "--vault", "own.vault", "--json")))
    assert "may join" in ana.vault(*adding, VAULT)


def test_what_is_no_card_lets_nobody_in(ana: Machine) -> None:
    ana.write("no.card", '{"v": 1, "name": "Eli Brandt"}')

    assert "it is no member's card" in ana.vault("member", "add", "--card", "no.card", status=2)
    assert 1 == len(json.loads(ana.vault("member", "list", "--json")))
