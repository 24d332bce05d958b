"""The cover of a book: its title above the middle, and what it is about on lines below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from printing import styles
from printing.flow import Flow
from printing.page import Align
from printing.styles import MM, RULE, Style

_TITLE, _UNDER_TITLE = 96 * MM, 20 * MM  # a third of the page, where the eye takes the middle to be
_BLOCK, _GAP = 128 * MM, 4 * MM  # how wide labels and lines are together, and what is between them
_FOOT = 42 * MM  # above the lower edge
_SIZES = (styles.COVER, styles.COVER_TIGHT, styles.COVER_DENSE)
_WIDE_OPENING = "“《（【"  # characters whose ink fills only the right half of their room


@dataclass(frozen=True, slots=True)
class Cover:
    """A page of its own, counted and not numbered. facts: labels and values; "" is left to the pen."""

    title: str
    subtitle: str
    facts: Sequence[tuple[str, str]]
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return flow.paper.depth

    def lay(self, flow: Flow, below: float) -> None:
        del below
        flow.leave_unnumbered()
        top = flow.paper.height - _TITLE
        self._centre(flow, top, self.title, styles.COVER_TITLE)
        self._centre(flow, top - _UNDER_TITLE, self.subtitle, styles.COVER_SUBTITLE)
        self._lay_facts(flow)
        flow.y = flow.paper.bottom

    def _centre(self, flow: Flow, middle: float, text: str, style: Style) -> None:
        """A line whose ink, not whose room, stands in the middle."""
        hang = style.size / 2 if text[:1] in _WIDE_OPENING else 0.0
        y = middle - style.size * styles.MIDDLE
        flow.page.text_in(flow.paper.left - hang, flow.paper.measure + hang, y, text, style, Align.CENTRE)

    def _lay_facts(self, flow: Flow) -> None:
        """The lines in the first size that leaves them clear of the title, ending at one height."""
        highest = flow.paper.height - _TITLE - 2.2 * _UNDER_TITLE - _FOOT
        fitting = (style for style in _SIZES if self._count(flow, style) * style.leading <= highest)
        style = next(fitting, _SIZES[-1])
        y = _FOOT + self._count(flow, style) * style.leading
        left = flow.paper.left + (flow.paper.measure - _BLOCK) / 2
        label = self._label(flow, style)
        for name, lines in self._lines(flow, style):
            base = y - style.leading + style.size * 0.3
            _spread(flow, left, label, base, name, style)
            for line in lines:
                base = y - style.leading + style.size * 0.3
                start = left + label + _GAP
                flow.page.text_in(start, _BLOCK - label - _GAP, base, line, style, Align.CENTRE)
                flow.page.rule(start, base - style.size * 0.3, left + _BLOCK, base - style.size * 0.3, RULE)
                y -= style.leading

    def _lines(self, flow: Flow, style: Style) -> Iterator[tuple[str, list[str]]]:
        width = _BLOCK - self._label(flow, style) - _GAP - style.size
        for name, value in self.facts:
            yield name, flow.ink.lines(value, style, width)

    def _count(self, flow: Flow, style: Style) -> int:
        return sum(len(lines) for _, lines in self._lines(flow, style))

    def _label(self, flow: Flow, style: Style) -> float:
        return max(flow.ink.width(name, style) for name, _ in self.facts)


def _spread(flow: Flow, x: float, width: float, y: float, text: str, style: Style) -> None:
    """The characters of a label at equal distances across its width."""
    gap = (width - flow.ink.width(text, style)) / max(1, len(text) - 1)
    for character in text:
        flow.page.text(x, y, character, style)
        x += flow.ink.width(character, style) + gap
