"""The door to the system's printers and to its PDF reader."""

import os
import subprocess
import sys
from pathlib import Path

from gui.paper.outside import environment
from gui.state.print_job import Job, Printer
from models.rules.problem import Problem

if sys.platform == "win32":
    from gui.paper import printer_windows as system
else:
    from gui.paper import printer_lp as system

_NO_READER = "没有能打开 PDF 的程序。请先“保存为 PDF”，再复制到别的电脑上打开或打印。"
_MOMENT = 3.0  # seconds
_readers: list["subprocess.Popen[bytes]"] = []


def printers() -> list[Printer]:
    """The printers of this PC. Raises Problem if the system has no printing or does not answer."""
    return system.printers()


def send(data: bytes, job: Job) -> None:
    """Hand a PDF to the system's print queue; the queue took it when this returns. Raises Problem if not."""
    system.send(data, job)


def open_in_reader(path: Path) -> None:
    """Open a PDF with the system's own program. Raises Problem if it has none."""
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606 -- a PDF of ours, in a folder of ours
        else:
            _open_with("open" if sys.platform == "darwin" else "xdg-open", path)
    except OSError as error:
        raise Problem(_NO_READER) from error


def _open_with(opener: str, path: Path) -> None:
    """Some openers stay as long as the reader does, others fail at once: wait a moment to see which."""
    started = subprocess.Popen(  # noqa: S603 -- the system's own opener, no shell
        [opener, str(path)], stderr=subprocess.DEVNULL, start_new_session=True, env=environment()
    )
    _readers.append(started)
    try:
        if started.wait(_MOMENT):
            raise Problem(_NO_READER)
    except subprocess.TimeoutExpired:
        return
