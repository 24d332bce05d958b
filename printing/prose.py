"""Running text: headings, paragraphs indented by two characters, and who signs below them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from printing import styles
from printing.flow import Flow
from printing.page import Align
from printing.styles import Style

INDENT = "　　"
_TOGETHER = 2  # lines of a paragraph that are never parted from the rest alone


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first level 一、; it stays with what follows. level: of its bookmark, if any."""

    text: str
    style: Style = styles.HEADING
    indent: str = INDENT
    level: int | None = None
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return len(self._lines(flow)) * self.style.leading

    def lay(self, flow: Flow, below: float) -> None:
        follows = max(below, (_TOGETHER + 1) * styles.BODY.leading)
        if self.height(flow) + follows > flow.room and not flow.fresh:
            flow.turn()
        if self.level is not None:
            flow.mark(self.text, self.level)
        _set(self._lines(flow), self.style, flow)

    def _lines(self, flow: Flow) -> list[str]:
        return flow.ink.lines(self.indent + self.text, self.style, flow.paper.measure)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text over as many pages as it takes, its lines of one length as far as that looks well.

    No line of it stands alone at the head or the foot of a page. A mark stands before it, its lines then
    all begin where the text does.
    """

    text: str
    style: Style = styles.BODY
    mark: str = ""
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return len(self._lines(flow)) * self.style.leading

    def lay(self, flow: Flow, below: float) -> None:
        lines, leading = self._lines(flow), self.style.leading
        while len(lines) * leading + below > flow.room + 0.01:
            room = int(flow.room / leading)
            count = min(room, max(len(lines) - _TOGETHER, 0))
            if count < _TOGETHER and flow.fresh:
                break  # one line with more below it than a page holds
            count = count if count >= _TOGETHER else 0
            self._put(lines[:count], [], flow)
            lines = lines[count:]
            flow.turn()
        self._put(lines[:-1], lines[-1:], flow)

    def _lines(self, flow: Flow) -> list[tuple[str, str]]:
        """Each line, and what stands before it."""
        text = self.text if self.mark else INDENT + self.text
        lines = flow.ink.lines(text, self.style, flow.paper.measure - self._inset)
        return [(self.mark if at == 0 else "", line) for at, line in enumerate(lines)]

    @property
    def _inset(self) -> float:
        return len(INDENT) * self.style.size if self.mark else 0.0

    def _put(self, across: Sequence[tuple[str, str]], last: Sequence[tuple[str, str]], flow: Flow) -> None:
        """Lines that all end at the right margin, and the last one, which ends where it does."""
        left, measure = flow.paper.left + self._inset, flow.paper.measure - self._inset
        for at, (mark, line) in enumerate([*across, *last]):
            y = flow.y - self.style.leading / 2 - self.style.size * styles.MIDDLE
            if mark:
                flow.page.text_in(flow.paper.left, self._inset, y, mark, self.style, Align.CENTRE)
            if at < len(across):
                flow.page.text_across(left, measure, y, line, self.style)
            else:
                flow.page.text(left, y, line, self.style)
            flow.y -= self.style.leading


@dataclass(frozen=True, slots=True)
class SignedBy:
    """The office and the day below a text, at the right, four characters from the edge; never alone."""

    lines: Sequence[str]
    clings: bool = field(default=True, init=False)

    def height(self, flow: Flow) -> float:
        del flow
        return (len(self.lines) + 1) * styles.BODY.leading

    def lay(self, flow: Flow, below: float) -> None:
        del below
        style = styles.BODY
        flow.y -= style.leading
        width = max((flow.ink.width(line, style) for line in self.lines), default=0.0)
        x = flow.paper.left + flow.paper.measure - 4 * style.size - width
        for line in self.lines:
            y = flow.y - style.leading / 2 - style.size * styles.MIDDLE
            flow.page.text_in(x, width, y, line, style, Align.CENTRE)
            flow.y -= style.leading


def _set(lines: Sequence[str], style: Style, flow: Flow) -> None:
    for line in lines:
        y = flow.y - style.leading / 2 - style.size * styles.MIDDLE
        flow.page.text(flow.paper.left, y, line, style)
        flow.y -= style.leading
