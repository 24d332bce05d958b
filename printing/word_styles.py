"""How our Word files look: paper, margins, faces and sizes of the prints, as Word's own styles."""

from typing import TYPE_CHECKING, Any

from printing import styles
from printing.styles import Paper, Role, Style

if TYPE_CHECKING:
    from docx.document import Document as Docx

BODY, SIGNED, TEXT, HEAD, NOTE = "Body Text", "落款", "表文", "表头", "表注"
FACES = {
    Role.FANGSONG: "仿宋",
    Role.KAITI: "楷体",
    Role.SONGTI: "宋体",
    Role.XIAOBIAOSONG: "方正小标宋简体",
    Role.HEITI: "黑体",
}
LATIN = "Times New Roman"
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def dress(file: "Docx") -> None:
    """Give the file's styles the faces and sizes of our prints."""
    from docx.oxml.ns import qn

    for name, style in (("Normal", styles.BODY), ("Title", styles.TITLE), ("Heading 1", styles.HEADING)):
        _set(file.styles[name], style)
    _set(file.styles[BODY], styles.BODY, indent=2)
    for name, style in ((SIGNED, styles.BODY), (TEXT, styles.TEXT), (HEAD, styles.HEAD), (NOTE, styles.NOTE)):
        _set(_added(file, name), style)
    _place(file)
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def set_paper(file: "Docx", paper: Paper) -> None:
    """The page and its margins."""
    from docx.shared import Pt

    section = file.sections[0]
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.top_margin, section.bottom_margin = Pt(paper.top), Pt(paper.bottom)
    section.left_margin, section.right_margin = Pt(paper.left), Pt(paper.right)
    section.footer_distance = Pt(paper.bottom - 7 * styles.MM - styles.PAGE_NUMBER.leading)


def number_pages(file: "Docx", corner: str) -> None:
    """第 1 页  共 2 页 in the middle of each page's foot, and below it at the right what is given."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    footer = file.sections[0].footer
    middle, right = footer.paragraphs[0], footer.add_paragraph(corner)
    for word, field in (("第 ", "PAGE"), (" 页  共 ", "NUMPAGES"), (" 页", "")):
        middle.add_run(word)
        if field:
            _add_field(middle, field)
    for paragraph, style in ((middle, styles.PAGE_NUMBER), (right, styles.PRINT_NUMBER)):
        for run in paragraph.runs:
            _set_font(run, style)
    middle.alignment, right.alignment = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def _set(word: Any, style: Style, indent: int = 0) -> None:
    """A Word style that looks like one of ours; `indent` in characters, of a paragraph's first line."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt

    _set_font(word, style)
    spacing = word.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(style.leading)
    properties = word.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    if indent:
        spacing.first_line_indent = Pt(indent * round(style.size))
        properties.find(qn("w:ind")).set(qn("w:firstLineChars"), str(100 * indent))


def _set_font(word: Any, style: Style) -> None:
    """The face for Chinese and for Latin letters, black and upright, of a style or a run."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = word.font
    size = Pt(round(2 * style.size) / 2)  # Word knows half points alone
    font.name, font.size, font.bold, font.color.rgb = LATIN, size, False, RGBColor(0, 0, 0)
    faces = word.element.get_or_add_rPr().get_or_add_rFonts()
    faces.set(qn("w:eastAsia"), FACES[style.role])
    for theme in _THEMES:
        faces.attrib.pop(qn(f"w:{theme}"), None)


def _place(file: "Docx") -> None:
    """Titles and heads of tables in the middle, the office and the day at the right; heads stay with rows."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    title, signed, note = (file.styles[name].paragraph_format for name in ("Title", SIGNED, NOTE))
    title.alignment = file.styles[HEAD].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.space_after = Pt(styles.BODY.leading)
    signed.alignment, signed.right_indent = WD_ALIGN_PARAGRAPH.RIGHT, Pt(4 * round(styles.BODY.size))
    signed.keep_with_next = True
    note.space_after = Pt(styles.NOTE.leading)


def _added(file: "Docx", name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    return file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)


def _add_field(paragraph: Any, name: str) -> None:
    """A figure that Word fills in: the page, or how many there are."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run("1" if text == "1" else "")
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif text != "1":
            words = OxmlElement("w:instrText")
            words.text = f" {text} "
            run._r.append(words)
