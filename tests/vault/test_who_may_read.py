"""Who may read what: by the keys alone, over all members, conversations and kinds."""

from __future__ import annotations

from itertools import product

import pytest

from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.keys.envelope import Unopenable
from groundrules.keys.members import MemberKeys
from groundrules.keys.wraps import unwrapped
from groundrules.ledger.entries import HOUSE
from groundrules.vault.conversations import amend, begin, texts
from groundrules.vault.finding import stream_named
from groundrules.vault.leaving import hand_over, leave
from groundrules.vault.members import admit, members, settle
from groundrules.vault.opened import TERMS, WORDS
from groundrules.vault.sharing import readers, share, take_back
from vault_fixtures import CHEAP, NEWSROOM, alone, newsroom, passphrase_of, record_text

__all__ = ["alone", "newsroom"]

CANARY = "vxqzcanary"
DESKS = ("Eli", "Sam", "Lea")


def begun_by(room, name, talk):
    """Begin a conversation with a canary in its words and another in its source's name."""
    text = record_text(talk, source=f"Dana {CANARY.title()}").replace("Friday", f"{CANARY} {talk}")
    return begin(room.vault(name), text)


def can(room, name):
    """Return what a member can read, by the texts that she gets: pairs of talk and kind."""
    found = set()
    for text in texts(room.vault(name)):
        found.add((text.name, TERMS))
        if text.complete:
            assert CANARY in text.text
            found.add((text.name, WORDS))
        else:
            assert CANARY not in text.text
        assert CANARY.title() not in text.text
    return found


def opens(room, name):
    """Return what a member's keys open of what is kept, tried on every row: pairs likewise."""
    vault = room.vault(name)
    names = {text.name: text for text in texts(vault)}
    streams = {}
    for talk in names:
        streams[vault.ledger.head(_stream(vault, talk)).stream] = talk
    rows = [row for row in vault.ledger.wraps() if row.kind in (TERMS, WORDS)]
    return {(streams.get(row.stream), row.kind) for row in rows if _unwraps(vault, row)}


def _stream(vault, talk):
    return stream_named(vault, talk)


def _unwraps(vault, row):
    try:
        mine = row._replace(member=bytes.fromhex(vault.member.card.id))
        context = vault.context(mine)
        return unwrapped(row.sealed, vault.member, context, vault.epoch.of(context.epoch))
    except Unopenable:
        return None


def expected(*pairs):
    """Return pairs of talk and kind from pairs of talk and kinds."""
    return {pair for talk, kinds in pairs for pair in product([talk], kinds)}


BOTH = (TERMS, WORDS)


def test_a_conversation_is_its_reporters_and_its_terms_the_desks(newsroom):
    begun_by(newsroom, "Ana", "first")
    begun_by(newsroom, "Ben", "second")

    mine = {
        "Ana": expected(("first", BOTH)),
        "Ben": expected(("second", BOTH)),
        **dict.fromkeys(DESKS, expected(("first", [TERMS]), ("second", [TERMS]))),
    }
    assert mine == {name: can(newsroom, name) for name in NEWSROOM}
    assert mine == {name: opens(newsroom, name) for name in NEWSROOM}


def test_what_is_shared_is_shared_with_one_and_from_the_beginning(newsroom):
    begun_by(newsroom, "Ana", "first")
    begun_by(newsroom, "Ana", "second")
    ana = newsroom.vault("Ana")

    share(ana, "first", "Ben", [TERMS])
    share(ana, "second", "Eli", [WORDS])

    assert expected(("first", [TERMS])) == can(newsroom, "Ben")
    assert expected(("first", [TERMS]), ("second", BOTH)) == can(newsroom, "Eli")
    assert expected(("first", BOTH), ("second", BOTH)) == can(newsroom, "Ana")
    assert expected(("first", [TERMS]), ("second", [TERMS])) == can(newsroom, "Sam")
    assert expected(("first", [TERMS])) == opens(newsroom, "Ben")
    assert ["Ana", "Ben", "Eli", "Lea", "Sam"] == [one.member for one in readers(ana, "first")]


