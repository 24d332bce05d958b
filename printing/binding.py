"""Where things stand on the pages of a book that is bound at the left and printed on both sides.

GB/T 9704: on even pages the margins change sides. A table across a turned page has its head at the binding
edge of an odd and at the outer edge of an even page, and its page number where the upright pages have theirs.
"""

from dataclasses import replace

from printing.styles import Paper


def placed(operators: str, paper: Paper, number: int) -> str:
    """What is drawn on a page, where it stands on the page of this number."""
    if not paper.bound or number % 2:
        return operators
    shift = _shift(upright(paper))
    return _moved(operators, f"1 0 0 1 0 {-shift:.2f}" if is_turned(paper) else f"1 0 0 1 {shift:.2f} 0")


def furnished(operators: str, paper: Paper, number: int) -> str:
    """The same of what all pages carry alike, drawn as for the upright page."""
    turned = f"0 -1 1 0 0 {paper.height:.2f}"
    moved = placed(operators, upright(paper), number)
    return _moved(moved, turned) if is_turned(paper) else moved


def upright(paper: Paper) -> Paper:
    """The page of a book as it is before it is turned clockwise; any other page as it is."""
    if not is_turned(paper):
        return paper
    return replace(
        paper,
        width=paper.height,
        height=paper.width,
        top=paper.right,
        right=paper.bottom,
        bottom=paper.left,
        left=paper.top,
    )


def is_turned(paper: Paper) -> bool:
    """Whether it is a page of a book that has to be turned to be read."""
    return paper.bound and paper.width > paper.height


def _shift(paper: Paper) -> float:
    """How far to the right an even page's content stands: its wider margin is at the other side."""
    return paper.right - paper.left


def _moved(operators: str, matrix: str) -> str:
    return f"q {matrix} cm\n{operators}\nQ"
