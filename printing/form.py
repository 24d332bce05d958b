"""A form: labels and values in a grid that fills its page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from printing import styles
from printing.flow import Flow
from printing.page import Align
from printing.strip import Cell, Rows, Strip, needed
from printing.styles import MM, PADDING

LABEL_SHARE = 0.155  # of the width, for each column of labels
_PAD = 2 * MM


@dataclass(frozen=True, slots=True)
class Line:
    """One row: one pair of label and value, or several side by side.

    least: its height in points. stretch: its share of the height left on the page, its text at the top.
    clings: it stays on the page of the row before it. tenths: how many tenths of the width each label and its
    value take, where pairs are not all alike.
    """

    pairs: Sequence[tuple[str, str]]
    least: float = 10 * MM
    stretch: float = 0.0
    clings: bool = False
    tenths: Sequence[tuple[int, int]] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Lines in one frame, stretched to the foot of the page; longer texts flow over to the next.

    clings: it stays on the page of what comes before it.
    """

    lines: Sequence[Line]
    clings: bool = False

    def height(self, flow: Flow) -> float:
        return sum(strip.height for strip in self._strips(flow))

    def lay(self, flow: Flow, below: float) -> None:
        strips, rows = list(self._strips(flow)), Rows(flow)
        spare = max(0.0, flow.room - below - sum(strip.height for strip in strips))
        shares = sum(line.stretch for line in self.lines)
        for line, strip in zip(self.lines, strips, strict=True):
            strip.height += spare * line.stretch / shares if shares else 0.0
        for at, strip in enumerate(strips):
            rows.put(strip, self._clinging(strips, at) or (below if at == len(strips) - 1 else 0.0))
        rows.close()

    def _strips(self, flow: Flow) -> Iterator[Strip]:
        for line in self.lines:
            cells = list(_cells(line, flow))
            yield Strip(cells, needed(cells, line.least))

    def _clinging(self, strips: Sequence[Strip], at: int) -> float:
        total = 0.0
        for line, strip in zip(self.lines[at + 1 :], strips[at + 1 :], strict=True):
            if not line.clings:
                break
            total += strip.height
        return total


def _cells(line: Line, flow: Flow) -> Iterator[Cell]:
    tall = line.stretch > 0
    x = flow.paper.left
    for (label, value), (label_width, width) in zip(line.pairs, _widths(line, flow), strict=True):
        lines = flow.ink.lines(label, styles.LABEL, label_width - 2 * PADDING)
        yield Cell(x, label_width, lines, styles.LABEL, Align.CENTRE, repeats=True)
        style = styles.PROSE if tall else styles.ENTRY
        lines = flow.ink.lines(value, style, width - 2 * _PAD)
        yield Cell(x + label_width, width, lines, style, middle=not tall, pad=_PAD)
        x += label_width + width


def _widths(line: Line, flow: Flow) -> list[tuple[float, float]]:
    """The widths of each label and its value."""
    measure = flow.paper.measure
    if line.tenths:
        return [(label * measure / 10, value * measure / 10) for label, value in line.tenths]
    label = measure * LABEL_SHARE
    return [(label, measure / len(line.pairs) - label)] * len(line.pairs)
