"""Captions that name their speakers within the words: `Name: …`, `[Name] …`, `>> NAME: …`.

WebVTT has voices for this, but meeting software writes `Name:` into the words, and SubRip has
nothing else. Which of such beginnings are speakers is decided over the whole file:

- `Name:` where `labels` takes it for one, or where three in four cues begin with a label, as
  meeting software writes them; in that case only at the beginning of a cue.
- `[Name]` or `[Name]:` likewise, where it is no sound (`[Laughter]`).
- `>>` begins another speaker, by a convention of broadcast captions: named behind it, or unknown.
  Where a file has such marks, a cue without one goes on with the speaker before it; where it has
  none, a cue without a name has no known speaker.
- A line that begins with a hyphen, below or above another such line in its cue, begins another
  speaker, named behind it or unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.transcript.cues import Cue, Spoken, conversation
from groundrules.readers.transcript.labels import (
    Label,
    Labels,
    is_name,
    is_shouted,
    label_of,
    words_of,
)
from groundrules.readers.transcript.markup import decoded
from groundrules.readers.transcript.origin import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_CHANGE = re.compile(r"\s*(?P<mark>>>>?)\s*(?P<rest>.*)")

_BRACKETED = re.compile(r"\s*\[(?P<name>[^\W\d_][^\[\]:\n]{0,59})\]\s*:?\s*(?P<rest>\S.*)")

_DASH = re.compile(r"\s*(?P<mark>[-–—])\s?(?P<rest>[^\s\-–—].*)")

_SOUND = re.compile(
    r"\b(?:laugh\w*|applau\w*|music\w*|inaudible|unintelligible|cross-?talk\w*|silen\w+|pause\w*|"
    r"noise\w*|cough\w*|sigh\w*|cheer\w*|chuckl\w*|foreign|speak\w*|audio|video|sound\w*|bell\w*|"
    r"phone\w*|knock\w*|whisper\w*|gasp\w*|groan\w*|scream\w*|shout\w*|sob\w*|cry\w*|clear\w*|"
    r"beep\w*|buzz\w*|click\w*|door\w*|static|indistinct|overlapping|redacted|blank_audio)\b",
    re.IGNORECASE,
)

_MOST_WORDS = 5

_SENTENCE = re.compile(r"[,;?!…\"“”]|\.\s")


class _Start(NamedTuple):
    """How a line of a cue begins.

    Attributes:
        rest: the line without a mark of change.
        label: the label it may begin with, or None.
        change: the mark that somebody else speaks: `>>`, a hyphen, or "".
        first: it is the first line of its cue.
    """

    rest: str
    label: Label | None
    change: str
    first: bool


def captioned(cues: list[Cue], tag: re.Pattern[str], origin: Origin, form: str) -> Conversation:
    """Return the conversation of cues without voices, in the order given.

    Args:
        cues: their payload as it stands in the file.
        tag: the marks of the form, which go.
        origin: the file's name and the wanted id.
        form: the name of the form.

    Raises:
        BadInput: there are no words in it.
    """
    bare = [cue._replace(payload=decoded(tag.sub("", cue.payload))) for cue in cues]
    return conversation(speakers_in(bare), origin, form)


def speakers_in(cues: list[Cue]) -> Iterator[Spoken]:
    """Yield what the cues say with its speakers, in the order of the cues given."""
    names = _Names(cues)
    label = ""
    changed = True
    for cue in cues:
        for speaker, text in _stretches(cue, names):
            if speaker is not None or not names.change_marked:
                label = speaker or ""
                changed = True
            # A mark of change without words still ends the turn before it.
            if text or label:
                yield Spoken(cue, label, text, continues=not changed)
                changed = False


def _stretches(cue: Cue, names: _Names) -> Iterator[tuple[str | None, str]]:
    """Yield the stretches of a cue: the label of whoever begins, None for nobody, and the words."""
    speaker: str | None = None
    words: list[str] = []
    for start in _starts(cue):
        named = start.label if start.label and names.hold(start.label.name, start) else None
        if named or start.change:
            yield speaker, one_line(" ".join(words))
            speaker = named.name if named else ""
            words = []
        words.append(named.rest if named else start.rest)
    yield speaker, one_line(" ".join(words))


def _starts(cue: Cue) -> list[_Start]:
    lines = [line for line in cue.payload.split("\n") if line and not line.isspace()]
    dashed = len(lines) > 1 and sum(_DASH.match(line) is not None for line in lines) > 1
    return [_start(line, dashed=dashed, first=at == 0) for at, line in enumerate(lines)]


def _start(line: str, *, dashed: bool, first: bool) -> _Start:
    mark = (">" in line and _CHANGE.match(line)) or (dashed and _DASH.match(line)) or None
    rest = mark["rest"] if mark else line
    return _Start(rest, _label(rest), mark["mark"] if mark else "", first)


def _label(line: str) -> Label | None:
    bracketed = _BRACKETED.match(line) if "[" in line else None
    if bracketed and not _SOUND.search(bracketed["name"]):
        return Label(" ".join(bracketed["name"].split()), bracketed["rest"])
    return label_of(line)


class _Names:
    """Which beginnings name speakers in one file.

    Attributes:
        change_marked: the file marks every change of speaker with `>>`.
    """

    def __init__(self, cues: list[Cue]) -> None:
        candidates: list[str] = []
        begun = spoken = 0
        self.change_marked = False
        for cue in cues:
            for start in _starts(cue):
                if start.label:
                    candidates.append(start.label.name)
                spoken += start.first
                begun += start.first and start.label is not None
                self.change_marked |= start.change.startswith(">>")
        shouted = is_shouted("".join(cue.payload for cue in cues[:2000]))
        self._labels = Labels(candidates, shouted=shouted)
        self._at_each_cue = begun * 4 >= spoken * 3 > 0

    def hold(self, name: str, start: _Start) -> bool:
        """Tell whether a label that a line begins with names a speaker."""
        return self._labels.name_speakers(name) or (
            self._at_each_cue
            and (start.first or start.change != "")
            and len(words_of(name)) <= _MOST_WORDS
            and (is_name(name) or not _SENTENCE.search(name))
        )
