"""Releases of a name: two halves, one requester, one purpose, one time; and one person alone."""

from __future__ import annotations

from itertools import product

import pytest

from groundrules.errors import BadInput
from groundrules.keys.envelope import Unopenable
from groundrules.keys.halves import identity_key
from groundrules.vault import releases
from groundrules.vault.code_names import code_name
from groundrules.vault.conversations import begin, texts
from groundrules.vault.entering import opened_part
from groundrules.vault.epochs import rotate
from groundrules.vault.identities import IDENTITY, identity_salt
from groundrules.vault.release_acts import cases
from groundrules.vault.source_answers import Known
from groundrules.vault.source_streams import is_of_source
from vault_fixtures import NEWSROOM, opened_room, record_text
from vault_rows import all_bytes, raw_rows

DANA = Known("Dana Whitfield", ("Harbor Authority",), ("Whit",))
WHY = "to check the spelling with counsel"


@pytest.fixture
def room(tmp_path):
    """Give a newsroom in which Ana has begun a talk; Eli holds the other half of its source."""
    with opened_room(tmp_path, NEWSROOM) as opened:
        begin(opened.vault("Ana"), record_text())
        yield opened


@pytest.fixture
def alone(tmp_path):
    with opened_room(tmp_path) as opened:
        begin(opened.vault(), record_text())
        yield opened


def stream(vault):
    return next(entry.stream for entry in vault.ledger.entries() if is_of_source(entry))


def code(vault):
    return code_name(vault.forms, stream(vault))


def released(vault):
    """Return the rows of what was released."""
    return [row for row in vault.ledger.wraps() if row.kind.startswith("released")]


def openable(vault):
    """Return what somebody can open of a source with all rows, the epoch key and the own keys."""
    secrets = []
    for row in vault.ledger.wraps():
        try:
            secrets.append(vault.unwrapped(row))
        except Unopenable:
            continue
    entry = next(entry for entry in vault.ledger.entries(stream(vault)) if is_of_source(entry))
    found = []
    for one, other in product(secrets, secrets):
        if one != other:
            key = identity_key(one, other, identity_salt(entry.stream, entry.version))
            try:
                found.append(opened_part(vault, entry, IDENTITY, key)["name"])
            except Unopenable:
                continue
    return len(secrets), found


@pytest.mark.parametrize("who", NEWSROOM)
def test_nobody_alone_opens_a_name_with_all_rows_and_keys(room, who):
    secrets, found = openable(room.vault(who))

    assert [] == found
    assert secrets > 0


def test_a_control_with_both_halves_opens_it(alone):
    assert ["Dana Whitfield"] == openable(alone.vault())[1]


def test_a_granted_name_is_opened_once_and_recorded(room):
    ana, eli = room.vault("Ana"), room.vault("Eli")
    asked = releases.ask(ana, code(ana), WHY)
    granted = releases.grant(eli, asked.id[:8])
    opened = releases.name(ana, asked.id)

    assert ("asked", ("editor",), ()) == (asked.state, asked.lacking, asked.granted)
    assert ("granted", ("editor",)) == (granted.state, granted.granted)
    assert (DANA,) == opened.known
    assert not opened.alone
    assert [("opened", "Ana", WHY)] == [
        (one.state, one.requester, one.purpose) for one in releases.requests(eli)
    ]
    assert [] == released(ana)


def test_a_name_is_not_opened_a_second_time(room):
    ana = room.vault("Ana")
    asked = releases.ask(ana, code(ana), WHY)
    releases.grant(room.vault("Eli"), asked.id)
    releases.name(ana, asked.id)

    with pytest.raises(BadInput, match="has been used"):
        releases.name(ana, asked.id)


def test_what_was_released_is_gone_even_where_the_use_was_interrupted(room, monkeypatch):
    ana = room.vault("Ana")
    asked = releases.ask(ana, code(ana), WHY)
    releases.grant(room.vault("Eli"), asked.id)
    with monkeypatch.context() as patch:
        patch.setattr(ana.ledger, "drop_wraps", lambda _: 0)
        releases.name(ana, asked.id)
    left = len(released(ana))
    with pytest.raises(BadInput, match="has been used"):
        releases.name(ana, asked.id)

    assert (1, 0) == (left, len(released(ana)))


