"""The one door from a document to paper."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from models.storage.files import replacing
from printing import fonts
from printing.flow import Block, fill, finish
from printing.fonts import Fonts
from printing.ink import Ink
from printing.pdf import Leaf, pdf_file
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
class Printed:
    """A finished print: the PDF file's bytes and how many pages it has."""

    data: bytes
    pages: int


def stamp(number: int, *, full: bool = False) -> str:
    """What the corner of each page says of a logged print."""
    return f"打印编号 {number:04d} · {'全号' if full else '脱敏'}"


def compose(
    documents: Document | Iterable[Document], corner: str = PREVIEW, faces: Fonts | None = None
) -> Printed:
    """Set documents one after another, each with its own page numbers, without touching the disk.

    Raises Problem, naming the characters, if any character has no face.
    """
    ink = Ink(faces or fonts.office())
    leaves: list[Leaf] = []
    name = ""
    for document in documents if isinstance(documents, Iterable) else [documents]:
        name = name or document.name
        leaves += finish(fill(document.story(), document.paper, ink), corner)
    ink.check()
    return Printed(pdf_file(name, leaves, ink.used()), len(leaves))


def render(
    documents: Document | Iterable[Document], path: Path, corner: str = PREVIEW, faces: Fonts | None = None
) -> int:
    """Write documents into one PDF file and say how many pages it has.

    The file is whole or not there. Raises Problem for what the disk refuses or a character no face has.
    """
    printed = compose(documents, corner, faces)
    with replacing(path) as part:
        part.write_bytes(printed.data)
    return printed.pages


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
