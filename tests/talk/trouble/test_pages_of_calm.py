"""The pages for when it goes wrong: all of them there, whole, calm, and easy to read."""

from __future__ import annotations

import tomllib

import pytest

from grades import HARDEST, grade
from groundrules.errors import BadInput
from groundrules.readers.wordings import WordingShelf
from groundrules.tables.table import Document
from groundrules.talk.trouble.page import Course, Frame, Reader, Trouble
from groundrules.talk.trouble.page_document import frame_from, trouble_from

KINDS = (
    "broken",
    "elsewhere",
    "exception",
    "exposed",
    "leak",
    "misquote",
    "moving-story",
    "overruled",
    "regret",
    "slip",
    "subpoena",
)
SHELF = WordingShelf()
PAGES = [trouble_from(SHELF.load("trouble", kind)) for kind in SHELF.names("trouble")]
FRAME = frame_from(SHELF.load("incidents", "page"))
COURSES = [
    pytest.param(course, id=f"{page.name}-{reader}")
    for page in PAGES
    for reader, course in page.courses.items()
]
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def page_of(kind: str) -> Trouble:
    return next(page for page in PAGES if page.name == kind)


def told(page: Trouble) -> str:
    """Return all that a page says to everybody, what the law says included."""
    facts = (fact.says for fact in page.law)
    return " ".join((*page.holds, *page.proves, *page.unproved, *facts))


def advised(course: Course) -> str:
    """Return all that a page says to one reader."""
    warnings = (f"{one.what} {one.why}" for one in course.never)
    ways = (f"{one.title}. {one.does} {one.cost}" for one in course.ways)
    return " ".join(
        (course.calm, *course.first_hour, *course.first_day, *warnings, *ways, course.lawyer),
    )


def source_of(kind: str) -> str:
    page = page_of(kind)
    return f"{told(page)} {advised(page.courses[Reader.SOURCE])}"


def test_every_kind_of_trouble_has_a_page() -> None:
    assert list(KINDS) == [page.name for page in PAGES]


@EVERY_PAGE
def test_what_a_page_says_to_everybody_is_easy_to_read(page: Trouble) -> None:
    assert len(told(page).split()) >= 60
    assert grade(told(page)) <= HARDEST


@pytest.mark.parametrize("course", COURSES)
def test_what_a_page_advises_is_easy_to_read(course: Course) -> None:
    assert len(advised(course).split()) >= 60
    assert grade(advised(course)) <= HARDEST


def test_the_frame_is_easy_to_read() -> None:
    headings = [text for text in FRAME[1:] if isinstance(text, str)]

    assert grade(". ".join(headings)) <= HARDEST


@pytest.mark.parametrize("course", COURSES)
def test_a_page_begins_with_a_line_of_calm(course: Course) -> None:
    assert 10 <= len(course.calm.split()) <= 50
    assert course.title


@EVERY_PAGE
def test_each_reader_has_a_page_of_their_own(page: Trouble) -> None:
    source, reporter = page.courses[Reader.SOURCE], page.courses[Reader.REPORTER]

    assert page.title == source.title
    assert {source.title, source.calm}.isdisjoint({reporter.title, reporter.calm})


@pytest.mark.parametrize("course", COURSES)
def test_the_first_hour_is_short_enough_to_be_done_in_it(course: Course) -> None:
    assert 2 <= len(course.first_hour) <= 4
    assert 3 <= len(course.first_day) <= 5


@pytest.mark.parametrize("course", COURSES)
def test_there_is_more_than_one_way_out_and_each_has_its_cost(course: Course) -> None:
    assert len(course.ways) >= 2
    assert all(way.does and way.cost for way in course.ways)
    assert len({way.title for way in course.ways}) == len(course.ways)


@EVERY_PAGE
def test_a_fact_of_law_says_where_it_is_written(page: Trouble) -> None:
    assert [fact for fact in page.law if not {*"0123456789,"} & set(fact.source)] == []


