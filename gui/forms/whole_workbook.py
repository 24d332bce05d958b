"""全部记录 as one workbook, and the empty one to fill in: both come in again by 从 Excel 导入."""

import tkinter
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.look.scale import px
from gui.page import Page
from gui.widgets.offer_row import OfferRow
from models.print_log import finish_print, log_print

_TITLE = "Excel 工作簿"
_ALL, _EMPTY = "导出全部记录…", "保存空白模板…"
_ALL_SAYS = "干部、联系点、活动、民情事项等存成一个文件，可以原样导回；号码不脱敏。"
_EMPTY_SAYS = "没有现成的表：保存一份模板，照着填好再导入。"
_ASK = "工作簿里有群众的姓名、电话和困难情况，不脱敏、也不加密。请只放在本机，用完删除，严禁通过互联网发送。"
_ALL_NAME, _EMPTY_NAME = "连心台账全部记录.xlsx", "连心台账导入模板.xlsx"


class WorkbookCard(ttk.Frame):
    """A card of the settings: the two ways to a workbook."""

    def __init__(self, parent: tkinter.Misc, page: Page) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(24), px(18), px(24), px(14)))
        self.pack(fill="x", pady=(0, px(16)))
        ttk.Label(self, text=_TITLE, style="Paper.TLabel", font="LianxinHeading").pack(
            anchor="w", pady=(0, px(8))
        )
        self.all = OfferRow(self, _ALL, _ALL_SAYS, lambda: save_all(page)).button
        self.empty = OfferRow(self, _EMPTY, _EMPTY_SAYS, lambda: save_template(page)).button


def save_all(page: Any) -> None:
    """Ask where to, having said what is in it; log it as a print with all numbers."""
    from models.exchange.exporting import export_workbook

    if not dialogs.confirm(page, "导出全部记录", _ASK, "导出"):
        return
    path = dialogs.ask_save_file(page, "全部记录保存到哪里？", dialogs.EXCEL, _ALL_NAME)
    if path is None:
        return
    number = log_print("全部记录", "Excel 工作簿", full=True, pages=0, destination=str(path))
    with page.shell.busy("正在导出全部记录……"):
        sheets = export_workbook(path)
    finish_print(number, sheets)
    page.shell.notice(f"全部记录已导出到“{path}”，共 {sheets} 张工作表。")


def save_template(page: Any) -> None:
    """Save the workbook to fill in."""
    from models.exchange.template import write_template

    path = dialogs.ask_save_file(page, "模板保存到哪里？", dialogs.EXCEL, _EMPTY_NAME)
    if path is not None:
        write_template(path)
        page.shell.notice(f"模板已保存到“{path}”。填好以后，点“从 Excel 导入…”。")
