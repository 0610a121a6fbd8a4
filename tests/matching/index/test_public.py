"""The public: words that the archive has in runs of three weigh less, and no others do."""

from __future__ import annotations

import random

import numpy as np
import pytest
from drafts_at_random import drafted_at_random
from ledgers import ANOTHER, Turn, talk_of, trigrams_of, words_of

from groundrules.draft.quotation import find_quotations
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.matching.index.keys import key_check
from groundrules.matching.index.public import published
from groundrules.matching.index.store import Store
from groundrules.matching.passages import passages
from invented_talk import draft

ARCHIVE = [
    "The harbor lease was never voted on, the mayor said on Friday.",
    "Um, twenty-five families lost their homes.",
    "It was at the end of the day.",
]
TEXT = (
    "“The harbor lease was never put to a vote,” said one. So 25 families lost their homes [the"
    " families lost their tents], at the end of the day. The mayor voted."
)


@pytest.fixture
def archive(tmp_path):
    """Return what opens an index of some texts."""

    def opened(texts):
        talks = [talk_of(f"story-{at}", [Turn("", text)]) for at, text in enumerate(texts)]
        IndexedLedger.build(tmp_path / "archive", talks, ANOTHER).close()
        return Store.open(tmp_path / "archive", key_check(ANOTHER)), Fingerprints(ANOTHER)

    return opened


def weighed(keyed):
    story = draft(TEXT)
    shown = passages(story, find_quotations(story))
    about = drafted_at_random(random.Random(3), len(shown.words.plain))  # noqa: S311 - any bits will do
    with keyed[0]:
        found = published(about, shown, keyed)
    return shown.alphabet.run(shown.words.plain), about, found


def public_words(words):
    known = {run for text in ARCHIVE for run in trigrams_of(words_of(text))}
    starts = [at for at in range(len(words) - 2) if tuple(words[at : at + 3]) in known]
    return {start + step for start in starts for step in range(3)}


def test_words_of_runs_that_the_archive_has_weigh_a_quarter(archive):
    words, about, found = weighed(archive(ARCHIVE))

    public = public_words(words)
    share = np.array([0.25 if at in public else 1.0 for at in range(len(words))])
    assert 5 < len(public) < len(words) - 5
    for name in ("alone", "behind", "strange"):
        assert (getattr(about, name) * share).tolist() == getattr(found, name).tolist()


def test_nothing_else_is_changed(archive):
    _, about, found = weighed(archive(ARCHIVE))

    bits = {"alone": about.alone, "behind": about.behind, "strange": about.strange}
    assert all(map(np.array_equal, about, found._replace(**bits)))


@pytest.mark.parametrize("texts", [[], ["Voted the mayor: homes, lost; a lease."]])
def test_what_the_archive_has_not_in_a_row_weighs_the_same(archive, texts):
    _, about, found = weighed(archive(texts))

    assert all(map(np.array_equal, about, found))
