"""The sheets of a file: which are imported, which are empty, which are refused, and what is said of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from models.exchange.arriving import Arriving
from models.exchange.limits import COLUMNS, EMPTY_ROWS
from models.exchange.recognising import Found, is_guide
from models.exchange.sheet import Sheet, column_letter
from models.exchange.sheets import SHEETS
from models.exchange.typed_rows import Typed
from models.rules.problem import Problem


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that cannot be imported: where it stands, the value in the way, and why."""

    sheet: str
    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        value = f"“{self.value}”" if self.value else ""
        return f"工作表“{self.sheet}”第 {self.row} 行 {self.column}{value}：{self.reason}。"


@dataclass(slots=True)
class Sorted:
    """The sheets to import, and what is refused or said before any row is looked at."""

    typed: list[Typed] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def check_sum(self, rows: int) -> None:
        """Every row present in the sheets is among the `rows` planned, or said to be none.

        Raises Problem otherwise: then it is our reading that is wrong, and nothing must be imported.
        """
        present = sum(typed.present for typed in self.typed)
        if present != rows + sum(typed.left_out for typed in self.typed):
            raise Problem(
                f"文件里有 {present} 行内容，读到 {rows} 行，前后对不上，什么都没有改动。"
                "请另存为新的 .xlsx 再导入；仍不行请联系维护人员。"
            )

    def strange_notes(self) -> Iterator[str]:
        """Which rows hold nothing but what no column takes."""
        for typed in self.typed:
            if typed.strange:
                where = f"工作表“{typed.found.sheet.name}”第 {some(typed.strange)} 行"
                yield f"{where}只有序号或不认识的列有内容，没有导入。"


def sort_sheets(name: str, sheets: Sequence[Arriving]) -> Sorted:
    """Tell the sheets apart. Raises Problem if none holds anything."""
    result = Sorted()
    filled = [each for each in sheets if any(each.sheet.rows) and not is_guide(each.sheet)]
    if not filled:
        raise Problem(f"“{name}”里没有任何内容可以导入。")
    for each in filled:
        _sort(result, each)
    result.notes.extend(_file_notes(sheets[0].sheet))
    return result


def _sort(result: Sorted, arrived: Arriving) -> None:
    sheet, found, typed = arrived.sheet, arrived.found, arrived.typed
    if found is None:
        result.refused.append(_unknown(sheet))
    elif typed is None or found.missing:
        result.refused.extend(_without_heads(found, typed.numbers if typed else []))
    else:
        result.typed.append(typed)
        result.notes.extend(_notes(typed))
        if sheet.far:
            result.refused.append(_too_far(sheet, *sheet.far))


def _unknown(sheet: Sheet) -> Refused:
    names = "、".join(spec.name for spec in SHEETS)
    row, cells = next((number, cells) for number, cells in enumerate(sheet.rows, start=1) if cells)
    first = next(str(cell) for cell in cells if cell is not None)
    reason = (
        f"不认识这张工作表。不用导入就从文件里删去；要导入请改用这些名称：{names}，或一户一行的联系点安排表"
    )
    return Refused(sheet.name, row, "", first[:200], reason)


def _without_heads(found: Found, rows: Sequence[int]) -> Iterator[Refused]:
    """Every row of a sheet that lacks a head; the place of the heads if there are no rows."""
    heads = "、".join(column.head for column in found.missing)
    reason = f"第 {found.head_row} 行缺少表头“{heads}”"
    for row in rows or [found.head_row]:
        yield Refused(found.sheet.name, row, found.missing[0].head, "", reason)


def _too_far(sheet: Sheet, row: int, column: int) -> Refused:
    reason = f"前面有超过 {EMPTY_ROWS} 个空行，请删去空行或这些内容"
    return Refused(sheet.name, row, column_letter(column), "", reason)


def _notes(typed: Typed) -> Iterator[str]:
    found, sheet = typed.found, typed.found.sheet
    yield from _hidden_notes(found)
    if found.strangers:
        yield f"工作表“{sheet.name}”中不认识的列没有导入：{some(dict.fromkeys(found.strangers))}。"
    if typed.remarks:
        yield f"工作表“{sheet.name}”的第 {some(typed.remarks)} 行是合计、说明或重复的表头，没有导入。"
    if sheet.wide:
        yield f"工作表“{sheet.name}”第 {COLUMNS} 列以后的内容没有导入。"
    if sheet.stripped:
        yield f"工作表“{sheet.name}”中去掉了 {sheet.stripped} 个看不见的控制字符。"


def _file_notes(first: Sheet) -> Iterator[str]:
    """What the first sheet knows of the whole file."""
    if first.disguise:
        yield f"文件其实是 {first.disguise} 格式，与扩展名不符，已按实际内容读取。"
    if first.pictures:
        yield f"文件中有 {first.pictures} 张图片，没有导入。"


def _hidden_notes(found: Found) -> Iterator[str]:
    sheet = found.sheet
    if sheet.hidden:
        yield f"工作表“{sheet.name}”是隐藏的，一并导入。"
    rows = sorted(row for row in sheet.hidden_rows if found.head_row < row <= len(sheet.rows))
    if rows:
        yield f"工作表“{sheet.name}”有 {len(rows)} 个隐藏行（第 {some(rows)} 行），一并导入。"
    if sheet.hidden_columns:
        letters = [column_letter(column) for column in sorted(sheet.hidden_columns)]
        yield f"工作表“{sheet.name}”有隐藏列（{some(letters)}），一并导入。"


def some(items: Iterable[object]) -> str:
    """The first few of a list, and that there are more."""
    shown = [str(item) for item in items]
    return "、".join(shown[:10]) + ("等" if len(shown) > 10 else "")
