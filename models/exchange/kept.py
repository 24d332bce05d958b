"""The rows of one table as they will be after the import: those there now, changed, and new ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from models.base import Table, database
from models.storage.bulk import insert_rows, next_id


class Kept:
    """Rows by id as lists of values in the order of `columns` (the id is the first).

    `doubtful` are those of which the file says what cannot be: they are held against no other row.
    """

    def __init__(self, table: type[Table], columns: Sequence[str], where: str = "") -> None:
        self.table = table
        self.columns = columns
        self.place = {column: place for place, column in enumerate(columns)}
        self.first_new = self._next = next_id(table)
        self.rows: dict[int, list[Any]] = {row[0]: list(row) for row in self._stored(where)}
        self.changed: set[int] = set()
        self._before: dict[int, list[Any]] = {}
        self.gone: list[int] = []
        self.doubtful: set[int] = set()

    def add(self, values: Iterable[Any]) -> int:
        """A new row with these values for the columns after the id; its id."""
        number = self._next
        self._next += 1
        self.rows[number] = [number, *values]
        return number

    def update(self, number: int, given: Mapping[str, Any]) -> bool:
        """Give a row these values; whether that changed anything.

        `changed` holds the rows that differ from what the table has, not those that came back to it.
        """
        row = self.rows[number]
        places = ((self.place.get(column), value) for column, value in given.items())
        fresh = [(place, value) for place, value in places if place is not None and row[place] != value]
        if fresh and number < self.first_new:
            self._before.setdefault(number, list(row))
        for place, value in fresh:
            row[place] = value
        if fresh and number < self.first_new:
            self._note(number)
        return bool(fresh)

    def remove(self, number: int) -> None:
        """Take a row out; a new one leaves no trace."""
        del self.rows[number]
        self.changed.discard(number)
        if number < self.first_new:
            self.gone.append(number)

    def changes(self, number: int, columns: Iterable[str]) -> bool:
        """Whether a row of the table will have other values in any of these columns."""
        if number not in self.changed:
            return False
        places = [self.place[column] for column in columns]
        return any(self.rows[number][place] != self._before[number][place] for place in places)

    def _note(self, number: int) -> None:
        if self.rows[number] == self._before[number]:
            self.changed.discard(number)
        else:
            self.changed.add(number)

    def value(self, number: int, column: str) -> Any:
        return self.rows[number][self.place[column]]

    def dicts(self) -> Iterator[dict[str, Any]]:
        """The rows, each value under its column."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows.values())

    def write(self) -> None:
        """Bring the table to this state, inside the caller's `writing` block."""
        name = self.table._meta.table_name
        for number in self.gone:
            database.execute_sql(f"DELETE FROM {name} WHERE id = ?", (number,))
        self._write_changed(name)
        insert_rows(
            self.table,
            self.columns,
            (self.rows[each] for each in range(self.first_new, self._next) if each in self.rows),
        )

    def _write_changed(self, name: str) -> None:
        sets = ", ".join(f"{column} = ?" for column in self.columns[1:])
        for number in self.changed:
            values = [*self.rows[number][1:], number]
            database.execute_sql(f"UPDATE {name} SET {sets} WHERE id = ?", values)

    def _stored(self, where: str) -> Any:
        names = ", ".join(self.columns)
        return database.execute_sql(f"SELECT {names} FROM {self.table._meta.table_name} {where}")
