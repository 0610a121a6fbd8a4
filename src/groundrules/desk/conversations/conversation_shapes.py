"""What a page shows of a conversation: plain shapes, without any type of the record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class PartySeen:
    """Somebody who took part.

    Attributes:
        ends_on: on which terms his words stood when the talk ended; "" for a reporter.
        ends_with: what that withholds, in words.
    """

    id: str
    role: str
    name: str
    affiliation: str
    description: str
    is_bound: bool
    is_protected: bool
    ends_on: str = ""
    ends_with: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class OpenSeen:
    """Something open about terms: what, how it is settled, and in how many statements."""

    message: str
    advice: str
    turn: int
    statements: int


@dataclass(frozen=True, slots=True, repr=False)
class ActSeen:
    """An act.

    Attributes:
        number: of the fact, counted from 1.
        turn: in which it was done; 0 where it was done afterwards.
        says: who does what, in a sentence.
        notation: as the record has it.
        idle: why it changed nothing; "" where it did.
        when: an instant, for what was done afterwards.
    """

    number: int
    turn: int
    kind: str
    by: str
    says: str
    notation: str
    idle: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class HeardSeen:
    """An act that was heard, and that nobody has confirmed.

    Attributes:
        number: which of the proposals that wait, counted from 1.
        why: what kind of phrase it was; "" where it was put by hand.
        words: in which it was heard.
    """

    number: int
    turn: int
    kind: str
    by: str
    says: str
    notation: str
    why: str
    words: str


@dataclass(frozen=True, slots=True, repr=False)
class PartSeen:
    """The words of one part of a turn.

    Attributes:
        number: of the part, counted from 1.
        status: a level, or `unclear`; "" where there are no words.
        limits: what the terms withhold, in words; "" where they are as before.
        begins: the terms differ from those before it.
        because: the numbers of the facts because of which.
        basis: what the terms rest on.
        remarks: `released`, `approved`, `graced` and `asked-late`, as far as they apply.
    """

    number: int
    text: str
    status: str = ""
    limits: str = ""
    begins: bool = False
    because: tuple[int, ...] = ()
    basis: str = ""
    open: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    acts: tuple[ActSeen, ...] = ()
    heard: tuple[HeardSeen, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class TurnSeen:
    """A turn.

    Attributes:
        speaker: a party's id; "" where it cannot be told who spoke.
        name: as the record has it.
        start: milliseconds from the beginning of the recording, or None.
        end: likewise: its own end, or where the next turn begins.
        status: the strictest of its parts.
    """

    number: int
    speaker: str
    name: str
    is_bound: bool
    start: int | None
    end: int | None
    status: str
    parts: tuple[PartSeen, ...]


@dataclass(frozen=True, slots=True, repr=False)
class RailCell:
    """A stretch of a rail: a level or `unclear`, and over how many of its cells it goes."""

    status: str
    span: int


@dataclass(frozen=True, slots=True, repr=False)
class ConversationSeen:
    """A conversation.

    Attributes:
        day: an instant or a day, as the record has it; "" for none.
        policy: the id of the one under which it is read.
    """

    name: str
    version: int
    may_read_words: bool
    day: str
    outlet: str
    policy: str
    policy_name: str
    matter: str
    origin: str
    parties: tuple[PartySeen, ...]
    rail: tuple[RailCell, ...]
    open: tuple[OpenSeen, ...]
    turns: tuple[TurnSeen, ...]
    acts: tuple[ActSeen, ...]
    afterwards: tuple[ActSeen, ...]
    waiting: int


@dataclass(frozen=True, slots=True, repr=False)
class Counted:
    """How many statements stand on a level, or are `unclear`."""

    status: str
    statements: int


@dataclass(frozen=True, slots=True, repr=False)
class TalkLine:
    """A conversation in a list.

    Attributes:
        stream: which stands for it in addresses.
        name: "" where one may not read its terms.
        day: of the talk as the record has it, or else of its first entry.
        may_read: `words`, `terms` or `nothing`.
        shredded: whether what it held was erased.
        statements: on which terms they stand, those of reporters apart.
        open: how many things are open about its terms.
        waiting: how many acts were heard that nobody has confirmed.
    """

    stream: str
    name: str
    day: str
    may_read: str
    shredded: bool
    outlet: str = ""
    policy: str = ""
    matter: str = ""
    turns: int = 0
    statements: tuple[Counted, ...] = ()
    rail: tuple[RailCell, ...] = ()
    open: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class SpeakerSeen:
    """Somebody in a transcript.

    Attributes:
        id: in the record, as it would be.
        label: as the transcript has it.
        role: as far as it is known.
        first: the beginning of the first words, to tell who it is.
    """

    id: str
    label: str
    role: str
    turns: int
    words: int
    first: str


@dataclass(frozen=True, slots=True, repr=False)
class TranscriptSeen:
    """A transcript as it was recognised.

    Attributes:
        name: of the conversation, as it would be.
        origin: what it was recognised as.
        day: "" where it says none.
        unknown: in how many turns it cannot be told who spoke.
        timed: in how many it is said when.
        heard: how many acts about the terms were heard.
        rail: on which terms it would stand if all of them were confirmed.
        is_record: it is a record already, with facts of its own.
    """

    name: str
    origin: str
    day: str
    turns: int
    words: int
    unknown: int
    timed: int
    heard: int
    rail: tuple[RailCell, ...]
    speakers: tuple[SpeakerSeen, ...]
    is_record: bool


@dataclass(frozen=True, slots=True, repr=False)
class TapeSeen:
    """A recording of a conversation.

    Attributes:
        mime: the type of its content.
        author: the name of the member who brought it or recorded it.
        until_ms: at which millisecond its last mark or piece lies; 0 where that is not known.
        clock_ms: at which millisecond of the tape the times of the transcript begin; it is
            negative where the tape was begun later.
    """

    id: str
    mime: str
    since: str
    author: str
    until_ms: int
    clock_ms: int
