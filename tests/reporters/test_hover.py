"""What an editor shows over a passage: the promise in plain rights, and no word of the record."""

from __future__ import annotations

import pytest

from groundrules.reporters.hover import as_markdown, as_text
from harbor_case import OPEN_WORDS, SECRET, the_report

WORDS = (SECRET[:-1], OPEN_WORDS[:-1], "Whitfield", "Ana Ruiz", "briefed", "Larchmere")


@pytest.mark.parametrize("shown", [as_markdown, as_text])
def test_no_word_of_the_record_joins_it_unless_it_is_revealed(shown):
    covered, revealed = (shown(the_report(revealed=reveal)) for reveal in (False, True))

    assert [] == [word for word in WORDS if word in covered]
    assert "Dana Whitfield" in revealed
    assert SECRET[:-1] in revealed


def test_it_says_terms_where_they_come_from_and_what_mends():
    first = as_text(the_report()).partition("\n\n")[0].splitlines()

    assert "error GR101 withheld-statement (high confidence)" == first[0]
    assert ["terms", "agreed", "remedy", "see"] == [
        line.strip().partition(":")[0] for line in first[2:]
    ]
    assert "  terms: off the record (ap): not to be published" == first[2].partition(";")[0]


def test_each_finding_has_its_part_and_marks_are_no_marks():
    shown = as_markdown(the_report())

    assert len(the_report().examinations[0].findings) == shown.count("\n\n---\n\n") + 1
    assert "\\(ap\\)" in shown
