"""Papers: every version, for its readers alone, and gone when they are removed."""

from __future__ import annotations

import shutil
import threading

import pytest
from sqlalchemy import update

from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.ledger.tables import PARTS
from groundrules.vault import shredding
from groundrules.vault.conversations import begin, talks, texts
from groundrules.vault.copying import back_up
from groundrules.vault.folder import index_path
from groundrules.vault.keeper.upkeep import audit, seal
from groundrules.vault.leaving import hand_over, leave
from groundrules.vault.members import admit, settle
from groundrules.vault.moves import take_out
from groundrules.vault.papers import (
    MOST_BYTES,
    amend_paper,
    begin_paper,
    paper,
    papers,
    remove_paper,
    versions,
)
from groundrules.vault.shredding import finish
from groundrules.vault.shredding_acts import shredded_acts
from groundrules.vault.tapes import add_chunk, begin_tape, tape_chunks
from ledger_places import Server
from residue_loot import loot
from vault_fixtures import CHEAP, NEWSROOM, alone, newsroom, opened_room, passphrase_of, record_text
from vault_rows import all_bytes, raw_rows

__all__ = ["alone", "newsroom"]

CANARY = "vxqzcanary"
TITLE, TEXT = f"The {CANARY} draft", f'{{"text":"the {CANARY} was dead"}}'
WHY = "it was written by mistake"


def begun(vault, readers="house", title=TITLE, kind="draft"):
    return begin_paper(vault, kind, title, TEXT, readers)


