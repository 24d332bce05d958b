"""Pictures on paper, scaled into the text area, each with its words below it."""

from dataclasses import dataclass, field

from printing import styles
from printing.flow import Flow
from printing.page import Align
from printing.photo import Picture
from printing.styles import MM

_FINEST = 150 / 72  # pixels a point: a small picture is not blown up beyond this
_AFTER = 4 * MM


@dataclass(frozen=True, slots=True)
class Framed:
    """A picture across the page: an upright one on a page of its own if need be, two lying ones on a page."""

    photo: Picture
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return self._size(flow)[1] + self._words(flow) + _AFTER

    def lay(self, flow: Flow, below: float) -> None:
        del below
        if self.height(flow) - _AFTER > flow.room and not flow.fresh:
            flow.turn()
        wide, high = self._size(flow)
        left = flow.paper.left + (flow.paper.measure - wide) / 2
        flow.page.photo(left, flow.y - high, wide, high, self.photo)
        y = flow.y - high - MM
        for line in self._lines(flow):
            base = y - styles.NOTE.leading / 2 - styles.NOTE.size * styles.MIDDLE
            flow.page.text_in(flow.paper.left, flow.paper.measure, base, line, styles.NOTE, Align.CENTRE)
            y -= styles.NOTE.leading
        flow.y = y - _AFTER

    def _size(self, flow: Flow) -> tuple[float, float]:
        photo, words = self.photo, self._words(flow)
        lies = photo.width >= photo.height
        most = (
            (flow.paper.depth - _AFTER) / 2 - words - _AFTER if lies else flow.paper.depth - words - 20 * MM
        )
        scale = min(flow.paper.measure / photo.width, most / photo.height, 1 / _FINEST)
        return photo.width * scale, photo.height * scale

    def _lines(self, flow: Flow) -> list[str]:
        return flow.ink.lines(self.photo.caption, styles.NOTE, flow.paper.measure)

    def _words(self, flow: Flow) -> float:
        """The height of what is written below it."""
        return len(self._lines(flow)) * styles.NOTE.leading + MM
