"""The parts of a record's text: nothing is lost, and what is words or a name is not in the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import conversations
from groundrules.record.notation import parse, to_text
from groundrules.vault.parting import SEALED, Parts, filled, holes, joined, parted, spoken_lines
from vault_fixtures import record_text

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/**/*.record"))
BY_HAND = """\
\ufeff# Typed by hand.\r
conversation: by-hand\r
parties:\r
  AR: reporter, Ana Ruiz, "the desk"\r
  S1 :  source , of Harbor Authority, "a person, briefed" ,  Dana Whitfield ,aka "Whit"\r
  S2: spokesperson\r
\tX: other, "nobody", Jo Marsh\r
\r
matter: the port\r
AR: Words.\r
  \\> more words\r
  > ask background\r
# A comment.\r
?: \r
  > agree by=S1\r
afterwards:\r
  # no comment here\r
  2026-11-05T09:10-05:00 S1 > release background turns=1 "by telephone"
"""


def damaged(text: str, places: list[tuple[int, str]]) -> str:
    """Return a text with some characters put in, or taken away where "" is put in."""
    for place, new in places:
        at = place % (len(text) + 1)
        text = text[:at] + new + text[at + (not new) :]
    return text


DAMAGE = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.sampled_from(
            ["", "\n", "\r", "\r\n", "\0", "\0w", "\0i", "#", ":", '"', ",", ">", " ", "\ufeff"]
        ),
    ),
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(conversations(), st.booleans(), st.booleans())
def test_the_parts_of_a_record_make_the_record(conversation, windows, marked):
    text = to_text(conversation)
    text = text.replace("\n", "\r\n") if windows else text
    text = f"\ufeff{text}" if marked else text

    assert text == joined(parted(text))


@settings(max_examples=100, deadline=None)
@given(conversations(max_turns=2), DAMAGE)
def test_the_parts_of_a_damaged_record_make_it_too(conversation, damage):
    text = damaged(to_text(conversation), damage)

    assert text == joined(parted(text))


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_the_parts_of_any_text_make_it(text):
    assert text == joined(parted(text))


@settings(max_examples=50, deadline=None)
@given(conversations())
def test_the_people_are_the_parties_who_are_no_reporters(conversation):
    people = parted(to_text(conversation)).people

    expected = [
        (one.id, one.role.value, one.name, one.affiliations, one.aliases)
        for one in conversation.parties
        if not one.is_reporter
    ]
    assert expected == [
        (one.party, one.role, one.name, one.affiliations, one.aliases) for one in people
    ]


@settings(max_examples=50, deadline=None)
@given(conversations())
def test_what_is_sealed_leaves_the_terms_as_they_were(conversation):
    parts = parted(to_text(conversation))
    codes = [f", CODE{number}" for number, _ in enumerate(parts.people)]

    shown = parse(filled(parts.template, [SEALED] * len(parts.words), codes))

    assert conversation.facts == shown.facts
    assert conversation.proposals == shown.proposals
    assert [(one.id, one.role, one.description) for one in conversation.parties] == [
        (one.id, one.role, one.description) for one in shown.parties
    ]
    assert len(conversation.turns) == len(shown.turns)
    said = {line for turn in shown.turns for part in turn.parts for line in part.split("\n")}
    assert said <= {SEALED, ""}
    assert {shown.matter, shown.origin} <= {SEALED, ""}


CANARY = "vxqzcanary"


@settings(max_examples=50, deadline=None)
@given(conversations())
def test_no_word_and_no_name_is_in_the_template(conversation):
    marked = conversation._replace(
        matter=f"{CANARY} matter",
        origin=f"{CANARY} origin",
        turns=tuple(
            turn._replace(
                parts=tuple(
                    "\n".join(f"{line} {CANARY}" for line in part.split("\n")).strip()
                    for part in turn.parts
                )
            )
            for turn in conversation.turns
        ),
        parties=tuple(
            one
            if one.is_reporter
            else one._replace(
                name=f"{CANARY} {one.name}".strip(), affiliations=(CANARY,), aliases=(CANARY,)
            )
            for one in conversation.parties
        ),
    )

    parts = parted(to_text(marked))

    assert CANARY in joined(parts)
    assert CANARY not in parts.template


def test_a_record_typed_by_hand_comes_apart_and_together():
    parts = parted(BY_HAND)

    assert BY_HAND == joined(parts)
    assert [
        ' , of Harbor Authority\0 ,  Dana Whitfield ,aka "Whit"',
        "",
        "\0, Jo Marsh",
    ] == [one.identity for one in parts.people]
    assert (
        "Typed by hand.", "the port", "Words.", "\\> more words", "A comment.", "# no comment here"
    ) == parts.words  # fmt: skip
    assert '  S1 :  source\0i, "a person, briefed"\0+\r\n' in parts.template


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_come_apart_and_together(path):
    with path.open(newline="", encoding="utf-8") as stream:
        text = stream.read()

    assert text == joined(parted(text))
    assert parted(text).words


def test_a_line_of_which_nothing_is_known_is_words():
    text = record_text() + "Whit came in: by the back door\n  and sat down\n"

    words = parted(text).words

    assert "Whit came in: by the back door" in words
    assert "and sat down" in words


def test_a_record_in_too_many_pieces_to_be_read_is_words_as_a_whole():
    text = "nothing of it can be read\n" * 1_100

    assert Parts("\0w", (text,), ()) == parted(text)


def test_too_few_and_too_many_fillings_are_refused():
    with pytest.raises(ValueError, match="nothing to fill it"):
        filled("\0w", (), ())
    with pytest.raises(ValueError, match="nothing to fill it"):
        filled("\0i", (), ())
    with pytest.raises(ValueError, match="more than the holes"):
        filled("\0w", ("one", "two"), ())
    with pytest.raises(ValueError, match="more than the holes"):
        filled("", (), ("one",))


def test_the_lines_that_were_spoken():
    parts = parted(record_text())

    assert holes(parts.template) == len(parts.words)
    assert "[00:13:50] AR: \0w" in spoken_lines(parts.template)


def test_nothing_of_it_is_shown():
    parts = parted(record_text())

    assert "Whitfield" in str(parts.people[0].name)
    assert "Whitfield" not in repr(parts) + str(parts) + repr(parts.people)
    assert "Friday" not in f"{parts} {parts!r}"
