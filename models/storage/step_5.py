"""Schema of user_version 5, frozen: quarters that were closed, with the pages that were signed."""

CHANGES = """
CREATE TABLE closing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
  closed_at TEXT NOT NULL CHECK (closed_at <> ''),
  who TEXT NOT NULL,
  choices TEXT NOT NULL CHECK (json_valid(choices)),
  entries TEXT NOT NULL CHECK (json_valid(entries)),
  reopened_at TEXT,
  reason TEXT NOT NULL,
  CHECK ((reopened_at IS NULL) = (reason = ''))
) STRICT;
CREATE UNIQUE INDEX closing_period ON closing (period) WHERE reopened_at IS NULL;

CREATE TABLE kept_print (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  closing_id INTEGER NOT NULL REFERENCES closing (id) ON DELETE RESTRICT,
  print_log_id INTEGER NOT NULL REFERENCES print_log (id) ON DELETE RESTRICT,
  form TEXT NOT NULL CHECK (form <> ''),
  period TEXT NOT NULL CHECK (period <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  pages INTEGER NOT NULL CHECK (pages > 0),
  pdf TEXT NOT NULL CHECK (pdf <> ''),
  UNIQUE (closing_id, form, period)
) STRICT
"""


def apply(connection):  # type: ignore[no-untyped-def]
    """Add the tables; nothing that was there changes."""
    for statement in CHANGES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
