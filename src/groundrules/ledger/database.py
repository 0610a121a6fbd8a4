"""The database behind a ledger: transactions that are whole or nothing, and errors in words."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from groundrules.ledger.refusals import REFUSAL, Collision, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPICursor
    from sqlalchemy.pool import PoolProxiedConnection
    from sqlalchemy.sql import ClauseElement


class InTransaction(Protocol):
    """What a statement of the driver needs: SQLAlchemy's connection has it, and `Swift`."""

    @property
    def connection(self) -> PoolProxiedConnection:
        """The driver's connection."""


class Swift(NamedTuple):
    """A connection of the driver alone, in a transaction."""

    connection: PoolProxiedConnection


class Database:
    """One engine, its place in words, and its statements as the driver takes them.

    A connection is taken for each transaction and given back after it; nothing holds one open while
    a caller looks at an answer.
    """

    def __init__(self, engine: Engine, shown: str) -> None:
        """Have a writer of SQLite take the lock at once, so that no reader's view grows stale.

        Args:
            engine: of either backend.
            shown: how messages name the place.
        """
        self.engine = engine
        self.shown = shown
        self._driver: Any = engine.dialect.dbapi
        self._texts: dict[int, tuple[ClauseElement, str]] = {}
        if self.is_file:
            event.listen(engine, "begin", _begin)

    def __repr__(self) -> str:
        """Return the place in words."""
        return f"Database({self.shown!r})"

    @cached_property
    def is_file(self) -> bool:
        """Whether it is SQLite."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection whose statements all see one state.

        Raises:
            BadInput: the database fails.
        """
        with self.telling(), self.engine.connect() as connection:
            if not self.is_file:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")  # noqa: PLW2901 - the same one
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection whose changes are kept, all or none, when the block ends.

        Raises:
            BadInput: the database fails; nothing was written, unless the connection was lost at the
                very end, and then doing it again is harmless.
            Collision: another writer was first.
        """
        with self.telling(), self.engine.connect() as connection:
            connection = connection.execution_options(writing=True)  # noqa: PLW2901 - the same one
            with connection.begin():
                yield connection

    @contextmanager
    def writing_swiftly(self) -> Iterator[Swift]:
        """Do as `writing`, for statements of the driver only.

        What SQLAlchemy keeps about a connection takes longer than writing an entry.

        Raises:
            BadInput: the database fails, as in `writing`.
            Collision: another writer was first.
        """
        with self.telling():
            raw = self.engine.raw_connection()
            try:
                if self.is_file:
                    raw.cursor().execute("BEGIN IMMEDIATE")
                yield Swift(raw)
                raw.commit()
            except self._driver.Error:
                raw.invalidate()
                raise
            finally:
                raw.close()  # which takes back what was not committed

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Give a connection outside of any transaction.

        Raises:
            BadInput: the database fails.
        """
        with self.telling(), self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell an error of the driver in our words, with the place of this database.

        Raises:
            BadInput: there was one.
            Collision: another writer was first.
        """
        try:
            yield
        except (DBAPIError, self._driver.Error) as error:
            cause = getattr(error, "orig", error)
            if isinstance(cause, self._driver.IntegrityError) and REFUSAL not in str(cause):
                raise Collision from None
            self.engine.dispose()
            raise told(self.shown, cause) from None

    def insert_all(
        self, connection: InTransaction, statement: ClauseElement, rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Run one statement for many rows; each row's values stand in the statement's order.

        The driver takes them as they are: binding and converting them would cost SQLAlchemy more
        than SQLite needs to insert a row.
        """
        if len(rows) == 1:
            self.cursor(connection).execute(self.text(statement), rows[0])
        elif rows:
            self.cursor(connection).executemany(self.text(statement), rows)

    def rows_of(
        self, connection: InTransaction, statement: ClauseElement, *values: object
    ) -> list[tuple[Any, ...]]:
        """Return the rows of a statement as the driver gives them."""
        cursor = self.cursor(connection)
        cursor.execute(self.text(statement), values)
        return list(cursor.fetchall())

    def cursor(self, connection: InTransaction) -> DBAPICursor:
        """Return a cursor of the driver, in the transaction of the connection."""
        return connection.connection.cursor()

    def text(self, statement: ClauseElement) -> str:
        """Return a statement as the driver takes it, compiled once."""
        known = self._texts.get(id(statement))
        if known is None:
            known = statement, str(statement.compile(dialect=self.engine.dialect))
            self._texts[id(statement)] = known
        return known[1]


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.connection.cursor().execute("BEGIN IMMEDIATE" if writing else "BEGIN")
