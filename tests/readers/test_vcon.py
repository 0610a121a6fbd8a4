from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

from groundrules.errors import BadInput
from groundrules.record.transcript import Party, Role
from recognised import Heard, counted, read, read_fixture, runs, said, seconds, talks, text_of

PARTIES = [{"name": "Dana Whitfield"}, {"name": "Ana Ruiz"}, {"tel": "+12025550155"}]
EAST = timezone(-timedelta(hours=5))
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def vcon(*dialogs: dict[str, object], **more: object) -> dict[str, object]:
    return {"vcon": "0.3.0", "parties": PARTIES, "dialog": list(dialogs), **more}


def text(body: object, **more: object) -> dict[str, object]:
    entry = {"type": "text", "start": "2026-11-03T12:00:00Z", "parties": [0], "body": body}
    return {**entry, "encoding": "none", **more}


def recording(start: str = "2026-11-03T12:00:00Z") -> dict[str, object]:
    return {"type": "recording", "start": start, "parties": [0, 1], "url": "https://example.org/a"}


def transcript(body: object, **more: object) -> dict[str, object]:
    return {
        "type": "transcript",
        "dialog": 0,
        "vendor": "x",
        "encoding": "none",
        "body": body,
        **more,
    }


def monologues(*talks_of: tuple[int, str, float]) -> dict[str, object]:
    """Return a transcript of Rev's shape: speaker, words and start of each."""
    return {
        "monologues": [
            {"speaker": speaker,
             "elements": [{"type": "text", "value": words, "ts": start, "end_ts": start + 1}]}
            for speaker, words, start in talks_of
        ]
    }  # fmt: skip


def texts(document: dict[str, object]) -> list[tuple[str, str]]:
    return [(speaker, words) for _, _, speaker, words in said(read(document))]


def fault_of(document: dict[str, object]) -> str:
    with pytest.raises(BadInput) as caught:
        read(document)
    return caught.value.faults[0].message


def test_texts_are_turns_of_whoever_sent_them() -> None:
    conversation = read_fixture("vcon", "chat")

    assert [
        (0, 4000, "RUIZ", "Can I use this?"),
        (25750, None, "WHITFIELD", "Only without my name."),
        (54755, None, "RUIZ", "Agreed."),
    ] == said(conversation)
    assert (
        datetime(2026, 11, 3, 14, 0, 5, 250_000, tzinfo=EAST),
        "2026-11-03-chat",
        "Question on the dredging contract",
        "chat.json, vCon, the names of its parties as its system declares them",
        (Party("WHITFIELD", Role.OTHER, "Dana Whitfield"), Party("RUIZ", Role.OTHER, "Ana Ruiz")),
    ) == (
        conversation.date,
        conversation.id,
        conversation.matter,
        conversation.origin,
        conversation.parties,
    )


def test_a_voice_of_a_recording_is_none_of_the_declared_parties() -> None:
    conversation = read_fixture("vcon", "recorded-call")

    assert [
        (480, 2360, "SPEAKER-0", "Hi. Are we still on background?"),
        (3600, 5480, "SPEAKER-1", "We are. No name, no title."),
        (6400, 6680, "SPEAKER-0", "Understood."),
    ] == said(conversation)
    assert ["Dana Whitfield", "", "", ""] == [party.name for party in conversation.parties]


def test_a_transcript_as_text_names_the_parties() -> None:
    assert [
        (None, None, "ODUM", "Chatham House Rule, please."),
        (None, None, "BRADWELL", "Fine by me: nobody is quoted."),
        (None, None, "ODUM", "Then let's begin."),
    ] == said(read_fixture("vcon", "meeting-as-text"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Just words.", [("", "Just words.")]),
        ("One.\n\nTwo.", [("", "One."), ("", "Two.")]),
        ("Dana Whitfield: Yes.\nand more", [("WHITFIELD", "Yes. and more")]),
        ("Dana Whitfield: Yes.\n\nSo: no.", [("WHITFIELD", "Yes."), ("", "So: no.")]),
        ("Agent 7: Yes.\nAgent 7: No.", [("AGENT-7", "Yes. No.")]),
        ({"transcript": "Ana Ruiz: Yes."}, [("RUIZ", "Yes.")]),
        (monologues((0, "Yes", 0)), [("SPEAKER-0", "Yes")]),
        (json.dumps(monologues((0, "Yes", 0))), [("SPEAKER-0", "Yes")]),
        ({"transcript": {"text": "Yes"}, "segments": [{"start": 0, "end": 1, "text": "Yes"}]},
         [("", "Yes")]),
    ],
)  # fmt: skip
def test_a_transcript_may_have_any_form(body: object, expected: list[tuple[str, str]]) -> None:
    assert expected == texts(vcon(recording(), analysis=[transcript(body)]))


@pytest.mark.parametrize(
    ("more", "speaker"),
    [
        ({}, "WHITFIELD"),
        ({"parties": 1}, "RUIZ"),
        ({"parties": [2, 0]}, "PARTICIPANT-3"),
        ({"parties": [0, 1], "originator": 1}, "RUIZ"),
        ({"parties": None}, ""),
        ({"parties": []}, ""),
        ({"parties": [[0, 1]]}, ""),
    ],
)
def test_who_sent_a_text(more: dict[str, object], speaker: str) -> None:
    assert [(speaker, "Yes.")] == texts(vcon(text("Yes.", **more)))


