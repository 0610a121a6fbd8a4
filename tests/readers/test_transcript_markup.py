from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.readers.transcript.markup import decoded, plain


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        (r"\[senior administration official\]", "[senior administration official]"),
        (r"push \*6.", "push *6."),
        (r"\`    Combatting", "` Combatting"),
        (r"\###", "###"),
        (r"C:\Users", r"C:\Users"),
        ("<s>June</s> [July] 2nd", "~~June~~ [July] 2nd"),
        ("President<s>’s</s> Biden’s", "President~~’s~~ Biden’s"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ('<span class="x">one</span> <em>two</em>', "one two"),
        ("if x < 5 and y > 3", "if x < 5 and y > 3"),
        ("*really* **sure**, ***yes***", "really sure, yes"),
        ("_really_ __sure__", "really sure"),
        ("snake_case_word and 2*3*4", "snake_case_word and 2*3*4"),
        ("a * b * c", "a * b * c"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("Q&amp;A&nbsp;now &lt;here&gt; &#8212; &#x2014;", "Q&A now <here> — —"),
        ("AT&T, Q&A; and &nosuch;", "AT&T, Q&A; and &nosuch;"),
        (r"\&amp;", "&amp;"),
        ("two.\xa0 Three\t\x0bfour", "two. Three four"),
        ("bell\x07 and escape\x1b[31m", "bell and escape [31m"),
        ("", ""),
    ],
)
def test_marks_go_and_words_stay(marked: str, words: str) -> None:
    assert words == plain(marked)


def test_a_reference_that_stands_for_no_character_stays() -> None:
    assert "a &#27; b \ufffd" == decoded("a &#27; b &#xD800;")


@given(st.text(alphabet="ab *_\\~`[]()#.é\xa0\n", max_size=60))
def test_no_letter_is_lost_or_moved(marked: str) -> None:
    assert re.findall("[abé]", marked) == re.findall("[abé]", plain(marked))


@given(st.text(max_size=80))
def test_any_text_gives_lines_without_blanks_around_them(marked: str) -> None:
    lines = plain(marked).split("\n")

    assert lines == [" ".join(line.split()) for line in lines]
