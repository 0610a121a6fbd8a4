"""Who may talk: the file that says so, and what is flagged of a talk."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from builders import recorded
from groundrules.errors import BadInput
from groundrules.record.timeline import fold
from groundrules.tables.table import Document
from groundrules.talk.liaisons.flags import Flag, Why, flags
from groundrules.talk.liaisons.liaison import Liaison, Organisation
from groundrules.talk.liaisons.liaison_document import organisation_from
from groundrules.terms.levels import Level
from talks import HOUSE

FILE = """\
organisation = "Harbor Authority"
also = ["HA"]

[liaisons.press-office]
names = ["Dana Whitfield", "Jo Marsh"]
topics = ["the port", "budget"]
up-to = "on background"
trained = 2026-03-01
until = 2026-12-31
"""
PARTIES = """
AR: reporter, Dana Whitfield, of Harbor Authority
S1: source, D. Whitfield, of the harbor authority, aka DANA WHITFIELD
S2: spokesperson, Rae Moss, of HA
S3: other, Lee Fox, of Northgate Institute
S4: source, of Harbor Authority
"""
POST = Liaison("press-office", ("Dana Whitfield",), Level.OFF_THE_RECORD, trained=date(2026, 3, 1))


def document(text: str) -> Document:
    return Document("liaisons.toml", "liaisons", tomllib.loads(text), text)


def organisation(*liaisons: Liaison) -> Organisation:
    return Organisation("liaisons.toml", ("Harbor Authority", "HA"), liaisons)


def flagged(talk: str, *liaisons: Liaison, head: str = "date: 2026-11-03") -> tuple[Flag, ...]:
    conversation = recorded(talk, parties=PARTIES, head=head)
    return flags(fold(conversation, HOUSE), [organisation(*liaisons)])


def test_a_file_is_read() -> None:
    assert organisation_from(document(FILE)) == Organisation(
        "liaisons.toml",
        ("Harbor Authority", "HA"),
        (
            Liaison(
                "press-office",
                ("Dana Whitfield", "Jo Marsh"),
                Level.BACKGROUND,
                ("the port", "budget"),
                date(2026, 3, 1),
                date(2026, 12, 31),
            ),
        ),
    )


def test_days_and_topics_may_be_left_out() -> None:
    text = 'organisation = "HA"\n[liaisons.desk]\nnames = ["Jo Marsh"]\nup-to = "record"\n'

    assert organisation_from(document(text)).liaisons == (
        Liaison("desk", ("Jo Marsh",), Level.ON_THE_RECORD),
    )


@pytest.mark.parametrize("level", ["off-the-record", "OTR", "off the record"])
def test_a_level_may_have_its_other_names(level: str) -> None:
    text = FILE.replace("on background", level)

    assert organisation_from(document(text)).liaisons[0].up_to is Level.OFF_THE_RECORD


LEVELS = (
    "write one of: on-the-record, plain-words, not-for-attribution, background, chatham-house, "
    "deep-background, off-the-record"
)


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "remedy"),
    [
        (
            "organisation =",
            "organization =",
            1,
            "organization: there is no such key of a file of liaisons",
            "did you mean organisation? write one of: organisation, also, liaisons",
        ),
        (
            '"on background"',
            '"backgroud"',
            7,
            "liaisons.press-office.up-to: 'backgroud' is not a level",
            f"did you mean background? {LEVELS}",
        ),
        (
            'up-to = "on background"\n',
            "",
            4,
            "liaisons.press-office.up-to: it is missing",
            'add up-to = "…"',
        ),
        (
            "trained = 2026-03-01",
            'trained = "in March"',
            8,
            "liaisons.press-office.trained: it must be a day",
            "write trained = 2026-03-01, without quotes",
        ),
        (
            "until = 2026-12-31",
            "until = 2026-12-31T10:00:00Z",
            9,
            "liaisons.press-office.until: it must be a day",
            "write until = 2026-03-01, without quotes",
        ),
        (
            "names = [",
            "name = [",
            5,
            "liaisons.press-office.name: there is no such key of a liaison",
            "did you mean names? write one of: names, topics, up-to, trained, until",
        ),
    ],
)
def test_a_fault_has_its_line_and_its_remedy(
    old: str, new: str, line: int, message: str, remedy: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        organisation_from(document(FILE.replace(old, new)))

    fault = refusal.value.faults[0]
    assert (line, message, remedy) == (fault.line, fault.message, fault.remedy)


def test_a_file_in_which_nobody_may_talk_is_refused() -> None:
    with pytest.raises(BadInput, match="liaisons: nobody is named"):
        organisation_from(document('organisation = "Harbor Authority"\n'))


def test_a_liaison_is_known_by_any_name_and_a_reporter_never_is() -> None:
    assert flagged("S1: The port is open.\nAR: Thanks.", POST) == ()


def test_somebody_else_of_the_organisation_is_flagged_by_id_alone() -> None:
    assert flagged("S2: The port is open.\nS3: So it is.\nS4: Yes.", POST) == tuple(
        Flag(
            Why.NO_LIAISON,
            party,
            (),
            f"{party} speaks from within the organisation and is not one of its liaisons",
        )
        for party in ("S2", "S4")
    )


def test_who_says_nothing_is_not_flagged() -> None:
    assert flagged("S3: Words.", POST) == ()


OFF_TOPIC = 'S1: The port.\n  > topic "The Port"\n  Open.\n  > topic "the vote"\n  Lost.\nS1: More.'


def test_what_is_off_topic_is_flagged_by_its_turns() -> None:
    post = POST._replace(topics=("port",))

    assert flagged(OFF_TOPIC, post, head="date: 2026-11-03\nmatter: port") == (
        Flag(
            Why.OFF_TOPIC,
            "S1",
            (1, 2),
            "S1, as press-office, speaks on a topic that is not among theirs",
        ),
    )


def test_a_topic_is_the_matter_until_one_is_named() -> None:
    post = POST._replace(topics=("the port talks",))

    assert flagged("S1: Words.", post, head="date: 2026-11-03\nmatter: The port-talks") == ()
    assert flagged("S1: Words.", post) == (
        Flag(
            Why.TOPIC_UNKNOWN,
            "S1",
            (1,),
            "S1, as press-office, may speak on some topics, "
            "and the record does not say on which this is",
        ),
    )


AGREED = "S1: Background?\n  > ask background\nAR: Yes.\n  > agree\nS1: Words.\n"


@pytest.mark.parametrize(
    ("level", "turns"),
    [(Level.ON_THE_RECORD, (3,)), (Level.BACKGROUND, ()), (Level.OFF_THE_RECORD, ())],
)
def test_what_goes_beyond_the_level_is_flagged(level: Level, turns: tuple[int, ...]) -> None:
    found = flagged(AGREED, POST._replace(up_to=level))

    assert [(flag.why, flag.turns) for flag in found] == [
        (Why.BEYOND_LEVEL, turns) for turns in [turns] if turns
    ]


def test_a_release_does_not_hide_on_which_level_it_was_spoken() -> None:
    released = "\nafterwards:\n  2026-11-05T09:10Z S1 > release on-the-record turns=3\n"

    (flag,) = flagged(AGREED + released, POST._replace(up_to=Level.ON_THE_RECORD))

    assert (Why.BEYOND_LEVEL, (3,)) == (flag.why, flag.turns)


def test_terms_that_are_not_settled_go_beyond_nothing() -> None:
    talk = "S1: Background?\n  > ask background\nS1: Words.\n"

    assert flagged(talk, POST._replace(up_to=Level.ON_THE_RECORD)) == ()


@pytest.mark.parametrize(
    ("post", "head", "why"),
    [
        (POST._replace(trained=None), "date: 2026-11-03", [Why.UNTRAINED]),
        (POST._replace(trained=date(2026, 11, 4)), "date: 2026-11-03", [Why.UNTRAINED]),
        (POST._replace(trained=date(2026, 11, 3)), "date: 2026-11-03T10:00Z", []),
        (POST._replace(until=date(2026, 11, 2)), "date: 2026-11-03", [Why.ENDED]),
        (POST._replace(until=date(2026, 11, 3)), "date: 2026-11-03", []),
        (POST, "", [Why.DAY_UNKNOWN]),
        (
            POST._replace(trained=None, until=date(2026, 11, 3)),
            "",
            [Why.UNTRAINED, Why.DAY_UNKNOWN],
        ),
        (POST._replace(trained=None), "", [Why.UNTRAINED]),
    ],
)
def test_the_days_of_a_post_are_held_against_the_day_of_the_talk(
    post: Liaison, head: str, why: list[Why]
) -> None:
    assert [flag.why for flag in flagged("S1: Words.", post, head=head)] == why


def test_one_sound_post_is_enough() -> None:
    narrow = POST._replace(id="spare", trained=None, topics=("the vote",))

    assert flagged(AGREED, narrow, POST) == ()


def test_no_flag_has_a_name_or_a_word_of_the_talk() -> None:
    post = POST._replace(topics=("the vote",), up_to=Level.ON_THE_RECORD, trained=None)
    talk = f'{AGREED}S2: Zymurgy.\nS1: Zymurgy.\n  > topic "zymurgy"\n'

    text = " ".join(flag.message for flag in flagged(talk, post)).casefold()

    assert not [word for word in ("dana", "whitfield", "moss", "zymurgy", "vote") if word in text]
