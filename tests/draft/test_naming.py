from __future__ import annotations

import pytest
from drafted import cut, draft_of
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span
from groundrules.draft.naming import NameForm, find_name

FULL, INVERTED, INITIAL = NameForm.FULL, NameForm.INVERTED, NameForm.INITIAL
TITLED, VARIANT, SURNAME = NameForm.TITLED, NameForm.VARIANT, NameForm.SURNAME
UNCAPITALISED, PART = NameForm.UNCAPITALISED, NameForm.PART

WHITFIELD = [
    ("Dana Whitfield left.", [("Dana Whitfield", FULL)]),
    ("Dana R. Whitfield's boat", [("Dana R. Whitfield", FULL)]),
    ("Dana Rae Whitfield", [("Dana Rae Whitfield", FULL)]),
    ("Dana “Dee” Whitfield", [("Dana “Dee” Whitfield", FULL)]),
    ("DANA WHITFIELD QUITS", [("DANA WHITFIELD", FULL)]),
    ("Dana\nWhitfield", [("Dana\nWhitfield", FULL)]),
    ("Dana\r\nWhitfield", [("Dana\r\nWhitfield", FULL)]),
    ("Dana\u00a0Whit\u200bfield", [("Dana\u00a0Whit\u200bfield", FULL)]),
    ("Dána Whitfïeld", [("Dána Whitfïeld", FULL)]),
    (
        "D. Whitfield and D.R. Whitfield and D. R. Whitfield",
        [("D. Whitfield", INITIAL), ("D.R. Whitfield", INITIAL), ("D. R. Whitfield", INITIAL)],
    ),
    ("Whitfield, Dana; Whitfield, D.", [("Whitfield, Dana", INVERTED), ("Whitfield, D", INVERTED)]),
    (
        "Ms. Whitfield, Mayor Whitfield, Dr Whitfield",
        [("Ms. Whitfield", TITLED), ("Mayor Whitfield", TITLED), ("Dr Whitfield", TITLED)],
    ),
    (
        "Whitfield said. On Tuesday Whitfield left. Asked Whitfield: why?",
        [("Whitfield", SURNAME)] * 3,
    ),
    ("Whitfield’s boat", [("Whitfield", SURNAME)]),
    ("WHITFIELD QUITS", [("WHITFIELD", SURNAME)]),
    ("Defiant Whitfield Quits Harbor Board", [("Whitfield", SURNAME)]),
    ("dana whitfield", [("dana whitfield", UNCAPITALISED)]),
    ("dana.whitfield@harbor.example", [("dana.whitfield", UNCAPITALISED)]),
    ("@DanaWhitfield", [("DanaWhitfield", VARIANT)]),
    ("Dan Whitfield", [("Dan Whitfield", VARIANT)]),
    ("He sat beside Dana. Whitfield stood.", [("Whitfield", SURNAME)]),
    ("Dana\n\nWhitfield stood.", [("Whitfield", SURNAME)]),
    ("Emily Whitfield said no.", []),
    ("E. Whitfield said no.", []),
    ("Ben Whitfield said no, and Emily de La Whitfield.", []),
    ("the Whitfield-Jones pier", []),
    ("They met at Whitfield Bay.", []),
    ("whitfield", []),
    ("Whitfields", []),
    ("Dana said no.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), WHITFIELD)
def test_a_person_is_found_in_every_form(text: str, expected: list[tuple[str, NameForm]]) -> None:
    draft = draft_of(text)

    assert expected == [
        (cut(draft, one.span), one.form) for one in find_name(draft, "Dana Whitfield")
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "Will Young",
            "Young people voted. Ms. Young won. How will young men vote?",
            ["Young", "Ms. Young"],
        ),
        ("José Nuñez", "Jose Nunez met José Nuñez.", ["Jose Nunez", "José Nuñez"]),
        (
            "Hans van der Berg",
            "Hans van der Berg; Mr. Van der Berg; van der Berg; Berg",
            ["Hans van der Berg", "Mr. Van der Berg", "van der Berg", "Berg"],
        ),
        ("Pat O'Neill", "Pat O’Neill; O'Neill", ["Pat O’Neill", "O'Neill"]),
        (
            "Ana Smith-Jones",
            "Smith-Jones left; Smith stayed; Ana Smith-Jones",
            ["Smith-Jones", "Smith", "Ana Smith-Jones"],
        ),
        (
            "Mary Ann Cole",
            "Mary Ann Cole; Mary Cole; Ann Cole; Cole",
            ["Mary Ann Cole", "Mary Cole", "Ann Cole", "Cole"],
        ),
        ("Zephyrine", "Zephyrine sang; zephyrine is a rose", ["Zephyrine"]),
        ("Dr. Dana Whitfield Jr.", "Dana Whitfield", ["Dana Whitfield"]),
        ("Dana Whitfield, PhD", "Dana Whitfield", ["Dana Whitfield"]),
        ("Whitfield, Dana", "Dana Whitfield", ["Dana Whitfield"]),
        ("Ben Whitfield", "So Ben Whitfield said.", ["Ben Whitfield"]),
        ("Dan Whitfield", "Whitfield, Dan Whitfield", ["Whitfield", "Dan Whitfield"]),
        ("張偉", "昨日張偉は話した", ["張偉"]),
        ("דנה לוי", "אמרה דנה לוי אתמול", ["דנה לוי"]),
        ("", "Dana Whitfield", []),
        ("...", "Dana Whitfield ...", []),
    ],
)
def test_names_of_every_kind_are_found(name: str, text: str, expected: list[str]) -> None:
    draft = draft_of(text)

    assert expected == [cut(draft, one.span) for one in find_name(draft, name)]


