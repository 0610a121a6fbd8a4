from __future__ import annotations

import pytest

from groundrules.readers.transcript.labels import Label, Labels, is_shouted, label_of


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("MODERATOR:\xa0 Good evening.", Label("MODERATOR", "\xa0 Good evening.")),
        ("\xa0\xa0 MS.  LINKE\xa0YOUNG : Yes", Label("MS. LINKE YOUNG", " Yes")),
        ("**MR. KIRBY:** Hello", Label("MR. KIRBY", " Hello")),
        ("_Ana Ruiz_: Hello", Label("Ana Ruiz", " Hello")),
        ("ana_ruiz: Hello", Label("ana_ruiz", " Hello")),
        ("MODERATOR:Thanks", Label("MODERATOR", "Thanks")),
        ("MODERATOR:“Thanks”", Label("MODERATOR", "“Thanks”")),
        ("MODERATOR:", Label("MODERATOR", "")),
        ("And my question is: why?", Label("And my question is", " why?")),
        ("THE PRESIDENT (as interpreted): Yes", Label("THE PRESIDENT (as interpreted)", " Yes")),
    ],
)
def test_a_line_may_begin_with_a_label(line: str, label: Label) -> None:
    assert label == label_of(line)


@pytest.mark.parametrize(
    "line",
    [
        "10:30 is fine",
        "https://example.org",
        "See:this",
        "no colon",
        "",
        "  ",
        ": x",
        f"{'x' * 61}: y",
    ],
)
def test_a_time_an_address_and_a_long_stretch_are_no_label(line: str) -> None:
    assert label_of(line) is None


@pytest.mark.parametrize(
    "name",
    [
        "MODEARTOR",
        "SENIOR ADMINISTRATION OFFICIAL",
        "SENIOR ADMINISTRATION OFFICIAL #2",
        "MR. McDONOUGH",
        "MS. DE LA CRUZ",
        "MS. de la CRUZ",
        "DR. O’BRIEN",
        "ADMINISTRATOR BROOKS-LASURE",
        "SPEAKER 1",
        "PRIME MINISTER KISHIDA (as interpreted)",
        "Mr. Price",
        "Secretary Blinken",
        "FBI official",
        "Moderator",
        "Reporter",
        "Speaker 2",
    ],
)
def test_one_line_is_enough_for_capitals_titles_and_offices(name: str) -> None:
    assert Labels([name], shouted=False).name_speakers(name)


@pytest.mark.parametrize(
    "name",
    [
        "First is",
        "Second is",
        "And then on the other question about Hezbollah",
        "I want to be clear",
        "A couple of questions, if I may. The first one is",
        "Point two",
        "first",
        "1",
        "ana ruiz",
    ],
)
def test_a_phrase_before_a_colon_is_no_speaker_however_often(name: str) -> None:
    assert not Labels([name] * 3, shouted=False).name_speakers(name)


@pytest.mark.parametrize("name", ["Ana Ruiz", "Ana", "Maria de la Cruz", "Q", "A", "José"])
def test_a_name_and_a_letter_must_begin_two_lines(name: str) -> None:
    assert not Labels([name], shouted=False).name_speakers(name)
    assert Labels([name] * 2, shouted=False).name_speakers(name)


def test_where_labels_are_in_capitals_a_word_that_recurs_is_no_speaker() -> None:
    labels = Labels(["MODERATOR", "Inflation", "Inflation", "Ana Ruiz", "Ana Ruiz"], shouted=False)

    assert [False, True] == [labels.name_speakers(name) for name in ("Inflation", "Ana Ruiz")]


def test_capitals_say_nothing_where_everything_is_in_capitals() -> None:
    once = Labels(["I SAID THIS", "MR. KIRBY", "DANA", "DANA"], shouted=True)

    assert [False, True, True] == [
        once.name_speakers(name) for name in ("I SAID THIS", "MR. KIRBY", "DANA")
    ]


@pytest.mark.parametrize(
    ("names", "sure"),
    [
        (["NATO"], False),
        (["NATO", "NATO"], True),
        (["MR. KIRBY"], True),
        (["First is", "First is"], False),
    ],
)
def test_a_label_within_a_paragraph_needs_more(names: list[str], *, sure: bool) -> None:
    assert sure == Labels(names, shouted=False).are_sure(names[0])


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("SHE SAID McDONALD IS IN. " * 10, True),
        ("OK. " * 10, False),
        ("A VERY LONG LABEL: Hm.\n" * 20, False),
        ("THIS is mixed. " * 50, False),
        ("…", False),
    ],
)
def test_a_text_is_shouted_where_most_letters_are_capitals(text: str, *, shouted: bool) -> None:
    assert shouted == is_shouted(text)
