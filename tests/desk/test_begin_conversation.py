"""Conversations are begun by hand, and transcripts are looked at before they come in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from conversation_room import room, settings_of, text_of
from groundrules.desk.checking.read_in_child import read_in_child
from groundrules.desk.conversations.begin_conversation import (
    NewConversation,
    NewParty,
    begin_conversation,
)
from groundrules.desk.records.bring_transcript import (
    Bringing,
    ToldOf,
    bring_transcript,
    transcript_seen,
)
from groundrules.desk.vaults.doors import door_of
from groundrules.errors import BadInput
from groundrules.vault.answers import Talk

__all__ = ["room"]

PEOPLE = (
    NewParty("AR", "reporter", "Ana Ruiz"),
    NewParty("S1", "source", "", "", "a person who follows the tender"),
    NewParty("", "other"),
)
NEW = NewConversation(
    "ferry-2026-11-20",
    datetime(2026, 11, 20, 14, tzinfo=UTC),
    "The Ledger Post",
    "",
    "the ferry",
    PEOPLE,
    "AR: Where does it stand?\nS1: Friday.\nAnd that is all.\n?: Coffee?\n",
)

VTT = b"""WEBVTT

00:00:05.000 --> 00:00:09.000
<v Ana Ruiz>Where does it stand?

00:00:21.000 --> 00:00:26.000
<v Tom Hale>Can we go off the record for a second?

00:00:26.500 --> 00:00:28.000
<v Ana Ruiz>Sure.

00:00:28.500 --> 00:00:41.000
<v Tom Hale>The second bidder was told the price.
"""


def names(room) -> list[str]:
    with door_of(room) as door:
        return [one.name for one in door.ask(list[Talk], "talks")]


def test_a_conversation_begins_with_what_was_typed(room):
    begin_conversation(room, NEW, settings_of(room))
    assert text_of(str(room / "ferry-2026-11-20")) == (
        "conversation: ferry-2026-11-20\ndate: 2026-11-20T14:00+00:00\noutlet: The Ledger Post\n"
        "matter: the ferry\nparties:\n  AR: reporter, Ana Ruiz\n"
        '  S1: source, "a person who follows the tender"\n\n'
        "AR: Where does it stand?\nS1: Friday.\n  And that is all.\n?: Coffee?\n"
    )


@pytest.mark.parametrize(
    "new",
    [
        NEW._replace(name="../x"),
        NEW._replace(policy="nobodys"),
        NEW._replace(parties=(NewParty("", "source", "Somebody"),)),
        NEW._replace(parties=(*PEOPLE, NewParty("AR", "source"))),
        NEW._replace(parties=(*PEOPLE, NewParty("ar", "source"))),
        NEW._replace(parties=(NewParty("two words", "source"),)),
        NEW._replace(words="no id in front"),
    ],
)
def test_what_cannot_stand_in_a_record_is_not_begun(room, new):
    before = names(room)
    with pytest.raises(BadInput):
        begin_conversation(
            room, new._replace(name=new.name.replace("ferry", "other")), settings_of(room)
        )
    assert names(room) == before


def test_an_id_counts_in_capitals_and_in_small_letters(room):
    words = "ar: Why?\ns1: Because.\nIt was 10:30, and then: no.\nhttps://press.example\nAR : Oh."
    begin_conversation(room, NEW._replace(name="small", words=words), settings_of(room))
    assert text_of(str(room / "small")).endswith(
        "AR: Why?\nS1: Because.\n  It was 10:30, and then: no.\n  https://press.example\nAR: Oh.\n"
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("S2: I was in the room as well.", "nobody who takes part"),
        ("zz:who am I", "nobody who takes part"),
        ("speaker 2: me", "nobody who takes part"),
        ("Pat Lund: I was there.", "nobody who takes part"),
        ("> agree", "changes the terms"),
        ("?> ask off-the-record", "changes the terms"),
        ("AR: > agree", "changes the terms"),
    ],
)
def test_a_line_that_may_be_somebody_else_s_is_refused_with_its_number(room, line, message):
    new = NEW._replace(name="astray", words=f"AR: Why?\n\n{line}\nS1: Yes.\n{line}\n")
    before = names(room)
    with pytest.raises(BadInput, match=message) as caught:
        begin_conversation(room, new, settings_of(room))
    assert [fault.line for fault in caught.value.faults] == [3, 5]
    assert "Lund" not in str(caught.value)
    assert names(room) == before


def test_a_name_is_taken_once(room):
    begin_conversation(room, NEW._replace(name="twice"), settings_of(room))
    again = NEW._replace(name="twice", matter="another")
    with pytest.raises(BadInput):
        begin_conversation(room, again, settings_of(room))


def test_a_transcript_is_shown_before_anything_is_written(room):
    before = names(room)
    talk = read_in_child("transcript", "ferry.vtt", VTT)
    seen = transcript_seen(room, talk, settings_of(room))
    assert (seen.turns, seen.timed, seen.unknown, seen.is_record) == (4, 4, 0, False)
    assert seen.origin == "ferry.vtt, WebVTT"
    assert [(one.label, one.turns) for one in seen.speakers] == [("Ana Ruiz", 2), ("Tom Hale", 2)]
    assert seen.heard >= 2
    assert names(room) == before


def test_a_transcript_comes_in_with_who_is_who(room):
    talk = read_in_child("transcript", "ferry.vtt", VTT)
    ana, tom = (party.id for party in talk.parties)
    told = (ToldOf(ana, "reporter"), ToldOf(tom, "source"), ToldOf("nobody", "source"))
    bring_transcript(room, talk, Bringing("ferry", told, "ap"), settings_of(room))
    text = text_of(str(room / "ferry"))
    assert "policy: ap\n" in text
    assert "S1: source" in text
    assert "Tom" not in text
    assert "?> ask off-the-record" in text
    bring_transcript(room, talk, Bringing("plain", told, cues=False), settings_of(room))
    assert "?>" not in text_of(str(room / "plain"))


@pytest.mark.parametrize(
    "bringing",
    [
        Bringing("a/b"),
        Bringing("a", policy="nobodys"),
        Bringing("a", (ToldOf("of the first", "king"),)),
    ],
)
def test_what_cannot_be_is_not_brought_in(room, bringing):
    talk = read_in_child("transcript", "ferry.vtt", VTT)
    before = names(room)
    told = tuple(one._replace(speaker=talk.parties[0].id) for one in bringing.told)
    with pytest.raises(BadInput):
        bring_transcript(room, talk, bringing._replace(told=told), settings_of(room))
    assert names(room) == before


@pytest.mark.parametrize("role", ["", "editor"])
def test_somebody_without_a_role_that_there_is_is_refused(room, role):
    new = NEW._replace(parties=(NewParty("AR", role),))
    with pytest.raises(BadInput, match="needs a role"):
        begin_conversation(room, new, settings_of(room))
