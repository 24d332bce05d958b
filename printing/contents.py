"""The contents of a book: its chapters, each with the number of the page it begins on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from printing import styles
from printing.flow import Block, Flow
from printing.styles import MM, Paper, Style

_NUMBER = 12 * MM  # the room for a page's number at the right
_DOT, _SPACE = 0.8, 1.5 * MM
Looks = Sequence[tuple[Style, float]]
"""For each level its style, and by how many characters it is indented."""

_LOOKS: Looks = ((styles.CHAPTER, 0.0), (styles.SUBCHAPTER, 2.0))
DENSE: Looks = ((styles.DENSE_CHAPTER, 0.0), (styles.DENSE_SUBCHAPTER, 2.0))


class Entry(NamedTuple):
    """One line: the title of a Mark, and 1 where it lies below the entry before it."""

    title: str
    level: int = 0


class Chapter(Protocol):
    """A part of a book that begins on a page of its own; the first of its entries is its title."""

    @property
    def paper(self) -> Paper: ...

    @property
    def entries(self) -> Sequence[Entry]: ...

    def blocks(self) -> Iterator[Block]: ...


@dataclass(frozen=True, slots=True)
class Contents:
    """Lines of dots from titles to page numbers; the numbers are drawn when the book is finished.

    No entry is parted from the first one below it.
    """

    entries: Sequence[Entry]
    looks: Looks = _LOOKS
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return sum(_high(style, lines) for _, style, lines in self._set(flow))

    def lay(self, flow: Flow, below: float) -> None:
        del below
        there = self._set(flow)
        for at, (entry, _, lines) in enumerate(there):
            first = [one for one in there[at + 1 : at + 2] if one[0].level > entry.level]
            if sum(_high(*one[1:]) for one in (there[at], *first)) > flow.room and not flow.fresh:
                flow.turn()
            _lay(flow, entry, self.looks[entry.level], lines)

    def _set(self, flow: Flow) -> list[tuple[Entry, Style, list[str]]]:
        """Each entry with its style and its lines; of a long title several."""
        found = []
        for entry in self.entries:
            style, indent = self.looks[entry.level]
            width = flow.paper.measure - indent * style.size - 2 * _NUMBER
            found.append((entry, style, flow.ink.lines(entry.title, style, width)))
        return found


def _high(style: Style, lines: Sequence[str]) -> float:
    return len(lines) * style.leading


def _lay(flow: Flow, entry: Entry, look: tuple[Style, float], lines: list[str]) -> None:
    style, indent = look
    left = flow.paper.left + indent * style.size
    right = flow.paper.left + flow.paper.measure
    y = flow.y
    for line in lines:
        y = flow.y - style.leading / 2 - style.size * styles.MIDDLE
        flow.page.text(left, y, line, style)
        flow.y -= style.leading
    start = left + flow.ink.width(lines[-1], style) + _SPACE
    flow.page.dotted(start, y + style.size * 0.15, right - _NUMBER, _DOT)
    flow.reserve(entry.title, right, y, replace(styles.CONTENTS_NUMBER, size=style.size))
