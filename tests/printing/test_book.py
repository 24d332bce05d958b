"""What a book takes: upright and turned pages in one file, mirrored margins, contents, bookmarks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pypdf
import pytest
from PIL import Image

from printing import styles
from printing.album import Framed
from printing.blocks import Mark, NewPage, Notes, Title
from printing.contents import Contents, Entry
from printing.cover import Cover
from printing.flow import Block
from printing.fonts import Fonts
from printing.photo import Photo, photo
from printing.render import compose
from printing.section import Section
from printing.styles import BOOK, BOOK_TURNED, MM
from printing.table import Column, Table
from tests.printing.conftest import Print, Sheet

Reader = Callable[..., Print]
LINE = Column("内容", 100, str)


def a_book(*blocks: Block) -> Sheet:
    return Sheet(blocks, BOOK)


def a_chapter(title: str, *blocks: Block, turned: bool = False, level: int = 0) -> Sequence[Block]:
    return (NewPage(BOOK_TURNED if turned else BOOK), Mark(title, level), Title(title), *blocks)


# --- pages of both ways in one file, bound at the left, printed on both sides


def test_upright_and_turned_pages_follow_each_other_in_one_file(printed: Reader) -> None:
    pages = printed(a_book(Title("甲"), *a_chapter("乙", turned=True), *a_chapter("丙")))
    assert [tuple(map(round, pages.size(page))) for page in range(3)] == [(210, 297), (297, 210), (210, 297)]


def test_margins_change_sides_on_even_pages(printed: Reader) -> None:
    rows = Table([LINE], ["样"] * 60)
    pages = printed(a_book(rows))
    lefts = [pages.places("样")[0].left, next(box.left for box in pages.places("样") if box.page == 1)]
    assert lefts[0] - lefts[1] == pytest.approx(2, abs=0.1)


def test_a_turned_page_has_its_head_at_the_binding_edge_of_odd_and_the_outer_edge_of_even_pages(
    printed: Reader,
) -> None:
    pages = printed(a_book(*a_chapter("甲", turned=True), *a_chapter("乙", turned=True)))
    odd, even = pages.place("甲"), pages.place("乙")
    assert odd.top - even.top == pytest.approx(2, abs=0.3)
    assert odd.left == pytest.approx(even.left, abs=0.3)


def test_a_turned_page_has_its_number_where_the_upright_ones_have_theirs(printed: Reader) -> None:
    pages = printed(a_book(*a_chapter("甲"), *a_chapter("乙"), *a_chapter("丙", turned=True)))
    upright, turned = pages.place("第 1 页 共 3 页"), pages.place("第 3 页 共 3 页")
    assert turned.left == pytest.approx(297 - upright.bottom, abs=0.3)
    assert turned.top == pytest.approx(upright.left, abs=0.3)


def test_the_corner_is_the_outer_one(printed: Reader) -> None:
    pages = printed(a_book(*a_chapter("甲"), *a_chapter("乙")))
    odd, even = pages.places("预览")
    assert odd.right == pytest.approx(210 - 26, abs=0.5)
    assert even.left == pytest.approx(26, abs=0.5)


def test_loose_pages_keep_their_margins_and_their_corner(printed: Reader) -> None:
    pages = printed(Title("甲"), NewPage(), Title("乙"))
    assert len({round(box.right, 1) for box in pages.places("预览")}) == 1


# --- contents and bookmarks


def test_the_contents_name_the_page_each_chapter_begins_on(printed: Reader) -> None:
    chapters = ["政策宣传", "意见建议", "民生实事"]
    rows = Table([LINE], [f"第{number}条" for number in range(70)])
    story = [Contents([Entry(title) for title in chapters])]
    for title in chapters:
        story += a_chapter(title, rows)
    pages = printed(a_book(*story))
    begins = [next(box.page for box in pages.places(title) if box.page) + 1 for title in chapters]
    listed = [_number_after(pages, title) for title in chapters]
    assert begins == listed
    assert listed[2] > 4


def _number_after(pages: Print, title: str) -> int:
    """The number at the right margin of a title's line."""
    line = pages.place(title)
    numbers = {
        number
        for number in range(1, len(pages) + 1)
        for box in pages.places(str(number))
        if box.page == 0 and abs(box.bottom - line.bottom) < 1 and box.left > 150 and 183 < box.right < 185
    }
    return max(numbers)


