"""Files → raw sheets, looked into by child processes that may neither run for ever nor take all memory."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from typing import Any

from models.exchange.archive import Archive
from models.exchange.arriving import Arrivals, Arriving
from models.exchange.child import TOO_MUCH, Pipe, mark, parse
from models.exchange.limits import FILE_BYTES, SECONDS
from models.exchange.own_program import insist_on_own_program
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
    with _child(mark, path.name) as marks, _child(parse, path.name) as sheets:
        return _received(_Asked(path.name, data, cancelled, monotonic() + SECONDS), marks, sheets, progress)


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


@contextmanager
def _child(work: Callable[[Pipe, str], None], name: str) -> Iterator[Pipe]:
    """A process of its own that does this work, and the way to it; it does not outlive the block."""
    insist_on_own_program()
    here, there = get_context("spawn").Pipe()
    child = get_context("spawn").Process(target=work, args=(there, name), daemon=True)
    child.start()
    there.close()
    try:
        yield here
    finally:
        child.kill()
        child.join()
        child.close()
        here.close()


def _received(asked: "_Asked", marks: Pipe, sheets: Pipe, progress: Progress) -> list[Arriving]:
    """Both children work at once: what the sheets mean depends on the marks, but not their reading."""
    told, steps = asked.answers(marks), asked.answers(sheets)
    arrivals = Arrivals(next(told))
    for step in steps:
        if isinstance(step, float):
            progress(step)
        else:
            arrivals.take(step)
    return arrivals.sheets


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file that is being read, and until when."""

    name: str
    data: bytes
    cancelled: Cancelled
    deadline: float

    def answers(self, here: Pipe) -> Iterator[Any]:
        """What a child answers. Raises its Problem, and one when it died or takes too long."""
        try:
            here.send_bytes(self.data)
        except OSError as error:
            raise Problem(TOO_MUCH.format(self.name)) from error
        return self._received(here)

    def _received(self, here: Pipe) -> Iterator[Any]:
        while True:
            try:
                self._wait(here)
                answer = pickle.loads(here.recv_bytes())  # noqa: S301 - written by our own child
            except (EOFError, OSError) as error:
                raise Problem(TOO_MUCH.format(self.name)) from error
            match answer:
                case None:
                    return
                case Problem() as problem:
                    raise problem
                case step:
                    yield step

    def _wait(self, here: Pipe) -> None:
        answered = False
        while not answered:
            if self.cancelled():
                raise Problem(_STOPPED)
            if monotonic() > self.deadline:
                raise Problem(TOO_MUCH.format(self.name))
            answered = here.poll(0.1)
