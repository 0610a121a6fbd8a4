"""Who is who: what `--party` says about the speakers of a transcript, and asking about the others.

A guess is offered only where the transcript or an earlier record says it. A label by which a
program tells voices apart names nobody: its party has no name until a person types one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from groundrules.faces.cli.asking import ask_choice, ask_text, say
from groundrules.readers.transcript.casting import Who, label_of
from groundrules.readers.transcript.speakers import goes_by
from groundrules.record.transcript import Role
from groundrules.reporters.plain_words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from groundrules.record.transcript import Conversation, Party

    Remembered = Callable[[Conversation, str], Party | None]

_SAMPLES = 3
_LONGEST_SAMPLE = 140
_TELLING = 4
"""A turn of fewer words says little about who speaks."""

_ROLES = {
    Role.REPORTER.value: "reporter: bound by promises, and not protected by them",
    Role.SOURCE.value: "source",
    Role.SPOKESPERSON.value: "spokesperson",
    Role.MODERATOR.value: "moderator",
    Role.NEGOTIATOR.value: "negotiator",
    Role.OTHER.value: "other: protected like a source",
}
_REST = "rest"


def given(options: Iterable[str]) -> dict[str, Who]:
    """Return what `--party LABEL=ROLE` or `--party LABEL=ROLE:ID` says.

    Raises:
        click.UsageError: one of them has another form.
    """
    found = {}
    for one in options:
        label, equals, told = one.rpartition("=")
        role, colon, party_id = told.partition(":")
        if not (label and equals and role in set(Role)) or (colon and not party_id):
            known = ", ".join(Role)
            message = f"--party wants LABEL=ROLE, with one of {known}, or LABEL=ROLE:ID"
            raise click.UsageError(message)
        found[label] = Who(Role(role), party_id)
    return found


class Speaker(NamedTuple):
    """Somebody who speaks in a transcript, and has not been told."""

    label: str
    party: Party
    conversation: Conversation

    @property
    def has_no_name(self) -> bool:
        """Tell whether the label only tells the voice apart."""
        return self.party.role is Role.OTHER and not (self.party.name or self.party.description)


def untold(conversations: Iterable[Conversation], told: Mapping[str, Who]) -> list[Speaker]:
    """Return the speakers of whom nothing is told, each label once, in the order of the talks."""
    found: dict[str, Speaker] = {}
    for conversation in conversations:
        for party in conversation.parties:
            label = label_of(party)
            if not any(goes_by(party, one) for one in told):
                found.setdefault(label.casefold(), Speaker(label, party, conversation))
    return list(found.values())


def askable(speakers: Iterable[Speaker], files: int) -> list[Speaker]:
    """Return the speakers about whom one answer can be given.

    In another file the same label of a voice is somebody else's.
    """
    return [one for one in speakers if files == 1 or not one.has_no_name]


def ask(speakers: Sequence[Speaker], remembered: Remembered) -> dict[str, Who]:
    """Ask about each speaker, until the person leaves the others as they are.

    Args:
        speakers: those of whom nothing is told.
        remembered: returns whoever went by a label of a conversation in an earlier record.

    Raises:
        Stopped: the person has had enough of the import.
    """
    told: dict[str, Who] = {}
    if speakers:
        say(f"Who is who? {counted(len(speakers), 'speaker')}. The record keeps the answers.")
    for number, speaker in enumerate(speakers, 1):
        click.echo()
        _introduce(speaker, f"{number} of {len(speakers)}")
        before = remembered(speaker.conversation, speaker.label)
        others = {one.id for one in speaker.conversation.parties if one != speaker.party}
        who = _asked(speaker, before, others | {one.id for one in told.values()})
        if who is None:
            break
        told[speaker.label] = who
    click.echo()
    return told


def _introduce(speaker: Speaker, place: str) -> None:
    turns = [one for one in speaker.conversation.turns if one.speaker == speaker.party.id]
    say(f"{place}: {speaker.label}, {counted(len(turns), 'turn')}")
    for sample in _samples([turn.text for turn in turns]):
        say(f"“{sample}”", "  ")


def _samples(texts: Sequence[str]) -> Iterator[str]:
    telling = [text for text in texts if len(text.split()) >= _TELLING]
    for text in (telling or texts)[:_SAMPLES]:
        words = " ".join(text.split())
        yield words if len(words) <= _LONGEST_SAMPLE else f"{words[:_LONGEST_SAMPLE]} …"


def _asked(speaker: Speaker, before: Party | None, taken: Container[str]) -> Who | None:
    """Return who it is; None where this one and the rest are left as they are."""
    guess = before.role if before else speaker.party.role
    default = "" if guess is Role.OTHER and not before else guess.value
    if before:
        say("An earlier record has an answer, which is offered.")
    choices = {**_ROLES, _REST: "leave this one and the rest as they are"}
    role = ask_choice("What is this speaker?", choices, default=default)
    if role == _REST:
        return None
    known = before.id if before and before.id not in taken else ""
    if not speaker.has_no_name:
        return Who(Role(role), known)
    name = ask_text("The name?", default=before.name if before else "")
    return Who(Role(role), known, name)
