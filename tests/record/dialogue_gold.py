r"""The invented dialogues whose terms were read by hand, and what the fold makes of that reading.

The files in `dialogues/` hold one table for each dialogue. `dev-*.toml` may be looked at by whoever
develops a reader of talk; `kept-*.toml` are kept aside, for measuring only. A table has:

- `id` (a number, in the later series behind their letter, and a slug), `split` (`dev` or `kept`),
  `about`, `policy`, `parties` (id = role), and at times `date`;
- `turns`: "ID: words", counted from 1;
- `acts`: "TURN ID VERB …", in the notation of a record without its `>`; the ID is who did it. An
  `agree` or `decline` may name `on-the-record`, which says what was confirmed or refused;
- `cuts`: "TURN words", where a turn has a second part that begins with these words. An act of that
  part is numbered "TURN.2";
- `topics`: "TURN topic": the talk turns to another topic. These end terms that are limited to one.
  They stand apart since they are what a fold needs and not an act about terms;
- `status`: one for each turn, the stricter of its parts;
- `note`, where a convention leaves two readings.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.readers.policies import PolicyShelf
from groundrules.record.facts import Fact, Kind
from groundrules.record.ground import status_of
from groundrules.record.notation import parse
from groundrules.record.timeline import Timeline, fold
from groundrules.terms.levels import Level
from groundrules.terms.promise import Terms
from groundrules.terms.rights import FREE

if TYPE_CHECKING:
    from groundrules.record.transcript import Conversation

FOLDER = Path(__file__).parent / "dialogues"

_ACT = re.compile(r"(\d+)(?:\.(\d+))? ([\w-]+) ([a-z-]+)(?: (.*))?")
_ANSWERS = {"agree", "decline", "return-accept", "stay"}


class Act(NamedTuple):
    """One act as it was read by hand.

    Attributes:
        turn: counted from 1; `part` likewise, within the turn.
        by: the id of the party who did it.
        verb: the notation's word for what was done.
        behind: the level, keys and words behind the verb; "" where there are none.
    """

    turn: int
    part: int
    by: str
    verb: str
    behind: str

    @property
    def heard(self) -> str:
        """Return the act as the notation types it; answers name no level there."""
        behind = self.behind
        if self.verb in _ANSWERS:
            behind = behind.removeprefix(Level.ON_THE_RECORD.value).strip()
        return f"> {self.verb} {behind} by={self.by}"


class Dialogue(NamedTuple):
    """One dialogue: its words, the acts that stand in them, and the status of every turn.

    Attributes:
        parties: by id, what each is in the talk.
        turns: who spoke, and the words cut into their parts.
        topics: the turn, and the topic to which the talk turns in it.
    """

    id: str
    split: str
    about: str
    policy: str
    date: str
    parties: dict[str, str]
    turns: tuple[tuple[str, tuple[str, ...]], ...]
    acts: tuple[Act, ...]
    topics: tuple[tuple[int, str], ...]
    status: tuple[str, ...]
    note: str

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of each turn, without marks of any kind."""
        return tuple(" ".join(parts) for _, parts in self.turns)

    @property
    def verbs(self) -> frozenset[str]:
        """Return what was done at all."""
        return frozenset(act.verb for act in self.acts)

    def proposals(self) -> list[tuple[Act, str]]:
        """Return each act that names terms, with the level nearest to them; "" for none.

        Terms in plain words take the level that they amount to, as the fold says.
        """
        return [
            (act, _nearest(fact.proposal.level, dict(fact.proposal.changes)))
            for act, fact in zip(self.acts, self.facts(), strict=True)
            if fact.proposal
        ]

    def facts(self) -> list[Fact]:
        """Return the fact that each act is, in the order of the acts."""
        facts = self.conversation().facts
        return [fact for fact in facts if fact.kind is not Kind.TOPIC_CHANGED]

    def conversation(self, *, with_acts: bool = True) -> Conversation:
        """Return the dialogue as a conversation, with its acts as facts or without any."""
        return parse(self.record(with_acts=with_acts), f"{self.id}.record")

    def folded(self) -> Timeline:
        """Return the conversation with its acts, folded under the dialogue's policy."""
        return fold(self.conversation(), PolicyShelf().load(self.policy))

    def record(self, *, with_acts: bool = True) -> str:
        """Return the dialogue in the notation of a record."""
        lines = [f"conversation: {self.id}"]
        lines += [f"date: {self.date}"] if self.date else []
        lines += ["parties:", *(f"  {party}: {role}" for party, role in self.parties.items()), ""]
        for number, (speaker, parts) in enumerate(self.turns, 1):
            lines.append(f"{speaker}: {parts[0]}")
            lines += self._below(number, 1) if with_acts else []
            for part, words in enumerate(parts[1:], 2):
                lines += ["  > cut", f"  {words}"]
                lines += self._below(number, part) if with_acts else []
        return "\n".join(lines) + "\n"

    def _below(self, turn: int, part: int) -> list[str]:
        acts = [act.heard for act in self.acts if (act.turn, act.part) == (turn, part)]
        topics = [f'> topic "{topic}"' for at, topic in self.topics if (at, 1) == (turn, part)]
        return [f"  {act}" for act in (*acts, *topics)]


def _nearest(level: Level | None, changes: dict[str, Any]) -> str:
    if level and level is not Level.PLAIN_WORDS:
        return level.value
    return status_of(Terms(Level.PLAIN_WORDS, FREE.changed(changes))) if changes else ""


@cache
def dialogues(split: str = "*") -> tuple[Dialogue, ...]:
    """Return every dialogue, or those of a split (`dev` or `kept`), in the order of their ids."""
    tables = [
        table
        for path in sorted(FOLDER.glob(f"{split}-*.toml"))
        for table in tomllib.loads(path.read_text("utf-8")).items()
    ]
    return tuple(sorted(_dialogue(name, table) for name, table in tables))


def _dialogue(name: str, table: dict[str, Any]) -> Dialogue:
    assert name == table["id"]
    cuts: dict[int, list[str]] = {}
    for cut in table.get("cuts", ()):
        number, words = cut.split(" ", 1)
        cuts.setdefault(int(number), []).append(words)
    return Dialogue(
        id=name,
        split=table["split"],
        about=table["about"],
        policy=table["policy"],
        date=table.get("date", ""),
        parties=table["parties"],
        turns=tuple(
            _turn(turn, cuts.get(number, [])) for number, turn in enumerate(table["turns"], 1)
        ),
        acts=tuple(_act(act) for act in table["acts"]),
        topics=tuple(_numbered(topic) for topic in table.get("topics", ())),
        status=tuple(table["status"]),
        note=table.get("note", ""),
    )


def _turn(turn: str, cuts: list[str]) -> tuple[str, tuple[str, ...]]:
    speaker, words = turn.split(": ", 1)
    parts = []
    for cut in cuts:
        before, _, behind = words.partition(f" {cut}")
        parts.append(before)
        words = cut + behind
    return speaker, (*parts, words)


def _act(text: str) -> Act:
    found = _ACT.fullmatch(text)
    assert found, f"no act: {text}"
    turn, part, by, verb, behind = found.groups()
    return Act(int(turn), int(part or 1), by, verb, behind or "")


def _numbered(text: str) -> tuple[int, str]:
    number, words = text.split(" ", 1)
    return int(number), words
