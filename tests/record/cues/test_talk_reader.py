"""A whole talk read for its terms: what is proposed, for whom, and what the fold makes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from groundrules.readers.policies import PolicyShelf
from groundrules.record.cues.instants import instant
from groundrules.record.cues.talk_reader import TalkRead, read_talk
from groundrules.record.facts import Kind
from groundrules.record.notation import parse, to_text
from groundrules.record.proposed import confirmed
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Party, Role, Turn
from groundrules.terms.rights import Publish, Quote

POLICY = PolicyShelf().load("default")
ROLES = {
    "AR": Role.REPORTER,
    "BT": Role.REPORTER,
    "S1": Role.SOURCE,
    "S2": Role.SOURCE,
    "CH": Role.MODERATOR,
    "N1": Role.NEGOTIATOR,
    "N2": Role.NEGOTIATOR,
}


def talk(*turns: str, day: date | datetime | None = None) -> Conversation:
    """Return a conversation of turns such as `S1: words`; `?` stands for nobody known."""
    said = [turn.split(": ", 1) for turn in turns]
    ids = dict.fromkeys(speaker for speaker, _ in said if speaker != "?")
    return Conversation(
        "invented",
        tuple(Party(one, ROLES[one]) for one in ids),
        tuple(
            Turn(number, "" if speaker == "?" else speaker, (words,))
            for number, (speaker, words) in enumerate(said, 1)
        ),
        date=day,
    )


def acts(read: TalkRead) -> list[str]:
    """Return the proposed acts as `2 AR agree`."""
    return [f"{one.at.turn} {one.by} {one.kind}" for one in read.conversation.proposals]


def statuses(read: TalkRead) -> list[str]:
    """Return the status of each turn, were everything confirmed."""
    return [turn.status for turn in fold(confirmed(read.conversation), POLICY).turns()]


TOLD = "S1: The mill has burned its papers since the spring."


@pytest.mark.parametrize(
    ("turns", "expected", "last"),
    [
        (
            ("S1: Can we go off the record?", "AR: Sure.", TOLD),
            ["1 S1 ask", "2 AR agree"],
            "off-the-record",
        ),
        (("S1: Can we go off the record?", "AR: Hmm.", TOLD), ["1 S1 ask"], "open"),
        (
            ("S1: Can we go off the record?", "AR: No, sorry, I can't.", TOLD),
            ["1 S1 ask", "2 AR decline"],
            "on-the-record",
        ),
        (
            ("S1: Can we go off the record?", "AR: What about background?", "S1: Fine.", TOLD),
            ["1 S1 ask", "2 AR counter", "3 S1 agree"],
            "background",
        ),
        (
            ("AR: We could do this on background.", "S1: On background, yes.", TOLD),
            ["1 AR offer", "2 S1 agree"],
            "background",
        ),
        (
            ("S1: I'd rather this was not for attribution.", "S1: Yeah, okay.", TOLD),
            ["1 S1 ask"],
            "open",
        ),
        (
            ("S1: Off the record, the mill is sold.", "AR: Mm-hm.", TOLD),
            ["1 S1 assert"],
            "open",
        ),
        (
            (TOLD, "AR: Since when?", "S1: Oh, and that was off the record.", "AR: Sure."),
            ["3 S1 retroactive", "4 AR grace"],
            "on-the-record",
        ),
        ((TOLD, "S1: Between you and me, it was arson."), ["2 S1 hint"], "on-the-record"),
    ],
)
def test_a_request_is_paired_with_the_other_sides_answer(turns, expected, last):
    read = read_talk(talk("AR: Tell me about the mill.", *turns))

    shifted = [f"{int(act[0]) + 1}{act[1:]}" for act in expected]
    assert shifted == acts(read)
    assert last == statuses(read)[-1]


def test_a_source_returns_at_once_and_the_turn_is_cut():
    read = read_talk(
        talk(
            "S1: Off the record?",
            "AR: Yes.",
            "S1: My own side wrote the letter to the mill. Back on the record now. We deplore it.",
        )
    )

    assert ["1 S1 ask", "2 AR agree", "3 S1 return"] == acts(read)
    assert 2 == len(read.conversation.turns[2].parts)
    assert ["off-the-record", "on-the-record"] == [
        one.status for one in fold(confirmed(read.conversation), POLICY).standings[-2:]
    ]


def test_a_reporter_returns_when_the_source_goes_along():
    turns = ("S1: Off the record?", "AR: Yes.", TOLD, "AR: Back on the record?")

    assert "off-the-record" == statuses(read_talk(talk(*turns, "S1: (laughs) No.", TOLD)))[-1]
    read = read_talk(talk(*turns, "S1: Yes, back on.", TOLD))
    assert ["4 AR return", "5 S1 return-accept"] == acts(read)[2:]
    assert "on-the-record" == statuses(read)[-1]


def test_what_is_told_behind_a_request_is_a_part_of_its_own():
    read = read_talk(
        talk("S1: Can this be off the record? The manager has sold both boats.", "AR: Agreed.")
    )

    assert ("Can this be off the record?", "The manager has sold both boats.") == tuple(
        part.strip() for part in read.conversation.turns[0].parts
    )
    assert ["open", "off-the-record"] == statuses(read)


OPENING = (
    "CH: Good evening, everyone, and thank you for joining. This call will be on background,"
    " attributable to a “senior harbor official,” and embargoed until tomorrow, Thursday,"
    " April 28th, 7:00 a.m. Eastern."
)


def test_a_host_announces_and_those_who_stay_consent():
    read = read_talk(
        talk(
            OPENING,
            "S1: Thanks. The port will be closed for the whole of next winter.",
            "AR: Why is that?",
            day=date(2022, 4, 27),
        )
    )

    assert ["1 CH announce", "2 AR stay"] == acts(read)
    proposal = read.conversation.proposals[0].proposal
    assert proposal is not None
    assert proposal.embargo is not None
    assert ("a senior harbor official",) == proposal.descriptions
    eastern = timezone(timedelta(hours=-4))
    assert datetime(2022, 4, 28, 7, tzinfo=eastern) == proposal.embargo.until
    assert ["on-the-record", "background", "background"] == statuses(read)


def test_a_listener_who_refuses_does_not_consent_by_staying():
    read = read_talk(talk(OPENING, "AR: No, I can't accept that.", TOLD, "AR: Go on."))

    assert ["1 CH announce", "2 AR decline"] == acts(read)


def test_all_who_were_asked_must_accept():
    ask = "S1: This is background for both of you?"
    assert "open" == statuses(read_talk(talk(ask, "AR: Yes.", "BT: Who said?", TOLD)))[-1]
    assert "background" == statuses(read_talk(talk(ask, "AR: Yes.", "BT: Me too.", TOLD)))[-1]


def test_one_goodbye_of_several_is_no_end():
    turns = (
        OPENING,
        "BT: No, I can't accept that.",
        "CH: Then I must ask you to leave.",
        "BT: Fine. Bye.",
        "S1: The port will be closed for the whole of next winter.",
        "AR: Why is that?",
    )
    read = read_talk(talk(*turns, "CH: Thank you all for joining. Goodbye.", "AR: Bye."))

    assert ["2 BT decline", "4 BT leave", "7 CH close", "8 AR close"] == acts(read)[-4:]
    assert "background" == statuses(read)[4]


@pytest.mark.parametrize(
    "later", [("S1: Cheers.",), ("S1: The mill burned its papers.", "AR: One thing more?")]
)
def test_a_goodbye_behind_which_nobody_talks_on_without_them_ends_the_talk(later):
    read = read_talk(talk("BT: Good morning to you.", TOLD, "AR: I must run, bye.", *later))

    assert "3 AR close" in acts(read)


@pytest.mark.parametrize(
    ("turns", "first", "last"),
    [
        ((TOLD, "AR: Its papers?", "S1: You can't use that."), 2, 4),
        ((f"{TOLD} You can't use that.",), 2, 2),
        (("S1: You can't use that.",), 2, 2),
    ],
)
def test_a_grace_begins_where_the_words_were_told(turns, first, last):
    read = read_talk(talk("AR: Tell me about the mill.", *turns, "AR: Sure, I'll leave it out."))

    assert ((first, last),) == read.conversation.proposals[-1].turns


def test_a_wish_for_another_source_makes_the_answer_a_condition():
    read = read_talk(
        talk(
            "S1: Can we agree you won't quote me?",
            "AR: Okay, no quotes. Can I use the information itself?",
            "S1: Yes, but only if somebody else tells you too.",
            "AR: Agreed.",
            TOLD,
        )
    )

    assert ["3 S1 counter", "4 AR agree"] == acts(read)[-2:]
    terms = fold(confirmed(read.conversation), POLICY).standings[-1].terms
    assert (Publish.IF_INDEPENDENT, Quote.NO) == (terms.rights.publish, terms.rights.quote)


@pytest.mark.parametrize(
    "reply",
    [
        "Yes, but only if you tell nobody else.",
        "Yes, but only if I never hear of it from somebody else.",
    ],
)
def test_another_condition_is_none_on_where_it_was_had(reply):
    read = read_talk(talk("AR: May I use that without your name?", f"S1: {reply}"))

    assert not any(
        ("publish", Publish.IF_INDEPENDENT) in one.proposal.changes
        for one in read.conversation.proposals
        if one.proposal
    )


@pytest.mark.parametrize(
    "turns",
    [
        ("S1: Yeah, sure, I've got about half an hour before my shift.",
         "AR: Great. I'm recording this just for my notes, okay?"),
        ("S1: You must delete the recording afterwards.", "AR: I'll delete it, yes."),
        ("S1: Can you delete the recording by the first of July?", "AR: Yes, I will."),
    ],
)  # fmt: skip
def test_ones_own_time_and_the_recording_are_no_terms_for_the_words(turns):
    assert [] == acts(read_talk(talk("AR: Do you have time?", *turns)))


def test_negotiators_bind_each_other():
    read = read_talk(
        talk("N1: Can we go off the record?", "N2: Off the record, yes.", "N1: We'd take nine.")
    )

    assert ["1 N1 ask", "2 N2 agree"] == acts(read)
    assert "off-the-record" == statuses(read)[-1]


def test_what_nobody_known_says_is_protected_and_accepts_nothing():
    read = read_talk(talk("S1: Can we go off the record?", "?: Sure.", "AR: Go on then?", TOLD))

    assert "open" == statuses(read)[-1]


def test_recorded_facts_count_as_said_and_are_not_proposed_again():
    record = (
        "conversation: invented\nparties:\n  AR: reporter\n  S1: source\n\n"
        "S1: Can we go off the record?\n  > ask off-the-record\nAR: Sure.\nS1: It was arson.\n"
    )
    read = read_talk(parse(record, "invented.record"))

    assert ["2 AR agree"] == acts(read)
    assert "off-the-record" == statuses(read)[-1]
    assert read == read_talk(read.conversation)


def test_a_talk_with_proposals_can_be_written_and_read():
    read = read_talk(talk(OPENING, TOLD, "AR: Off the record, who did it?", "S1: I can't say."))

    text = to_text(read.conversation)
    assert read.conversation.proposals == parse(text, "invented.record").proposals


def test_each_proposal_says_why_without_a_word_of_the_talk():
    read = read_talk(talk("S1: Can we go off the record?", "AR: Sure.", TOLD))

    assert read.conversation.proposals == tuple(one.fact for one in read.heard)
    part = read.conversation.turns[0].parts[0]
    assert "Can we go off the record?" == part[read.heard[0].start : read.heard[0].end]
    assert all("record?" not in one.why for one in read.heard)
    assert Kind.TERMS_ASKED is read.heard[0].fact.kind


ASR = [
    ("Can we go off the record?", "Sure, go ahead."),
    ("I don't want my name on any of this.", "You won't see your name anywhere, I promise."),
    ("Could I be on background?", "Yes, background."),
    ("Can this be not for attribution?", "No, sorry."),
]


@pytest.mark.parametrize("said", ASR)
def test_a_machines_spelling_gives_the_same_acts(said):
    def bare(words: str) -> str:
        return "".join(sign for sign in words.lower() if sign not in ".,?!'")

    written = talk(f"S1: {said[0]}", f"AR: {said[1]}", TOLD)
    heard = talk(f"S1: {bare(said[0])}", f"AR: {bare(said[1])}", f"S1: {bare(TOLD[4:])}")
    assert acts(read_talk(written)) == acts(read_talk(heard))
    assert statuses(read_talk(written)) == statuses(read_talk(heard))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tomorrow, Thursday, April 28th, 7:00 a.m. Eastern", "2022-04-28T11:00"),
        ("5:00 a.m. Eastern Time tomorrow", "2022-04-28T09:00"),
        ("14:00 Central European Time on 10 November 2026", "2026-11-10T13:00"),
        ("5 November 2026, 6 a.m. Eastern Standard Time", "2026-11-05T11:00"),
        ("Saturday, June 12th, 7:00 a.m. British Summer Time", "2022-06-12T06:00"),
        ("noon Sydney time on 3 July", "2022-07-03T02:00"),
        ("Friday at 9 a.m. GMT", "2022-04-29T09:00"),
        ("10:00 p.m. Eastern", "2022-04-28T02:00"),
        ("6 p.m. tonight Pacific", "2022-04-28T01:00"),
        ("January 3rd, noon UTC", "2023-01-03T12:00"),
    ],
)
def test_words_for_an_embargo_name_an_instant(words, expected):
    found = instant(words, date(2022, 4, 27))

    assert found is not None
    assert expected == found.astimezone(UTC).isoformat()[:16]


@pytest.mark.parametrize(
    "words",
    ["the vote", "the call concludes", "5:00 a.m. Eastern", "tomorrow", "13 p.m. GMT tomorrow",
     "7:00 GMT tomorrow", "February 31st, noon GMT", "tomorrow at 9 a.m.", "next Friday, noon GMT"],
)  # fmt: skip
def test_what_names_no_instant_for_sure_stays_in_words(words):
    assert instant(words, date(2022, 4, 27)) is None


def test_without_a_day_of_the_talk_only_a_full_date_is_an_instant():
    assert instant("tomorrow, noon GMT", None) is None
    assert instant("3 May 2026, noon GMT", None) == datetime(2026, 5, 3, 12, tzinfo=UTC)


def test_the_talks_own_offset_stands_for_a_zone_that_nobody_named():
    began = datetime(2022, 4, 27, 16, tzinfo=UTC)

    assert datetime(2022, 4, 28, 9, tzinfo=UTC) == instant("9 a.m.", began)
    assert datetime(2022, 4, 27, 18, tzinfo=UTC) == instant("6 p.m.", began)
