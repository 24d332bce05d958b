"""A second processor for work that touches neither the open database nor Tk: a snapshot's check."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Self, TypeVar

Result = TypeVar("Result")


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin the work at once on a thread of its own; what is given back waits for its result or error."""
    results: list[Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # raised again where it is waited for
            errors.append(error)

    def result() -> Result:
        thread.join()
        if errors:
            raise errors[0]
        return results[0]

    thread = Thread(target=run, name="beside", daemon=True)
    thread.start()
    return result


class Belt:
    """Does `work` to each piece laid on it, in order, on another thread; leaving the block waits for it."""

    def __init__(self, work: Callable[[bytes], object]) -> None:
        self._pieces: SimpleQueue[bytes | None] = SimpleQueue()
        self._result = beside(lambda: [work(piece) for piece in iter(self._pieces.get, None)])

    def __enter__(self) -> Self:
        return self

    def lay(self, piece: bytes) -> None:
        """The piece may not be changed afterwards."""
        self._pieces.put(piece)

    def __exit__(self, *_error: object) -> None:
        self._pieces.put(None)
        self._result()
