"""A heading over a table, on the page where the table begins."""

from dataclasses import dataclass, field
from typing import Any

from printing import styles
from printing.flow import Flow
from printing.styles import MM
from printing.table import Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading at the left margin and its table; a page never ends between them."""

    heading: str
    table: Table[Any]
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return self._above(flow) + self.table.height(flow)

    def lay(self, flow: Flow, below: float) -> None:
        if self._above(flow) + self.table.begins(flow, below) > flow.room and not flow.fresh:
            flow.turn()
        style = styles.SECTION
        for line in self._lines(flow):
            y = flow.y - style.leading / 2 - style.size * styles.MIDDLE
            flow.page.text(flow.paper.left, y, line, style)
            flow.y -= style.leading
        flow.y -= MM
        self.table.lay(flow, below)

    def _above(self, flow: Flow) -> float:
        return len(self._lines(flow)) * styles.SECTION.leading + MM

    def _lines(self, flow: Flow) -> list[str]:
        return flow.ink.lines(self.heading, styles.SECTION, flow.paper.measure)
