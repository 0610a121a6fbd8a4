"""Reading an act: `> VERB [LEVEL] [key=value]… ["words"]`, as the fact that it records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from groundrules.record.facts import (
    DECISIONS,
    Corroboration,
    Decision,
    DeskRole,
    Fact,
    Kind,
    Proposal,
    Purpose,
)
from groundrules.record.notation.faults import Unreadable, one_of
from groundrules.record.notation.keys import Raw, Setting, read_value
from groundrules.record.notation.values import unquoted
from groundrules.record.notation.verbs import (
    AFTERWARDS_KEY,
    KEYS,
    KINDS,
    TERMS_KEYS,
    VERBS,
    Need,
    keys_of,
)
from groundrules.record.notation.words import margin
from groundrules.record.transcript import AFTERWARDS
from groundrules.terms.levels import Level, level_named
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from groundrules.record.notation.faults import Faults

_VERB = re.compile(r'\s*([^\s"]+)')
_TOKEN = re.compile(r'\s+(?:([^\s"=]+)=)?(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s"]+))(?!\S)')
_CURLED = ("“", "”", "„", "«", "»", "‘", "’")

_LEVELS = {level.value: level for level in Level}
_REPEATABLE = ("description", "tell")
_GIVEN_BY_THE_LINE = ("by", "when")

_EMPTY = ("the value is missing", "write it behind the = without a blank")
_NOT_STRAIGHT = ("these are not straight quotation marks", 'write " on both sides')
_OUT_OF_PLACE = (
    "a quotation mark is missing or out of place",
    'write "words" with a blank on both sides, and \\" for a mark in them',
)
_NAME_TERMS = (
    "name a level (off-the-record), a right (publish=no) or a condition (description=, approval=, "
    "embargo=, delete-by=, tell=)"
)


def read_act(line: str, at: int, number: int, setting: Setting, faults: Faults) -> Fact | None:
    """Return the fact that an act records, or None where it has faults, which are added.

    Args:
        line: the whole line.
        at: the offset behind the mark `>`.
        number: the line's number.
        setting: where it stands.
        faults: what faults are added to.
    """
    verb = _VERB.match(line, at)
    kind = KINDS.get(verb[1]) if verb else None
    if not verb:
        faults.add(number, at + 1, "the verb is missing", one_of(KINDS))
    elif not kind:
        remedy = one_of(KINDS, verb[1])
        faults.add_unknown(number, verb.start(1) + 1, "a verb", verb[1], remedy)
    if not verb or not kind:
        return None
    act = _Act(kind, number, setting, faults)
    act.read(line, verb.end())
    act.look_for_gaps(verb.start(1))
    return act.fact()


class _Act:
    """One act while it is being read; `values` holds what stood behind each key."""

    def __init__(self, kind: Kind, number: int, setting: Setting, faults: Faults) -> None:
        self.kind = kind
        self.verb = VERBS[kind]
        self.number = number
        self.setting = setting
        self.faults = faults
        self.sound = True
        self.level: Level | None = None
        self.words: str | None = None
        self.values: dict[str, Any] = {}

    def fault(self, at: int, message: str, remedy: str) -> None:
        """Add a fault at an offset into the line, so that there will be no fact."""
        self.sound = False
        self.faults.add(self.number, at + 1, message, remedy)

    def unknown(self, at: int, what: str, word: str, remedy: str) -> None:
        """Add a fault about a word that is not the `what` that should stand there."""
        self.sound = False
        self.faults.add_unknown(self.number, at + 1, what, word, remedy)

    def read(self, line: str, at: int) -> None:
        """Read everything behind the verb."""
        level: list[str] = []
        level_at = 0
        while found := _TOKEN.match(line, at):
            at = found.end()
            key, inside, bare = found.groups()
            if bare and (bare.startswith(_CURLED) or bare.endswith("=")):
                self.fault(found.start(3), *(_EMPTY if bare.endswith("=") else _NOT_STRAIGHT))
                return
            if key:
                raw = Raw(bare or unquoted(inside), quoted=bare is None)
                self.take(key, found.start(1), raw, found.start(3 if bare else 2))
            elif bare:
                level_at = level_at if level else found.start(3)
                level.append(bare)
            else:
                self.take_words(found.start(2) - 1, unquoted(inside))
        if line[at:].strip():
            self.fault(at + margin(line[at:]) - 1, *_OUT_OF_PLACE)
        if level:
            self.take_level(level_at, " ".join(level))

    def take(self, key: str, key_at: int, raw: Raw, at: int) -> None:
        """Take a key with its value."""
        if key not in KEYS:
            self.unknown(key_at, "a key", key, one_of(keys_of(self.kind), key))
        elif key not in keys_of(self.kind):
            self.fault(key_at, f"{self.kind} takes no {key}=", self.takes())
        elif key in _GIVEN_BY_THE_LINE and self.setting.place == AFTERWARDS:
            self.fault(key_at, f"the line says {key}= in front of the act", "take it away here")
        elif key in self.values and key not in _REPEATABLE:
            self.fault(key_at, f"{key}= stands there twice", "keep one of them")
        else:
            self.keep(key, raw, at)

    def keep(self, key: str, raw: Raw, at: int) -> None:
        """Read and keep the value of a key that may stand here."""
        try:
            value: Any = read_value(key, raw, self.setting)
        except Unreadable as reason:
            self.fault(at, reason.message, reason.remedy)
            return
        if key in _REPEATABLE:
            self.values.setdefault(key, []).append(value)
        else:
            self.values[key] = value

    def takes(self) -> str:
        """Return a remedy that says what the verb takes."""
        return f"{self.kind} takes " + ", ".join(f"{key}=" for key in keys_of(self.kind))

    def take_words(self, at: int, words: str) -> None:
        """Take the words in quotation marks."""
        if self.words is not None:
            self.fault(at, "there are words in quotation marks already", "keep one of them")
        self.words = words

    def take_level(self, at: int, name: str) -> None:
        """Take the name of a level, or an alias of it, in one word or several."""
        self.level = _LEVELS.get(name) or level_named(name)
        if not self.level:
            self.unknown(at, "a level", name, one_of(_LEVELS, name))
        elif self.verb.terms is Need.NO:
            remedy = f"take it away, or record other terms with counter: {self.takes()}"
            self.fault(at, f"{self.kind} names no level", remedy)

    def look_for_gaps(self, at: int) -> None:
        """Say what is missing behind the verb, if anything is and nothing else is wrong."""
        if not self.sound:
            return
        if self.verb.later and self.setting.place != AFTERWARDS:
            remedy = f"write it below {AFTERWARDS_KEY}: at the end, with its instant and the party"
            self.fault(at, f"{self.kind} stands only among what came afterwards", remedy)
        if self.verb.terms is Need.MUST and not self.named():
            self.fault(at, f"{self.kind} names no terms", _NAME_TERMS)
        if self.verb.turns is Need.MUST and "turns" not in self.values:
            self.fault(at, f"{self.kind} names no turns", "write which, such as turns=4-6,8")
        for key in self.verb.needs:
            if key not in self.values:
                self.fault(at, f"{self.kind} has no {key}=", self.takes())
        if self.verb.words is Need.MUST and self.lacks_words():
            remedy = f'write {self.verb.words_are} in quotation marks: {self.kind} "…"'
            self.fault(at, f"{self.kind} does not say {self.verb.words_are}", remedy)

    def lacks_words(self) -> bool:
        """Tell whether words are missing; a topic may be empty, but must be there."""
        return self.words is None or (not self.words and self.kind is not Kind.TOPIC_CHANGED)

    def named(self) -> bool:
        """Tell whether any terms are named; a limit alone names none."""
        return bool(self.level or not self.values.keys().isdisjoint(TERMS_KEYS))

    def fact(self) -> Fact | None:
        """Return the fact, or None where something was wrong with the act."""
        if not self.sound:
            return None
        values = self.values
        return Fact(
            kind=self.kind,
            by=values.get("by", self.setting.actor),
            at=self.setting.place,
            proposal=self.proposal() if self.named() else None,
            covers=values.get("for", ()),
            to=values.get("to", ()),
            turns=values.get("turns", ()),
            when=values.get("when", self.setting.when),
            words=self.words or "",
            decision=self.decision() if self.kind in DECISIONS else None,
            corroboration=self.corroboration(),
        )

    def decision(self) -> Decision:
        """Return what the newsroom decided."""
        values = self.values
        return Decision(
            role=values.get("role", DeskRole.EDITOR),
            who=values.get("who", ""),
            story=values.get("story", ""),
            purpose=values.get("use", Purpose.ANONYMOUS),
            rule=values.get("rule", ""),
            expires=values.get("expires"),
        )

    def corroboration(self) -> Corroboration | None:
        """Return what bears the statement out; None for every other kind."""
        if self.kind is not Kind.STATEMENT_CORROBORATED:
            return None
        values = self.values
        return Corroboration(
            values["with"], values["independent"], prompted=values.get("prompted", True)
        )

    def proposal(self) -> Proposal:
        """Return the terms that are named."""
        values = self.values
        return Proposal(
            level=self.level,
            changes=tuple((key, value) for key, value in values.items() if key in AXES),
            descriptions=tuple(values.get("description", ())),
            quote_approval="approval" in values,
            embargo=values.get("embargo"),
            delete_by=values.get("delete-by"),
            tell=tuple(values.get("tell", ())),
            scope=values.get("scope", ""),
            until=values.get("until"),
        )
