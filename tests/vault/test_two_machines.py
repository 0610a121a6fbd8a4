"""Two people, two machines and one vault on a server, from the founding to the second invitation.

Each machine has a folder, a place for what lies outside of it, and a keeper of its own; all that
they have in common is the database.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path

import pytest

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.indexing.building import build_index
from groundrules.desk.vaults import joining as vault_joining
from groundrules.desk.vaults import upkeep as vault_upkeep
from groundrules.desk.vaults.founding import NewMember, found_vault
from groundrules.desk.vaults.moves import bring, import_records
from groundrules.desk.vaults.shredding import shred_talks
from groundrules.desk.vaults.unlocking import Asking, unlock_vault
from groundrules.errors import BadInput
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.reporters import json_report
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from groundrules.vault.answers import Text
from groundrules.vault.keeper.door import Door
from groundrules.vault.keeper.locking import lock
from ledger_places import Server
from vault_fixtures import CHEAP, passphrase_of

EXAMPLES = Path(__file__).parents[2] / "examples"
RECORDS = EXAMPLES / "records"
DRAFTS = sorted(str(one) for one in (EXAMPLES / "drafts").glob("*.md"))
AS_OF = "2026-11-06T06:00-05:00"
HARBOR, UNION = "harbor-2026-11-03", "union-2026-11-04"
WORDS = "The deal was dead by Friday"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        found = Server()
    yield found
    found.remove()


def no_complaint(error):
    raise AssertionError(error)


def no_progress(_done, _of):
    """Take note of nothing."""


class Machine:
    """A machine of one person; inside `at_it` the process has its surroundings."""

    def __init__(self, home, name) -> None:
        self.name = name
        self.folder = home / f"{name}.vault"
        self.card = home / f"{name}.card"
        self._variables = {"XDG_STATE_HOME": home / "state", "XDG_RUNTIME_DIR": home / "run"}
        (home / "run").mkdir(parents=True, mode=0o700)
        self.asking = Asking(lambda _: passphrase_of(name), no_complaint)

    @contextmanager
    def at_it(self):
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self._variables.items():
                patch.setenv(name, str(value))
            yield

    def newcomer(self, role):
        return NewMember(self.name, (role,), passphrase_of(self.name))

    def found(self, role, url):
        with self.at_it():
            who = self.newcomer(role)
            found_vault(self.folder, who, os.environ, url=url, stretching=CHEAP)

    def apply(self, role, url):
        with self.at_it():
            who = self.newcomer(role)
            return vault_joining.apply_for(
                self.folder, who, url, self.card, os.environ, stretching=CHEAP
            )

    def accept(self, lines):
        with self.at_it():
            text = "\n".join(lines)
            vault_joining.accept(
                self.folder, self.asking, text, "lines", os.environ, floor=CHEAP.floor
            )

    def unlock(self):
        with self.at_it():
            unlock_vault(self.folder, self.asking, os.environ, CHEAP.floor)

    def lock(self):
        with self.at_it():
            lock(self.folder)

    def do(self, function, *arguments, **options):
        with self.at_it():
            return function(self.folder, *arguments, **options)

    def texts(self):
        with self.at_it(), Door.to(self.folder) as door:
            found = door.ask(list[Text], "texts", names=[], candidates=[])
        return {one.name: one for one in found}

    def build_index(self):
        settings = settle(Path.cwd(), {"policies": (str(EXAMPLES / "policies"),)}, {})
        with self.at_it():
            build_index([str(self.folder)], settings, os.environ, no_progress)

    def indexed(self):
        """Return the names of the conversations that the index tells of."""
        with self.at_it(), Door.to(self.folder) as door:
            secret = bytes.fromhex(door.ask(str, "index_secret"))
        with IndexedLedger.open(self.folder / "index" / "whole" / "ledger", secret) as ledger:
            return set(ledger.talks())

    def checked(self, records=None):
        """Return the report of the check, and what kept it from being complete."""
        places = {"records": str(records or self.folder), "policies": str(EXAMPLES / "policies")}
        flags = {name: (place,) for name, place in places.items()}
        settings = settle(Path.cwd(), {**flags, "policy": "ledger-post"}, {})
        with self.at_it():
            checked = check_drafts(DRAFTS, settings, publication_time(AS_OF))
        found = Report(checked.examinations, Redaction(), faults=checked.faults)
        lines = json_report.lines(found)
        return json.loads("".join(piece.text for line in lines for piece in line)), checked.faults


@contextmanager
def machine(home, name):
    """Give a machine, and lock its vault in the end."""
    made = Machine(home, name)
    try:
        yield made
    finally:
        made.lock()


@pytest.fixture
def machines(tmp_path):
    with machine(tmp_path / "a", "Ana") as ana, machine(tmp_path / "e", "Eli") as eli:
        yield ana, eli


@pytest.fixture
def url(server):
    return server.place().url


@pytest.fixture
def joined(machines, url):
    """Give Ana's and Eli's machines, both unlocked, Ana's records in the vault of both."""
    ana, eli = machines
    ana.found("reporter", url)
    ana.unlock()
    eli.apply("editor", url)
    eli.accept(ana.do(vault_joining.invite, eli.card).lines)
    eli.unlock()
    ana.do(import_records, [str(RECORDS)], no_progress)
    return machines


