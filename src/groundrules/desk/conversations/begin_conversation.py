"""Beginning a conversation by hand: its head, its parties, and words that follow later."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.vaults.moves import bring
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript.origin import one_line, refuse_bad_id
from groundrules.record.notation import part_text, to_text
from groundrules.record.transcript import Conversation, Party, Role, Turn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from groundrules.config.settings import Settings


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
        words: what was said, a line `ID: words` for each turn; "" for none yet.
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
    ids = [one.id for one in filled]
    for one in filled:
        if not one.id or ids.count(one.id) > 1:
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
    """Yield the turns of typed words; a line without an id goes on with the turn before it."""
    ids = {party.id for party in conversation.parties}
    said: list[tuple[str, list[str]]] = []
    for line in filter(None, map(str.strip, words.splitlines())):
        speaker, colon, rest = line.partition(":")
        if colon and speaker.strip() in ids | {"?"}:
            said.append((speaker.strip().strip("?"), [rest.strip()]))
        elif said:
            said[-1][1].append(line)
        else:
            message = "the first line of the words does not say who speaks"
            raise BadInput(Fault("words", message, "begin each turn with an id, such as S1:"))
    for number, (speaker, lines) in enumerate(said, 1):
        yield Turn(number, speaker, (part_text("\n".join(lines)),))
