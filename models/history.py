"""历史: what was done, by whom and when, and what it did to a household, a leader or an activity."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from models import terms
from models.base import Table, database
from models.change import Change
from models.change_chain import BLANKED
from models.history_words import Values, current, differences, row_name
from models.rules.masking import masked
from models.undo import ACTION, Action, Spot, taken
from models.writing import RECORDED

MOST_ROWS = 60
"""Of how many rows one action is told in words; of the rest only their number."""

_MOST_CHANGES = 2000

BELONGING = {
    "activity": (("participant", "activity_id"), ("target", "activity_id"), ("picture", "activity_id")),
    "contact_point": (("assignment", "contact_point_id"),),
    "official": (("assignment", "official_id"), ("pairing", "a_id"), ("pairing", "b_id")),
    "matter": (("matter_step", "matter_id"),),
}
_SAME = {
    "participant": ("official_id", "name", "role"),
    "target": ("contact_point_id", "person"),
}
_ALL = """
WITH RECURSIVE step(n) AS (
  SELECT MAX(action) FROM change
  UNION ALL
  SELECT (SELECT MAX(action) FROM change WHERE action < n) FROM step WHERE n IS NOT NULL)
SELECT c.action FROM step JOIN change c ON c.id = (SELECT MIN(id) FROM change WHERE action = n)
"""


class Line(NamedTuple):
    """One action of the list. `is_back`: taken back; `is_taker`: it took others back, or blanked them."""

    action: Action
    is_back: bool
    is_taker: bool


class Entry(NamedTuple):
    """What one action did to one row: 新增, 修改 or 删除, and each value that differs, before and after."""

    what: str
    deed: str
    values: tuple[tuple[str, str, str], ...]


class Step(NamedTuple):
    """What one action did to one thing."""

    action: Action
    entries: list[Entry]


def lines() -> list[Line]:
    """All actions, the latest first."""
    now = taken()
    sql = _ALL.replace("SELECT c.action FROM", "SELECT c.action, c.at, c.who, c.label FROM")
    return [
        Line(_action(*row), row[0] in now.back, row[0] in now.takers)
        for row in database.execute_sql(sql).fetchall()
    ]


def touched(number: int) -> str:
    """What an action touched: the row by name where it is one, else how many: 联系点 12，联系关系 12.

    What belongs to a row touched is not counted beside it.
    """
    rows = database.execute_sql(
        "SELECT subject, SUM(last_row - first_row + 1), MIN(first_row), MAX(last_row), MAX(old)"
        " FROM change WHERE action = ? GROUP BY subject",
        (number,),
    ).fetchall()
    found = {subject: rest for subject, *rest in rows if subject in RECORDED}
    parts = {child for table in found for child, _ in BELONGING.get(table, ())}
    return "，".join(_counted(table, *found[table]) for table in RECORDED if table in found.keys() - parts)


def _counted(table: str, count: int, first: int, last: int, old: str | None) -> str:
    if first == last:
        held = current(table, first) or (json.loads(old) if old else None)
        if held is not None:
            return masked(row_name(table, held))
    return f"{terms.noun(table)} {count}"


def entries_of(number: int) -> tuple[list[Entry], int]:
    """What an action did, row by row, and how many rows more there are."""
    changes = _changes(Change.action == number, _MOST_CHANGES)
    spots = dict.fromkeys(spot for change in changes for spot in islice(_spots(change), MOST_ROWS + 1))
    shown = sorted(islice(spots, MOST_ROWS), key=lambda spot: RECORDED.index(spot[0]))
    sql = (
        "SELECT SUM(last_row - first_row + 1) FROM change WHERE action = ? AND subject <> ? AND subject <> ?"
    )
    whole = database.execute_sql(sql, (number, ACTION, BLANKED)).fetchone()[0] or 0
    return _entries(changes, shown), max(0, whole - MOST_ROWS)


def history_of(row: Table) -> list[Step]:
    """What was done to a household, leader, activity or matter and what belongs to it, latest first."""
    table = row._meta.table_name
    spots = {(table, row.id), *belonging(table, row.id)}
    steps: dict[int, list[Change]] = {}
    for subject in {subject for subject, _ in spots}:
        rows = {number for name, number in spots if name == subject}
        for change in _changes(Change.subject == subject):
            if not rows.isdisjoint(range(change.first_row, change.last_row + 1)):
                steps.setdefault(change.action, []).append(change)
    found = []
    for number in sorted(steps, reverse=True):
        changes = sorted(steps[number], key=lambda change: change.id)
        told = _entries(changes, [spot for change in changes for spot in _spots(change) if spot in spots])
        first = changes[0]
        if told:
            found.append(Step(_action(number, first.at, first.who, first.label), told))
    return found


def belonging(table: str, row: int) -> Iterator[Spot]:
    """The rows that belong or belonged to a row, by what they hold or held."""
    for child, column in BELONGING.get(table, ()):
        sql = f'SELECT id FROM {child} WHERE "{column}" = ?'
        yield from ((child, number) for (number,) in database.execute_sql(sql, (row,)).fetchall())
        held = (
            "SELECT DISTINCT first_row FROM change WHERE subject = ? AND"
            f" (json_extract(old, '$.{column}') = ? OR json_extract(new, '$.{column}') = ?)"
        )
        rows = database.execute_sql(held, (child, row, row)).fetchall()
        yield from ((child, number) for (number,) in rows)


def _action(number: int, at: Any, who: str, label: str) -> Action:
    moment = at if not isinstance(at, str) else Change.at.python_value(at)
    return Action(number, moment, who, masked(label) or "（内容已清除）")


def _changes(condition: Any, most: int | None = None) -> list[Change]:
    rows = Change.select().where(condition & (Change.subject != ACTION) & (Change.subject != BLANKED))
    return list(rows.order_by(Change.id).limit(most))


def _spots(change: Change) -> Iterator[Spot]:
    return ((change.subject, row) for row in range(change.first_row, change.last_row + 1))


def _entries(changes: list[Change], spots: Iterable[Spot]) -> list[Entry]:
    """What these changes of one action did to the rows; one put in place of an equal one did not change."""
    pairs = [(table, *_before_and_after(changes, (table, row))) for table, row in dict.fromkeys(spots)]
    gone = {_sameness(table, old): old for table, old, new in pairs if old is not None and new is None}
    came = {_sameness(table, new) for table, old, new in pairs if old is None and new is not None}
    told = []
    for table, old, new in pairs:
        if new is None and old is not None and _sameness(table, old) in came:
            continue
        before = gone.get(_sameness(table, new)) if old is None and new is not None else old
        entry = _entry(table, before, new)
        if entry is not None:
            told.append(entry)
    return told


def _entry(table: str, old: Values | None, new: Values | None) -> Entry | None:
    values = tuple(differences(table, old, new))
    held = new or old
    if held is None or not values:
        return None
    deed = "新增" if old is None else "删除" if new is None else "修改"
    return Entry(row_name(table, held), deed, values)


def _sameness(table: str, values: Values | None) -> object:
    """What makes a row the same as one put in its place; by itself if its table has no such rows."""
    if values is None or table not in _SAME:
        return object()
    return table, *(values.get(column) for column in _SAME[table])


def _before_and_after(changes: list[Change], spot: Spot) -> tuple[Values | None, Values | None]:
    table, row = spot
    ours = [one for one in changes if one.subject == table and one.first_row <= row <= one.last_row]
    is_fresh = any(one.old is None for one in ours)
    told = [one for one in ours if one.old is not None or one.new is not None]
    before = json.loads(told[0].old) if told and told[0].old and not is_fresh else None
    if told:
        return before, json.loads(told[-1].new) if told[-1].new else None
    return before, _held_after(spot, ours[-1].id) if ours and ours[-1].salt else None


def _held_after(spot: Spot, number: int) -> Values | None:
    """What a new row held when its action was over: what the next change found there, else what is there."""
    table, row = spot
    sql = (
        "SELECT old FROM change WHERE subject = ? AND last_row >= ? AND first_row <= ? AND id > ?"
        " AND old IS NOT NULL ORDER BY id LIMIT 1"
    )
    found = database.execute_sql(sql, (table, row, row, number)).fetchone()
    held: Values | None = json.loads(found[0]) if found else current(table, row)
    return held
