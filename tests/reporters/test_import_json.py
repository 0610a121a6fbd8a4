"""The object that `import --json` prints: to its schema, and every field documented."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from groundrules.config.settings import settle
from groundrules.desk.records.import_transcript import Telling, read_all
from groundrules.desk.records.preview_import import preview
from groundrules.errors import BadInput
from groundrules.readers.transcript.casting import Who
from groundrules.record.facts import INCIDENTS, OF_THE_NEWSROOM, Kind
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.record.transcript import Role
from groundrules.reporters import import_json
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES
from talks import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMA = json.loads((files("groundrules.reporters") / "import.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA)
PAGE = Path(__file__).parents[2] / "docs/reference/import-json.md"
OFFICIAL = Path(__file__).parents[1] / "fixtures" / "transcripts" / "official"

CAPTIONS = """WEBVTT

00:00:01.500 --> 00:00:04.000
<v MR. PRICE>Can this be on background, as "a port official"?</v>

00:00:05.000 --> 00:00:06.000
<v Speaker 2>Sure.</v>

00:00:07.000 --> 00:00:09.000
<v MR. PRICE>The deal was dead by Friday.</v>

00:00:10.000 --> 00:00:11.000
hm
"""
WHO = {"mr. price": Who(Role.SOURCE, "S1"), "Speaker 2": Who(Role.REPORTER)}


def printed(path: Path, who: Mapping[str, Who], *, cues: bool = True) -> Any:
    """Return the object, read back."""
    (read,) = read_all([path], None)
    found = preview(read, Telling(who, cues=cues), settle(path.parent, {}, {}))
    lines = import_json.lines(found.now, found.confirmed, found.heard, found.labels)
    return json.loads("\n".join(line[0].text for line in lines))


@pytest.fixture
def captions(tmp_path: Path) -> Path:
    path = tmp_path / "talk.vtt"
    path.write_text(CAPTIONS, encoding="utf-8")
    return path


def test_an_object(captions: Path) -> None:
    found = printed(captions, WHO)

    VALID.validate(found)
    assert found["schema"] == "groundrules-import-1"
    assert found["conversation"] == "talk"
    assert found["parties"] == [
        {"id": "S1", "label": "MR. PRICE", "role": "source"},
        {"id": "SPEAKER-2", "label": "Speaker 2", "role": "reporter"},
    ]
    assert [turn["speaker"] for turn in found["turns"]] == [
        *("MR. PRICE", "Speaker 2", "MR. PRICE", None)
    ]
    assert [turn["start"] for turn in found["turns"]] == [1500, 5000, 7000, 10000]
    assert [turn["number"] for turn in found["turns"]] == [1, 2, 3, 4]
    assert [turn["status"] for turn in found["turns"]] == ["on-the-record", "open", "open", "open"]
    assert found["terms"] == ["on-the-record", "background", "background", "open"]
    ask, agree = found["proposals"]
    assert (ask["kind"], ask["by"], ask["turn"], ask["part"]) == ("ask", "MR. PRICE", 1, 1)
    assert (ask["level"], ask["descriptions"]) == ("background", ["a port official"])
    assert (agree["kind"], agree["by"], agree["turn"]) == ("agree", "Speaker 2", 2)
    assert found["turns"][1]["text"][agree["start"] : agree["end"]].startswith("Sure")


def test_without_cues_nothing_is_proposed(captions: Path) -> None:
    found = printed(captions, WHO, cues=False)

    VALID.validate(found)
    assert found["proposals"] == []
    assert found["terms"] == [turn["status"] for turn in found["turns"]]


def test_a_record_with_a_turn_without_words(tmp_path: Path) -> None:
    text = (
        "conversation: c\nparties:\n  AR: reporter, Ana Ruiz\n  S1: source, Dana Whitfield\n\n"
        'AR:\n  > offer background to=S1 embargo="six"\nS1: Yes.\n  > agree\nS1: Dead.\nAR:\n'
    )
    path = tmp_path / "c.record"
    path.write_text(text, encoding="utf-8")

    found = printed(path, {})

    VALID.validate(found)
    assert import_json.statuses(fold(parse(text), HOUSE)) == found["terms"]
    assert found["terms"] == ["on-the-record", "background", "background", "background"]


def test_a_label_that_nobody_goes_by_is_refused_with_those_there_are(captions: Path) -> None:
    with pytest.raises(BadInput) as refused:
        printed(captions, {"Zoë": Who(Role.SOURCE), "MR. PRICE": Who(Role.SOURCE)})

    (fault,) = refused.value.faults
    assert fault.message == "nobody goes by the label 'Zo\\xeb'"
    assert fault.remedy == "the labels there are: 'MR. PRICE', 'SPEAKER-2'"


@pytest.mark.parametrize("path", sorted(OFFICIAL.glob("20*.md")), ids=lambda path: path.stem)
def test_official_transcripts_are_printed_to_the_schema(path: Path) -> None:
    found = printed(path, {})

    VALID.validate(found)
    assert len(found["terms"]) == len(found["turns"])
    for one in found["proposals"]:
        assert 0 <= one["start"] <= one["end"] <= len(found["turns"][one["turn"] - 1]["text"])


def names(node: object) -> Iterator[str]:
    """Yield the names of all properties of a schema."""
    if isinstance(node, dict):
        properties = node.get("properties")
        yield from properties if isinstance(properties, dict) else ()
        for child in node.values():
            yield from names(child)


def test_every_field_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert sorted({name for name in names(SCHEMA) if f"`{name}`" not in page}) == []
    assert [status for status in import_json.STATUSES if f"`{status}`" not in page] == []


def test_the_schema_is_sound_and_knows_every_word() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    known = SCHEMA["$defs"]

    assert list(import_json.STATUSES) == known["status"]["enum"]
    assert list(Role) == known["party"]["properties"]["role"]["enum"]
    proposal = known["proposal"]["properties"]
    afterwards_only = INCIDENTS | OF_THE_NEWSROOM
    assert [one for one in Kind if one not in afterwards_only] == proposal["kind"]["enum"]
    assert [*Level, None] == proposal["level"]["enum"]
    assert list(AXES) == proposal["rights"]["propertyNames"]["enum"]
