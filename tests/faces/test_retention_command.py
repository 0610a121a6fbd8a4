"""`groundrules retention` and `groundrules shred`: what is to be gone, and how it goes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from unlocked import office

from groundrules.faces.cli.vault_unlocking import remind_of_days
from groundrules.keys import stretching
from groundrules.vault import shredding
from groundrules.vault.keeper.locking import lock
from vault_fixtures import CHEAP, passphrase_of, record_text

NAME = "harbor-2026-11-03"
WHY = "the promised day has come"
TODAY = datetime.now(UTC).date()


@pytest.fixture
def room(tmp_path, monkeypatch, capsys):
    with office(tmp_path, monkeypatch, capsys) as opened:
        past, soon = (TODAY + timedelta(days=days) for days in (-2, 10))
        opened.begin(promised(NAME, past), promised("union", soon), record_text("bare"))
        opened.unlock()
        yield opened


def promised(name, day):
    text = record_text(name, "Bo Larkin").replace("  > agree\n", f"  > offer delete-by={day}\n", 1)
    return text.replace("Friday.\n  And it goes on.\n", "Friday.\n  > agree\n")


def test_what_is_to_be_gone_is_listed_the_earliest_first(room):
    lines = room.run("retention").splitlines()
    found = json.loads(room.run("retention", "--json"))

    assert [
        f"{TODAY - timedelta(days=2)}  {NAME}: overdue for 2 days (promised)",
        f"{TODAY + timedelta(days=10)}  union: in 10 days (promised)",
        "—           bare: no day was agreed",
        "",
        "The house's own term: none.",
    ] == lines
    assert [NAME, "union", "bare"] == [one["name"] for one in found["due"]]
    assert (0, 0) == (found["days"], found["unread"])


def test_the_house_sets_its_own_term(room):
    told = room.run("retention", "--days", "30")
    later = room.run("retention", "--as-of", str(TODAY + timedelta(days=12)))

    assert "The house's own term: 30 days after the last activity." in told
    assert "bare: in " in told
    assert "union: overdue for 2 days (promised)" in later
    assert "a term has from 0" in room.run("retention", "--days", "-1", status=2)


def test_what_is_due_is_shredded_and_nothing_else(room):
    refused = room.run("shred", NAME, "union", "--reason", WHY, "--yes", status=2)
    done = room.run("shred", NAME, "--reason", WHY, "--yes")
    left = room.run("retention")

    assert "union: its day, " in refused
    assert "has not come (wait, or give --early)" in refused
    assert done.startswith("Shredded: 1 conversation, and 0 sources who stood in no other.\n")
    assert "Epoch 2 has begun: earlier copies of the vault open nothing of it." in done
    assert "Recordings, notes, mail and paper are yours to destroy." in done
    assert (False, True) == (NAME in left, "union" in left)
    assert "Shredded: 1 conversation, and 1 source" in (
        room.run("shred", "union", "--reason", WHY, "--yes", "--early")
    )


def test_where_nobody_can_be_asked_nothing_goes_without_yes(room):
    told = room.run("shred", NAME, "--reason", WHY, status=2)

    assert "give --yes" in told
    assert NAME in room.run("retention")


@pytest.mark.parametrize(("answer", "goes"), [("y", True), ("n", False), ("", False)])
def test_at_a_terminal_it_is_asked(room, monkeypatch, answer, goes):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answer)
    told = room.run("shred", NAME, "--reason", WHY)

    assert f"{NAME}: overdue for 2 days (promised)" in told
    assert "union" not in told
    assert "Delete this for good? Nothing can bring it back." in told
    assert goes == ("Shredded: 1 conversation" in told)
    assert goes != (NAME in room.run("retention"))


class Interrupted(Exception):  # noqa: N818 - it is what a crash looks like from within
    """The process ended here."""


@pytest.fixture
def interrupted(room, monkeypatch):
    """Give the room, in which a shredding ended when all but the new epoch was done."""

    def crash(_):
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(shredding, "rotate", crash)
        with pytest.raises(Interrupted):
            shredding.shred(room.room.vault(), [NAME], WHY, early=True)
    return room


DONE = "A shredding that was interrupted is finished: 1 conversation gone, and epoch 2 has begun.\n"


@pytest.mark.parametrize("yes", [[], ["--yes"]])
def test_an_interrupted_shredding_that_is_done_again_is_finished(interrupted, monkeypatch, yes):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    assert DONE == interrupted.run("shred", NAME, "--reason", WHY, *yes)
    assert "no conversation of this name" in (
        interrupted.run("shred", NAME, "--reason", WHY, *yes, status=2)
    )


@pytest.mark.parametrize(
    ("names", "told", "status"),
    [
        (["union"], "Shredded: 1 conversation", 0),
        ([NAME, "union"], "no conversation of this name", 2),
        ([NAME, "never-was"], "no conversation of this name", 2),
    ],
)
def test_what_did_not_go_with_it_is_shredded_or_refused(interrupted, names, told, status):
    found = interrupted.run("shred", *names, "--reason", WHY, "--yes", "--early", status=status)

    assert found.startswith(DONE)
    assert told in found


def test_unlocking_finishes_it_and_says_so(interrupted, monkeypatch):
    lock(interrupted.room.folder)
    monkeypatch.setattr(stretching, "FLOOR", CHEAP.floor)
    key = interrupted.room.folder.parent / "key"
    key.touch(mode=0o600)
    key.write_text(passphrase_of("Ana"), encoding="utf-8")

    told = interrupted.run("vault", "unlock", "--passphrase-file", "key")

    assert DONE in told


def test_whoever_unlocks_is_reminded_of_what_is_to_go(room, capsys):
    remind_of_days(room.room.folder)

    assert "2 conversations to be gone within 14 days, or by now" in capsys.readouterr().err
    room.run("shred", NAME, "union", "--reason", WHY, "--yes", "--early")
    remind_of_days(room.room.folder)
    assert "" == capsys.readouterr().err
