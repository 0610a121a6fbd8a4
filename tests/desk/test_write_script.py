"""Writing a script: what was ordered is found, and what is at fault is refused with its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import Settings, settle
from groundrules.desk.talking.write_script import Order, level_of, write_script
from groundrules.errors import BadInput, Fault
from groundrules.readers.wordings import SHIPPED
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = (
    "on-the-record, plain-words, not-for-attribution, background, chatham-house, deep-background, "
    "off-the-record"
)


def settings(folder: Path, **flags: str | tuple[str, ...]) -> Settings:
    return settle(folder, flags, {})


def fault(order: Order, settings: Settings) -> Fault:
    with pytest.raises(BadInput) as caught:
        write_script(order, settings)
    (found,) = caught.value.faults
    return found


def test_a_script_for_the_policy_of_the_settings(tmp_path: Path) -> None:
    script = write_script(Order("otr"), settings(tmp_path, policy="ap"))

    assert script.title == "The words to say: off the record"
    assert script.language == "en-US"
    assert len(script.footers) == 1
    assert "groundrules policies show ap" in script.footers[0]


def test_a_script_for_two_policies_and_a_description(tmp_path: Path) -> None:
    order = Order(
        "background",
        side="reporter",
        channel="in-person",
        english="british",
        mine="ap",
        descriptions=("a  union \n official",),
    )
    script = write_script(order, settings(tmp_path, policy="state-department"))
    said = [line.text for part in script.parts for line in part.lines if line.is_spoken]

    assert "I will not name you. I may describe you only as ‘a union official’." in said
    assert len(script.footers) == 2


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("off-the-record", Level.OFF_THE_RECORD),
        ("OTR", Level.OFF_THE_RECORD),
        ("Off the Record", Level.OFF_THE_RECORD),
        ("unattributable", Level.NOT_FOR_ATTRIBUTION),
    ],
)
def test_a_level_may_be_spelled_in_several_ways(word: str, level: Level) -> None:
    assert level_of(word) is level


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("of-the-record", "did you mean off-the-record? "),
        ("backgruond", "did you mean background? "),
        ("unatributable", "did you mean unattributable? "),
        ("xyzzy", ""),
    ],
)
def test_a_wrong_level_gets_the_nearest(tmp_path: Path, word: str, close: str) -> None:
    assert fault(Order(word), settings(tmp_path)) == Fault(
        "LEVEL", "there is no such level", f"{close}write one of: {LEVELS}"
    )


def test_a_policy_that_is_not_there(tmp_path: Path) -> None:
    assert fault(Order("background", mine="app"), settings(tmp_path)).path == "flag --mine"
    assert fault(Order("background"), settings(tmp_path, policy="app")).path == "flag --policy"


def test_an_english_that_is_not_there(tmp_path: Path) -> None:
    found = fault(Order("background", english="britsh"), settings(tmp_path))

    assert (found.path, found.message) == ("scripts", "there are no scripts called 'britsh'")
    assert found.remedy.startswith("did you mean british? ")


@pytest.mark.parametrize("words", ["", "  ", "a\u200bclerk"])
def test_a_description_that_says_nothing(tmp_path: Path, words: str) -> None:
    assert fault(Order("background", descriptions=(words,)), settings(tmp_path)) == Fault(
        "--description",
        "it says nothing, or holds invisible characters",
        "write a few words, such as: a union official",
    )


def test_a_newsroom_says_it_in_its_own_words(tmp_path: Path) -> None:
    shipped = (SHIPPED / "scripts" / "american.toml").read_text("utf-8")
    own = tmp_path / "wordings" / "scripts"
    own.mkdir(parents=True)
    (own / "american.toml").write_text(shipped.replace("Is now a good time", "Is it a good time"))
    (own / "texan.toml").write_text(shipped.replace('language = "en-US"\n', ""))
    configured = settings(tmp_path, wordings=(str(tmp_path / "wordings"),))

    (time,) = [part for part in write_script(Order("otr"), configured).parts if part.name == "time"]

    assert time.lines[0].text == "Is it a good time to talk for ten minutes?"
    assert fault(Order("otr", english="texan"), configured) == Fault(
        str(own / "texan.toml"), "language: it is missing", 'add language = "…"'
    )
