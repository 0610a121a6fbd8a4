"""`groundrules vault`: founded, unlocked once, locked again, and opened by its sheet.

A passphrase costs a second here as everywhere: what is founded once is copied for each test.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from keyboard import sit_down
from newsroom import groundrules

from groundrules.desk.vaults.founding import NewMember, found_vault
from groundrules.desk.vaults.sheet import sheet_text
from groundrules.faces.cli import main
from groundrules.keys.stretching import FLOOR
from groundrules.vault.founding import Stretching
from groundrules.vault.keeper.door import Door, Keeping
from groundrules.vault.keeper.locking import lock_all

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSPHRASE = "marble orchid lantern seven"  # noqa: S105 - of an invented vault
ANOTHER = "copper violin meadow eleven"
VAULT = "office.vault"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a vault, its sheet, and the state that lies outside of it."""
    folder = tmp_path_factory.mktemp("founded")
    (folder / "pass").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    (folder / "pass").chmod(0o600)
    founder = NewMember("Ana Ruiz", ("reporter", "editor"), PASSPHRASE)
    cheapest = Stretching(FLOOR, FLOOR)
    sheet = found_vault(folder / VAULT, founder, surroundings(folder), stretching=cheapest)
    (folder / "sheet.txt").write_text(sheet_text(sheet), encoding="utf-8")
    return folder


def surroundings(folder: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(folder / "state"), "XDG_RUNTIME_DIR": str(folder / "run")}


