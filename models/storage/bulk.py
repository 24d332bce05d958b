"""Many rows at once: what peewee's row-by-row inserts are too slow for."""

from collections.abc import Iterable, Sequence
from typing import Any

from models.base import Table, database


def insert_rows(table: type[Table], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of values for these columns, inside the caller's `writing` block."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO {table._meta.table_name} ({names}) VALUES ({marks})"
    database.connection().executemany(sql, rows)


def next_id(table: type[Table]) -> int:
    """The id that the next inserted row will get; numbers are never given twice."""
    sql = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    row = database.execute_sql(sql, (table._meta.table_name,)).fetchone()
    return 1 + (row[0] if row else 0)
