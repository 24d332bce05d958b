"""What the manual's contents list, and where in it a title stands. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gui.state.finding import Filter
from models.manual import Chapter, Kind, Piece
from models.rules.finding import search_key

MARKED = re.compile(r"〔[^〕]*〕")
POINTED = re.compile(r"《([^》]*)》")


class Entry(NamedTuple):
    """One line of the contents: a chapter, or a section of it."""

    title: str
    chapter: int
    is_chapter: bool


def entries(chapters: Sequence[Chapter], typed: str = "") -> list[Entry]:
    """The contents; if something is typed, what has it in its title, by pinyin too, or in its words."""
    wanted = Filter(typed)
    return [
        entry
        for entry, pieces in _all(chapters)
        if wanted.finds((entry.title,), search_key(" ".join(map(_words, pieces))))
    ]


def chapter_with(chapters: Sequence[Chapter], title: str) -> int | None:
    """The place of the chapter that is called so or has a section called so."""
    return next((entry.chapter for entry in entries(chapters) if entry.title == title), None)


def _all(chapters: Sequence[Chapter]) -> Iterator[tuple[Entry, Iterable[Piece]]]:
    for place, chapter in enumerate(chapters):
        yield Entry(chapter.title, place, is_chapter=True), chapter.pieces
        for section in chapter.sections:
            yield Entry(section.title, place, is_chapter=False), section.pieces


def _words(piece: Piece) -> str:
    return f"{piece.mark} {piece.text}" if piece.kind is Kind.ROW else piece.text