def test_what_is_shared_is_read_on_the_other_machine(joined):
    ana, eli = joined

    assert ana.texts()[HARBOR].complete
    assert WORDS in ana.texts()[HARBOR].text
    sealed = eli.texts()[HARBOR]
    assert (False, True) == (sealed.complete, "(sealed)" in sealed.text)
    assert "> agree" in sealed.text
    assert WORDS not in sealed.text
    ana.do(vault_upkeep.share, HARBOR, "Eli", words=True)
    assert WORDS in eli.texts()[HARBOR].text
    assert not eli.texts()[UNION].complete
    members = [(one.name, one.myself) for one in eli.do(vault_upkeep.members_of)]
    assert [("Ana", False), ("Eli", True)] == members


def test_the_check_finds_on_a_server_what_it_finds_in_a_folder(joined):
    ana, eli = joined
    in_the_folder, _ = ana.checked(RECORDS)

    assert in_the_folder["findings"]
    assert (in_the_folder, ()) == ana.checked()
    _, faults = eli.checked()
    assert "that you may not read" in str(faults[0])
    for name in ana.texts():
        ana.do(vault_upkeep.share, name, "Eli", words=True)
    assert (in_the_folder, ()) == eli.checked()


def test_after_a_shredding_the_other_is_told_and_invited_again(joined):
    ana, eli = joined
    ana.do(vault_upkeep.share, HARBOR, "Eli", words=True)
    first = ana.do(vault_joining.invite, eli.card).lines
    eli.accept(first)

    ana.do(shred_talks, [UNION], "as was promised", early=True)

    def share_back():
        eli.do(vault_upkeep.share, HARBOR, "Ana", words=True)

    for what in (eli.texts, eli.checked, share_back):
        with pytest.raises(BadInput, match="a new epoch has begun elsewhere") as told:
            what()
        assert "have another member invite you again" in str(told.value)
    again = ana.do(vault_joining.invite, eli.card)
    with pytest.raises(BadInput, match="do not open what waits"):
        eli.accept(first)
    eli.accept(again.lines)

    assert WORDS in eli.texts()[HARBOR].text
    assert UNION not in eli.texts()
    members = [one.name for one in eli.do(vault_upkeep.members_of)]
    assert ["Ana", "Eli"] == members
    eli.lock()
    eli.unlock()
    assert WORDS in eli.texts()[HARBOR].text


def test_an_index_on_another_machine_loses_what_was_shredded_at_the_next_check(joined):
    ana, eli = joined
    ana.build_index()
    assert {HARBOR, UNION} < ana.indexed()

    eli.do(shred_talks, [UNION], "as was promised", early=True)
    with pytest.raises(BadInput, match="a new epoch has begun elsewhere"):
        ana.checked()
    ana.card.write_text(ana.do(vault_upkeep.own_card), encoding="utf-8")
    ana.accept(eli.do(vault_joining.invite, ana.card).lines)
    ana.checked()

    assert HARBOR in ana.indexed()
    assert UNION not in ana.indexed()


def test_after_somebody_has_left_the_others_are_told_and_invited_again(joined, tmp_path, url):
    ana, eli = joined
    with machine(tmp_path / "b", "Ben") as ben:
        ben.apply("reporter", url)
        ben.accept(ana.do(vault_joining.invite, ben.card).lines)
        ana.do(vault_upkeep.let_go, "Ben", "", lose=False)

        with pytest.raises(BadInput, match="a new epoch has begun elsewhere"):
            eli.texts()
        with pytest.raises(BadInput, match="no epoch key waits"):
            ben.accept(ana.do(vault_joining.invite, eli.card).lines)
        eli.accept(ana.do(vault_joining.invite, eli.card).lines)
        assert HARBOR in eli.texts()
        ben.unlock()
        assert {} == ben.texts()


def test_before_the_lines_the_keys_unlock_nothing(machines, url):
    ana, eli = machines
    ana.found("reporter", url)
    ana.unlock()
    sheet = eli.apply("editor", url)

    with pytest.raises(BadInput, match=r"epoch\.json"):
        eli.unlock()
    with pytest.raises(BadInput, match="no epoch key waits"):
        eli.accept(sheet.lines)
    invited = ana.do(vault_joining.invite, eli.card)
    with pytest.raises(BadInput, match="do not open what waits"):
        eli.accept(sheet.lines)
    assert ("Eli", ("editor",)) == invited[:2]
    eli.accept(invited.lines)
    eli.unlock()
    assert {} == eli.texts()


def test_settling_gives_the_desks_what_another_reporter_keeps(joined, tmp_path, url):
    ana, eli = joined
    with machine(tmp_path / "b", "Ben") as ben, machine(tmp_path / "l", "Lea") as lea:
        ben.apply("reporter", url)
        ben.accept(ana.do(vault_joining.invite, ben.card).lines)
        ben.unlock()
        text = (RECORDS / f"{HARBOR}.record").read_text("utf-8").replace(HARBOR, "own")
        ben.do(bring, {"own.record": text})
        lea.apply("legal", url)
        lea.accept(ana.do(vault_joining.invite, lea.card).lines)
        lea.unlock()

        assert ("own" in eli.texts(), "own" in lea.texts()) == (True, False)
        assert 1 == ben.do(vault_joining.settle).conversations
        assert not lea.texts()["own"].complete
        assert 0 == ben.do(vault_joining.settle).conversations
