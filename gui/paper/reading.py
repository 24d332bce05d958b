"""Documents that are read from the database in pieces between events, and set on the worker as they come."""

import tkinter
from collections.abc import Iterator
from queue import SimpleQueue

from gui.piecemeal import Piecemeal
from gui.tasks import Cancelled, Task
from printing.render import Document

_PIECE_MS = 25


class Reading:
    """Reads on the main thread, to which the database belongs; `documents` grows until all are there.

    `expected` is how many there will be, 0 if nobody knows.
    """

    def __init__(self, widget: tkinter.Misc, documents: Iterator[Document], expected: int) -> None:
        self.documents: list[Document] = []
        self._expected = expected
        self._coming: SimpleQueue[Document | Exception | None] = SimpleQueue()
        self._pieces = Piecemeal(widget, self._read(documents), lambda _: None, _PIECE_MS)

    @property
    def is_over(self) -> bool:
        """Whether all were read, or no more will be."""
        return self._pieces.is_over

    def begin(self) -> None:
        """Read the first piece a moment from now; the rest follows by itself."""
        self._pieces.go_in(1)

    def stop(self) -> None:
        """Read no more; who still waits for a document hears that it was stopped."""
        self._pieces.stop()
        self._coming.put(Cancelled())

    def stepping(self, task: Task) -> Iterator[Document]:
        """On the worker: the documents as they come, saying how far it is. Raises what stopped them."""
        of = f"，共 {self._expected} 份" if self._expected else ""
        at = 0
        while (one := self._coming.get()) is not None:
            if isinstance(one, Exception):
                raise one
            at += 1
            task.step(at / self._expected if self._expected else 0.0, f"第 {at} 份{of}")
            yield one

    def _read(self, documents: Iterator[Document]) -> Iterator[int]:
        try:
            for document in documents:
                self.documents.append(document)
                self._coming.put(document)
                yield len(self.documents)
            self._coming.put(None)
        except Exception as error:  # handed to the worker, whose task says it
            self._coming.put(error)
