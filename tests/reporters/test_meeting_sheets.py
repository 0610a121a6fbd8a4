"""The sheets about meetings: what each block says, and on every width."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders import recorded
from groundrules.readers.policies import PolicyShelf
from groundrules.readers.records import read_record
from groundrules.readers.wordings import WordingShelf
from groundrules.record.timeline import Timeline, fold
from groundrules.reporters import meeting_openings, meeting_pages
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Rows, Sheet
from groundrules.reporters.sheets.sheet_text import lines
from groundrules.talk.meeting.announcement import LEVELS, announcement
from groundrules.talk.meeting.exposure import Exposure, Weighed
from groundrules.talk.meeting.shapes import ANNOUNCEMENT, ASIDE, FOLDER, PAGES, Kind
from groundrules.talk.meeting.texts import Texts, texts_from
from groundrules.terms.levels import Level

RECORDS = Path(__file__).parents[2] / "examples" / "meetings" / "records"
POLICIES = PolicyShelf()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def texts(name: str) -> Texts:
    shape = {"pages": PAGES, "aside": ASIDE}.get(name, ANNOUNCEMENT)
    return texts_from(WordingShelf().load(FOLDER, name), shape)


def met(name: str) -> Timeline:
    conversation = read_record(RECORDS / f"{name}.record")
    return fold(conversation, POLICIES.load(conversation.policy))


def typed(talk: str) -> Timeline:
    return fold(recorded(talk), POLICIES.load("default"))


def paragraphs(sheet: Sheet, role: str = "") -> list[str]:
    return [one.text for one in sheet.blocks if isinstance(one, Paragraph) and one.role == role]


def items(sheet: Sheet) -> list[str]:
    return [text for one in sheet.blocks if isinstance(one, Items) for text in one.items]


def who(name: str, house: str) -> Sheet:
    return meeting_pages.who_sheet(met(name), POLICIES.load(house), texts("pages"))


def cells(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for one in sheet.blocks if isinstance(one, Rows) for row in one.rows}


def test_the_opening_is_spoken_between_what_comes_before_and_after() -> None:
    found = texts(Kind.CHATHAM_HOUSE)
    opening = announcement(
        Kind.CHATHAM_HOUSE, Level.CHATHAM_HOUSE, POLICIES.load("chatham-house"), found
    )

    sheet = meeting_openings.opening_sheet(opening, found)

    assert sheet.title == "How to open a meeting under the Chatham House Rule"
    assert paragraphs(sheet, "spoken") == list(opening.spoken)
    assert paragraphs(sheet, "warning") == ["“What is said in the room stays in the room.”"]
    assert paragraphs(sheet, "note")[-1].endswith("> announce chatham-house")
    assert paragraphs(sheet, "note")[0].startswith("By the Chatham House Rule, not all of this")


def test_what_is_certain_has_no_note_that_it_is_not() -> None:
    found = texts(Kind.BRIEFING)
    opening = announcement(Kind.BRIEFING, Level.BACKGROUND, POLICIES.load("default"), found)

    assert len(paragraphs(meeting_openings.opening_sheet(opening, found), "note")) == 1


def aside(points: tuple[Weighed, ...] = (), people: tuple[str, ...] = ()) -> Sheet:
    policy = POLICIES.load("negotiation")
    terms = (Level.OFF_THE_RECORD, policy.rights(Level.OFF_THE_RECORD))
    room = texts(Kind.NEGOTIATION)
    return meeting_openings.aside_sheet(points, people, terms, texts("aside"), room)


def test_a_page_to_hand_out_has_no_name_in_its_title() -> None:
    asked = "S1: The Rule?\n  > ask chatham-house attendance=secret\nAR: Yes.\n  > agree\n"
    parties = "S1: other, Anneliese Vogt\nAR: reporter, Ana Ruiz\n"
    for host, named in (("Anneliese Vogt", False), ("Mayor Ives", True)):
        told = recorded(f"{asked}S1: It burns.\n", parties=parties)
        conversation = told._replace(matter=f"Dinner at {host}'s")
        timeline = fold(conversation, POLICIES.load("default"))
        titles = [
            meeting_pages.minutes_sheet(timeline, NOON, texts("pages")).title,
            meeting_pages.handout_sheet(timeline, texts("pages")).title,
        ]
        assert [named, named] == [host in title for title in titles]
        assert host in meeting_pages.attendees_sheet(timeline, texts("pages")).title


def test_the_page_of_an_aside_tells_what_to_leave_out() -> None:
    sheet = aside(
        (
            Weighed("our lease ends", Exposure.HURTS),
            Weighed("our bank", Exposure.UNSURE),
            Weighed("we start in May", Exposure.HARMLESS),
        ),
        ("the board", "counsel"),
    )

    assert items(sheet)[:3] == [
        "Leave it out: our lease ends",
        "Leave it out, until you are sure: our bank",
        "You can say it: we start in May",
    ]
    assert "At home, these may be told, and nobody else: “the board” and “counsel”." in paragraphs(
        sheet, "spoken"
    )
    assert paragraphs(sheet, "note") == [
        'In a record, this is the line: > ask off-the-record tell="the board" tell="counsel"'
    ]
    assert any(
        text.startswith("Do not use an aside as a trick") for text in paragraphs(sheet, "warning")
    )


def test_the_page_of_an_aside_without_points_asks_for_them_and_for_who_may_be_told() -> None:
    sheet = aside()

    assert "Would it hurt if they brought it up later?" in paragraphs(sheet, "warning")
    assert any(text.startswith("You have named no points yet") for text in paragraphs(sheet))
    assert any(
        text.startswith("You have named nobody yet") for text in paragraphs(sheet, "warning")
    )
    assert not any("At home, these" in text for text in paragraphs(sheet, "spoken"))


def test_who_accepted_a_briefing() -> None:
    found = cells(who("briefing", "default"))

    assert found["Ana Ruiz (The Ledger Post)"][:2] == ("reporter", "said yes (turn 4)")
    assert found["Ben Tal (The Bay Wire)"][1] == "stayed and so accepted (turn 5)"
    assert found["Kim Osei (Channel Six)"][1:] == (
        "said no (turn 6); left (turn 9)",
        "nothing on record",
    )
    assert found["Ben Tal (The Bay Wire)"][2].endswith(
        "described as “an official of the ferry company” (turns 9–12)"
    )


def test_a_guest_who_says_no_is_told_to_the_host() -> None:
    parties = "CH: moderator\nP1: other, Tobias\nP2: other, Miriam\nAR: reporter, Ana Ruiz\n"
    talk = (
        "CH: The Rule.\n  > announce chatham-house\nAR: Yes.\n  > agree\n"
        "P1: Yes.\n  > agree\nP2: No.\n  > decline\n"
    )
    timeline = fold(recorded(talk, parties=parties), POLICIES.load("chatham-house"))

    sheet = meeting_pages.who_sheet(timeline, timeline.policy, texts("pages"))

    assert cells(sheet)["Tobias"][1:] == ("said yes (turn 3)", "nothing on record")
    assert cells(sheet)["Miriam"][1:] == ("said no (turn 4)", "nothing on record")
    assert paragraphs(sheet, "note")[0].startswith("By this record, promises bind reporters and")
    assert paragraphs(sheet, "warning")[1].startswith("Miriam said no and stayed.")


def test_where_no_guest_answers_nothing_is_said_of_it() -> None:
    sheet = who("briefing", "default")

    assert paragraphs(sheet, "note") == []
    assert not any("said no and stayed" in text for text in paragraphs(sheet, "warning"))


@pytest.mark.parametrize(
    ("talk", "role", "ending"),
    [
        ("S1: On background.\n  > announce background\nAR: No.\n  > decline\n", "", "Ruiz did."),
        ("S1: On background.\n  > announce background\nAR: Yes.\n  > agree\n", "warning", "Tal."),
    ],
)
def test_a_house_that_objects_to_group_background_is_told_whether_it_did(
    talk: str, role: str, ending: str
) -> None:
    parties = "AR: reporter, Ana Ruiz\nBT: reporter, Ben Tal\nS1: source\n"
    timeline = fold(recorded(talk, parties=parties), POLICIES.load("default"))

    sheet = meeting_pages.who_sheet(timeline, POLICIES.load("ap"), texts("pages"))

    (said,) = [one for one in paragraphs(sheet, role) if one.startswith("The Associated Press")]
    assert said.endswith(ending)


def test_a_house_that_accepts_group_background_is_told_nothing_of_it() -> None:
    assert not any("object" in text for text in paragraphs(who("briefing", "default")))


def test_who_never_answered_is_said_and_what_is_open() -> None:
    sheet = meeting_pages.who_sheet(
        typed("S1: Off.\n  > ask off-the-record\nS1: Ten.\n"), POLICIES.load("ap"), texts("pages")
    )

    assert cells(sheet)["Ana Ruiz"][1] == "has not answered to this day"
    assert any(text.startswith("Not settled: turn 2.") for text in paragraphs(sheet, "warning"))


def test_what_each_side_promised_and_gave_is_shown_for_negotiators_alone() -> None:
    sheet = who("quay-lease", "negotiation")
    headings = [one.text for one in sheet.blocks if isinstance(one, Heading)]

    assert headings == [
        "What each side promised and gave",
        "Ines Vogel (Tern Shipping)",
        "Paul Adeyemi (Harbor Quays)",
    ]
    assert [text.partition(":")[0] for text in items(sheet)] == [
        "promised on the other side's words",
        "told on terms",
    ] * 2
    assert "to be told only to “the board of Harbor Quays”" in items(sheet)[0]
    assert "Facts on record that something went wrong: 0." in paragraphs(sheet)
    assert not [one for one in who("briefing", "ap").blocks if isinstance(one, Heading)]


def test_a_side_that_promised_nothing_and_freed_words() -> None:
    parties = "N1: negotiator, Ines Vogel\nN2: negotiator, Paul Adeyemi\n"
    talk = (
        "N1: Off, for me?\n  > ask off-the-record for=N1\nN2: Yes.\n  > agree\nN1: Ten.\n"
        "afterwards:\n  2026-11-04T09:00Z N1 > release on-the-record turns=3\n"
        '  2026-11-04T09:00Z N1 > grace turns=2 "a slip"\n'
    )
    timeline = fold(recorded(talk, parties=parties), POLICIES.load("negotiation"))

    assert items(meeting_pages.who_sheet(timeline, timeline.policy, texts("pages"))) == [
        "promised nothing on the other side's words",
        "told nothing on terms",
        "freed words of its own since: turn 3",
        "left out words of the other side by its own choice: turn 2",
        "promised nothing on the other side's words",
        "told nothing on terms",
    ]


def test_minutes_under_the_rule() -> None:
    sheet = meeting_pages.minutes_sheet(met("round-table"), NOON, texts("pages"))

    assert sheet.title == "Minutes of the round table on the harbor"
    assert paragraphs(sheet) == [
        "Held on 2026-11-10.",
        "Who spoke, whom they work for and who was there is left out, as was agreed.",
    ]
    assert len([text for text in items(sheet) if not text.startswith("Left out")]) == 6
    assert any(
        text.startswith("Left out because they may not be published: 3 (") for text in items(sheet)
    )


def test_minutes_of_two_sides_say_who_said_what() -> None:
    sheet = meeting_pages.minutes_sheet(met("quay-lease"), NOON, texts("pages"))

    assert "Present: Ines Vogel (Tern Shipping) and Paul Adeyemi (Harbor Quays)." in paragraphs(
        sheet
    )
    assert "Paul Adeyemi: We can hold the cranes in good repair at our cost." in items(sheet)


def test_minutes_of_a_talk_on_the_record_leave_nothing_out() -> None:
    talk = "S1: Nine boats.\nafterwards:\n  2026-11-04T09:00Z S1 > retroactive turns=1\n"
    sheet = meeting_pages.minutes_sheet(typed(talk), NOON, texts("pages"))

    assert sheet.title == "Minutes of the meeting"
    assert paragraphs(sheet) == [
        "Present: Dana Whitfield.",
        "And others, not listed here: 2.",
        "Nothing is left out.",
    ]
    assert paragraphs(sheet, "warning")[0].endswith("by your own choice: harbor#1.")


def test_minutes_without_a_point_say_so() -> None:
    sheet = meeting_pages.minutes_sheet(met("quay-lease-side"), NOON, texts("pages"))

    assert "Nothing that was said may stand in these minutes." in paragraphs(sheet)


def test_the_attendees_are_for_the_host_alone_where_attendance_is_secret() -> None:
    kept = meeting_pages.attendees_sheet(met("round-table"), texts("pages"))
    handed = meeting_pages.handout_sheet(met("round-table"), texts("pages"))

    assert paragraphs(kept, "warning")[0].startswith("CONFIDENTIAL")
    assert len(items(kept)) == 6
    assert items(handed) == []
    assert paragraphs(handed)[0].startswith("Nothing. It was agreed that nobody")


def test_a_number_may_be_handed_out_where_attendance_is_open() -> None:
    kept = meeting_pages.attendees_sheet(met("briefing"), texts("pages"))
    handed = meeting_pages.handout_sheet(met("briefing"), texts("pages"))

    assert paragraphs(handed) == ["People who took part: 5."]
    assert items(kept)[-1] == "Dario Vance (Ellery Radio), reporter, left (turn 7)"
    assert not any("nobody will be told" in text for text in paragraphs(kept))


@pytest.mark.parametrize("columns", [40, 80])
def test_every_sheet_fits_the_terminal(columns: int) -> None:
    sheets = [aside((Weighed("a point", Exposure.HURTS),), ("the board",))]
    for kind, level in LEVELS.items():
        found = texts(kind)
        opening = announcement(kind, level, POLICIES.load("ap"), found)
        sheets.append(meeting_openings.opening_sheet(opening, found))
    for record in RECORDS.glob("*.record"):
        timeline = met(record.stem)
        sheets += [
            meeting_pages.who_sheet(timeline, POLICIES.load("ap"), texts("pages")),
            meeting_pages.attendees_sheet(timeline, texts("pages")),
        ]

    for sheet in sheets:
        for line in lines(sheet, columns):
            assert len("".join(piece.text for piece in line)) <= columns
