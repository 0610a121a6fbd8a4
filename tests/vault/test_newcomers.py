"""A vault on a server: founded, shared, and joined from machines that have nothing in common."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import sql

from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.keys.slots import read_slots
from groundrules.vault import founding
from groundrules.vault.conversations import amend, begin, texts
from groundrules.vault.epochs import rotate
from groundrules.vault.folder import is_vault, read_public
from groundrules.vault.leaving import hand_over, leave
from groundrules.vault.newcomers import accept, apply_from, invite
from groundrules.vault.sharing import share
from ledger_places import Server
from residues import traces
from vault_fixtures import CHEAP, NOON, opened_room, passphrase_of, record_text

NAME = "harbor-2026-11-03"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        found = Server()
    yield found
    found.remove()


@pytest.fixture
def desk(tmp_path, server):
    home = tmp_path / "ana"
    home.mkdir()
    with opened_room(home, url=server.place().url) as room:
        yield room


class Machine:
    """A machine of one person, with nothing on it but what she brings."""

    def __init__(self, home, name, roles, url) -> None:
        home.mkdir()
        self.name = name
        self.folder = home / "desk.vault"
        self.surroundings = founding.Surroundings({"HOME": str(home)}, lambda: NOON)
        who = founding.Founder(name, roles, passphrase_of(name))
        self.applied = apply_from(self.folder, who, url, self.surroundings, stretching=CHEAP)
        self.vaults = []

    def bundle(self):
        public = read_public(self.folder)
        slots = read_slots(public.slots, public.ledger, str(self.folder))
        return slots.opened_with_passphrase(passphrase_of(self.name), floor=CHEAP.floor)

    def accept(self, lines) -> None:
        accept(self.folder, self.bundle(), "\n".join(lines), self.surroundings)

    def vault(self):
        self.vaults.append(founding.opened(self.folder, self.bundle(), self.surroundings))
        return self.vaults[-1]

    def close(self) -> None:
        for vault in self.vaults:
            vault.ledger.close()


@pytest.fixture
def machine(tmp_path, desk):
    made = []

    def make(name="Eli", roles=(Role.EDITOR,)):
        url = desk.vault().bundle.texts[founding.ADDRESS]
        made.append(Machine(tmp_path / name, name, roles, url))
        return made[-1]

    yield make
    for one in made:
        one.close()


def joined(desk, newcomer):
    """Let a machine join."""
    newcomer.accept(invite(desk.vault(), newcomer.applied.card, "eli.card"))
    return newcomer


def test_a_vault_on_a_server_does_what_one_in_a_file_does(desk):
    vault = desk.vault()
    begun = begin(vault, record_text())
    amended = amend(vault, NAME, 1, begun.text + "AR: And then?\n")

    assert [amended] == texts(desk.vault())
    assert not (desk.folder / "ledger.db").exists()


def test_somebody_joins_from_a_machine_of_her_own(desk, machine):
    begin(desk.vault(), record_text())

    editor = joined(desk, machine())

    [seen] = texts(editor.vault())
    assert (NAME, False) == (seen.name, seen.complete)
    share(desk.vault(), NAME, "Eli", ["words"])
    assert texts(editor.vault())[0].complete


def test_a_card_alone_opens_nothing(desk, machine):
    begin(desk.vault(), record_text())
    stranger = machine("Max")

    assert is_vault(stranger.folder)
    with pytest.raises(BadInput, match="no epoch key waits"):
        stranger.accept(desk.recovery)
    assert [] == texts(stranger.vault())


def test_the_lines_of_another_invitation_open_nothing(desk, machine):
    one, other = machine("Eli"), machine("Noa")
    lines = invite(desk.vault(), one.applied.card, "eli.card")
    invite(desk.vault(), other.applied.card, "noa.card")

    with pytest.raises(BadInput, match="do not open what waits"):
        other.accept(lines)
    one.accept(lines)


def test_an_invitation_is_taken_once(desk, machine):
    editor = machine()
    lines = invite(desk.vault(), editor.applied.card, "eli.card")
    editor.accept(lines)

    with pytest.raises(BadInput, match="no epoch key waits"):
        editor.accept(lines)


def test_a_new_epoch_is_told_to_other_machines_and_nothing_is_written_in_the_old_one(desk, machine):
    begin(desk.vault(), record_text())
    editor = joined(desk, machine())
    vault = editor.vault()
    rotate(desk.vault())

    with pytest.raises(BadInput, match="a new epoch has begun elsewhere"):
        texts(editor.vault())
    with pytest.raises(BadInput, match="a new epoch has begun elsewhere"):
        begin(vault, record_text("second"))

    joined(desk, editor)
    assert [NAME] == [text.name for text in texts(editor.vault())]


def test_who_has_left_gets_in_by_no_way(desk, machine):
    begin(desk.vault(), record_text())
    editor = joined(desk, machine())
    hand_over(editor.vault(), "Ana")

    leave(desk.vault(), "Eli")

    assert [] == texts(editor.vault())


def test_the_server_holds_no_word_and_no_name(desk, machine):
    word = "canaryinaword"
    begin(desk.vault(), record_text().replace("Friday", word))
    joined(desk, machine())
    url = desk.vault().bundle.texts[founding.ADDRESS]
    tables = ("entries", "parts", "wraps", "forms", "kept", "leaves")
    queries = [sql.SQL("SELECT * FROM {}").format(sql.Identifier(name)) for name in tables]
    with psycopg.connect(url) as connection:
        rows = [connection.execute(query).fetchall() for query in queries]
    content = b"\n".join(
        value if isinstance(value, bytes) else str(value).encode()
        for table in rows
        for row in table
        for value in row
    )

    assert b"half-reporter" in content, "the control: these are the rows"
    found = traces(content, [word, "Whitfield", "Harbor Authority", "harbor-2026", "Eli Brandt"])
    assert set() == found


def test_an_interrupted_founding_on_a_server_can_be_done_again(tmp_path, server):
    url = server.place().url
    weak = founding.Founder("Ana", (Role.REPORTER, Role.EDITOR), "weak")
    surroundings = founding.Surroundings({"HOME": str(tmp_path)}, lambda: NOON)
    with pytest.raises(BadInput, match="fewer than 12"):
        founding.found(tmp_path / "a.vault", weak, surroundings, url=url, stretching=CHEAP)

    with opened_room(tmp_path, url=url) as room:
        assert [] == texts(room.vault())
        with pytest.raises(BadInput, match="there is a ledger already"):
            founding.found(tmp_path / "b.vault", weak, surroundings, url=url, stretching=CHEAP)
