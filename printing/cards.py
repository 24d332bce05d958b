"""Cards to be cut out of a sheet: ten of one kind, with marks where to cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from models.rules.problem import Problem
from printing import styles
from printing.flow import Flow
from printing.page import Page
from printing.styles import MM, Style

WIDTH, HEIGHT = 90 * MM, 54 * MM
COLUMNS, ROWS = 2, 5
_PAD = 6 * MM
_MARK, _OFF, _CROSS, _THIN = 2.5 * MM, 1 * MM, 1.5 * MM, 0.2


@dataclass(frozen=True, slots=True)
class Words:
    """One text on a card, in the first of its styles in which the whole card fits; `gap` above it.

    ruled: a line is drawn below it. low: it and what follows stand at the foot of the card.
    """

    text: str
    styles: Sequence[Style]
    gap: float = 0.0
    ruled: bool = False
    low: bool = False


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A page of ten cards, all alike. Raises Problem, when set, if a card has not room for its words."""

    words: Sequence[Words]
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return flow.paper.depth

    def lay(self, flow: Flow, below: float) -> None:
        del below
        drawn = _fitting(self.words, flow)
        left, top = flow.paper.left, flow.y
        for at in range(COLUMNS * ROWS):
            drawn(flow.page, left + at % COLUMNS * WIDTH, top - at // COLUMNS * HEIGHT)
        _mark(flow.page, left, top)
        flow.y -= ROWS * HEIGHT


Placed = tuple[Words, Style, list[str]]


def _fitting(words: Sequence[Words], flow: Flow) -> Callable[[Page, float, float], None]:
    """The card with the largest type that fits."""
    for step in range(max(len(one.styles) for one in words)):
        placed = [_placed(one, one.styles[min(step, len(one.styles) - 1)], flow) for one in words]
        if _high(placed) <= HEIGHT - 2 * _PAD:
            return lambda page, x, y: _draw(placed, page, x, y)
    longest = max(words, key=lambda one: len(one.text)).text
    raise Problem(f"卡片上写不下“{longest[:20]}……”。请缩短这些文字。")


def _placed(one: Words, style: Style, flow: Flow) -> Placed:
    return one, style, flow.ink.lines(one.text, style, WIDTH - 2 * _PAD)


def _high(placed: Sequence[Placed]) -> float:
    return sum(one.gap + len(lines) * style.leading for one, style, lines in placed)


def _draw(placed: Sequence[Placed], page: Page, x: float, top: float) -> None:
    y = top - _PAD
    for at, (one, style, lines) in enumerate(placed):
        if one.low and not any(other.low for other, _, _ in placed[:at]):
            y = top - HEIGHT + _PAD + _high(placed[at:])
        y -= one.gap
        for line in lines:
            page.text(x + _PAD, y - style.leading / 2 - style.size * styles.MIDDLE, line, style)
            y -= style.leading
        if one.ruled:
            page.rule(x + _PAD, y - MM / 2, x + WIDTH - _PAD, y - MM / 2, styles.RULE)


def _mark(page: Page, left: float, top: float) -> None:
    """Marks beside the sheet at each edge of a card, and small crosses where four cards meet."""
    right, bottom = left + COLUMNS * WIDTH, top - ROWS * HEIGHT
    for column in range(COLUMNS + 1):
        x = left + column * WIDTH
        page.rule(x, top + _OFF, x, top + _OFF + _MARK, _THIN)
        page.rule(x, bottom - _OFF, x, bottom - _OFF - _MARK, _THIN)
    for row in range(ROWS + 1):
        y = top - row * HEIGHT
        page.rule(left - _OFF - _MARK, y, left - _OFF, y, _THIN)
        page.rule(right + _OFF, y, right + _OFF + _MARK, y, _THIN)
    for row in range(1, ROWS):
        _cross(page, left + WIDTH, top - row * HEIGHT)


def _cross(page: Page, x: float, y: float) -> None:
    page.rule(x - _CROSS, y, x + _CROSS, y, _THIN)
    page.rule(x, y - _CROSS, x, y + _CROSS, _THIN)
