r"""An official transcript: turns that begin with `NAME:` or `Q`, as press offices publish them.

The text may be Markdown, as converted from a web page: front matter, hard-wrapped lines,
backslashes before punctuation. A turn begins where a label does (see `labels`): at the start of a
paragraph, or of another line where the label is sure or the line before it ended a sentence. A line
that begins with what may be a name, and is not sure to be one, begins words of nobody known: they
are protected, and never pass for those of the speaker above. Every word stays: those of a turn in
the turn, its paragraphs divided by a line feed; what stands above the first speaker and is no
heading, in a turn whose speaker is not known; title, headings and the time of the end, in the
record's `matter`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript.labels import (
    Label,
    Labels,
    are_at_each_line,
    is_capitals,
    is_shouted,
    label_of,
    may_be_name,
    words_of,
)
from groundrules.readers.transcript.markup import plain
from groundrules.readers.transcript.official_head import (
    front_matter,
    is_closing,
    is_heading,
    moment,
    page_of,
)
from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.speakers import Cast
from groundrules.record.transcript import Conversation, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.readers.transcript.origin import Origin

_LETTER = re.compile(
    r"\s*[*_]{0,3}(?P<name>[QA])[*_]{0,3}(?P<mark>[.:]?)[*_]{0,3}(?P<gap>\s+|$)(?P<rest>.*)",
    re.DOTALL,
)

_TITLE = re.compile(r"\s{0,3}#{1,6}\s+(?P<title>\S.*)", re.DOTALL)

_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s")

_MOST_OPENING_TURNS = 3

_LONGEST_OPENING = 4000
"""An embargo on the whole talk is told in the first turns; characters."""

_BREAK_BY_BLANKS = "  "

_BREAK_BY_BACKSLASH = "\\"

_SENTENCE_ENDS = frozenset('.?!…)]"”’—–-')


class _Line(NamedTuple):
    """A line that is not blank, and whether it begins a paragraph."""

    text: str
    opens: bool


class _Said(NamedTuple):
    """What one speaker said: the label, and the lines of each paragraph."""

    label: str
    paragraphs: list[list[str]]

    @property
    def text(self) -> str:
        """Return the words, unwrapped, one line for each paragraph."""
        return "\n".join(filter(None, (plain(" ".join(lines)) for lines in self.paragraphs)))


def read_official(text: str, origin: Origin) -> Conversation:
    """Return the conversation of an official transcript.

    Args:
        text: the whole file.
        origin: the file's name and the wanted id.

    Raises:
        BadInput: no line of it names a speaker.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    front, taken = front_matter(lines)
    body = list(_lines(lines[taken:]))
    finder = _Finder(body, shouted=is_shouted(text), published=bool(front.get("source_url")))
    said = list(_said(body, finder))
    if not any(one.label for one in said):
        raise _no_transcript(origin)
    headings = _headings(said[0])
    closing = _closing(said[-1])
    title = one_line(front.get("title", ""))
    cast = Cast(shown(origin.path), title)
    turns = tuple(_turns(said, cast))
    opening = " ".join(turn.text for turn in turns[:_MOST_OPENING_TURNS])
    day = moment(headings, front.get("date", ""), page_of(front, opening[:_LONGEST_OPENING]))
    return Conversation(
        id=origin.conversation_id(day),
        parties=cast.parties,
        turns=turns,
        date=day,
        matter=" | ".join(filter(None, (title, *headings, *closing))),
        origin=origin.described("official transcript", front.get("source_url", "")),
    )


def _no_transcript(origin: Origin) -> BadInput:
    message = (
        "no transcript was found in it: no WEBVTT header, no SubRip cues, no conversation: line, "
        "and no line that begins with a speaker, NAME: or Q"
    )
    remedy = "put each speaker's name and a colon before the words, or export it as WebVTT"
    return BadInput(Fault(shown(origin.path), message, remedy))


def _lines(lines: Sequence[str]) -> Iterator[_Line]:
    opens = True
    for line in lines:
        if not line or line.isspace():
            opens = True
            continue
        opens = opens or bool(_ITEM.match(line))
        # A backslash that is itself marked by one is a character of the words.
        broken = line.endswith(_BREAK_BY_BACKSLASH) and not line.endswith(_BREAK_BY_BACKSLASH * 2)
        yield _Line(line[:-1] if broken else line, opens)
        opens = broken or line.endswith(_BREAK_BY_BLANKS)


