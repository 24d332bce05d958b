"""导出 Excel of 履职总览: the printed form's columns and rows in a workbook."""

from gui import dialogs
from gui.page import Page
from models.exchange.tables import Head, TableSheet, export_tables
from models.official import Official
from models.rules.calendar import Period
from printing.choice import Choice
from printing.documents import form
from printing.documents.coverage import Coverage
from printing.table import as_heads, as_values

_FORM = "coverage"


def ask(page: Page, span: Period, leader: Official | None) -> None:
    """Ask for a file and write what is in sight to it: all leaders' period, or one leader's year."""
    (found,) = form(_FORM).load(Choice(page.shell.today(), span, leader))
    path = dialogs.ask_save_file(page, "导出 Excel", dialogs.EXCEL, f"{found.name}.xlsx")
    if path is not None and isinstance(found, Coverage):
        export_tables(path, found.title, sheets(found), found.notes)
        page.shell.notice(f"已导出：{path}")


def sheets(found: Coverage) -> list[TableSheet]:
    """A sheet for each table of the form."""
    return [
        TableSheet(
            part.name,
            [Head(*head) for head in as_heads(part.columns)],
            as_values(part.columns, part.rows),
        )
        for part in found.parts
    ]
