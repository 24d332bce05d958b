"""撤销: take back an action, whole, as the history recorded it, with all that rests on it; and do it again.

An undo is an action of its own, so history only grows. What it took back stands in it: rows of `change` with
the subject 'action'. An undo that is itself taken back (重做) takes nothing back any more.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from peewee import IntegrityError

from models.base import database
from models.change import Change
from models.change_chain import BLANKED
from models.rules.problem import Problem
from models.writing import RECORDED, Topic, recorded_insert, writing

ACTION = "action"
"""The subject of entries that say which action theirs took back."""

_PREFIX, _AGAIN = "撤销：", "重做："
_TOPICS = {
    "assignment": Topic.CONTACT_POINT,
    "participant": Topic.ACTIVITY,
    "target": Topic.ACTIVITY,
    "picture": Topic.ACTIVITY,
    "matter_step": Topic.MATTER,
    "kept_print": Topic.CLOSING,
}
_BLANK = "“{}”的内容已经按保存期限清除，不能再撤销。"
_GONE = "“{}”刚才已经撤销了。"
_CLASH = (
    "不能撤销“{}”：后来登记的内容与它原来的内容冲突（同名、同编号，或要用的记录已经删除）。数据没有改变。"
)
Spot = tuple[str, int]
"""Table and row."""


class Action(NamedTuple):
    """One user action of the history."""

    number: int
    at: datetime
    who: str
    label: str


class Taken(NamedTuple):
    """Which actions are taken back now, which took others back (undos, redos, purges), and of which the
    content was purged.
    """

    back: frozenset[int]
    takers: frozenset[int]
    redos: frozenset[int]
    blank: frozenset[int]

    @property
    def settled(self) -> frozenset[int]:
        """Those that Ctrl+Z passes over."""
        return self.back | self.takers | self.blank


def taken() -> Taken:
    """How the actions stand, told by the history alone."""
    marks: dict[int, list[int]] = {}
    rows = database.execute_sql("SELECT action, first_row FROM change WHERE subject = ?", (ACTION,))
    for by, back in rows.fetchall():
        marks.setdefault(by, []).append(back)
    undone: set[int] = set()
    for by in sorted(marks, reverse=True):
        if by not in undone:
            undone.update(marks[by])
    redos = {by for by, back in marks.items() if not marks.keys().isdisjoint(back)}
    purges = database.execute_sql(
        "SELECT b.action, c.action FROM change b JOIN change c ON c.id BETWEEN b.first_row AND b.last_row"
        " WHERE b.subject = ?",
        (BLANKED,),
    ).fetchall()
    takers = frozenset(marks) | {by for by, _ in purges}
    return Taken(frozenset(undone), takers, frozenset(redos), frozenset(of for _, of in purges))


def last_action() -> Action | None:
    """The action that Ctrl+Z would take back now; None if there is none left."""
    now = taken()
    return next((one for one in _backwards() if one.number not in now.settled), None)


def last_undone() -> Action | None:
    """The undo that may be taken back itself: nothing else was done since; None if there is none."""
    now = taken()
    for one in _backwards():
        if one.number in now.takers and one.number not in now.back | now.redos:
            return one if _takes_back(one.number) else None
        if one.number not in now.settled:
            return None
    return None


def resting_on(action: Action) -> list[Action]:
    """The later actions that rest on it and would have to go with it, the latest first.

    They touched the same rows or rows of the same actions, or rows that belong to those it made.
    """
    now = taken()
    ours = {action.number}
    while fresh := _touching(ours, action.number) - ours - now.back - now.takers:
        ours |= fresh
    return [_read(number) for number in sorted(ours - {action.number}, reverse=True)]


def undo(action: Action) -> None:
    """Put everything the action and those that rest on it touched back as it was, in one action.

    Raises Problem if it is undone already, its content was blanked, or what came later stands in the way.
    """
    if action.number in taken().back:
        raise Problem(_GONE.format(action.label))
    _take_back(_PREFIX + action.label, [*resting_on(action), action])


def redo(action: Action) -> None:
    """Take an undo back. Raises Problem as `undo` does."""
    _take_back(_AGAIN + action.label.removeprefix(_PREFIX), [action])


def _take_back(label: str, actions: Iterable[Action]) -> None:
    """In this order, in one action; it says of each that it is taken back."""
    parts = [(one, list(_changes(one))) for one in actions]
    topics = {topic for _, changes in parts for topic in _topics(changes)}
    try:
        with writing(label, *topics):
            for one, changes in parts:
                _reverse(changes)
                database.execute_sql(
                    "INSERT INTO change (action, at, who, label, subject, first_row, last_row)"
                    " SELECT action, at, who, label, ?, ?, ? FROM writing_now",
                    (ACTION, one.number, one.number),
                )
    except IntegrityError as error:
        raise Problem(_CLASH.format(parts[-1][0].label)) from error


def _changes(action: Action) -> Iterator[Change]:
    for change in Change.select().where(Change.action == action.number).order_by(Change.id):
        if not change.salt:
            raise Problem(_BLANK.format(action.label))
        if change.subject in RECORDED:
            yield change


def _reverse(changes: list[Change]) -> None:
    fresh = set(_inserted(changes))
    before = _before(changes, fresh)
    database.execute_sql("PRAGMA defer_foreign_keys = ON")
    missing = [spot for spot in before if not _update(spot, before[spot])]
    for table, row in sorted(fresh, key=_children_first):
        database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row,))
    for table, row in reversed(missing):
        recorded_insert(table, before[table, row])


def _touching(actions: set[int], after: int) -> set[int]:
    """The later actions that touch what these touch, or what belongs to rows these made."""
    found: set[int] = set()
    for number in actions:
        runs = database.execute_sql(
            "SELECT subject, first_row, last_row, old IS NULL FROM change WHERE action = ?", (number,)
        ).fetchall()
        for subject, first, last, is_new in _joined(runs):
            if subject in RECORDED:
                found |= _later(subject, first, last, after)
                if is_new:
                    found |= _of_children(subject, first, last, after)
    return found


def _joined(runs: Iterable[tuple[str, int, int, int]]) -> Iterator[tuple[str, int, int, int]]:
    """The same rows in fewer runs: those that follow each other are one."""
    held: list[Any] = []
    for subject, first, last, is_new in sorted(runs):
        if held and held[0] == subject and held[3] == is_new and first <= held[2] + 1:
            held[2] = max(held[2], last)
            continue
        if held:
            yield tuple(held)
        held = [subject, first, last, is_new]
    if held:
        yield tuple(held)


def _later(subject: str, first: int, last: int, after: int) -> set[int]:
    rows = database.execute_sql(
        "SELECT DISTINCT action FROM change"
        " WHERE subject = ? AND last_row >= ? AND first_row <= ? AND action > ?",
        (subject, first, last, after),
    )
    return {number for (number,) in rows.fetchall()}


def _of_children(subject: str, first: int, last: int, after: int) -> set[int]:
    """The later actions that made or touched rows which refer to these."""
    found: set[int] = set()
    for table, column in _references(subject):
        rows = database.execute_sql(
            f"SELECT DISTINCT c.action FROM {table} t JOIN change c"
            f" ON c.subject = ? AND c.last_row >= t.id AND c.first_row <= t.id"
            f' WHERE t."{column}" BETWEEN ? AND ? AND c.action > ?',
            (table, first, last, after),
        )
        found |= {number for (number,) in rows.fetchall()}
    return found


def _references(subject: str) -> Iterator[tuple[str, str]]:
    """The tables and columns that refer to rows of this table."""
    for table in RECORDED:
        for row in database.execute_sql(f"PRAGMA foreign_key_list({table})").fetchall():
            if row[2] == subject:
                yield table, row[3]


def _takes_back(number: int) -> bool:
    mark = (Change.action == number) & (Change.subject == ACTION)
    return bool(Change.select().where(mark).exists())


def _backwards() -> Iterator[Action]:
    """All actions, the latest first, read one by one: mostly only the first is wanted."""
    number = None
    while True:
        row = database.execute_sql(
            "SELECT MAX(action) FROM change WHERE action < ?", (number or 1 << 62,)
        ).fetchone()
        if row[0] is None:
            return
        number = row[0]
        yield _read(number)


def _read(number: int) -> Action:
    row = Change.select().where(Change.action == number).order_by(Change.id).first()
    return Action(row.action, row.at, row.who, row.label)


def _inserted(changes: Iterable[Change]) -> Iterator[Spot]:
    for change in changes:
        if change.old is None:
            yield from ((change.subject, row) for row in range(change.first_row, change.last_row + 1))


def _before(changes: Iterable[Change], fresh: set[Spot]) -> dict[Spot, Mapping[str, Any]]:
    """What each row that was there already held before the action; the last touched last."""
    found: dict[Spot, Mapping[str, Any]] = {}
    for change in changes:
        spot = (change.subject, change.first_row)
        if change.old is not None and spot not in fresh:
            found.setdefault(spot, json.loads(change.old))
    return found


def _update(spot: Spot, values: Mapping[str, Any]) -> bool:
    """Give a row its values back; False if it is not there any more."""
    table, row = spot
    columns = ", ".join(f'"{column}" = ?' for column in values)
    cursor = database.execute_sql(f"UPDATE {table} SET {columns} WHERE id = ?", (*values.values(), row))
    return bool(cursor.rowcount)


def _children_first(spot: Spot) -> tuple[int, int]:
    """Rows are deleted before those they rest on: tables are listed parents first, so are a table's rows."""
    return -RECORDED.index(spot[0]), -spot[1]


def _topics(changes: Iterable[Change]) -> set[Topic]:
    subjects = {change.subject for change in changes}
    return {_TOPICS.get(subject) or Topic(subject) for subject in subjects}