PARTS = [
    (
        "Ludwig van Beethoven",
        (
            "Beethoven rose, and Mr. van Beethoven sat. Then Mr. Beethoven left with Emily van "
            "Beethoven and Ludwig Beethoven, whose handle is @ludwigbeethoven or ludwig.beethoven."
        ),
        [
            ("Beethoven", SURNAME),
            ("Mr. van Beethoven", TITLED),
            ("Mr. Beethoven", TITLED),
            ("Ludwig Beethoven", VARIANT),
            ("ludwigbeethoven", VARIANT),
            ("ludwig.beethoven", UNCAPITALISED),
        ],
    ),
    (
        "Pedro Sánchez Castejón",
        (
            "Pedro Sánchez spoke. So did Mr. Sánchez, and then Sanchez alone, but not Maria "
            "Sánchez or Sánchez Vega. Later Sánchez Castejón left."
        ),
        [
            ("Pedro Sánchez", VARIANT),
            ("Mr. Sánchez", TITLED),
            ("Sanchez", PART),
            ("Sánchez Castejón", VARIANT),
        ],
    ),
    (
        "María José García Íñiguez",
        (
            "María José García spoke, as did Ms. García and García Íñiguez and María García, "
            "but not García Vega."
        ),
        [
            ("María José García", VARIANT),
            ("Ms. García", TITLED),
            ("García Íñiguez", VARIANT),
            ("María García", VARIANT),
        ],
    ),
    (
        "Jürgen Müller",
        "Juergen Mueller spoke, and Mr. Mueller, Jurgen Muller, Juergen Muller, @juergenmueller.",
        [
            ("Juergen Mueller", FULL),
            ("Mr. Mueller", TITLED),
            ("Jurgen Muller", FULL),
            ("Juergen Muller", FULL),
            ("juergenmueller", VARIANT),
        ],
    ),
    ("Juergen Mueller", "So Jürgen Müller said.", [("Jürgen Müller", FULL)]),
    (
        "François-Xavier de La Rochefoucauld-Müller",
        (
            "First Mr. de La Rochefoucauld spoke, then Rochefoucauld-Müller. So François-Xavier "
            "de La Rochefoucauld and François-Xavier de La Rochefoucauld-Mueller said."
        ),
        [
            ("Mr. de La Rochefoucauld", TITLED),
            ("Rochefoucauld-Müller", SURNAME),
            ("François-Xavier de La Rochefoucauld", VARIANT),
            ("François-Xavier de La Rochefoucauld-Mueller", FULL),
        ],
    ),
    (
        "Dónal O'Shaughnessy-Byrne",
        "Then Byrne rose, and Mr. O’Shaughnessy, and Byrne-Nolan.",
        [("Byrne", SURNAME), ("Mr. O’Shaughnessy", TITLED)],
    ),
    (
        "Søren Kjærgaard-Bøgh",
        "Mr. Kjærgaard rose, so did Kjærgaard and Bøgh. Then Boegh sat.",
        [("Mr. Kjærgaard", TITLED), ("Kjærgaard", SURNAME), ("Bøgh", SURNAME), ("Boegh", SURNAME)],
    ),
    (
        "Ana Rose-Nolan",
        "Rose prices rose. Mrs. Rose left.",
        [("Rose", PART), ("Mrs. Rose", TITLED)],
    ),
    ("Dana R. Whitfield", "R left, and R. stayed.", []),
    ("Ian St. John", "Then John left. St. John stayed.", [("St. John", SURNAME)]),
    ("Rose-Nolan", "So Rose said. Then Rose-Nolan left.", [("Rose-Nolan", FULL)]),
]


@pytest.mark.parametrize(("name", "text", "expected"), PARTS)
def test_a_part_of_a_surname_stands_for_it(
    name: str, text: str, expected: list[tuple[str, NameForm]]
) -> None:
    draft = draft_of(text)

    assert expected == [(cut(draft, one.span), one.form) for one in find_name(draft, name)]


def test_marks_of_emphasis_do_not_hide_a_name() -> None:
    text = "**Dana** _Whit_field"
    draft = Draft("-", text, (Span(2, 6), Span(8, 9), Span(10, 14), Span(15, 20)))

    assert [Span(2, 20)] == [one.span for one in find_name(draft, "Dana Whitfield")]


NAMES = st.text(st.sampled_from("Dana Whitfield, Jr.-'’\u200bé張 D.\n\"_@"), max_size=30)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_what_is_found_is_in_order_and_apart(text: str, name: str) -> None:
    draft = draft_of(text)
    edges = [edge for one in find_name(draft, name) for edge in one.span]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


@settings(deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_a_full_name_is_found_wherever_it_stands(before: str, behind: str) -> None:
    draft = draft_of(f"{before}\n\nDana Whitfield\n\n{behind}")

    assert "Dana Whitfield" in {cut(draft, one.span) for one in find_name(draft, "Dana Whitfield")}
