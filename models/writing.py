"""One user action, one transaction: `with writing("登记走访", Topic.ACTIVITY):`.

Every table has its history kept by triggers that only work inside `writing`, so that no write can forget it.
Topics go out after the outermost commit; whoever shows them asks `drain_topics`.
"""

import getpass
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import Any

from peewee import DatabaseError, OperationalError
from sqlcipher3 import dbapi2

from models.base import database
from models.change_chain import chain_since
from models.rules.problem import Problem


class Topic(StrEnum):
    """What a write changed, as far as a screen needs to know."""

    OFFICIAL = "official"
    CONTACT_POINT = "contact_point"
    ACTIVITY = "activity"
    DUTY_RULE = "duty_rule"
    HOLIDAY = "holiday"
    SETTING = "setting"
    PRINT_LOG = "print_log"
    PAIRING = "pairing"
    ABSENCE = "absence"
    EXPLANATION = "explanation"
    MATTER = "matter"
    FRIEND = "friend"
    CLOSING = "closing"


RECORDED = (
    "official",
    "contact_point",
    "assignment",
    "activity",
    "participant",
    "target",
    "duty_rule",
    "holiday",
    "setting",
    "pairing",
    "absence",
    "explanation",
    "matter",
    "matter_step",
    "friend",
    "picture",
    "closing",
    "kept_print",
)

_GUARD = "WHEN NOT EXISTS (SELECT 1 FROM writing_now) BEGIN SELECT RAISE(ABORT, 'outside writing'); END"

_named: list[str] = []
_LAST_ACTION = "SELECT COALESCE(MAX(action), 0) FROM change"
_SOMEBODY = "本机用户"

_changed: set[Topic] = set()
_joined: set[Topic] = set()  # of inner blocks, until the outermost one has committed


def author() -> str:
    """Who is at the keyboard: whoever was named, else the PC's login."""
    if _named:
        return _named[0]
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # the system's list of users cannot be read just now
        return _SOMEBODY


def work_as(name: str) -> None:
    """From now on it is this one; "" for whoever logged in to the PC."""
    _named[:] = [name] if name else []


def named_author() -> str:
    """Who was named, "" if nobody was: a login is no name for paper."""
    return _named[0] if _named else ""


@contextmanager
def writing(label: str, *topics: Topic) -> Iterator[None]:
    """Commit all of the block or nothing of it; `label` names the action in the history.

    Nests: an inner block joins the outer one's transaction, action and label.
    """
    if database.in_transaction():
        with database.atomic():
            yield
        _joined.update(topics)
    else:
        _joined.clear()
        with _told_plainly(), database.atomic("IMMEDIATE"), _recorded(label):
            yield
        _changed.update(_joined, topics)


def drain_topics() -> set[Topic]:
    """What was committed since the last call. Asked between events, never inside a write."""
    drained = set(_changed)
    _changed.clear()
    return drained


def watch_tables() -> None:
    """Lay the triggers on this connection; they refuse any write that is not inside `writing`."""
    database.execute_sql("CREATE TEMP TABLE writing_now (action INTEGER, at TEXT, who TEXT, label TEXT)")
    for table in RECORDED:
        columns = [row[1] for row in database.execute_sql(f"PRAGMA table_info({table})")]
        for statement in _triggers(table, columns):
            database.execute_sql(statement)


@contextmanager
def many_rows(table: str) -> Iterator[None]:
    """Within the block, new rows of `table` are let in together: the guard is asked once, not for each."""
    if table not in RECORDED or not _scalar("SELECT COUNT(*) FROM writing_now"):
        yield
        return
    database.execute_sql(f"DROP TRIGGER temp.{table}_insert")
    try:
        yield
    finally:
        database.execute_sql(_insert_guard(table))


def recorded_insert(table: str, values: Mapping[str, Any]) -> None:
    """Put a row back under the id it had: that is no new number, so its history is written here."""
    columns = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join("?" * len(values))
    database.execute_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values()))
    database.execute_sql(
        "INSERT INTO change (action, at, who, label, subject, first_row, last_row, new)"
        " SELECT action, at, who, label, ?, ?, ?, ? FROM writing_now",
        (table, values["id"], values["id"], json.dumps(values, ensure_ascii=False)),
    )


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn what the disk refuses into a Problem that is true: nothing of the block is kept, or all."""
    before = _last_action()
    try:
        yield
    except OperationalError as error:
        if before is not None and not database.connection().in_transaction and _last_action() != before:
            text = f"磁盘没有确认这次保存（{_reason(error)}），但内容已经写入。请核对一下，并马上备份一次。"
            raise Problem(text) from error
        raise Problem(f"没有保存：{_reason(error)}。原有数据没有改变，请处理后再保存一次。") from error


def _last_action() -> int | None:
    """The number of the action recorded last, None if the disk does not tell."""
    try:
        return _scalar(_LAST_ACTION)
    except (DatabaseError, dbapi2.DatabaseError):
        return None


def _reason(error: BaseException) -> str:
    """Why the disk refused. SQLite rolls back by itself; what fails after that hides the first error."""
    while isinstance(error.__context__, (DatabaseError, dbapi2.DatabaseError)):
        error = error.__context__
    said = str(error)
    if "full" in said:
        return "磁盘空间不足"
    if "readonly" in said:
        return "数据文件是只读的"
    return f"磁盘读写出错（{said}）"


@contextmanager
def _recorded(label: str) -> Iterator[None]:
    action = 1 + _scalar(_LAST_ACTION)
    now = datetime.now().isoformat(sep=" ", timespec="seconds")
    database.execute_sql("INSERT INTO writing_now VALUES (?, ?, ?, ?)", (action, now, author(), label))
    before = _last_rows()
    yield
    _record_new_rows(before)
    chain_since(before.get("change", 0))
    database.execute_sql("DELETE FROM writing_now")


def _record_new_rows(before: dict[str, int]) -> None:
    for table, last in _last_rows().items():
        if table in RECORDED and last > before.get(table, 0):
            database.execute_sql(
                "INSERT INTO change (action, at, who, label, subject, first_row, last_row)"
                " SELECT action, at, who, label, ?, ?, ? FROM writing_now",
                (table, before.get(table, 0) + 1, last),
            )


def _last_rows() -> dict[str, int]:
    return dict(database.execute_sql("SELECT name, seq FROM sqlite_sequence").fetchall())


def _triggers(table: str, columns: Iterable[str]) -> Iterator[str]:
    old, new = (_as_json(row, columns) for row in ("OLD", "NEW"))
    yield _insert_guard(table)
    for event, kept in (("UPDATE", new), ("DELETE", "NULL")):
        yield f"CREATE TEMP TRIGGER {table}_{event}_guard BEFORE {event} ON main.{table} {_GUARD}"
        yield (
            f"CREATE TEMP TRIGGER {table}_{event} AFTER {event} ON main.{table} BEGIN"
            " INSERT INTO change (action, at, who, label, subject, first_row, last_row, old, new)"
            f" SELECT action, at, who, label, '{table}', OLD.id, OLD.id, {old}, {kept} FROM writing_now; END"
        )


def _insert_guard(table: str) -> str:
    return f"CREATE TEMP TRIGGER {table}_insert BEFORE INSERT ON main.{table} {_GUARD}"


def _as_json(row: str, columns: Iterable[str]) -> str:
    return "json_object({})".format(", ".join(f"'{column}', {row}.{column}" for column in columns))


def _scalar(sql: str) -> int:
    return int(database.execute_sql(sql).fetchone()[0])
