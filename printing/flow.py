"""Filling pages with blocks, one below the other, and the furniture every page carries."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from printing import styles
from printing.ink import Ink
from printing.page import Align, Page
from printing.pdf import Leaf
from printing.styles import MM, Paper


class Flow:
    """The pages of one document while they are being filled; `y` is where the next block begins."""

    def __init__(self, paper: Paper, ink: Ink) -> None:
        self.paper, self.ink = paper, ink
        self.pages: list[Page] = []
        self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.page = Page(self.paper, self.ink)
        self.pages.append(self.page)
        self.y = self.paper.height - self.paper.top

    @property
    def room(self) -> float:
        """The height left on this page."""
        return self.y - self.paper.bottom

    @property
    def fresh(self) -> bool:
        """Nothing stands on this page yet."""
        return self.room >= self.paper.depth


class Block(Protocol):
    """A piece of a document. One that clings stays on the page of what comes before it."""

    @property
    def clings(self) -> bool: ...

    def height(self, flow: Flow) -> float:
        """What it takes if it is kept in one piece."""

    def lay(self, flow: Flow, below: float) -> None:
        """Draw it from flow.y on and lower flow.y; leave `below` free on the page it ends on."""


def fill(story: Iterable[Block], paper: Paper, ink: Ink) -> list[Page]:
    """The pages of a story."""
    flow, blocks = Flow(paper, ink), list(story)
    for at, block in enumerate(blocks):
        block.lay(flow, _below(blocks[at + 1 :], flow))
    return flow.pages


def finish(pages: Sequence[Page], stamp: str) -> list[Leaf]:
    """Number the pages of one document, print the stamp in the corner, and close them."""
    for number, page in enumerate(pages, start=1):
        _furnish(page, f"第 {number} 页  共 {len(pages)} 页", stamp)
    return [page.leaf() for page in pages]


def _below(blocks: Sequence[Block], flow: Flow) -> float:
    total = 0.0
    for block in blocks:
        if not block.clings:
            break
        total += block.height(flow)
    return total


def _furnish(page: Page, number: str, stamp: str) -> None:
    paper = page.paper
    y = paper.bottom - 7 * MM - styles.PAGE_NUMBER.size * styles.MIDDLE
    page.text_in(paper.left, paper.measure, y, number, styles.PAGE_NUMBER, Align.CENTRE)
    page.text_in(paper.left, paper.measure, y, stamp, styles.PRINT_NUMBER, Align.RIGHT)
