from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.readers.hidden_characters import refuse_hidden_characters


@pytest.mark.parametrize(
    ("text", "line", "column", "point"),
    [
        ("Dana Whit\u200bfield", 1, 10, "U+200B"),
        ("One.\r\nTwo \u202eeerht\u202c.", 2, 5, "U+202E"),
        ("One.\n\nThe pi\u200der.", 3, 7, "U+200D"),
        ("a\ufeffb", 1, 2, "U+FEFF"),
        ("Стан\u2060ція", 1, 5, "U+2060"),
    ],
)
def test_a_character_that_changes_what_readers_see_is_refused(text, line, column, point):
    with pytest.raises(BadInput) as refused:
        refuse_hidden_characters("draft.md", text)

    (fault,) = refused.value.faults
    assert ("draft.md", line, column) == (fault.path, fault.line, fault.column)
    assert point in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "Curly “quotes” and a dash —",
        "soft\u00adhyphen",
        "a space\u200b and a mark",
        "می\u200cخواهم",
        "👩\u200d🚒",
        "אמר השר",
        "e\u0301tude",
    ],
)
def test_what_every_text_may_hold_is_not(text):
    refuse_hidden_characters("draft.md", text)
