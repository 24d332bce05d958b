"""Import plans made from rows written down in a test, without a file and a child process."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from models.base import database
from models.exchange.arriving import Arrivals
from models.exchange.importing import ImportPlan, apply_import, plan_sheets_read
from models.exchange.marking import Told
from models.exchange.sheet import Sheet
from models.exchange.sorting import Refused
from models.exchange.tidying import tidy_rows

TODAY = date(2026, 11, 22)
Rows = Sequence[Sequence[Any]]

LEADERS = [["姓名", "班子成员"], ["张样一", "是"], ["李样二", "是"], ["王样三", "否"]]
POINT_HEADS = ["领导", "类别", "名称", "县(市、区)", "所属乡镇", "所属村", "地址", "起始日期", "终止日期"]
SPRING = date(2026, 1, 1)


def point(leader: str, kind: str, name: str, *more: Any) -> list[Any]:
    """A row of 联系点 in 样县: leader, kind, name, then what stands right of the county."""
    return [leader, kind, name, "样县", *more]


POINTS = [
    POINT_HEADS,
    point("张样一", "乡镇", "东样乡", None, None, None, SPRING),
    point("张样一", "村", "东样村", "东样乡", None, None, SPRING),
    point("张样一", "户", "赵样甲", "东样乡", "东样村", "1组1号", SPRING),
    point("张样一", "户", "钱样乙", "东样乡", "东样村", "1组2号", SPRING),
]
OFFICE = {"领导": LEADERS, "联系点": POINTS}
TRIP_HEADS = ["编号", "领导", "类别", "开始日期", "状态", "走访对象", "未遇对象"]


def plan(sheets: Mapping[str, Rows], start: date | None = None, *, named: bool = True) -> ImportPlan:
    """What importing sheets with these rows would do, seen on TODAY."""
    arrivals = Arrivals(Told("表.csv", b"x"))
    for name, rows in sheets.items():
        arrivals.take(Sheet(name, [], named=named))
        for part in tidy_rows([["" if cell is None else cell for cell in row] for row in rows]):
            arrivals.take(part)
    return plan_sheets_read("表.xlsx", arrivals.sheets, TODAY, start)


def bring_in(sheets: Mapping[str, Rows], start: date | None = None) -> ImportPlan:
    """Import sheets with these rows; nothing may be refused."""
    made = plan(sheets, start)
    assert made.refused == []
    apply_import(made)
    return made


def counts(made: ImportPlan) -> tuple[int, int, int, int]:
    """How many rows are new, changed, the same, refused; together they are all rows."""
    numbers = made.new, made.changed, made.same, len(made.refused)
    assert made.rows == sum(numbers)
    return numbers


def refused(made: ImportPlan) -> Refused:
    """The only row refused."""
    (only,) = made.refused
    return only


def stored(sql: str) -> list[tuple[Any, ...]]:
    """The rows that a query finds in the database."""
    return list(database.execute_sql(sql).fetchall())
