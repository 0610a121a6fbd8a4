"""`groundrules capture`: asked, read back and answered, and the record holds what happened."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest

from groundrules.faces.cli import main
from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Kind
from groundrules.record.negotiation import Stage, stage, state
from groundrules.record.notation import parse
from groundrules.record.transcript import Turn
from groundrules.terms.levels import Level
from groundrules.terms.rights import Pursue

AP = PolicyShelf().load("ap")
RECORD = "talk.record"
HEAD = """\
conversation: talk
policy: ap
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield
"""
BEGUN = HEAD + "\n# by hand\nS1: Hello.\nAR: Hello.\n"
YES, NO, MAYBE, SILENCE, OTHER = "1", "2", "3", "4", "5"


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def agree(monkeypatch, capsys):
    """Return a way to run the command with lines typed; it returns status and what was printed."""

    def run(*arguments: str, typed: tuple[str, ...] = ()) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        status = main(("capture", RECORD, *arguments))
        out, err = capsys.readouterr()
        return status, out if status in {0, 1} else err

    return run


@pytest.fixture
def record() -> Path:
    path = Path(RECORD)
    path.write_text(BEGUN, encoding="utf-8")
    path.chmod(0o640)
    return path


def talk():
    return parse(Path(RECORD).read_text(encoding="utf-8"))


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("option", "begins"),
    [
        ("--embargo=2025-10-25T06:00+01:00", "groundrules: --embargo: this is over already ("),
        ("--delete-by=2025-10-01", "groundrules: --delete-by: this is over already ("),
        ("--embargo=2125-10-25T06:00+01:00", ""),
        ("--embargo=the vote", ""),
        ("--delete-by=2125-10-01", ""),
    ],
)
def test_what_is_over_already_is_warned_of(monkeypatch, capsys, option: str, begins: str):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{YES}\nYes.\n"))
    options = ("--description=a city official", option, "--defaults")

    assert main(("capture", RECORD, "background", *options)) == 0
    warned = capsys.readouterr().err
    assert warned.startswith(begins)
    assert bool(warned) is bool(begins)


def test_a_new_record_is_begun_and_a_yes_agrees(agree):
    status, out = agree(
        "background",
        "--new",
        "--policy=ap",
        "--outlet=The Ledger Post",
        "--defaults",
        typed=(YES, "Yes, fine."),
    )

    assert status == 0
    assert "Now: terms are in force." in out
    assert "turns 1 to 3" in out
    assert (Stage.ON_TERMS, "The Ledger Post", "ap") == (
        stage(talk(), AP, "S1"),
        talk().outlet,
        talk().policy,
    )
    assert talk().turns[-1].text == "Yes, fine."
    assert stat.S_IMODE(Path(RECORD).stat().st_mode) == 0o600


def test_a_new_record_does_not_replace_one_that_is_there(agree, record):
    status, err = agree("background", "--new")

    assert status == 2
    assert "the file is there already" in err
    assert record.read_text(encoding="utf-8") == BEGUN


def test_what_stood_in_the_record_stays_as_it_was_typed(agree, record):
    assert agree("background", "--defaults", typed=(YES, ""))[0] == 0

    assert record.read_text(encoding="utf-8").startswith(BEGUN)
    assert stat.S_IMODE(record.stat().st_mode) == 0o640
    assert talk().turns[2] == Turn(3, "S1", ("",))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(NO, Stage.ON_THE_RECORD), (MAYBE, Stage.UNCLEAR), (SILENCE, Stage.OFFERED)],
)
@pytest.mark.usefixtures("record")
def test_anything_but_a_yes_agrees_nothing_and_is_kept(agree, answer, expected):
    status, _ = agree("off-the-record", "--defaults", typed=(answer,))

    assert status == 1
    assert stage(talk(), AP, "S1") is expected


@pytest.mark.usefixtures("record")
def test_the_other_side_may_answer_with_other_terms(agree):
    background = "3"
    status, out = agree("otr", "--defaults", typed=(OTHER, background, YES, ""))

    assert status == 0
    assert out.count("Read this aloud") == 2
    assert [fact.kind for fact in talk().facts] == [
        Kind.TERMS_ASKED,
        Kind.TERMS_DEFINED,
        Kind.TERMS_COUNTERED,
        Kind.TERMS_DEFINED,
        Kind.TERMS_AGREED,
    ]


@pytest.mark.usefixtures("record")
def test_what_rides_along_is_read_back_also_with_other_terms(agree):
    """What a yes agrees is what was read: a condition that stays in force is said again."""
    background = "3"
    _, out = agree("otr", "--defaults", "--approval", typed=(OTHER, background, YES, ""))

    *_, last = out.split("Read this aloud")
    assert "yes to each quote" in " ".join(last.split("What did")[0].split())
    assert state(talk(), AP).grounds["S1"].current.conditions.quote_approval


@pytest.mark.usefixtures("record")
def test_a_condition_that_is_agreed_already_is_read_back_with_the_next_terms(agree):
    agree("background", "--defaults", "--delete-by=2027-01-01", typed=(YES, ""))
    _, out = agree("otr", "--defaults", typed=(YES, ""))

    assert "2027" in out.split("Read this aloud")[1]
    assert state(talk(), AP).grounds["S1"].current.conditions.delete_by.year == 2027


@pytest.mark.usefixtures("record")
def test_where_two_policies_differ_the_stricter_reading_is_offered_and_the_other_may_be_chosen(
    agree,
):
    """The Associated Press lets it be taken elsewhere; the Washington Post does not."""
    post = ("off-the-record", "--source-policy=washington-post")
    careful = [""] * 7

    assert agree(*post, typed=(*careful, YES, ""))[0] == 0
    strict = dict(talk().facts[1].proposal.changes)["pursue"]
    _, out = agree(*post, typed=("?",))

    assert Pursue.NO is strict
    assert "Stopped. Nothing was written." in out


@pytest.mark.usefixtures("record")
def test_without_a_level_one_is_chosen(agree):
    assert agree("--defaults", typed=("2", YES, ""))[0] == 0
    assert talk().facts[0].proposal.level is Level.NOT_FOR_ATTRIBUTION


@pytest.mark.usefixtures("record")
def test_the_description_is_asked_for_where_one_is_needed(agree):
    status, out = agree("background", typed=("", "", "", "", "", "", "someone who was there", YES))

    assert status == 0
    assert "How may the source be described?" in out
    assert talk().facts[1].proposal.descriptions == ("someone who was there",)


@pytest.mark.usefixtures("record")
def test_conditions_ride_along(agree):
    status, _ = agree(
        "background",
        "--defaults",
        "--approval",
        "--embargo=2026-11-05T06:00-05:00",
        "--delete-by=2027-01-01",
        "--tell=the editor",
        "--topic=the harbor",
        "--description=a person briefed on the talks",
        "--at=0:13:41",
        typed=(YES, ""),
    )

    agreed = talk().facts[1].proposal
    assert status == 0
    assert agreed.quote_approval
    assert agreed.embargo.until.isoformat() == "2026-11-05T06:00:00-05:00"
    assert (agreed.delete_by.isoformat(), agreed.tell, agreed.scope) == (
        "2027-01-01",
        ("the editor",),
        "the harbor",
    )
    assert talk().turns[-1].start == 821_000


@pytest.mark.usefixtures("record")
def test_an_event_may_be_an_embargo(agree):
    agree("background", "--defaults", "--embargo=the vote", typed=(YES, ""))

    assert talk().facts[1].proposal.embargo.event == "the vote"


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("--embargo=2026-11-05", "the time of day is missing"),
        ("--delete-by=soon", "this is not a date"),
        ("--at=noon", "this is not a time in the recording"),
        ("--asked-by=ZZ", "there is no party 'ZZ' in it"),
        ("--english=welsh", "there are no scripts called 'welsh'"),
        ("--source-policy=wapo", "there is no policy called 'wapo'"),
    ],
)
def test_what_cannot_be_read_is_refused_before_anything_is_written(agree, record, option, message):
    status, err = agree("background", "--defaults", option, typed=(YES, ""))

    assert status == 2
    assert message in err
    assert record.read_text(encoding="utf-8") == BEGUN


@pytest.mark.usefixtures("record")
def test_a_level_that_does_not_exist_gets_the_nearest(agree):
    status, err = agree("backround")

    assert status == 2
    assert "did you mean background?" in err


@pytest.mark.usefixtures("record")
def test_the_source_goes_back_alone_and_the_reporter_with_her_yes(agree):
    agree("background", "--defaults", typed=(YES, ""))
    assert agree("on-the-record", "--asked-by=AR", typed=(NO,))[0] == 1
    assert stage(talk(), AP, "S1") is Stage.ON_TERMS
    assert agree("on-the-record", "--asked-by=AR", typed=(YES,))[0] == 0
    agree("background", "--defaults", typed=(YES, ""))
    assert agree("on-the-record")[0] == 0
    assert stage(talk(), AP, "S1") is Stage.ON_THE_RECORD


@pytest.mark.usefixtures("record")
def test_the_cue_card_is_shown_and_kept(agree):
    status, out = agree("background", "--defaults", "--card=card.html", typed=(YES, ""))

    assert status == 0
    assert "Back on the record" in out
    assert "wrote card.html" in out
    assert "on background" in Path("card.html").read_text(encoding="utf-8")
    assert stat.S_IMODE(Path("card.html").stat().st_mode) == 0o600
    before = Path(RECORD).read_text(encoding="utf-8")
    assert agree("background", "--defaults", "--card=card.html", typed=(YES, ""))[0] == 2
    assert Path(RECORD).read_text(encoding="utf-8") == before


@pytest.mark.usefixtures("record")
def test_where_nothing_was_agreed_there_is_no_card(agree):
    _, out = agree("background", "--defaults", "--card=card.html", typed=(NO,))

    assert "Back on the record" not in out
    assert not Path("card.html").exists()


@pytest.mark.usefixtures("record")
def test_the_end_of_the_talk_is_logged(agree):
    status, out = agree("--close")

    assert status == 0
    assert "Closed." in out
    assert talk().facts[-1].kind is Kind.CONVERSATION_CLOSED


def test_two_sources_need_a_name(agree, record):
    record.write_text(BEGUN.replace("\n# by", "  S2: source\n\n# by"), encoding="utf-8")

    status, err = agree("background", "--defaults", typed=(YES, ""))

    assert status == 2
    assert "name one with --asked-by: S1, S2" in err
    assert agree("background", "--defaults", "--asked-by=S2", typed=(YES, ""))[0] == 0
    assert (Stage.ON_THE_RECORD, Stage.ON_TERMS) == tuple(
        stage(talk(), AP, one) for one in ("S1", "S2")
    )


def test_all_reporters_are_asked(agree, record):
    record.write_text(BEGUN.replace("\n# by", "  BR: reporter\n\n# by"), encoding="utf-8")

    status, err = agree("background", "--defaults", typed=(YES, ""))
    assert (2, True) == (status, "name one with --reader: AR, BR" in err)

    status, out = agree("background", "--defaults", "--reader=AR", typed=(YES, "", YES, ""))
    assert status == 0
    assert "What did BR answer?" in out
    assert stage(talk(), AP, "S1") is Stage.ON_TERMS


def test_a_record_that_changes_meanwhile_is_not_overwritten(agree, record, monkeypatch):
    from groundrules.faces.cli import capturing  # noqa: PLC0415 - to be changed in this test alone

    asked = capturing.ask_choice

    def meanwhile(*arguments, **named):
        record.write_text(BEGUN + "AR: Wait.\n", encoding="utf-8")
        return asked(*arguments, **named)

    monkeypatch.setattr(capturing, "ask_choice", meanwhile)
    status, err = agree("background", "--defaults", typed=(YES, ""))

    assert status == 2
    assert "the file has changed meanwhile" in err
    assert record.read_text(encoding="utf-8") == BEGUN + "AR: Wait.\n"


@pytest.mark.parametrize("columns", ["40", "80"])
@pytest.mark.usefixtures("record")
def test_nothing_is_wider_than_the_terminal(agree, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)

    _, out = agree("background", typed=("", "", "", "", "", "", "", YES, "Yes."))

    assert [line for line in out.splitlines() if len(line) > int(columns)] == []
