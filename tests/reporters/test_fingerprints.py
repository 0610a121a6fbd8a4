"""Fingerprints: the same for the same, different for the rest, and nothing without the key."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span
from groundrules.reporters.fingerprints import SCHEME, fingerprints
from harbor_case import SECRET, TEXT, examined, span_of, the_case, the_findings

if TYPE_CHECKING:
    from groundrules.rules.examination import Examination

KEY = bytes(32)
OTHER = bytes(31) + b"\1"


def examination(text: str = TEXT) -> Examination:
    return examined(the_case(text), the_findings(text))


@given(before=st.text(alphabet="ab \n", max_size=40))
def test_they_stay_while_the_passage_moves(before: str) -> None:
    assert fingerprints(examination(), KEY) == fingerprints(examination(before + TEXT), KEY)


def test_each_finding_has_its_own() -> None:
    first, second = examination().findings
    several = examined(the_case(), (first, second, first, first._replace(code="GR999")))

    found = fingerprints(several, KEY)

    assert len(set(found)) == len(found) == 4


def test_another_key_makes_others() -> None:
    assert not set(fingerprints(examination(), KEY)) & set(fingerprints(examination(), OTHER))


def test_it_is_a_keyed_hash_of_what_the_page_says() -> None:
    what = [SCHEME, "GR101", "harbor#4", SECRET[:-1].casefold(), 0]
    expected = hmac.new(KEY, json.dumps(what).encode(), hashlib.sha256).hexdigest()[:32]

    assert expected == fingerprints(examination(), KEY)[0]


def test_case_and_the_ends_of_lines_do_not_count() -> None:
    text = TEXT.replace("The deal was", "THE DEAL\nwas ")
    draft = Draft("stories/draft.md", text, (Span(0, len(text)),))
    (finding, _) = the_findings()
    wrapped = finding._replace(span=span_of(text, "THE DEAL\nwas  dead by Friday"))
    case = replace(the_case(), draft=draft, matches=())

    assert fingerprints(examination(), KEY)[:1] == fingerprints(examined(case, [wrapped]), KEY)
