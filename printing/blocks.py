"""What stands around tables: titles, lines of facts, notes, places to sign."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from printing import styles
from printing.flow import Flow
from printing.ink import Ink
from printing.page import Align
from printing.styles import MM, Paper, Style
from printing.wording import NO_DAY

GAP = 14.0  # the least space between two facts in a line, in points


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a document, centred; a long one in lines of about equal length."""

    text: str
    style: Style = styles.TITLE
    after: float = 2 * MM
    clings: bool = field(default=False, init=False)
    leads: bool = field(default=True, init=False)

    def height(self, flow: Flow) -> float:
        return len(self._lines(flow)) * self.style.leading + self.after

    def lay(self, flow: Flow, below: float) -> None:
        if self.height(flow) + below > flow.room and not flow.fresh:
            flow.turn()
        for line in self._lines(flow):
            y = flow.y - self.style.leading / 2 - self.style.size * styles.MIDDLE
            flow.page.text_in(flow.paper.left, flow.paper.measure, y, line, self.style, Align.CENTRE)
            flow.y -= self.style.leading
        flow.y -= self.after

    def _lines(self, flow: Flow) -> list[str]:
        """As few lines as it takes, the widths evened out: two lines of 14 rather than 27 and 1."""
        lines = flow.ink.lines(self.text, self.style, flow.paper.measure)
        width = flow.ink.width(self.text, self.style) / len(lines) + 2 * self.style.size
        return flow.ink.lines(self.text, self.style, width) if len(lines) > 1 else lines


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts in one line across the page, the last at the right edge.

    Where they do not fit they are set smaller, and where that does not help in more lines.
    """

    items: Sequence[str]
    after: float = 0.5 * MM
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        lines, style = self._lines(flow)
        return len(lines) * style.leading + self.after

    def lay(self, flow: Flow, below: float) -> None:
        del below
        lines, style = self._lines(flow)
        for line in lines:
            _spread(line, flow, style)
            flow.y -= style.leading
        flow.y -= self.after

    def _lines(self, flow: Flow) -> tuple[list[list[str]], Style]:
        lines = _packed(self.items, styles.FACTS, flow.ink, flow.paper.measure)
        if len(lines) == 1:
            return lines, styles.FACTS
        return _packed(self.items, styles.FACTS_TIGHT, flow.ink, flow.paper.measure), styles.FACTS_TIGHT


def register_line(office: str, day: str = "") -> Facts:
    """The line under the title of registers and ledgers; what is not given is left to the pen."""
    return Facts(_register(office, day))


def register_lines(office: str, day: str = "") -> tuple[Facts, Facts]:
    """The same in two lines, where a page is not wide enough for one."""
    unit, writer, checker, when = _register(office, day)
    return Facts((unit, when)), Facts((writer, checker))


def _register(office: str, day: str) -> tuple[str, str, str, str]:
    blank = "  " * 6
    return (
        f"填报单位（盖章）：{office or blank * 2}",
        f"填报人：{blank}",
        f"审核人：{blank}",
        f"填报时间：{day or NO_DAY}",
    )


@dataclass(frozen=True, slots=True)
class NotesAndSignatures:
    """Notes at the left and the places to sign beside them at the right, where every millimetre counts."""

    texts: Sequence[str]
    labels: Sequence[str]
    share: float = 0.7
    clings: bool = field(default=True, init=False)

    def height(self, flow: Flow) -> float:
        return max(len(self._lines(flow)) * styles.NOTE.leading + MM, 9 * MM)

    def lay(self, flow: Flow, below: float) -> None:
        del below
        top = flow.y - MM
        for at, line in enumerate(self._lines(flow)):
            _text(flow, flow.paper.left, top - at * styles.NOTE.leading, line, styles.NOTE)
        width = flow.paper.measure * (1 - self.share) / len(self.labels)
        left = flow.paper.left + flow.paper.measure - width * len(self.labels)
        for at, label in enumerate(self.labels):
            _text(flow, left + at * width, flow.y - 2.5 * MM, label, styles.FACTS)
        flow.y -= self.height(flow)

    def _lines(self, flow: Flow) -> list[str]:
        return _noted(self.texts, flow.paper.measure * (self.share - 0.02), flow.ink)


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes across the page."""

    texts: Sequence[str]
    clings: bool = field(default=True, init=False)

    def height(self, flow: Flow) -> float:
        return len(self._lines(flow)) * styles.NOTE.leading + MM

    def lay(self, flow: Flow, below: float) -> None:
        del below
        for at, line in enumerate(self._lines(flow)):
            _text(flow, flow.paper.left, flow.y - MM - at * styles.NOTE.leading, line, styles.NOTE)
        flow.y -= self.height(flow)

    def _lines(self, flow: Flow) -> list[str]:
        return _noted(self.texts, flow.paper.measure, flow.ink)


@dataclass(frozen=True, slots=True)
class Gap:
    """Room between what stands above and what stands below it; none at the head of a page."""

    points: float
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return 0.0 if flow.fresh else self.points

    def lay(self, flow: Flow, below: float) -> None:
        del below
        flow.y -= self.height(flow)


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page, of other paper if it is given."""

    paper: Paper | None = None
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        del flow
        return 0.0

    def lay(self, flow: Flow, below: float) -> None:
        del below
        flow.turn(self.paper)


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark to where the next block stands, and the place the contents tell of."""

    title: str
    level: int = 0
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        del flow
        return 0.0

    def lay(self, flow: Flow, below: float) -> None:
        del below
        flow.mark(self.title, self.level)


def _packed(items: Sequence[str], style: Style, ink: Ink, measure: float) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for item in items:
        line = [*lines[-1], item]
        if lines[-1] and sum(ink.width(part, style) for part in line) + GAP * (len(line) - 1) > measure:
            lines.append([item])
        else:
            lines[-1] = line
    return [part for line in lines for part in _fitting(line, style, ink, measure)]


def _fitting(line: list[str], style: Style, ink: Ink, measure: float) -> list[list[str]]:
    """A line of one fact that is itself too long becomes several."""
    return [[part] for part in ink.lines(line[0], style, measure)] if len(line) == 1 else [line]


def _spread(items: Sequence[str], flow: Flow, style: Style) -> None:
    widths = [flow.ink.width(item, style) for item in items]
    gap = (flow.paper.measure - sum(widths)) / max(1, len(items) - 1)
    x, y = flow.paper.left, flow.y - style.leading / 2 - style.size * styles.MIDDLE
    for item, width in zip(items, widths, strict=True):
        flow.page.text(x, y, item, style)
        x += width + gap


def numbered(texts: Sequence[str]) -> list[str]:
    """注：1.… and 2.… below it; a single note has no number."""
    all_ = [f"{number}.{text}" for number, text in enumerate(texts, start=1)]
    return [f"{'　　' if at else '注：'}{text}" for at, text in enumerate(all_ if len(texts) > 1 else texts)]


def _noted(texts: Sequence[str], width: float, ink: Ink) -> list[str]:
    return [line for text in numbered(texts) for line in ink.lines(text, styles.NOTE, width)]


def _text(flow: Flow, x: float, top: float, text: str, style: Style) -> None:
    """A line whose upper edge is at `top`."""
    flow.page.text(x, top - style.leading / 2 - style.size * styles.MIDDLE, text, style)
