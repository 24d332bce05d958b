"""The window's part of the self-test: the real one, on a new ledger, doing a secretary's round."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from PIL import ImageGrab

from gui import dialogs
from gui.rail_pages import PAGES
from gui.self_test import Step
from gui.window import Window
from models import storage
from models.official import Official, save_official
from models.storage import automatic

_PATIENCE_S, _SETTLED_S = 120.0, 0.8


def run(scratch: Path, out: Path, step: Step) -> None:
    """Import the sample workbook, print visit sheets, back up, add a leader, restore; then every page."""
    data = scratch / "window"
    with step("窗口：打开"):
        storage.open_database(data)
        trial = _Trial(data, out)
    try:
        for name, act in trial.steps().items():
            with step(f"窗口：{name}"):
                act()
        with step("窗口：关闭"):
            trial.close()
    finally:
        storage.close_database()


class _Trial:
    """One window, driven through its own pages; choosers answer with what the next step means."""

    def __init__(self, data: Path, out: Path) -> None:
        self._out = out
        self._failures: list[BaseException] = []
        self._answer: Any = None
        for name in ("ask_open_file", "ask_save_file", "ask_folder", "choose"):
            setattr(dialogs, name, lambda *_: self._answer)
        self._window: Any = Window(data, PAGES)
        self._window.root.report_callback_exception = self._failed
        self._live(_SETTLED_S)

    def steps(self) -> Mapping[str, Callable[[], None]]:
        """Each step by its name, in order."""
        return {
            "导入": self._import,
            "打印走访安排表": self._print,
            "备份": self._back_up,
            "恢复": self._restore,
            "每一页": self._look_round,
        }

    def close(self) -> None:
        """As the cross in its corner does."""
        if not self._window.close():
            raise ValueError("it would not close")
        self._window.root.destroy()

    def _import(self) -> None:
        self._answer = self._out / "sample.xlsx"
        page = self._visit("联系点")
        page.import_file()
        self._wait(lambda: page.preview.plan is not None)
        page.preview.main.invoke()
        self._wait(lambda: "已导入" in self._window.noticed)

    def _print(self) -> None:
        page = self._visit("打印中心")
        self._wait(lambda: page.view.preview.pages)
        self._answer = "合成一个文件"
        path = self._out / "visit-sheets.pdf"
        dialogs.ask_save_file = lambda *_: path
        page.save()
        self._wait(lambda: path.is_file() and "已保存" in self._window.noticed)

    def _back_up(self) -> None:
        self._answer = self._out / "copies"
        page = self._visit("备份与恢复")
        page.choose_place()
        self._wait(lambda: "备份完成并已核对" in self._window.noticed)

    def _restore(self) -> None:
        kept = automatic.counts_now()
        save_official(Official(name="自检样", rank=99, is_member=True))
        [copy] = (self._out / "copies").iterdir()
        page = self._visit("备份与恢复")
        page.steps.restore(copy)
        self._wait(lambda: page.has_drawer)
        page.drawer.main.invoke()
        self._wait(lambda: "恢复完成" in self._window.noticed)
        if automatic.counts_now() != kept:
            raise ValueError(f"{kept} became {automatic.counts_now()}")

    def _look_round(self) -> None:
        for at, page in enumerate(PAGES, start=1):
            self._visit(page.title)
            self._raise()
            ImageGrab.grab().save(self._out / f"{at:02d} {page.title}.png")

    def _visit(self, title: str) -> Any:
        self._window.visit(title)
        self._live(_SETTLED_S)
        return self._window.page

    def _failed(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._failures.append(error)

    def _raise(self) -> None:
        for failure in self._failures:
            raise failure

    def _wait(self, condition: Callable[[], object]) -> None:
        """Until it holds and nothing runs any more."""
        end = time.monotonic() + _PATIENCE_S
        while not condition() or self._window.is_at_work:
            self._live(0.02)
            self._raise()
            if time.monotonic() > end:
                raise TimeoutError(self._window.noticed)

    def _live(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._window.root.update()
            time.sleep(0.005)
