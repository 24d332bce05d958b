"""Schema of user_version 4, frozen: 民情事项 with their steps, 基层朋友, pictures of activities."""

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

CHANGES = f"""
CREATE TABLE matter (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  kind TEXT NOT NULL CHECK (kind = 'opinion' OR kind = 'deed' OR kind = 'dispute' OR kind = 'petition'),
  registered_on TEXT NOT NULL CHECK (registered_on {_DAY}),
  official_id INTEGER NOT NULL REFERENCES official (id) ON DELETE RESTRICT,
  contact_point_id INTEGER REFERENCES contact_point (id) ON DELETE RESTRICT,
  activity_id INTEGER REFERENCES activity (id) ON DELETE RESTRICT,
  raised_by TEXT NOT NULL,
  phone TEXT NOT NULL,
  content TEXT NOT NULL CHECK (content <> ''),
  category TEXT NOT NULL,
  unit TEXT NOT NULL,
  person TEXT NOT NULL,
  due TEXT CHECK (due {_DAY}),
  state TEXT NOT NULL CHECK (state = 'open' OR state = 'in_hand' OR state = 'answered' OR state = 'closed'),
  result TEXT NOT NULL,
  told_on TEXT CHECK (told_on {_DAY}),
  closed_on TEXT CHECK (closed_on {_DAY}),
  satisfaction TEXT NOT NULL CHECK (satisfaction = '' OR satisfaction = 'satisfied'
    OR satisfaction = 'fairly' OR satisfaction = 'dissatisfied'),
  in_charge INTEGER NOT NULL CHECK (in_charge IN (0, 1)),
  sensitive INTEGER NOT NULL CHECK (sensitive IN (0, 1)),
  CHECK (closed_on IS NULL OR state = 'closed')
) STRICT;
CREATE INDEX matter_official ON matter (official_id);
CREATE INDEX matter_contact_point ON matter (contact_point_id);

CREATE TABLE matter_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  matter_id INTEGER NOT NULL REFERENCES matter (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind = 'assign' OR kind = 'urge' OR kind = 'reply' OR kind = 'tell'
    OR kind = 'revisit' OR kind = 'receive' OR kind = 'study' OR kind = 'supervise' OR kind = 'close'
    OR kind = 'reopen'),
  day TEXT NOT NULL CHECK (day {_DAY}),
  words TEXT NOT NULL
) STRICT;
CREATE INDEX matter_step_matter ON matter_step (matter_id, day);

CREATE TABLE friend (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  official_id INTEGER NOT NULL REFERENCES official (id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL CHECK (name_key <> ''),
  sex TEXT NOT NULL CHECK (sex = '' OR sex = 'male' OR sex = 'female'),
  address TEXT NOT NULL,
  standing TEXT NOT NULL,
  phone TEXT NOT NULL,
  met_on TEXT CHECK (met_on {_DAY}),
  met_at TEXT NOT NULL,
  contact TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX friend_identity ON friend (official_id, name_key, address);

CREATE TABLE picture (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE RESTRICT,
  caption TEXT NOT NULL,
  image TEXT NOT NULL CHECK (length(image) > 0 AND length(image) <= 409600)
) STRICT;
CREATE INDEX picture_activity ON picture (activity_id)
"""


def apply(connection):  # type: ignore[no-untyped-def]
    """Add the tables; nothing that was there changes."""
    for statement in CHANGES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
