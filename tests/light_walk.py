"""Random walks of the light: a page that is reloaded, killed and cut off, and a record in a vault.

The page's queue and fold run in node; what it sends is written by the real desk into a real vault.
In the end no act is lost, none is doubled, and both sides say the same of where the talk stands.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from groundrules.config.settings import settle
from groundrules.desk.light.acts import log_acts
from groundrules.desk.light.record import record_of
from groundrules.desk.light.shapes import LightAct
from groundrules.desk.light.table import open_light, table_of
from groundrules.desk.records.append_to_record import add_turns, open_record
from groundrules.desk.vaults.doors import doors_kept
from groundrules.desk.vaults.moves import bring
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind
from groundrules.record.transcript import Place, Turn
from groundrules.terms.levels import Level
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from random import Random

    from groundrules.desk.light.record import LightRecord
    from groundrules.desk.records.append_to_record import RecordFile
    from light_node import LightNode

POLICIES = ("default", "ap", "washington-post", "nyt", "state-department", "bundespressekonferenz")
BEGAN = datetime(2026, 11, 3, 14, 0, tzinfo=UTC)
NO_TERMS: dict[str, Any] = {
    "level": "",
    "changes": {},
    "descriptions": [],
    "quote_approval": False,
    "embargo": "",
    "event": "",
    "delete_by": "",
    "tell": [],
    "scope": "",
    "until": None,
}
_MARK = re.compile(r"^# light: (\w+)", re.MULTILINE)


class Tally(NamedTuple):
    """What came of a walk.

    Attributes:
        acts: how many were shown by the page and not taken back.
        lost: how many of them are not in the record.
        doubled: how many stand there more than once, or turns that nobody has made.
        disordered: whether they stand there in another order.
        unequal: how often the two folds differed when nothing was under way.
        compared: how often they were compared, also on the way.
    """

    acts: int = 0
    lost: int = 0
    doubled: int = 0
    disordered: int = 0
    unequal: int = 0
    compared: int = 0

    def plus(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def is_right(self) -> bool:
        """Tell whether nothing was lost, doubled, out of order or unequal."""
        return not (self.lost or self.doubled or self.disordered or self.unequal)


class Control(NamedTuple):
    """What is broken on purpose: such a walk must go wrong."""

    lawless: bool = False
    forgets: bool = False


SOUND = Control()
"""Nothing is broken."""


def plain(value: object) -> Any:
    """Return a shape as JSON has it."""
    return json.loads(msgspec.json.encode(value))


def random_terms(random: Random) -> dict[str, Any]:
    """Return terms as a page may put them, sensible or not."""
    level = random.choice([*(level.value for level in Level), "off-the-record", "background", ""])
    axes = random.sample(sorted(AXES), random.choice((0, 0, 1, 2, len(AXES))))
    changes = {axis: random.choice([word.value for word in AXES[axis]]) for axis in axes}
    conditions = (
        ("descriptions", [random.choice(("a person briefed on the talks", "an official"))]),
        ("quote_approval", True),
        ("event", "the vote"),
        ("embargo", "2026-11-05T06:00:00+00:00"),
        ("delete_by", "2026-12-01"),
        ("tell", ["the board", "the counsel"]),
        ("scope", "the port"),
    )
    more: dict[str, Any] = {key: value for key, value in conditions if not random.randrange(8)}
    if more.get("event") and more.get("embargo"):
        del more["embargo"]
    if not (level or changes or more) or set(more) == {"scope"}:
        level = "background"
    return {**NO_TERMS, "level": level, "changes": changes, **more}


class Walk:
    """One walk: a conversation of the vault, and the page that it is opened on."""

    def __init__(self, vault: Path, node: LightNode, random: Random, control: Control) -> None:
        """Begin a conversation, and open the page for the first time."""
        self.node, self.random, self.control = node, random, control
        self.clock = BEGAN + timedelta(seconds=5)
        policy = random.choice(POLICIES)
        name = f"talk-{random.getrandbits(64):016x}"
        text = (
            f"conversation: {name}\ndate: {BEGAN.isoformat()}\npolicy: {policy}\n"
            "parties:\n  AR: reporter\n  S1: source\n"
        )
        bring(vault, {name: text})
        self.path = str(vault / name)
        self.talk = open_light(self.path, settle(Path("/"), {}, {}))
        self.shown: dict[str, int] = {}
        self.others = self.unequal = self.compared = 0
        self.weather = "fair"
        self._do("open", fresh=True)
        self._do("refresh")

    def step(self) -> None:
        """Do one thing at random."""
        self.clock += timedelta(milliseconds=self.random.randrange(9_000))
        self.weather = self.random.choice(("fair", "fair", "fair", "away", "deaf", "locked"))
        steps = (self.act, self.act, self.act, self.send, self.send, self.reload)
        self.random.choice((*steps, self.take_back, self.refresh, self.killed, self.crossed))()

    def act(self) -> None:
        """Do an act; now and then the power fails before it is on the disk."""
        by = self.random.choice(("AR", "S1"))
        doing = {"kind": self.random.choice(_KINDS), "by": by}
        if doing["kind"] in _PUTTING:
            doing["terms"] = random_terms(self.random)
        if by == "AR" and self.random.random() < 0.7:
            doing["to"] = ["S1"]
        power = "fails" if not self.random.randrange(12) else ""
        answer = self._do("add", doing=doing, power=power)
        if answer["id"]:
            self.shown[answer["id"]] = 2 if doing["kind"] == "grace" else 1
            assert answer["id"] == answer["shown"][-1]

    def take_back(self) -> None:
        """Take the last act back, if it was not sent."""
        taken = self._do("takeBack")["id"]
        if taken:
            assert taken == self.shown.popitem()[0]

    def send(self) -> None:
        """Send what is due."""
        self._do("send", all=self.random.random() < 0.3)

    def refresh(self) -> None:
        """Ask what the record holds."""
        self._do("refresh")
        self.compare()

    def reload(self) -> None:
        """Load the page again."""
        self._do("open", fresh=self.control.forgets)

    def killed(self) -> None:
        """Kill the browser while it sends, before or behind the moment at which it is written."""
        self.weather = self.random.choice(("killed before", "killed behind"))
        self._do("send", all=True)
        self.weather = "fair"
        self.reload()

    def crossed(self) -> None:
        """Have somebody else write into the record meanwhile."""
        kind = self.random.choice((Kind.TERMS_AGREED, Kind.MARKED_UNCLEAR))
        while True:
            record = open_record(self.path)
            number = len(record.conversation.turns) + 1
            turn, fact = Turn(number, "S1", ("",)), Fact(kind, "S1", at=Place(number))
            try:
                add_turns(record, [(turn, [fact])])
            except BadInput:
                continue  # the page was first: once more, on what it has written
            self.others += 1
            return

    def compare(self) -> None:
        """Compare the two folds, if the page has heard all that there is and has nothing unsent."""
        self.weather = "fair"
        if self._do("refresh")["unsent"]:
            return
        theirs = plain(self._record(open_record(self.path)).state)
        self.unequal += theirs != self._do("state", lawless=self.control.lawless)
        self.compared += 1

    def end(self) -> Tally:
        """Send all that is left, and count."""
        self.weather = "fair"
        self._do("open", fresh=self.control.forgets)
        self._do("refresh")
        self._do("send", all=True)
        self._do("refresh")
        self.weather = "fair"
        record = open_record(self.path)
        found = _MARK.findall(record.text)
        self.compare()
        turns = sum(self.shown[one] for one in self.shown if one in found) + self.others
        doubled = len(found) - len(set(found)) + abs(len(record.conversation.turns) - turns)
        mine = [one for one in found if one in self.shown]
        return Tally(
            acts=len(self.shown),
            lost=len(self.shown) - len(mine),
            doubled=doubled,
            disordered=int(mine != [one for one in self.shown if one in found]),
            unequal=self.unequal,
            compared=self.compared,
        )

    def _do(self, what: str, **more: object) -> Any:
        milliseconds = int(self.clock.timestamp() * 1000)
        return self.node.do(what, self._answer, clock=milliseconds, **more)

    def _answer(self, asked: dict[str, Any]) -> dict[str, Any] | None:
        """Answer as the server would in this weather."""
        if self.weather in {"away", "killed before"}:
            return None if self.weather == "killed before" else {"is": "away"}
        if self.weather == "locked":
            return {"is": "locked"}
        answer = self._base() if asked["ask"] == "base" else self._posted(asked["acts"])
        if self.weather == "killed behind":
            return None
        return {"is": "away"} if self.weather == "deaf" else answer

    def _base(self) -> dict[str, Any]:
        record = plain(self._record(open_record(self.path)))
        return {"is": "answered", "answer": {"table": plain(table_of(self.talk)), "record": record}}

    def _posted(self, acts: list[dict[str, Any]]) -> dict[str, Any]:
        meanwhile = Thread(target=self.crossed) if not self.random.randrange(6) else None
        if meanwhile:
            meanwhile.start()
        try:
            file = log_acts(self.path, msgspec.convert(acts, list[LightAct]))
        except BadInput as refusal:
            return {"is": "refused", "message": refusal.faults[0].message}
        finally:
            if meanwhile:
                meanwhile.join()
        return {"is": "answered", "answer": plain(self._record(file))}

    def _record(self, file: RecordFile) -> LightRecord:
        return record_of(file, self.talk.policy)


def walked(
    vault: Path, node: LightNode, random: Random, steps: int, control: Control = SOUND
) -> Tally:
    """Walk, and return what came of it."""
    with doors_kept():
        walk = Walk(vault, node, random, control)
        for _ in range(steps):
            walk.step()
        return walk.end()


_PUTTING = frozenset({"ask", "offer", "counter", "define"})
_KINDS = (
    *("ask", "ask", "offer", "offer", "counter", "define", "define"),
    *("agree", "agree", "agree", "decline", "unclear", "return", "return-accept"),
    *("grace", "recording-agreed", "recording-stopped"),
)
