"""Schema of user_version 3, frozen: the day somebody was back from an absence."""

_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"


def apply(connection):  # type: ignore[no-untyped-def]
    """Add the column; whoever was away before has no such day."""
    connection.execute(f"ALTER TABLE absence ADD COLUMN returned_on TEXT CHECK (returned_on {_DAY})")
