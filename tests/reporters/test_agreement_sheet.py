from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from sheets import texts

from builders import recorded
from groundrules.readers.policies import PolicyShelf
from groundrules.readers.wordings import WordingShelf
from groundrules.record.timeline import fold
from groundrules.reporters.agreement.agreement_sheet import sheet
from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows, Sheet
from groundrules.talk.on_paper.naming import Naming
from groundrules.talk.on_paper.promises import promises_of
from groundrules.talk.on_paper.wording import wording_from
from groundrules.terms.policy import Ruling, Status
from talks import HOUSE, conversations

if TYPE_CHECKING:
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy

WORDING = wording_from(WordingShelf().load("agreements", "american"))
BBC = PolicyShelf(()).load("bbc")
AP = PolicyShelf(()).load("ap")
HEAD = "outlet: The Ledger Post\ndate: 2026-11-03T14:00-05:00\nmatter: the sale of Pier 9"
PARTIES = 'AR: reporter, Ana Ruiz\nS1: source, Dana Whitfield, "a person briefed on the talks"'

HARBOR = """\
[00:13:41] S1: Off the record?
  > ask off-the-record
[00:13:50] AR: I can't print it, but I may take it to others. All right?
  > define publish=no pursue=yes
[00:13:58] S1: Yes.
  > agree
[00:14:02] S1: The bank pulled out.
[00:15:30] AR: Back on the record?
  > return
S1: Fine.
  > return-accept
"""


def page(  # noqa: PLR0913 - each is what some test varies
    talk: str,
    policy: Policy = BBC,
    *,
    names: bool = False,
    both_sign: bool = False,
    head: str = HEAD,
    parties: str = PARTIES,
    name: str = "harbor",
) -> Sheet:
    conversation = recorded(talk, head=head, parties=parties, name=name)
    return made(conversation, policy, names=names, both_sign=both_sign)


def made(
    conversation: Conversation, policy: Policy, *, names: bool = False, both_sign: bool = False
) -> Sheet:
    timeline = fold(conversation, policy)
    (promises, *_) = promises_of(timeline)
    return sheet(promises, timeline, Naming(conversation, WORDING, names), both_sign=both_sign)


def agreed(terms: str, more: str = "") -> str:
    return f"S1: Please.\n  > ask {terms}\nAR: Agreed.\n  > agree\nS1: It burns.\n{more}"


def under(heading: str, made: Sheet) -> list[str]:
    """Return every text between a heading and the next."""
    found: list[str] = []
    is_there = False
    for block in made.blocks:
        if isinstance(block, Heading):
            is_there = block.text == heading
        elif is_there:
            found += texts(block)
    return found


def words(made: Sheet) -> str:
    return " ".join(text for block in made.blocks for text in texts(block))


def test_the_parts_of_the_page_come_in_order() -> None:
    assert [
        ("Who, and when", 1),
        ("What was agreed", 1),
        ("How it was agreed", 2),
        ("What may be done with the words", 2),
        ("What else was agreed", 2),
        ("What is open", 1),
        ("What is not promised", 1),
        ("Who must keep this promise", 1),
        ("If the promise is broken", 1),
        ("Receipt", 1),
    ] == [tuple(block) for block in page(HARBOR).blocks if isinstance(block, Heading)]


def test_it_says_who_and_when() -> None:
    found = page(HARBOR)
    (who, *_) = [block for block in found.blocks if isinstance(block, Rows)]

    assert (
        ("Outlet", "The Ledger Post"),
        ("Who made the promise", "Ana Ruiz"),
        ("Whose words it protects", "The source (S1 in the record)"),
        ("Day of the talk", "November 3, 2026, 14:00 (UTC-05:00)"),
        ("What the talk was about", "The sale of Pier 9"),
        ("Rules of the outlet", f"{BBC.title}, version {BBC.version}"),
    ) == who.rows
    assert "en-US" == found.language


def test_what_the_record_does_not_say_is_open() -> None:
    found = page(HARBOR, head="")
    rows = dict(next(block for block in found.blocks if isinstance(block, Rows)).rows)

    unknown = "Open: the record does not say."
    assert [unknown, unknown, unknown] == [
        rows[one] for one in ("Outlet", "Day of the talk", "What the talk was about")
    ]
    assert "The record does not name the outlet." in under("What is open", found)
    assert "For the outlet: its name, and your name and position" in under("Receipt", found)
    assert "November 3, 2026" in under("Who, and when", page(HARBOR, head="date: 2026-11-03"))


def test_what_is_covered_and_how_it_came_about() -> None:
    found = page(HARBOR)

    assert [
        (
            "The terms: off the record. They cover the words of turns 3 to 5 (00:13:58 to 00:15:30 "
            "on the recording). They ended during the talk. What they cover stays covered. They do "
            "not reach back, and they are not carried over. What was said before stays as it was. "
            "The next talk starts on the record."
        )
    ] == under("What was agreed", found)
    assert [
        "The source asked for terms: turn 1.",
        "The reporter said what the terms mean: turn 2.",
        "The source said yes: turn 3.",
    ] == under("How it was agreed", found)