# The practices of the first text that are about trouble, each where it is answered.
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("broken", "Call the reporter. Say what was agreed"),  # 1.30
        ("exception", "accepted before you spoke"),  # 1.31
        ("leak", "Only those who agreed are bound"),  # 1.32
        ("subpoena", "No policy can promise that a court will never compel"),  # 1.33
        ("regret", "felt like a friendly chat and the reporter was at work"),  # 1.34
        ("moving-story", "can no longer be told apart"),  # 1.35
        ("misquote", "Never claim a misquote that was none."),  # 1.36
        ("misquote", "Proof replaces denial"),  # 1.36
        ("elsewhere", "did you have this from elsewhere?"),  # 1.43
        ("broken", "it is wrong to say that such an agreement never binds"),  # 1.49
        ("broken", "Criticize it in public."),  # 1.50
        ("broken", "End the access."),  # 1.50
        ("regret", "Ask for what you need and no more"),  # 1.51
        ("regret", "This tool will not help you with one"),  # 1.51
        ("regret", "You cannot take words off the record after they are said"),  # 1.52
        ("regret", "Without any terms, you may be quoted, and by name"),  # 1.53
        ("elsewhere", "A tip can become a story without you in it"),  # 3.16
        ("exception", "Public interest is the strongest card a reporter has"),  # 3.27
        ("exposed", "Information alone can point to you"),  # 3.40
        ("exposed", "tiny dots that name the printer"),  # 3.47
        ("exposed", "shows your papers to others to check them"),  # 3.48
        ("exposed", "Do not write to the reporter from work"),  # 3.49
    ],
)
def test_a_practice_is_answered_on_its_page(kind: str, words: str) -> None:
    assert words in f"{page_of(kind).about} {source_of(kind)}"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("subpoena", "Reporters have gone to jail to keep a promise"),  # 3.45
        ("slip", "Bungling this has cost reporters their jobs"),  # 3.46
        ("elsewhere", "Tell your first source before it runs"),  # 1.43
        ("exposed", "Do not send a picture of a document to an official"),  # 3.48
    ],
)
def test_a_practice_is_answered_for_the_reporter(kind: str, words: str) -> None:
    assert words in advised(page_of(kind).courses[Reader.REPORTER])


@pytest.mark.parametrize("kind", ["overruled", "broken"])
def test_a_promise_can_bind_the_outlet_and_the_page_says_where_that_was_held(kind: str) -> None:
    assert [fact.source for fact in page_of(kind).law if "501 U.S. 663 (1991)" in fact.source]


WHOLE = """\
title = "It went wrong"
about = "Something went wrong."
calm = "Take a breath."
holds = ["One."]
proves = ["Two."]
cannot-prove = ["Three."]

[source]
first-hour = ["Four."]
first-day = ["Five."]
lawyer = "Six."
[source.never.rush]
what = "Do not rush."
why = "It hurts."
[source.options.wait]
title = "Wait"
does = "Much."
cost = "Time."

[reporter]
first-hour = ["Four."]
first-day = ["Five."]
lawyer = "Six."
[reporter.never.rush]
what = "Do not rush."
why = "It hurts."
[reporter.options.wait]
title = "Wait"
does = "Much."
cost = "Time."
"""


def document(text: str) -> Document:
    return Document("own.toml", "own", tomllib.loads(text), text)


def faults(text: str) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        trouble_from(document(text))
    return [f"{fault.line}: {fault.message}" for fault in refusal.value.faults]


def test_a_newsroom_can_write_its_own_page_without_law() -> None:
    own = trouble_from(document(WHOLE))

    assert own.law == ()
    assert [(one.title, one.calm) for one in own.courses.values()] == [
        ("It went wrong", "Take a breath.")
    ] * 2


WHY = 'why = "It hurts."\n'
COST = 'cost = "Time."\n'
HOLDS = 'holds = ["One."]'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('calm = "Take a breath."\n', "", ["0: calm: it is missing"]),
        ('proves = ["Two."]', "proves = []", ["5: proves: it is missing"]),
        (
            HOLDS,
            "hold = []",
            ["4: hold: there is no such part of a page", "0: holds: it is missing"],
        ),
        (
            WHY,
            'whi = "It hurts."\n',
            [
                "14: source.never.rush.whi: there is no such part of a warning",
                "12: source.never.rush.why: it is missing",
            ],
        ),
        (COST, "", ["15: source.options.wait.cost: it is missing"]),
        (
            'first-hour = ["Four."]',
            'first-hour = "Four."',
            ["9: source.first-hour: it must be a list of texts"],
        ),
    ],
)
def test_the_faults_of_a_page_are_named_with_their_lines(
    old: str, new: str, expected: list[str]
) -> None:
    assert old in WHOLE

    assert faults(WHOLE.replace(old, new, 1)) == expected


def test_a_page_for_one_reader_alone_is_refused() -> None:
    text = WHOLE.partition("[reporter]")[0]

    assert faults(text) == ["0: reporter: it is missing"]


def test_a_page_without_warnings_and_ways_is_refused() -> None:
    text = WHOLE.partition("[reporter.never")[0]

    assert faults(text) == [
        "20: reporter.never: it is missing",
        "20: reporter.options: it is missing",
    ]


def test_facts_of_law_must_say_where_they_are_written() -> None:
    assert faults(f'{WHOLE}\n[law.some]\nsays = "It binds."\n') == [
        "32: law.some.source: it is missing"
    ]


def test_a_frame_without_a_heading_is_refused() -> None:
    with pytest.raises(BadInput) as refusal:
        frame_from(Document("page.toml", "page", {"readers": {"source": "s", "reporter": "r"}}))

    assert [fault.message for fault in refusal.value.faults] == [
        f"{field.replace('_', '-')}: it is missing" for field in Frame._fields[1:]
    ]
