"""Which law decides, in a small talk whose acts a test chooses; and the texts that say so."""

from __future__ import annotations

import pytest
from drill_shelf import WORDINGS, document, play_of, read, shipped, small

from grades import HARDEST, grade
from groundrules.errors import BadInput
from groundrules.talk.drilling.laws import Law, Reason
from groundrules.talk.drilling.lesson import lesson, next_words
from groundrules.talk.drilling.play import begin, choose
from groundrules.talk.drilling.scenario import Side
from groundrules.talk.drilling.score import Goal, score
from groundrules.talk.drilling.wordings import wordings_from

LAWS = (WORDINGS / "lessons" / "laws.toml").read_text(encoding="utf-8")

CASES = [
    ("nothing-agreed", 1, [], [], ""),
    ("hinted", 1, ['hint "between us"'], [], ""),
    ("too-soon", 3, [], ["ask background"], ""),
    ("declined", 2, ["ask background by=S1", "decline"], [], ""),
    ("nothing-agreed", 1, ["offer background", "decline by=S1"], [], ""),
    ("unanswered", 2, ["offer background"], [], ""),
    ("asserted", 2, [], ["assert background"], ""),
    ("unclear", 2, ["ask background by=S1", "unclear"], [], ""),
    ("returned", 1, ["ask background by=S1", "agree", "return by=S1"], [], ""),
    ("word-alone", 5, ["ask off-the-record by=S1", "agree"], [], ""),
    ("meaning", 5, ["ask plain-words quote=paraphrase by=S1", "agree"], [], ""),
    ("agreed", 2, ["ask background by=S1", "agree"], [], ""),
    ("read-back", 5, ["ask background attribute=description by=S1", "agree"], [], ""),
    ("agreed-away", 2, ["ask background publish=no by=S1", "agree"], [], ""),
    ("last-time", 4, [], [], 'earlier = "background"\n'),
    ("nothing-agreed", 1, [], [], 'earlier = "on-the-record"\n'),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "law", "before", "acts", "earlier"), CASES)
def test_the_law_that_decides(reason, law, before, acts, earlier):
    pursue = " pursue=no" if reason == "word-alone" else ""
    told = 'holds = ["sale"]\nnext = "printed"'
    text = small(
        ('says = "What is new?"', f'says = "What is new?"\nacts = {before}'),
        (told, f"acts = {acts}\n{told}"),
        ("attribute=description", f"attribute=description{pursue}"),
        ("start =", f"{earlier}start ="),
    )
    outcome = score(play_of(read(text + WAY_OUT), "tell")).outcomes[0]

    assert (outcome.reason, outcome.reason.law) == (reason, law)


WAY_OUT = """
[steps.call.choices.out]
words = "Let us begin anew."
acts = ["return"]
next = "anew"

[steps.anew]
says = "Fine."
[steps.anew.choices.ask]
words = "You do not name me, you do not take it to others, you may print it. Yes?"
acts = ["ask background attribute=description pursue=no", "agree by=AR"]
then = "There is a sale."
holds = ["sale"]
next = "safe"
[steps.anew.choices.nothing]
words = "Or not."
next = "quiet"
"""


TELL_AT_THE_END = 'words = "There is a sale."\nholds = ["sale"]\nnext = "safe"'


def test_a_release_and_a_grace_are_told_apart():
    text = small(
        (TELL_AT_THE_END, TELL_AT_THE_END.replace('"safe"', '"more"')),
        ('next = "printed"', 'next = "late"'),
    )
    scenario = read(text + AFTER)

    released = score(play_of(scenario, "ask", "tell", "release")).outcomes[0]
    eased = score(play_of(scenario, "ask", "tell", "ease")).outcomes[0]
    graced = score(play_of(scenario, "tell", "beg")).outcomes[0]
    assert (released.verdict, released.reason) == ("too-free", "released")
    assert (eased.verdict, eased.reason) == ("fits", "released")
    assert (graced.verdict, graced.reason) == ("too-free", "grace")


