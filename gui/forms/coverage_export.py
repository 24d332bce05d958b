"""导出 Excel of 履职总览: the printed form's columns and rows in a workbook."""

from gui import dialogs
from gui.page import Page
from models.official import Official
from models.rules.calendar import Period
from printing.choice import Choice
from printing.documents import form
from printing.workbook import save_workbook

_FORM = "coverage"


def ask(page: Page, span: Period, leader: Official | None) -> None:
    """Ask for a file and write what is in sight to it: all leaders' period, or one leader's year."""
    found = form(_FORM).made(Choice(page.shell.today(), span, leader))
    path = dialogs.ask_save_file(page, "导出 Excel", dialogs.EXCEL, f"{found[0].name}.xlsx")
    if path is not None:
        save_workbook(found, path)
        page.shell.notice(f"已导出：{path}")
