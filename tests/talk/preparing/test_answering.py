"""Which answers fit, and what a file of answers may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.talk.preparing.answering import LONGEST, MOST_TEXTS, answers_from, entries, misfit
from groundrules.talk.preparing.flow import Step
from groundrules.talk.preparing.questions import Kind, Question
from interviewed import INTERVIEW, interviews

CHOICES = {"map": "A map.", "list": "A list."}


def faults(raw: dict[str, object]) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        answers_from(INTERVIEW, raw, "p.json", len)
    return [str(fault) for fault in refusal.value.faults]


@pytest.mark.parametrize(
    ("kind", "fitting", "unfit"),
    [
        (Kind.YES_NO, [True, False], [1, "yes", None]),
        (Kind.NUMBER, [0, 1_000_000_000], [-1, 1_000_000_001, 1.0, True, "3"]),
        (Kind.TEXT, ["", "a b", "x" * LONGEST], ["a\nb", "a  b", " a", "x" * (LONGEST + 1), 3]),
        (Kind.TEXTS, [(), ("a", "b")], [("",), ("a", "a"), "a", ("a", 3), ("x",) * 41]),
        (Kind.ONE_OF, ["map"], ["", "A map.", ("map",), {}, []]),
        (Kind.SEVERAL_OF, [(), ("list", "map")], [("map", "map"), ("tape",), "map", ([],)]),
    ],
)
def test_what_fits(kind: Kind, fitting: list[object], unfit: list[object]) -> None:
    question = Question("q", kind, "Q?", choices=CHOICES)

    assert [misfit(question, answer) for answer in fitting] == [""] * len(fitting)
    assert all(misfit(question, answer) for answer in unfit)


def test_a_list_has_a_bound() -> None:
    question = Question("q", Kind.TEXTS, "Q?")
    texts = tuple(map(str, range(MOST_TEXTS + 1)))

    assert misfit(question, texts[1:]) == ""
    assert misfit(question, texts) == (
        "it must be a list of up to 40 different lines, each of up to 300 characters"
    )


@given(interviews())
def test_what_is_kept_is_read_back(answers) -> None:
    kept = entries(INTERVIEW, answers)

    assert answers_from(INTERVIEW, kept, "p.json", lambda _: 0) == answers


def test_answers_about_each_text_of_a_list_are_kept_by_the_text() -> None:
    answers = {Step("points"): ("a", "b"), Step("printed", "a"): "never"}

    assert entries(INTERVIEW, answers) == {"points": ["a", "b"], "printed": {"a": "never"}}


def test_every_fault_is_named_at_once_and_no_word_of_an_answer_is() -> None:
    found = faults(
        {
            "outlett": "The Secret Post",
            "knowers": "Secretly many",
            "trust": "secret",
            "points": ["a secret"],
            "printed": {"a secret": "secret"},
            "fits": 3,
            "matter": {"": "a secret"},
        }
    )

    assert found == [
        (
            "p.json:7: answer 1 is to no question that there is (did you mean outlet? write one "
            f"of: {', '.join(question.name for question in INTERVIEW.questions)})"
        ),
        (
            "p.json:7: knowers: it must be a whole number from 0 to 1,000,000,000 "
            "(take the answer out, and answer the question anew)"
        ),
        (
            "p.json:5: trust: there is no such choice (take the answer out, and answer the "
            "question anew; its choices are first-contact, a-little, trusted, distrusted)"
        ),
        (
            "p.json:7: printed: there is no such choice (take the answer out, and answer the "
            "question anew; its choices are as-advised, named, described, unattributed, "
            "unprinted, never)"
        ),
        (
            "p.json:4: fits: it must have one answer for each of the descriptions "
            "(take the answer out, and answer the question anew)"
        ),
        (
            "p.json:6: matter: it must be one line of up to 300 characters "
            "(take the answer out, and answer the question anew)"
        ),
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=5), below),
    max_leaves=6,
)
NAMES = st.sampled_from([question.name for question in INTERVIEW.questions]) | st.text(max_size=5)


@given(st.dictionaries(NAMES, JSON, max_size=5))
def test_whatever_a_file_holds_is_taken_whole_or_refused_with_its_faults(raw) -> None:
    kept = {name: value for name, value in raw.items() if value != {}}
    faults_found: tuple[object, ...] = ()
    try:
        answers = answers_from(INTERVIEW, raw, "p.json", lambda _: 0)
    except BadInput as refusal:
        faults_found = refusal.faults
        answers = {}

    assert faults_found or entries(INTERVIEW, answers) == kept
