"""Many conversations as one page: a rail for each, at any width, without a word of the talk."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Kind
from groundrules.record.notation import parse
from groundrules.record.standing import Basis
from groundrules.record.timeline import Timeline, fold
from groundrules.record.transcript import Conversation, Party, Role, Turn
from groundrules.reporters.picture import timeline_json, timeline_page
from groundrules.reporters.picture.rail import SPOKEN_WORD, Scale, rail
from groundrules.reporters.picture.rail_marks import Mark, open_points
from groundrules.reporters.talk import LETTERS
from harbor_case import CONVERSATION, SECRET, printed
from talks import POLICIES, REPORTERS, conversations, under

RANKS = list(LETTERS)
AP = PolicyShelf().load("ap")
SETTLED = CONVERSATION._replace(turns=CONVERSATION.turns[:6], facts=CONVERSATION.facts[:5])
UNSETTLED = """\
conversation: council
parties:
  AR: reporter
  S3: source, Judith Amsel

S3: The budget has a hole.
S3: Can this be off the record?
  > ask off-the-record
AR: Tell me what you have.
S3: She will vote no.
"""
ANNOUNCED = """\
conversation: call
parties:
  M: spokesperson
  Q: reporter

M: On background.
  > announce background
  > stay by=Q
"""
AT_60 = """\
date        conversation  the talk, from its beginnin…  open
2026-11-03  harbor        RR?+?OOOOOOOOOOOOOOOOOOOOO/O     0
no date     council       RRRRRRRRRRRRRR!?????????????     1

R on the record   O off the record   ? terms not settled
+ agreed from here on   / back on the record
! something open begins
Each rail is as long as its talk, by the clock; 1 of 2 rails
  by words, for want of times.
2 conversations; 1 with 1 open point
"""
AT_40 = """\
date       convers… the talk, from… open
2026-11-03 harbor   R+?OOOOOOOOOO/O    0
no date    council  RRRRRRR!???????    1

R on the record   O off the record
? terms not settled
+ agreed from here on
/ back on the record
! something open begins
Each rail is as long as its talk, by the
  clock; 1 of 2 rails by words, for want
  of times.
