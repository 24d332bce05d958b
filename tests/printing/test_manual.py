"""The manual as a book: its contents tell the right pages, its text is whole, its pictures are as taken."""

import re
from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest
from PIL import Image

from models.manual import FOLDER, Kind, manual
from printing import styles
from printing.album import Framed
from printing.choice import Choice
from printing.contents import DENSE, Contents, Entry
from printing.documents import form
from printing.documents.manual import Manual
from printing.fonts import Fonts
from printing.photo import screen
from printing.prose import Paragraph
from printing.render import compose, stamp
from tests.manual_pieces import all_pieces
from tests.models.made_up import day
from tests.printing.conftest import Print, Sheet

Reader = Callable[..., Print]


@pytest.fixture
def book(printed: Reader) -> Print:
    return printed(Manual("示例市政府办公室", manual()))


def squeezed(text: str) -> str:
    """Without what breaks lines and pages."""
    return "".join(re.sub(r"第 \d+ 页 +共 \d+ 页|预览", "", text).split())


def test_the_whole_text_is_on_its_pages(book: Print) -> None:
    said = squeezed(book.text)
    assert not [one.text for one in all_pieces(manual()) if squeezed(one.text) not in said]


def test_the_contents_tell_where_each_chapter_and_section_begins(book: Print) -> None:
    titles = [
        title for one in manual() for title in (one.title, *(section.title for section in one.sections))
    ]
    begins = next(at for at, text in enumerate(book.texts) if "打开程序" in text and "不需要安装" in text)
    told = [int(number) for text in book.texts[1:begins] for number in re.findall(r"(?m)^(\d+)\r?$", text)]
    assert len(told) == len(titles)
    for title, number in zip(titles, told, strict=True):
        assert squeezed(title) in squeezed(book.texts[number - 1]), title


def test_the_cover_names_the_office_and_the_corner_says_nothing_of_masking(office: object) -> None:
    assert not form("使用手册").tells_of_people
    assert form("manual").made(Choice(day(11, 25)))[0].name == "使用手册_连心台账"
    assert stamp(7, full=None) == "打印编号 0007"


def test_a_picture_of_the_window_keeps_every_pixel(faces: Fonts) -> None:
    name = next(one.mark for one in all_pieces(manual()) if one.kind is Kind.PICTURE)
    framed = Framed(screen((FOLDER / name).read_bytes(), "窗口"))
    pdf = compose(Sheet([framed], styles.PORTRAIT), faces=faces).data
    found = pypdf.PdfReader(BytesIO(pdf), strict=True).pages[0].images[0].image
    with Image.open(FOLDER / name) as kept:
        assert found.convert("RGB").tobytes() == kept.convert("RGB").tobytes()


def test_the_lines_of_a_step_begin_where_its_words_do(printed: Reader) -> None:
    pages = printed(
        Sheet([Paragraph("甲" + "样" * 60 + "乙" * 40, styles.PROSE, mark="1.")], styles.PORTRAIT)
    )
    left, second = pages.place("甲样").left, pages.place("样乙").left
    assert pages.place("1.").left < left - 2
    lines = sorted({round(box.left, 1) for box in pages.places("样样样")})
    assert min(lines) == pytest.approx(left, abs=5)
    assert second > left


def test_no_chapter_stands_at_the_foot_of_the_contents_without_a_section(printed: Reader) -> None:
    for before in range(25, 40):
        entries = [*(Entry(f"第{at}章") for at in range(before)), Entry("末章"), Entry("末节", 1)]
        pages = printed(Sheet([Contents(entries, DENSE)], styles.PORTRAIT))
        assert pages.place("末章").page == pages.place("末节").page
