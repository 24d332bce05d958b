"""Where the pages of a preview stand: one below the other, at any zoom, seen through a view."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

SMALLEST, LARGEST, STEP = 0.5, 3.0, 1.25
PIXELS = 96 / 72  # logical pixels of a point, life size


class Fit(StrEnum):
    """A zoom that follows the view."""

    WIDTH = "width"
    PAGE = "page"


Zoom = Fit | float


class Place(NamedTuple):
    """A page in sight: its number from 0 and where it stands in the view, in screen pixels."""

    page: int
    x: int
    y: int
    wide: int
    high: int


class Strip:
    """The pages, the view on them and its zoom; everything outside in screen pixels.

    factor: screen pixels of a logical one. gap: the space round each page.
    """

    def __init__(self, factor: float, gap: int) -> None:
        self._dots, self._gap = factor * PIXELS, gap
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._boxes: list[tuple[int, int]] = []
        self._tops: list[int] = [0]
        self.view = (1, 1)
        self.zoom: Zoom = Fit.WIDTH
        self.whole = (1, 1)
        self.x = self.y = 0

    @property
    def pages(self) -> int:
        return len(self._sizes)

    @property
    def scale(self) -> float:
        """The zoom as a number, 1.0 being life size."""
        if not isinstance(self.zoom, Fit):
            return self.zoom
        largest = [max((size[side] for size in self._sizes), default=600) for side in (0, 1)]
        fits = [(self.view[side] - 2 * self._gap) / (largest[side] * self._dots) for side in (0, 1)]
        return max(0.1, fits[0] if self.zoom is Fit.WIDTH else min(fits))

    @property
    def page(self) -> int:
        """The page one is reading, from 0: the one at a third of the view; the last one at the very end."""
        at_end = self.pages > 0 and 0 < self.y == self.whole[1] - self.view[1]
        line = self.whole[1] if at_end else self.y + self.view[1] // 3
        return max(0, min(bisect_right(self._tops, line) - 1, self.pages - 1))

    def show(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Other pages. The place in them is kept if they have the same shapes, else it is the beginning."""
        same = tuple(sizes) == self._sizes
        self._sizes = tuple(sizes)
        self._measure()
        self.scroll_to(self.x if same else 0, self.y if same else 0)

    def resize(self, wide: int, high: int) -> None:
        """The view has another size; one goes on reading at the same spot."""
        spot = self._spot()
        self.view = (wide, high)
        self._return_to(spot)

    def set_zoom(self, zoom: Zoom) -> None:
        """Another zoom, a number being kept within 50 and 300 percent; the same spot stays in the middle."""
        spot = self._spot()
        self.zoom = zoom if isinstance(zoom, Fit) else max(SMALLEST, min(LARGEST, zoom))
        self._return_to(spot)

    def zoom_by(self, steps: int) -> None:
        """So many steps nearer or, below 0, farther; life size is never stepped over."""
        now = self.scale
        then = now * STEP**steps
        self.set_zoom(1.0 if min(now, then) < 0.999 and max(now, then) > 1.001 else then)

    def scroll_to(self, x: int, y: int) -> None:
        """Put the view there, never past an end."""
        self.x = max(0, min(x, self.whole[0] - self.view[0]))
        self.y = max(0, min(y, self.whole[1] - self.view[1]))

    def go_to(self, page: int) -> None:
        """Bring the head of a page to the top of the view."""
        self.scroll_to(self.x, self._tops[max(0, min(page, self.pages - 1))])

    def places(self) -> list[Place]:
        """The pages in sight."""
        found = []
        for page in range(max(0, bisect_right(self._tops, self.y) - 1), self.pages):
            wide, high = self._boxes[page]
            top = self._tops[page] + self._gap - self.y
            if top >= self.view[1]:
                break
            found.append(Place(page, (self.whole[0] - wide) // 2 - self.x, top, wide, high))
        return found

    def _measure(self) -> None:
        per_point, gap = self.scale * self._dots, self._gap
        self._boxes = [
            (max(1, round(wide * per_point)), max(1, round(high * per_point))) for wide, high in self._sizes
        ]
        self._tops = [0, *accumulate(high + gap for _, high in self._boxes)]
        widest = max((wide for wide, _ in self._boxes), default=0)
        self.whole = (max(widest + 2 * gap, self.view[0]), max(self._tops[-1] + gap, self.view[1]))

    def _spot(self) -> tuple[float, float]:
        """The middle of the view as shares of the whole."""
        return (
            (self.x + self.view[0] / 2) / self.whole[0],
            (self.y + self.view[1] / 2) / self.whole[1] if self.y else 0.0,
        )

    def _return_to(self, spot: tuple[float, float]) -> None:
        self._measure()
        x, y = (round(spot[side] * self.whole[side] - self.view[side] / 2) for side in (0, 1))
        self.scroll_to(x, y)
