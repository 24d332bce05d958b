"""Rows of cells between rules, and putting them on pages: heads repeat, tall rows flow over, frames close."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from printing import styles
from printing.flow import Flow
from printing.page import Align, Page
from printing.styles import INSET, MIDDLE, PADDING, Style

SPLIT_AT_LEAST = 3  # lines of a tall row worth beginning at the foot of a page


@dataclass(slots=True)
class Cell:
    """Lines in a box; x and width include the padding. `repeats`: said again where its row goes on.

    `bar` draws one below the lines, as long as that share of the cell, 0 to 1.
    """

    x: float
    width: float
    lines: list[str]
    style: Style
    align: Align = Align.LEFT
    middle: bool = True
    pad: float = PADDING
    repeats: bool = False
    bar: float | None = None

    @property
    def height(self) -> float:
        bar = styles.BAR if self.bar is not None else 0.0
        return len(self.lines) * self.style.leading + 2 * self.inset + bar

    @property
    def inset(self) -> float:
        """The space above and below the lines."""
        return INSET if self.middle else self.pad

    def draw(self, page: Page, top: float, bottom: float) -> None:
        style, count = self.style, len(self.lines)
        if self.bar is not None:
            bottom += self.inset
            page.bar(self.x + self.pad, bottom, self.width - 2 * self.pad, styles.BAR, self.bar)
            bottom += styles.BAR
        centre = (top + bottom) / 2 if self.middle else top - self.inset - count * style.leading / 2
        y = centre + (count - 1) / 2 * style.leading - MIDDLE * style.size
        for line in self.lines:
            if line:
                page.text_in(self.x + self.pad, self.width - 2 * self.pad, y, line, style, self.align)
            y -= style.leading


@dataclass(slots=True)
class Strip:
    """One row. Its `groups` are one cell with equal ones above."""

    cells: list[Cell]
    height: float
    groups: list[Cell] = field(default_factory=list)

    @property
    def boxes(self) -> list[Cell]:
        return [*self.groups, *self.cells]

    def draw(self, page: Page, top: float) -> None:
        bottom = top - self.height
        for cell in self.cells:
            cell.draw(page, top, bottom)
        page.uprights([box.x for box in self.boxes[1:]], top, bottom, styles.RULE)


def needed(cells: Sequence[Cell], least: float) -> float:
    """The height a row of these cells takes."""
    return max(least, *(cell.height for cell in cells))


def split(strip: Strip, room: float) -> tuple[Strip, Strip]:
    """The part of a row that fits into the room, and the rest: at least two lines of the longest cell."""
    longest = max(len(cell.lines) for cell in strip.cells)
    counts = [int((room - 2 * cell.inset) / cell.style.leading) for cell in strip.cells]
    if all(count >= len(cell.lines) for count, cell in zip(counts, strip.cells, strict=True)):
        counts = [longest - 2] * len(counts)
    pairs = list(zip(strip.cells, (max(0, count) for count in counts), strict=True))
    first = [replace(cell, lines=cell.lines[:count]) for cell, count in pairs]
    rest = [cell if cell.repeats else replace(cell, lines=cell.lines[count:]) for cell, count in pairs]
    return replace(strip, cells=first, height=room), replace(
        strip, cells=rest, height=needed(rest, styles.PEN)
    )


class Rows:
    """Puts strips on the pages of a flow, inside one frame on each page."""

    def __init__(self, flow: Flow, heads: Sequence[Strip] = ()) -> None:
        self._flow, self._heads = flow, heads
        self._open: list[tuple[Cell, float]] = []
        self._top: float | None = None
        self._depth = flow.paper.depth - sum(head.height for head in heads)

    def put(self, strip: Strip, after: float = 0.0) -> None:
        """Draw a row; what must stay with it below takes `after`."""
        if self._top is None:
            self._begin(self.needs(strip, after))
        while strip.height + after > self._flow.room + 0.01:
            if self._splits(strip, after):
                first, strip = split(strip, self._flow.room)
                self._draw(first)
            elif self._flow.y >= self._page_top:
                break
            self._turn()
        self._draw(strip)

    def needs(self, strip: Strip, after: float) -> float:
        """The least height it takes to begin with this row."""
        return self._least(strip, after) + sum(head.height for head in self._heads)

    def close(self) -> None:
        """Draw what waits for the foot of the table on this page."""
        if self._top is None:
            return
        self._close_groups(0)
        (left, right), page, y = self._sides, self._flow.page, self._flow.y
        for height in (self._top, y):
            page.rule(left, height, right, height, styles.FRAME)
        for x in (left, right):
            page.rule(x, self._top, x, y, styles.FRAME)
        self._top = None

    @property
    def _sides(self) -> tuple[float, float]:
        return self._flow.paper.left, self._flow.paper.left + self._flow.paper.measure

    def _begin(self, need: float) -> None:
        flow = self._flow
        if not flow.fresh and need > flow.room:
            flow.turn()
        self._top = flow.y
        for head in self._heads:
            self._draw(head)
        self._page_top = flow.y

    def _turn(self) -> None:
        self.close()
        self._flow.turn()
        self._begin(0.0)

    def _least(self, strip: Strip, after: float) -> float:
        """What a row needs to begin on a page; of one so tall that it may be split only its first lines."""
        cell = max(strip.cells, key=lambda cell: cell.height)
        if strip.height > self._depth / 2 and len(cell.lines) > SPLIT_AT_LEAST:
            return (SPLIT_AT_LEAST + 1) * cell.style.leading + 2 * cell.inset
        return min(strip.height + after, self._depth)

    def _splits(self, strip: Strip, after: float) -> bool:
        room = self._flow.room - 2 * INSET
        cell = max(strip.cells, key=lambda cell: cell.height)
        tall = strip.height + after > self._depth or strip.height > self._depth / 2
        return tall and len(cell.lines) > SPLIT_AT_LEAST and room > SPLIT_AT_LEAST * cell.style.leading

    def _draw(self, strip: Strip) -> None:
        flow = self._flow
        changed = self._changed(strip)
        self._close_groups(changed)
        if flow.y != self._top:
            start = strip.boxes[changed].x
            flow.page.rule(start, flow.y, self._sides[1], flow.y, styles.RULE)
        self._open += [(cell, flow.y) for cell in strip.groups[changed:]]
        strip.draw(flow.page, flow.y)
        flow.y -= strip.height

    def _changed(self, strip: Strip) -> int:
        """How many of the groups that stand open go on through this row."""
        same = [
            cell.lines == opened.lines for cell, (opened, _) in zip(strip.groups, self._open, strict=False)
        ]
        return same.index(False) if False in same else len(same)

    def _close_groups(self, kept: int) -> None:
        for cell, top in self._open[kept:]:
            cell.draw(self._flow.page, top, self._flow.y)
        del self._open[kept:]
