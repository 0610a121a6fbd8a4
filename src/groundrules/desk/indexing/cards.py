"""The cards: what is kept of each conversation, so that most need not be opened for a check.

A card counts the statements of a conversation, and holds what else calls for it to be opened
(`rules.callings`), every word of it as a keyed code alone, and every name sealed. It holds for an
instant of publication from `settled_from` on: what the newsroom recorded afterwards frees words
from its own instant.

The cards are a table of SQLite beside the index. A change is one transaction, which also keeps two
programs from bringing the same index up to date at once.
"""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

from groundrules import __version__
from groundrules.desk.indexing.answers import CardAnswers
from groundrules.desk.indexing.tables import TABLES
from groundrules.matching.index.sealed_names import SealedNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Self

    from groundrules.desk.indexing.codes import Codes, Kept, Seen

FORMAT = f"2/{__version__}"
"""What a card says hangs on the rules, so that another version makes the cards anew."""

_PATIENCE = 30.0
"""Seconds to wait for another program that brings the same index up to date."""


class Cards(CardAnswers):
    """The cards of one index. Use it as a context: it holds a file open."""

    def __init__(self, path: Path, secret: bytes, *, writable: bool = False) -> None:
        """Open the cards; where they may be written, they are made if they are not there.

        Args:
            path: their file.
            secret: the key of the index.
            writable: they are to be changed.

        Raises:
            sqlite3.Error: they cannot be opened, or are damaged.
        """
        mode = "rwc" if writable else "ro"
        base = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=False,  # an editor's desk is asked by one thread after another
        )
        super().__init__(base, SealedNames(secret))
        base.execute("PRAGMA synchronous = FULL")
        base.execute("PRAGMA secure_delete = ON")  # notes that are gone are gone here too
        self._version = 0
        self._stem_numbers: dict[int, int] = {}

    def __enter__(self) -> Self:
        """Return the cards."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; what was begun and not kept is undone."""
        self._base.close()

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Keep others from changing the cards for a moment."""
        self._base.execute("BEGIN")
        try:
            yield
        finally:
            self._base.execute("COMMIT")

    def are_changed(self) -> bool:
        """Tell whether another program has changed the cards since this was asked last."""
        (version,) = self._base.execute("PRAGMA data_version").fetchone()
        before, self._version = self._version, version
        return bool(before != version)

    def begin(self, now: float) -> None:
        """Begin a change, once no other program is at one; make the tables where there are none.

        Args:
            now: seconds from 1970 on, UTC.
        """
        self._base.execute("BEGIN IMMEDIATE")
        self._stem_numbers.clear()
        if self.format() != FORMAT:
            self._make_anew(now)

    def keep(self, now: float) -> None:
        """Keep what was changed."""
        self._base.execute("UPDATE about SET changed = ?", (now,))
        self._base.execute("COMMIT")

    def undo(self) -> None:
        """Forget what was changed since `begin`."""
        if self._base.in_transaction:
            self._base.execute("ROLLBACK")

    def format(self) -> str:
        """Return the format of the cards; "" where there are none."""
        known = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'about'"
        if not self._base.execute(known).fetchone():
            return ""
        row = self._base.execute("SELECT format FROM about").fetchone()
        return str(row[0]) if row else ""

    def times(self) -> tuple[float, float]:
        """Return when the cards were made and when they were changed last, in seconds from 1970."""
        made, changed = self._base.execute("SELECT made, changed FROM about").fetchone()
        return made, changed

    def is_whole(self) -> bool:
        """Tell whether SQLite finds the file in order."""
        return self._base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    def put(self, head: Kept, codes: Codes) -> None:
        """Put a card in place of the one that there may be of the same conversation.

        Args:
            head: its head; the number in it does not count.
            codes: the rest.
        """
        self.drop(head.id)
        freely = self._numbers(codes.freely)
        sealed = head._replace(id=self._names.seal(head.id), policy=self._names.seal(head.policy))
        row = (*sealed[1:3], *head.seen, *sealed[4:], array("I", sorted(freely)).tobytes())
        marks = ", ".join("?" * len(row))
        number = self._base.execute(
            "INSERT INTO talks (id, place, size, changed, inode, state, stamp, policy, reading,"  # noqa: S608 - question marks alone
            f" statements, restricted, open, unknown, settled_from, free) VALUES ({marks})",
            row,
        ).lastrowid
        assert number  # noqa: S101 - a row has just been made
        self._change_freely(freely, 1)
        self._put_codes(number, codes)

    def saw(self, number: int, place: int, seen: Seen) -> None:
        """Note anew where a record that has not changed is, and what the system says of it."""
        self._base.execute(
            "UPDATE talks SET place = ?, size = ?, changed = ?, inode = ?, state = ?"
            " WHERE number = ?",
            (place, *seen, number),
        )

    def drop(self, talk: str) -> None:
        """Take the card of a conversation away, if there is one."""
        seal = self._names.seal(talk)
        row = self._base.execute("SELECT number, free FROM talks WHERE id = ?", (seal,)).fetchone()
        if not row:
            return
        number, free = row
        self._change_freely(array("I", free), -1)
        told = self._base.execute("SELECT number, stems FROM sentences WHERE talk = ?", (number,))
        for sentence, stems in told.fetchall():
            pairs = ((stem, sentence) for stem in array("I", stems))
            self._base.executemany("DELETE FROM withheld WHERE stem = ? AND sentence = ?", pairs)
        for table in ("sentences", "forms", "names", "people", "phrases"):
            self._base.execute(f"DELETE FROM {table} WHERE talk = ?", (number,))  # noqa: S608 - from the line above
        self._base.execute("DELETE FROM talks WHERE number = ?", (number,))

    def _put_codes(self, number: int, codes: Codes) -> None:
        insert = self._base.executemany
        insert("INSERT INTO forms VALUES (?, ?)", ((code, number) for code in codes.forms))
        for bearer in codes.bearers:
            row = (bearer.person, number, bearer.names, bearer.unnamed)
            self._base.execute("INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?)", row)
            marks = ((mark, bearer.person, number) for mark in bearer.marks)
            insert("INSERT OR IGNORE INTO names VALUES (?, ?, ?)", marks)
        phrases = ((*one, number) for one in codes.phrases)
        insert("INSERT OR IGNORE INTO phrases VALUES (?, ?, ?, ?)", phrases)
        for sentence in codes.withheld:
            stems = array("I", sorted(self._numbers(sentence)))
            told = self._base.execute(
                "INSERT INTO sentences (talk, stems) VALUES (?, ?)", (number, stems.tobytes())
            ).lastrowid
            insert("INSERT INTO withheld VALUES (?, ?)", ((stem, told) for stem in stems))

    def _numbers(self, codes: frozenset[int]) -> list[int]:
        """Return the number of each stem; those that are new get one."""
        new = [code for code in codes if code not in self._stem_numbers]
        insert = "INSERT OR IGNORE INTO stems (code, freely) VALUES (?, 0)"
        self._base.executemany(insert, ((code,) for code in new))
        self._stem_numbers |= {code: number for code, (number, _) in self.stems(new).items()}
        return [self._stem_numbers[code] for code in codes]

    def _change_freely(self, stems: Iterable[int], by: int) -> None:
        update = "UPDATE stems SET freely = freely + ? WHERE number = ?"
        self._base.executemany(update, ((by, stem) for stem in stems))

    def _make_anew(self, now: float) -> None:
        tables = self._base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in tables.fetchall():
            self._base.execute(f"DROP TABLE {name}")
        for statement in filter(str.strip, TABLES.split(";")):
            self._base.execute(statement)
        self._base.execute("INSERT INTO about VALUES (?, ?, ?)", (FORMAT, now, now))
