"""Rows of a very long list, each read when it is first asked for, with those that follow it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

_AT_ONCE = 200


class LazyRows(dict[int, T], Generic[T]):
    """The rows of these ids by id. `read` gives those it finds; `gone` stands for one that is not there."""

    def __init__(
        self, ids: Iterable[int], read: Callable[[Sequence[int]], Iterable[tuple[int, T]]], gone: T
    ) -> None:
        super().__init__()
        self._ids = list(ids)
        self._places = {id_: place for place, id_ in enumerate(self._ids)}
        self._read, self._gone = read, gone

    def __missing__(self, id_: int) -> T:
        place = self._places[id_]
        self.update(self._read(self._ids[place : place + _AT_ONCE]))
        return self.setdefault(id_, self._gone)
