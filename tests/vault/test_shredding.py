"""Shredding: what goes, what stays, what keeps it, and that old copies open nothing any more."""

from __future__ import annotations

import fcntl
import shutil
from typing import NamedTuple

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.keys.bundle import DATABASE
from groundrules.keys.cards import MemberCard
from groundrules.keys.envelope import Unopenable, key_id_of
from groundrules.keys.halves import identity_key
from groundrules.ledger.entries import HOUSE
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.matching.index.talks import Talk
from groundrules.vault import founding, releases, shredding
from groundrules.vault.code_names import code_name
from groundrules.vault.conversations import begin, talks, texts
from groundrules.vault.epochs import refuse_ended
from groundrules.vault.folder import index_path
from groundrules.vault.identities import identity_salt
from groundrules.vault.keeper.opening import opened_vault
from groundrules.vault.keeper.upkeep import audit, seal
from groundrules.vault.naming import index_secret
from groundrules.vault.shredding import finish, finish_begun, finished, shred
from groundrules.vault.shredding_acts import shredded_acts
from groundrules.vault.source_answers import Finished
from groundrules.vault.source_streams import is_of_source
from groundrules.vault.sources import sources
from vault_fixtures import NEWSROOM, opened_room, record_text
from vault_rows import raw_rows

NAME = "harbor-2026-11-03"
WHY = "the day that was promised has come"
HOLD = '\nafterwards:\n  2026-11-02T10:00Z AR > hold "counsel has written to us"\n'


@pytest.fixture
def room(tmp_path):
    with opened_room(tmp_path) as opened:
        yield opened


def promised(name, day):
    text = record_text(name).replace("  > agree\n", f"  > offer delete-by={day}\n", 1)
    return text.replace("Friday.\n  And it goes on.\n", "Friday.\n  > agree\n")


