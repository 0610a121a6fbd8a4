"""Laws of the cue reader: it reads any text, points into it, and minds no capitals or stops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from said_of_use import SETTLES

from groundrules.record.cues.clauses import LONGEST, sentences
from groundrules.record.cues.cue import Cue, Waiting
from groundrules.record.cues.plain import plain
from groundrules.record.cues.reader import read_turn
from groundrules.record.cues.rights_in_words import rights_in
from groundrules.record.facts import PROPOSALS, Kind
from groundrules.terms.levels import Level

SAID = [text for texts in SETTLES.values() for text in texts]
WORDS = st.sampled_from(
    [
        "you",
        "may",
        "not",
        "can't",
        "print",
        "quote",
        "use",
        "my",
        "your",
        "name",
        "off",
        "the",
        "record",
        "on",
        "background",
        "deep",
        "for",
        "not",
        "attribution",
        "tell",
        "anyone",
        "nobody",
        "editor",
        "unless",
        "if",
        "only",
        "but",
        "and",
        "nor",
        "neither",
        "without",
        "keep",
        "out",
        "until",
        "Friday",
        "6",
        "a.m.",
        "call",
        "me",
        "a",
        "nurse",
        "close",
        "to",
        "talks",
        "sure",
        "yes",
        "no",
        "hmm",
        "okay",
        "that",
        "was",
        "is",
        "back",
        "between",
        "us",
        "don't",
        "what",
        "I",
        "said",
        ".",
        ",",
        "?",
        "!",
        "—",
        "“",
        "”",
        "'",
        "[laughs]",
        "(nods)",
        "sources",
        "others",
        "elsewhere",
        "who",
        "where",
        "they",
        "he",
        "told",
        "said",
        "please",
        "anything",
        "except",
        "as",
        "long",
        "means",
        "to",
        "delete",
        "notes",
    ]
)
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)
TEXTS = st.one_of(st.text(max_size=120), SENTENCES, st.sampled_from(SAID))
WAITING = st.sampled_from(Waiting)
ASKED = st.one_of(st.none(), st.sampled_from(Level))


def acts(cues: tuple[Cue, ...]) -> list[tuple[object, ...]]:
    """Return what cues do, without the words that they keep as they were put."""
    return [(cue.kind, cue.proposal and (cue.proposal.level, cue.proposal.changes)) for cue in cues]


@given(TEXTS, st.booleans(), WAITING, ASKED)
def test_any_turn_is_read_and_every_cue_points_into_it(text, by_reporter, waiting, asked):
    cues = read_turn(text, by_reporter=by_reporter, waiting=waiting, asked=asked)

    assert all(0 <= cue.start < cue.end <= len(text) for cue in cues)
    assert sorted(cues, key=lambda cue: (cue.start, cue.end)) == list(cues)


@given(TEXTS)
def test_any_text_is_read_for_rights_and_each_axis_is_settled_once(text):
    read = rights_in(text)

    axes = [axis for axis, _ in read.changes]
    assert sorted(set(axes)) == sorted(axes)
    assert all(" ".join(sentence.split()) in " ".join(text.split()) for sentence in read.unread)


@given(st.text())
def test_every_word_of_the_plain_text_knows_where_it_stood(text):
    read = plain(text)

    assert len(read.at) == len(read.starts) == len(read.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(read.starts, read.ends, strict=True))
    assert sorted(read.starts) == list(read.starts)


@given(st.one_of(SENTENCES, st.sampled_from(SAID)), st.booleans(), WAITING)
def test_capitals_do_not_count(text, by_reporter, waiting):
    lower, upper = (
        acts(read_turn(one, by_reporter=by_reporter, waiting=waiting))
        for one in (text.lower(), text.upper())
    )

    assert lower == upper
    assert rights_in(text.lower()).changes == rights_in(text.upper()).changes


@given(st.sampled_from(SAID))
def test_apostrophes_and_blanks_do_not_count(text):
    expected = rights_in(text).changes

    assert expected == rights_in(text.replace("'", "’")).changes
    assert expected == rights_in("  " + text.replace(" ", "  ") + "\n").changes


@pytest.mark.parametrize("words", ["a", "a ", "until friday ", "keep it out ", "call me a b "])
def test_a_turn_without_a_stop_is_read_in_pieces(words):
    read = plain(words * 4000)

    pieces = sentences(read.text)

    assert all(len(piece.text) <= LONGEST for piece in pieces)
    assert read.text.replace(" ", "") == "".join(p.text for p in pieces).replace(" ", "")


@given(TEXTS, st.booleans(), st.sampled_from([Waiting.NOTHING, Waiting.OWN]))
def test_nothing_is_agreed_where_nothing_was_asked(text, by_reporter, waiting):
    kinds = {cue.kind for cue in read_turn(text, by_reporter=by_reporter, waiting=waiting)}

    assert not kinds & {Kind.TERMS_AGREED, Kind.RETURN_ACCEPTED, Kind.CONSENT_IMPLIED}


@given(TEXTS, st.booleans(), WAITING, ASKED)
def test_terms_are_named_by_the_kinds_that_name_terms(text, by_reporter, waiting, asked):
    for cue in read_turn(text, by_reporter=by_reporter, waiting=waiting, asked=asked):
        if cue.kind in PROPOSALS:
            assert cue.proposal is not None
        elif cue.kind is not Kind.RETROACTIVE_REQUESTED:
            assert cue.proposal is None


@given(TEXTS, WAITING, ASKED)
def test_only_a_reporter_grants_a_grace_and_only_the_other_side_asks_for_one(text, waiting, asked):
    of_source = {c.kind for c in read_turn(text, by_reporter=False, waiting=waiting, asked=asked)}
    of_reporter = {c.kind for c in read_turn(text, by_reporter=True, waiting=waiting, asked=asked)}

    assert Kind.TERMS_OFFERED not in of_source
    assert Kind.TERMS_ASKED not in of_reporter
    assert Kind.RETROACTIVE_REQUESTED not in of_reporter
    assert Kind.GRACE_GRANTED not in of_source
