"""What is found in an index on disk: exactly which words, of which statement, and how close."""

from __future__ import annotations

import random
import re

import pytest
from index.ledgers import (
    ANOTHER,
    SECRET,
    Records,
    Turn,
    everyday,
    found,
    passage,
    sealed,
    talk_of,
)

from edit_cases import EDITS, SAID, Edit
from groundrules.draft.quotation import find_quotations
from groundrules.evidence.case import Reuse
from groundrules.matching import find_matches
from groundrules.matching.find_indexed import find_in_index, find_sealed
from groundrules.matching.index import loops
from groundrules.matching.index.forest import weights
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.matching.index.loops import arrays, compiled
from invented_talk import draft, news

HARBOR = talk_of(
    "harbor", [turn for text in SAID for turn in (Turn("R1", "Mm-hm."), Turn("S1", text))]
)
PIER = talk_of(
    "pier",
    [
        Turn("S1", "Well, so the night inspector told us that the cracks"),
        Turn("R1", "Mm-hm."),
        Turn("S1", "went right through the lower pilings, and nobody wrote it down."),
        Turn("S2", "Nobody paid the divers."),
    ],
)
SMALL = [*everyday(3000), HARBOR, PIER]
LARGE = [*everyday(12_000), HARBOR, PIER]
"""So many statements that the likelihood decides, and no longer the bar alone."""

LONG = 8
"""Words. A run as long as this is found however the likelihood was fitted."""


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    with IndexedLedger.build(tmp_path_factory.mktemp("small") / "index", SMALL, SECRET) as ledger:
        yield ledger


@pytest.fixture(scope="session")
def large(tmp_path_factory):
    with IndexedLedger.build(tmp_path_factory.mktemp("large") / "index", LARGE, SECRET) as ledger:
        yield ledger


@pytest.fixture
def records():
    return Records(SMALL)


@pytest.fixture
def many_records():
    return Records(LARGE)


def told(text, matches, records):
    """Return each passage, what of which statement it is, and how close."""
    return [
        (
            passage(text, one),
            one.statement,
            records.statements[one.statement].text[slice(*one.words)],
            one.reuse,
        )
        for one in matches
    ]


def expected_of(edit: Edit):
    text = edit.draft.replace("⟦", "").replace("⟧", "")
    passages = re.findall("⟦(.*?)⟧", edit.draft, re.DOTALL)
    return text, [(one, said, edit.reuse) for one, said in zip(passages, edit.said, strict=True)]


@pytest.mark.parametrize("edit", EDITS, ids=[edit.kind for edit in EDITS])
def test_an_edit_in_a_small_ledger(small, records, edit):
    text, expected = expected_of(edit)

    matches = found(text, small, records)

    assert expected == [
        (one, said, reuse) for one, _, said, reuse in told(text, matches.matches, records)
    ]
    assert 0 == matches.capped


@pytest.mark.parametrize("edit", EDITS, ids=[edit.kind for edit in EDITS])
def test_an_edit_in_a_large_ledger(large, many_records, edit):
    text, expected = expected_of(edit)

    matches = found(text, large, many_records)

    passages = [
        (one, said, reuse) for one, _, said, reuse in told(text, matches.matches, many_records)
    ]
    is_long = any(len(said.split()) >= LONG for said in edit.said)
    assert passages in ([expected] if is_long and edit.reuse is Reuse.VERBATIM else [expected, []])
    assert 0 == matches.capped


def test_a_quotation_across_two_statements_with_another_between(small, records):
    text = "“The night inspector told us that the cracks went right through the lower pilings.”"

    matches = found(text, small, records).matches

    halves = [
        ("The night inspector told us that the cracks", "pier#1"),
        ("went right through the lower pilings", "pier#3"),
    ]
    assert [
        (half, name, half[0].lower() + half[1:], Reuse.VERBATIM) for half, name in halves
    ] == told(text, matches, records)


SUBSTITUTED = (
    "The engineers cautioned us three times, and three times we glanced the other way",
    "harbor#10",
    "the engineers warned us three times, and three times we looked the other way",
    Reuse.EDITED,
)


def test_words_put_in_the_place_of_others(small, large, records, many_records):
    text = f"{SUBSTITUTED[0]}."

    assert [SUBSTITUTED] == told(text, found(text, small, records).matches, records)
    assert [SUBSTITUTED] == told(text, found(text, large, many_records).matches, many_records)


