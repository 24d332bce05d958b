"""The manual piece by piece, for tests that hold each of them to something."""

from collections.abc import Iterable, Iterator

from models.manual import Chapter, Piece


def all_pieces(chapters: Iterable[Chapter]) -> Iterator[Piece]:
    for chapter in chapters:
        yield from chapter.pieces
        for section in chapter.sections:
            yield from section.pieces