def rows_of(vault, streams):
    """Return what the tables still have of streams, but for entries."""
    sequences = {row.seq for row in raw_rows(vault, "entries") if row.stream in streams}
    return {
        "parts": sum(row.place // 16 in sequences for row in raw_rows(vault, "parts")),
        "wraps": sum(row.stream in streams for row in raw_rows(vault, "wraps")),
        "forms": sum(row.stream in streams for row in raw_rows(vault, "forms")),
    }


def streams_of(vault, name=NAME):
    """Return the stream of a conversation, and those of all sources."""
    talk = next(one for one in talks(vault) if one.name == name)
    theirs = {entry.stream for entry in vault.ledger.entries() if is_of_source(entry)}
    return {bytes.fromhex(talk.stream)}, theirs


def test_what_is_shredded_is_gone_and_the_log_still_verifies(room):
    vault = room.vault()
    begin(vault, record_text())
    begin(vault, record_text("union", "Bo Larkin"))
    seal(vault)
    own, every = streams_of(vault)
    kept = texts(vault, ["union"])
    found = shred(vault, [NAME], WHY, early=True)
    theirs = {stream for stream in every if not rows_of(vault, {stream})["parts"]}
    seal(vault)

    assert (1, 1, 3, 2) == (found.talks, found.sources, found.parts, found.epoch)
    assert 1 == len(theirs)
    assert {"parts": 0, "wraps": 0, "forms": 0} == rows_of(vault, own | theirs)
    assert audit(vault, thorough=True).faults == ()
    assert kept == texts(vault)
    assert [("union", False), ("", True)] == [(one.name, one.shredded) for one in talks(vault)]


def test_it_stays_on_record_who_shredded_when_and_why(room):
    vault = room.vault()
    begin(vault, record_text())
    shred(vault, [NAME], f"  {WHY}  ", early=True)
    (act,) = shredded_acts(vault)

    assert (vault.member.card.id, WHY, "2026-11-03", True) == (
        act.author,
        act.reason,
        act.day,
        act.early,
    )


def test_a_source_who_stands_in_another_talk_stays(room):
    vault = room.vault()
    begin(vault, record_text())
    begin(vault, record_text("union"))
    (before,) = sources(vault)
    found = shred(vault, [NAME], WHY, early=True)
    (after,) = sources(vault)

    assert (1, 0) == (found.talks, found.sources)
    assert (("harbor-2026-11-03", "union"), ("union",)) == (before.talks, after.talks)
    assert "Dana Whitfield" == releases.name(vault, after.code, "to call her back").known[0].name


def test_the_last_talk_takes_its_source_along(room):
    vault = room.vault()
    begin(vault, record_text())
    begin(vault, record_text("union"))
    (source,) = sources(vault)
    shred(vault, [NAME, "union"], WHY, early=True)

    assert [True] == [one.erased for one in sources(vault)]
    with pytest.raises(BadInput, match="has been erased"):
        releases.name(vault, source.code, "to call her back")


def test_a_name_that_was_shredded_begins_anew(room):
    vault = room.vault()
    begin(vault, record_text())
    (before,) = sources(vault)
    shred(vault, [NAME], WHY, early=True)
    begin(vault, record_text())

    assert {before.code} != {one.code for one in sources(vault) if not one.erased}


def test_what_is_held_is_never_shredded(room):
    vault = room.vault()
    begin(vault, record_text() + HOLD)
    before = rows_of(vault, streams_of(vault)[0])
    with pytest.raises(BadInput, match="a hold keeps it"):
        shred(vault, [NAME], WHY, early=True)

    assert before == rows_of(vault, streams_of(vault)[0])
    assert [] == list(shredded_acts(vault))


@pytest.mark.parametrize(
    ("text", "as_of", "message"),
    [
        (record_text(), "", "no day was agreed"),
        (promised(NAME, "2026-12-01"), "2026-11-30", "its day, 2026-12-01, has not come"),
    ],
)
def test_before_its_day_a_talk_is_shredded_only_early(room, text, as_of, message):
    vault = room.vault()
    begin(vault, text)
    with pytest.raises(BadInput, match=message):
        shred(vault, [NAME], WHY, as_of)
    kept = len(texts(vault))
    shred(vault, [NAME], WHY, as_of, early=True)

    assert (1, 0) == (kept, len(texts(vault)))


def test_on_its_day_a_talk_is_shredded(room):
    vault = room.vault()
    begin(vault, promised(NAME, "2026-12-01"))
    shred(vault, [NAME], WHY, "2026-12-01")

    assert [False] == [act.early for act in shredded_acts(vault)]


def test_where_one_of_several_stays_all_stay(room):
    vault = room.vault()
    begin(vault, record_text())
    begin(vault, record_text("union") + HOLD)
    with pytest.raises(BadInput, match="union: a hold keeps it"):
        shred(vault, [NAME, "union"], WHY, early=True)

    assert 2 == len(texts(vault))


@pytest.mark.parametrize("reason", ["", "x", "y" * 501])
def test_nothing_is_shredded_without_a_reason(room, reason):
    vault = room.vault()
    begin(vault, record_text())
    with pytest.raises(BadInput, match="a reason has"):
        shred(vault, [NAME], reason, early=True)

    assert 1 == len(texts(vault))


def test_nothing_and_what_is_not_there_cannot_be_shredded(room):
    with pytest.raises(BadInput, match="nothing is named"):
        shred(room.vault(), [], WHY)
    with pytest.raises(BadInput, match="no conversation of this name"):
        shred(room.vault(), [NAME], WHY)


def test_a_source_stays_who_stands_in_a_talk_that_one_may_not_read(tmp_path):
    with opened_room(tmp_path, NEWSROOM) as newsroom:
        begin(newsroom.vault("Ana"), record_text())
        begin(newsroom.vault("Ben"), record_text("union"))
        found = shred(newsroom.vault("Ana"), [NAME], WHY, early=True)
        left = shred(newsroom.vault("Ben"), ["union"], WHY, early=True)

        assert (1, 0) == (found.talks, found.sources)
        assert (1, 1) == (left.talks, left.sources)


def test_what_one_may_not_read_one_may_not_shred(tmp_path):
    with opened_room(tmp_path, NEWSROOM) as newsroom:
        begin(newsroom.vault("Ana"), record_text())
        with pytest.raises(BadInput, match="you may not read this"):
            shred(newsroom.vault("Ben"), [NAME], WHY, early=True)

        assert 1 == len(texts(newsroom.vault("Ana")))


def indexed(vault):
    """Build an index of two conversations in a vault, with cards and something unknown beside."""
    index, secret = index_path(vault.folder), bytes.fromhex(index_secret(vault))
    said = ("The deal was dead by Friday.",)
    talks = [Talk(name, "1", "", (f"{name}#1",), ("S1",), said) for name in (NAME, "union")]
    (index / "whole").mkdir(parents=True)
    IndexedLedger.build(index / "whole" / "ledger", talks, secret).close()
    (index / "whole" / "cards.sqlite").write_bytes(b"cards")
    (index / "stray").write_bytes(b"fingerprints")
    return index, secret


def test_the_index_forgets_what_was_shredded_and_keeps_the_rest(room):
    vault = room.vault()
    begin(vault, record_text())
    index, secret = indexed(vault)
    shred(vault, [NAME], WHY, early=True)

    with IndexedLedger.open(index / "whole" / "ledger", secret) as ledger:
        assert {"union"} == ledger.talks().keys()
    assert ["whole/ledger"] == [f"whole/{one.name}" for one in (index / "whole").iterdir()]
    assert ["whole"] == [one.name for one in index.iterdir()]


def test_an_index_that_is_damaged_goes_as_a_whole(room):
    vault = room.vault()
    begin(vault, record_text())
    index, _ = indexed(vault)
    (index / "whole" / "ledger" / "manifest.json").write_bytes(b"{}")
    shred(vault, [NAME], WHY, early=True)

    assert [] == [*index.iterdir()]


class Interrupted(Exception):  # noqa: N818 - it is what a crash looks like from within
    """The process ended here."""


@pytest.mark.parametrize("step", ["erase", "after_shred", "rotate"])
def test_an_interrupted_shredding_is_finished(room, monkeypatch, step):
    vault = room.vault()
    begin(vault, record_text())
    indexed(vault)
    own, theirs = streams_of(vault)
    place = vault.ledger if step == "erase" else shredding

    def crash(*_):
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(place, step, crash)
        with pytest.raises(Interrupted):
            shred(vault, [NAME], WHY, early=True)
    again = room.vault()
    done = finish(again)

    assert done
    assert {"parts": 0, "wraps": 0, "forms": 0} == rows_of(again, own | theirs)
    assert [] == [*index_path(again.folder).iterdir()]
    assert 2 == again.epoch.current.number
    assert not finish(again)


@pytest.mark.parametrize("step", ["erase", "after_shred", "rotate", "replace_wraps"])
def test_whatever_opens_the_vault_next_finishes_an_interrupted_shredding(room, monkeypatch, step):
    interrupted(room, monkeypatch, step)

    with opened_by_keeper(room, monkeypatch) as vault:
        assert [Finished(1, 2)] == finished(vault)
        assert [] == texts(vault)
        assert (2, None) == (vault.epoch.current.number, vault.epoch.previous)
    with opened_by_keeper(room, monkeypatch) as vault:
        assert [] == finished(vault)
        assert 2 == vault.epoch.current.number


def interrupted(room, monkeypatch, step, who=""):
    """Shred a conversation up to a step, with which the process ends."""
    vault = room.vault(who)
    begin(vault, record_text())

    def crash(*_):
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(shredding if hasattr(shredding, step) else vault.ledger, step, crash)
        with pytest.raises(Interrupted):
            shred(vault, [NAME], WHY, early=True)


def opened_by_keeper(room, monkeypatch, who="", folder=None):
    """Open the vault of a room as the child of a keeper does."""
    for name, value in room.environment.items():
        monkeypatch.setenv(name, value)
    return opened_vault(str(folder or room.folder), room.bundle(who or room.founder).carried())


def test_what_cannot_be_finished_is_told_with_what_is_left_to_do(room, monkeypatch):
    interrupted(room, monkeypatch, "rotate")
    monkeypatch.setattr(shredding, "rotate", refused)

    with (
        pytest.raises(BadInput, match=r"no room(?s:.)*the shredding is not finished"),
        opened_by_keeper(room, monkeypatch),
    ):
        pass


def refused(_):
    raise BadInput(Fault("epoch.json", "no room is left", "make room"))


def test_on_a_server_what_another_has_begun_is_left_to_her_machine(tmp_path, monkeypatch):
    with opened_room(tmp_path, NEWSROOM) as newsroom:
        interrupted(newsroom, monkeypatch, "rotate", "Ana")
        for who, found in (("Eli", []), ("Ana", [Finished(1, 2)])):
            vault = newsroom.vault(who)
            monkeypatch.delitem(vault.bundle.secrets, DATABASE)  # as where it lies on a server
            finish_begun(vault)

            assert found == finished(vault)


def test_an_act_that_no_member_has_signed_erases_nothing(room, monkeypatch):
    interrupted(room, monkeypatch, "erase")
    monkeypatch.setattr(MemberCard, "has_signed", lambda *_: False)

    with opened_by_keeper(room, monkeypatch) as vault:
        assert [] == finished(vault)
    monkeypatch.undo()
    assert 1 == len(texts(room.vault()))


def test_of_two_who_shred_at_once_one_waits(room, monkeypatch):
    begin(room.vault(), record_text())
    erase, meanwhile = room.vault().ledger.erase, []

    def looked_at(streams):
        with pytest.raises(BlockingIOError), opened_by_keeper(room, monkeypatch) as vault:
            meanwhile.append(vault)
        return erase(streams)

    vault = room.vault()
    monkeypatch.setattr(vault.ledger, "erase", looked_at)
    flock = fcntl.flock
    monkeypatch.setattr(fcntl, "flock", lambda on, how: flock(on, how | fcntl.LOCK_NB))

    assert 2 == shred(vault, [NAME], WHY, early=True).epoch
    assert [] == meanwhile


def test_an_old_copy_says_that_its_epoch_has_ended(room, monkeypatch, tmp_path):
    begin(room.vault(), record_text())
    shutil.copytree(room.folder, tmp_path / "copy.vault")
    shred(room.vault(), [NAME], WHY, early=True)

    with (
        pytest.raises(BadInput, match=r"copy\.vault: this copy .* is of an earlier epoch"),
        opened_by_keeper(room, monkeypatch, folder=tmp_path / "copy.vault"),
    ):
        pass
    with opened_by_keeper(room, monkeypatch) as vault:
        assert [] == texts(vault)


def test_a_damaged_key_of_the_house_is_not_taken_for_an_old_copy(room):
    vault = room.vault()
    rows = [row._replace(sealed=b"damaged") for row in vault.ledger.wraps(stream=HOUSE)]
    vault.ledger.put_wraps(rows)

    refuse_ended(vault)
    finish_begun(vault)
    assert [] == finished(vault)


def test_a_change_of_epochs_that_was_interrupted_is_finished(room, monkeypatch):
    vault = room.vault()
    begin(vault, record_text())

    def crash(_):
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(vault.ledger, "replace_wraps", crash)
        with pytest.raises(Interrupted):
            shred(vault, [NAME], WHY, early=True)
    again = room.vault()
    before = again.epoch.previous
    finish(again)

    assert before is not None
    assert again.epoch.previous is None
    assert not finish(again)


class Loot(NamedTuple):
    """Everything that somebody has taken: an old copy, every member's keys, and an epoch key."""

    folder: object
    state: object


def opens(room, loot, who):
    """Return the streams of which anything opens, with every row and every key of some members."""
    environment = {"XDG_STATE_HOME": str(loot.state), "HOME": str(loot.state)}
    surroundings = founding.Surroundings(environment, lambda: room.time)
    found, secrets = set(), {}
    for name in who:
        vault = founding.opened(loot.folder, room.bundle(name), surroundings)
        for row in vault.ledger.wraps():
            try:
                secrets[row.key_id] = vault.unwrapped(row)
            except Unopenable:
                continue
        for entry in vault.ledger.entries():
            halves = list(secrets.values()) if is_of_source(entry) and len(secrets) < 12 else ()
            salt = identity_salt(entry.stream, entry.version)
            made = {identity_key(a, b, salt).id for a in halves for b in halves if a != b}
            for _, sealed in entry.parts:
                if key_id_of(sealed) in {*secrets, *made}:
                    found.add(entry.stream)
        vault.ledger.close()
    return found


MANY = 50


def test_no_old_copy_opens_what_was_shredded(tmp_path):
    with opened_room(tmp_path, NEWSROOM) as room:
        ana, eli = room.vault("Ana"), room.vault("Eli")
        names = [f"talk-{number}" for number in range(MANY)]
        for name in names:
            begin(ana, record_text(name, f"Invented Person{name[5:]}"))
        begin(ana, record_text("kept", "Bo Larkin"))
        gone = {bytes.fromhex(one.stream) for one in talks(eli) if one.name in names}
        shutil.copytree(eli.folder, tmp_path / "copy.vault")
        shutil.copytree(tmp_path / "state", tmp_path / "old-state")
        shred(eli, names, WHY, early=True)

        now = Loot(tmp_path / "copy.vault", tmp_path / "state")
        control = Loot(tmp_path / "copy.vault", tmp_path / "old-state")
        assert MANY == len(gone)
        assert set() == gone & opens(room, now, NEWSROOM)
        assert gone == gone & opens(room, control, ["Eli"])
        assert ["kept"] == [text.name for text in texts(room.vault("Ana"))]
        assert texts(room.vault("Ana"))[0].complete


def test_an_old_copy_opens_no_name_of_what_was_shredded(room, tmp_path):
    vault = room.vault()
    begin(vault, record_text())
    own, theirs = streams_of(vault)
    shutil.copytree(vault.folder, tmp_path / "copy.vault")
    shutil.copytree(tmp_path / "state", tmp_path / "old-state")
    shred(vault, [NAME], WHY, early=True)
    now = Loot(tmp_path / "copy.vault", tmp_path / "state")
    control = Loot(tmp_path / "copy.vault", tmp_path / "old-state")

    assert set() == (own | theirs) & opens(room, now, ["Ana"])
    assert own | theirs == (own | theirs) & opens(room, control, ["Ana"])


def test_the_old_epoch_key_is_nowhere_in_the_state(room, tmp_path):
    vault = room.vault()
    begin(vault, record_text())
    old = vault.epoch.current.secret.reveal()
    before = [path for path in (tmp_path / "state").rglob("*") if _holds(path, old)]
    shred(vault, [NAME], WHY, early=True)
    after = [path for path in tmp_path.rglob("*") if _holds(path, old)]

    assert (1, []) == (len(before), after)


def _holds(path, key):
    content = path.read_bytes() if path.is_file() else b""
    return key in content or key.hex().encode() in content


def test_code_names_of_what_was_shredded_lead_to_nothing(room):
    vault = room.vault()
    begin(vault, record_text())
    (stream,) = streams_of(vault)[1]
    shred(vault, [NAME], WHY, early=True)
    code = code_name(vault.forms, stream)

    with pytest.raises(BadInput, match="has been erased"):
        releases.ask(vault, code, "to call her back")
