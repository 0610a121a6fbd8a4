"""Drafts and ledgers that are made to break the search: nothing is left out without a word."""

from __future__ import annotations

import random
from itertools import product

import pytest
from index.ledgers import SECRET, Records, Turn, everyday, found, passage, sealed, talk_of

from edit_cases import SAID
from groundrules.errors import BadInput
from groundrules.matching.index.indexed import IndexedLedger
from invented_talk import news

LEASE = SAID[1]
HARBOR = talk_of("harbor", [Turn("S1", text) for text in SAID])
TALKS = [*everyday(1500), HARBOR]
STOCK = "The night inspector told us that the cracks went right through the lower pilings."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with IndexedLedger.build(tmp_path_factory.mktemp("hostile") / "index", TALKS, SECRET) as one:
        yield one


@pytest.fixture
def records():
    return Records(TALKS)


def endless(words):
    """Return so many words without the end of a sentence."""
    return " ".join(
        news(words, 3).replace(".", "").replace("“", "").replace("”", "").split()[:words]
    )


def distinct(count):
    """Return so many words, no two of which are the same."""
    letters = product("bcdfghjklmnprstv", "aeiou", "bcdfghjklmnprstv", "aeiou", "lmnrstxz", "aeo")
    return ["".join(word) for word, _ in zip(letters, range(count), strict=False)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "harbor",
        "harbor lease",
        "“”",
        "“" * 400,
        "“”" * 200,
        "[" * 200 + "]" * 200,
        "... ! ? —",
        "um uh " * 300,
        "the of and " * 300,
        "\0 \x01 \x02 \ud800 \udfff",
        "\U0010ffff \u0301 \u200b",
    ],
    ids=range(13),
)
def test_a_draft_of_nothing_has_nothing(ledger, records, text):
    assert ((), 0, ()) == found(text, ledger, records)
    assert () == sealed(text, ledger)


def test_a_draft_of_nothing_but_a_quotation(ledger, records):
    (match,) = found(f"“{LEASE}”", ledger, records).matches

    assert "harbor#2" == match.statement


@pytest.mark.parametrize("words", [100, 300, 20_000])
@pytest.mark.parametrize("place", ["in front", "in the middle", "at the end"])
def test_a_sentence_without_end_hides_nothing(ledger, records, words, place):
    sentence = endless(words).split()
    at = {"in front": 0, "in the middle": words // 2, "at the end": words}[place]
    text = " ".join([*sentence[:at], LEASE[:-1], *sentence[at:]])

    matches = found(text, ledger, records).matches

    assert (LEASE[:-1], "harbor#2") in [(passage(text, one), one.statement) for one in matches]
    assert "harbor#2" in [one.statement for one in sealed(text, ledger)]


def test_the_same_sentence_two_thousand_times(ledger, records):
    text = " ".join([LEASE] * 2000)

    matches = found(text, ledger, records)

    assert {"harbor#2"} == {one.statement for one in matches.matches}
    covered = {at for one in matches.matches for at in range(one.span.start, one.span.start + 1)}
    assert 2000 == len(covered) or matches.capped > 0
    assert {"harbor#2"} == {one.statement for one in sealed(text, ledger)}


def test_as_many_words_as_no_letter_has_room_for(ledger, records):
    words = distinct(70_000)
    text = f"{' '.join(words)}. {LEASE}"

    matches = found(text, ledger, records)

    assert 70_000 == len(set(words))
    assert [(LEASE[:-1], "harbor#2")] == [
        (passage(text, one), one.statement) for one in matches.matches
    ]
    assert 0 == matches.capped


def test_a_whole_interview_is_found_statement_by_statement(tmp_path):
    chance = random.Random(4)  # noqa: S311 - any talk will do
    vocabulary = [*distinct(4000), *(["the", "of", "and", "to", "we", "they", "was", "not"] * 300)]
    texts = [" ".join(chance.choices(vocabulary, k=chance.randint(10, 40))) for _ in range(1000)]
    talks = [*everyday(300), talk_of("long", [Turn("S1", text) for text in texts])]
    said = dict(zip(talks[-1].ids, texts, strict=True))
    text = "\n\n".join(f"“{one.capitalize()}.” she said." for one in texts[:500])
    with IndexedLedger.build(tmp_path / "index", talks, SECRET) as one:
        matches, blind = found(text, one, talks), sealed(text, one)

    assert 0 == matches.capped
    assert list(said)[:500] == [match.statement for match in matches.matches]
    assert texts[:500] == [passage(text, match).lower() for match in matches.matches]
    assert set(list(said)[:500]) <= {match.statement for match in blind}


def test_of_an_interview_of_stock_phrases_what_is_not_found_is_counted(ledger, records):
    said = [one for one in records.statements.values() if one.speaker == "S1"][:400]
    text = "\n\n".join(f"“{one.text}” one said." for one in said)

    matches = found(text, ledger, records)

    missing = {one.id for one in said} - {one.statement for one in matches.matches}
    assert len(missing) <= min(40, matches.capped)


@pytest.mark.parametrize("often", [8, 32, 140, 290])
def test_what_was_said_over_and_over_is_found_or_counted(tmp_path, often):
    stock = [talk_of(f"stock-{number}", [Turn("S1", STOCK)]) for number in range(often)]
    talks = [*everyday(300), *stock]
    with IndexedLedger.build(tmp_path / "index", talks, SECRET) as one:
        matches = found(f"“{STOCK}” they said.", one, talks)

    assert matches.matches
    assert often == len({match.statement for match in matches.matches}) + matches.capped


def test_what_was_said_over_and_over_does_not_hide_the_rest(tmp_path):
    stock = [talk_of(f"stock-{number}", [Turn("S1", STOCK)]) for number in range(250)]
    talks = [*everyday(300), HARBOR, *stock]
    text = f"“{STOCK}” they said.\n\n“The bids were opened twice,” one added.\n\n{LEASE}"
    with IndexedLedger.build(tmp_path / "index", talks, SECRET) as one:
        matches = found(text, one, talks)

    assert "harbor#2" in {match.statement for match in matches.matches}
    assert 250 - len({one.statement for one in matches.matches} - {"harbor#2"}) == matches.capped


def test_a_statement_without_end(tmp_path):
    words = endless(30_000)
    talks = [*everyday(300), talk_of("long", [Turn("S1", f"{words} {LEASE}"), Turn("S1", SAID[4])])]
    text = f"“{LEASE}” one said.\n\n“{SAID[4]}”"
    with IndexedLedger.build(tmp_path / "index", talks, SECRET) as one:
        matches = found(text, one, talks)

    assert [("long#1", LEASE[:-1]), ("long#2", SAID[4][:-1])] == [
        (match.statement, passage(text, match)) for match in matches.matches
    ]


def test_a_draft_of_more_words_than_can_be_looked_up_is_refused(ledger, records, monkeypatch):
    monkeypatch.setattr("groundrules.matching.index.on_disk.MOST_WORDS", 5)

    with pytest.raises(BadInput, match=r"more than 5 words.*\n?.*check it in parts"):
        found("The lease is signed and nobody has read it.", ledger, records)