def test_limits_of_topic_and_time_are_told() -> None:
    scoped = page(agreed('background description="x" scope="the port"'))
    timed = page("[00:00:01] S1: a\n  > ask background until=00:20:00\nAR: b\n  > agree\n")

    assert "They hold for this topic only: “the port”." in words(scoped)
    assert "They hold only for what was said before 00:20:00 on the recording." in words(timed)
    assert "They still held when the talk ended." in words(scoped)


def test_terms_without_words_and_terms_by_silence_are_told() -> None:
    empty = page("S1:\n  > ask background\nAR:\n  > agree\n")
    silent = page("S1: a\n  > announce background\nAR:\n  > stay\n")

    assert "No words in the record stand on them yet." in words(empty)
    assert "Nobody said yes aloud." in words(silent)
    assert "The terms call for a description" not in words(silent)


def test_each_right_has_its_answer_and_its_reason() -> None:
    found = page(HARBOR, AP)
    _, rights = [block for block in found.blocks if isinstance(block, Rows)]
    by_question = {question: (answer, why) for question, answer, why in rights.rows}

    assert ("No.", "Both said so.") == by_question["May it be published?"]
    assert ("Yes, to get it from them.", "Both said so.") == by_question[
        "May the reporter take it to other sources?"
    ]
    assert ("Only those at the outlet who need to know.", "Not said. Our cautious reading.") == (
        by_question["Who else may be told?"]
    )
    assert 7 == len(rights.rows)
    assert "see “Not said” in the table" in words(found)


def test_a_free_right_does_not_come_up_where_nothing_may_be_published() -> None:
    found = words(page(agreed("publish=no")))

    assert "This does not come up, since nothing may be published." in found
    assert "Yes, word for word." not in found
    assert "“Not said” means" not in found
    assert "see “Not said”" not in found


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("attribute=description", ["described only as “a person briefed on the talks”."]),
        (
            'attribute=description description="b" description="a"',
            ["The source may be described only as “a” or “b”."],
        ),
        ('quote=paraphrase description="a"', ["The source may also be described as “a”."]),
        ('off-the-record description="a" approval=yes', ["Nothing else was agreed."]),
        ("background approval=yes", ["The source must approve each quotation"]),
        (
            "background embargo=2026-11-05T06:00-05:00",
            ["Nothing may be published before November 5, 2026, 06:00 (UTC-05:00)."],
        ),
        ('background embargo="the vote"', ["before this has happened: “the vote”."]),
        ("background delete-by=2026-12-01", ["must be gone by December 1, 2026."]),
        ('repeat=need-to-know tell="the board"', ["only these may be told: “the board”."]),
    ],
)
def test_conditions_are_told(terms: str, expected: list[str]) -> None:
    found = under("What else was agreed", page(agreed(terms), HOUSE))

    for text in expected:
        assert text in " ".join(found)


def test_two_descriptions_or_circles_without_common_ground_leave_none() -> None:
    talk = """\
    S1: a
      > ask background description="an official" tell="the board"
    AR: b
      > define description="an aide" tell="the union"
      > agree
    S1: c
    """
    found = under("What else was agreed", page(talk, HOUSE))

    assert "At home, nobody may be told." in found
    assert any("So the source may not be described at all." in text for text in found)


def test_what_came_later_is_told() -> None:
    talk = agreed(
        'background description="an official" approval=yes',
        "S1: More.\nS1: And the first, off the record.\n  > retroactive off-the-record turns=1\n"
        'AR: Fine.\n  > grace turns=1 "new to this"\n\nafterwards:\n'
        "  2026-11-06T09:10-05:00 S1 > release on-the-record turns=3\n"
        "  2026-11-06T09:11-05:00 S1 > approve turns=4\n",
    )
    found = page(talk, HOUSE)

    assert [
        "The source has released turn 3. The terms there are now: on the record.",
        (
            "For turn 1 the reporter granted a grace. It is the reporter's own choice, and no "
            "agreement."
        ),
        "Somebody asked for terms on turn 1 when the words had been spoken. That changed nothing.",
    ] == under("What came later", found)
    assert "The source has approved the quotations of turn 4." in under(
        "What else was agreed", found
    )