RESTATED = (
    "Ferry company money has paid the auditor since 2019; trusted",
    "harbor#8",
    "The auditor can’t be trusted — he’s been paid by the ferry company since 2019",
    Reuse.RESTATED,
)


def test_what_is_told_otherwise_is_a_hint(large, many_records):
    text = f"{RESTATED[0]} he cannot be."

    matches = found(text, large, many_records)

    assert [RESTATED] == told(text, matches.restated, many_records)
    assert () == matches.matches


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_draft_about_other_things_has_nothing(small, large, records, many_records, seed):
    text = news(1500, seed)

    for ledger, opened in ((small, records), (large, many_records)):
        matches = found(text, ledger, opened)
        assert ((), 0, ()) == (matches.matches, matches.capped, matches.restated)
        assert len(opened.asked[0]) <= 60


@pytest.mark.parametrize("text", ["", "Hello world.", "\u201c\u201d", "the of and to"])
@pytest.mark.parametrize("ledger", ["small", "large"])
def test_a_draft_that_shares_nothing_has_nothing(request, ledger, text):
    asked = draft(text)
    index = request.getfixturevalue(ledger)
    quotations = find_quotations(asked)

    assert ((), 0, ()) == find_in_index(asked, quotations, index, dict.fromkeys)
    assert () == find_sealed(asked, quotations, index)


