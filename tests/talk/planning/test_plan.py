"""The plan: points with terms, descriptions ranked, the list, and what a house asks besides."""

from __future__ import annotations

from hypothesis import given

from groundrules.talk.planning.plan import Described, Point, Rules, plan_from
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.flow import Step
from groundrules.talk.preparing.guidance import When
from groundrules.talk.preparing.questions import Kind, Question
from interviewed import BOATS, CREW, FERRY, FOUR, GUIDANCE, INTERVIEW, MANY, POST, interviews, plan


def test_the_plan_of_a_whole_story() -> None:
    found = plan(**FERRY)

    assert (found.outlet, found.reporter, found.matter) == (
        "The Washington Post",
        "Ana Ruiz",
        "the ferry inspections",
    )
    assert found.points == (
        Point(BOATS, Alternative.BACKGROUND),
        Point("the chief knew", Alternative.DEEP_BACKGROUND, "not before the vote"),
        Point("who told me", Alternative.NOTHING),
    )
    assert found.descriptions == (Described(MANY, 300), Described(FOUR, 4))
    assert [one.is_narrow for one in found.descriptions] == [False, True]
    assert (found.unsaid, found.topics, found.told) == ((CREW,), ("the inspections",), ())
    assert found.channel == "By phone, with a phone of my own."
    assert found.expected[0].startswith("How do you know this?")
    assert found.expected[-1] == "Why now?"


def test_what_a_person_says_of_a_point_is_its_terms() -> None:
    words = ("named", "described", "unattributed", "unprinted", "never", "as-advised")
    found = plan(**{**FERRY, "points": words, "printed": {word: word for word in words}})

    assert [point.alternative for point in found.points] == [
        "on-the-record",
        "background",
        "deep-background",
        "off-the-record",
        "say-nothing",
        found.advice.chosen,
    ]


def test_a_description_that_nobody_has_counted_may_point_at_anybody() -> None:
    found = plan(descriptions=("a", "b", "c"), fits={"b": 11, "c": 10})

    assert found.descriptions == (Described("b", 11), Described("c", 10), Described("a", 0))
    assert [one.is_narrow for one in found.descriptions] == [False, True, True]


def test_what_is_not_answered_yet_is_taken_as_the_default_and_counted() -> None:
    assert plan().unanswered == 25
    assert plan(points=("a",)).unanswered == 24 + 3 + 2
    assert (
        plan_from(
            {Step("points"): ()}, Rules(POST, are_outlets_own=True), INTERVIEW, GUIDANCE
        ).unanswered
        == 24
    )


def test_the_list_has_four_times_and_leaves_out_what_is_done() -> None:
    stranger, friend = plan(), plan(**FERRY)

    assert list(stranger.checklist) == list(When)
    assert len(stranger.checklist[When.BEFORE]) == 5
    assert len(friend.checklist[When.BEFORE]) == 2
    assert any("Thank the reporter" in text for text in friend.checklist[When.START])


def test_papers_bring_a_question_of_their_own() -> None:
    assert "How did you get these papers?" in plan(documents=True).expected
    assert "How did you get these papers?" not in plan().expected


def test_what_a_house_asks_besides_stands_on_the_plan() -> None:
    choices = {"sea": "By sea.", "land": "By land."}
    own = (
        Question("way", Kind.SEVERAL_OF, "Which way?", default=(), choices=choices),
        Question("best", Kind.ONE_OF, "Which is best?", default="sea", choices=choices),
        Question("calm", Kind.YES_NO, "Calm?", default=True),
        Question("rough", Kind.YES_NO, "Rough?", default=False),
        Question("boats", Kind.NUMBER, "How many boats?", default=0),
        Question("note", Kind.TEXT, "Note?"),
        Question("crew", Kind.TEXT, "Whose crew?", each="points"),
    )
    house = INTERVIEW._replace(questions=(*INTERVIEW.questions, *own))
    answers = {
        Step("way"): ("sea", "land"),
        Step("points"): ("a",),
        Step("crew", "a"): "Ours.",
    }
    found = plan_from(answers, Rules(POST, are_outlets_own=True), house, GUIDANCE)

    assert found.also == (
        ("Which way?", "By sea.; By land."),
        ("Which is best?", "By sea."),
        ("Calm?", "yes"),
        ("Rough?", "no"),
        ("How many boats?", "0"),
        ("Whose crew? (a)", "Ours."),
    )
    assert plan(**FERRY).also == ()


@given(interviews())
def test_no_answer_ends_in_a_plan_to_say_what_one_could_not_bear(answers) -> None:
    found = plan_from(answers, Rules(POST, are_outlets_own=True), INTERVIEW, GUIDANCE)

    assert found.unanswered == 0
    for point in found.points:
        if answers[Step("printed", point.text)] == "never":
            assert point.alternative is Alternative.NOTHING
