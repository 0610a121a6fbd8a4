"""A conversation as it is read: a rail of letters beside the words, and the same as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Fact, Kind, Turns
from groundrules.record.standing import OPEN
from groundrules.record.timeline import Timeline, fold
from groundrules.record.transcript import Conversation, Turn
from groundrules.reporters import talk, talk_json
from groundrules.reporters.wrapping import wrapped
from groundrules.terms.levels import Level
from harbor_case import CONVERSATION, printed

SHOWN = """\
harbor, 2026-11-03T14:00:00+00:00, read under policy ap
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield

     1 R │ 00:13:41 S1: Can we go off the record?
         │   > ask off-the-record  (fact 1)
     2 ? │ 00:13:50 AR: I can't publish it then, but I may take it to others.
       ? │   open: terms were put and nobody has answered
         │   > define publish=no pursue=yes  (fact 2)
     3 O │ 00:13:58 S1: Yes.
         │   > agree  (fact 3)
     4 O │ 00:14:02 S1: The deal was dead by Friday.
     5 O │ 00:15:30 AR: Back on the record?
         │   > return  (fact 4)
     6 R │ 00:15:32 S1: Fine.
         │   > return-accept  (fact 5)
     7 R │ S1: On background, perhaps?
         │   > ask background  (fact 6)
     8 ? │ S1: The mayor was told twice.
       ? │   open: terms were put and nobody has answered

R │ on the record: 3 statements
O │ off the record: 3 statements
? │ terms not settled: 2 statements
"""


def folded(conversation: Conversation = CONVERSATION) -> Timeline:
    return fold(conversation, PolicyShelf().load("ap"))


def with_fact(fact: Fact) -> Timeline:
    return folded(CONVERSATION._replace(facts=(*CONVERSATION.facts, fact)))


def test_every_turn_stands_beside_the_letter_of_its_terms() -> None:
    assert printed(talk.lines(folded(), 100)) == SHOWN


def test_every_status_has_a_letter_of_its_own() -> None:
    assert list(talk.LETTERS) == [*(level.value for level in Level), OPEN]
    assert len(set(talk.LETTERS.values())) == len(talk.LETTERS)


def test_a_fact_from_afterwards_stands_at_the_end_with_its_day() -> None:
    when = datetime(2026, 11, 9, 12, 0, tzinfo=UTC)
    release = Fact(Kind.STATEMENT_RELEASED, "S1", turns=(Turns(4, 4),), when=when)

    page = printed(talk.lines(with_fact(release), 100))

    assert "\nafterwards\n         │   2026-11-09T12:00:00+00:00 > release " in page


def test_a_fact_that_changed_nothing_says_why() -> None:
    again = CONVERSATION.facts[2]._replace(by="")

    page = printed(talk.lines(with_fact(again), 100))

    assert "(fact 7) changed nothing: " in page


def test_what_nobody_has_confirmed_says_so() -> None:
    (asked, *_) = CONVERSATION.facts
    heard = CONVERSATION._replace(facts=(), proposals=(asked,))

    page = printed(talk.lines(folded(heard), 100))

    assert "│   ?> ask off-the-record  (proposal 1, which nobody has confirmed)\n" in page


def test_the_parts_of_a_turn_have_rows_of_their_own() -> None:
    turns = (*CONVERSATION.turns, Turn(9, "", ("One.", "Two.")))

    page = printed(talk.lines(folded(CONVERSATION._replace(turns=turns)), 100))

    assert "   9.1 ? │ (unknown): One.\n" in page
    assert "   9.2 ? │ (unknown): Two.\n" in page


def test_long_words_are_broken_into_rows_beside_the_rail() -> None:
    turns = (Turn(1, "S1", ("word " * 40,)),)
    conversation = CONVERSATION._replace(turns=turns, facts=())

    rows = printed(talk.lines(folded(conversation), 60)).splitlines()[4:-2]

    assert len(rows) > 3
    assert all("R │ " in row and len(row) <= 60 for row in rows)
    assert sum(row.count("word") for row in rows) == 40


def test_wide_characters_count_twice_and_control_characters_are_shown() -> None:
    assert wrapped("漢字 漢字 \x1b[0m", "S1: ", 13) == ["S1: 漢字 漢字", "  ␛[0m"]


def test_as_json_each_turn_says_on_which_terms_and_why() -> None:
    shown = json.loads(printed(talk_json.lines([folded()])))
    fourth = shown["turns"][3]

    assert shown["conversation"] == "harbor"
    assert [turn["status"] for turn in shown["turns"]] == [
        "on-the-record",
        "open",
        "off-the-record",
        "off-the-record",
        "off-the-record",
        "on-the-record",
        "on-the-record",
        "open",
    ]
    assert fourth["facts"] == ["harbor!1", "harbor!2", "harbor!3"]
    assert fourth["text"] == "The deal was dead by Friday."
    assert fourth["parts"][0]["terms"]["rights"]["pursue"] == "yes"
    assert shown["turns"][7]["open"][0]["doubt"] == "unanswered"
    assert shown["facts"][0] == {
        "id": "harbor!1",
        "kind": "ask",
        "by": "S1",
        "turn": 1,
        "part": 1,
        "terms": {
            "level": "off-the-record",
            "rights": {},
            "descriptions": [],
            "quote_approval": False,
            "embargo": None,
            "delete_by": None,
            "tell": [],
            "scope": None,
            "until": None,
        },
        "covers": [],
        "to": [],
        "turns": [],
        "when": None,
        "words": "",
    }
    assert shown["ineffective"] == []


def test_as_json_a_fact_from_afterwards_has_no_turn() -> None:
    when = datetime(2026, 11, 9, 12, 0, tzinfo=UTC)
    release = Fact(Kind.STATEMENT_RELEASED, "S1", turns=(Turns(4, 4),), when=when)

    fact = talk_json.as_object(with_fact(release))["facts"][-1]  # type: ignore[index]

    assert (fact["turn"], fact["turns"], fact["when"]) == (None, [[4, 4]], when.isoformat())


def test_several_conversations_are_a_list() -> None:
    shown = json.loads(printed(talk_json.lines([folded(), folded()])))

    assert [one["conversation"] for one in shown] == ["harbor", "harbor"]
