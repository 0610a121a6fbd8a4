"""Beginning a conversation by hand: its head, its parties, and words that follow later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.vaults.moves import bring
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript.labels import label_of, may_be_name
from groundrules.readers.transcript.origin import one_line, refuse_bad_id
from groundrules.record.notation import part_text, to_text
from groundrules.record.notation.verbs import ACT_MARK, PROPOSED_MARK, UNKNOWN_SPEAKER
from groundrules.record.notation.words import ID
from groundrules.record.transcript import Conversation, Party, Role, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from groundrules.config.settings import Settings

_LIKE_ID = re.compile(rf"{ID}\s?:(?!//)")


class NewParty(NamedTuple):
    """Somebody who takes part, as typed; all of it is empty for a line that was left empty."""

    id: str
    role: str
    name: str = ""
    affiliation: str = ""
    description: str = ""

    def __repr__(self) -> str:
        """Show the id alone."""
        return f"NewParty({self.id})"


class NewConversation(NamedTuple):
    """A conversation as typed.

    Attributes:
        name: its id; it says nothing of the source.
        date: when it began; None where it is not known.
        policy: the id of the one under which it is read; "" for the house's own.
        words: what was said, a line `ID: words` for each turn, the id in capitals or small letters;
            "" for none yet.
    """

    name: str
    date: datetime | date | None
    outlet: str
    policy: str
    matter: str
    parties: tuple[NewParty, ...]
    words: str = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "NewConversation()"


def begin_conversation(vault: Path, new: NewConversation, settings: Settings) -> str:
    """Begin a conversation in a vault, and return its name.

    Args:
        vault: its folder.
        new: as typed.
        settings: where policies are found.

    Raises:
        BadInput: something cannot stand in a record, the name is taken, or there is no such
            policy. Nothing is written then.
    """
    refuse_bad_id(new.name, "name")
    conversation = Conversation(
        new.name,
        tuple(_parties(new.parties)),
        date=new.date,
        outlet=one_line(new.outlet),
        policy=new.policy,
        matter=one_line(new.matter),
    )
    conversation = conversation._replace(turns=tuple(_turns(new.words, conversation)))
    Policies(settings).of(conversation)
    path = shown(vault / new.name)
    bring(vault, {path: to_text(conversation, path)})
    return new.name


def _parties(typed: Sequence[NewParty]) -> Iterator[Party]:
    filled = [one for one in typed if any((one.id, one.name, one.affiliation, one.description))]
    ids = [one.id.casefold() for one in filled]
    for one in filled:
        if not one.id or ids.count(one.id.casefold()) > 1:
            message = "everybody who takes part needs an id of their own"
            raise BadInput(Fault("parties", message, "give each a short one, such as AR or S1"))
        yield Party(
            one.id,
            _role(one.role),
            one_line(one.name),
            tuple(filter(None, (one_line(one.affiliation),))),
            (),
            one_line(one.description),
        )


def _role(typed: str) -> Role:
    if typed not in set(Role):
        message = "everybody who takes part needs a role"
        raise BadInput(Fault("parties", message, f"choose one of {', '.join(Role)}"))
    return Role(typed)


def _turns(words: str, conversation: Conversation) -> Iterator[Turn]:
    """Yield the turns of typed words; a line without an id goes on with the turn before it.

    A line that may begin somebody else's words is refused: on the turn above they would stand on
    its terms, and without any where it is a reporter's.

    Raises:
        BadInput: a line is refused; with the number of each.
    """
    ids = {party.id.casefold(): party.id for party in conversation.parties} | {UNKNOWN_SPEAKER: ""}
    said: list[tuple[str, list[str]]] = []
    faults: list[Fault] = []
    for number, line in enumerate(map(str.strip, words.splitlines()), 1):
        speaker, colon, rest = line.partition(":")
        key = speaker.strip().casefold()
        if colon and key in ids:
            said.append((ids[key], [rest.strip()]))
            wrong = _act_among_words(rest)
        else:
            wrong = _nobody_listed(line) or _act_among_words(line) or _nobody_yet(line, said)
            if line and not wrong:
                said[-1][1].append(line)
        if wrong:
            faults.append(Fault("words", *wrong, number))
    if faults:
        raise BadInput(*faults)
    for number, (speaker, lines) in enumerate(said, 1):
        yield Turn(number, speaker, (part_text("\n".join(lines)),))


def _nobody_listed(line: str) -> tuple[str, str] | None:
    """Return what is wrong with a line that begins as somebody's turn does, and the remedy."""
    label = label_of(line)
    if _LIKE_ID.match(line) or (label and may_be_name(label.name, at_each_line=True)):
        message = "nobody who takes part has what stands before the colon as an id"
        return message, "list them, correct the id, or put the words on the line above"
    return None


def _act_among_words(line: str) -> tuple[str, str] | None:
    if line.lstrip().startswith((ACT_MARK, PROPOSED_MARK)):
        remedy = "leave it out here, and set the terms afterwards, turn by turn"
        return "what changes the terms stands among the words", remedy
    return None


def _nobody_yet(line: str, said: Sequence[object]) -> tuple[str, str] | None:
    if line and not said:
        remedy = "begin each turn with an id, such as S1:"
        return "the first line of the words does not say who speaks", remedy
    return None
