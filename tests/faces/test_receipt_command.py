"""`groundrules receipt` and `groundrules witness`, from an unlocked vault to who verifies."""

from __future__ import annotations

import os

import pytest

from groundrules.desk.vaults.unlocking import charge_for, kept
from groundrules.faces.cli import main
from groundrules.vault.conversations import begin
from groundrules.vault.keeper.locking import lock
from groundrules.vault.keeper.starting import Starting
from time_stamping import Authority
from vault_fixtures import ALONE, opened_room, record_text

TALK = "office.vault/harbor-2026-11-03"
_ISSUE = ("receipt", "issue", TALK, "--handle", "heron", "--confidential-too")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Give a folder with an unlocked vault that has one conversation."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "run").mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch, opened_room(folder, ALONE) as room:
        patch.setenv("XDG_RUNTIME_DIR", str(folder / "run"))
        for name, value in room.environment.items():
            patch.setenv(name, value)
        begin(room.vault(), record_text())
        with Starting(charge_for(room.folder, os.environ)) as starting:
            kept(room.folder, starting, room.bundle("Ana"))
        yield folder
        lock(room.folder)


@pytest.fixture
def run(office, capsys, monkeypatch):
    monkeypatch.chdir(office)

    def run(*arguments, status=0):
        found = main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        assert status == found, out + err
        return out + err

    return run


def test_a_receipt_is_given_witnessed_dated_and_verified(run, tmp_path):
    receipt, outlet = tmp_path / "r.txt", tmp_path / "outlet.key"
    assert not run(*_ISSUE, "--out", receipt)
    assert 0o600 == receipt.stat().st_mode & 0o777
    outlet.write_text(run("receipt", "key"))
    assert "This receipt holds." in run("receipt", "verify", receipt, "--key", outlet)

    union, private = tmp_path / "union.key", tmp_path / "union.private"
    union.write_text(run("witness", "key", private, "--new", "union.example/records"))
    assert 0o600 == private.stat().st_mode & 0o777
    assert union.read_text() == run("witness", "key", private)

    request, answer, state = (tmp_path / name for name in ("request", "answer", "seen"))
    run("witness", "request", "--witness", union, "--out", request)
    cosign = ("witness", "cosign", request, "--key", private, "--log", outlet, "--state", state)
    assert "--first" in run(*cosign, status=2)
    run(*cosign, "--first", "--out", answer)
    assert "leave out --first" in run(*cosign, "--first", status=2)
    assert "union.example/records: the log of" in run("witness", "add", answer)
    assert "entries cosigned" in run("witness", "list", "office.vault")
    assert [] == [one for one in tmp_path.iterdir() if one.suffix == ".lock"]

    authority, query, reply = Authority(tmp_path / "office"), tmp_path / "q", tmp_path / "reply"
    run("witness", "request", "--date", "--out", query)
    reply.write_bytes(authority.reply(query.read_bytes()))
    root = tmp_path / "root.pem"
    root.write_bytes(authority.certificate)
    assert "a time-stamping authority" in run("witness", "add", reply, "--tsa", root)

    strict = ("--key", outlet, "--witness", union, "--tsa", root)
    assert "does not hold" in run("receipt", "verify", receipt, *strict, status=1)
    (line,) = [one for one in run("receipt", "list").splitlines() if "1 witness, dated" in one]
    run("receipt", "again", line.split()[0], "--out", receipt, "--force")
    page = run("receipt", "verify", receipt, *strict)
    for words in ("This receipt holds.", "union.example/records has seen the log", "Invented Root"):
        assert words in page


def test_without_a_key_nobody_knows_who_made_it(run, tmp_path):
    receipt = tmp_path / "r.txt"
    run(*_ISSUE, "--out", receipt)
    assert "nobody knows yet who made it" in run("receipt", "verify", receipt, status=2)


def test_a_changed_receipt_is_refused_at_its_line(run, tmp_path):
    receipt, key = tmp_path / "r.txt", tmp_path / "key"
    key.write_text(run("receipt", "key"))
    receipt.write_text(run(*_ISSUE).replace("heron", "crane"))
    page = run("receipt", "verify", receipt, "--key", key, status=1)
    assert "This receipt does not hold." in page
    assert f"{receipt}:" in page


def test_a_rewritten_log_is_refused_by_a_witness(run, tmp_path):
    """She has seen a larger log; the request that is brought to her starts anew."""
    outlet, union = tmp_path / "outlet.key", tmp_path / "union.key"
    outlet.write_text(run("receipt", "key"))
    union.write_text(run("witness", "key", tmp_path / "private", "--new", "pier.example/w"))
    request, state = tmp_path / "request", tmp_path / "seen"
    run("witness", "request", "--witness", union, "--out", request)
    cosign = ("witness", "cosign", request, "--log", outlet, "--state", state)
    cosign = (*cosign, "--key", tmp_path / "private")
    run(*cosign, "--first")
    seen = state.read_text()
    assert "starts at size 0, and you last cosigned" in run(*cosign, status=2)
    assert seen == state.read_text()
    (tmp_path / "seen.lock").touch()
    assert "another run is cosigning" in run(*cosign, status=2)


def test_where_it_cannot_be_written_none_is_issued(run, tmp_path):
    before, there = run("receipt", "list"), _written(tmp_path / "there", "mine")
    assert "is there already" in run(*_ISSUE, "--out", there, status=2)
    assert "its folder is not there" in run(*_ISSUE, "--out", tmp_path / "no" / "r", status=2)
    assert before == run("receipt", "list")


def test_where_it_cannot_be_written_a_witness_keeps_nothing(run, tmp_path):
    outlet = _written(tmp_path / "outlet.key", run("receipt", "key"))
    union = _written(
        tmp_path / "union.key", run("witness", "key", tmp_path / "private", "--new", "pier.example")
    )
    request, state = tmp_path / "request", tmp_path / "seen"
    run("witness", "request", "--witness", union, "--out", request)
    cosign = ("witness", "cosign", request, "--log", outlet, "--state", state, "--first")
    cosign = (*cosign, "--key", tmp_path / "private")
    assert "is there already" in run(*cosign, "--out", request, status=2)
    assert not state.exists()


def test_it_refuses_what_is_in_no_vault(run, tmp_path):
    record = tmp_path / "talk.record"
    record.write_text(record_text())
    assert "conversation in a vault" in run(
        "receipt", "issue", record, "--handle", "heron", status=2
    )
    assert "evidence that you spoke" in run("receipt", "issue", TALK, "--handle", "heron", status=2)
    assert "name of the source" in run(*_ISSUE[:3], "--handle", "Whitfield", _ISSUE[5], status=2)
    assert "give either" in run("witness", "request", status=2)
    assert "without spaces" in run("witness", "key", tmp_path / "k", "--new", "a b", status=2)
    assert "one key is wanted" in run(
        "witness", "request", "--witness", _written(tmp_path / "none", ""), status=2
    )


def test_the_page_is_written_whole(run, tmp_path):
    run("receipt", "page", "--out", tmp_path / "verify.html")
    written = (tmp_path / "verify.html").read_text()
    assert written == run("receipt", "page")
    assert written.endswith("</html>\n")


def _written(path, text):
    path.write_text(text)
    return path
