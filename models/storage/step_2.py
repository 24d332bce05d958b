"""Schema of user_version 2, frozen: what hearings, fieldwork and reports say of themselves, and 写明原因."""

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

CHANGES = f"""
ALTER TABLE activity ADD COLUMN venue TEXT NOT NULL DEFAULT ''
  CHECK (venue = '' OR venue = 'petition_centre' OR venue = 'hotline_centre' OR venue = 'petitioner_home');
ALTER TABLE activity ADD COLUMN form TEXT NOT NULL DEFAULT ''
  CHECK (form = '' OR form = 'resident' OR form = 'random' OR form = 'unannounced');
ALTER TABLE activity ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN answered_on TEXT CHECK (answered_on {_DAY});

CREATE TABLE explanation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  official_id INTEGER NOT NULL REFERENCES official (id) ON DELETE RESTRICT,
  rule TEXT NOT NULL CHECK (rule <> ''),
  contact_point_id INTEGER REFERENCES contact_point (id) ON DELETE RESTRICT,
  period TEXT NOT NULL CHECK (period <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  day TEXT NOT NULL CHECK (day {_DAY})
) STRICT;
CREATE UNIQUE INDEX explanation_identity ON explanation (
  official_id, rule, COALESCE(contact_point_id, 0), period);
"""


def apply(connection):  # type: ignore[no-untyped-def]
    """Add the columns and the table; what is there already keeps its values, the new ones are empty."""
    for statement in CHANGES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
