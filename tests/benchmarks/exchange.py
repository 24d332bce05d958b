"""Import of 100,000 activities against calamine's bare reading of the same file.

Ours is everything a secretary waits for: the child process, the checks of the file, every cell understood,
every leader and target found, the plan, and all rows with their people and targets on the disk.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html import escape
from pathlib import Path
from random import Random
from statistics import median
from zipfile import ZIP_DEFLATED, ZipFile

from python_calamine import CalamineWorkbook

from models.base import database
from models.exchange.importing import apply_import, plan_import
from models.storage import close_database, open_database

ROWS, LEADERS = 100_000, 500
ROUNDS = 5
WANTED = 4.0
TODAY = date(2026, 12, 31)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
Cells = tuple[str | int | date | None, ...]


def rows() -> Iterator[tuple[str, str, str, float, float]]:
    """The table's row: what, ours, the yardstick, their ratio, and the most it may be."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "样办公室.xlsx")
        _write_book(book)
        bare, ours = [], []
        for turn in range(ROUNDS):
            bare.append(_seconds(lambda: _read_bare(book)))
            open_database(Path(folder, f"data{turn}"))
            ours.append(_seconds(lambda: _import(book)))
            close_database()
    ratio = median(mine / theirs for mine, theirs in zip(ours, bare, strict=True))
    yield (
        f"导入 {ROWS:,} 行 / 只用 calamine 读同一文件",
        *(f"{median(ours):.2f} 秒", f"{median(bare):.2f} 秒"),
        *(ratio, WANTED),
    )


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _read_bare(book: Path) -> None:
    read = CalamineWorkbook.from_path(book)
    for name in read.sheet_names:
        read.get_sheet_by_name(name).to_python()


def _import(book: Path) -> None:
    plan = plan_import(book, TODAY)
    apply_import(plan)
    (stored,) = database.execute_sql("SELECT COUNT(*) FROM activity").fetchone()
    if stored != ROWS or plan.refused:
        raise RuntimeError(f"{stored} of {ROWS} rows were kept")


# --- the workbook, written by hand since openpyxl would take longer than everything measured


def _write_book(path: Path) -> None:
    sheets = {"领导": _leaders(), "联系点": _points(), "活动": _activities()}
    numbers = range(1, len(sheets) + 1)
    named = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, sheets, strict=True)
    )
    related = "".join(_relation(n, "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    parts = {
        "_rels/.rels": _relations(_relation(1, "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(related + _relation(9, "styles", "styles.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{named}</sheets></workbook>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        for number, cells in zip(numbers, sheets.values(), strict=True):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", _sheet(cells))


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" Target="{target}"/>'


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def _sheet(cells: Iterator[Cells]) -> str:
    lines = (_row(number, row) for number, row in enumerate(cells, start=1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _row(number: int, row: Cells) -> str:
    cells = (_cell(chr(65 + place), number, cell) for place, cell in enumerate(row))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(letter: str, number: int, value: str | int | date | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{letter}{number}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    if isinstance(value, date):
        return f'<c r="{letter}{number}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    return f'<c r="{letter}{number}"><v>{value}</v></c>'


def _leaders() -> Iterator[Cells]:
    yield ("排名", "姓名", "职务", "单位", "班子成员")
    for number in range(1, LEADERS + 1):
        yield (number, f"张样{number}", "副市长", "样政府", "是")


def _points() -> Iterator[Cells]:
    yield ("领导", "类别", "名称", "县(市、区)", "所属乡镇", "所属村", "地址", "人口", "户类型", "起始日期")
    start = date(2020, 1, 1)
    for number in range(1, LEADERS + 1):
        leader, town, village = f"张样{number}", f"样{number}乡", f"样{number}村"
        yield (leader, "乡镇", town, "样县", None, None, None, None, None, start)
        yield (leader, "村", village, "样县", town, None, None, None, None, start)
        for place in range(10):
            address = f"{place}组{number}号"
            yield (leader, "户", f"李样{number}户{place}", "样县", town, village, address, 4, "一般户", start)


def _activities() -> Iterator[Cells]:
    dice = Random(7)
    yield (
        *("编号", "领导", "类别", "开始日期", "开始时段", "结束日期", "结束时段", "地点", "事由", "状态"),
        *("走访对象", "未遇对象", "代为前往", "陪同人员", "反映问题", "答复处理"),
    )
    for number in range(ROWS):
        leader = 1 + number % LEADERS
        day = date(2021, 1, 1) + timedelta(dice.randrange(1800))
        visit = number % 3
        met = "、".join(f"李样{leader}户{place}" for place in dice.sample(range(10), dice.randrange(1, 5)))
        yield (
            *(
                f"HD{day.year}{number:06}",
                f"张样{leader}",
                "走访" if visit else "调研",
                day,
                "上午",
                day,
                "下午",
            ),
            *(f"样{leader}乡", "示例事由", "完成", met if visit else None, None, None, None),
            *(f"示例问题{number % 97}", None),
        )