def test_the_numbers_of_the_contents_stand_at_the_right_margin(printed: Reader) -> None:
    pages = printed(
        a_book(Contents([Entry("政策宣传"), Entry("附", 1)]), *a_chapter("政策宣传"), *a_chapter("附"))
    )
    numbers = [box for text in ("2", "3") for box in pages.places(text) if box.page == 0 and box.left > 150]
    assert [box.right for box in numbers] == pytest.approx([210 - 26] * 2, abs=0.5)


def test_contents_longer_than_a_page_go_on_over_the_next(printed: Reader) -> None:
    titles = [f"第{number}章" for number in range(40)]
    story = [Contents([Entry(title) for title in titles]), *(b for title in titles for b in a_chapter(title))]
    pages = printed(a_book(*story))
    assert len(pages) == 42
    assert "第39章" in pages.texts[1]
    assert "42" in pages.texts[1]


def test_a_title_that_is_nowhere_marked_has_no_number(printed: Reader) -> None:
    assert "政策宣传" in printed(a_book(Contents([Entry("政策宣传")]))).text


def test_bookmarks_lead_to_their_pages_and_lie_below_each_other(faces: Fonts) -> None:
    story = [Mark("台账"), *a_chapter("走访记录", level=1), Mark("第一季度", 2), *a_chapter("小结", level=1)]
    reader = pypdf.PdfReader(BytesIO(compose(a_book(*story), faces=faces).data))
    book, (visits, (quarter,), summary) = reader.outline
    assert [one.title for one in (book, visits, quarter, summary)] == ["台账", "走访记录", "第一季度", "小结"]
    assert [reader.get_destination_page_number(one) for one in (book, visits, quarter, summary)] == [
        0,
        0,
        0,
        1,
    ]


def test_bookmarks_of_several_books_in_one_file_lead_to_the_book_they_are_of(faces: Fonts) -> None:
    books = [a_book(Mark(name), Title(name), NewPage(), Title("次")) for name in ("甲", "乙")]
    reader = pypdf.PdfReader(BytesIO(compose(books, faces=faces).data))
    assert [reader.get_destination_page_number(one) for one in reader.outline] == [0, 2]


def test_a_print_without_bookmarks_opens_without_their_list(faces: Fonts) -> None:
    reader = pypdf.PdfReader(BytesIO(compose(Sheet([Title("甲")]), faces=faces).data))
    assert reader.outline == []
    assert "/PageMode" not in reader.trailer["/Root"]


# --- a page is closed when it is full


def test_the_story_is_read_only_as_far_as_the_page_needs(faces: Fonts) -> None:
    from printing.flow import fill
    from printing.ink import Ink

    kept: list[str] = []

    def story() -> Iterator[Block]:
        for number in range(30):
            assert len(kept) >= number - 2
            yield from (NewPage(), Title(f"第{number}章"))

    fill(story(), BOOK, Ink(faces), lambda operators: kept.append(operators) or "")
    assert len(kept) == 30


def test_an_empty_page_is_given_up_for_one_of_other_paper(printed: Reader) -> None:
    pages = printed(a_book(NewPage(), NewPage(BOOK_TURNED), NewPage(), Title("甲"), NewPage(BOOK)))
    assert len(pages) == 1
    assert round(pages.size()[0]) == 297


def test_a_story_without_anything_is_one_empty_page(printed: Reader) -> None:
    assert len(printed(a_book(NewPage()))) == 1


# --- the cover


def test_the_cover_is_counted_and_not_numbered(printed: Reader) -> None:
    pages = printed(a_book(Cover("“连心”台账", "（2026年度）", [("年度", "2026年")]), *a_chapter("甲")))
    assert "第 1 页" not in pages.texts[0]
    assert "预览" in pages.texts[0]
    assert "第 2 页 共 2 页" in pages.texts[1]


