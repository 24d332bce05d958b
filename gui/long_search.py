"""Searching a very long list while one types: its first lines at once, the rest between events."""

import tkinter
from collections.abc import Callable, Iterator, Mapping, Sequence

from gui.piecemeal import Piecemeal
from gui.state.finding import Filter

_AT_ONCE, _KEY_MS, _PIECE_MS, _MOMENT_MS = 100, 40, 8, 60

Sought = Mapping[int, tuple[tuple[str, ...], str]]
"""By id the names that a line bears and the key of its free text, each made when it is asked for."""


class LongSearch:
    """`show` gets the ids of what is meant by what is typed, and again as more of it is found."""

    def __init__(self, widget: tkinter.Misc, show: Callable[[list[int]], object]) -> None:
        self._widget, self._show = widget, show
        self._ids: Sequence[int] = ()
        self._sought: Sought = {}
        self._reading: Piecemeal[int] | None = None
        self._filtering: Piecemeal[list[int]] | None = None
        widget.bind("<Destroy>", lambda _: self._stop(), add=True)

    def look_through(self, ids: Sequence[int], sought: Sought, typed: str) -> None:
        """Take over another list and show what is meant of it.

        Between events the lines not seen yet are read, so that sorting and searching find them there.
        """
        self._ids, self._sought = ids, sought
        self.narrow(typed)
        if self._reading is not None:
            self._reading.stop()
        read = map(sought.__getitem__, ids)
        steps = (place for place, _ in enumerate(read) if place % _AT_ONCE == 0)
        self._reading = Piecemeal(self._widget, steps, lambda _: None, _PIECE_MS)
        self._reading.go_in(_MOMENT_MS)

    def narrow(self, typed: str) -> None:
        """Show what is meant; all for nothing typed."""
        if self._filtering is not None:
            self._filtering.stop()
        self._filtering = Piecemeal(self._widget, self._meant(typed), self._show, _KEY_MS)
        self._filtering.go()

    @property
    def is_read(self) -> bool:
        """Whether all lines of the list are there, also those not seen yet."""
        return self._reading is not None and self._reading.is_over

    @property
    def is_over(self) -> bool:
        """Whether all that is meant is shown."""
        return self._filtering is not None and self._filtering.is_over

    def _meant(self, typed: str) -> Iterator[list[int]]:
        if not typed:
            yield list(self._ids)
            return
        meant, found = Filter(typed), list[int]()
        for place in range(0, max(1, len(self._ids)), _AT_ONCE):
            some = self._ids[place : place + _AT_ONCE]
            found += [id_ for id_ in some if meant.finds(*self._sought[id_])]
            yield found

    def _stop(self) -> None:
        for work in (self._reading, self._filtering):
            if work is not None:
                work.stop()
