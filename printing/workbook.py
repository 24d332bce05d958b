"""The Excel twin of a list: the tables it is printed from, with the same columns and figures as figures."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from printing import styles
from printing.blocks import Facts, Gap, NewPage, Notes, NotesAndSignatures, Title
from printing.render import Document
from printing.table import Table, as_heads, as_values

if TYPE_CHECKING:
    from models.exchange.tables import TableSheet

_AROUND = (Title, Facts, Notes, NotesAndSignatures, Gap, NewPage)
_FORBIDDEN = re.compile(r"[\\/:*?\[\]\x00-\x1f]")
_LONGEST = 31  # characters in the name of a sheet, as Excel has it


def is_list(document: Document) -> bool:
    """Whether a document is nothing but tables with what stands around them."""
    blocks = list(document.story())
    known = all(isinstance(block, (Table, *_AROUND)) for block in blocks)
    return known and any(isinstance(block, Table) for block in blocks)


def save_workbook(documents: Sequence[Document], path: Path, corner: str = "") -> int:
    """Write lists into one .xlsx file, a sheet for each of their tables, and say how many sheets it has.

    `corner` is what a print says in the corner of its pages; here it ends each sheet. The file is whole or
    not there: raises Problem for what the disk refuses.
    """
    from models.exchange.tables import export_tables

    whose = _told_apart(documents)
    sheets = [sheet for one, who in zip(documents, whose, strict=True) for sheet in _sheets(one, who, corner)]
    export_tables(path, _with_names_of_their_own(sheets))
    return len(sheets)


def _sheets(document: Document, who: str, corner: str) -> "Iterator[TableSheet]":
    """A sheet for each table, named by the table's own name, by whose it is, or by the title above it."""
    from models.exchange.tables import Head, Leaf, TableSheet

    blocks, paper = list(document.story()), document.paper
    leaf = Leaf(min(paper.width, paper.height) > styles.PORTRAIT.width, paper.width > paper.height)
    notes = [
        text for block in blocks if isinstance(block, Notes | NotesAndSignatures) for text in block.texts
    ]
    title = near = ""
    facts: list[str] = []
    for block in blocks:
        if isinstance(block, Title) and block.style in (styles.TITLE, styles.PART_TITLE):
            title, near = title or block.text, block.text
        elif isinstance(block, Title):
            facts.append(block.text)
        elif isinstance(block, Facts):
            facts += block.items
        elif isinstance(block, Table):
            heads = [Head(*head) for head in as_heads(block.columns)]
            rows = as_values(block.columns, block.rows)
            name = block.name or who or near
            yield TableSheet(name, title, facts, heads, rows, [*notes, *filter(None, [corner])], leaf)
            facts = []


def _told_apart(documents: Sequence[Document]) -> list[str]:
    """What the name of each document has for itself: 张样一 of 季度走访安排表_张样一_2026Q3."""
    parts = [document.name.split("_") for document in documents]
    common = set(parts[0]).intersection(*parts[1:]) if parts else set()
    return ["_".join(part for part in name if part not in common) for name in parts]


def _with_names_of_their_own(sheets: "Sequence[TableSheet]") -> "Iterator[TableSheet]":
    """Sheets as Excel takes them: names without what it forbids, and no two alike."""
    taken: set[str] = set()
    for sheet in sheets:
        name = _FORBIDDEN.sub("", sheet.name).strip("'")[:_LONGEST] or "表"
        names = (name, *(f"{name[: _LONGEST - 6]}（{at}）" for at in range(2, len(sheets) + 1)))
        own = next(one for one in names if one.lower() not in taken)
        taken.add(own.lower())
        yield sheet._replace(name=own)
