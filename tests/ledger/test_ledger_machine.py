"""Any sequence of what can be done to a ledger leaves what a plain list of entries would hold."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from ledger_writer import Writer, behind, note

from groundrules.ledger.entries import leaf_of
from groundrules.ledger.opening import begin_ledger, open_ledger
from groundrules.ledger.refusals import Conflict, Taken
from groundrules.ledger.rows import Form, Wrap
from groundrules.proofs.merkle import leaf_hash, root_of
from ledger_places import file_place

_STREAMS = [bytes([n]) * 16 for n in range(3)]
_STREAM = st.sampled_from(_STREAMS)


class LedgerMachine(RuleBasedStateMachine):
    """A ledger beside the model that it has to equal."""

    def __init__(self):
        super().__init__()
        self.place, self.remove = self.empty_place()
        self.ledger = begin_ledger(self.place)
        self.writer = Writer(self.ledger)
        self.entries = []  # as they must be found: parts go with an erasure
        self.given = []  # as they were appended
        self.sealed = []
        self.sizes = []
        self.wraps = {}
        self.forms = set()

    def head(self, stream):
        own = [entry for entry in self.given if entry.stream == stream]
        return self.writer.head_of(own[-1]) if own else None

    def batch(self, streams):
        """Return entries that follow the ends of streams, in the order in which those are named."""
        heads = {stream: self.head(stream) for stream in streams}
        made = []
        for number, stream in enumerate(streams):
            made.append(self.writer.after(heads[stream], stream, parts={"words": bytes([number])}))
            heads[stream] = self.writer.head_of(made[-1])
        return made

    def put(self, stream, number):
        wrap = Wrap(
            stream, "words", bytes([number]) * 16, b"m" * 16, bytes([len(self.given) % 256])
        )
        form = Form(bytes([number]) * 16, "name", stream, "")
        self.wraps[wrap[:4]] = wrap
        self.forms.add(form)
        return {"wraps": [wrap], "forms": [form]}

    @rule(streams=st.lists(_STREAM, min_size=1, max_size=5), number=st.integers(0, 3))
    def append(self, streams, number):
        made = self.batch(streams)
        self.ledger.append(made, **self.put(streams[0], number))
        self.entries += made
        self.given += made

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def append_again(self, data):
        again = data.draw(st.lists(st.sampled_from(self.given), min_size=1, max_size=4))
        self.ledger.append(again, wraps=[Wrap(b"n" * 16, "x", b"n" * 16, b"n" * 16, b"")])

    @precondition(lambda self: self.given)
    @rule(data=st.data(), stream=_STREAM)
    def append_what_is_stale(self, data, stream):
        old = data.draw(st.sampled_from(self.given))
        stale = self.writer.after(self.writer.head_of(old), old.stream)
        if self.head(old.stream) == self.writer.head_of(old):
            stale = self.writer.signed(stale._replace(version=stale.version + 1))
        with pytest.raises(Conflict):
            self.ledger.append([*self.batch([stream] if stream != old.stream else []), stale])

    @precondition(lambda self: self.given)
    @rule(data=st.data())
    def append_under_a_taken_id(self, data):
        old = data.draw(st.sampled_from(self.given))
        (following,) = self.batch([old.stream])
        with pytest.raises(Taken):
            self.ledger.append([self.writer.signed(following._replace(id=old.id))])

    @rule()
    def seal(self):
        new = self.given[len(self.sealed) :]
        self.sealed += [leaf_hash(leaf_of(entry, self.ledger.id)) for entry in new]
        made = self.ledger.seal(note)
        assert bool(new) == (made is not None)
        if new:
            self.sizes.append(len(self.sealed))

    @rule(streams=st.lists(_STREAM, max_size=2))
    def erase(self, streams):
        gone = set(streams)
        bare = [one._replace(parts=()) if one.stream in gone else one for one in self.entries]
        parts = sum(one != other for one, other in zip(self.entries, bare, strict=True))
        wraps = {key: wrap for key, wrap in self.wraps.items() if wrap.stream not in gone}
        forms = {form for form in self.forms if form.stream not in gone}
        counts = parts, len(self.wraps) - len(wraps), len(self.forms) - len(forms)
        assert counts == self.ledger.erase(streams)[:3]
        self.entries, self.wraps, self.forms = bare, wraps, forms

    @rule(stream=_STREAM)
    def drop(self, stream):
        own = [wrap for wrap in self.wraps.values() if wrap.stream == stream]
        assert len(own) == self.ledger.drop_wraps(own)
        dropped = {form for form in self.forms if form.stream == stream}
        assert len(dropped) == self.ledger.drop_forms(stream)
        self.wraps = {key: wrap for key, wrap in self.wraps.items() if wrap not in own}
        self.forms -= dropped

    @rule()
    def renew_wraps(self):
        self.ledger.replace_wraps(lambda wrap: wrap._replace(sealed=wrap.sealed + b"+"))
        renewed = (
            (key, wrap._replace(sealed=wrap.sealed + b"+")) for key, wrap in self.wraps.items()
        )
        self.wraps = dict(renewed)

    @rule()
    def open_again(self):
        self.ledger.close()
        self.ledger = open_ledger(self.place)

    @invariant()
    def equals_the_model(self):
        assert self.entries == list(self.ledger.entries())
        assert sorted(self.wraps.values()) == sorted(self.ledger.wraps())
        asked = [bytes([number]) * 16 for number in range(4)]
        assert sorted(self.forms) == sorted(self.ledger.forms(asked))
        for stream in _STREAMS:
            assert self.head(stream) == self.ledger.head(stream)
        checkpoints = [(one.size, one.root) for one in self.ledger.checkpoints()]
        assert [(size, root_of(self.sealed[:size])) for size in self.sizes] == checkpoints
        assert self.sealed == self.ledger.leaves()

    def teardown(self):
        audit = self.ledger.audit(self.writer.cards, thorough=True)
        self.ledger.close()
        self.remove()
        assert (len(self.given), ()) == (audit.entries, audit.findings)
        assert len(self.given) - len(self.sealed) == audit.waiting


def _run(empty_place, examples):
    machine = type("Machine", (LedgerMachine,), {"empty_place": staticmethod(empty_place)})
    case = machine.TestCase
    case.settings = settings(max_examples=examples, stateful_step_count=12)
    case("runTest").runTest()


def _in_a_file():
    folder = tempfile.TemporaryDirectory()
    return file_place(Path(folder.name)), folder.cleanup


def test_any_sequence_equals_the_model_in_a_file():
    _run(_in_a_file, 12)


def test_any_sequence_equals_the_model_on_a_server(server):
    _run(lambda: (server.place(), lambda: None), 6)


@pytest.mark.parametrize("table", ["parts", "wraps", "forms"])
def test_a_ledger_that_forgets_does_not_equal_the_model(table):
    """The control: without a row that was appended, the machine's comparison fails."""
    machine = type("Machine", (LedgerMachine,), {"empty_place": staticmethod(_in_a_file)})()
    machine.append(streams=_STREAMS, number=0)
    machine.seal()
    machine.equals_the_model()
    with behind(machine.place) as execute:
        execute(f"DELETE FROM {table}")  # noqa: S608 - a test's own words
    with pytest.raises(AssertionError):
        machine.equals_the_model()
    machine.teardown()
