"""Acts at the light stand in the record once each, at their own instants, with their marks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.light import acts as light_acts
from groundrules.desk.light.acts import log_acts
from groundrules.desk.light.beginning import begin_at_the_light
from groundrules.desk.light.marks import marks_in
from groundrules.desk.light.record import record_of
from groundrules.desk.light.shapes import LightAct, LightTerms, clean
from groundrules.desk.light.state import state_of
from groundrules.desk.light.table import open_light, table_of
from groundrules.desk.light.tapes import tape_for
from groundrules.desk.records.append_to_record import add_turns, open_record
from groundrules.desk.vaults.moves import bring
from groundrules.desk.vaults.tapes import tapes
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind, Turns
from groundrules.record.notation import parse, to_text
from groundrules.record.transcript import Place, Turn
from groundrules.vault.keeper.locking import lock
from kept_vault import kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BEGAN = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)
HEAD = """\
conversation: NAME
date: 2026-11-03T14:00Z
policy: ap
parties:
  AR: reporter
  S1: source
"""
CANARY = "marigold-canary"


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the folder of an unlocked vault, in which each test has a talk of its own."""
    folder = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patch, kept(folder, patch) as room:
        yield room.folder


@pytest.fixture
def talk(vault: Path, request: pytest.FixtureRequest) -> str:
    """Give the path of a conversation of two in the vault."""
    name = f"pier-{abs(hash(request.node.name))}"
    bring(vault, {name: HEAD.replace("NAME", name)})
    return str(vault / name)


def act(number: int, kind: str, by: str, **more: object) -> LightAct:
    """Return an act with an id and an instant of its number."""
    at = BEGAN + timedelta(seconds=10 * number)
    return LightAct(f"{number:032x}", at, kind, by, **more)  # type: ignore[arg-type]


ASK = act(1, "ask", "S1", terms=LightTerms(level="off-the-record"))
YES = act(2, "agree", "AR")


def text_of(path: str) -> str:
    """Return the text of a record."""
    return open_record(path).text


def test_each_act_is_a_turn_at_its_instant_under_its_mark(talk: str) -> None:
    log_acts(talk, [ASK, YES])

    expected = (
        f"\n\n# light: {1:032x}\n[00:00:10] S1:\n  > ask off-the-record\n"
        f"# light: {2:032x}\n[00:00:20] AR:\n  > agree\n"
    )
    assert text_of(talk).endswith(expected)


def test_sent_again_nothing_changes(talk: str) -> None:
    first = log_acts(talk, [ASK, YES])

    assert first == log_acts(talk, [ASK, YES])
    assert first == log_acts(talk, [YES])
    assert first.version == open_record(talk).version


def test_the_mark_is_what_tells_them(talk: str) -> None:
    """The control: the same act under another id is another act."""
    log_acts(talk, [ASK])
    log_acts(talk, [act(3, "ask", "S1", terms=LightTerms(level="off-the-record"))])

    assert len(open_record(talk).conversation.turns) == 2


def test_an_id_that_comes_twice_in_one_sending_is_one_act(talk: str) -> None:
    assert len(log_acts(talk, [ASK, ASK]).conversation.turns) == 1


