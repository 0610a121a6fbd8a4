"""The names of the levels."""

import pytest

from groundrules.terms.levels import ALIASES, Level, level_named


@pytest.mark.parametrize("level", Level)
def test_a_level_is_found_by_its_own_name(level: Level) -> None:
    assert level is level_named(level)
    assert level is level_named(level.upper().replace("-", " "))
    assert level is level_named(f"  {level.replace('-', '_')} ")


@pytest.mark.parametrize(("alias", "level"), ALIASES.items())
def test_a_level_is_found_by_its_alias(alias: str, level: Level) -> None:
    assert level is level_named(alias)
    assert level is level_named(alias.title().replace("-", " "))


@pytest.mark.parametrize("word", ["", " ", "off", "confidential", "off-the-record!", "none"])
def test_any_other_word_is_no_level(word: str) -> None:
    assert level_named(word) is None


def test_no_alias_hides_a_level() -> None:
    assert not set(ALIASES) & set(Level)


def test_strictness_counts_from_the_record_up() -> None:
    assert list(range(len(Level))) == [level.strictness for level in Level]
    assert Level.ON_THE_RECORD.strictness == 0
    assert list(Level)[-1] is Level.OFF_THE_RECORD


def test_every_level_can_be_said() -> None:
    spoken = [level.spoken for level in Level]

    assert len(set(spoken)) == len(Level)
    assert Level.OFF_THE_RECORD.spoken == "off the record"