def test_what_is_undefined_or_unsettled_is_open() -> None:
    found = page(agreed("background", "S1: And off the record?\n  > ask off-the-record\nS1: So.\n"))

    assert [
        (
            "Turns 2 to 4: Both used the name of the terms, and nobody said what it means. "
            "Settle it in words."
        ),
        "Turn 5: Terms had been put, and nobody had answered yet.",
        (
            "Turn 5: Both used the name of the terms, and nobody said what it means. "
            "Settle it in words."
        ),
        (
            "Some of what may be done was not said in the talk: see “Not said” in the table. "
            "Settle it in words."
        ),
        "Words whose terms are open are kept back until both sides have settled them.",
    ] == under("What is open", found)
    assert (
        "Both used the name"
        in under("What is open", page("S1:\n  > ask background\nAR:\n  > agree\n"))[0]
    )


def test_nothing_open_is_said_too() -> None:
    plain = agreed("attribute=none")

    assert ["The record shows nothing open here."] == under("What is open", page(plain, HOUSE))


def test_a_manager_whom_the_rules_ask_for_is_open() -> None:
    (point,) = [text for text in under("What is open", page(HARBOR, AP)) if "manager" in text]

    assert point.endswith(
        "The record does not say that this was done. We know this rule only at second hand."
    )


@pytest.mark.parametrize(
    ("ruling", "expected"),
    [
        (None, "Open: the rules of the outlet do not say if"),
        (Ruling("outlet", "default", status=Status.VERIFIED), "Open: the rules of the outlet"),
        (Ruling("outlet", "house", status=Status.VERIFIED), "By its own rules the outlet is bound"),
        (Ruling("reporter", "house", status=Status.VERIFIED), "the promise binds the reporter."),
        (Ruling("outlet", "house"), "keep the promise too. We could not confirm this rule."),
    ],
)
def test_whom_the_promise_binds_is_the_policys_to_say(
    ruling: Ruling[object] | None, expected: str
) -> None:
    policy = replace(HOUSE, practices={"binds": ruling} if ruling else {})
    made, bound = under("Who must keep this promise", page(HARBOR, policy))

    assert "The promise was made by Ana Ruiz." == made
    assert expected in bound


def test_only_reporters_who_took_part_in_it_have_promised() -> None:
    parties = f"{PARTIES}\nBR: reporter, Ben Roth"
    asked = "S1: a\n  > ask background to=AR\nAR: b\n  > agree\nS1: c\n"
    embargo = agreed('background embargo="the vote"', "S1:\n  > return\nAR:\n  > return-accept\n")

    assert "The promise was made by Ana Ruiz." in words(page(asked, HOUSE, parties=parties))
    assert "The promise was made by Ana Ruiz." in words(page(embargo, HOUSE))


ROOM = "PO: spokesperson, Lee Okafor\nAR: reporter, Ana Ruiz\nKO: reporter, Kim Osei"
ANNOUNCED = "PO: a\n  > announce background\n"
AGREED = f"{ANNOUNCED}AR: b\n  > agree\n"


@pytest.mark.parametrize(
    "refusal", ["KO: No.\n  > decline\n", "KO: No.\n  > counter on-the-record\n", ""]
)
def test_who_refused_and_left_has_promised_nothing(refusal: str) -> None:
    found = page(f"{AGREED}{refusal}KO: Bye.\n  > leave\nPO: c\n", HOUSE, parties=ROOM)

    assert "The promise was made by Ana Ruiz." in words(found)
    assert "Kim Osei" not in words(found)
    assert "The reporter (KO in the record) left: turn" in words(found)


def test_who_refused_and_then_said_yes_has_promised() -> None:
    talk = f"{AGREED}KO: No.\n  > decline\nKO: Well, yes.\n  > agree\nPO: c\n"

    assert "made by Ana Ruiz and Kim Osei." in words(page(talk, HOUSE, parties=ROOM))


def test_who_promised_an_embargo_that_is_all_that_is_left_is_who_accepted_it() -> None:
    talk = (
        'PO: a\n  > announce background embargo="the vote"\nAR: b\n  > agree\n'
        "KO: No.\n  > decline\nKO:\n  > leave\nAR:\n  > return\nPO: Yes.\n  > return-accept\n"
    )
    found = page(talk, HOUSE, parties=ROOM)

    assert "The spokesperson went along with the return to the record: turn 6." in words(found)
    assert "The promise was made by Ana Ruiz." in words(found)


def test_what_was_unclear_before_it_was_agreed_is_told() -> None:
    talk = "S1: a\n  > ask background\nAR: Hm.\n  > unclear\nAR: Yes.\n  > agree\nS1: b\n"

    assert (
        "The reporter said something about the terms that can be read two ways: turn 2."
        in under("How it was agreed", page(talk, HOUSE))
    )


