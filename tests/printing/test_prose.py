"""Running text on pages: two characters of indent, no line alone, headings and signatures with their text."""

from collections.abc import Callable

import pytest

from printing import styles
from printing.prose import Heading, Paragraph, SignedBy
from tests.printing.conftest import Print, Sheet

Reader = Callable[..., Print]
A_LINE = 28  # characters
LINES = int(styles.PORTRAIT.depth / styles.BODY.leading)


def text(printed: Reader, *blocks: object) -> Print:
    return printed(Sheet(blocks, styles.PORTRAIT))  # type: ignore[arg-type]


def long(lines: int) -> str:
    """A text of so many lines, each 甲…乙; the first two characters shorter."""
    first = "甲" + "样" * (A_LINE - 4) + "乙"
    return first + ("甲" + "样" * (A_LINE - 2) + "乙") * (lines - 1)


def test_a_paragraph_is_set_in_lines_of_28_characters_indented_by_two(printed: Reader) -> None:
    pages = text(printed, Paragraph(long(3)))
    lefts = [box.left for box in pages.places("甲样")]
    two = 2 * 15.79 * 25.4 / 72
    assert lefts[0] - 28 == pytest.approx(two, abs=0.8)
    assert lefts[1] - 28 == pytest.approx(0, abs=0.8)
    assert len(pages.places("样乙")) == 3


@pytest.mark.parametrize("before", range(LINES - 3, LINES + 1))
def test_no_line_of_a_paragraph_stands_alone(printed: Reader, before: int) -> None:
    pages = text(printed, Paragraph(long(before)), Paragraph(long(4).replace("样", "例")))
    counts = [count for number in range(len(pages)) if (count := pages.texts[number].count("例乙"))]
    assert sum(counts) == 4
    assert min(counts) >= 2


def test_a_text_of_5000_characters_takes_its_pages_and_none_stays_empty(printed: Reader) -> None:
    pages = text(printed, Paragraph(long(180)))
    assert len(pages) == -(-180 // LINES)
    assert sum(one.count("乙") for one in pages.texts) == 180


@pytest.mark.parametrize("before", [LINES - 2, LINES - 1, LINES])
def test_a_heading_goes_with_the_text_below_it(printed: Reader, before: int) -> None:
    pages = text(printed, Paragraph(long(before)), Heading("一、总体"), Paragraph("短文。"))
    assert pages.place("一、总体").page == pages.place("短文").page == 1


@pytest.mark.parametrize("before", [LINES - 2, LINES - 1, LINES])
def test_who_signs_is_never_alone_on_a_page(printed: Reader, before: int) -> None:
    pages = text(printed, Paragraph(long(before)), SignedBy(("样样办公室", "2026年11月25日")))
    assert len(pages) == 2
    assert pages.texts[1].count("乙") >= 2
    office, day = pages.place("样样办公室"), pages.place("2026年11月25日")
    assert (office.left + office.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.5)
    assert day.right == pytest.approx(210 - 26 - 4 * 15.79 * 25.4 / 72, abs=1)


def test_lines_of_a_paragraph_end_at_the_margin_and_are_read_without_blanks(printed: Reader) -> None:
    uneven = "样" * 24 + "共计540天，" + "例" * 26 + "尾。"
    pages = text(printed, Paragraph(uneven))
    assert pages.place("例例例").right <= 210 - 26 + 0.1
    assert " " not in pages.text.split("第")[0].replace("\r\n", "")
