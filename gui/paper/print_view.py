"""The right side of the print page: the pages themselves."""

import tkinter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.page import Shell
from gui.paper.preview import Preview
from gui.paper.print_bar import PrintBar
from gui.paper.print_jobs import Order, stepping
from gui.paper.reading import Reading
from gui.state.print_strip import Fit
from gui.tasks import Cancelled, Task
from models.rules.problem import Problem
from printing.render import PREVIEW, Document, Printed, compose

_MAKING = "正在准备预览，请稍候……"
_STOPPED = "预览已停止。按 F5 重新准备。"
_AT_ONCE = 60  # documents that are ready before anyone notices; more of them are a task


class PrintView(ttk.Frame):
    """A card with a preview and its bar. `tell` is given a line on what is shown, and the documents."""

    def __init__(
        self, parent: tkinter.Misc, shell: Shell, tell: Callable[[str, Sequence[Document]], object]
    ) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(16), px(12)))
        self._shell, self._tell = shell, tell
        self._making: Task | None = None
        self.reading: Reading | None = None
        self.preview = Preview(self, self._moved)
        self.bar = PrintBar(self, self.preview)
        self.bar.pack(fill="x", pady=(0, px(10)))
        self.preview.pack(fill="both", expand=True)
        self._bind_keys()

    def make(self, order: Order) -> None:
        """Show the order's very pages with 预览 for their number; at once, or as a task if there are many.

        Raises Problem if they cannot be made.
        """
        self._stop()
        if len(order.documents) <= _AT_ONCE:
            self._show(order, compose(order.documents, PREVIEW, order.faces))
        else:
            self._make_as_task(order, partial(stepping, order.documents))

    def make_as_read(self, order: Order, reading: Reading) -> None:
        """The same of documents that are still to be read, which are the order's once they are."""
        self._stop()
        self.reading = reading
        self._make_as_task(order, reading.stepping)
        reading.begin()

    def _make_as_task(self, order: Order, documents: Callable[[Task], Iterator[Document]]) -> None:
        self.preview.say(_MAKING)

        def work(task: Task) -> Printed:
            try:
                return compose(documents(task), PREVIEW, order.faces)
            except Cancelled:
                raise Problem(_STOPPED) from None

        task = Task(
            "正在准备预览",
            work,
            lambda made: self._made(task, order, made),
            lambda error: self._failed(task, error),
        )
        self._making = task
        self._shell.start(task)

    def say(self, problem: Problem) -> None:
        """There are no pages, and this is why."""
        self._stop()
        self.preview.say(str(problem))
        self._tell("现在不能打印", ())

    def _stop(self) -> None:
        """Pages of an older choice need not be made any more."""
        if self._making is not None:
            self._making.cancel()
            self._making = None
        if self.reading is not None:
            self.reading.stop()
            self.reading = None

    def _made(self, task: Task, order: Order, printed: Printed) -> None:
        if self._making is task:
            self._making = None
            self._show(order, printed)

    def _failed(self, task: Task, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        if self._making is task:
            self.say(error)

    def _show(self, order: Order, printed: Printed) -> None:
        self.preview.show(printed.data)
        told = f"{order.title}    {len(order.documents)} 份 {printed.pages} 页"
        self._tell("    ".join(filter(None, (told, order.faces.notice))), order.documents)

    def _moved(self) -> None:
        self.bar.show()

    def _bind_keys(self) -> None:
        """Keys that steer the pages from anywhere on the page, as long as they are in sight."""
        preview, top = self.preview, self.winfo_toplevel()
        steps: dict[str, Callable[[], object]] = {
            "<Prior>": partial(preview.turn, -1),
            "<Next>": partial(preview.turn, 1),
            "<Control-Home>": partial(preview.go_to, 0),
            "<Control-End>": lambda: preview.go_to(preview.pages),
            "<Control-0>": partial(preview.set_zoom, Fit.WIDTH),
        }
        steps |= {f"<Control-{key}>": partial(preview.zoom_by, 1) for key in ("plus", "equal", "KP_Add")}
        steps |= {f"<Control-{key}>": partial(preview.zoom_by, -1) for key in ("minus", "KP_Subtract")}
        for key, step in steps.items():
            top.bind(key, partial(self._steer, step), add=True)
        for key, step in (("Home", steps["<Control-Home>"]), ("End", steps["<Control-End>"])):
            preview.canvas.bind(f"<{key}>", partial(self._steer, step))

    def _steer(self, step: Callable[[], object], _event: Any) -> None:
        if self.preview.winfo_viewable():
            step()
