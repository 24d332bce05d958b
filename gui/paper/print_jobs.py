"""Prints that leave the window: numbered and logged first, made on the worker, done when they are there."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from gui.look.palette import Tone
from gui.page import Shell
from gui.paper import printer
from gui.state.print_job import A3, A4, Job
from gui.state.print_range import named
from gui.tasks import Cancelled, Task
from models.print_log import finish_print, log_print
from models.rules.problem import Problem
from printing.fonts import Fonts
from printing.render import Document, compose, render, stamp
from printing.styles import LANDSCAPE_A3
from printing.twins import Twin, counted


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed: documents loaded already, their faces, and how the log tells of them.

    `full` is None where there is nothing to mask. `logged` is called whenever the log says something new.
    """

    title: str
    said: str
    full: bool | None
    documents: Sequence[Document]
    faces: Fonts
    logged: Callable[[], object]

    @property
    def name(self) -> str:
        """A file name without ending: what the names of all documents have in common."""
        parts = [document.name.split("_") for document in self.documents]
        alike = [same[0] for same in zip(*parts, strict=False) if len(set(same)) == 1]
        return "_".join(alike) or self.title

    @property
    def paper(self) -> str:
        """Which sheets the printer has to take."""
        return A3 if self.documents[0].paper is LANDSCAPE_A3 else A4


class Far(NamedTuple):
    """How far a print of one document after the other came, and what stopped it."""

    documents: int = 0
    pages: int = 0
    stopped: str = ""


def save_one(shell: Shell, order: Order, path: Path) -> None:
    """All of it into one file."""

    def work(task: Task, corner: str) -> int:
        return render(stepping(order.documents, task), path, corner, order.faces)

    _start(shell, order, "正在保存", str(path), work, f"已保存“{path}”")


def save_twin(shell: Shell, order: Order, twin: Twin, path: Path) -> None:
    """All of it into one workbook or Word file, to be worked on there."""

    def work(task: Task, corner: str) -> int:
        task.step(0.0, twin.name)
        return twin.save(order.documents, path, corner)

    _start(shell, order, "正在保存", str(path), work, f"已保存“{path}”")


def open_in_reader(shell: Shell, order: Order) -> None:
    """Into a file that lasts as long as the program, shown by the system's own reader."""
    path = Path(_reading().name) / f"{order.name}.pdf"

    def work(task: Task, corner: str) -> int:
        pages = render(stepping(order.documents, task), path, corner, order.faces)
        printer.open_in_reader(path)
        return pages

    _start(shell, order, "正在打开", "阅读器", work, "已交给阅读器打开")


def print_out(shell: Shell, order: Order, job: Job) -> None:
    """To the printer's queue; on both sides each document for itself, so that it begins on a fresh sheet."""
    where = job.printer + (f" ×{job.copies}份" if job.copies > 1 else "")

    def send(documents: Iterable[Document], corner: str) -> int:
        printed = compose(documents, corner, order.faces)
        printer.send(printed.data, job)
        return len(named(job.ranges, printed.pages))

    def work(task: Task, corner: str) -> int:
        return send(stepping(order.documents, task), corner)

    if job.both_sides and not job.ranges:
        _start_each(shell, order, "正在打印", where, lambda document, corner: send([document], corner))
    else:
        _start(shell, order, "正在打印", where, work, f"已交给打印机“{job.printer}”")


def save_each(shell: Shell, order: Order, folder: Path) -> None:
    """A file for each document."""
    taken: set[Path] = set()

    def save(document: Document, corner: str) -> int:
        return render(document, _free(folder, document.name, taken), corner, order.faces)

    _start_each(shell, order, "正在保存", str(folder), save)


def stepping(documents: Iterable[Document], task: Task) -> Iterator[Document]:
    """The documents one by one, saying how far it is; a cancelled task ends there."""
    listed = list(documents)
    for at, document in enumerate(listed):
        task.step(at / len(listed), f"第 {at + 1} 份，共 {len(listed)} 份")
        yield document


def _one_by_one(order: Order, task: Task, each: Callable[[Document], int]) -> Far:
    """Documents until the last, a stop asked for, or the first that will not do."""
    far = Far()
    try:
        for document in stepping(order.documents, task):
            far = Far(far.documents + 1, far.pages + each(document))
    except (Cancelled, Problem) as error:
        return far._replace(stopped=str(error) or "已停止。")
    return far


def _free(folder: Path, name: str, taken: set[Path]) -> Path:
    """Two people of one name get files of their own; an older file of that name is replaced."""
    path, number = folder / f"{name}.pdf", 1
    while path in taken:
        number += 1
        path = folder / f"{name}_{number}.pdf"
    taken.add(path)
    return path


def _start(
    shell: Shell, order: Order, title: str, where: str, work: Callable[[Task, str], int], told: str
) -> None:
    number, corner = _begin(order, where)

    def done(pages: int) -> None:
        _end(order, number, pages)
        shell.notice(f"{told}（打印编号 {number:04d}，{counted(pages, where)}）。", Tone.DONE)

    shell.start(Task(title, lambda task: work(task, corner), done, _raise))


def _start_each(
    shell: Shell, order: Order, title: str, where: str, each: Callable[[Document, str], int]
) -> None:
    """One document after the other; what was done before a stop stays done, is told and logged."""
    number, corner = _begin(order, where)

    def done(far: Far) -> None:
        if far.documents:
            _end(order, number, far.pages)
        if far.stopped:
            rest = len(order.documents) - far.documents
            raise Problem(f"{far.stopped}已完成 {far.documents} 份，其余 {rest} 份没有完成。")
        told = f"{far.documents} 份已送到“{where}”（打印编号 {number:04d}，共 {far.pages} 页）。"
        shell.notice(told, Tone.DONE)

    def work(task: Task) -> Far:
        return _one_by_one(order, task, lambda document: each(document, corner))

    shell.start(Task(title, work, done, _raise))


def _begin(order: Order, where: str) -> tuple[int, str]:
    """The number and what the corner of each page says. Until the end the log entry has no pages: 未完成."""
    number = log_print(order.title, order.said, full=bool(order.full), pages=0, destination=where)
    order.logged()
    return number, stamp(number, full=order.full)


def _end(order: Order, number: int, pages: int) -> None:
    finish_print(number, pages)
    order.logged()


def _raise(error: Exception) -> Any:
    raise error


@cache
def _reading() -> "tempfile.TemporaryDirectory[str]":
    """Where files for the reader stand until the program ends, unless a reader still holds them then."""
    return tempfile.TemporaryDirectory(prefix="lianxin-", ignore_cleanup_errors=True)
