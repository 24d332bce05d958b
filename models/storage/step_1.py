"""Schema of user_version 1, frozen: never edited once released, never imports today's models."""

from models.storage.default_duties import DUTIES

# CHECKs spell their lists out, x = 'a' OR x = 'b': for x IN (…) SQLite lays out a table every time, which
# was a third of what writing a large import took.
_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

TABLES = f"""
CREATE TABLE official (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
  rank INTEGER NOT NULL,
  title TEXT NOT NULL,
  unit TEXT NOT NULL,
  duties TEXT NOT NULL,
  is_member INTEGER NOT NULL CHECK (is_member IN (0, 1)),
  liaison TEXT NOT NULL,
  liaison_phone TEXT NOT NULL,
  office_from TEXT CHECK (office_from {_DAY}),
  office_to TEXT CHECK (office_to {_DAY}),
  CHECK (office_to >= office_from)
) STRICT;

CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind = 'township' OR kind = 'village' OR kind = 'household'),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL CHECK (name_key <> ''),
  county TEXT NOT NULL,
  parent_id INTEGER REFERENCES contact_point (id) ON DELETE RESTRICT,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  people INTEGER CHECK (people >= 0),
  category TEXT NOT NULL,
  market_days TEXT NOT NULL,
  note TEXT NOT NULL,
  CHECK (parent_id <> id)
) STRICT;
CREATE UNIQUE INDEX contact_point_identity ON contact_point (
  kind, name_key, county, COALESCE(parent_id, 0), CASE kind WHEN 'household' THEN address ELSE '' END);

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  official_id INTEGER NOT NULL REFERENCES official (id) ON DELETE RESTRICT,
  contact_point_id INTEGER NOT NULL REFERENCES contact_point (id) ON DELETE RESTRICT,
  first_day TEXT NOT NULL CHECK (first_day {_DAY}),
  last_day TEXT CHECK (last_day {_DAY}),
  document TEXT NOT NULL,
  UNIQUE (official_id, contact_point_id, first_day),
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX assignment_contact_point ON assignment (contact_point_id);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  kind TEXT NOT NULL
    CHECK (kind = 'visit' OR kind = 'hearing' OR kind = 'fieldwork' OR kind = 'report'
      OR kind = 'point_meeting'),
  first_day TEXT NOT NULL CHECK (first_day {_DAY}),
  first_half TEXT NOT NULL CHECK (first_half = 'am' OR first_half = 'pm'),
  last_day TEXT NOT NULL CHECK (last_day {_DAY}),
  last_half TEXT NOT NULL CHECK (last_half = 'am' OR last_half = 'pm'),
  place TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state = 'planned' OR state = 'done' OR state = 'postponed' OR state = 'cancelled'),
  heard TEXT NOT NULL,
  reply TEXT NOT NULL,
  entered_on TEXT NOT NULL CHECK (entered_on {_DAY}),
  CHECK ((last_day, last_half) >= (first_day, first_half))
) STRICT;
CREATE INDEX activity_days ON activity (first_day, last_day);

CREATE TABLE participant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE RESTRICT,
  official_id INTEGER REFERENCES official (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role = 'leader' OR role = 'stand_in' OR role = 'companion'),
  UNIQUE (activity_id, role, official_id, name),
  CHECK ((official_id IS NULL) = (name <> '')),
  CHECK (official_id IS NOT NULL OR role = 'companion')
) STRICT;
CREATE INDEX participant_official ON participant (official_id);

CREATE TABLE target (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE RESTRICT,
  contact_point_id INTEGER REFERENCES contact_point (id) ON DELETE RESTRICT,
  person TEXT NOT NULL,
  outcome TEXT NOT NULL
    CHECK (outcome = 'planned' OR outcome = 'met' OR outcome = 'not_met' OR outcome = 'cancelled'),
  manner TEXT NOT NULL CHECK (manner = 'home' OR manner = 'meeting' OR manner = 'phone'),
  reason TEXT NOT NULL,
  heard TEXT NOT NULL,
  reply TEXT NOT NULL,
  services TEXT NOT NULL,
  UNIQUE (activity_id, contact_point_id, person),
  CHECK ((contact_point_id IS NULL) = (person <> ''))
) STRICT;
CREATE INDEX target_contact_point ON target (contact_point_id);

CREATE TABLE pairing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  a_id INTEGER NOT NULL REFERENCES official (id) ON DELETE RESTRICT,
  b_id INTEGER NOT NULL REFERENCES official (id) ON DELETE RESTRICT,
  post TEXT NOT NULL,
  first_day TEXT CHECK (first_day {_DAY}),
  last_day TEXT CHECK (last_day {_DAY}),
  document TEXT NOT NULL,
  excluded TEXT NOT NULL,
  CHECK (a_id <> b_id),
  CHECK (last_day >= first_day)
) STRICT;
CREATE UNIQUE INDEX pairing_identity ON pairing (a_id, b_id, post, COALESCE(first_day, ''));

CREATE TABLE absence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  official_id INTEGER NOT NULL REFERENCES official (id) ON DELETE RESTRICT,
  first_day TEXT NOT NULL CHECK (first_day {_DAY}),
  first_half TEXT NOT NULL CHECK (first_half = 'am' OR first_half = 'pm'),
  last_day TEXT CHECK (last_day {_DAY}),
  last_half TEXT NOT NULL CHECK (last_half = 'am' OR last_half = 'pm'),
  reason TEXT NOT NULL,
  place TEXT NOT NULL,
  approver TEXT NOT NULL,
  told_on TEXT NOT NULL,
  handover TEXT NOT NULL,
  UNIQUE (official_id, first_day, first_half),
  CHECK ((last_day, last_half) >= (first_day, first_half))
) STRICT;

CREATE TABLE duty_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  kinds TEXT NOT NULL CHECK (kinds <> ''),
  unit TEXT NOT NULL CHECK (unit = 'times' OR unit = 'days' OR unit = 'items'),
  quota REAL NOT NULL CHECK (quota >= 0),
  period TEXT NOT NULL
    CHECK (period = 'quarter' OR period = 'half' OR period = 'year' OR period = 'term'
      OR period = 'interval'),
  months INTEGER CHECK (months > 0),
  per TEXT NOT NULL CHECK (per = 'leader' OR per = 'township' OR per = 'village' OR per = 'household'),
  source TEXT NOT NULL,
  valid_from TEXT CHECK (valid_from {_DAY}),
  valid_to TEXT CHECK (valid_to {_DAY}),
  CHECK (valid_to >= valid_from),
  CHECK ((period = 'interval') = (months IS NOT NULL)),
  CHECK (unit <> 'days' OR per = 'leader')
) STRICT;
CREATE UNIQUE INDEX duty_rule_identity ON duty_rule (code, COALESCE(valid_from, ''));

CREATE TABLE holiday (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL UNIQUE CHECK (day {_DAY}),
  kind TEXT NOT NULL CHECK (kind = 'off' OR kind = 'work'),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL CHECK (key <> ''),
  value TEXT NOT NULL,
  valid_from TEXT NOT NULL CHECK (valid_from {_DAY}),
  UNIQUE (key, valid_from)
) STRICT;

CREATE TABLE print_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  document TEXT NOT NULL,
  choice TEXT NOT NULL,
  "full" INTEGER NOT NULL CHECK ("full" IN (0, 1)),
  pages INTEGER NOT NULL CHECK (pages >= 0),
  destination TEXT NOT NULL
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  subject TEXT NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL CHECK (last_row >= first_row),
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX change_action ON change (action);
CREATE INDEX change_subject ON change (subject, last_row);
"""


def apply(connection):  # type: ignore[no-untyped-def]
    """Create all tables and put in the plan's duties."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.executemany(
        "INSERT INTO duty_rule (code, name, kinds, unit, quota, period, per, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        DUTIES,
    )
