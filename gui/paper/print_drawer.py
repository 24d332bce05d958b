"""Where and how to print: the card that stands in for the system's print dialog."""

import tkinter
from collections.abc import Sequence
from typing import Any

from gui.page import Shell
from gui.paper.print_jobs import Order, print_out
from gui.state.print_job import Job, Printer, first_choice
from gui.state.print_range import copies, page_ranges
from gui.widgets.controls import Check, Choice, Number, Text
from gui.widgets.drawer import Drawer
from gui.widgets.form import Field
from models.rules.problem import Problem

_NONE = "没有找到打印机。请接好打印机并在系统中添加，或先“保存为 PDF”，或“用阅读器打开”。"
_LAST = "printer"


def open_drawer(
    page: tkinter.Misc, shell: Shell, order: Order, found: Sequence[Printer], pages: int
) -> Drawer:
    """Ask for printer, copies, pages and sides, and print. Raises Problem if there is no printer at all."""
    if not found:
        raise Problem(_NONE)
    words = {printer.name: printer.words for printer in found}

    def keep(values: dict[str, Any]) -> None:
        ranges = page_ranges(values["ranges"], pages)
        many, sides = copies(values["copies"]), values["both_sides"]
        job = Job(order.name, values["printer"], many, ranges, sides, order.paper)
        shell.remembered.set(_LAST, job.printer)
        print_out(shell, order, job)

    fields = [
        Field("printer", "打印机", lambda parent: Choice(parent, words), required=True, wide=True),
        Field("copies", "份数", Number),
        Field("ranges", "页码范围", Text, f"空着是全部 {pages} 页；例如 1-3,5"),
        Field("both_sides", "双面", lambda parent: Check(parent, "双面打印，沿长边翻页"), wide=True),
    ]
    first = {"printer": first_choice(found, shell.remembered.get(_LAST)), "copies": 1, "both_sides": False}
    drawer = Drawer(page, f"打印 {order.title}", fields, keep, first, "打印")
    drawer.form.on_edit = lambda _: setattr(
        drawer.form, "edited", False
    )  # closing it loses nothing worth asking
    return drawer
