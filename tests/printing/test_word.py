"""The Word twin of a text, read back as Word would: its styles, faces, paper, tables and page numbers."""

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from models.print_log import prints
from models.rules.calendar import period
from models.rules.problem import Problem
from printing import styles
from printing.blocks import Gap, Notes, Title
from printing.choice import Choice
from printing.documents import form
from printing.headless import print_to
from printing.prose import Heading, Paragraph, SignedBy
from printing.table import Column, Table
from printing.word import is_text, save_text
from tests.models.made_up import a_leader, day
from tests.printing.conftest import Sheet

COLUMNS = (Column("姓\n名", 30, lambda row: row[0]), Column("次数", 10, lambda row: row[1], number=True))
BLOCKS = (
    Title("样例小结"),
    Heading("一、总体"),
    Paragraph("各项\u2060要求\x07已完成。"),
    Gap(4),
    Table(COLUMNS, (("张样一", "2"), ("𠅤样", ""))),
    Notes(("样一。", "样二。")),
    Table(COLUMNS, (), empty="没有"),
    SignedBy(("样样办公室", "2026年11月25日")),
)


@pytest.fixture
def word(tmp_path: Path) -> docx.document.Document:
    assert save_text([Sheet(BLOCKS, styles.PORTRAIT, "小结")], tmp_path / "样.docx", "打印编号 0003") == 1
    return docx.Document(str(tmp_path / "样.docx"))


def faces(word: docx.document.Document, name: str) -> tuple[str, float]:
    fonts = word.styles[name].element.rPr.rFonts
    assert not [key for key in fonts.attrib if "Theme" in key]
    return fonts.get(qn("w:eastAsia")), word.styles[name].font.size.pt


def test_every_paragraph_comes_back_in_its_order_and_style(word: docx.document.Document) -> None:
    assert [(one.style.name, one.text) for one in word.paragraphs] == [
        ("Title", "样例小结"),
        ("Heading 1", "一、总体"),
        ("Body Text", "各项要求已完成。"),
        ("表注", "注：1.样一。"),
        ("表注", "　　2.样二。"),
        ("落款", ""),
        ("落款", "样样办公室"),
        ("落款", "2026年11月25日"),
    ]


def test_styles_have_the_faces_and_sizes_of_the_prints(word: docx.document.Document) -> None:
    assert faces(word, "Title") == ("方正小标宋简体", 22)
    assert faces(word, "Heading 1") == ("黑体", 16)
    assert faces(word, "Body Text") == ("仿宋", 16)
    assert faces(word, "表文") == ("仿宋", 10.5)
    assert faces(word, "表头") == ("黑体", 10.5)
    body = word.styles["Body Text"]
    assert body.paragraph_format.line_spacing.pt == pytest.approx(28.8, abs=0.05)
    assert body.element.pPr.ind.get(qn("w:firstLineChars")) == "200"
    assert not word.styles["Title"].element.pPr.findall(qn("w:pBdr"))


def test_paper_and_margins_are_those_of_gb_t_9704(word: docx.document.Document) -> None:
    section = word.sections[0]
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(side.mm) for side in sides] == [37, 26, 35, 28]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_tables_have_heads_that_repeat_and_columns_of_their_widths(word: docx.document.Document) -> None:
    table, empty = word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["姓\n名", "次数"],
        ["张样一", "2"],
        ["𠅤样", "—"],
    ]
    assert table.rows[0]._tr.trPr.findall(qn("w:tblHeader"))
    assert table.rows[1].cells[0].paragraphs[0].style.name == "表文"
    assert [round(cell.width.mm) for cell in table.rows[1].cells] == [117, 39]
    assert empty.rows[1].cells[0].text == "没有"


def test_pages_are_numbered_and_bear_the_prints_number(word: docx.document.Document) -> None:
    middle, right = word.sections[0].footer.paragraphs
    fields = [one.text for one in middle._p.iter(qn("w:instrText"))]
    assert (middle.text, fields) == ("第 1 页  共 1 页", [" PAGE ", " NUMPAGES "])
    assert right.text == "打印编号 0003"
    assert (word.core_properties.title, word.core_properties.comments) == ("小结", "")


def test_each_of_several_texts_begins_a_page(tmp_path: Path) -> None:
    save_text([Sheet(BLOCKS, styles.PORTRAIT)] * 2, tmp_path / "样.docx")
    titles = [one for one in docx.Document(str(tmp_path / "样.docx")).paragraphs if one.style.name == "Title"]
    assert [one.paragraph_format.page_break_before for one in titles] == [False, True]


def test_only_running_text_is_a_text() -> None:
    assert is_text(Sheet(BLOCKS))
    assert not is_text(Sheet([Title("样"), Table(COLUMNS, ())]))


def test_another_ending_and_a_folder_that_is_gone_are_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"\.docx"):
        save_text([Sheet(BLOCKS)], tmp_path / "样.doc")
    with pytest.raises(Problem, match="文件夹不存在"):
        save_text([Sheet(BLOCKS)], tmp_path / "没有" / "样.docx")
    assert not list(tmp_path.iterdir())


def test_the_quarters_report_leaves_as_word_numbered_and_logged(office: Path, tmp_path: Path) -> None:
    a_leader("张样一")
    path, choice = tmp_path / "小结.docx", Choice(day(11, 25), period("2026Q4"))
    assert print_to(form("quarter_report"), choice, path) == {path: 1}
    word = docx.Document(str(path))
    assert word.paragraphs[0].text == "2026年第四季度市政府领导履职工作小结"
    assert [table.rows[0].cells[0].text for table in word.tables] == ["履职要求", "序号"]
    assert word.sections[0].footer.paragraphs[1].text == "打印编号 0001 · 脱敏"
    assert [entry.pages for entry in prints()] == [1]
    with pytest.raises(Problem, match="不能存为 Word"):
        print_to(form("matter_ledger"), choice, path)
