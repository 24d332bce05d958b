"""From calamine's values to plain cells: trimmed, whole, filled where cells were merged."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from models.exchange.limits import COLUMNS, EMPTY_ROWS, MERGED_CELLS
from models.exchange.sheet import Cell, Ending, Merge
from models.rules.problem import Problem

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_AT_ONCE = 10_000
_PADDING = " \t\r\n\u00a0\u3000\u2002\u2003\u2009\u202f"


class Tidy(dict[Any, Cell]):
    """Raw value → plain cell. Each value is tidied once, so equal cells become one object.

    `stripped` counts the control and zero-width characters taken out of distinct texts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.stripped = 0

    def __missing__(self, raw: Any) -> Cell:
        cell = self._text(raw) if isinstance(raw, str) else _value(raw)
        self[raw] = cell
        return cell

    def _text(self, raw: str) -> str | None:
        text, count = _UNSEEN.subn("", raw)
        self.stripped += count
        return text.replace("\r\n", "\n").replace("\r", "\n").strip(_PADDING) or None


def _value(raw: Any) -> Cell:
    if isinstance(raw, bool):
        return int(raw)
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() else raw
    if isinstance(raw, datetime):
        return raw.date() if raw.time() == time.min else raw
    if isinstance(raw, time):
        return raw.isoformat("minutes")
    if isinstance(raw, timedelta):
        return str(raw)
    if isinstance(raw, (int, date)):
        return raw
    return None


def tidy_rows(raw: Iterable[list[Any]], skipped: int = 0) -> Iterator[list[list[Cell]] | Ending]:
    """Tidy rows, many at a time, then what is to be said at their end.

    `skipped` columns lie before the first of `raw`. Stops after too many empty rows or columns.
    """
    tidy, rest, rows, empty, count, wide = Tidy(), iter(raw), list[list[Cell]](), 0, 0, False
    lead: list[Cell] = [None] * skipped
    for raw_row in rest:
        row = lead + list(map(tidy.__getitem__, raw_row))
        while row and row[-1] is None:
            row.pop()
        if len(row) > COLUMNS:
            wide = True
            del row[COLUMNS:]
        rows.append(row)
        count += 1
        empty = 0 if row else empty + 1
        if empty >= EMPTY_ROWS:
            break
        if len(rows) >= _AT_ONCE:
            yield rows
            rows = []
    yield rows
    yield Ending(_next_content(tidy, rest, count), wide, tidy.stripped)


def _next_content(tidy: Tidy, rest: Iterator[list[Any]], count: int) -> tuple[int, int] | None:
    """The place of the first cell with content in what is left."""
    for number, raw_row in enumerate(rest, start=count + 1):
        for place, value in enumerate(raw_row, start=1):
            if tidy[value] is not None:
                return number, place
    return None


def fill_merged(rows: list[list[Cell]], merges: Iterable[Merge]) -> None:
    """Fill merged cells down and right with their first value. Raises Problem if there are too many."""
    left_to_fill = MERGED_CELLS
    for (top, left), (bottom, right) in merges:
        if top >= len(rows) or left >= len(rows[top]) or rows[top][left] is None:
            continue
        last, below = min(right, COLUMNS - 1), min(bottom, len(rows) - 1)
        left_to_fill -= (last - left + 1) * (below - top + 1)
        if left_to_fill < 0:
            raise Problem("合并单元格太多，无法读取。请取消不必要的合并，保存后再导入。")
        for row in rows[top : below + 1]:
            _fill_row(row, left, last, rows[top][left])


def _fill_row(row: list[Cell], left: int, last: int, value: Cell) -> None:
    row.extend([None] * (last + 1 - len(row)))
    for column in range(left, last + 1):
        if row[column] is None:
            row[column] = value