2 conversations; 1 with 1 open point
"""
EVERYWHERE = [20, 40, 80, 120]


def folded(conversation: Conversation = CONVERSATION) -> Timeline:
    return fold(conversation, AP)


def unsettled() -> Timeline:
    return folded(parse(UNSETTLED, "council.record"))


def spoken(*turns: Turn) -> Timeline:
    return folded(Conversation("talk", (Party("S1", Role.SOURCE),), turns))


def page(*timelines: Timeline, width: int = 80) -> str:
    return printed(timeline_page.lines(timelines, width))


def drawn(timeline: Timeline, columns: int) -> str:
    cells = rail(timeline).drawn(columns)
    return "".join(cell.value if isinstance(cell, Mark) else LETTERS[cell] for cell in cells)


@pytest.mark.parametrize(("width", "shown"), [(40, AT_40), (60, AT_60)])
def test_a_line_has_the_day_the_id_the_rail_and_what_is_open(width: int, shown: str) -> None:
    assert shown == page(unsettled(), folded(SETTLED), width=width)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    long = CONVERSATION._replace(id="harbor-" * 30)
    lines = page(folded(), folded(long), unsettled(), width=width).splitlines()

    assert max(map(len, lines)) == width
    assert "…" in lines[1] + lines[2]


def test_no_word_of_the_talk_and_no_name_is_shown() -> None:
    shown = page(folded(), unsettled(), width=120) + printed(timeline_json.lines([folded()]))

    assert SECRET not in shown
    for name in ("Whitfield", "Ruiz", "Larchmere", "Dee", "briefed", "Amsel"):
        assert name not in shown


def test_conversations_stand_in_the_order_of_their_dates() -> None:
    west = timezone(timedelta(hours=-8))
    began = {
        "third": datetime(2026, 11, 3, 9, tzinfo=west),
        "second": datetime(2026, 11, 3, 9, tzinfo=UTC),
        "first": date(2026, 11, 3),
        "last": None,
        "b": date(2027, 1, 1),
        "a": date(2027, 1, 1),
        "oldest": datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
    }
    timelines = [folded(Conversation(name, date=day)) for name, day in began.items()]

    assert ["oldest", "first", "second", "third", "a", "b", "last"] == [
        one["conversation"] for one in json.loads(printed(timeline_json.lines(timelines)))
    ]
    shown = [line.split()[-2] for line in page(*timelines).splitlines()[1:8]]
    assert ["oldest", "first", "second", "third", "a", "b", "last"] == shown


def test_by_the_clock_where_every_turn_has_a_time_that_does_not_go_back() -> None:
    one, two = Turn(1, "S1", ("One.",), 0), Turn(2, "S1", ("Two or three.",), 3000)

    assert (Scale.TIME, 3000 + 3 * SPOKEN_WORD) == rail(spoken(one, two))[:2]
    assert (Scale.TIME, 9000) == rail(spoken(one, two._replace(end=9000)))[:2]
    assert (Scale.WORDS, 4) == rail(spoken(one, two._replace(start=None)))[:2]
    assert (Scale.WORDS, 4) == rail(spoken(one._replace(start=4000), two))[:2]
    assert (Scale.WORDS, 4) == rail(spoken(one, two._replace(start=0)))[:2]
    assert (Scale.WORDS, 1) == rail(spoken(one))[:2]


def test_the_parts_of_a_turn_share_its_time_by_their_words() -> None:
    parts = Turn(1, "S1", ("One two three.", "", "Four."), 0)
    timeline = spoken(parts, Turn(2, "S1", ("Five.",), 4000, 5000))
    (stretch,) = rail(timeline).stretches

    assert (0, 5000) == (stretch.begin, stretch.end)
    assert [(1, 1), (2, 1)] == [stretch.first, stretch.last]


def test_a_talk_without_a_word_has_an_empty_rail() -> None:
    timeline = folded(Conversation("empty"))

    assert [] == rail(timeline).drawn(40)
    assert "no date     empty" in page(timeline)
    assert "1 conversation; nothing is open\n" in page(timeline)


def test_what_falls_together_is_marked_as_several() -> None:
    assert "*?" == drawn(folded(SETTLED), 3)[:2]
    heard = folded(parse(ANNOUNCED, "call.record"))
    assert "*B" == drawn(heard, 40)[:2]
    assert "B on background\n* several of these\n" in page(heard)


def test_as_json_each_conversation_has_its_stretches_marks_and_what_is_open() -> None:
    (council, harbor) = map(timeline_json.as_object, (unsettled(), folded(SETTLED)))

    assert {"on-the-record": 2, "open": 2} == council["statements"]
    assert ("words", 20, None) == (council["scale"], council["length"], council["date"])
    assert [
        {
            "doubt": "unanswered",
            "facts": ["council!1"],
            "message": "terms were put and nobody has answered",
            "statements": ["council#4"],
        }
    ] == council["open"]
    assert [
        {
            "mark": "opened",
            "place": {"turn": 3, "part": 1},
            "begin": 11,
            "facts": ["council!1"],
        }
    ] == council["marks"]
    assert ["agreed", "returned"] == [one["mark"] for one in harbor["marks"]]
    assert ["R", "?", "O", "R"] == [one["letter"] for one in harbor["stretches"]]
    assert {
        "status": "off-the-record",
        "letter": "O",
        "first": {"turn": 3, "part": 1},
        "last": {"turn": 5, "part": 1},
        "begin": 17_000,
        "end": 111_000,
    } == harbor["stretches"][2]
    listed = json.loads(printed(timeline_json.lines([unsettled(), folded(SETTLED)])))
    assert [harbor, council] == listed


@given(conversations(), POLICIES)
def test_the_stretches_are_the_standings_of_the_fold(conversation, policy) -> None:
    timeline = under(conversation, policy)
    found = rail(timeline)
    statuses = {one.statement.place: one.status for one in timeline.standings}

    assert [0, *(one.end for one in found.stretches)][:-1] == [one.begin for one in found.stretches]
    assert found.length == found.stretches[-1].end
    for stretch in found.stretches:
        within = [at for at in statuses if stretch.first <= at <= stretch.last]
        assert {stretch.status} == {statuses[at] for at in within}
        assert len(within) <= stretch.end - stretch.begin
    assert len(statuses) == sum(
        one.first <= at <= one.last for one in found.stretches for at in statuses
    )


@given(conversations(), POLICIES, st.integers(1, 130))
def test_a_letter_is_the_strictest_of_what_its_stretch_holds(conversation, policy, count) -> None:
    found = rail(under(conversation, policy))

    for number, status in enumerate(found.cells(count)):
        held = [
            one.status
            for one in found.stretches
            if one.begin * count < (number + 1) * found.length
            and one.end * count > number * found.length
        ]
        assert max(held, key=RANKS.index) == status


@given(conversations(), POLICIES, st.integers(2, 130))
def test_a_rail_fits_its_width_and_half_of_it_are_letters(conversation, policy, columns) -> None:
    cells = rail(under(conversation, policy)).drawn(columns)
    letters = [cell for cell in cells if not isinstance(cell, Mark)]

    assert columns - 1 <= len(cells) <= columns
    assert len(letters) >= columns // 2
    assert set(letters) <= set(LETTERS)


@given(conversations(), POLICIES)
def test_a_mark_stands_where_its_facts_took_effect(conversation, policy) -> None:
    timeline = under(conversation, policy)
    kinds = {
        Mark.AGREED: {Kind.TERMS_AGREED, Kind.CONSENT_IMPLIED},
        Mark.RETURNED: {Kind.RETURNED_TO_RECORD, Kind.RETURN_ACCEPTED},
    }
    by_place = {one.statement.place: one for one in timeline.standings}
    found = rail(timeline).marks

    for one in found:
        standing = by_place[one.place]
        if one.mark.settles:
            assert {timeline.fact(fact).kind for fact in one.facts} <= kinds[one.mark]
            assert set(one.facts) <= set(standing.facts)
            assert not standing.is_open
        else:
            assert standing.open
    settled = [fact for one in found if one.mark.settles for fact in one.facts]
    assert len(settled) == len(set(settled))
    agreed = [one.at for one in found if one.mark is Mark.AGREED]
    if any(one.basis is Basis.AGREED and one.terms.level.strictness for one in timeline.standings):
        assert agreed


@given(conversations(), POLICIES)
def test_what_is_open_about_the_words_of_the_protected_is_counted(conversation, policy) -> None:
    timeline = under(conversation, policy)
    about = [one for found in open_points(timeline).values() for one in found]

    assert {
        one.statement.id
        for one in timeline.standings
        if one.open and one.statement.speaker not in REPORTERS
    } == {one.statement.id for one in about}
    assert bool(about) == any(one.mark is Mark.OPENED for one in rail(timeline).marks)


@settings(max_examples=30)
@given(st.lists(conversations(), max_size=3), POLICIES, st.sampled_from(EVERYWHERE))
def test_there_is_a_line_for_every_conversation(talks, policy, width) -> None:
    named = [one._replace(id=f"talk-{number}") for number, one in enumerate(talks)]
    lines = page(*(under(one, policy) for one in named), width=width).splitlines()

    assert len(named) == sum(line.startswith("2026-11-03") for line in lines)
