"""Schema of user_version 6, frozen: the history is chained over digests; what is typed in open forms is kept.

A row of `change` with the subject 'action' says that its action took back the action first_row. The order of
actions told this before: it is written down here for what was taken back until now.
"""

from secrets import token_hex
from typing import Any

from models.rules.chain import START, Heading, chained, digest

_PREFIX = "撤销："
CHANGES = """
ALTER TABLE change ADD COLUMN salt TEXT NOT NULL DEFAULT '';
ALTER TABLE change ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE change ADD COLUMN chain TEXT NOT NULL DEFAULT '';

CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  place TEXT NOT NULL UNIQUE CHECK (place <> ''),
  title TEXT NOT NULL,
  at TEXT NOT NULL CHECK (at <> ''),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT
"""
GUARDS = """
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'history is not deleted'); END;

CREATE TRIGGER change_is_blanked_only BEFORE UPDATE ON change
WHEN OLD.chain <> '' AND NOT (NEW.salt = '' AND NEW.label = '' AND NEW.old IS NULL AND NEW.new IS NULL
  AND NEW.id = OLD.id AND NEW.action = OLD.action AND NEW.at = OLD.at AND NEW.who = OLD.who
  AND NEW.subject = OLD.subject AND NEW.first_row = OLD.first_row AND NEW.last_row = OLD.last_row
  AND NEW.digest = OLD.digest AND NEW.chain = OLD.chain)
BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END
"""
_HEADING = "id, action, at, who, subject, first_row, last_row"


def apply(connection: Any) -> None:
    """Add what is new; chain the rows that are there."""
    _run(connection, CHANGES)
    _mark_undone(connection)
    _chain(connection)
    _run(connection, GUARDS)


def _run(connection: Any, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _mark_undone(connection: Any) -> None:
    done: list[int] = []
    sql = "SELECT action, at, who, label FROM change GROUP BY action ORDER BY action"
    for action, at, who, label in connection.execute(sql).fetchall():
        if not label.startswith(_PREFIX):
            done.append(action)
        elif done:
            back = done.pop()
            connection.execute(
                "INSERT INTO change (action, at, who, label, subject, first_row, last_row)"
                " VALUES (?, ?, ?, ?, 'action', ?, ?)",
                (action, at, who, label, back, back),
            )


def _chain(connection: Any) -> None:
    before = START
    rows = connection.execute(f"SELECT {_HEADING}, label, old, new FROM change ORDER BY id").fetchall()
    for *heading, label, old, new in rows:
        salt = token_hex(16)
        content = digest(salt, label, old, new)
        before = chained(before, Heading(*heading), content)
        connection.execute(
            "UPDATE change SET salt = ?, digest = ?, chain = ? WHERE id = ?",
            (salt, content, before, heading[0]),
        )
