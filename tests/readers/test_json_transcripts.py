"""Transcripts in JSON: which form each is, and what is refused in all of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.readers.transcript import json_transcripts, vcon
from groundrules.readers.transcript.json_transcripts import (
    FORMS,
    VCON,
    form_of,
    read_json_transcript,
)
from groundrules.readers.transcript.origin import Origin
from groundrules.readers.transcripts import read_transcript
from groundrules.record.notation import parse, to_text
from recognised import FIXTURES, read, said

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = {
    "whisper": "Whisper",
    "whisperx": "WhisperX",
    "aws_transcribe": "Amazon Transcribe",
    "google_speech": "Google Speech-to-Text",
    "assemblyai": "AssemblyAI",
    "deepgram": "Deepgram",
    "rev_ai": "Rev AI",
    "vcon": VCON,
}

FILES = {
    path: form for folder, form in FOLDERS.items() for path in sorted((FIXTURES / folder).iterdir())
}

FEWEST = 2


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_form_is_told_apart_from_every_other(path: Path) -> None:
    document = json.loads(path.read_text("utf-8"))

    told = [form.name for form in FORMS if form.is_it(document)]

    assert [FILES[path]] == told + [VCON] * vcon.is_vcon(document)
    assert FILES[path] == form_of(document)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_file_s_name_says_nothing(path: Path, tmp_path: Path) -> None:
    renamed = tmp_path / "talk.vtt"
    renamed.write_bytes(path.read_bytes())

    conversation = read_transcript(renamed)

    assert f"talk.vtt, {FILES[path]}" == ", ".join(conversation.origin.split(", ")[:2])
    assert conversation == parse(to_text(conversation))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_form_has_fixtures(folder: str) -> None:
    assert FEWEST <= sum(path.parent.name == folder for path in FILES)


UNKNOWN = [
    {},
    {"text": "hello"},
    {"transcript": "hello"},
    {"words": [{"text": "hello"}]},
    {"results": {}},
    {"results": {"gs://bucket/talk.wav": {}}},
    {"results": 7},
    {"response": 7},
    {"response": {"results": {}}},
    {"results": [{"alternatives": []}], "result_index": 0},
    {"results": [{"results": []}, 7]},
    {"payload": "e30", "signatures": []},
]


@pytest.mark.parametrize("document", UNKNOWN)
def test_json_of_no_known_form_is_refused(document: dict[str, object]) -> None:
    with pytest.raises(BadInput, match="it is JSON, but of no form that is read: Whisper, "):
        read(document)


def faults_of(text: str) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_json_transcript(text, Origin("talk.json"))
    assert {"talk.json"} == {fault.path for fault in caught.value.faults}
    assert all(fault.remedy for fault in caught.value.faults)
    return [fault.message for fault in caught.value.faults]


MONOLOGUE = '{"monologues": [{"speaker": 1, "elements": [%s]}]}'
VALUE = "$.monologues[0].elements[0].value"
TS = "$.monologues[0].elements[0].ts"
NO_NUMBER = "it is no time: it must be a number"
TOO_LONG = "the time is negative, or past 999 hours"

REFUSED = {
    "no object": ("[[1]]", ["$: it must be an object"]),
    "a key twice at the top": ('{"monologues": [], "monologues": []}',
                               ["$: it has the same key twice"]),
    "a key twice": (MONOLOGUE % '{"value": "a", "value": "b"}',
                    ["$.monologues[0].elements[0]: it has the same key twice"]),
    "NaN for a time": (MONOLOGUE % '{"value": "a", "ts": NaN}', [f"{TS}: {NO_NUMBER}"]),
    "NaN for a word": (MONOLOGUE % '{"value": NaN}', [f"{VALUE}: it must be text"]),
    "infinity": (MONOLOGUE % '{"value": "a", "ts": -Infinity}', [f"{TS}: {NO_NUMBER}"]),
    "a negative time": (MONOLOGUE % '{"value": "a", "ts": -1}', [f"{TS}: {TOO_LONG}"]),
    "a negative exponent": (MONOLOGUE % '{"value": "a", "ts": -1e9}', [f"{TS}: {TOO_LONG}"]),
    "a huge time": (MONOLOGUE % '{"value": "a", "ts": 999999999999}', [f"{TS}: {TOO_LONG}"]),
    "a huge exponent": (MONOLOGUE % '{"value": "a", "ts": 1e99}', [f"{TS}: {TOO_LONG}"]),
    "an exponent past all": (MONOLOGUE % '{"value": "a", "ts": 1e999999999}',
                             [f"{TS}: {NO_NUMBER}"]),
    "digits without end": (MONOLOGUE % ('{"value": "a", "ts": ' + "9" * 100_000 + "}"),
                           [f"{TS}: {NO_NUMBER}"]),
    "digits without end behind the point": (
        MONOLOGUE % ('{"value": "a", "ts": 0.' + "9" * 100_000 + "}"), [f"{TS}: {NO_NUMBER}"]),
    "Arabic digits": (MONOLOGUE % '{"value": "a", "ts": "٣"}', [f"{TS}: {NO_NUMBER}"]),
    "backwards": (MONOLOGUE % '{"value": "a", "ts": 2, "end_ts": 1}',
                  ["$.monologues[0].elements[0].end_ts: it ends before it starts"]),
    "a list for a time": (MONOLOGUE % '{"value": "a", "ts": [1]}', [f"{TS}: {NO_NUMBER}"]),
    "truth for a time": (MONOLOGUE % '{"value": "a", "ts": true}', [f"{TS}: {NO_NUMBER}"]),
    "a number for a word": (MONOLOGUE % '{"value": 7}', [f"{VALUE}: it must be text"]),
    "an object for a word": (MONOLOGUE % '{"value": {}}', [f"{VALUE}: it must be text"]),
    "no word": (MONOLOGUE % "{}", [f"{VALUE}: it is missing"]),
    "a number for a segment": ('{"segments": [7]}', ["$.segments[0]: it must be an object"]),
    "a fraction for an index": (
        '{"vcon": "0.3.0", "dialog": [{"type": "text", "body": "a", "originator": 1.5}]}',
        ["$.dialog[0].originator: it must be a whole number"]),
    "null for an element": (MONOLOGUE % "null",
                            ["$.monologues[0].elements[0]: it must be an object"]),
    "text for a list": ('{"monologues": "a"}', ["$.monologues: it must be a list"]),
    "a list for an object": ('{"results": {"channel_labels": [], "items": []}}',
                             ["$.results.channel_labels: it must be an object"]),
    "a label of a fraction": ('{"monologues": [{"speaker": 1.5, "elements": []}]}',
                              ["$.monologues[0].speaker: it must be text or a whole number"]),
    "a label of an object": ('{"monologues": [{"speaker": {}, "elements": []}]}',
                             ["$.monologues[0].speaker: it must be text"]),
    "a label without end": (json.dumps({"monologues": [{"speaker": "a" * 201, "elements": []}]}),
                            ["$.monologues[0].speaker: a label has more than 200 characters"]),
    "a text without end": (json.dumps({"segments": [{"text": "a " * 600_000}]}),
                           ["$.segments[0].text: it has more than 1,048,576 characters"]),
    "several at once": (MONOLOGUE % '{"value": 7, "ts": NaN}, {"end_ts": ""}',
                        [f"{TS}: {NO_NUMBER}", f"$.monologues[0].elements[1].end_ts: {NO_NUMBER}",
                         f"{VALUE}: it must be text",
                         "$.monologues[0].elements[1].value: it is missing"]),
    "too many to name": (MONOLOGUE % ",".join(["{}"] * 99),
                         [f"$.monologues[0].elements[{at}].value: it is missing"
                          for at in range(20)]),
    "no words": (MONOLOGUE % '{"value": " "}', ["there are no words in it"]),
    "a list of nothing": ('{"segments": []}', ["there are no words in it"]),
    "an empty list of alternatives": ('{"results": {"items": [{"alternatives": []}]}}',
                                      ["$.results.items[0].alternatives: it is missing or empty"]),
    "cut in a word": ('{"segments": [{"text": "a',
                      ["this is not JSON: unterminated string starting at"]),
    "two documents": ("{} {}", ["this is not JSON: extra data"]),
    "control characters": ('{"segments": [{"text": "a\x07"}]}',
                           ["this is not JSON: invalid control character at"]),
    "brackets without end": ("[" * 100_000,
                             ["it has brackets within brackets too deep to be read"]),
    "objects without end": ('{"segments":' * 100_000,
                            ["it has brackets within brackets too deep to be read"]),
    "too many values": ("[" + "1," * 1_000_000 + "1]", ["it has more than 1,000,000 values"]),
    "too many pieces": (json.dumps({"segments": [{"text": "a"}] * 100_001}),
                        ["it has more than 100,000 pieces or 4,194,304 characters of talk"]),
    "too much talk": (json.dumps({"segments": [{"text": "a" * 1_000_000}] * 5}),
                      ["it has more than 100,000 pieces or 4,194,304 characters of talk"]),
    "two recordings": ('{"segments": [{"text": "a", "start": 70}, {"text": "b", "start": 9.9}]}',
                       ["the clock steps back by more than a minute"]),
    "too many speakers": (json.dumps({"monologues": [
        {"speaker": at, "elements": [{"value": "a"}]} for at in range(1_001)]}),
        ["more than 1,000 different labels look like speakers"]),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_broken_is_refused_with_its_path(name: str) -> None:
    text, messages = REFUSED[name]

    assert messages == faults_of(text)


def test_what_is_not_read_may_be_broken() -> None:
    text = '{"a": NaN, "b": {"c": 1, "c": 2}, "segments": [{"text": "a", "d": %s, "end": null}]}'

    conversation = read_json_transcript(text % ("9" * 9000), Origin("talk.json"))

    assert [(None, None, "", "a")] == said(conversation)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1.30", 1300), ('"1.30"', 1300), ("0.0005", 1), ("0.00049999999999999999", 0),
        ("0.0015", 2), ("4.35", 4350), ("1.005", 1005), ("8.075", 8075), ("0", 0), ("-0.0", 0),
        ("1e3", 1_000_000), ("1.5E-3", 2), ("2.5e+0", 2500), ("3599999.999", 3_599_999_999),
        ("1.2800000000000000266", 1280), ("0.29", 290), ("262144.0005", 262_144_001),
    ],
)  # fmt: skip
def test_times_do_not_pass_through_binary_fractions(written: str, expected: int) -> None:
    text = f'{{"segments": [{{"text": "a", "start": {written}}}]}}'

    assert expected == read_json_transcript(text, Origin("talk.json")).turns[0].start


@given(st.integers(0, 3_599_999_999), st.integers(0, 9))
def test_every_millisecond_is_exact(milliseconds: int, zeros: int) -> None:
    written = f"{milliseconds // 1000}.{milliseconds % 1000:03}{'0' * zeros}"
    text = f'{{"segments": [{{"text": "a", "start": "{written}", "end": {written}}}]}}'

    turn = read_json_transcript(text, Origin("talk.json")).turns[0]

    assert (milliseconds, milliseconds) == (turn.start, turn.end)


def test_segments_are_taken_in_the_order_of_their_start() -> None:
    segments = [
        {"text": "two", "start": 2},
        {"text": "behind two"},
        {"text": "one", "start": 1},
        {"text": "three", "start": 2},
    ]

    assert ["one", "two", "behind two", "three"] == [
        turn.text for turn in read({"segments": segments}).turns
    ]


def test_the_limit_is_wider_than_that_of_other_forms(tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    padding = "x" * 5_000_000
    path.write_text(json.dumps({"padding": padding, "segments": [{"text": "a"}]}))

    assert ["a"] == [turn.text for turn in read_transcript(path).turns]

    path.write_bytes(b"{" + b" " * json_transcripts.LIMIT)
    with pytest.raises(BadInput, match="it has more than 32 MiB"):
        read_transcript(path)


def test_a_transcript_that_begins_with_a_bracket_is_no_json(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("[Laughter]\n\nANA: Hello.\n")

    assert ["ANA"] == [turn.speaker for turn in read_transcript(path).turns]


KEYS = st.sampled_from(
    [
        "segments", "text", "start", "end", "words", "word", "speaker", "score", "word_segments",
        "results", "items", "alternatives", "content", "type", "start_time", "end_time",
        "speaker_label", "speaker_labels", "channel_labels", "channels", "channel_label",
        "audio_segments", "transcript", "startTime", "endTime", "startOffset", "speakerTag",
        "speakerLabel", "channelTag", "seconds", "nanos", "utterances", "punctuated_word",
        "monologues", "elements", "value", "ts", "end_ts", "speaker_info", "display_name", "vcon",
        "parties", "name", "dialog", "analysis", "body", "encoding", "originator", "duration",
        "subject", "response", "url",
    ]
)  # fmt: skip

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(
        ["a b.", "1.3", "2.9s", "punctuation", "text", "transcript", "base64url", "none"]
    )
    | st.text(max_size=6)
)

VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=40,
)


def broken(value: object, path: list[int], leaf: object) -> object:
    """Return a document with another value somewhere in it, as these numbers lead."""
    if not path or not isinstance(value, (dict, list)) or not value:
        return leaf
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    chosen = keys[path[0] % len(keys)]
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[chosen] = broken(value[chosen], path[1:], leaf)  # type: ignore[index,call-overload]
    return copy


def gives_a_record_or_a_fault(document: object) -> None:
    try:
        conversation = read(document)
    except BadInput as bad:
        assert bad.faults  # noqa: PT017 - either outcome is right, and each has its proof
    else:
        assert conversation == parse(to_text(conversation))


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_any_document_gives_a_record_or_a_fault(document: dict[str, object]) -> None:
    gives_a_record_or_a_fault(document)


@given(st.sampled_from(sorted(FILES)), st.lists(st.integers(0, 20), min_size=1, max_size=9), VALUES)
def test_a_good_document_with_one_wrong_value_gives_a_record_or_a_fault(
    path: Path, way: list[int], leaf: object
) -> None:
    gives_a_record_or_a_fault(broken(json.loads(path.read_text("utf-8")), way, leaf))
