"""Slow work off the Tk loop: one worker thread, progress, cancel by asking, the result back on the loop.

The work may touch neither Tk nor the database: both belong to the main thread. It calls `Task.step`.
While anything runs, Python's collector rests: run on the worker, it might free what is Tk's there.
"""

import gc
import queue
import threading
import tkinter
from collections.abc import Callable
from typing import Any

_POLL_MS = 50


class Cancelled(Exception):
    """Raised inside the work once somebody asked for its end."""


class Task:
    """One piece of slow work. `step` is called from the worker, everything else from the Tk loop."""

    def __init__(
        self,
        title: str,
        work: Callable[["Task"], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        over: Callable[[], object] = lambda: None,
    ) -> None:
        """`over` is called at the end however it came, on the Tk loop, before anything else."""
        self.title, self.work, self.done, self.failed = title, work, done, failed
        self.over = over
        self.share, self.text = 0.0, ""
        self._asked = threading.Event()

    def step(self, share: float, text: str = "") -> None:
        """Say how far it is, 0 to 1. Raises Cancelled if somebody asked for the end."""
        self.share, self.text = share, text
        if self._asked.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask for the end; the work stops at its next step."""
        self._asked.set()

    @property
    def asked_to_stop(self) -> bool:
        return self._asked.is_set()


class Worker:
    """Runs tasks one after another on one thread, started with the first of them."""

    def __init__(self, root: tkinter.Misc, show: Callable[[Task | None], None]) -> None:
        self._root = root
        self._show = show
        self._waiting: queue.Queue[Task] = queue.Queue()
        self._finished: queue.Queue[tuple[Task, Any, Exception | None]] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._open: list[Task] = []

    @property
    def current(self) -> Task | None:
        return self._open[0] if self._open else None

    def start(self, task: Task) -> None:
        """Queue the task; its `done` or `failed` is called on the Tk loop. A cancelled one calls neither."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="tasks", daemon=True)
            self._thread.start()
        gc.disable()
        self._open.append(task)
        self._waiting.put(task)
        if len(self._open) == 1:
            self._show(task)
            self._root.after(1, self._poll)

    def _serve(self) -> None:
        while True:
            task = self._waiting.get()
            try:
                task.step(0.0, task.text)
                self._finished.put((task, task.work(task), None))
            except Exception as error:  # handed to the Tk loop, which shows or logs it
                self._finished.put((task, None, error))

    def _poll(self) -> None:
        """Show how far it is and settle what is finished; what settling raises stops no later task."""
        finished = None if self._finished.empty() else self._finished.get()
        if finished is not None:
            self._open.remove(finished[0])
        self._show(self.current)
        if self._open:
            self._root.after(_POLL_MS, self._poll)
        if finished is not None:
            _settle(*finished)


def _settle(task: Task, result: object, error: Exception | None) -> None:
    task.over()
    if isinstance(error, Cancelled):
        return
    if error is not None:
        task.failed(error)
    else:
        task.done(result)
