"""A proposal as it is put to a person: in plain words, with the words marked and its effect."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from builders import recorded
from groundrules.record.cues.talk_reader import Heard
from groundrules.record.facts import INCIDENTS, Fact, Kind, Proposal, Turns
from groundrules.record.notation import to_text
from groundrules.record.reviewing import Decision, Effect, begin, decide
from groundrules.record.timeline import fold
from groundrules.record.transcript import Place, Turn
from groundrules.reporters import review_page, talk_json
from groundrules.reporters.act_in_words import RIGHTS, in_plain_words
from groundrules.reporters.heard import Words, part_of, words_of
from groundrules.reporters.sheets.sheet_wrapping import width_of
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES, Publish, Quote
from harbor_case import printed
from talks import HOUSE

TALK = recorded("S1: Off the record?\n  ?> ask off-the-record\nAR: Sure.\n  ?> agree\nS1: Dead.")
ASK = TALK.proposals[0]


def page(heard: Heard | None, *effects: Effect, width: int = 80) -> str:
    review = begin(to_text(TALK), TALK)
    return printed(review_page.lines(review, heard, effects, width))


def test_the_words_are_marked_and_the_reason_is_given() -> None:
    shown = page(Heard(ASK, 0, 14, "A level is named."), Effect(2, 3, "open", "background", "open"))

    assert shown == (
        "1 of 2\n"
        ">    1 S1: [Off the record]?\n"
        "     2 AR: Sure.\n"
        "     3 S1: Dead.\n"
        "\n"
        f"{in_plain_words(TALK, ASK)}\n"
        "?> ask off-the-record\n"
        "Why: A level is named.\n"
        "Turns 2-3: on background if it is so, terms not settled if not (now: terms not settled).\n"
        "\n"
    ).replace("(now: terms not settled).", "(now: terms not\n  settled).")


def test_what_was_put_by_hand_is_marked_as_a_whole() -> None:
    shown = page(None)

    assert ">    1 S1: [Off the record?]\n" in shown
    assert "Why: it stands so in the record.\nIt changes the terms of no turn.\n" in shown


def test_an_act_without_words_marks_none() -> None:
    assert ">    1 S1: Off the record?\n" in page(Heard(ASK, 0, 0, "Somebody stays."))


def test_an_effect_on_the_conditions_alone_is_told() -> None:
    effect = Effect(4, 4, "open", "background", "background")

    assert list(review_page.effects_in_words([effect])) == [
        "Turn 4: on background either way, with other conditions."
    ]


def test_a_long_turn_is_clipped_around_the_words() -> None:
    words = "A word and more. " * 40
    talk = recorded(f"S1: {words}Off the record?\n  ?> ask off-the-record\n  {words}\nAR: {words}")
    heard = Heard(talk.proposals[0], 17 * 40, 17 * 40 + 15, "why")

    shown = printed(review_page.lines(begin(to_text(talk), talk), heard, (), 60))

    assert "[Off the record?]" in " ".join(shown.split())
    assert shown.count("…") == 3
    assert max(width_of(row) for row in shown.split("\n")) <= 60


def test_a_speaker_who_cannot_be_told() -> None:
    talk = recorded("?: Off the record?\n  ?> ask off-the-record")

    shown = printed(review_page.lines(begin(to_text(talk), talk), None, (), 80))

    assert ">    1 (unknown): [Off the record?]\n" in shown
    assert "Somebody who cannot be told asks for terms: off the record." in shown


def test_the_summary_counts_what_waits() -> None:
    review = decide(begin(to_text(TALK), TALK), 1, Decision.ACCEPTED)

    assert printed(review_page.summary(review, "h.record", 100)) == (
        "Decided: 1 accepted.\n"
        "1 proposal waits, and what they could mean stays protected. Go on with:\n"
        "  groundrules review h.record\n"
        "See the terms with:\n"
        "  groundrules record show h.record\n"
    )


def test_terms_are_told_in_plain_words() -> None:
    proposal = Proposal(
        Level.BACKGROUND,
        (("publish", Publish.NO), ("quote", Quote.PARAPHRASE)),
        ("an aide", "an official"),
        quote_approval=True,
        embargo=Embargo(datetime(2026, 11, 5, 6, tzinfo=UTC)),
        delete_by=date(2026, 12, 1),
        tell=("the board",),
        scope="the sale",
        until=61_000,
    )
    fact = Fact(Kind.TERMS_OFFERED, "", Place(1), proposal)
    until_six = proposal._replace(embargo=Embargo(event="the vote"))

    assert in_plain_words(TALK, fact) == (
        "Somebody who cannot be told offers terms: on background; may not be published; "
        "may be paraphrased, not quoted; described as “an aide” or “an official”; "
        "quotations to be approved before use; not before 2026-11-05T06:00:00+00:00; "
        "notes and recordings to be gone by 2026-12-01; to be told only to “the board”; "
        "limited to “the sale”; until 00:01:01 of the recording."
    )
    assert "not before “the vote”;" in in_plain_words(TALK, fact._replace(proposal=until_six))


def test_every_permission_has_its_words() -> None:
    assert list(RIGHTS) == [(axis, str(one)) for axis, scale in AXES.items() for one in scale]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in INCIDENTS])
def test_every_act_is_a_sentence(kind: Kind) -> None:
    fact = Fact(kind, "S1", Place(1), turns=(Turns(1, 2), Turns(4, 4)))

    told = in_plain_words(TALK, fact)

    assert told.startswith("S1")
    assert told.endswith(".")
    assert ("turns 1-2,4" in told) is (kind is Kind.GRACE_GRANTED)


def test_a_span_is_counted_in_the_whole_turn() -> None:
    turn = Turn(1, "S1", ("", "One two.", "Three."))

    assert part_of(Place(1, 3), turn) == Words(9, 15)
    assert words_of(Heard(ASK._replace(at=Place(1, 3)), 1, 5, ""), turn) == Words(10, 14)
    assert turn.text[9:15] == "Three."


def test_as_json_proposals_stand_apart_from_facts() -> None:
    shown = talk_json.as_object(fold(TALK, HOUSE))

    assert shown["facts"] == []
    assert [one["id"] for one in shown["proposals"]] == ["harbor?1", "harbor?2"]  # type: ignore[attr-defined]
