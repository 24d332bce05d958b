"""Files → raw sheets, parsed in a child process that may neither run for ever nor take all memory."""

import pickle
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import Any

from models.exchange.archive import Archive
from models.exchange.arriving import Arrivals, Arriving
from models.exchange.child import TOO_MUCH, parse
from models.exchange.limits import FILE_BYTES, SECONDS
from models.exchange.signature import FileKind, file_kind
from models.rules.problem import Problem
from models.storage.files import reason

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

_STOPPED = "已取消，数据没有任何改动。"


def read_workbook(
    path: Path, progress: Progress = lambda _share: None, cancelled: Cancelled = lambda: False
) -> list[Arriving]:
    """The sheets of an .xlsx, .xls, .ods or .csv file.

    Raises Problem for whatever is no plain workbook within the limits, and when `cancelled()` turns true.
    `progress` is told the share of reading done, 0 to 1.
    """
    data = _bytes(path)
    if file_kind(path.name, data) is FileKind.ZIPPED:
        Archive(path.name, data)
    here, there = get_context("spawn").Pipe()
    child = get_context("spawn").Process(target=parse, args=(there, path.name), daemon=True)
    child.start()
    there.close()
    try:
        return _received(here, path.name, data, progress, cancelled)
    finally:
        child.kill()
        child.join()
        child.close()
        here.close()


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise Problem(f"没有找到文件“{path}”。") from error
    except IsADirectoryError as error:
        raise Problem(f"“{path}”是一个文件夹，请选择工作簿文件。") from error
    except OSError as error:
        raise Problem(f"无法读取“{path}”：{_why(path, error)}。") from error


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "这是一个文件夹" if path.is_dir() else "没有读取权限，或文件正被其他程序打开"
    return reason(error)


def _received(
    here: "Connection[bytes, bytes]", name: str, data: bytes, progress: Progress, cancelled: Cancelled
) -> list[Arriving]:
    steps = _steps(here, name, data, cancelled)
    arrivals = Arrivals(next(steps))
    for step in steps:
        if isinstance(step, float):
            progress(step)
        else:
            arrivals.take(step)
    return arrivals.sheets


def _steps(here: "Connection[bytes, bytes]", name: str, data: bytes, cancelled: Cancelled) -> Iterator[Any]:
    """What the child answers, the marks first. Raises its Problem, and one when it died or takes too long."""
    deadline = monotonic() + SECONDS
    try:
        here.send_bytes(data)
        while True:
            _wait(here, name, deadline, cancelled)
            match pickle.loads(here.recv_bytes()):  # noqa: S301 - written by our own child
                case None:
                    return
                case Problem() as problem:
                    raise problem
                case step:
                    yield step
    except (EOFError, OSError) as error:
        raise Problem(TOO_MUCH.format(name)) from error


def _wait(here: "Connection[bytes, bytes]", name: str, deadline: float, cancelled: Cancelled) -> None:
    answered = False
    while not answered:
        if cancelled():
            raise Problem(_STOPPED)
        if monotonic() > deadline:
            raise Problem(TOO_MUCH.format(name))
        answered = here.poll(0.1)