def test_acts_join_what_somebody_else_has_written_meanwhile(
    talk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another writer is in the way three times, between the reading and the writing."""
    left = [1, 2, 3]
    really = light_acts.replaced

    def crossed(record, text):
        if left:
            number = left.pop()
            now = open_record(talk)
            turn = Turn(len(now.conversation.turns) + 1, "S1", (f"said {number}",))
            add_turns(now, [(turn, ())])
        return really(record, text)

    monkeypatch.setattr(light_acts, "replaced", crossed)
    found = log_acts(talk, [ASK]).conversation

    assert ["said 3", "said 2", "said 1", ""] == [turn.text for turn in found.turns]
    assert [Fact(Kind.TERMS_ASKED, "S1", Place(4), found.facts[0].proposal)] == [*found.facts]


def test_one_who_is_always_in_the_way_is_told_of(
    talk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = light_acts.replaced

    def crossed(record, text):
        now = open_record(talk)
        add_turns(now, [(Turn(len(now.conversation.turns) + 1, "S1", ("more",)), ())])
        return really(record, text)

    monkeypatch.setattr(light_acts, "replaced", crossed)
    with pytest.raises(BadInput, match="changed meanwhile"):
        log_acts(talk, [ASK])
    assert {} == marks_in(text_of(talk))


@pytest.mark.parametrize(
    "wrong",
    [
        act(1, "release", "S1", terms=LightTerms(level="background")),
        act(1, "applaud", "S1"),
        act(1, "ask", "S1"),
        act(1, "agree", "AR", terms=LightTerms(level="background")),
        act(1, "ask", "S1", terms=LightTerms(level="somewhere")),
        act(1, "agree", "S9"),
    ],
)
def test_what_is_no_act_is_refused_and_nothing_is_written(talk: str, wrong: LightAct) -> None:
    before = text_of(talk)
    with pytest.raises(BadInput):
        log_acts(talk, [act(9, "close", "AR"), wrong])

    assert before == text_of(talk)


def test_what_was_said_is_one_line_whatever_is_in_it(talk: str) -> None:
    said = "So,\toff the record:\r\n\x00I will not \u2028publish it. Yes?"
    log_acts(talk, [act(1, "define", "AR", terms=LightTerms(level="background"), words=said)])

    turn = open_record(talk).conversation.turns[0]
    assert turn.text == clean(said) == "So, off the record: I will not publish it. Yes?"


def test_a_grace_names_a_stretch_that_nobody_has_written_down(talk: str) -> None:
    log_acts(talk, [act(3, "grace", "AR", note="she is new to this")])
    log_acts(talk, [act(5, "grace", "AR", note="all of it", all_so_far=True)])
    found = open_record(talk).conversation

    stretch = (Turn(1, "S1", ("",), 0, 30_000), Turn(3, "S1", ("",), 30_000, 50_000))
    assert stretch == (found.turns[0], found.turns[2])
    assert [(Turns(1, 1),), (Turns(1, 3),)] == [fact.turns for fact in found.facts]
    assert ["she is new to this", "all of it"] == [fact.words for fact in found.facts]


def test_a_recording_leaves_a_remark_and_no_act(talk: str) -> None:
    asked = act(1, "recording-agreed", "AR", words="May I record this?")
    found = log_acts(talk, [asked, act(2, "recording-stopped", "AR")])

    remarks = {f"{1:032x}": "both agreed to a recording", f"{2:032x}": "recording stopped"}
    assert remarks == marks_in(found.text)
    assert () == found.conversation.facts
    assert "May I record this?" == found.conversation.turns[0].text


def test_times_never_run_out_of_the_talk(talk: str) -> None:
    early = LightAct("0" * 32, BEGAN - timedelta(days=400), "agree", "AR")
    late = LightAct("1" * 32, BEGAN + timedelta(days=4000), "agree", "AR")

    found = log_acts(talk, [early, late]).conversation

    assert [0, 99 * 3600 * 1000] == [turn.start for turn in found.turns]


def test_where_only_the_day_is_known_turns_have_no_time(vault: Path) -> None:
    bring(vault, {"day": HEAD.replace("T14:00Z", "").replace("NAME", "day")})

    assert log_acts(str(vault / "day"), [YES]).conversation.turns[0].start is None


def test_a_mark_stands_above_its_turn_also_where_more_comes_below(talk: str) -> None:
    record = open_record(talk)
    later = '\n# a remark\n\nafterwards:\n  2026-11-05T18:02Z AR > happened "the vote"\n'
    text = f"{record.text}\nS1: Yes.\n{later}"
    bring(record.path.parent, {record.path.name: text}, force=True)

    log_acts(talk, [ASK])

    lines = text_of(talk).splitlines()
    place = lines.index(f"# light: {1:032x}")
    assert "[00:00:10] S1:" == lines[place + 1]
    assert lines.index("# a remark") > place


def test_what_the_page_is_told_is_what_the_record_holds(talk: str) -> None:
    settings = settle(open_record(talk).path.parent.parent, {}, {})
    file = log_acts(talk, [ASK, YES, act(3, "close", "AR")])
    light = open_light(talk, settings)
    found = record_of(file, light.policy)

    assert (ASK.id, YES.id, f"{3:032x}") == found.acts
    assert ["ask", "agree", "close"] == [fact.kind for fact in found.facts]
    assert found.closed
    assert found.state == state_of(file.conversation, light.policy, "S1")
    assert ("on-terms", "off-the-record") == (found.state.stage, found.state.layers[-1].level)
    assert 20_000 == found.state.layers[-1].since
    table = table_of(light)
    assert ("S1", "AR", "ap") == (table.protected, table.reader, table.policy)


def test_a_talk_begins_with_two_and_no_name(vault: Path) -> None:
    settings = settle(vault.parent, {}, {})
    names = [begin_at_the_light(vault, settings, outlet="The Post\n", policy="ap") for _ in "12"]
    found = open_record(str(vault / names[0])).conversation

    assert len(set(names)) == 2
    assert all(name.startswith("talk-20") for name in names)
    assert ("The Post", "ap") == (found.outlet, found.policy)
    assert [("AR", "reporter"), ("S1", "source")] == [
        (one.id, one.role.value) for one in found.parties
    ]
    assert to_text(found) == to_text(parse(to_text(found)))


def test_a_policy_that_there_is_not_begins_nothing(vault: Path) -> None:
    settings = settle(vault.parent, {}, {})
    with pytest.raises(BadInput):
        begin_at_the_light(vault, settings, outlet="", policy="the-usual")


def test_a_tape_is_begun_once_under_its_mark(talk: str) -> None:
    folder, name = open_record(talk).path.parent, open_record(talk).path.name
    one = tape_for(folder, name, "a" * 32, "audio/webm;codecs=opus")

    assert one == tape_for(folder, name, "a" * 32, "audio/webm;codecs=opus")
    assert one != tape_for(folder, name, "b" * 32, "audio/webm;codecs=opus")
    assert len(tapes(folder, name)) == 2


def test_a_locked_vault_takes_nothing_and_says_no_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with kept(tmp_path, monkeypatch) as room:
        bring(room.folder, {"pier": HEAD.replace("NAME", "pier")})
        lock(room.folder)
        refuse_secret(str(room.folder / "pier"))


def refuse_secret(talk: str) -> None:
    """Hold that an act is refused without a word of it."""
    secret = act(1, "define", "AR", terms=LightTerms(event=CANARY), words=CANARY)

    with pytest.raises(BadInput) as refused:
        log_acts(talk, [secret])
    assert CANARY not in f"{refused.value!r} {refused.value} {secret!r} {secret.terms!r}"
