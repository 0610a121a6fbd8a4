"""A transcript in JSON, as recognisers and services write it: which form it is, and what it says.

The form is told by the structure of the document, never by the file's name. In all of them: no
word is lost or moved to another speaker, times are exact to the millisecond, and where the document
does not say who spoke, nobody is known. A label that only tells voices apart becomes a party
without a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import MEBIBYTE, shown
from groundrules.readers.transcript import assemblyai as aai
from groundrules.readers.transcript import aws_transcribe as aws
from groundrules.readers.transcript import deepgram as dg
from groundrules.readers.transcript import google_speech as google
from groundrules.readers.transcript import rev_ai, turns, vcon, whisper, whisperx
from groundrules.readers.transcript.cues import BACKWARDS, Faults
from groundrules.readers.transcript.json_document import load_json, root
from groundrules.readers.transcript.origin import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from groundrules.readers.transcript.json_document import Node
    from groundrules.readers.transcript.origin import Origin
    from groundrules.readers.transcript.turns import Said
    from groundrules.record.transcript import Conversation

LIMIT = 32 * MEBIBYTE
"""The most bytes of a transcript in JSON. Every word has its times, its confidence and its speaker
beside it, often twice, often one to a line: four hours of talk weigh up to 24 MiB."""

MOST_CHARACTERS = 4 * MEBIBYTE
"""The most characters of talk in it: as many as a transcript in any other form may have."""

MOST_PIECES = 100_000
"""The most pieces of talk in it: one a second for a day and a night."""

VCON = "vCon"


class Form(NamedTuple):
    """A form of transcript in JSON.

    Attributes:
        name: as the origin of a record names it.
        is_it: tells whether a document has it.
        read: yields what was said.
    """

    name: str
    is_it: Callable[[dict[str, object]], bool]
    read: Callable[[Node], Iterable[Said]]


FORMS = (
    Form("Whisper", whisper.is_whisper, whisper.read_whisper),
    Form("WhisperX", whisperx.is_whisperx, whisperx.read_whisperx),
    Form("Amazon Transcribe", aws.is_aws_transcribe, aws.read_aws_transcribe),
    Form("Google Speech-to-Text", google.is_google_speech, google.read_google_speech),
    Form("AssemblyAI", aai.is_assemblyai, aai.read_assemblyai),
    Form("Deepgram", dg.is_deepgram, dg.read_deepgram),
    Form("Rev AI", rev_ai.is_rev_ai, rev_ai.read_rev_ai),
)


def form_of(document: dict[str, object]) -> str:
    """Return the name of the form that a document has; "" for none that is known."""
    if vcon.is_vcon(document):
        return VCON
    return next((form.name for form in FORMS if form.is_it(document)), "")


def read_json_transcript(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a transcript in JSON.

    Args:
        text: the whole file.
        origin: the file's name and the wanted id.

    Raises:
        BadInput: with the path of each fault in the document, up to a bound.
    """
    faults = Faults(origin)
    document = root(load_json(text, origin), faults)
    faults.stop_if_any()
    if vcon.is_vcon(document.raw):
        held = vcon.read_vcon(document, origin, _said)
        told = (VCON, vcon.DECLARED)
        return turns.conversation(
            _checked(held.said, faults, origin),
            origin,
            *told,
            cast=held.cast,
            day=held.start,
            matter=held.subject,
        )
    said = _said(document)
    if said is None:
        raise BadInput(_unknown(origin))
    return turns.conversation(_checked(said, faults, origin), origin, form_of(document.raw))


def _said(document: Node) -> Iterable[Said] | None:
    form = next((form for form in FORMS if form.is_it(document.raw)), None)
    return form.read(document) if form else None


def _unknown(origin: Origin) -> Fault:
    names = ", ".join([*(form.name for form in FORMS), VCON])
    message = f"it is JSON, but of no form that is read: {names}"
    return Fault(shown(origin.path), message, "export it as one of these, or as WebVTT")


def _checked(said: Iterable[Said], faults: Faults, origin: Origin) -> list[Said]:
    """Return what was said in the order of time, each piece on one line, or raise every fault."""
    pieces = []
    characters = 0
    for one in said:
        text = one_line(one.text)
        if text:
            pieces.append(one._replace(text=text))
            characters += len(text)
            _refuse_many(len(pieces), characters, origin)
    faults.stop_if_any()

    def backwards(_piece: Said) -> None:
        remedy = "split the file where a second recording begins"
        raise BadInput(Fault(shown(origin.path), BACKWARDS, remedy))

    return turns.in_order(pieces, backwards)


def _refuse_many(pieces: int, characters: int, origin: Origin) -> None:
    if pieces > MOST_PIECES or characters > MOST_CHARACTERS:
        message = f"it has more than {MOST_PIECES:,} pieces or {MOST_CHARACTERS:,} characters"
        raise BadInput(Fault(shown(origin.path), f"{message} of talk", "split it"))
