"""The one table: columns declared once, rows laid out straight onto the page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import Generic, TypeVar

from printing import styles
from printing.flow import Flow
from printing.ink import Ink
from printing.lines import JOINER
from printing.page import Align, Page
from printing.strip import Cell, Rows, Strip, needed
from printing.styles import MM, PADDING, PEN, Style

T = TypeVar("T")
NEVER_ALONE = 40 * MM  # a last row of less than this brings the row before it along to its page


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column for paper, screen and workbook alike. Widths are shares, best thought of as millimetres.

    over: a head above this one and its neighbours with the same. merged: equal cells below each other are one
    (only the first columns). blank: what stands in a cell without a value. tight: the style for a text that
    would take more than one line. number: the values are figures, and such in a workbook. bar: how long a bar
    stands below the text, 0 to 1. repeats: said again where a tall row goes on on the next page.
    """

    title: str
    width: float
    value: Callable[[T], str]
    align: Align = Align.LEFT
    style: Style = styles.TEXT
    over: str = ""
    merged: bool = False
    blank: str = "—"
    tight: Style | None = None
    number: bool = False
    bar: Callable[[T], float | None] | None = None
    repeats: bool = False

    def text(self, row: T) -> str:
        return self.value(row) or self.blank


def for_the_pen(title: str, width: float, over: str = "") -> Column[T]:
    """A column that is printed empty."""
    return Column(title, width, lambda _: "", over=over, blank="")


def as_heads(columns: Sequence[Column[T]]) -> list[tuple[str, str, float]]:
    """The columns' titles, the heads over them and their widths, as a workbook takes them."""
    return [("".join(column.title.split("\n")), column.over, column.width) for column in columns]


def as_values(columns: Sequence[Column[T]], rows: Sequence[T]) -> list[list[str | float]]:
    """The rows as a workbook takes them: figures as figures, everything else as text."""
    return [[_value(column, row) for column in columns] for row in rows]


def _value(column: Column[T], row: T) -> str | float:
    text = column.value(row).replace(JOINER, "")
    return float(text) if column.number and text else text


def left_to_the_pen(columns: Sequence[Column[T]]) -> list[Column[T]]:
    """The same columns, cells without a value printed empty."""
    return [replace(column, blank="", bar=None) for column in columns]


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """Rows under heads that repeat on each page. `least` is the height of a row in points.

    blank: makes the row of a number, counted from 1, left to the pen: as many as the last page has room for.
    name: of its sheet in a workbook, where the title above does not tell.
    """

    columns: Sequence[Column[T]]
    rows: Sequence[T]
    least: float = PEN
    empty: str = "无"
    head: Style = styles.HEAD
    blank: Callable[[int], T] | None = None
    name: str = ""
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return sum(strip.height for strip in self._strips(flow))

    def begins(self, flow: Flow, below: float) -> float:
        """The least height it takes to begin on a page: heads and what may not part from them."""
        first = _with_what_stays(islice(self._strips(flow), 3), below)
        return next((self._rows(flow).needs(*pair) for pair in first), self.least)

    def lay(self, flow: Flow, below: float) -> None:
        rows = self._rows(flow)
        for strip, after in _with_what_stays(self._strips(flow), below):
            rows.put(strip, after)
        for strip in self._blanks(flow, below):
            rows.put(strip)
        rows.close()

    def _rows(self, flow: Flow) -> Rows:
        return Rows(flow, [_head(self.columns, self._edges(flow), flow.ink, self.head)])

    def _edges(self, flow: Flow) -> list[tuple[float, float]]:
        """Where each column begins, and its width."""
        scale = flow.paper.measure / sum(column.width for column in self.columns)
        edges, x = [], flow.paper.left
        for column in self.columns:
            edges.append((x, column.width * scale))
            x += column.width * scale
        return edges

    def _strips(self, flow: Flow) -> Iterator[Strip]:
        if not (self.rows or self.blank):
            whole = Cell(flow.paper.left, flow.paper.measure, [self.empty], styles.TEXT, Align.CENTRE)
            yield Strip([whole], self.least)
        edges = self._edges(flow)
        for row in self.rows:
            yield self._strip(row, edges, flow.ink)

    def _strip(self, row: T, edges: list[tuple[float, float]], ink: Ink) -> Strip:
        lead = sum(column.merged for column in self.columns)
        cells = [_cell(column, row, edge, ink) for column, edge in zip(self.columns, edges, strict=True)]
        return Strip(cells[lead:], needed(cells, self.least), cells[:lead])

    def _blanks(self, flow: Flow, below: float) -> Iterator[Strip]:
        """Rows left to the pen, until what must follow just fits below them."""
        number = len(self.rows)
        while self.blank and flow.room - below >= self.least:
            number += 1
            yield self._strip(self.blank(number), self._edges(flow), flow.ink)


