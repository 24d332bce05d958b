"""Filling pages with blocks, one below the other, and the furniture every page carries.

A page is closed as soon as it is full, so that a print of 2,000 pages takes no more memory than one of 50.
What only the last page tells, how many there are and where a chapter begins, is drawn on top at the end.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple, Protocol

from printing import styles
from printing.binding import furnished, placed, upright
from printing.ink import Ink
from printing.page import Align, Page
from printing.styles import MM, Paper, Style


class Mark(NamedTuple):
    """A place in a print: its title, its depth in the tree of bookmarks, its page from 1 on, its height."""

    title: str
    level: int
    page: int
    top: float


class Reserved(NamedTuple):
    """Room left on a page for the number of the page where something begins; x is the number's right edge."""

    title: str
    page: int
    x: float
    y: float
    style: Style


class Closed(NamedTuple):
    """A page whose drawing is closed: its paper, and what its content is called in the file."""

    paper: Paper
    content: str


class Finished(NamedTuple):
    """A page with the operators of what was drawn on top of its content at last."""

    paper: Paper
    content: str
    late: str


class Flow:
    """The pages of one document while they are being filled; `y` is where the next block begins.

    keep: takes the operators of a page that is full and says what its content is called from then on.
    """

    def __init__(self, paper: Paper, ink: Ink, keep: Callable[[str], str]) -> None:
        self.paper, self.ink, self._keep = paper, ink, keep
        self.closed: list[Closed] = []
        self.marks: list[Mark] = []
        self.reserved: list[Reserved] = []
        self.unnumbered: set[int] = set()
        self._begin()

    def turn(self, paper: Paper | None = None) -> None:
        """Begin a new page, of other paper if it is given; a page without anything on it is given up."""
        if not self.page.is_blank:
            self.close()
        self.paper = paper or self.paper
        self._begin()

    def close(self) -> None:
        """The page is full."""
        content = self._keep(placed(self.page.operators, self.paper, self.number))
        self.closed.append(Closed(self.paper, content))

    @property
    def number(self) -> int:
        """This page's, from 1 on."""
        return len(self.closed) + 1

    @property
    def room(self) -> float:
        """The height left on this page."""
        return self.y - self.paper.bottom

    @property
    def fresh(self) -> bool:
        """Nothing stands on this page yet."""
        return self.room >= self.paper.depth

    def mark(self, title: str, level: int) -> None:
        """Something begins here."""
        self.marks.append(Mark(title, level, self.number, self.y))

    def reserve(self, title: str, x: float, y: float, style: Style) -> None:
        """Leave room left of x for the number of the page where that title is marked."""
        self.reserved.append(Reserved(title, self.number, x, y, style))

    def leave_unnumbered(self) -> None:
        """This page is counted, and its number not printed."""
        self.unnumbered.add(self.number)

    def _begin(self) -> None:
        self.page = Page(self.paper, self.ink)
        self.y = self.paper.height - self.paper.top


class Block(Protocol):
    """A piece of a document. One that clings stays on the page of what comes before it."""

    @property
    def clings(self) -> bool: ...

    def height(self, flow: Flow) -> float:
        """What it takes if it is kept in one piece."""

    def lay(self, flow: Flow, below: float) -> None:
        """Draw it from flow.y on and lower flow.y; leave `below` free on the page it ends on."""


def fill(story: Iterable[Block], paper: Paper, ink: Ink, keep: Callable[[str], str]) -> Flow:
    """The pages of a story, closed."""
    flow = Flow(paper, ink, keep)
    for together, following in pairwise(chain(_runs(story), [()])):
        for at, block in enumerate(together, start=1):
            below = sum(clinging.height(flow) for clinging in together[at:])
            led = following[0] if following and at == len(together) else None
            block.lay(flow, below + _beginning(block, led, flow))
    if not (flow.closed and flow.page.is_blank):
        flow.close()
    return flow


def finish(flow: Flow, stamp: str) -> Iterator[Finished]:
    """The pages of a document with their numbers, the stamp in the corner, and what was left open in them."""
    begins = {mark.title: mark.page for mark in reversed(flow.marks)}
    for number, (paper, content) in enumerate(flow.closed, start=1):
        said = "" if number in flow.unnumbered else f"第 {number} 页  共 {len(flow.closed)} 页"
        late = furnished(_furniture(paper, number, said, stamp, flow.ink), paper, number)
        open_here = [one for one in flow.reserved if one.page == number and one.title in begins]
        if open_here:
            late += "\n" + placed(_numbers(open_here, begins, paper, flow.ink), paper, number)
        yield Finished(paper, content, late)


def _runs(story: Iterable[Block]) -> Iterator[Sequence[Block]]:
    """Each block that does not cling, with those after it that do; the story is read no further ahead."""
    run: list[Block] = []
    for block in story:
        if run and not block.clings:
            yield run
            run = []
        run.append(block)
    yield run


def _beginning(block: Block, led: Block | None, flow: Flow) -> float:
    """What a block that leads another needs below it: the least that other begins with on a page."""
    if led is None or not getattr(block, "leads", False):
        return 0
    begins: Callable[[Flow, float], float] = getattr(led, "begins", lambda _flow, _below: 0)
    return begins(flow, 0)


def _furniture(paper: Paper, number: int, said: str, stamp: str, ink: Ink) -> str:
    """The number below the middle of the text, the stamp in the corner: in a book the outer one."""
    paper = upright(paper)
    page = Page(paper, ink)
    y = paper.bottom - 7 * MM - styles.PAGE_NUMBER.size * styles.MIDDLE
    if said:
        page.text_in(paper.left, paper.measure, y, said, styles.PAGE_NUMBER, Align.CENTRE)
    corner = Align.LEFT if paper.bound and number % 2 == 0 else Align.RIGHT
    page.text_in(paper.left, paper.measure, y, stamp, styles.PRINT_NUMBER, corner)
    return page.operators


def _numbers(reserved: Iterable[Reserved], begins: dict[str, int], paper: Paper, ink: Ink) -> str:
    page = Page(paper, ink)
    for one in reserved:
        page.text_in(one.x, 0, one.y, str(begins[one.title]), one.style, Align.RIGHT)
    return page.operators
