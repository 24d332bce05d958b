"""打印中心: choose a document, see its very pages, print or save it; every print is numbered and logged."""

from collections.abc import Sequence
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs, print_jobs, printer
from gui.page import Action, Page
from gui.print_choices import PrintChoices
from gui.print_drawer import open_drawer
from gui.print_jobs import Order, stepping
from gui.print_view import PrintView
from gui.scale import px
from gui.state.print_job import Printer
from gui.tasks import Task
from models.rules.problem import Problem
from models.writing import Topic
from printing import fonts
from printing.render import PREVIEW, Printed, compose

_PAUSE_MS = 250  # after the last change, before the pages are made anew
_AT_ONCE = 60  # documents that are ready before anyone notices; more of them are a task
_LOG, _BACK = "查看打印记录", "返回预览"
_TOGETHER, _EACH = "合成一个文件", "每份一个文件"


class PrintCenterPage(Page):
    """Choices at the left, the pages at the right."""

    title = "打印中心"
    icon = "printer"
    help = (
        "左边选文档、期间和领导,右边就是打印出来的样子(角上的“预览”在打印时换成打印编号)。\n"
        "PgUp、PgDn 翻页,Ctrl+Home 到首页,Ctrl+End 到末页;Ctrl+加减号或 Ctrl+滚轮缩放,Ctrl+0 适合宽度。\n"
        "群众的电话和证件号码默认隐去中间几位;选“完整号码”要写明理由。\n"
        "每次打印、保存和用阅读器打开都记入打印记录;没有完成的,记录中写“未完成”。"
    )
    topics = frozenset(Topic)

    def build(self) -> None:
        self._timer = ""
        self._making: Task | None = None
        self._told = ""
        card = ttk.Frame(self, style="Card.TFrame", padding=px(16))
        card.pack(side="left", fill="y", padx=(0, px(16)))
        card.pack_propagate(False)
        self.bind("<Configure>", lambda event: card.configure(width=min(px(312), event.width * 3 // 8)))
        self.switch = ttk.Button(card, style="Bare.TButton", command=self.turn_over)
        self.switch.pack(side="bottom", anchor="w", pady=(px(8), 0))
        self.choices = PrintChoices(card, self.shell, self.renew_soon)
        self.choices.pack(fill="both", expand=True)
        self.view = PrintView(self, self.shell)
        self.view.pack(side="left", fill="both", expand=True)
        self.drawer: Any = None
        self._show_log(on=False)

    def refresh(self) -> None:
        self.choices.refresh()
        self.view.log.refresh()
        self.renew()

    def context(self) -> str:
        return self._told

    def actions(self) -> list[Action]:
        return [
            Action("打印", self.print_out, "Ctrl+P"),
            Action("保存为 PDF", self.save, "Ctrl+S"),
            Action("用阅读器打开", self.open_in_reader, "Ctrl+E"),
        ]

    def escape(self) -> None:
        if self.drawer is not None and self.drawer.winfo_exists():
            self.drawer.destroy()
        else:
            self._show_log(on=False)

    def turn_over(self) -> None:
        """From the pages to the log, or back."""
        self._show_log(on=not self.view.is_log)

    def renew_soon(self) -> None:
        """Make the pages anew once the choices have been left alone for a moment."""
        if self._timer:
            self.after_cancel(self._timer)
        self._timer = self.after(_PAUSE_MS, self.renew)

    def renew(self) -> None:
        """Make the pages of what is chosen now; what cannot be shown is said in their place."""
        self._timer = ""
        if self._making is not None:
            self._making.cancel()
            self._making = None
        try:
            self._make(self._order(""))
        except Problem as problem:
            self._say(problem)

    def print_out(self) -> None:
        """Ask which printer, and print."""
        order = self._order(self.choices.said())
        self.shell.start(
            Task(
                "正在查找打印机", lambda _: printer.printers(), lambda found: self._ask(order, found), _raise
            )
        )

    def save(self) -> None:
        """Into one file, or of several documents also into a file each."""
        order = self._order(self.choices.said())
        several = len(order.documents) > 1
        question = f"共 {len(order.documents)} 份。要合成一个文件,还是每份一个文件存到一个文件夹?"
        how = dialogs.choose(self, "保存为 PDF", question, (_TOGETHER, _EACH)) if several else _TOGETHER
        if how == _EACH:
            folder = dialogs.ask_folder(self, "保存到哪个文件夹?")
            if folder is not None:
                print_jobs.save_each(self.shell, order, folder)
        elif how == _TOGETHER:
            path = dialogs.ask_save_file(self, "保存为 PDF", dialogs.PDF, f"{order.name}.pdf")
            if path is not None:
                print_jobs.save_one(self.shell, order, path)

    def open_in_reader(self) -> None:
        """Show it in the system's own PDF program, numbered, since one may print there."""
        print_jobs.open_in_reader(self.shell, self._order(self.choices.said()))

    def _show_log(self, *, on: bool) -> None:
        self.view.show_log(on=on)
        self.switch.configure(text=_BACK if on else _LOG)

    def _order(self, said: str) -> Order:
        """What is chosen, loaded from the database here on the main thread."""
        form, choice = self.choices.document, self.choices.choice()
        documents = form.load(choice)
        if not documents:
            raise Problem("还没有领导。请先在“联系点”页录入或从 Excel 导入。")
        return Order(form.title, said, choice.full, documents, fonts.chosen())

    def _make(self, order: Order) -> None:
        def work(task: Task) -> Printed:
            return compose(stepping(order.documents, task), PREVIEW, order.faces)

        if len(order.documents) <= _AT_ONCE:
            self._show(order, compose(order.documents, PREVIEW, order.faces))
            return
        self.view.preview.say("正在准备预览……")
        task = Task("正在准备预览", work, lambda made: self._made(task, order, made), self._failed)
        self._making = task
        self.shell.start(task)

    def _made(self, task: Task, order: Order, printed: Printed) -> None:
        if self._making is task:
            self._making = None
            self._show(order, printed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._making = None
        self._say(error)

    def _show(self, order: Order, printed: Printed) -> None:
        self.view.preview.show(printed.data)
        self._tell(f"{order.title},{len(order.documents)} 份 {printed.pages} 页", order.faces.notice)

    def _say(self, problem: Problem) -> None:
        self.view.preview.say(str(problem))
        self._tell("现在不能打印")

    def _tell(self, *parts: str) -> None:
        told = "    ".join(part for part in parts if part)
        if told != self._told:
            self._told = told
            self.shell.renew_head()

    def _ask(self, order: Order, found: Sequence[Printer]) -> None:
        self.drawer = open_drawer(self, self.shell, order, found, self.view.preview.pages)


def _raise(error: Exception) -> None:
    raise error