def quotes(records, seed, count):
    """Return some statements of the everyday talks, no two of one talk."""
    chance = random.Random(seed)  # noqa: S311 - any statements will do
    talks = sorted({one.conversation for one in records.statements.values()} - {"harbor", "pier"})
    return [
        records.statements[f"{name}#{chance.choice([1, 3, 4, 6, 7, 9])}"]
        for name in chance.sample(talks, count)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_every_statement_is_found_that_is_quoted_among_other_things(large, many_records, seed):
    said = quotes(many_records, seed, 12)
    paragraphs = news(1200, seed).split("\n\n")
    for number, one in enumerate(said):
        paragraphs.insert(2 * number, f"“{one.text}” one said.")
    text = "\n\n".join(paragraphs)

    matches = found(text, large, many_records)

    assert {(one.text.rstrip("."), one.id) for one in said} <= {
        (passage(text, one), one.statement)
        for one in matches.matches
        if one.reuse is Reuse.VERBATIM
    }
    assert [*map(len, many_records.asked)] < [120]
    assert 0 == matches.capped


def test_records_are_asked_for_once_and_for_each_statement_once(small, records):
    text = " ".join([*SAID, news(300), *SAID])

    found(text, small, records)

    assert 1 == len(records.asked)
    assert len(records.asked[0]) == len(set(records.asked[0]))
    assert set(HARBOR.ids[1::2]) <= set(records.asked[0])
    assert len(records.asked[0]) <= 20


def test_the_same_is_found_again(small, records):
    text = " ".join([*SAID, news(300, 2)])

    assert found(text, small, records) == found(text, small, records)


def test_a_statement_that_is_missing_is_counted(small, records):
    text = f"{SAID[1]}\n\n{SAID[4]}"
    before = found(text, small, records)
    del records.statements["harbor#4"]

    matches = found(text, small, records)

    assert 0 == before.capped
    assert 1 == matches.capped
    assert ["harbor#10"] == [one.statement for one in matches.matches]


def test_two_who_said_the_same_are_both_found(tmp_path):
    talks = [HARBOR, talk_of("jetty", [Turn("S9", SAID[1])])]
    with IndexedLedger.build(tmp_path / "index", talks, SECRET) as ledger:
        matches = found(f"“{SAID[1]}”", ledger, talks).matches

    assert ["harbor#4", "jetty#1"] == [one.statement for one in matches]
    assert matches[0].span == matches[1].span


@pytest.mark.parametrize("ledger", ["small", "large"])
def test_what_is_sealed_names_the_statement_and_whom_to_ask(request, ledger):
    text = f"In spring nothing was known. “{SAID[1]}” one said."

    (match,) = sealed(text, request.getfixturevalue(ledger))

    assert (SAID[1][:-1], "harbor#4", HARBOR.contact) == (
        passage(text, match),
        match.statement,
        match.contact,
    )
    assert 0.9 < match.confidence <= 1


@pytest.mark.parametrize("seed", range(3))
def test_what_is_sealed_is_found_among_other_things(large, many_records, seed):
    said = quotes(many_records, seed, 12)
    text = "\n\n".join([news(600, seed), *(f"“{one.text}” one said." for one in said)])

    matches = sealed(text, large)

    assert {one.id for one in said} <= {one.statement for one in matches}
    assert sorted(matches, key=lambda one: (one.span, one.statement)) == list(matches)
    assert all(0.5 <= one.confidence <= 1 for one in matches)


@pytest.mark.parametrize("seed", range(1, 9))
def test_nothing_is_sealed_of_a_draft_about_other_things(large, seed):
    assert () == sealed(news(1500, seed), large)


def printed_before(folder, ledger, records):
    """Return what is found of a fragment and a quotation; and once the fragment was printed."""
    fragment = "nobody on the board asked why"
    text = f"In spring {fragment}, records suggest.\n\n“{SAID[4]}” one said."
    printed = talk_of("story", [Turn("", f"Here it was told that {fragment}. So one said.")])
    alone = found(text, ledger, records)
    with IndexedLedger.build(folder, [printed], ANOTHER) as archive:
        beside = found(text, ledger, records, archive)

    assert {"harbor#4", "harbor#10"} == {one.statement for one in alone.matches}
    return alone, beside


def test_what_the_archive_has_counts_for_less(tmp_path, large, many_records):
    alone, beside = printed_before(tmp_path / "archive", large, many_records)

    surer = {one.statement: one.confidence for one in alone.matches}
    less = {one.statement: one.confidence for one in beside.matches}
    assert less.get("harbor#4", 0) < surer["harbor#4"]
    assert surer["harbor#10"] == less["harbor#10"]


def test_what_the_archive_has_counts_for_less_in_a_small_ledger_too(tmp_path, small, records):
    alone, beside = printed_before(tmp_path / "archive", small, records)

    assert [one for one in alone.matches if one.statement == "harbor#10"] == list(beside.matches)


def test_an_archive_of_other_things_changes_nothing(tmp_path, large, many_records):
    text = " ".join(SAID)
    printed = talk_of("story", [Turn("", "Nothing of the kind was ever printed here.")])
    with IndexedLedger.build(tmp_path / "archive", [printed], ANOTHER) as archive:
        beside = found(text, large, many_records, archive)

    assert found(text, large, many_records) == beside


@pytest.mark.parametrize("edit", EDITS[::3], ids=[edit.kind for edit in EDITS[::3]])
def test_a_small_ledger_finds_what_a_scan_finds(small, records, edit):
    text, _ = expected_of(edit)
    story = draft(text)
    scan = find_matches(story, find_quotations(story), list(records.statements.values()))

    matches = found(text, small, records)

    assert told(text, scan.matches, records) == told(text, matches.matches, records)


SAME_WORDS = "we have to do it the right way"
PLAIN_WORDS = talk_of("plain", [Turn("S1", f"Well, {SAME_WORDS}, you know.")])
COMMON = [*everyday(12_000), PLAIN_WORDS]
IN_PASSING = (
    f"Nobody at the yard who heard it would say in the end whether {SAME_WORDS} or leave the "
    "pilings as they are until the spring."
)


@pytest.fixture(scope="session")
def common(tmp_path_factory):
    folder = tmp_path_factory.mktemp("common") / "index"
    with IndexedLedger.build(folder, COMMON, SECRET) as ledger:
        yield ledger, Records(COMMON)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (f"“{SAME_WORDS},” she said on Tuesday.", True),
        (f"{SAME_WORDS.capitalize()}.", True),
        (f"{SAME_WORDS.capitalize()} now, she said.", True),
        ("“We have to do it the right,” she said.", False),
        (IN_PASSING, False),
    ],
    ids=["a quotation", "a sentence", "most of a sentence", "seven words", "in passing"],
)
def test_common_words_are_somebodys_where_they_are_the_whole(common, monkeypatch, text, is_found):
    trees = weights()
    nothing = trees._replace(forest=trees.forest._replace(base=-100.0))
    monkeypatch.setattr("groundrules.matching.index.on_disk.weights", lambda: nothing)
    ledger, records = common

    matches = found(text, ledger, records).matches

    assert is_found == ("plain#1" in {one.statement for one in matches})


def test_compiled_or_not_the_same_is_found(large, many_records, monkeypatch):
    texts = [*(expected_of(edit)[0] for edit in EDITS), news(1_500)]

    def all_found(form):
        monkeypatch.setattr(loops, "_chosen", [form])
        return [(found(text, large, many_records), sealed(text, large)) for text in texts]

    told = all_found(arrays)

    assert told == all_found(compiled)
    assert len(EDITS) / 2 < sum(bool(one.matches) for one, _ in told)
