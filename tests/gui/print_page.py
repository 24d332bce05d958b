"""The print page of a small office, and how a test acts on it."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from gui.pages.print_center import PrintCenterPage
from gui.window import Window
from models.official import Official, save_official
from models.print_log import PrintLog
from models.setting import change_settings
from tests.gui.driving import wait_until


def print_page(open_window: Callable[..., Window]) -> PrintCenterPage:
    """The page in a window on an office with two leaders, in the pinned faces, its preview in sight."""
    gc.collect()  # a window of an earlier test must not be cleared away by this one's worker
    change_settings({"built_in_fonts": "1", "office_name": "示例市政府办公室"})
    for rank, name in enumerate(("张样一", "李样二"), start=1):
        save_official(Official(name=name, rank=rank, title="副市长", is_member=True))
    window = open_window()
    shown = window.show(PrintCenterPage)
    assert isinstance(shown, PrintCenterPage)
    wait_until(window, lambda: shown.view.preview.strip.view[0] > 100)
    return shown


def window_of(page: PrintCenterPage) -> Window:
    window: Any = page.shell
    return window


def choose(page: PrintCenterPage, name: str, value: object) -> None:
    control = page.choices.form[name]
    control.set(value)
    control.changed()


def turn_to(page: PrintCenterPage, title: str) -> None:
    titles = [document.title for document in page.choices.documents.rows.items]
    page.choices.documents.pick(titles.index(title))


def act(page: PrintCenterPage, action: Callable[[], object]) -> None:
    """Run it the way a button does: what it raises is the window's to show."""
    page.after_idle(action)
    page.update()


def texts(path: Path) -> list[str]:
    return [leaf.extract_text() for leaf in PdfReader(path).pages]


def log() -> list[list[str]]:
    return [
        [entry.document, entry.choice, str(entry.pages), entry.destination]
        for entry in PrintLog.select().order_by(PrintLog.id)
    ]


def notice(page: PrintCenterPage) -> str:
    window = window_of(page)
    wait_until(window, lambda: window.noticed)
    return window.noticed
