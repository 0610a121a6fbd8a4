"""Practising at the desk: the list, a play from answer to answer, and what is kept of it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import Settings, settle
from groundrules.desk.records.show_record import show_record
from groundrules.desk.talking.run_drill import (
    answer,
    begin_drill,
    every_scenario,
    keep_play,
    refuse_taken,
)
from groundrules.errors import BadInput
from groundrules.readers.wordings import SHIPPED

if TYPE_CHECKING:
    from pathlib import Path

FIRST = SHIPPED / "scenarios" / "first-ask.toml"


def settings_in(folder: Path, text: str = "") -> Settings:
    (folder / "groundrules.toml").write_text(text, encoding="utf-8")
    return settle(folder, {}, {})


def own_scenarios(folder: Path, **texts: str) -> Settings:
    (folder / "wordings" / "scenarios").mkdir(parents=True)
    for name, text in texts.items():
        path = folder / "wordings" / "scenarios" / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
    return settings_in(folder, 'wordings = ["wordings"]\n')


def test_sources_come_first_and_the_easy_before_the_hostile(tmp_path: Path) -> None:
    levels = ["easy", "medium", "hard", "hostile"]
    places = [
        (one.side != "source", levels.index(one.difficulty), one.name)
        for one in every_scenario(settings_in(tmp_path))
    ]

    assert places == sorted(places)


@pytest.mark.parametrize("side", ["source", "reporter"])
def test_the_list_of_one_side(tmp_path: Path, side: str) -> None:
    found = every_scenario(settings_in(tmp_path), side)

    assert {one.side for one in found} == {side}


def test_a_scenario_of_ones_own_joins_and_hides(tmp_path: Path) -> None:
    text = FIRST.read_text(encoding="utf-8")
    changed = text.replace("The first call", "Our first call")
    settings = own_scenarios(tmp_path, **{"first-ask": changed, "ours": text})
    titles = {one.name: one.title for one in every_scenario(settings)}

    assert (titles["first-ask"], titles["ours"]) == ("Our first call", "The first call")


def test_the_faults_of_every_scenario_are_named(tmp_path: Path) -> None:
    text = FIRST.read_text(encoding="utf-8")
    settings = own_scenarios(
        tmp_path, one=text.replace("easy", "cruel"), two=text.replace('"AR"', '"XX"')
    )
    (tmp_path / "wordings" / "scenarios" / "three.toml").write_text("title", encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        every_scenario(settings)

    assert [fault.path.rpartition("/")[2] for fault in refusal.value.faults] == [
        "one.toml",
        "three.toml",
    ]


def test_a_scenario_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"there are no scenarios called 'frist-ask'.*first-ask"):
        begin_drill("frist-ask", settings_in(tmp_path))


def test_a_play_from_answer_to_answer(tmp_path: Path) -> None:
    play, wordings = begin_drill("first-ask", settings_in(tmp_path))
    assert wordings.titles
    for given in ("2", "They hide a loss."):
        assert play.step
        answered = answer(play, play.step, given)
        assert answered
        play = answered.play

    assert play.taken == ("ask", "tell")
    assert answered.typed
    assert answered.lesson.score.is_full


@pytest.mark.parametrize("given", ["0", "5", "99999999999999999999", "00002"])
def test_a_number_that_is_no_answer(tmp_path: Path, given: str) -> None:
    play, _ = begin_drill("first-ask", settings_in(tmp_path))
    assert play.step

    assert answer(play, play.step, given) is None


def test_a_play_is_kept_as_a_record(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    play, _ = begin_drill("first-ask", settings)
    for given in ("2", "1"):
        assert play.step
        answered = answer(play, play.step, given)
        assert answered
        play = answered.play
    path = tmp_path / "first-ask.record"
    keep_play(play, path, force=False)

    (timeline,) = show_record(str(path), settings)
    assert timeline.conversation == play.conversation
    assert [one.status for one in timeline.turns()] == [
        *("on-the-record", "on-the-record", "background", "background"),
    ]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_refused_before_anybody_plays(tmp_path: Path) -> None:
    taken = tmp_path / "kept.record"
    taken.write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="the file is there already"):
        refuse_taken(taken, force=False)
    with pytest.raises(BadInput, match="its folder is not there"):
        refuse_taken(tmp_path / "no" / "kept.record", force=True)

    refuse_taken(taken, force=True)
    refuse_taken(tmp_path / "new.record", force=False)
    assert taken.read_text(encoding="utf-8") == "mine"