def test_an_editor_asks_the_reporter_and_a_lawyer_both(room):
    eli, lea, ana = room.vault("Eli"), room.vault("Lea"), room.vault("Ana")
    by_editor = releases.ask(eli, code(eli), WHY)
    by_lawyer = releases.ask(lea, code(lea), WHY)

    assert (("reporter",), ("reporter", "editor")) == (by_editor.lacking, by_lawyer.lacking)
    releases.grant(ana, by_editor.id)
    releases.grant(ana, by_lawyer.id)
    with pytest.raises(BadInput, match="not been granted yet"):
        releases.name(lea, by_lawyer.id)
    releases.grant(eli, by_lawyer.id)
    assert (
        (DANA,) == releases.name(eli, by_editor.id).known == releases.name(lea, by_lawyer.id).known
    )


def test_what_was_released_opens_for_its_requester_purpose_and_end_alone(room):
    ana, ben, eli = room.vault("Ana"), room.vault("Ben"), room.vault("Eli")
    asked = releases.ask(ana, code(ana), WHY)
    releases.grant(eli, asked.id)
    (row,) = released(ana)
    (case,) = cases(ana)
    others = [
        case._replace(purpose="to print it"),
        case._replace(until="2027-01-01T00:00:00+00:00"),
        case._replace(requester=ben.member.card.id),
        case._replace(id=bytes(16)),
    ]
    kinds = [releases.released_kind("half-editor", one) for one in others]
    moved = [row._replace(kind=kind) for kind in kinds]
    moved.append(row._replace(kind=releases.released_kind("half-reporter", case)))
    moved.append(row._replace(kind="half-editor"))
    moved.append(row._replace(stream=bytes(16)))

    assert row.key_id == ana.unwrapped(row).id  # a control: as it is, it opens
    for one in moved:
        with pytest.raises(Unopenable):
            room.vault("Ana").unwrapped(one)
    for other in (row, row._replace(member=bytes.fromhex(ben.member.card.id))):
        with pytest.raises(Unopenable):
            ben.unwrapped(other)


def test_a_row_put_under_another_purpose_is_refused_by_its_key(room):
    ana = room.vault("Ana")
    first = releases.ask(ana, code(ana), WHY)
    releases.grant(room.vault("Eli"), first.id)
    second = releases.ask(ana, code(ana), "to print it")
    (row,) = released(ana)
    case = next(one for one in cases(ana) if one.id.hex() == second.id)
    ana.ledger.put_wraps([row._replace(kind=releases.released_kind("half-editor", case))])

    with pytest.raises(Unopenable):
        releases.name(room.vault("Ana"), second.id)


def test_a_release_ends(room):
    ana = room.vault("Ana")
    asked = releases.ask(ana, code(ana), WHY, hours=2)
    releases.grant(room.vault("Eli"), asked.id)
    room.pass_days(2 / 24)

    assert ["expired"] == [one.state for one in releases.requests(ana)]
    with pytest.raises(BadInput, match="has ended"):
        releases.name(ana, asked.id)
    assert [] == released(ana)


def test_what_has_ended_is_swept_away_and_a_copy_of_it_opens_no_more(room):
    ana = room.vault("Ana")
    asked = releases.ask(ana, code(ana), WHY, hours=2)
    releases.grant(room.vault("Eli"), asked.id)
    (copy,) = released(ana)
    room.pass_days(1)
    before = room.vault("Ana").unwrapped(copy).id  # a control: until a new epoch begins, it opens

    assert 1 == releases.sweep(ana)
    assert 0 == releases.sweep(ana)
    rotate(ana)
    assert copy.key_id == before
    with pytest.raises(Unopenable):
        room.vault("Ana").unwrapped(copy)


def test_a_new_epoch_keeps_what_was_released_and_drops_what_has_ended(room):
    ana, eli = room.vault("Ana"), room.vault("Eli")
    short = releases.ask(ana, code(ana), WHY, hours=1)
    long = releases.ask(ana, code(ana), WHY, hours=100)
    releases.grant(eli, short.id)
    releases.grant(eli, long.id)
    room.pass_days(1)
    rotate(eli)

    assert 1 == len(released(ana))
    assert (DANA,) == releases.name(room.vault("Ana"), long.id).known


def test_a_refusal_gives_its_reason(room):
    ana, eli = room.vault("Ana"), room.vault("Eli")
    asked = releases.ask(ana, code(ana), WHY)
    refused = releases.refuse(eli, asked.id, "counsel has  not agreed")

    assert ("refused", "counsel has not agreed") == (refused.state, refused.reason)
    assert ["counsel has not agreed"] == [one.reason for one in releases.requests(ana)]
    with pytest.raises(BadInput, match="was refused"):
        releases.name(ana, asked.id)
    with pytest.raises(BadInput, match="was refused"):
        releases.grant(eli, asked.id)