def rows_of(vault, ident):
    """Return how many rows but entries the tables still have of a paper."""
    stream = bytes.fromhex(ident)
    seqs = {row.seq for row in raw_rows(vault, "entries") if row.stream == stream}
    return (
        sum(row.place // 16 in seqs for row in raw_rows(vault, "parts")),
        sum(row.stream == stream for row in raw_rows(vault, "wraps")),
        sum(row.stream == stream for row in raw_rows(vault, "forms")),
    )


def readers_of(room, ident):
    """Return the members who can read a paper."""
    found = []
    for name in NEWSROOM:
        try:
            found.append(name if paper(room.vault(name), ident).document else "")
        except BadInput as refusal:
            assert "not shared with you" in str(refusal)  # noqa: PT017 - for each of several
    return found


def test_a_paper_is_read_as_it_was_begun(alone):
    vault = alone.vault()
    found = begun(vault)

    assert (1, TITLE, "draft", "2026-11-03", "2026-11-03", "Ana", "house") == (
        found.version,
        found.title,
        found.kind,
        found.since,
        found.changed,
        found.author,
        found.readers,
    )
    assert (found, TEXT) == paper(alone.vault(), found.id)
    assert [found] == papers(vault)


def test_each_version_can_be_read(newsroom):
    first = begun(newsroom.vault("Ana"))
    newsroom.pass_days(2)
    second = amend_paper(newsroom.vault("Eli"), first.id, 1, "Another title", '{"text":"alive"}')
    vault = newsroom.vault("Ben")

    assert (2, "2026-11-03", "2026-11-05", "Eli") == (
        second.version,
        second.since,
        second.changed,
        second.author,
    )
    assert [first, second] == versions(vault, first.id)
    assert [second] == papers(vault)
    assert (first, TEXT) == paper(vault, first.id, 1)
    assert (second, '{"text":"alive"}') == paper(vault, first.id)


def test_nothing_is_written_where_nothing_changes(alone):
    vault = alone.vault()
    first = begun(vault)

    assert first == amend_paper(vault, first.id, 1, TITLE, TEXT)
    assert 2 == amend_paper(vault, first.id, 1, TITLE, "{}").version
    assert [1, 2] == [one.version for one in versions(vault, first.id)]


def test_papers_are_listed_by_kind_and_title(alone):
    vault = alone.vault()
    for title, kind in (("Beta", "plan"), ("gamma", "draft"), ("Alpha", "draft")):
        begun(vault, title=title, kind=kind)

    assert ["Alpha", "Beta", "gamma"] == [one.title for one in papers(vault)]
    assert ["Alpha", "gamma"] == [one.title for one in papers(vault, "draft")]
    assert [] == papers(vault, "approval")


def test_a_paper_is_for_the_house_or_for_oneself(newsroom):
    mine, ours = begun(newsroom.vault("Ana"), "self"), begun(newsroom.vault("Ana"))

    assert ["Ana"] == readers_of(newsroom, mine.id)
    assert [*NEWSROOM] == readers_of(newsroom, ours.id)
    assert [ours] == papers(newsroom.vault("Eli"))
    assert {mine, ours} == set(papers(newsroom.vault("Ana")))
    with pytest.raises(BadInput, match="not shared with you"):
        amend_paper(newsroom.vault("Eli"), mine.id, 1, "mine now", "{}")
    with pytest.raises(BadInput, match="not shared with you"):
        remove_paper(newsroom.vault("Eli"), mine.id, WHY)


def test_a_newcomer_reads_every_version_of_the_papers_of_the_house(newsroom):
    ana = newsroom.vault("Ana")
    ours, mine = begun(ana), begun(ana, "self")
    leave(ana, "Ben")
    amend_paper(ana, ours.id, 1, TITLE, "{}")
    admit(ana, "Ida", [Role.REPORTER.value], passphrase_of("Ida"), stretching=CHEAP)
    ida = newsroom.vault("Ida")

    assert [1, 2] == [one.version for one in versions(ida, ours.id)]
    assert (TEXT, "{}") == (paper(ida, ours.id, 1).document, paper(ida, ours.id).document)
    with pytest.raises(BadInput, match="not shared with you"):
        paper(ida, mine.id)


def test_what_a_member_lacks_she_gets_when_another_settles(newsroom):
    ana, ben = newsroom.vault("Ana"), newsroom.vault("Ben")
    ours = begun(ana)
    theirs = ana.ledger.wraps(bytes.fromhex(ben.member.card.id), bytes.fromhex(ours.id))
    ana.ledger.drop_wraps(list(theirs))
    lacking = papers(newsroom.vault("Ben"))
    done = settle(newsroom.vault("Eli"))

    assert ([], 1) == (lacking, done.conversations)
    assert [ours] == papers(newsroom.vault("Ben"))
    assert 0 == settle(newsroom.vault("Eli")).conversations


def test_who_leaves_has_no_key_of_what_is_written_afterwards(newsroom):
    ana, ben = newsroom.vault("Ana"), newsroom.vault("Ben")
    ours = begun(ana)
    had = ben.keyring(bytes.fromhex(ours.id))
    (place,) = had.places(bytes.fromhex(ours.id), "paper")
    remembered = had.secret(place)
    seen = amend_paper(ana, ours.id, 1, "Before", "{}")
    leave(ana, "Ben")
    amend_paper(ana, ours.id, seen.version, "After", "{}")
    once = amend_paper(ana, ours.id, 3, "After again", "{}")

    keys = {version: key_of(ana, ours.id, version) == remembered.id for version in range(1, 5)}
    assert {1: True, 2: True, 3: False, 4: False} == keys
    assert key_of(ana, ours.id, 3) == key_of(ana, ours.id, 4), "and one new key is enough"
    assert once == papers(newsroom.vault("Eli"))[0]
    assert 4 == len(versions(newsroom.vault("Eli"), ours.id))


def key_of(vault, ident, version):
    """Return the id of the key that seals a version."""
    entry = vault.ledger.entry(bytes.fromhex(ident), version)
    return dict(entry.parts)["paper"][2:18]


def test_who_takes_over_reads_what_was_for_one_alone(newsroom):
    ana = newsroom.vault("Ana")
    mine = begun(ana, "self")
    with pytest.raises(BadInput, match="can be opened by this member alone"):
        leave(newsroom.vault("Eli"), "Ana")
    hand_over(ana, "Ben")
    leave(newsroom.vault("Eli"), "Ana", "Ben")
    ben = newsroom.vault("Ben")
    amend_paper(ben, mine.id, 1, "Taken over", "{}")

    assert ["Taken over"] == [one.title for one in papers(newsroom.vault("Ben"))]
    assert [] == papers(newsroom.vault("Eli"))


def test_who_changes_another_version_than_the_last_is_told(alone):
    vault = alone.vault()
    first = begun(vault)
    amend_paper(vault, first.id, 1, TITLE, "{}")
    with pytest.raises(BadInput, match="changed meanwhile; nothing was written") as refusal:
        amend_paper(vault, first.id, 1, TITLE, '{"lost":true}')

    assert CANARY not in str(refusal.value)
    assert "{}" == paper(vault, first.id).document


def test_of_several_who_amend_one_version_exactly_one_does(alone):
    first = begun(alone.vault())
    start, won, told = threading.Barrier(4), [], []

    def write(number):
        vault = alone.vault()
        start.wait()
        try:
            won.append(amend_paper(vault, first.id, 1, f"Title {number}", "{}"))
        except BadInput as refusal:
            told.append(str(refusal))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert ["changed meanwhile"] * 3 == [one[one.index("changed") :][:17] for one in told]
    assert won == papers(alone.vault())
    assert 2 == won[0].version


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("Draft", TITLE, TEXT), "the kind of a paper"),
        (("draft", "", TEXT), "the title of a paper"),
        (("draft", CANARY * 51, TEXT), "the title of a paper"),
        (("draft", f"{CANARY}\n{CANARY}", TEXT), "the title of a paper"),
        (("draft", TITLE, f"{CANARY}\ud800"), "is text"),
        (("draft", TITLE, CANARY.ljust(MOST_BYTES + 1)), "at most 16 MB"),
        (("draft", TITLE, TEXT, "everybody"), "for the house or for oneself"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_not_quoted(alone, given, message):
    vault = alone.vault()
    with pytest.raises(BadInput, match=message) as refusal:
        begin_paper(vault, *given)

    assert CANARY not in str(refusal.value)
    assert [] == papers(vault)


def test_an_amendment_is_looked_at_likewise(alone):
    vault = alone.vault()
    first = begun(vault)
    with pytest.raises(BadInput, match="the title of a paper"):
        amend_paper(vault, first.id, 1, "", TEXT)

    assert [first] == versions(vault, first.id)


def test_the_largest_document_comes_back(alone):
    vault, document = alone.vault(), "é" * (MOST_BYTES // 2)
    found = begin_paper(vault, "draft", TITLE, document)

    assert document == paper(alone.vault(), found.id).document


@pytest.mark.parametrize("version", [-1, 2, 2**40])
def test_a_version_that_is_not_there_is_refused(alone, version):
    vault = alone.vault()
    first = begun(vault)
    with pytest.raises(BadInput, match="no such version"):
        paper(vault, first.id, version)


def test_what_is_no_paper_is_refused(alone):
    vault = alone.vault()
    begin(vault, record_text())
    (talk,) = talks(vault)
    for ident in (talk.stream, "00" * 16, "f" * 32, "abc", "", CANARY):
        for call in (paper, versions):
            with pytest.raises(BadInput, match="no such paper") as refusal:
                call(vault, ident)
            assert CANARY not in str(refusal.value)
        with pytest.raises(BadInput, match="no such paper"):
            remove_paper(vault, ident, WHY)


def test_a_paper_is_no_conversation_and_stays_where_those_leave(alone):
    vault = alone.vault()
    begin(vault, record_text())
    begun(vault)

    assert ["harbor-2026-11-03"] == [one.name for one in talks(vault)]
    assert [] == [one for one in take_out(vault, [], WHY) if CANARY in one.text]


def test_neither_title_nor_document_is_shown(alone):
    vault = alone.vault()
    found = begun(vault)

    assert CANARY not in repr((found, paper(vault, found.id), papers(vault)))
    assert CANARY in found.title, "the control"


def test_nothing_of_a_paper_stands_in_the_tables(alone):
    vault = alone.vault()
    found = begun(vault)
    amend_paper(vault, found.id, 1, TITLE, f"{TEXT} ")
    seal(vault)
    kept = all_bytes(vault)
    vault.ledger.keep("left on purpose", TITLE.encode())

    assert CANARY.encode() not in kept
    assert CANARY.encode() in all_bytes(vault), "the control"
    assert () == audit(vault, thorough=True).faults


def damage(vault, place):
    """Change the last byte of a sealed part."""
    (sealed,) = [row.sealed for row in raw_rows(vault, "parts") if row.place == place]
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    with vault.ledger._database.writing() as connection:  # noqa: SLF001 - it is damaged on purpose
        connection.execute(update(PARTS).where(PARTS.c.place == place).values(sealed=changed))


@pytest.mark.parametrize("part", [0, 1])
def test_a_version_that_was_changed_is_refused(alone, part):
    vault = alone.vault()
    found = begun(vault)
    (seq,) = [row.seq for row in raw_rows(vault, "entries") if row.stream.hex() == found.id]
    damage(vault, 16 * seq + part)
    with pytest.raises(BadInput, match="does not open: it was changed") as refusal:
        paper(alone.vault(), found.id)

    assert CANARY not in str(refusal.value)


def test_what_is_removed_is_gone_and_it_stays_on_record_why(newsroom):
    ana = newsroom.vault("Ana")
    gone, kept = begun(ana), begun(ana, title="Kept")
    amend_paper(ana, gone.id, 1, TITLE, "{}")
    before = rows_of(ana, gone.id)
    remove_paper(newsroom.vault("Eli"), gone.id, f" {WHY} ")
    vault = newsroom.vault("Ana")
    (act,) = shredded_acts(vault)

    assert ((4, 5, 1), (0, 0, 0)) == (before, rows_of(vault, gone.id))
    assert [kept] == papers(vault) == papers(vault, "draft")
    assert ((bytes.fromhex(gone.id),), (), WHY) == (act.streams, act.talks, act.reason)
    assert (2, ()) == (vault.epoch.current.number, audit(vault, thorough=True).faults)
    for call in (paper, versions):
        with pytest.raises(BadInput, match="this paper was removed"):
            call(vault, gone.id)
    with pytest.raises(BadInput, match="this paper was removed"):
        amend_paper(vault, gone.id, 2, "Again", "{}")


def test_no_old_copy_opens_what_was_removed(newsroom, tmp_path):
    ana = newsroom.vault("Ana")
    stream = bytes.fromhex(begun(ana).id)
    shutil.copytree(newsroom.folder, tmp_path / "copy.vault")
    shutil.copytree(tmp_path / "state", tmp_path / "old" / "state")
    back_up(ana, str(tmp_path / "backup.vault"))
    remove_paper(ana, stream.hex(), WHY)
    vaults = [tmp_path / "copy.vault", tmp_path / "backup.vault", newsroom.folder]
    now = loot(newsroom, NEWSROOM, vaults, [tmp_path / "state"])
    old = loot(newsroom, ["Lea"], vaults, [tmp_path / "old"])

    assert (set(), {stream}) == (set(now.readable({stream})), set(old.readable({stream})))


def test_nothing_is_removed_without_a_reason(alone):
    vault = alone.vault()
    found = begun(vault)
    with pytest.raises(BadInput, match="a reason has"):
        remove_paper(vault, found.id, "x")

    assert [found] == papers(vault)


def test_the_index_stays_when_a_paper_goes(alone):
    vault = alone.vault()
    index_path(vault.folder).mkdir()
    (index_path(vault.folder) / "kept").write_bytes(b"fingerprints")
    remove_paper(vault, begun(vault).id, WHY)

    assert ["kept"] == [one.name for one in index_path(vault.folder).iterdir()]


class Interrupted(Exception):  # noqa: N818 - it is what a crash looks like from within
    """The process ended here."""


@pytest.mark.parametrize("step", ["erase", "rotate"])
def test_an_interrupted_removal_is_finished(alone, monkeypatch, step):
    vault = alone.vault()
    found = begun(vault)

    def crash(*_):
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(vault.ledger if step == "erase" else shredding, step, crash)
        with pytest.raises(Interrupted):
            remove_paper(vault, found.id, WHY)
    again = alone.vault()

    assert finish(again)
    assert ((0, 0, 0), 2) == (rows_of(again, found.id), again.epoch.current.number)
    assert not finish(again)


@pytest.fixture(scope="module")
def server():
    found = Server()
    yield found
    found.remove()


def test_papers_and_tapes_on_a_server(tmp_path, server):
    people = {"Ana": (Role.REPORTER,), "Eli": (Role.EDITOR,)}
    with opened_room(tmp_path, people, url=server.place().url) as room:
        ana, eli = room.vault("Ana"), room.vault("Eli")
        first = begun(ana)
        second = amend_paper(eli, first.id, 1, "From the desk", "{}")
        begin(ana, record_text())
        tape = begin_tape(ana, "harbor-2026-11-03", "audio/webm")
        for number in range(3):
            add_chunk(ana, tape, number, number * 5000, b"%d" % number)

        assert [first, second] == versions(ana, first.id)
        assert [second] == papers(eli, "draft")
        assert ["harbor-2026-11-03"] == [one.name for one in texts(ana)]
        assert [b"1", b"2"] == tape_chunks(ana, tape, 1)
        remove_paper(ana, first.id, WHY)
        assert ((0, 0, 0), []) == (rows_of(eli, first.id), papers(room.vault("Eli")))
