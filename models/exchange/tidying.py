"""From calamine's values to plain cells: trimmed, whole, filled where cells were merged."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from models.exchange.limits import COLUMNS, EMPTY_ROWS
from models.exchange.sheet import Cell, Merge, Sheet

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_OFTEN = 20_000
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


def gather_rows(sheet: Sheet, raw: Iterable[list[Any]], skipped: int = 0) -> Iterator[None]:
    """Put tidy rows into `sheet`, yielding now and then to tell of progress.

    `skipped` columns lie before the first of `raw`. Stops after too many empty rows or columns and notes in
    `sheet.far` and `sheet.wide` that content is left behind.
    """
    tidy, rows, rest, empty = Tidy(), sheet.rows, iter(raw), 0
    lead: list[Cell] = [None] * skipped
    for raw_row in rest:
        row = list(map(tidy.__getitem__, raw_row))
        if lead:
            row[:0] = lead
        while row and row[-1] is None:
            row.pop()
        rows.append(row)
        empty = 0 if row else empty + 1
        if len(row) > COLUMNS:
            sheet.wide = True
            del row[COLUMNS:]
        if empty >= EMPTY_ROWS:
            break
        if not len(rows) % _OFTEN:
            yield
    _look_ahead(sheet, tidy, rest)
    while rows and not rows[-1]:
        rows.pop()
    sheet.stripped = tidy.stripped


def fill_merged(rows: list[list[Cell]], merges: Iterable[Merge]) -> None:
    """Fill merged cells down and right with the value of their first."""
    for (top, left), (bottom, right) in merges:
        if top >= len(rows) or left >= len(rows[top]) or rows[top][left] is None:
            continue
        value, last = rows[top][left], min(right, COLUMNS - 1)
        for row in rows[top : bottom + 1]:
            row.extend([None] * (last + 1 - len(row)))
            for column in range(left, last + 1):
                if row[column] is None:
                    row[column] = value


def _look_ahead(sheet: Sheet, tidy: Tidy, rest: Iterator[list[Any]]) -> None:
    for ahead, raw_row in enumerate(rest, start=len(sheet.rows) + 1):
        filled = [place for place, value in enumerate(raw_row, start=1) if tidy[value] is not None]
        if filled:
            sheet.far = (ahead, filled[0])
            return