@pytest.fixture
def office(founded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a copy of it as the working folder; what is unlocked there is locked in the end."""
    shutil.copytree(founded, tmp_path, dirs_exist_ok=True)
    (tmp_path / "run").mkdir(mode=0o700)
    for name in [name for name in os.environ if name.startswith("GROUNDRULES_")]:
        monkeypatch.delenv(name)
    for name, value in surroundings(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    lock_all()


def run(capfd: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    """Run a command of `vault`; return what it printed, and what it complained of."""
    found = main(("vault", *arguments))
    out, err = capfd.readouterr()
    assert status == found, err
    return out, err


def lines_of(sheet: Path) -> str:
    return "\n".join(re.findall(r"(?m)^ +[1-3]: +(.*)$", sheet.read_text(encoding="utf-8")))


def test_it_is_founded_and_the_sheet_is_for_its_owner_alone(office: Path) -> None:
    arguments = ("--name", "Ana Ruiz", "--sheet", "new.txt", "--passphrase-file", "pass")
    done = groundrules(office, "vault", "init", "new.vault", *arguments, **surroundings(office))
    sheet = office / "new.txt"

    assert (0, "") == (done.returncode, done.stderr)
    assert 0o700 == (office / "new.vault").stat().st_mode & 0o777
    assert 0o600 == sheet.stat().st_mode & 0o777
    assert 3 == len(lines_of(sheet).splitlines())
    assert "█" in sheet.read_text(encoding="utf-8")


def test_ten_commands_ask_once(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert "state    locked" in run(capfd, "status")[0]
    told, _ = run(capfd, "unlock", "--passphrase-file", "pass")
    assert re.fullmatch(
        rf"{VAULT} is unlocked; it locks itself at \d\d:\d\dZ unless it is used\.\n", told
    )

    for _ in range(10):  # none of them has a passphrase, or a terminal to ask at
        done = groundrules(office, "vault", "member", "list", **surroundings(office))
        assert (0, "") == (done.returncode, done.stderr)
        assert "Ana Ruiz (you): reporter and editor" in done.stdout

    assert "was unlocked already" in run(capfd, "unlock", "--passphrase-file", "pass")[0]
    status = json.loads(run(capfd, "status", "--json")[0])
    assert (True, "Ana Ruiz", 15.0) == (
        status["is_unlocked"],
        status["open"]["member"],
        status["open"]["minutes"],
    )
    assert f"{VAULT} is locked.\n" == run(capfd, "lock")[0]
    assert f"{VAULT} was locked already.\n" == run(capfd, "lock")[0]
    assert "the vault is locked" in run(capfd, "member", "list", status=2)[1]


def test_a_passphrase_from_a_descriptor(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "groundrules", "vault", "unlock", "--passphrase-fd", "0"],
        input=PASSPHRASE.encode(),
        cwd=office,
        capture_output=True,
        check=False,
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert "1 locked.\n" == run(capfd, "lock", "--all")[0]


def test_a_wrong_passphrase_is_told_in_one_line(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (office / "pass").write_text("four other words here\n", encoding="utf-8")

    out, said = run(capfd, "unlock", "--passphrase-file", "pass", status=2)

    assert "" == out
    assert "this passphrase does not open it" in said
    assert 1 == said.count("\n")
    assert "four other" not in said
    assert "state    locked" in run(capfd, "status")[0]


def test_at_a_terminal_it_is_asked_three_times_and_never_shown(office: Path) -> None:
    seen = sit_down(office, 80, ["wrong words once\n", f"{PASSPHRASE}\n"], "vault", "unlock")

    assert (0, 2) == (seen.status, seen.prompts)
    assert "this passphrase does not open it" in seen.screen
    assert "is unlocked" in seen.screen
    assert PASSPHRASE not in seen.screen
    assert "wrong words" not in seen.screen


def test_after_three_wrong_ones_it_ends(office: Path) -> None:
    seen = sit_down(office, 80, ["wrong words\n"] * 5, "vault", "unlock")

    assert (2, 3) == (seen.status, seen.prompts)


def test_a_new_passphrase_is_typed_twice_and_weak_ones_are_refused(office: Path) -> None:
    typed = ["short\n", f"{ANOTHER}\n", "a slip of it\n", f"{ANOTHER}\n", f"{ANOTHER}\n"]
    seen = sit_down(
        office, 80, typed, "vault", "init", "second.vault", "--name", "Ana Ruiz", "--sheet", "s2"
    )

    assert (0, 5) == (seen.status, seen.prompts)
    assert "fewer than 12 characters" in seen.screen
    assert "the two are not the same" in seen.screen
    assert ANOTHER not in seen.screen
    assert (office / "second.vault" / "vault.json").is_file()


def test_a_changed_passphrase_opens_it_and_the_old_one_does_not(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (office / "both").write_text(f"{PASSPHRASE}\n{ANOTHER}\n", encoding="utf-8")
    (office / "both").chmod(0o600)
    (office / "new").write_text(ANOTHER, encoding="utf-8")
    (office / "new").chmod(0o600)

    assert "is changed" in run(capfd, "passphrase", "--passphrase-file", "both")[0]

    assert "does not open" in run(capfd, "unlock", "--passphrase-file", "pass", status=2)[1]
    assert "is unlocked" in run(capfd, "unlock", "--passphrase-file", "new")[0]


def test_the_sheet_is_tested_and_a_mistake_named_by_its_line(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = lines_of(office / "sheet.txt")
    (office / "scanned").write_text(lines, encoding="utf-8")
    told = run(capfd, "recovery", "test", "--sheet", "scanned")[0]
    assert f"The sheet opens {VAULT}, with the keys of Ana Ruiz.\n" == told
    assert not (office / "run" / "groundrules").exists()  # nothing was unlocked

    first, second, third = lines.splitlines()
    slip = second.replace(second[0], "A" if second[0] != "A" else "B", 1)
    (office / "scanned").write_text(f"{first}\n{slip}\n{third}\n", encoding="utf-8")
    _, said = run(capfd, "recovery", "test", "--sheet", "scanned", status=2)
    assert "scanned:2: there is a mistake in this line" in said
    assert slip[:4] not in said


def test_the_sheet_that_was_written_is_read_whole(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = run(capfd, "recovery", "test", "--sheet", "sheet.txt")[0]
    assert f"The sheet opens {VAULT}, with the keys of Ana Ruiz.\n" == told

    (office / "new").write_text(ANOTHER, encoding="utf-8")
    (office / "new").chmod(0o600)
    recovering = ("recover", "--sheet", "sheet.txt", "--passphrase-file", "new")
    assert "has a new passphrase" in run(capfd, *recovering)[0]


def test_a_code_is_drawn_for_paper_except_at_a_terminal(office: Path) -> None:
    written = (office / "sheet.txt").read_text(encoding="utf-8")
    printing = ("recovery", "print", "--passphrase-file", "pass")
    seen = sit_down(office, 80, [], "vault", *printing).screen

    assert "█" * 41 in seen
    assert "█" * 41 not in written


@pytest.mark.parametrize(
    ("arguments", "lines", "status"),
    [
        (("init", "n.vault", "--name", "A"), (ANOTHER, ANOTHER, ""), 0),
        (("init", "n.vault", "--name", "A"), (ANOTHER, f"{ANOTHER}s"), 2),
        (("recover", "--sheet", "sheet.txt"), (PASSPHRASE, ANOTHER, ANOTHER), 2),
        (("passphrase",), (PASSPHRASE, ANOTHER, ANOTHER), 0),
    ],
)
def test_a_line_that_differs_after_a_new_passphrase_is_refused(
    office: Path,
    capfd: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    lines: tuple[str, ...],
    status: int,
) -> None:
    (office / "lines").write_text("\n".join(lines), encoding="utf-8")
    (office / "lines").chmod(0o600)

    _, said = run(capfd, *arguments, "--passphrase-file", "lines", status=status)

    assert ("another line, which is not the same" in said) is bool(status)
    assert ANOTHER not in said
    assert (office / "n.vault").exists() is ("init" in arguments and not status)


def test_the_sheet_is_typed_unseen_line_by_line(office: Path) -> None:
    lines = lines_of(office / "sheet.txt").splitlines()
    typed = [lines[0], "QQQQ", lines[1].lower(), lines[2]]
    seen = sit_down(office, 80, [f"{one}\n" for one in typed], "vault", "recovery", "test")

    assert (0, 4) == (seen.status, seen.prompts)
    assert "The sheet opens" in seen.screen
    assert [] == [one for one in lines if one in seen.screen]


def test_a_sheet_that_was_never_tested_is_brought_to_mind(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = office / VAULT / "vault.json"
    public = json.loads(path.read_text(encoding="utf-8"))
    public["created"] = "2026-01-05"
    path.write_text(json.dumps(public), encoding="utf-8")
    assert "`groundrules vault recovery test` does it" in run(capfd, "status")[0]

    (office / "scanned").write_text(lines_of(office / "sheet.txt"), encoding="utf-8")
    run(capfd, "recovery", "test", "--sheet", "scanned")

    assert "no sheet was tested for 0 days\n" in run(capfd, "status")[0]


def test_who_has_lost_the_passphrase_comes_in_by_the_sheet(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (office / "scanned").write_text(lines_of(office / "sheet.txt"), encoding="utf-8")
    (office / "new").write_text(ANOTHER, encoding="utf-8")
    (office / "new").chmod(0o600)
    recovering = ("recover", "--sheet", "scanned", "--passphrase-file", "new")

    assert "is unlocked, and has a new passphrase" in run(capfd, *recovering)[0]
    assert "the vault is unlocked" in run(capfd, *recovering, status=2)[1]
    run(capfd, "lock")
    assert "does not open" in run(capfd, "unlock", "--passphrase-file", "pass", status=2)[1]


def test_a_new_sheet_makes_the_old_one_useless(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(capfd, "recovery", "print", "--sheet", "second.txt", "--passphrase-file", "pass")
    for name, status in (("sheet.txt", 2), ("second.txt", 0)):
        (office / "scanned").write_text(lines_of(office / name), encoding="utf-8")
        run(capfd, "recovery", "test", "--sheet", "scanned", status=status)

    shown, _ = run(capfd, "recovery", "print", "--passphrase-file", "pass")
    assert "RECOVERY SHEET" in shown


def test_a_colleague_is_let_in_and_goes(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (office / "eli").write_text(ANOTHER, encoding="utf-8")
    (office / "eli").chmod(0o600)
    run(capfd, "unlock", "--passphrase-file", "pass")
    adding = ("member", "add", "Eli Brandt", "--role", "editor", "--passphrase-file", "eli")
    assert "Eli Brandt is a member now.\n" in run(capfd, *adding, "--sheet", "eli.txt")[0]
    assert "a member of this name" in run(capfd, *adding, "--sheet", "e2", status=2)[1]

    run(capfd, "lock")
    run(capfd, "unlock", "--passphrase-file", "eli")
    assert "Eli Brandt (you): editor" in run(capfd, "member", "list")[0]
    assert "Eli Brandt" in run(capfd, "card")[0]
    run(capfd, "card", "--out", "eli.card")
    assert "name" in json.loads((office / "eli.card").read_text(encoding="utf-8"))

    run(capfd, "lock")
    run(capfd, "unlock", "--passphrase-file", "pass")
    run(capfd, "member", "hand-over", "Eli Brandt")
    run(capfd, "member", "leave", "Eli Brandt", "--lose")
    members = json.loads(run(capfd, "member", "list", "--json")[0])
    assert {"Ana Ruiz": True, "Eli Brandt": False} == {
        one["name"]: not one["left"] for one in members
    }


@pytest.mark.usefixtures("office")
def test_the_log_and_the_audit(capfd: pytest.CaptureFixture[str]) -> None:
    run(capfd, "unlock", "--passphrase-file", "pass")

    note, told = run(capfd, "seal")
    assert note.startswith("groundrules/")
    assert told.endswith("taken in; the log has 1.\n")
    found, _ = run(capfd, "audit", "--thorough")
    assert found == "Nothing is wrong: 1 entry in 1 stream, 1 signature, 1 checkpoint.\n"


def test_it_locks_itself(
    office: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDRULES_VAULT_MINUTES", "0.5")
    run(capfd, "unlock", "--passphrase-file", "pass")
    with Door.to(office / VAULT) as door:
        assert 0.5 == door.ask(Keeping, "keeper.status").minutes
    run(capfd, "lock")

    monkeypatch.setenv("GROUNDRULES_VAULT_MINUTES", "forever")
    _, said = run(capfd, "unlock", "--passphrase-file", "pass", status=2)
    assert "GROUNDRULES_VAULT_MINUTES: this is not how many minutes" in said


def test_nothing_that_was_typed_is_in_the_list_of_processes(office: Path) -> None:
    seen = []
    with subprocess.Popen(
        [sys.executable, "-m", "groundrules", "vault", "unlock", "--passphrase-fd", "0"],
        cwd=office,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as unlocking:
        assert unlocking.stdin
        unlocking.stdin.write(PASSPHRASE.encode())
        unlocking.stdin.close()
        while unlocking.poll() is None:
            seen.append(processes())
    seen.append(processes())

    assert 0 == unlocking.returncode
    assert b"groundrules.vault.keeper" in seen[-1]
    assert b"--passphrase-fd" in b"".join(seen)
    assert PASSPHRASE.encode() not in b"".join(seen)


def processes() -> bytes:
    """Return the command lines and environments of all processes, as far as they can be read."""
    found = []
    for number in [one.name for one in Path("/proc").iterdir() if one.name.isdecimal()]:
        for name in ("cmdline", "environ"):
            try:
                found.append(Path("/proc", number, name).read_bytes())
            except OSError:
                continue
    return b"\n".join(found)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("unlock",), "there is no terminal to type a passphrase at"),
        (("unlock", "nothing.vault"), "there is no vault in this folder"),
        (("unlock", "--passphrase-file", "open"), "others can read the passphrase in it"),
        (("unlock", "--passphrase-file", "run"), "it is no file"),
        (("unlock", "--passphrase-file", "gone"), "it cannot be read"),
        (("unlock", "--passphrase-fd", "77"), "it cannot be read"),
        (("unlock", "--passphrase-file", "bad"), "it is no text in UTF-8"),
        (("unlock", "--passphrase-file", "x", "--passphrase-fd", "1"), "and not both"),
        (("passphrase", "--passphrase-file", "pass"), "a passphrase is missing"),
        (("lock", "x", "--all"), "and not both"),
        (("init", VAULT, "--name", "A", "--passphrase-file", "pass"), "of this name already"),
        (("init", "n.vault", "--name", "A", "--passphrase-file", "weak"), "12 characters"),
        (("init", "n.vault", "--sheet", "pass"), "the file is there already"),
        (("member", "add", "Eli", "--card", "x"), "or --card alone"),
        (("member", "add", "Eli"), "say what she does"),
        (("init", "n.vault", "--sheet", "pass"), "already (name another)"),
        (("recovery", "print", "--sheet", "pass"), "already (name another)"),
        (("recovery", "test", "--sheet", "pass"), "a recovery sheet has 3 lines"),
        (("seal",), "the vault is locked"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_left_behind(
    office: Path, arguments: tuple[str, ...], message: str
) -> None:
    for name, mode, content in (
        ("open", 0o644, PASSPHRASE.encode()),
        ("weak", 0o600, b"short"),
        ("bad", 0o600, b"\xff\xfe"),
    ):
        (office / name).write_bytes(content)
        (office / name).chmod(mode)
    done = subprocess.run(
        [sys.executable, "-m", "groundrules", "vault", *arguments],
        cwd=office,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        start_new_session=True,  # without a terminal
    )

    assert (2, "") == (done.returncode, done.stdout)
    assert message in done.stderr
    assert PASSPHRASE not in done.stderr
    assert not (office / "n.vault").exists()
    assert [] == list(office.glob("run/groundrules/*.socket"))


def test_two_vaults_have_to_be_told_apart(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(office / VAULT, office / "copy.vault")

    assert "there are several vaults here" in run(capfd, "status", status=2)[1]
    (office / "groundrules.toml").write_text(f'records = ["{VAULT}"]\n', encoding="utf-8")
    assert VAULT in run(capfd, "status")[0]
