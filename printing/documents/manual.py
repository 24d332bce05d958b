"""使用手册: the manual that the window shows on F1, as a bound book with its contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from models.manual import FOLDER, Chapter, Kind, Piece, manual
from models.setting import value
from models.version import VERSION
from printing import styles
from printing.album import Framed
from printing.blocks import Gap, Mark, NewPage, Title
from printing.choice import Choice
from printing.contents import DENSE, Contents, Entry
from printing.cover import Cover
from printing.flow import Block
from printing.photo import screen
from printing.prose import Heading, Paragraph
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table

TITLE = "使用手册"
_NAME = "连心台账"
_CONTENTS = "目　录"

_ROWS: Sequence[Column[Piece]] = (
    Column("按键、符号", 40, lambda row: row.mark),
    Column("作用、含义", 116, lambda row: row.text),
)


@dataclass(frozen=True, slots=True)
class Manual:
    """The manual for one office."""

    office: str
    chapters: Sequence[Chapter]

    @property
    def name(self) -> str:
        return file_name(TITLE, _NAME)

    @property
    def paper(self) -> Paper:
        return styles.BOOK

    def story(self) -> Iterator[Block]:
        yield Mark(_NAME + TITLE)
        yield Cover(_NAME, TITLE, [("程序版本", VERSION), ("使用单位", self.office), ("保管人", "")])
        yield NewPage(styles.BOOK)
        yield Mark("目录", 1)
        yield Title(_CONTENTS, after=6 * MM)
        yield Contents(list(self._entries()), DENSE)
        for chapter in self.chapters:
            yield NewPage(styles.BOOK)
            yield from _chapter(chapter)

    def _entries(self) -> Iterator[Entry]:
        for chapter in self.chapters:
            yield Entry(chapter.title)
            yield from (Entry(section.title, 1) for section in chapter.sections)


def load(choice: Choice) -> list[Manual]:
    """The manual, whatever is chosen."""
    del choice
    return [Manual(value("office_name"), manual())]


def _chapter(chapter: Chapter) -> Iterator[Block]:
    yield Mark(chapter.title, 1)
    yield Title(chapter.title, styles.PART_TITLE, after=4 * MM)
    yield from _blocks(chapter.pieces)
    for section in chapter.sections:
        yield Gap(4 * MM)
        yield Heading(section.title, styles.SECTION, indent="", level=2)
        yield from _blocks(section.pieces)


def _blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    for kind, alike in groupby(pieces, lambda piece: piece.kind):
        if kind in (Kind.ROW, Kind.PICTURE):
            yield Gap(2 * MM)
        if kind is Kind.ROW:
            yield Table(_ROWS, list(alike), least=7 * MM)
            yield Gap(2 * MM)
        else:
            yield from map(_block, alike)


def _block(piece: Piece) -> Block:
    match piece.kind:
        case Kind.PICTURE:
            return Framed(screen((FOLDER / piece.mark).read_bytes(), piece.text))
        case Kind.NOTE:
            return Paragraph(piece.text, styles.HINT, mark="▲")
        case Kind.STEP | Kind.POINT:
            return Paragraph(piece.text, styles.PROSE, mark=piece.mark or "·")
        case _:
            return Paragraph(piece.text, styles.PROSE)
