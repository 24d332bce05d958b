"""A second processor for work that touches neither the open database nor Tk: a snapshot's check."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

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
