"""One window: a second start brings the first one forward instead of opening another."""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

import ttkbootstrap as ttk

from gui.later import every
from models import storage

_LISTEN_MS = 200


def listen(root: ttk.App, folder: Callable[[], Path]) -> None:
    """Come forward whenever another start on the folder asks for it."""
    every(root, _LISTEN_MS, lambda: _hear(root, folder()))


def ask(folder: Path, patience: float) -> bool:
    """Ask the window that has the folder to come forward; False if it does not answer in so many seconds."""
    if sys.platform == "win32":  # only who was started by the user may give the right to come forward
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
    return storage.call(folder, patience)


def _hear(root: ttk.App, folder: Path) -> None:
    if storage.is_called(folder):
        _come(root)


def _come(root: ttk.App) -> None:
    """Windows lets a window come before others that has been on top for a moment."""
    if root.state() in ("iconic", "withdrawn"):
        root.deiconify()
    root.lift()
    root.attributes("-topmost", True)
    root.after(_LISTEN_MS, lambda: root.attributes("-topmost", False))
    root.focus_force()
