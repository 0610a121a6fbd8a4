from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.readers.transcript.descript import is_descript, read_descript
from spoken import (
    ORIGIN,
    Spoken,
    clock,
    fixture,
    is_kept_by_the_notation,
    talks,
    told,
    turns,
)


def test_a_podcast_in_markdown() -> None:
    talk = fixture("descript/harbor-podcast.md")

    assert ("harbor-podcast.md, Descript, 1 time within turns not kept", "Piers and Boards") == (
        talk.origin,
        talk.matter,
    )
    assert [
        ("RUIZ", 0, "Welcome back. Today it's the pier, and who paid for it. We have two guests."),
        ("WHITFIELD", None, "Hello.\nIt's good to be here."),
        ("OKAFOR", 72_000, "I'd rather not be named, please."),
        ("OKAFOR", 100_000, "And don't use the number either."),
        ("RUIZ", 123_000, "Understood: on background, then?"),
        ("OKAFOR", None, "Yes."),
    ] == turns(talk)


def test_the_same_as_text_where_a_time_without_a_name_is_nobody_s() -> None:
    assert [
        ("RUIZ", 0, "Welcome back. Today it's the pier. We have two guests."),
        ("SPEAKER-2", 64_000, "Hello."),
        ("WHITFIELD", None, "It's good to be here. And I'll say this: no."),
        ("WHITFIELD", 72_500, "The deal was dead by Friday."),
        ("", 80_000, "Who said that?"),
    ] == turns(fixture("descript/harbor-podcast.txt"))


FORMS = [
    "[{time}] **{name}:** {words}",
    "**{name}:** [{time}] {words}",
    "**{name}**: [{time}] {words}",
    "[{time}] {name}: {words}",
    "{name}: [{time}] {words}",
]


@given(talk=talks(unit=1), form=st.sampled_from(FORMS), apart=st.sampled_from(["\n", "\n\n"]))
def test_every_word_stays_with_its_speaker_and_every_time_is_exact(
    talk: list[Spoken], form: str, apart: str
) -> None:
    text = apart.join(
        form.format(
            time=clock(one.start or 0, part=True),
            name=one.name,
            words=one.words.replace("\n", "\n\n"),
        )
        for one in talk
    )
    found = read_descript(text, ORIGIN)

    assert is_descript(text)
    assert talk == told(found)
    assert is_kept_by_the_notation(found)


def test_a_name_that_may_be_words_is_nobody_s_and_keeps_every_word() -> None:
    doubtful = "[0:04] and then he said: now.\n\nHarbor Board: no."
    text = f"[0:01] Ana Ruiz: When?\n\n{doubtful}\n\n[0:09] Ana Ruiz: Ah."

    assert [
        ("RUIZ", 1_000, "When?"),
        ("", None, "and then he said: now."),
        ("", None, "Harbor Board: no."),
        ("RUIZ", 9_000, "Ah."),
    ] == turns(read_descript(text, ORIGIN))


def test_a_heading_within_the_talk_is_nobody_s() -> None:
    text = "**Ana:** [0:01] Hi.\n\n## Part two\n\n**Ana:** [0:04] Ho."

    assert ["ANA", "", "ANA"] == [turn.speaker for turn in read_descript(text, ORIGIN).turns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[00:00:01] **Ana:** Hi.", True),
        ("# Title\n\n[00:00:01] **Ana:** Hi.\n\n**Dana:** Ho.", True),
        ("[0:01] Ana Ruiz: Hi.\n[0:04] Dana: Ho.", True),
        ("Words.\n\n[0:01] Ana Ruiz: Hi.", False),
        ("**Ana:** Hi.\n\n**Dana:** Ho.", False),
        ("[0:01] Hi.\n\n[0:04] Ho.", False),
        ("", False),
    ],
)
def test_what_tells_the_form(text: str, *, expected: bool) -> None:
    assert expected == is_descript(text)
