"""The Word twin of a text: its headings, paragraphs and tables in styles an office knows, to be edited."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.rules.problem import Problem
from models.storage.files import replacing
from printing.blocks import Gap, Notes, Title, numbered
from printing.lines import JOINER
from printing.prose import Heading, Paragraph, SignedBy
from printing.render import Document
from printing.table import Table
from printing.word_styles import BODY, HEAD, NOTE, SIGNED, TEXT, dress, number_pages, set_paper

if TYPE_CHECKING:
    from docx.document import Document as Docx

_KNOWN = (Title, Heading, Paragraph, SignedBy, Table, Notes, Gap)


def is_text(document: Document) -> bool:
    """Whether a document is running text, with tables or without."""
    blocks = list(document.story())
    known = all(isinstance(block, _KNOWN) for block in blocks)
    return known and any(isinstance(block, Paragraph) for block in blocks)


def save_text(documents: Sequence[Document], path: Path, corner: str = "") -> int:
    """Write texts into one .docx file, each on pages of its own, and say how many there are.

    `corner` stands at the right of each page's foot. The file is whole or not there: raises Problem for what
    the disk refuses.
    """
    import docx

    if path.suffix.lower() != ".docx":
        raise Problem(f"只能保存为 .docx 文件，请把“{path.name}”的扩展名改为 .docx。")
    paper, file = documents[0].paper, docx.Document()
    dress(file)
    set_paper(file, paper)
    number_pages(file, corner)
    file.core_properties.title, file.core_properties.author = documents[0].name, ""
    file.core_properties.comments = ""
    for one in documents:
        first = len(file.paragraphs)
        _write(one, file)
        file.paragraphs[first].paragraph_format.page_break_before = first > 0
    data = BytesIO()
    file.save(data)
    with replacing(path) as part:
        part.write_bytes(data.getvalue())
    return len(documents)


def _write(document: Document, file: "Docx") -> None:
    for block in document.story():
        if isinstance(block, Table):
            _add_table(block, file, document.paper.measure)
        elif isinstance(block, SignedBy) and file.paragraphs:
            file.paragraphs[-1].paragraph_format.keep_with_next = True
        for style, text in _paragraphs(block):
            file.add_paragraph(_clean(text), style)


def _paragraphs(block: object) -> Iterator[tuple[str, str]]:
    """Each paragraph of a block with its style."""
    if isinstance(block, Title):
        yield "Title", block.text
    elif isinstance(block, Heading):
        yield "Heading 1", block.text
    elif isinstance(block, Paragraph):
        yield BODY, block.text
    elif isinstance(block, Notes):
        yield from ((NOTE, text) for text in numbered(block.texts))
    elif isinstance(block, SignedBy):
        yield from ((SIGNED, text) for text in ("", *block.lines))


def _add_table(table: Table[Any], file: "Docx", measure: float) -> None:
    """The rows under heads that repeat on each page; no row is torn apart."""
    from docx.shared import Pt

    columns = table.columns
    scale = measure / sum(column.width for column in columns)
    made = file.add_table(0, len(columns), "Table Grid")
    made.autofit = False
    _add_row(made, [column.over + column.title for column in columns], lambda _: (HEAD, 0.5), "w:tblHeader")
    for row in table.rows:
        texts = [column.text(row) for column in columns]
        _add_row(made, texts, lambda at: (TEXT, columns[at].align.value), "w:cantSplit")
    if not table.rows:
        _add_row(made, [table.empty] * len(columns), lambda _: (TEXT, 0.5), "w:cantSplit")
        made.rows[-1].cells[0].merge(made.rows[-1].cells[-1]).text = table.empty
    for at, column in enumerate(columns):
        made.columns[at].width = Pt(column.width * scale)
        for cell in made.columns[at].cells:
            cell.width = Pt(column.width * scale)


def _add_row(table: Any, texts: Sequence[str], look: Callable[[int], tuple[str, float]], kept: str) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement

    alignments = {0.0: WD_ALIGN_PARAGRAPH.LEFT, 0.5: WD_ALIGN_PARAGRAPH.CENTER, 1.0: WD_ALIGN_PARAGRAPH.RIGHT}
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement(kept))
    for at, text in enumerate(texts):
        style, align = look(at)
        cell = row.cells[at]
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        cell.text = _clean(text)
        for paragraph in cell.paragraphs:
            paragraph.style, paragraph.alignment = style, alignments[align]


def _clean(text: str) -> str:
    """Without what keeps names together on paper, and what XML forbids."""
    from models.exchange.exporting import text_cell_value

    return text_cell_value(text.replace(JOINER, "")) or ""