def test_nobody_answers_a_request_of_her_own(room):
    ana = room.vault("Ana")
    asked = releases.ask(ana, code(ana), WHY)

    with pytest.raises(BadInput, match="your own"):
        releases.grant(ana, asked.id)


def test_who_holds_no_half_sees_no_request_and_grants_none(room):
    ana, ben = room.vault("Ana"), room.vault("Ben")
    asked = releases.ask(ana, code(ana), WHY)

    assert [] == releases.requests(ben)
    with pytest.raises(BadInput, match="no such request"):
        releases.grant(ben, asked.id)
    with pytest.raises(BadInput, match="no source in this vault"):
        releases.name(ben, asked.id)


def test_what_was_released_to_another_is_not_opened(room):
    ana, eli = room.vault("Ana"), room.vault("Eli")
    asked = releases.ask(ana, code(ana), WHY)
    releases.grant(eli, asked.id)

    with pytest.raises(BadInput, match="somebody else"):
        releases.name(eli, asked.id)


def test_who_holds_one_half_opens_nothing_by_the_code_name(room):
    for who in ("Ana", "Eli", "Ben"):
        vault = room.vault(who)
        with pytest.raises(BadInput, match="do not hold both halves"):
            releases.name(vault, code(vault), WHY)


def test_alone_each_opening_has_a_purpose_and_is_recorded(alone):
    vault = alone.vault()
    opened = releases.name(vault, code(vault), WHY)
    releases.name(vault, code(vault), "to call her back")

    assert opened.alone
    assert (DANA,) == opened.known
    assert [WHY, "to call her back"] == [one.purpose for one in releases.requests(vault)]
    assert {"opened"} == {one.state for one in releases.requests(vault)}


@pytest.mark.parametrize("purpose", ["", "  ", "x", "y" * 501, "two\x07bells"])
def test_alone_no_name_is_opened_without_a_purpose(alone, purpose):
    vault = alone.vault()

    with pytest.raises(BadInput, match="3 to 500"):
        releases.name(vault, code(vault), purpose)
    assert [] == releases.requests(vault)


def test_alone_nobody_else_is_asked(alone):
    vault = alone.vault()

    with pytest.raises(BadInput, match="you hold both halves"):
        releases.ask(vault, code(vault), WHY)


@pytest.mark.parametrize("hours", [0, -1, 337])
def test_a_release_lasts_from_an_hour_to_two_weeks(room, hours):
    vault = room.vault("Ana")

    with pytest.raises(BadInput, match="from 1 to 336 hours"):
        releases.ask(vault, code(vault), WHY, hours)


def shape(vault):
    """Return how many rows there are, and how long each field of theirs is."""
    tables = ("entries", "parts", "wraps", "forms")
    kinds = (row.kind for row in raw_rows(vault, "wraps"))
    return sorted(kind.partition(":")[0] for kind in kinds), {
        table: sorted(
            len(field)
            for row in raw_rows(vault, table)
            for field in row
            if isinstance(field, bytes)
        )
        for table in tables
    }


def steps_of(folder, source):
    """Return how asking for a name looks, step by step."""
    folder.mkdir()
    with opened_room(folder, NEWSROOM) as room:
        ana, eli = room.vault("Ana"), room.vault("Eli")
        begin(ana, record_text(source=source))
        asked = releases.ask(ana, code(ana), WHY)
        granted = releases.grant(eli, asked.id)
        shown = [text.text.replace(code(ana), "CODE") for text in texts(ana)]
        return shape(ana), asked._replace(id="", code=""), granted._replace(id="", code=""), shown


def test_asking_looks_the_same_whether_or_not_a_name_is_known(tmp_path):
    named, unnamed = steps_of(tmp_path / "one", "Dana Whitfield"), steps_of(tmp_path / "other", "")

    assert named == unnamed


def test_a_name_that_is_not_known_opens_to_nothing(tmp_path):
    with opened_room(tmp_path) as room:
        vault = room.vault()
        begin(vault, record_text(source=""))

        assert () == releases.name(vault, code(vault), WHY).known


def test_no_row_and_no_message_holds_a_name_or_a_purpose(room):
    ana = room.vault("Ana")
    asked = releases.ask(ana, code(ana), WHY)
    releases.grant(room.vault("Eli"), asked.id)
    opened = releases.name(ana, asked.id)
    content = all_bytes(ana)

    assert [] == [word for word in (b"Whitfield", WHY.encode()) if word in content]
    assert "Whitfield" not in f"{opened!r} {asked!r} {cases(ana)!r} {opened.known[0]!r}"
