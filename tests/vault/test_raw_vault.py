"""What stands in the files of a vault for who has them, and for who has the key of the file too."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from sqlcipher3 import dbapi2

from groundrules.keys.bundle import DATABASE
from groundrules.vault.conversations import amend, begin
from groundrules.vault.folder import ledger_path
from groundrules.vault.sharing import share
from residues import forms_of, traces
from vault_fixtures import newsroom

__all__ = ["newsroom"]

WORD, NAME, BODY, ALIAS = "vxqzcanary", "Quorrel Vintz", "Zyxwold Authority", "Brixelmoor"
TALK, REASON, DESCRIPTION = "talk-qqzzy-2026", "drumlinfen", "somebody at wexelgate"
CANARIES = [WORD, NAME, "Quorrel", "Vintz", BODY, ALIAS, TALK, REASON, DESCRIPTION]

RECORD = f"""\
conversation: {TALK}
date: 2026-11-03
matter: {WORD} in the matter
origin: {WORD}.vtt
parties:
  AR: reporter, Ana Ruiz
  S1: source, {NAME}, of {BODY}, aka {ALIAS}, "{DESCRIPTION}"

# {WORD} in a comment
[00:13:41] S1: They said {WORD}.
  > ask off-the-record "{REASON}"
AR: Sure.
  > agree
"""


@pytest.fixture
def filled(newsroom):
    vault = newsroom.vault("Ana")
    begun = begin(vault, RECORD)
    amend(vault, TALK, begun.version, begun.text + f"S1: And {WORD} again.\n")
    share(vault, TALK, "Ben", ["words"])
    return newsroom


def deciphered(room) -> bytes:
    """Return the whole database of a vault as the key of its file opens it, and nothing else."""
    key = room.bundle("Ana").secrets[DATABASE].reveal().hex()
    plain = room.folder.parent / "plain.db"
    connection = dbapi2.connect(str(ledger_path(room.folder)))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA cipher_hmac_algorithm = HMAC_SHA256")
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    return plain.read_bytes()


def files_of(folder) -> bytes:
    """Return the content of every file in and below a folder, and their names."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in files)


def test_no_file_holds_a_word_or_a_name(filled):
    assert set() == traces(files_of(filled.folder.parent), CANARIES)


def test_the_key_of_the_file_shows_no_word_and_no_name(filled):
    plain = deciphered(filled)

    assert plain.startswith(b"SQLite format 3\0"), "the control: it is deciphered"
    assert b"half-reporter" in plain, "the control: what is not sealed can be read in it"
    assert set() == traces(plain, CANARIES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16le", "utf-16be", "base64", "hex", "url"])
def test_the_control_a_word_that_is_kept_is_found(filled, encoding):
    text = f"before {NAME} behind"
    kept = {
        "base64": base64.b64encode(text.encode()),
        "hex": text.encode().hex().encode(),
        "url": "".join(f"%{byte:02x}" for byte in text.encode()).encode(),
    }.get(encoding, b"") or text.encode(encoding)
    vault = filled.vault("Ana")
    vault.ledger.keep("note", kept)

    assert (NAME, encoding) in traces(deciphered(filled), CANARIES)


def test_the_control_a_quoted_name_is_found():
    assert {("Zyxwold", "utf-8")} == traces(quote(f"of {BODY}").encode(), ["Zyxwold"])
    assert 6 == len(forms_of(NAME))


def test_no_member_is_named_in_the_ledger_and_days_are(filled):
    plain = deciphered(filled)

    assert set() == traces(plain, ["Ana Ruiz", "reporter, "])
    assert b"2026-11-03" in plain, "the day of an entry is known to who has the key of the file"