AFTER = """
[steps.more]
says = "May I name you?"
[steps.more.choices.release]
words = "You may."
acts = ["release on-the-record turns={sale}"]
next = "printed"
[steps.more.choices.ease]
words = "You may quote me as you like, without my name."
acts = ["release attribute=description turns={sale}"]
next = "printed"
[steps.more.choices.nothing]
words = "No."
next = "safe"

[steps.late]
says = "Oh."
[steps.late.choices.beg]
words = "Can you leave that out?"
acts = ["retroactive", 'grace turns={sale} by=AR "she is new to this"']
next = "printed"
[steps.late.choices.nothing]
words = "Well."
next = "printed"
"""


def test_an_act_about_a_point_that_was_not_told_is_none():
    release = 'acts = ["release on-the-record turns={sale}"]'
    text = small(
        ('words = "Thank you."', f'words = "You may name me."\n{release}'),
        ('says = "Yes."', 'says = "Yes."\notherwise = "nothing"'),
    )
    play = play_of(read(text), "ask", "nothing")

    assert [fact.kind for fact in play.conversation.facts] == ["ask", "agree"]


def test_the_goal():
    scenario = shipped("first-ask")

    assert score(play_of(scenario, "ask", "tell")).goal is Goal.OUT
    assert score(play_of(scenario, "tell")).goal is Goal.SPOILT
    assert score(play_of(scenario, "nothing")).goal is Goal.INSIDE
    assert score(play_of(shipped("just-a-nod"), "nod")).goal is Goal.NONE


def test_a_lesson_names_the_better_answer():
    before = begin(shipped("first-ask"))
    assert before.step
    rushed = before.step.choices[2]

    told = lesson(before, rushed, choose(before, rushed))

    assert [one.reason for one in told.score.breaches] == ["too-soon"]
    assert [choice.name for choice in told.better] == ["ask"]


def test_the_best_answer_has_no_better_one():
    before = begin(shipped("first-ask"))
    assert before.step
    asked = before.step.choices[1]

    assert lesson(before, asked, choose(before, asked)).better == ()


def test_where_all_is_lost_the_goal_is_not():
    """After a slip the best answers are those that break no more and still reach the goal."""
    before = play_of(shipped("hot-microphone"), "relax")
    assert before.step
    confirm = before.step.choices[1]

    better = lesson(before, confirm, choose(before, confirm)).better
    assert [choice.name for choice in better] == ["lines"]


@pytest.mark.parametrize(
    ("name", "taken", "status"),
    [
        ("first-ask", (), "on-the-record"),
        ("first-ask", ("ask",), "background"),
        ("vague-yes", ("ask",), "open"),
        ("what-she-means", (), "open"),
        ("quote-after-the-secret", (), "off-the-record"),
    ],
)
def test_the_terms_of_what_comes_next(name, taken, status):
    assert next_words(play_of(shipped(name), *taken)).status == status


def test_every_reason_has_a_law_and_words_for_both_sides():
    wordings = wordings_from(document(LAWS, "laws"))

    assert set(wordings.laws) == set(wordings.titles) == set(Law)
    assert set(wordings.reasons) == {(side, reason) for reason in Reason for side in Side}
    assert {reason.law for reason in Reason} == set(Law)


def test_the_lessons_can_be_read_by_a_frightened_person():
    wordings = wordings_from(document(LAWS, "laws"))
    for side in Side:
        assert grade(" ".join(wordings.reasons[side, reason] for reason in Reason)) <= HARDEST
    assert grade(" ".join(wordings.laws.values())) <= HARDEST


def test_the_faults_of_the_lessons():
    text = (
        LAWS.replace('title = "It takes two"\n', "")
        .replace("[reasons.grace]", "[reasons.mercy]")
        .replace("[laws.as-read-back]\ntitle", "[laws.as-read-back]\nheading")
    )
    with pytest.raises(BadInput) as refusal:
        wordings_from(document(text, "laws"))

    assert sorted(fault.message for fault in refusal.value.faults) == [
        "laws.as-read-back.heading: there is no such key of a law",
        "laws.as-read-back.title: it is missing",
        "laws.takes-two.title: it is missing",
        "reasons.grace.reporter: it is missing",
        "reasons.grace.source: it is missing",
        "reasons.mercy: there is no such reason",
    ]
