"""The smaller sheets: AB角, 外出, 节假日, 履职要求, 设置. Each row is known by a few of its fields."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from models.exchange.kept import Kept
from models.exchange.office import CHANGED, NEW, SAME, Office, key
from models.exchange.typed_rows import Refusal, Row
from models.rules.kinds import Half, PeriodKind
from models.setting import ALWAYS, KNOWN, complaint

Named = Mapping[str, str]
"""The heads of fields."""


def plan_pairings(office: Office, rows: Iterable[Row]) -> None:
    """Enter AB角: known by both officials, the post and the start."""

    def resolve(row: Row) -> None:
        for name, head in (("a", "A角"), ("b", "B角")):
            need(row, {name: head})
            row.given[f"{name}_id"] = office.officials_named(head, [row.given[name]])[0]
        if row.given["a_id"] == row.given["b_id"]:
            raise Refusal("B角", row.given["b"], "A角和B角不能是同一人")

    enter_all(
        *(office.table("pairing"), rows, resolve, ("a_id", "b_id", "post", "first_day")),
        {"first_day": None, "last_day": None},
    )


def plan_absences(office: Office, rows: Iterable[Row]) -> None:
    """Enter 外出: known by the official, the first day and its half."""

    def resolve(row: Row) -> None:
        need(row, {"official": "姓名", "first_day": "开始日期"})
        row.given["official_id"] = office.officials_named("姓名", [row.given["official"]])[0]
        row.given.setdefault("first_half", Half.AM.value)

    defaults = {"last_day": None, "last_half": Half.PM.value}
    enter_all(office.table("absence"), rows, resolve, ("official_id", "first_day", "first_half"), defaults)


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

    enter_all(
        *(table, rows, resolve, ("code", "valid_from")),
        {"months": None, "valid_from": None, "valid_to": None},
    )


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
) -> None:
    """Enter rows known by the fields of `identity`; `resolve` checks a row and completes it first."""
    known, seen = _known(table, identity), dict[tuple[Any, ...], int]()
    for row in rows:
        try:
            resolve(row)
            who = _identity(row, identity)
            if who in seen:
                raise Refusal(next(iter(row.given)), "", f"与第 {seen[who]} 行重复")
            seen[who] = row.number
            _enter(table, row, known.get(who), defaults)
        except Refusal as refusal:
            row.refusals.append(refusal)


def _enter(table: Kept, row: Row, number: int | None, defaults: Mapping[str, Any]) -> None:
    if number is None:
        values = {**defaults, **row.given}
        number = table.add(values.get(column, "") for column in table.columns[1:])
        row.outcome = NEW
    else:
        row.outcome = CHANGED if table.update(number, row.given) else SAME
    _check_time(table, number)


def _check_time(table: Kept, number: int) -> None:
    first, last = ("first_day", "last_day") if "last_day" in table.place else ("valid_from", "valid_to")
    if last not in table.place:
        return
    row = {column: table.value(number, column) for column in table.columns}
    end = row[last], row.get("last_half", "")
    start = row[first], row.get("first_half", "")
    if row[first] and row[last] and end < start:
        head = {"last_day": "结束日期" if "last_half" in row else "终止日期", "valid_to": "失效日期"}[last]
        raise Refusal(head, row[last], "结束早于开始")


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