def test_an_encoded_text_is_decoded() -> None:
    encoded = urlsafe_b64encode("Grüße, nä?".encode()).decode().rstrip("=")

    assert [("WHITFIELD", "Grüße, nä?")] == texts(vcon(text(encoded, encoding="base64url")))


def test_the_first_transcript_of_a_dialog_is_read_and_none_of_a_text_that_is_there() -> None:
    first, second = transcript("One."), transcript("Uno.")

    assert [("", "One.")] == texts(vcon(recording(), analysis=[first, second]))
    assert [("WHITFIELD", "Yes.")] == texts(vcon(text("Yes."), analysis=[first]))


def test_a_voice_of_one_recording_is_not_the_voice_of_another() -> None:
    document = vcon(
        recording(),
        recording("2026-11-03T12:01:00.500Z"),
        analysis=[
            transcript(monologues((0, "one", 1))),
            transcript(monologues((0, "two", 2)), dialog=1),
        ],
    )

    assert [
        (1000, 2000, "DIALOG-0-SPEAKER-0", "one"),
        (62500, 63500, "DIALOG-1-SPEAKER-0", "two"),
    ] == said(read(document))


def test_a_name_in_two_recordings_is_one_party() -> None:
    spoken = monologues((0, "one", 1))
    spoken["monologues"][0]["speaker_info"] = {"display_name": "Ana Ruiz"}  # type: ignore[index]
    both = [transcript(spoken), transcript(spoken, dialog=1)]

    assert [("RUIZ", "one one")] == texts(vcon(recording(), recording(), analysis=both))


def test_a_dialog_of_text_without_words_is_passed_over() -> None:
    assert [("", "One.")] == texts(vcon(text(None), recording(), analysis=[transcript("One.")]))


def test_an_analysis_of_no_dialog_or_several_keeps_its_times() -> None:
    spoken = monologues((0, "one", 1))

    for dialog in (None, [0, 1]):
        document = vcon(recording(), analysis=[transcript(spoken, dialog=dialog)])
        assert [(1000, 2000, "SPEAKER-0", "one")] == said(read(document))


def test_a_text_without_a_start_has_no_time() -> None:
    assert [(None, None, "WHITFIELD", "Yes.")] == said(read(vcon(text("Yes.", start=None))))


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (vcon(text("Yes.", parties=[9])), "$.dialog[0].parties: there is no such party"),
        (vcon(text("Yes.", originator=3)), "$.dialog[0].originator: there is no such party"),
        (vcon(text("Yes.", start="noon")),
         "$.dialog[0].start: it is no time of day with a zone"),
        (vcon(text("Yes.", start="2026-11-03T12:00:00")),
         "$.dialog[0].start: it is no time of day with a zone"),
        (vcon(text(None, url="https://example.org/a")),
         "$.dialog[0].url: its words are in another file"),
        (vcon(text("Yes.", encoding="rot13")), "$.dialog[0].encoding: it is not known"),
        (vcon(text("/w", encoding="base64url")),
         "$.dialog[0].body: it is no text in UTF-8, encoded as base64url"),
        (vcon(text("ü", encoding="base64url")),
         "$.dialog[0].body: it is no text in UTF-8, encoded as base64url"),
        (vcon(text(7)), "$.dialog[0].body: it must be text"),
        (vcon(recording()), "there are no words in it"),
        (vcon(recording(), analysis=[transcript("Yes.", dialog=4)]),
         "$.analysis[0].dialog: there is no such dialog"),
        (vcon(recording(), analysis=[transcript('{"a": ')]),
         "$.analysis[0].body: this is not JSON: expecting value"),
        (vcon(recording(), analysis=[transcript('{"a": 1}')]),
         "$.analysis[0].body: it holds no form of transcript that is known"),
        (vcon(recording(), analysis=[transcript("[[1]]")]),
         "$.analysis[0].body: it must be an object"),
        (vcon(recording(), analysis=[transcript({"monologues": [{"elements": [{}]}]})]),
         "$.analysis[0].body.monologues[0].elements[0].value: it is missing"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_fault_with_its_path(
    document: dict[str, object], message: str
) -> None:
    assert message == fault_of(document)


@given(talks(["0", "1", "2"]))
def test_texts_keep_their_words_senders_and_times(talk: list[Heard]) -> None:
    rows = runs(talk)
    dialogs = [
        text(
            text_of(row),
            parties=[int(row[0].voice), 1],
            start=(NOON + timedelta(milliseconds=row[0].start)).isoformat(),
            duration=seconds(row[-1].end - row[0].start),
        )
        for row in rows
    ]
    ids = ["WHITFIELD", "RUIZ", "PARTICIPANT-3"]
    first = rows[0][0].start

    conversation = read(vcon(*dialogs))

    assert [
        (row[0].start - first, row[-1].end - first, ids[int(row[0].voice)], text_of(row))
        for row in rows
    ] == said(conversation)
    assert counted(text_of(talk)) == counted(" ".join(turn.text for turn in conversation.turns))
