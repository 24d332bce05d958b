"""Many rows at once: what peewee's row-by-row inserts are too slow for."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

from models.base import Table, database
from models.writing import many_rows

_ROWS_AT_ONCE = 100
_USUAL_KIB, _MANY_KIB = 2_000, 200_000


def insert_rows(table: type[Table], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of values for these columns, inside the caller's `writing` block.

    Many rows go in with each statement: starting one costs as much as a row.
    """
    names = ", ".join(f'"{column}"' for column in columns)
    marks = f"({', '.join('?' * len(columns))})"
    sql = f"INSERT INTO {table._meta.table_name} ({names}) VALUES "
    left = iter(rows)
    with many_rows(table._meta.table_name):
        while batch := list(islice(left, _ROWS_AT_ONCE)):
            database.execute_sql(sql + ", ".join([marks] * len(batch)), list(chain.from_iterable(batch)))


@contextmanager
def room_for_many() -> Iterator[None]:
    """Keep more of the database in memory meanwhile: many new index entries land all over it."""
    database.execute_sql(f"PRAGMA cache_size = -{_MANY_KIB}")
    try:
        yield
    finally:
        database.execute_sql(f"PRAGMA cache_size = -{_USUAL_KIB}")


def next_id(table: type[Table]) -> int:
    """The id that the next inserted row will get; numbers are never given twice."""
    sql = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    row = database.execute_sql(sql, (table._meta.table_name,)).fetchone()
    return 1 + (row[0] if row else 0)
