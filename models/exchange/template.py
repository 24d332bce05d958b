"""The empty workbook to fill in: explained heads, drop-downs, and a page that says how."""

from pathlib import Path
from typing import TYPE_CHECKING

from models.exchange.columns import Column, SheetSpec
from models.exchange.exporting import packed, refuse_other_kinds, rows_of, told_of_temporary_files
from models.exchange.looks import ROWS_READY, head_style, lay_out, number_format
from models.exchange.sheet import column_letter
from models.exchange.sheets import GUIDE, SHEETS
from models.storage.files import replacing

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HOW = (
    "连心台账 导入模板",
    "严禁录入国家秘密。",
    "1. 每张工作表第一行是表头，请不要改动；列的先后可以调换，用不到的列可以留空，用不到的工作表可以不填。",
    "2. 姓名中的空格、全角半角不影响识别。活动中的领导、走访对象须是本表或台账中已有的。",
    "3. 日期写成日期，或 2026-3-5、2026.3.5、2026年3月5日。一格中有多个名字时用顿号隔开。",
    "4. 再次导入同一文件不会重复。空白的格子保留原来的内容，没有列出的行不会被删除。",
    "5. 联系点换了领导：按新领导和起始日期再写一行，原来的联系自动到前一天为止。",
    "6. 导入前先预览；只要有一行不能导入，就什么都不改动。",
)


def write_template(path: Path) -> None:
    """Write the template to an .xlsx file. Raises Problem where that cannot be done."""
    from openpyxl import Workbook

    refuse_other_kinds(path)
    book = Workbook()
    book.remove(book.worksheets[0])
    _write_guide(book.create_sheet(GUIDE))
    for spec in SHEETS:
        _write_sheet(book.create_sheet(spec.name), spec)
    with replacing(path) as part, told_of_temporary_files():
        part.write_bytes(packed(book, [rows_of(sheet) for sheet in book.worksheets]))


def _write_guide(sheet: "Worksheet") -> None:
    from openpyxl.styles import Font

    for width, letter in ((14, "A"), (18, "B"), (40, "C"), (60, "D")):
        sheet.column_dimensions[letter].width = width
    for line in (*_HOW, ""):
        sheet.append([line])
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A2"].font = Font(bold=True, color="B42318")
    sheet.append(["工作表", "表头", "怎样填写", "可以填写的内容"])
    _dress_heads(sheet, sheet.max_row)
    for spec in SHEETS:
        sheet.append([spec.name, "", spec.about])
        for column in spec.columns:
            sheet.append(["", column.head, column.about, "、".join(column.choices)])
    _wrap(sheet, len(_HOW) + 3)


def _dress_heads(sheet: "Worksheet", row: int) -> None:
    style = head_style()
    for cell in sheet[row]:
        for name, value in style.items():
            setattr(cell, name, value)


def _wrap(sheet: "Worksheet", first_row: int) -> None:
    from openpyxl.styles import Alignment

    wrapped = Alignment(wrap_text=True, vertical="top")
    for row in sheet.iter_rows(min_row=first_row, min_col=3, max_col=4):
        for cell in row:
            cell.alignment = wrapped


def _write_sheet(sheet: "Worksheet", spec: SheetSpec) -> None:
    lay_out(sheet, spec)
    sheet.append([column.head for column in spec.columns])
    _dress_heads(sheet, 1)
    for number, column in enumerate(spec.columns, start=1):
        letter = column_letter(number)
        sheet.column_dimensions[letter].number_format = number_format(column)
        _explain(sheet, letter, column)


def _explain(sheet: "Worksheet", letter: str, column: Column) -> None:
    """A drop-down where only some words are taken, and what to write as a hint beside the cell."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not column.choices and not column.about:
        return
    if column.choices:
        rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.errorTitle, rule.error = column.head, f"请填写：{'、'.join(column.choices)}"
        rule.showErrorMessage = True
    else:
        rule = DataValidation()
    rule.promptTitle, rule.prompt = column.head, column.about or f"请填写：{'、'.join(column.choices)}"
    rule.showInputMessage = True
    rule.add(f"{letter}2:{letter}{ROWS_READY}")
    sheet.add_data_validation(rule)