def test_nobody_shares_what_she_may_not_read(newsroom):
    begun_by(newsroom, "Ana", "first")

    with pytest.raises(BadInput, match="you may not read this"):
        share(newsroom.vault("Ben"), "first", "Ben", [WORDS])
    with pytest.raises(BadInput, match="its words are not shared with you"):
        share(newsroom.vault("Eli"), "first", "Ben", [WORDS])
    with pytest.raises(BadInput, match="no such member"):
        share(newsroom.vault("Ana"), "first", "Nobody", [TERMS])
    with pytest.raises(BadInput, match="neither the terms nor the words"):
        share(newsroom.vault("Ana"), "first", "Ben", ["names"])
    assert set() == can(newsroom, "Ben")


def test_what_is_taken_back_is_not_read_any_more_and_all_others_read_on(newsroom):
    begun_by(newsroom, "Ana", "first")
    ana = newsroom.vault("Ana")
    share(ana, "first", "Ben", [WORDS])
    before = newsroom.vault("Ben")
    old_keys = [before.secret(one.stream, one.kind, one.key_id) for one in _places(before)]

    done = take_back(ana, "first", "Ben")
    [text] = texts(ana, ["first"])
    amend(ana, "first", text.version, text.text + "S1: And more of it.\n")

    assert any("cannot be unread" in what for what in done.what)
    assert expected(("first", [TERMS])) == can(newsroom, "Ben")
    assert expected(("first", BOTH)) == can(newsroom, "Ana")
    assert "And more of it." in texts(ana)[0].text
    last = {row.key_id for row in ana.ledger.wraps() if row.kind == WORDS}
    assert last - {key.id for key in old_keys}, "what came later is under a key Ben never had"


def _places(vault):
    keys = vault.keyring()
    return [
        one for kind in BOTH for stream in keys.streams(kind) for one in keys.places(stream, kind)
    ]


def test_the_words_go_with_the_terms(newsroom):
    begun_by(newsroom, "Ana", "first")
    ana = newsroom.vault("Ana")
    share(ana, "first", "Ben", [WORDS])

    take_back(ana, "first", "Ben", TERMS)

    assert set() == can(newsroom, "Ben") == opens(newsroom, "Ben")
    assert expected(("first", BOTH)) == can(newsroom, "Ana")
    assert expected(("first", [TERMS])) == can(newsroom, "Eli")


def test_the_last_reader_is_not_taken_away(newsroom):
    begun_by(newsroom, "Ana", "first")

    with pytest.raises(BadInput, match="they would be lost"):
        take_back(newsroom.vault("Ana"), "first", "Ana")

    assert expected(("first", BOTH)) == can(newsroom, "Ana")


def test_who_leaves_opens_nothing_and_the_successor_all(newsroom):
    for talk in ("first", "second"):
        begun_by(newsroom, "Ana", talk)
    begun_by(newsroom, "Ben", "third")
    bundle = newsroom.bundle("Ana")
    ana = newsroom.vault("Ana")
    hand_over(ana, "Ben")

    leave(newsroom.vault("Eli"), "Ana", "Ben")

    assert all(_unwraps(ana, row) is None for row in ana.ledger.wraps())
    with pytest.raises(BadInput, match="not shared with you"):
        ana.secret(HOUSE, "house")
    assert bundle.member.card.id not in {row.member.hex() for row in ana.ledger.wraps()}
    with pytest.raises(BadInput, match="does not open it"):
        newsroom.bundle("Ana")
    everything = expected(*((talk, BOTH) for talk in ("first", "second", "third")))
    assert everything == can(newsroom, "Ben")
    terms = expected(*((talk, [TERMS]) for talk in ("first", "second", "third")))
    assert [terms] * 3 == [can(newsroom, name) for name in DESKS]


def test_an_old_copy_opens_nothing_for_who_has_left(newsroom):
    begun_by(newsroom, "Ana", "first")
    ana = newsroom.vault("Ana")
    old = [row for row in ana.ledger.wraps() if row.member.hex() == ana.member.card.id]
    assert all(_unwraps(ana, row) for row in old), "the control: before, they open"
    hand_over(ana, "Ben")

    leave(newsroom.vault("Eli"), "Ana", "Ben")

    assert [] == [row for row in old if _unwraps(ana, row)]