def test_the_ink_of_the_cover_s_title_stands_in_the_middle_of_the_text(printed: Reader) -> None:
    page = printed(a_book(Cover("“连心”台账", "", [("年度", "2026年")])))
    title = page.place("“连心”台账")
    assert (title.left + title.right) / 2 == pytest.approx(28 + 156 / 2, abs=1.5)
    assert (title.top + title.bottom) / 2 == pytest.approx(96, abs=2)


@pytest.mark.parametrize("length", [1, 10, 20])
def test_whatever_stands_on_the_cover_it_is_one_page_and_clear_of_the_title(
    printed: Reader, length: int
) -> None:
    facts = [("联系村（社区）", "样村、" * length), ("启用日期", "2026年1月1日"), ("填报人（签字）", "")] * 2
    page = printed(a_book(Cover("“连心”台账", "（2026年度）", facts)))
    assert len(page) == 1
    assert min(box.top for box in page.places("样")) > page.place("（2026年度）").bottom + 5
    assert max(box.bottom for box in page.places("2026年1月1日")) < 297 - 35


# --- headings and pictures


def test_a_heading_stays_with_the_first_row_of_its_table(printed: Reader) -> None:
    tall = Column("内容", 100, lambda row: row * 60)
    for space in range(100, 560, 20):
        pages = printed(Title("甲", after=space), Section("小标题", Table([tall], ["意见很多。", "意见。"])))
        heading = pages.place("小标题")
        assert heading.page in {box.page for box in pages.places("意见")}


def a_photo(width: int, height: int, caption: str = "在样例村入户") -> Photo:
    out = BytesIO()
    Image.new("RGB", (width, height), "#446688").save(out, "JPEG")
    return photo(out.getvalue(), caption)


def test_two_lying_pictures_or_one_upright_one_fill_a_page(printed: Reader) -> None:
    assert len(printed(a_book(*[Framed(a_photo(1600, 1000))] * 2))) == 1
    assert len(printed(a_book(*[Framed(a_photo(1000, 1600))] * 2))) == 2


@pytest.mark.parametrize("size", [(1600, 1000), (1000, 1600), (3000, 100), (100, 3000), (20, 20)])
def test_a_picture_stays_inside_the_margins_and_keeps_its_shape(size: tuple[int, int], faces: Fonts) -> None:
    reader = pypdf.PdfReader(BytesIO(compose(a_book(Framed(a_photo(*size))), faces=faces).data))
    content = reader.pages[0].get_contents().get_data().decode("ascii")
    width, _, _, height, x, y = map(float, content.split("q ", 1)[1].split(" cm /P1")[0].split())
    assert width / height == pytest.approx(size[0] / size[1], rel=0.02)
    assert x >= 28 * MM - 0.1
    assert x + width <= (210 - 26) * MM + 0.1
    assert y >= 35 * MM
    assert y + height <= (297 - 37) * MM + 0.1


def test_the_same_picture_is_in_the_file_once(faces: Fonts) -> None:
    twice = compose(a_book(*[Framed(a_photo(1600, 1000))] * 2), faces=faces).data
    assert twice.count(b"/Subtype /Image") == 1


@dataclass(frozen=True)
class Long:
    """A document of many pages."""

    pages: int
    name: str = "长"
    paper: styles.Paper = BOOK

    def story(self) -> Iterator[Block]:
        for number in range(self.pages):
            yield from (NewPage(), Mark(f"第{number}章"), Title(f"第{number}章"), Notes(["样" * 500]))


def test_readers_find_no_fault_in_a_long_file(faces: Fonts) -> None:
    reader = pypdf.PdfReader(BytesIO(compose(Long(300), faces=faces).data), strict=True)
    assert len(reader.pages) == 300
    assert len(reader.outline) == 300
    assert "第299章" in reader.pages[299].extract_text()


def test_the_same_print_made_again_is_the_same_file(faces: Fonts) -> None:
    assert compose(Long(3), faces=faces).data == compose(Long(3), faces=faces).data
