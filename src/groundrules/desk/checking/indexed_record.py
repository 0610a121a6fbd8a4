"""The record with an index: only the conversations are opened in which a rule may find something.

What is found is what would be found if all were read: `rules.callings` says why, and the tests
hold the two against each other.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.promises import Evidence, evidence_in, names_in_question
from groundrules.desk.indexing.callers import Callers, named_in, talk_of
from groundrules.desk.indexing.card import microseconds
from groundrules.desk.records.record_places import NOTHING_CLOSED
from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.vaults.doors import door_of, doors_kept
from groundrules.errors import BadInput, Fault
from groundrules.evidence.case import Unopened
from groundrules.readers.text_file import shown
from groundrules.record.notation import parse
from groundrules.rules.callings import borne_out_by, sentences_in_stems
from groundrules.rules.restating import FEWEST, stems_withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from groundrules.desk.checking.promises import Asked
    from groundrules.desk.indexing.cards import Cards
    from groundrules.desk.indexing.codes import Coder, Kept
    from groundrules.desk.indexing.upkeep import RecordFile
    from groundrules.desk.policies.house_policy import Policies
    from groundrules.desk.records.record_places import Closed
    from groundrules.evidence.case import Evidenced, SealedMatch
    from groundrules.matching import Matches
    from groundrules.matching.index.indexed import IndexedLedger
    from groundrules.record.transcript import Conversation, Statement
    from groundrules.terms.policy import Policy


class OpenIndex(NamedTuple):
    """An index that is open.

    Attributes:
        cards: the cards of the conversations.
        coder: what made their codes.
        ledger: the fingerprints of the statements.
        archive: those of what the outlet has published; None where there are none.
    """

    cards: Cards
    coder: Coder
    ledger: IndexedLedger
    archive: IndexedLedger | None


class Shelf:
    """The records, of which each is read when it is asked for, and then kept."""

    def __init__(
        self,
        heads: Sequence[tuple[Kept, RecordFile]],
        coder: Coder,
        policies: Policies,
        as_of: datetime,
        closed: Closed = NOTHING_CLOSED,
    ) -> None:
        """Note where they are.

        Args:
            heads: the head of every card, and where its record is, in the order of the record.
            coder: what made their stamps.
            policies: the policies of this run.
            as_of: what frees words from a later instant on does not count.
            closed: what is in a vault besides, and may not be read.
        """
        self.closed = closed
        self.heads = {head.id: head for head, _ in heads}
        self._files = {head.id: file for head, file in heads}
        self._vaults = {Path(file.path).parent for _, file in heads if file.version}
        self._reader = RecordReader()
        self._coder = coder
        self._policies = policies
        self._as_of = as_of
        self._talks: dict[str, Conversation] = {}
        self._evidence: dict[str, dict[str, Evidenced]] = {}

    def talk(self, name: str) -> Conversation:
        """Return a conversation.

        Raises:
            BadInput: its record cannot be read, or is another one than a moment ago.
        """
        if name not in self._talks:
            file = self._files[name]
            if not file.version:
                self._keep(name, file, self._reader.text(file.path))
            else:
                self._fetch([name])
        return self._talks[name]

    def ask(self, drafts: Sequence[Asked]) -> set[str]:
        """Turn to some drafts; return the conversations in a vault whose sources they may name.

        Raises:
            BadInput: the vault is locked.
        """
        if not self._vaults:
            return set()
        self._talks.clear()  # what a vault shows of somebody hangs on the drafts
        self._evidence.clear()
        named = names_in_question(drafts)
        self._reader = RecordReader(named)
        return {
            name
            for vault in self._vaults
            for name in _talks_naming(vault, sorted(named))
            if name in self.heads
        }

    def read(self, names: Iterable[str]) -> None:
        """Read some conversations at once, those in a vault with one question."""
        self._fetch([name for name in names if self._files[name].version])

    def _fetch(self, names: Sequence[str]) -> None:
        wanted: dict[Path, list[str]] = {}
        for name in names:
            if name not in self._talks:
                wanted.setdefault(Path(self._files[name].path).parent, []).append(name)
        for vault, some in wanted.items():
            for text in self._reader.texts(vault, some):
                file = self._files[text.name]
                self._keep(text.name, file._replace(version=text.version), text.text)

    def _keep(self, name: str, file: RecordFile, text: str) -> None:
        if file.stamp(text, self._coder) != self.heads[name].stamp:
            message = "the record was changed while drafts were checked against it"
            raise BadInput(Fault(shown(file.path), message, "check again"))
        self._talks[name] = parse(text, shown(file.path))

    def reading(self, name: str) -> Policy:
        """Return the policy under which a conversation is read."""
        return self._policies.of(self.talk(name))

    def evidence(self, name: str) -> dict[str, Evidenced]:
        """Return the statements of a conversation, by id."""
        if name not in self._evidence:
            found = evidence_in(self.talk(name), self.reading(name), self._as_of)
            self._evidence[name] = found
        return self._evidence[name]

    def statements(self, ids: Iterable[str]) -> dict[str, Statement]:
        """Return some statements, by id, without saying on which terms they stand."""
        wanted: dict[str, set[str]] = {}
        for one in ids:
            wanted.setdefault(talk_of(one), set()).add(one)
        return {
            said.id: said
            for name, some in wanted.items()
            for said in self.talk(name).statements()
            if said.id in some
        }


class IndexedRecord:
    """A record that is opened where the index, or a card, says that it may matter."""

    def __init__(self, shelf: Shelf, index: OpenIndex, as_of: datetime) -> None:
        """Note what is there; nothing is opened yet.

        Args:
            shelf: the records.
            index: their index.
            as_of: what frees words from a later instant on does not count.
        """
        self._shelf = shelf
        self._index = index
        heads = list(shelf.heads.values())
        now = microseconds(as_of)
        unsettled = {
            one.number for one in heads if one.settled_from is not None and now < one.settled_from
        }
        order = {head.number: place for place, head in enumerate(heads)}
        self._callers = Callers(index.cards, index.coder, order, frozenset(unsettled))
        self._numbers = {head.number: head.id for head in heads}
        self._always = {head.id for head in heads if not head.statements} | self._ids(unsettled)

    def on(self, drafts: Sequence[Asked]) -> list[Evidence]:
        """Return what the record has on each draft.

        Raises:
            BadInput: a record that must be opened cannot be read.
        """
        with doors_kept(), self._index.cards.at_rest():
            self._refuse_change()
            named = self._shelf.ask(drafts)
            matches = [self._matches(asked) for asked in drafts]
            told = [self._callers.restated(asked.draft) for asked in drafts]
            opened = self._called(drafts, matches, named | self._ids(set().union(*told)))
            found = self._evidence(drafts, matches, opened)
            return [self._with_sealed(*one) for one in zip(found, drafts, told, strict=True)]

    def _evidence(
        self, drafts: Sequence[Asked], matches: Sequence[Matches], opened: set[str]
    ) -> Iterator[Evidence]:
        names = [name for name in self._shelf.heads if name in opened]
        statements: dict[str, Evidenced] = {}
        for name in names:
            statements |= self._shelf.evidence(name)
        conversations = {name: self._shelf.talk(name) for name in names}
        readings = {name: self._shelf.reading(name) for name in names}
        for asked, found in zip(drafts, matches, strict=True):
            closed = self._unopened(asked, opened, statements)
            yield Evidence(statements, conversations, readings, found, closed)

    def _with_sealed(self, evidence: Evidence, asked: Asked, told: set[int]) -> Evidence:
        """Return evidence with what there is of conversations that only others may read.

        Whom they may not name is not told of for one draft: that would tell who spoke in them.
        """
        closed, sealed = self._shelf.closed, self._sealed(asked)
        again: set[str] = set()
        if closed.sealed and not told <= self._numbers.keys():
            names = {head.id for head in self._index.cards.heads() if head.number in told}
            again = (names & closed.sealed) - {talk_of(one.statement) for one in sealed}
        return evidence._replace(
            sealed=sealed,
            closed=closed.unknown,
            told_again=len(again),
            by_words=len(closed.sealed),
        )

    def _refuse_change(self) -> None:
        """Refuse to go on with cards that somebody else has changed since they were read.

        Raises:
            BadInput: they are of other records than before.
        """
        cards = self._index.cards
        if cards.are_changed():
            now = {head.number: (head.id, head.stamp, head.reading) for head in cards.heads()}
            before = self._shelf.heads.values()
            if now != {one.number: (one.id, one.stamp, one.reading) for one in before}:
                message = "the records were changed while drafts were checked against them"
                raise BadInput(Fault("the index", message, "check again"))

    def _matches(self, asked: Asked) -> Matches:
        from groundrules.matching.find_indexed import find_in_index  # noqa: PLC0415 - needs numpy

        return find_in_index(
            asked.draft,
            asked.quotations,
            self._index.ledger,
            self._shelf.statements,
            archive=self._index.archive,
            closed=self._shelf.closed.sealed,
        )

    def _sealed(self, asked: Asked) -> tuple[SealedMatch, ...]:
        """Return what of a draft has words of conversations that only others may read."""
        closed = self._shelf.closed.sealed
        if not closed:
            return ()
        from groundrules.matching.find_indexed import find_sealed  # noqa: PLC0415 - needs numpy

        found = find_sealed(asked.draft, asked.quotations, self._index.ledger)
        return tuple(one for one in found if talk_of(one.statement) in closed)

    def _called(
        self, drafts: Sequence[Asked], matches: Sequence[Matches], named: set[str]
    ) -> set[str]:
        """Return the conversations to open: for the drafts, and then for one another."""
        used = {one.statement for found in matches for one in (*found.matches, *found.restated)}
        opened = self._always | named | {talk_of(one) for one in used}
        opened |= self._ids(self._callers.pursuits_of(used))
        for asked in drafts:
            opened |= self._ids(self._callers.for_draft(asked.draft, asked.story))
            opened |= {name for name in named_in(asked.story) if name in self._shelf.heads}
        self._shelf.read(opened)
        left = set(opened)
        while left:
            borne_out = borne_out_by(self._shelf.talk(left.pop()))
            more = {talk_of(one) for one in borne_out} & self._shelf.heads.keys()
            left |= more - opened
            opened |= more
        return opened

    def _unopened(
        self, asked: Asked, opened: set[str], statements: Mapping[str, Evidenced]
    ) -> Unopened:
        closed = [head for name, head in self._shelf.heads.items() if name not in opened]
        return Unopened(
            conversations=len(closed),
            statements=sum(head.statements for head in closed),
            restricted=sum(head.restricted for head in closed),
            open=sum(head.open for head in closed),
            unknown=sum(head.unknown for head in closed),
            freely=self._callers.freely(_in_question(asked, statements)),
            names=self._callers.names(asked.draft),
            phrases=self._callers.phrases(asked.draft),
        )

    def _ids(self, numbers: Iterable[int]) -> set[str]:
        """Return the conversations of some numbers, but for those that only others may read."""
        return {self._numbers[number] for number in numbers if number in self._numbers}


def _talks_naming(vault: Path, candidates: Sequence[str]) -> list[str]:
    with door_of(vault) as door:
        return door.ask(list[str], "talks_naming", candidates=candidates)


def _in_question(asked: Asked, statements: Mapping[str, Evidenced]) -> set[str]:
    """Return the stems of the withheld sentences that have enough of the draft's in common."""
    told = set[str]().union(*sentences_in_stems(asked.draft))
    withheld = (made_of for one in statements.values() for made_of in stems_withheld(one))
    return {stem for made_of in withheld if len(made_of & told) >= FEWEST for stem in made_of}
