"""The smaller sheets: 节假日, 履职要求, 设置. Each row is known by a few of its fields."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from models.exchange.kept import Kept
from models.exchange.office import CHANGED, NEW, SAME, Office, key
from models.exchange.typed_rows import Refusal, Row
from models.rules.kinds import PeriodKind
from models.setting import ALWAYS, KNOWN, complaint

Named = Mapping[str, str]
"""The heads of fields."""


def plan_holidays(office: Office, rows: Iterable[Row]) -> None:
    """Enter 节假日: known by the day."""
    enter_all(
        office.table("holiday"), rows, lambda row: need(row, {"day": "日期", "kind": "类型"}), ("day",), {}
    )


def plan_rules(office: Office, rows: Iterable[Row]) -> None:
    """Enter 履职要求: known by code and the day it is valid from."""
    table = office.table("duty_rule")

    def resolve(row: Row) -> None:
        need(row, {"code": "代码"})
        if _identity(row, ("code", "valid_from")) not in _known(table, ("code", "valid_from")):
            heads = {"name": "名称", "kinds": "活动类别", "unit": "单位", "quota": "数量", "period": "周期"}
            need(row, heads | {"per": "对象"})
        interval = row.given.get("period") == PeriodKind.INTERVAL.value
        if "period" in row.given and interval != ("months" in row.given):
            raise Refusal("间隔月数", row.given.get("months"), "周期为间隔时填写间隔月数，其他周期不填")

    defaults = {"months": None, "valid_from": None, "valid_to": None}
    for number, row in enter_all(table, rows, resolve, ("code", "valid_from"), defaults).items():
        first, last = table.value(number, "valid_from"), table.value(number, "valid_to")
        if first and last and last < first:
            row.refusals.append(Refusal("失效日期", last, "结束早于开始"))


def plan_settings(office: Office, rows: Iterable[Row]) -> None:
    """Enter 设置: known by what is set and the day it is valid from."""
    codes = {key(known.name): code for code, known in KNOWN.items()}

    def resolve(row: Row) -> None:
        need(row, {"key": "项目"})
        code = codes.get(key(row.given["key"]), row.given["key"])
        value = row.given.setdefault("value", "")
        if code in KNOWN and KNOWN[code].form == "yes_no":
            value = {"是": "1", "否": "0"}.get(value, value)
        wrong = complaint(code, value)
        if wrong:
            raise Refusal("项目" if code not in KNOWN else "内容", row.given["key"], wrong.rstrip("。"))
        row.given.update({"key": code, "value": value})
        row.given.setdefault("valid_from", ALWAYS.isoformat())

    enter_all(office.table("setting"), rows, resolve, ("key", "valid_from"), {})


def enter_all(
    table: Kept,
    rows: Iterable[Row],
    resolve: Callable[[Row], None],
    identity: Sequence[str],
    defaults: Mapping[str, Any],
) -> dict[int, Row]:
    """Enter rows known by the fields of `identity`; `resolve` checks a row and completes it first.

    Gives the rows entered, under the ids of their records.
    """
    known, seen, entered = _known(table, identity), dict[tuple[Any, ...], int](), dict[int, Row]()
    for row in rows:
        try:
            resolve(row)
            who = _identity(row, identity)
            if who in seen:
                raise Refusal(*row.first_cell, f"与第 {seen[who]} 行重复")
            seen[who] = row.number
            entered[_enter(table, row, known.get(who), defaults)] = row
        except Refusal as refusal:
            row.refusals.append(refusal)
    return entered


def _enter(table: Kept, row: Row, number: int | None, defaults: Mapping[str, Any]) -> int:
    if number is None:
        values = {**defaults, **row.given}
        number = table.add(values.get(column, "") for column in table.columns[1:])
        row.outcome = NEW
    else:
        row.outcome = CHANGED if table.update(number, row.given) else SAME
    if row.refusals:
        table.doubtful.add(number)
    return number


def _known(table: Kept, identity: Sequence[str]) -> dict[tuple[Any, ...], int]:
    places = [table.place[name] for name in identity]
    return {tuple(row[place] or "" for place in places): number for number, row in table.rows.items()}


def _identity(row: Row, identity: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row.given.get(name) or "" for name in identity)


def need(row: Row, heads: Named) -> None:
    """Raise Refusal for the first of these fields that is blank."""
    for name, head in heads.items():
        if name not in row.given:
            raise Refusal(head, "", f"{head}必填")
