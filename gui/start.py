"""The window's start: the database first, and a word in a box where it cannot be opened."""

from pathlib import Path

from gui import chinese, dialogs
from gui.look import theme
from gui.rail_pages import PAGES
from gui.window import Window
from models import storage
from models.rules.problem import Problem


def run(folder: Path) -> bool:
    """Show the window on the database of `folder` until it is closed; False if it could not be opened."""
    try:
        storage.open_database(folder)
    except Problem as problem:
        _refuse(problem)
        return False
    try:
        Window(folder, PAGES).run()
    finally:
        storage.close_database()
    return True


def _refuse(problem: Problem) -> None:
    """Say it in a box over a window of one pixel: over a withdrawn one some systems never show it."""
    root = theme.open_root("连心台账", large=False)
    chinese.speak_chinese()
    root.overrideredirect(True)
    root.geometry(f"1x1+{root.winfo_screenwidth() // 2}+{root.winfo_screenheight() * 2 // 5}")
    root.deiconify()
    root.update()
    dialogs.inform(root, "无法打开", str(problem))
    root.destroy()
