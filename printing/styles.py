"""How every print looks, under names of meaning. Sizes in points, margins in millimetres.

Figures: GB/T 9704 for paper, margins, rules and the 二号小标宋 title; table text 五号, page number 四号.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

MM = 72 / 25.4


class Role(StrEnum):
    """What a face is for; fonts.py finds the face."""

    FANGSONG = "仿宋"
    KAITI = "楷体"
    SONGTI = "宋体"
    XIAOBIAOSONG = "小标宋"
    HEITI = "黑体"


@dataclass(frozen=True, slots=True)
class Style:
    """A role at a size, with the distance from line to line."""

    role: Role
    size: float
    leading: float


TITLE = Style(Role.XIAOBIAOSONG, 22, 28)
PART_TITLE = Style(Role.XIAOBIAOSONG, 16, 24)
FACTS = Style(Role.FANGSONG, 10.5, 14)
FACTS_TIGHT = Style(Role.FANGSONG, 9, 14)
HEAD = Style(Role.HEITI, 10.5, 13)
LABEL = Style(Role.HEITI, 10.5, 14)
TEXT = Style(Role.FANGSONG, 10.5, 13.5)
DENSE = Style(Role.FANGSONG, 9, 11)
TIGHT = Style(Role.FANGSONG, 9, 9.6)
MARK = Style(Role.HEITI, 9, 11)
ENTRY = Style(Role.FANGSONG, 12, 16)
PROSE = Style(Role.FANGSONG, 12, 20)
# 三号, a hair closer than 16, so that a page of running text holds 22 lines of 28 characters.
HEADING = Style(Role.HEITI, 15.79, 28.8)
BODY = Style(Role.FANGSONG, 15.79, 28.8)
NOTE = Style(Role.FANGSONG, 9, 12)
COVER_TITLE = Style(Role.XIAOBIAOSONG, 42, 60)
COVER_SUBTITLE = Style(Role.KAITI, 22, 30)
COVER = Style(Role.FANGSONG, 16, 32)
COVER_TIGHT = Style(Role.FANGSONG, 14, 26)
COVER_DENSE = Style(Role.FANGSONG, 12, 19)
CHAPTER = Style(Role.HEITI, 14, 30)
SUBCHAPTER = Style(Role.FANGSONG, 14, 26)
CONTENTS_NUMBER = Style(Role.SONGTI, 14, 26)
DENSE_CHAPTER = Style(Role.HEITI, 12, 22)
DENSE_SUBCHAPTER = Style(Role.FANGSONG, 12, 18)
SECTION = Style(Role.HEITI, 14, 24)
HINT = Style(Role.KAITI, 12, 20)
PAGE_NUMBER = Style(Role.SONGTI, 14, 14)
PRINT_NUMBER = Style(Role.SONGTI, 9, 9)

RULE, FRAME = 0.25 * MM, 0.35 * MM  # between cells; around a table
PADDING, INSET = 1.0 * MM, 0.6 * MM  # beside and above a text in its cell
BAR = 1.6 * MM  # the height of a bar under a text in its cell
PEN = 9 * MM  # the least height of a cell meant for the pen
MIDDLE = 0.38  # of the size above the base line: where a Chinese character has its middle


@dataclass(frozen=True, slots=True)
class Paper:
    """A page and its margins, in points. bound: it is one of a book's, see printing.binding."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    bound: bool = False

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """The height of the text."""
        return self.height - self.top - self.bottom


PORTRAIT = Paper(210 * MM, 297 * MM, 37 * MM, 26 * MM, 35 * MM, 28 * MM)
# Ten cards of 90 by 54 mm, the same distance from both sides, so that fronts and backs meet.
CARDS = Paper(210 * MM, 297 * MM, 7.5 * MM, 15 * MM, 19.5 * MM, 15 * MM)
# The portrait page turned clockwise: its binding edge comes to the top, its head to the right.
LANDSCAPE = Paper(297 * MM, 210 * MM, 28 * MM, 37 * MM, 26 * MM, 35 * MM)
# The same on a sheet twice as large, for registers of many columns.
LANDSCAPE_A3 = replace(LANDSCAPE, width=420 * MM, height=297 * MM)
# The pages of a book, both bound at the edge of 28 mm.
BOOK = replace(PORTRAIT, bound=True)
BOOK_TURNED = replace(LANDSCAPE, bound=True)
