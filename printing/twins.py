"""Other files a document can be kept as, to be worked on there: lists as workbooks, texts for Word."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from models.rules.problem import Problem
from printing.render import Document
from printing.word import is_text, save_text
from printing.workbook import is_list, save_workbook


class Twin(NamedTuple):
    """One kind: what its program is called, the files' ending, which documents have it, and its writer.

    `save` is given the documents, the file, and what stands in the corner of each page; it says how many
    sheets or documents the file holds, and `unit` what those are called.
    """

    name: str
    suffix: str
    unit: str
    fits: Callable[[Document], bool]
    save: Callable[[Sequence[Document], Path, str], int]


TWINS = (
    Twin("Excel", ".xlsx", "张工作表", is_list, save_workbook),
    Twin("Word", ".docx", "份", is_text, save_text),
)


def twin_of(documents: Sequence[Document]) -> Twin | None:
    """The other kind these documents can be kept as, None if there is none."""
    return next((twin for twin in TWINS if twin.fits(documents[0])), None)


def twin_for(path: Path, documents: Sequence[Document]) -> Twin | None:
    """The kind a file's ending asks for, None for one that is none of ours.

    Raises Problem if these documents cannot be kept so.
    """
    wanted = next((twin for twin in TWINS if twin.suffix == path.suffix.lower()), None)
    if wanted and not wanted.fits(documents[0]):
        raise Problem(f"这份文档不能存为 {wanted.name}，请存为 PDF。")
    return wanted


def counted(count: int, destination: str) -> str:
    """How much a print came to, in the words of its kind: 3 页, 2 张工作表."""
    unit = next((twin.unit for twin in TWINS if destination.lower().endswith(twin.suffix)), "页")
    return f"{count} {unit}"