def test_where_only_guests_agreed_they_have_promised() -> None:
    guests = "CH: moderator\nP1: other\nP2: other"
    talk = (
        "CH: a\n  > announce chatham-house\nP1: Yes.\n  > agree\nP2:\n  > leave\nP1: Nine boats.\n"
    )

    assert (
        "The promise was made by the moderator (CH in the record) and a person who took part "
        "(P1 in the record)."
    ) in words(page(talk, HOUSE, parties=guests))


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("stay", "stay", "Nobody said yes aloud."),
        ("stay", "agree", "Some who heard them said yes aloud, and some stayed"),
        ("agree", "agree", ""),
    ],
)
def test_who_said_yes_aloud_and_who_stayed_are_told_apart(
    first: str, second: str, said: str
) -> None:
    talk = f"{ANNOUNCED}AR: b\n  > {first}\nKO: c\n  > {second}\nPO: d\n"
    (agreed_on,) = under("What was agreed", page(talk, HOUSE, parties=ROOM))

    assert said in agreed_on
    assert ("The terms were announced" in agreed_on) is bool(said)


def test_not_promised_is_what_nobody_promised() -> None:
    bare = under("What is not promised", page(agreed("background"), HOUSE))
    full = under(
        "What is not promised", page(agreed("background approval=yes delete-by=2026-12-01"), HOUSE)
    )

    assert [
        "Nothing was said about seeing quotations before they are used.",
        "Nothing was said about how long notes and recordings are kept.",
    ] == [text for text in bare if text not in full]
    assert "The outlet did not promise to publish anything." in full


def test_the_outlet_signs_and_the_source_does_not() -> None:
    found = page(HARBOR)
    (blanks,) = [block for block in found.blocks if isinstance(block, Blanks)]

    assert (
        "For The Ledger Post: name and position",
        "Place and day",
        "Signature",
    ) == blanks.labels
    assert "The source signs nothing" in words(found)


def test_where_both_are_institutions_both_may_sign() -> None:
    parties = "AR: reporter, Ana Ruiz\nS1: spokesperson, Lee Okafor"
    (blanks,) = [
        block
        for block in page(HARBOR, both_sign=True, parties=parties).blocks
        if isinstance(block, Blanks)
    ]

    assert (
        "For The Ledger Post: name and position",
        "For the spokesperson (S1 in the record): name and position",
    ) == blanks.labels[::3]


def test_between_negotiators_there_is_no_outlet() -> None:
    parties = "N1: negotiator, Ines Vogel, of A\nN2: negotiator, Paul Adeyemi, of B"
    talk = "N1: An aside?\n  > ask off-the-record\nN2: Yes.\n  > agree\nN1: We could give way.\n"
    one = page(talk, parties=parties, head="")
    both = page(talk, parties=parties, head="", both_sign=True)

    assert "Rules for the talk" in words(one)
    assert "outlet" not in " ".join(under("What is open", one)).lower()
    assert "Each side keeps this promise for the other." in words(one)
    assert "For the side that hands this over: name and position" in words(one)
    assert [
        "For the negotiator (N1 in the record): name and position",
        "For the negotiator (N2 in the record): name and position",
    ] == under("Receipt", both)[1:-1:3]


def test_several_agreements_are_counted() -> None:
    talk = agreed("background") + "S1: a\n  > ask off-the-record\nAR: b\n  > agree\nS1: c\n"

    assert ["Agreement 1: background", "Agreement 2: off the record"] == [
        block.text
        for block in page(talk, HOUSE).blocks
        if isinstance(block, Heading) and block.text.startswith("Agreement")
    ]


def test_the_name_stands_on_the_page_only_where_asked_for_and_the_page_says_so() -> None:
    unnamed, named = page(HARBOR), page(HARBOR, names=True)

    assert Paragraph("This page leaves out the name of the source on purpose.", "note") in (
        unnamed.blocks
    )
    assert "Dana Whitfield" in words(named)
    assert [
        "This page names the source. Keep it where only those can read it who must know the name."
    ] == [
        block.text
        for block in named.blocks
        if isinstance(block, Paragraph) and block.role == "warning"
    ]


def test_nothing_else_gives_the_name_away() -> None:
    found = page(
        agreed('background description="x" scope="what Whitfield saw"'),
        head="outlet: The Ledger Post\nmatter: the Whitfield papers",
        name="whitfield-2026",
    )

    assert "whitfield" not in words(found).lower()
    assert 2 == words(found).count("Left out here: it would name the source")
    assert "Made from the record" not in words(found)
    assert "Made from the record harbor." in words(page(HARBOR))


@settings(max_examples=60, deadline=None)
@given(conversations())
def test_any_agreement_can_be_put_on_paper_without_a_name(conversation: Conversation) -> None:
    timeline = fold(conversation, HOUSE)
    for promises in promises_of(timeline):
        found = sheet(promises, timeline, Naming(conversation, WORDING))

        for name in ("Dana", "Whitfield", "Okafor", "Vogel", "Adeyemi"):
            assert name not in words(found)
        assert all(
            text for block in found.blocks if not isinstance(block, Items) for text in texts(block)
        )
