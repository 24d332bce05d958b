"""The one door from a document to paper."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Protocol

from models.storage.files import replacing
from printing import fonts, styles
from printing.flow import Block, fill, finish
from printing.fonts import Fonts
from printing.ink import Ink
from printing.pdf import Pdf
from printing.styles import Paper

PREVIEW = "预览"


class Document(Protocol):
    """Prepared values that know how they are set; `name` is 文档_姓名_期间, without the ending."""

    @property
    def name(self) -> str: ...

    @property
    def paper(self) -> Paper: ...

    def story(self) -> Iterable[Block]: ...


@dataclass(frozen=True, slots=True)
class Original:
    """A document printed on an earlier day, whose file was kept: its pages are there already, none are set.

    It bears the number of that print.
    """

    name: str
    data: bytes
    pages: int
    number: int
    paper: Paper = styles.PORTRAIT

    def story(self) -> Iterable[Block]:
        """Nothing to be set."""
        return ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished print: the PDF file's bytes and how many pages it has."""

    data: bytes
    pages: int


def stamp(number: int, *, full: bool | None = False) -> str:
    """What the corner of each page says of a logged print; full: None where there is nothing to mask."""
    masked = "" if full is None else " · 全号" if full else " · 脱敏"
    return f"打印编号 {number:04d}{masked}"


def compose(
    documents: Document | Iterable[Document], corner: str = PREVIEW, faces: Fonts | None = None
) -> Printed:
    """Set documents one after another, each with its own page numbers, without touching the disk.

    Raises Problem, naming the characters, if any character has no face.
    """
    out = BytesIO()
    pages = _write(documents, out, corner, faces)
    return Printed(out.getvalue(), pages)


def render(
    documents: Document | Iterable[Document], path: Path, corner: str = PREVIEW, faces: Fonts | None = None
) -> int:
    """Write documents into one PDF file and say how many pages it has.

    The file is whole or not there. Raises Problem for what the disk refuses or a character no face has.
    """
    with replacing(path) as part, part.open("wb") as out:
        return _write(documents, out, corner, faces)


def paths_in(folder: Path, documents: Iterable[Document]) -> list[Path]:
    """A file for each document; two people of one name in a batch get files of their own."""
    paths: list[Path] = []
    for document in documents:
        paths.append(_free(folder, document.name, paths))
    return paths


def file_name(*parts: str) -> str:
    """Parts joined as 文档_姓名_期间, without what a file name may not hold."""
    return "_".join(re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "", part)[:40] for part in parts if part)


def _free(folder: Path, name: str, taken: Sequence[Path]) -> Path:
    names = (f"{name}.pdf", *(f"{name}_{number}.pdf" for number in range(2, len(taken) + 2)))
    return next(path for path in (folder / one for one in names) if path not in taken)


def _write(documents: Document | Iterable[Document], out: BinaryIO, corner: str, faces: Fonts | None) -> int:
    """Set the pages into a file, or copy those of a kept document, which stands alone; how many there are."""
    all_of_them = iter(documents if isinstance(documents, Iterable) else [documents])
    first = next(all_of_them, None)
    if isinstance(first, Original):
        out.write(first.data)
        return first.pages
    ink, pdf, name = Ink(faces or fonts.office()), Pdf(out), ""
    for document in chain([first] if first else [], all_of_them):
        name = name or document.name
        _add(pdf, document, ink, corner)
    ink.check()
    pdf.close(name, ink.used(), ink.photos())
    return len(pdf)


def _add(pdf: Pdf, document: Document, ink: Ink, corner: str) -> None:
    before = len(pdf)
    flow = fill(document.story(), document.paper, ink, pdf.content)
    for paper, content, late in finish(flow, corner):
        pdf.page(paper.width, paper.height, (content, pdf.content(late)))
    for mark in flow.marks:
        pdf.bookmark(mark.title, mark.level, before + mark.page - 1, mark.top)