def test_new_keys_are_in_use_once_somebody_has_left(newsroom):
    begun_by(newsroom, "Ana", "first")
    ana = newsroom.vault("Ana")
    hand_over(ana, "Ben")
    kept = {one.key_id: ana.secret(*one) for one in _places(ana)}
    leave(newsroom.vault("Eli"), "Ana", "Ben")
    ben = newsroom.vault("Ben")
    [text] = texts(ben)

    amend(ben, "first", text.version, text.text + "AR: And then?\n")

    last = list(ben.ledger.entries(_stream(ben, "first")))[-1]
    assert {TERMS, WORDS} == {name for name, _ in last.parts}
    assert not {sealed[2:18] for _, sealed in last.parts} & set(kept)


def test_what_only_one_can_open_is_not_lost_by_mistake(newsroom):
    begun_by(newsroom, "Ana", "first")
    editor = newsroom.vault("Eli")

    with pytest.raises(BadInput, match="by this member alone"):
        leave(editor, "Ana")
    assert expected(("first", BOTH)) == can(newsroom, "Ana")

    leave(editor, "Ana", lose=True)
    assert expected(("first", [TERMS])) == can(newsroom, "Eli")
    assert ["Ana"] == [one.name for one in members(editor) if one.left]


def test_nobody_lets_herself_go(newsroom):
    with pytest.raises(BadInput, match="nobody lets herself go"):
        leave(newsroom.vault("Ana"), "Ana")


def test_both_halves_do_not_come_into_one_hand(newsroom):
    begun_by(newsroom, "Ana", "first")

    with pytest.raises(BadInput, match="both halves"):
        hand_over(newsroom.vault("Ana"), "Eli")


def test_who_joins_later_reads_what_her_desk_reads(newsroom):
    begun_by(newsroom, "Ana", "first")
    begun_by(newsroom, "Ben", "second")

    ana = newsroom.vault("Ana")
    admit(ana, "Noa", [Role.EDITOR.value], passphrase_of("Noa"), stretching=CHEAP)
    admit(ana, "Kim", [Role.REPORTER.value], passphrase_of("Kim"), stretching=CHEAP)

    assert expected(("first", [TERMS])) == can(newsroom, "Noa")
    assert set() == can(newsroom, "Kim")
    settle(newsroom.vault("Ben"))
    assert expected(("first", [TERMS]), ("second", [TERMS])) == can(newsroom, "Noa")
    assert set() == can(newsroom, "Kim")
    begun_by(newsroom, "Kim", "third")
    assert ("third", TERMS) in can(newsroom, "Noa")


@pytest.mark.parametrize("roles", [[], ["owner"]])
def test_a_member_has_a_role(alone, roles):
    with pytest.raises(BadInput, match="at least one role"):
        admit(alone.vault(), "Noa", roles, passphrase_of("Noa"), stretching=CHEAP)


def test_two_members_have_two_names(alone):
    with pytest.raises(BadInput, match="of this name already"):
        admit(alone.vault(), "ana ", ["editor"], passphrase_of("Noa"), stretching=CHEAP)


def test_every_ciphertext_and_the_file_key_open_nothing_without_a_members_keys(newsroom):
    begun_by(newsroom, "Ana", "first")
    ana = newsroom.vault("Ana")
    stranger = MemberKeys.new("Stranger", [Role.EDITOR])
    rows = list(ana.ledger.wraps())
    opened = 0
    for row in rows:
        context = ana.context(row)._replace(recipient=stranger.card.id)
        key = ana.epoch.of(context.epoch)
        for attempt in (context, ana.context(row)):
            try:
                unwrapped(row.sealed, stranger, attempt, key)
                opened += 1
            except Unopenable:
                pass

    assert 0 == opened
    mine = [row for row in rows if row.member.hex() == ana.member.card.id]
    assert all(_unwraps(ana, row) for row in mine), "the control: the member's keys open them"