def _with_what_stays(strips: Iterable[Strip], below: float) -> Iterator[tuple[Strip, float]]:
    """Each row with the height of what must stay with it: with the last what follows the table, with the one
    before it that row. Only those two are held back: a long table takes no more memory than a short one.
    """
    held: list[Strip] = []
    for strip in strips:
        if len(held) == 2:
            yield held.pop(0), 0.0
        held.append(strip)
    together = held[-1].height + below if held else below
    for strip in held[:-1]:
        yield strip, together if together < NEVER_ALONE else 0.0
    for strip in held[-1:]:
        yield strip, below


def _cell(column: Column[T], row: T, edge: tuple[float, float], ink: Ink) -> Cell:
    text, style = column.value(row), column.style
    width = edge[1] - (0 if _is_figure(text) else 2 * PADDING)
    lines = ink.lines(text or column.blank, style, width)
    if column.tight and len(lines) > 1:
        style = column.tight
        lines = ink.lines(text, style, width)
    align = Align.CENTRE if text in ("", "—", "无") else column.align
    bar = column.bar(row) if column.bar else None
    return Cell(edge[0], edge[1], lines, style, align, repeats=column.repeats, bar=bar)


def _is_figure(text: str) -> bool:
    """A figure in a narrow cell takes the room beside it: 14 over two lines would read as 1 and 4."""
    return text.replace(".", "", 1).isdecimal()


class _Head(Strip):
    """Heads of columns, some under a common head."""

    __slots__ = ("common",)
    common: list[Cell]

    def draw(self, page: Page, top: float) -> None:
        middle, bottom = top - self.height / 2, top - self.height
        for cell in self.cells:
            under = next((one for one in self.common if one.x <= cell.x < one.x + one.width - 0.01), None)
            cell.draw(page, middle if under else top, bottom)
            if cell is not self.cells[0]:
                page.rule(cell.x, middle if under and under.x != cell.x else top, cell.x, bottom, styles.RULE)
        for one in self.common:
            one.draw(page, top, middle)
            page.rule(one.x, middle, one.x + one.width, middle, styles.RULE)


def _head(columns: Sequence[Column[T]], edges: list[tuple[float, float]], ink: Ink, style: Style) -> _Head:
    cells = [_title(column.title, edge, ink, style) for column, edge in zip(columns, edges, strict=True)]
    common = list(_common(columns, edges, ink, style))
    height = needed(cells, 0.0) + 1.5 * PADDING
    if common:
        lower = [cell for column, cell in zip(columns, cells, strict=True) if column.over]
        height = max(height, 2 * needed([*lower, *common], 0.0) + PADDING)
    head = _Head(cells, height)
    head.common = common
    return head


def _common(
    columns: Sequence[Column[T]], edges: list[tuple[float, float]], ink: Ink, style: Style
) -> Iterator[Cell]:
    for over, run in groupby(zip(columns, edges, strict=True), lambda pair: pair[0].over):
        if over:
            boxes = [edge for _, edge in run]
            yield _title(over, (boxes[0][0], sum(width for _, width in boxes)), ink, style)


def _title(text: str, edge: tuple[float, float], ink: Ink, style: Style) -> Cell:
    return Cell(*edge, ink.lines(text, style, edge[1] - 2 * PADDING), style, Align.CENTRE)