def _said(lines: list[_Line], finder: _Finder) -> Iterator[_Said]:
    said = _Said("", [])
    before = ""
    begun = False
    for line in lines:
        found = finder.label(line, before)
        title = _TITLE.match(line.text)
        before = line.text
        begun = begun or bool(found and found.name)
        # Above the first speaker nobody is known anyway: `Place: Lima` may be a heading there.
        if found and begun:
            yield said
            said = _Said(found.name, [[found.rest]])
        elif title:
            yield said
            said = _Said("", [[title["title"]]])
        elif line.opens or not said.paragraphs:
            said.paragraphs.append([line.text])
        else:
            said.paragraphs[-1].append(line.text)
    yield said


class _Finder:
    """What finds the labels in the lines of one transcript.

    One that tells the address where it was published has every speaker in the office's style, so
    that one word before a colon, `Inflation:`, is a topic there. Elsewhere it may be anybody.
    """

    def __init__(self, lines: list[_Line], *, shouted: bool, published: bool) -> None:
        names = [label.name for line in lines if (label := label_of(line.text))]
        self._labels = Labels(names, shouted=shouted)
        self._published = published
        self._at_each_line = are_at_each_line(len(names), len(lines))
        self._width = max((len(line.text) for line in lines), default=0)
        letters = [_LETTER.match(line.text) for line in lines]
        asked = [letter for letter in letters if letter and letter["name"] == "Q"]
        self._marks = {letter["mark"] for letter in asked} - {""}
        self._wide = any(not letter["mark"] and len(letter["gap"]) > 1 for letter in asked)

    def label(self, line: _Line, before: str) -> Label | None:
        """Return the label with which a line begins a turn, or None; `before` is the line above.

        Where it cannot be told whether somebody begins, the label is empty: nobody is known.
        """
        letter = _LETTER.match(line.text)
        if letter and self._asks_or_answers(letter, opens=line.opens):
            return Label(letter["name"], letter["rest"])
        if letter and self._may_ask(letter, opens=line.opens):
            return Label(letter["name"], letter["rest"]) if not self._wide else Label("", line.text)
        label = label_of(line.text)
        if not label or self._begins_turn(label.name, line, before):
            return label
        doubted = self._may_name(label.name) and not self._is_wrapped(line, before)
        return Label("", line.text) if doubted else None

    def _asks_or_answers(self, letter: re.Match[str], *, opens: bool) -> bool:
        if letter["mark"]:
            return letter["mark"] in self._marks and (opens or letter["mark"] == ":")
        alone = opens and not letter["rest"]
        return letter["name"] == "Q" and (len(letter["gap"]) > 1 or alone)

    def _may_ask(self, letter: re.Match[str], *, opens: bool) -> bool:
        # With one blank behind it, as some transcripts have throughout. `Q&A` has none, "Q and A"
        # goes on in small letters; but "Q Branch" where others have more is anybody's guess.
        unmarked = letter["name"] == "Q" and not letter["mark"]
        return unmarked and opens and not letter["rest"][:1].islower()

    def _begins_turn(self, name: str, line: _Line, before: str) -> bool:
        if not self._labels.name_speakers(name):
            return False
        after_sentence = _ends_sentence(before) and is_capitals(name)
        return line.opens or self._labels.are_sure(name) or after_sentence

    def _may_name(self, name: str) -> bool:
        if self._published and len(words_of(name)) == 1:
            return False
        return may_be_name(name, at_each_line=self._at_each_line)

    def _is_wrapped(self, line: _Line, before: str) -> bool:
        # "doing right now in / Medicare: making vaccines free". A line above that had room for the
        # next word was not wrapped: there somebody broke it.
        if line.opens or self._at_each_line or _ends_sentence(before):
            return False
        return len(before) + 1 + len(line.text.split()[0]) > self._width


def _ends_sentence(line: str) -> bool:
    return line.rstrip()[-1:] in _SENTENCE_ENDS


def _headings(first: _Said) -> list[str]:
    """Take the headings out of what stands above the first label, and return them."""
    headings: list[str] = []
    talk: list[list[str]] = []
    for paragraph in first.paragraphs:
        lines = [plain(line) for line in paragraph]
        if all(map(is_heading, filter(None, lines))):
            headings += filter(None, lines)
        else:
            talk.append(paragraph)
    first.paragraphs[:] = talk
    return headings


def _closing(last: _Said) -> list[str]:
    """Take the time and the mark of the end out of the last turn, and return them in order."""
    closing: list[str] = []
    # The words behind a label are talk, even where they are a time of day.
    while len(last.paragraphs) > 1 and all(is_closing(plain(line)) for line in last.paragraphs[-1]):
        closing[:0] = [plain(line) for line in last.paragraphs.pop()]
    return closing


def _turns(said: list[_Said], cast: Cast) -> Iterator[Turn]:
    number = 0
    for one in said:
        text = one.text
        if one.label or text:
            number += 1
            yield Turn(number, cast.speaker(one.label), (text,))
