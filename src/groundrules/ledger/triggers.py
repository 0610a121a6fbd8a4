"""The triggers that refuse to change what only grows.

They stop mistakes, and whoever has the database but not its owner's rights. Somebody who may drop
them can rewrite rows, and an audit finds what was rewritten.
"""

from __future__ import annotations

from groundrules.ledger.refusals import REFUSAL
from groundrules.ledger.tables import GROWING

NAMES = {
    "sqlite": tuple(f"{table.name}_{act}" for table in GROWING for act in ("UPDATE", "DELETE")),
    "postgresql": tuple(f"{table.name}_{what}" for table in GROWING for what in ("rows", "whole")),
}
"""Database to the names of its triggers."""

_FUNCTION = f"""
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
"""


def sqlite_triggers() -> list[str]:
    """Return the statements that make them in SQLite.

    `INSERT OR REPLACE` deletes a row before it inserts one; the connection's `recursive_triggers`
    lets the trigger see that.
    """
    return [
        f"CREATE TRIGGER {table.name}_{act} BEFORE {act} ON {table.name} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for table in GROWING
        for act in ("UPDATE", "DELETE")
    ]


def postgresql_triggers() -> list[str]:
    """Return the statements that make them in PostgreSQL, which can also empty a table at once."""
    rows = [
        f"CREATE TRIGGER {table.name}_rows BEFORE UPDATE OR DELETE ON {table.name} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        for table in GROWING
    ]
    whole = [
        f"CREATE TRIGGER {table.name}_whole BEFORE TRUNCATE ON {table.name} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        for table in GROWING
    ]
    return [_FUNCTION, *rows, *whole]
