"""vCon: a conversation with its parties, its dialogs and their transcripts, as the IETF drafts it.

Source: draft-ietf-vcon-vcon-core (and the older draft-ietf-vcon-vcon-container): `vcon` with the
version, `parties[]` with `name`, `dialog[]` with `type`, `start` and `parties`, `analysis[]` with
`type`, `dialog` and `body`. Confirmed against the drafts' text and against sample files of the
working group's and its members' public projects.

Read are the bodies of dialogs of type `text`, and of the analyses of type `transcript` (and
`wtf_transcription`, draft-howe-vcon-wtf-extension), which hold a transcript in any form of JSON
that is read here, or plain text. Of several transcripts of one dialog the first is read. Times
count from the start of the earliest dialog.

The names of the parties are what the system that wrote the file declares: no voice in a transcript
is taken for any of them, unless the transcript writes that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput
from groundrules.readers.text_file import begins_as_json, shown
from groundrules.readers.transcript.cues import numbered_lines
from groundrules.readers.transcript.json_document import load_json
from groundrules.readers.transcript.labels import Labels, is_shouted, label_of
from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.speakers import Cast
from groundrules.readers.transcript.spoken_words import known
from groundrules.readers.transcript.turns import Said
from groundrules.readers.transcript.voices import is_voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

    from groundrules.readers.transcript.json_document import Node
    from groundrules.readers.transcript.origin import Origin

    Reader = Callable[[Node], "Iterable[Said] | None"]

DECLARED = "the names of its parties as its system declares them"

_TRANSCRIPTS = frozenset({"transcript", "wtf_transcription"})


def is_vcon(document: dict[str, object]) -> bool:
    """Tell whether a document calls itself a vCon."""
    return "vcon" in document


class VCon(NamedTuple):
    """What a vCon holds.

    Attributes:
        said: in the order of the file.
        cast: its parties, in its order.
        start: when its earliest dialog began, or None.
        subject: what it was about; "" where it does not say.
    """

    said: list[Said]
    cast: Cast
    start: datetime | None
    subject: str


class _Dialog(NamedTuple):
    node: Node
    number: int
    start: datetime | None

    def later(self, first: datetime | None) -> int | None:
        """Return how many milliseconds it begins behind the first dialog, or None."""
        if first is None or self.start is None:
            return None
        seconds = self.start - first
        return round(seconds.total_seconds() * 1000)


def read_vcon(document: Node, origin: Origin, reader: Reader) -> VCon:
    """Return what a vCon holds.

    Args:
        document: the whole of it.
        origin: the file's name.
        reader: reads a transcript within it, or returns None where its form is not known.
    """
    cast = Cast(shown(origin.path))
    names = [_name(party, number) for number, party in enumerate(document.nodes("parties"), 1)]
    for name in names:
        cast.speaker(name)
    dialogs = [_dialog(one, number) for number, one in enumerate(document.nodes("dialog"))]
    first = min((one.start for one in dialogs if one.start), default=None)
    transcripts = _transcripts(document, dialogs)
    said = [
        *(one for dialog in dialogs for one in _written(dialog, first, names, transcripts)),
        *_transcribed(transcripts, dialogs, first, _Bodies(origin, reader, names)),
    ]
    return VCon(said, cast, first, one_line(document.text("subject")))


def _name(party: Node, number: int) -> str:
    return one_line(party.text("name")) or f"participant {number}"


def _dialog(dialog: Node, number: int) -> _Dialog:
    from datetime import datetime  # noqa: PLC0415 - start-up time

    written = dialog.text("start")
    try:
        start = datetime.fromisoformat(written) if written else None
    except ValueError:
        start = None
    if written and (start is None or start.utcoffset() is None):
        remedy = "write it as RFC 3339 does, with the offset from UTC"
        dialog.refuse("start", "it is no time of day with a zone", remedy)
        start = None
    return _Dialog(dialog, number, start)


def _transcripts(document: Node, dialogs: list[_Dialog]) -> dict[int | None, Node]:
    """Return the first transcript of each dialog, and of none."""
    transcripts: dict[int | None, Node] = {}
    for analysis in document.nodes("analysis"):
        if analysis.text("type") in _TRANSCRIPTS and analysis.has("body"):
            several = isinstance(analysis.raw.get("dialog"), list)
            number = None if several else analysis.ordinal("dialog")
            if number is not None and number >= len(dialogs):
                analysis.refuse("dialog", "there is no such dialog")
            transcripts.setdefault(number, analysis)
    return transcripts


def _written(
    dialog: _Dialog,
    first: datetime | None,
    names: list[str],
    transcripts: dict[int | None, Node],
) -> Iterator[Said]:
    """Yield what a dialog of text says."""
    node = dialog.node
    if node.text("type") != "text":
        return
    if node.has("body"):
        transcripts.pop(dialog.number, None)
        start = dialog.later(first)
        lasts = node.time("duration")
        end = start + lasts if start is not None and lasts is not None else None
        yield Said(_sender(node, names), _plain(node), start, end)
    elif node.has("url") and dialog.number not in transcripts:
        node.refuse("url", "its words are in another file", "import that file")


def _sender(dialog: Node, names: list[str]) -> str:
    """Return the name of whoever wrote a text: its originator, or the first of its parties."""
    key = "originator" if dialog.has("originator") else "parties"
    parties = dialog.raw.get(key)
    if isinstance(parties, list):
        first = dialog._replace(raw={key: parties[0]}) if parties else None
        number = first.ordinal(key) if first and not isinstance(parties[0], list) else None
    else:
        number = dialog.ordinal(key)
    if number is not None and number >= len(names):
        dialog.refuse(key, "there is no such party")
        return ""
    return "" if number is None else names[number]


def _plain(node: Node) -> str:
    """Return the body of a node as text, decoded where it is encoded."""
    encoding = node.text("encoding") or "none"
    body = node.text("body")
    if encoding in {"none", "json"}:
        return body
    if encoding != "base64url":
        node.refuse("encoding", "it is not known", "write none, json or base64url")
        return ""
    from base64 import urlsafe_b64decode  # noqa: PLC0415 - seldom needed

    try:
        return urlsafe_b64decode(body + "=" * (-len(body) % 4)).decode()
    except ValueError:
        node.refuse("body", "it is no text in UTF-8, encoded as base64url")
        return ""


class _Bodies(NamedTuple):
    """What reads the body of a transcript: the reader of JSON, and the names of the parties."""

    origin: Origin
    reader: Reader
    names: list[str]

    def read(self, analysis: Node) -> Iterable[Said]:
        """Return what the body of an analysis says."""
        if isinstance(analysis.raw.get("body"), dict):
            return self._document(analysis, analysis.node("body"))
        body = _plain(analysis)
        if not begins_as_json(body):
            return self._lines(body)
        try:
            value = load_json(body, self.origin)
        except BadInput as bad:
            analysis.refuse("body", bad.faults[0].message)
            return ()
        return self._document(analysis, analysis.within("body", value))

    def _document(self, analysis: Node, inner: Node) -> Iterable[Said]:
        said = self.reader(inner)
        if said is None and isinstance(inner.raw.get("transcript"), str):
            return self._lines(inner.text("transcript"))
        if said is None:
            analysis.refuse("body", "it holds no form of transcript that is known")
        return said or ()

    def _lines(self, text: str) -> Iterator[Said]:
        """Yield the lines of a text, which may begin with a name and a colon.

        A line goes on with the one right above it; behind a blank line, somebody else may speak.
        """
        lines = [line for _, line in numbered_lines(text)]
        found = [label_of(line) for line in lines]
        labels = Labels((one.name for one in found if one), shouted=is_shouted(text))
        speaker = ""
        below = False
        for line, label in zip(lines, found, strict=True):
            if label and (label.name in self.names or labels.name_speakers(label.name)):
                speaker = known(label.name)
                yield Said(speaker, label.rest)
            elif line.strip():
                yield Said(speaker, line, continues=below)
            else:
                speaker = ""
            below = bool(line.strip())


def _transcribed(
    transcripts: dict[int | None, Node],
    dialogs: list[_Dialog],
    first: datetime | None,
    bodies: _Bodies,
) -> Iterator[Said]:
    for number, analysis in transcripts.items():
        known_dialog = number is not None and number < len(dialogs)
        later = dialogs[number].later(first) if known_dialog and number is not None else None
        for one in bodies.read(analysis):
            label = _apart(one.label, number) if len(transcripts) > 1 else one.label
            start, end = _moved(one.start, later), _moved(one.end, later)
            yield one._replace(label=label, start=start, end=end)


def _apart(label: str, number: int | None) -> str:
    """Return a voice's label with its dialog: `0` in one recording is not `0` in another."""
    if number is None or not is_voice(label):
        return label
    named = label if label[0].isalpha() and len(label) > 1 else f"speaker {label}"
    return f"dialog {number} {named}"


def _moved(time: int | None, later: int | None) -> int | None:
    return None if time is None else time + (later or 0)
