"""The public: words that a paragraph of the archive has in a row of five weigh less, no others."""

from __future__ import annotations

import random

import numpy as np
import pytest
from drafts_at_random import drafted_at_random
from ledgers import ANOTHER, Turn, talk_of

from groundrules.draft.quotation import find_quotations
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.matching.index.keys import key_check
from groundrules.matching.index.public import discounted, shares_of
from groundrules.matching.index.store import Store
from groundrules.matching.passages import passages
from invented_talk import draft

ARCHIVE = [
    "The harbor lease was never voted on, the mayor said on Friday.",
    "Um, twenty-five families lost their homes that winter.",
    "The crane fell on the eastern pier.",
    "Nobody repaired the eastern pier in spring.",
]
TEXT = (
    "“The harbor lease was never put to a vote,” said one. That winter 25 families lost their homes"
    " [the families lost their tents]. The crane fell on the eastern pier in spring. So the harbor"
    " lease was never voted on."
)


@pytest.fixture
def weighed(tmp_path):
    """Return what tells the words of a text, and what an archive leaves of each."""

    def told(texts, text=TEXT):
        talks = [talk_of(f"story-{at}", [Turn("", text)]) for at, text in enumerate(texts)]
        IndexedLedger.build(tmp_path / "archive", talks, ANOTHER).close()
        story = draft(text)
        shown = passages(story, find_quotations(story))
        with Store.open(tmp_path / "archive", key_check(ANOTHER)) as store:
            shares = shares_of(shown, (store, Fingerprints(ANOTHER)))
        return shown.alphabet.run(shown.words.plain), shares

    return told


def test_words_in_a_row_that_a_paragraph_has_weigh_a_quarter(weighed):
    words, shares = weighed(ARCHIVE)

    public = " ".join(word for word, share in zip(words, shares, strict=True) if share < 1)
    assert public.startswith("the harbor lease was never twenty five families lost their homes the")
    assert public.endswith(
        "crane fell on the eastern pier in spring the harbor lease was never voted on"
    )
    assert {0.25, 1.0} == set(shares.tolist())


@pytest.mark.parametrize(
    ("printed", "is_public"),
    [
        ("Families paid for the crane twice.", True),
        ("Families paid for the pier, and paid for the crane.", True),
        ("Families paid for the pier.", False),
        ("They paid for the crane.", False),
    ],
)
def test_a_row_is_of_five_words(weighed, printed, is_public):
    _, shares = weighed([printed], "Families paid for the crane.")

    assert [0.25 if is_public else 1.0] * 5 == shares.tolist()


def test_a_row_goes_on_across_stop_words(weighed):
    said = "The lease was to be the vote."
    _, shares = weighed([said], said)

    assert {0.25} == set(shares.tolist())


def test_no_row_goes_on_across_the_end_of_an_aside(weighed):
    printed = "Families paid for it. Nobody repaired the crane."
    words, shares = weighed([printed], "Families paid for [nobody repaired the crane] it.")

    public = [word for word, share in zip(words, shares, strict=True) if share < 1]
    assert [] == public


def test_two_paragraphs_make_no_row(weighed):
    text = "The crane fell on the eastern pier in spring."
    words, shares = weighed(["The crane fell on.", "On the eastern pier in spring."], text)

    assert words[3:] == [word for word, share in zip(words, shares, strict=True) if share < 1]


@pytest.mark.parametrize("texts", [[], ["Voted the mayor: homes, lost; a lease."]])
def test_what_the_archive_has_not_in_a_row_weighs_the_same(weighed, texts):
    _, shares = weighed(texts)

    assert {1.0} == set(shares.tolist())


def test_bits_are_what_is_left_of_them_and_nothing_else_is_changed():
    about = drafted_at_random(random.Random(3), 40)  # noqa: S311 - any bits will do
    shares = np.where(np.arange(40) % 3, 1.0, 0.25)

    found = discounted(about, shares)

    for name in ("alone", "behind", "strange"):
        assert (getattr(about, name) * shares).tolist() == getattr(found, name).tolist()
    bits = {"alone": about.alone, "behind": about.behind, "strange": about.strange}
    assert all(map(np.array_equal, about, found._replace(**bits)))
