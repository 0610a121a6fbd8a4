"""What a page shows of a conversation is what the timeline holds, and no word more than one may."""

from __future__ import annotations

from pathlib import Path

import pytest

from conversation_room import NAME, settings_of, talk_in, version_of
from groundrules.desk.conversations.conversation_readers import taken_out, who_may_read
from groundrules.desk.conversations.conversation_view import (
    RAIL_CELLS,
    conversation_seen,
    level_of,
    rail_of,
)
from groundrules.desk.conversations.list_conversations import TalkList
from groundrules.desk.conversations.set_terms import Done, Wanted, set_terms
from groundrules.desk.conversations.talks_at_hand import Opened, TalksAtHand
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.talking.agreements_view import agreements_seen
from groundrules.desk.vaults.moves import import_records
from groundrules.desk.vaults.upkeep import share
from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.record.facts import Proposal
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.terms.levels import Level
from groundrules.vault.keeper.locking import lock
from kept_vault import kept, unlock, vault

__all__ = ["vault"]

RECORDS = Path(__file__).parents[2] / "examples" / "records"


def seen_of(path, folder):
    talk = parse(path.read_text(encoding="utf-8"))
    timeline = fold(talk, Policies(settings_of(folder)).of(talk))
    return timeline, conversation_seen(
        Opened(talk.id, 1, may_read_words=True, timeline=timeline, heard=())
    )


@pytest.mark.parametrize("path", sorted(RECORDS.glob("*.record")), ids=lambda path: path.stem)
def test_every_turn_stands_where_the_timeline_has_it(path, tmp_path):
    timeline, seen = seen_of(path, tmp_path)
    shown = [(part.text, part.status) for turn in seen.turns for part in turn.parts if part.status]
    assert shown == [(one.statement.text, level_of(one.status)) for one in timeline.standings]
    assert [turn.number for turn in seen.turns] == list(range(1, len(seen.turns) + 1))
    assert sum(cell.span for cell in seen.rail) == RAIL_CELLS
    acts = [act for turn in seen.turns for part in turn.parts for act in part.acts]
    assert sorted([*acts, *seen.afterwards], key=lambda act: act.number) == list(seen.acts)


def test_terms_are_named_where_they_change_and_say_because_of_what(tmp_path):
    _, seen = seen_of(RECORDS / "harbor-2026-11-03.record", tmp_path)
    begins = [
        (turn.number, part.status, part.because)
        for turn in seen.turns
        for part in turn.parts
        if part.begins
    ]
    assert begins == [
        (1, "on-the-record", ()),
        (6, "unclear", (1, 2)),
        (7, "off-the-record", (1, 2, 3)),
        (10, "on-the-record", (5,)),
    ]
    assert [party.ends_on for party in seen.parties] == ["", "on-the-record"]


ASKED = "S1: Off the record?\n  ?> ask off-the-record\nAR: Yes.\n  ?> agree\n"
BACK = "S1: Back on the record?\n  ?> return\nAR: Yes.\n  ?> return-accept\n"


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("", "on-the-record"),
        (ASKED, "unclear"),
        # On the record by the facts and with all of it confirmed; not where the way back was none.
        (f"{ASKED}S1: It was sold.\n{BACK}S1: So it goes.\n", "unclear"),
    ],
)
def test_what_was_heard_and_not_confirmed_makes_the_end_unclear(said, ends, tmp_path):
    talk = parse(f"conversation: a\npolicy: ap\nparties:\n  AR: reporter\n  S1: source\n\n{said}")
    timeline = fold(talk, Policies(settings_of(tmp_path)).of(talk))
    seen = conversation_seen(Opened("a", 1, may_read_words=True, timeline=timeline, heard=()))
    assert seen.parties[1].ends_on == ends
    assert not seen.turns or seen.turns[-1].status == ends


def test_an_agreement_has_its_exact_words(tmp_path):
    timeline, _ = seen_of(RECORDS / "union-2026-11-04.record", tmp_path)
    first, second = agreements_seen(timeline)
    assert [said.turn for said in first.made] == [1, 2, 3]
    assert first.made[2].words == "Yes."
    assert (first.turns, first.lasts) == ("3-7", False)
    assert (second.turns, second.lasts) == ("8-11", True)
    withheld = {right.axis for right in second.rights if right.withholds}
    assert {"quote", "attribute"} <= withheld
    assert "described as “a person involved in the negotiations”" in first.conditions


def test_a_talk_without_words_has_no_rail(tmp_path):
    talk = parse("conversation: a\nparties:\n  AR: reporter\n")
    assert rail_of(fold(talk, Policies(settings_of(tmp_path)).of(talk))) == ()


def test_the_list_has_every_conversation_and_folds_what_is_new_alone(vault):
    import_records(vault, [str(RECORDS)], lambda _d, _o: None)
    talks = TalkList(vault, settings_of(vault))
    lines = talks.lines()
    assert [line.day for line in lines] == sorted((line.day for line in lines), reverse=True)
    names = {line.name: line for line in lines}
    assert names["council-2026-11-05"].open == 1
    assert names["harbor-2026-11-03"].statements[-1].status == "off-the-record"
    path = talk_in(vault, name=NAME)
    set_terms(
        path,
        version_of(path),
        Wanted(5, 0, Proposal(Level.BACKGROUND), Done(3), Done(4)),
        settings_of(vault),
    )
    again = {line.name: line for line in talks.lines()}
    assert again["council-2026-11-05"] is names["council-2026-11-05"]
    assert "background" in [count.status for count in again[NAME].statements]


def test_whoever_may_read_the_terms_alone_sees_no_word(tmp_path, monkeypatch):
    people = {"Ana": (Role.REPORTER,), "Eli": (Role.EDITOR,)}
    with kept(tmp_path, monkeypatch, people) as room:
        talk_in(room.folder, name=NAME)
        assert {one.member for one in who_may_read(room.folder, NAME).readers} == {"Ana", "Eli"}
        lock(room.folder)
        unlock(room, "Eli")
        seen = conversation_seen(TalksAtHand(room.folder, settings_of(room.folder)).opened(NAME))
        assert not seen.may_read_words
        assert {part.text for turn in seen.turns for part in turn.parts} == {"(sealed)"}
        (line,) = TalkList(room.folder, settings_of(room.folder)).lines()
        assert line.may_read == "terms"
        with pytest.raises(BadInput):
            taken_out(room.folder, NAME, "for the archive")


def test_readers_and_history_follow_what_is_shared(tmp_path, monkeypatch):
    people = {"Ana": (Role.REPORTER, Role.EDITOR), "Ben": (Role.REPORTER,)}
    with kept(tmp_path, monkeypatch, people) as room:
        talk_in(room.folder, name=NAME)
        assert who_may_read(room.folder, NAME).others == ("Ben",)
        share(room.folder, NAME, "Ben", words=True)
        found = who_may_read(room.folder, NAME)
        assert found.others == ()
        assert [(one.act, one.whom) for one in found.changes] == [("shared", "Ben"), ("begun", "")]


def test_a_record_is_taken_out_with_a_reason(vault):
    talk_in(vault, name=NAME)
    with pytest.raises(BadInput, match="needs a reason"):
        taken_out(vault, NAME, "  ")
    assert "The second bidder knew the price." in taken_out(vault, NAME, "for the lawyer")
    assert who_may_read(vault, NAME).changes[0].act == "exported"
