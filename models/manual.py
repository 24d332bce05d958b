"""使用手册: the one text that the window shows and paper prints, from assets/manual in a small markup.

A line is a piece: `# ` a chapter · `## ` a section of it · `1. ` a step · `- ` a point · `> ` a note ·
`| 键 | 作用 |` a row · `![words](name.png)` a picture · any other line words. 〔…〕 stands on the screen,
《…》 is the title of a chapter or section, no two of which are alike.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "assets" / "manual"


class Kind(StrEnum):
    """What a piece of the manual is."""

    WORDS = "words"
    STEP = "step"
    POINT = "point"
    NOTE = "note"
    ROW = "row"
    PICTURE = "picture"


class Piece(NamedTuple):
    """mark: the number of a step, the key of a row, the file of a picture."""

    kind: Kind
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One task, under its own title."""

    title: str
    pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Tasks that belong together, after some words about all of them."""

    title: str
    pieces: list[Piece] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


_PATTERNS = (
    (Kind.STEP, re.compile(r"(?P<mark>\d+\.) (?P<text>.+)")),
    (Kind.POINT, re.compile(r"(?P<mark>)- (?P<text>.+)")),
    (Kind.NOTE, re.compile(r"(?P<mark>)> (?P<text>.+)")),
    (Kind.ROW, re.compile(r"\| (?P<mark>.+?) \| (?P<text>.+) \|")),
    (Kind.PICTURE, re.compile(r"!\[(?P<text>.+)\]\((?P<mark>.+)\)")),
    (Kind.WORDS, re.compile(r"(?P<mark>)(?P<text>.+)")),
)


@cache
def manual() -> Sequence[Chapter]:
    """The chapters in their order."""
    return [chapter_of(path.read_text("utf-8").splitlines()) for path in sorted(FOLDER.glob("*.md"))]


def chapter_of(lines: Iterable[str]) -> Chapter:
    """The chapter that these lines are; the first of them is its title."""
    rest = filter(None, map(str.strip, lines))
    chapter = Chapter(next(rest).removeprefix("# "))
    pieces = chapter.pieces
    for line in rest:
        if line.startswith("## "):
            chapter.sections.append(Section(line.removeprefix("## ")))
            pieces = chapter.sections[-1].pieces
        else:
            pieces.append(_piece(line))
    return chapter


def _piece(line: str) -> Piece:
    found = ((kind, pattern.fullmatch(line)) for kind, pattern in _PATTERNS)
    kind, match = next((kind, match) for kind, match in found if match)
    return Piece(kind, match["text"], match["mark"])
