"""Old and new values in words: what a row is called, and what its columns say."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from models import terms
from models.base import database
from models.rules import kinds
from models.rules.calendar import chinese_date
from models.rules.masking import masked, masked_phone
from models.setting import KNOWN

Values = Mapping[str, Any]
NOTHING = "（空）"
_KINDS: dict[tuple[str, str], type[StrEnum]] = {
    ("contact_point", "kind"): kinds.PointKind,
    ("activity", "kind"): kinds.ActivityKind,
    ("activity", "state"): kinds.ActivityState,
    ("activity", "venue"): kinds.Venue,
    ("activity", "form"): kinds.FieldworkForm,
    ("participant", "role"): kinds.Role,
    ("target", "outcome"): kinds.Outcome,
    ("target", "manner"): kinds.Manner,
    ("matter", "kind"): kinds.MatterKind,
    ("matter", "state"): kinds.MatterState,
    ("matter", "satisfaction"): kinds.Satisfaction,
    ("matter_step", "kind"): kinds.StepKind,
    ("friend", "sex"): kinds.Sex,
    ("holiday", "kind"): kinds.DayKind,
    ("duty_rule", "unit"): kinds.Unit,
    ("duty_rule", "per"): kinds.Per,
    ("duty_rule", "period"): kinds.PeriodKind,
}
_REFERS = {
    "official_id": ("official", "name"),
    "a_id": ("official", "name"),
    "b_id": ("official", "name"),
    "contact_point_id": ("contact_point", "name"),
    "parent_id": ("contact_point", "name"),
    "activity_id": ("activity", "number"),
    "matter_id": ("matter", "number"),
}
_NAMED_BY = (
    "number",
    "name",
    "person",
    "official_id",
    "contact_point_id",
    "a_id",
    "post",
    "key",
    "day",
    "caption",
)
_WHOSE = {
    "participant": "activity_id",
    "target": "activity_id",
    "picture": "activity_id",
    "matter_step": "matter_id",
}
_YES_NO = frozenset({"is_member", "in_charge", "sensitive"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def row_name(table: str, values: Values) -> str:
    """户 赵样, 活动 HD20260001: what a row is called, by what it held."""
    what = terms.noun(table)
    if table == "contact_point":
        what = terms.label(kinds.PointKind(values["kind"]))
    return f"{what} {own_name(table, values)}".strip()


def own_name(table: str, values: Values) -> str:
    """赵样, HD20260001: the name alone, "" if it has none."""
    for column in _NAMED_BY:
        if values.get(column) not in (None, ""):
            return told(table, column, values[column])
    return ""


def differences(table: str, old: Values | None, new: Values | None) -> Iterator[tuple[str, str, str]]:
    """The name of each column that differs, with what it said before and after; "" for a row not there."""
    for column in new or old or {}:
        name = None if column == _WHOSE.get(table) else terms.column_name(table, column)
        before, after = (None if row is None else row.get(column) for row in (old, new))
        if name is None or before == after or (before or None) == (after or None):
            continue
        yield (
            name,
            told(table, column, before) if old is not None else "",
            told(table, column, after) if new is not None else "",
        )


def told(table: str, column: str, value: Any) -> str:
    """What a value says in words; telephone and identity numbers with their middle starred out."""
    if value is None or value == "":
        return NOTHING
    if column in _REFERS:
        return _referred(*_REFERS[column], value)
    if column in _YES_NO:
        return "是" if value else "否"
    if table == "setting" and column == "key":
        return KNOWN[value].name if value in KNOWN else str(value)
    if column.endswith("_half"):
        return terms.label(kinds.Half(value))
    kind = _KINDS.get((table, column))
    if kind is not None and value in set(kind):
        return terms.label(kind(value))
    return _plain(column, str(value))


def current(table: str, row: int) -> Values | None:
    """What a row holds now, None if it is gone."""
    cursor = database.execute_sql(f"SELECT * FROM {table} WHERE id = ?", (row,))
    found = cursor.fetchone()
    return dict(zip((part[0] for part in cursor.description), found, strict=True)) if found else None


def _plain(column: str, text: str) -> str:
    if _DAY.fullmatch(text):
        return chinese_date(date.fromisoformat(text))
    return masked_phone(text) if "phone" in column else masked(text)


def _referred(table: str, column: str, row: int) -> str:
    held = current(table, row)
    if held is not None:
        return str(held[column])
    sql = "SELECT old FROM change WHERE subject = ? AND first_row = ? AND old IS NOT NULL ORDER BY id DESC"
    found = database.execute_sql(sql, (table, row)).fetchone()
    return f"{json.loads(found[0])[column]}（已删除）" if found else "已清除的记录"
