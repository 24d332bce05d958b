"""Tables and forms on pages: what repeats, what is joined, what flows over, what stays together."""

from collections.abc import Callable
from itertools import pairwise

from printing import styles
from printing.blocks import NotesAndSignatures, Title
from printing.form import Form, Line
from printing.page import Align
from printing.styles import MM
from printing.table import Column, Table, for_the_pen
from tests.printing.conftest import Print

Reader = Callable[..., Print]
COLUMNS = (
    Column("类别", 20, lambda row: row[0], Align.CENTRE, merged=True),
    Column("姓名", 40, lambda row: row[1]),
    Column("情况", 60, lambda row: row[2], style=styles.DENSE),
    for_the_pen("签字", 40),
)


def people(count: int, text: str = "无事") -> list[tuple[str, str, str]]:
    return [("户", f"张样{number:03d}", text) for number in range(1, count + 1)]


def test_heads_are_said_again_on_every_page(printed: Reader) -> None:
    pages = printed(Table(COLUMNS, people(40)))
    assert len(pages) == 3
    assert all("姓名" in text for text in pages.texts)


def test_every_row_is_there_once_and_inside_the_margins(printed: Reader) -> None:
    pages = printed(Table(COLUMNS, people(200)))
    boxes = [box for number in range(1, 201) for box in pages.places(f"张样{number:03d}")]
    assert len(boxes) == 200
    assert max(box.bottom for box in boxes) <= 210 - 26
    assert min(box.top for box in boxes) >= 28


def test_rows_for_the_pen_are_at_least_9_mm_apart_and_all_alike(printed: Reader) -> None:
    tops = [box.top for box in printed(Table(COLUMNS, people(10))).places("无事")]
    steps = [round(below - above, 1) for above, below in pairwise(tops)]
    assert set(steps) == {9.0}


def test_equal_cells_below_each_other_are_one_on_each_page(printed: Reader) -> None:
    rows = [("乡镇", "样例乡", ""), *people(20)]
    assert len(printed(Table(COLUMNS, rows)).places("户")) == 2


def test_a_cell_without_a_value_shows_a_dash_and_one_for_the_pen_nothing(printed: Reader) -> None:
    page = printed(Table(COLUMNS, [("户", "张样一", "")]))
    assert len(page.places("—")) == 1


def test_a_table_without_rows_says_so(printed: Reader) -> None:
    assert "尚未录入领导" in printed(Table(COLUMNS, [], empty="尚未录入领导")).text


def test_a_text_taller_than_a_page_flows_over_and_nothing_is_lost(printed: Reader) -> None:
    text = "".join(f"第{number}条意见。" for number in range(1000))
    pages = printed(Table(COLUMNS, [*people(3), ("户", "李样一", text), *people(3)]))
    assert len(pages) > 4
    shown = "".join("".join(pages.texts).split())
    assert all(f"第{number}条" in shown for number in range(1000))
    assert shown.count("意") == 1000
    assert max(box.bottom for box in pages.places("意见")) <= 210 - 26


def test_signatures_never_stand_alone_on_a_page(printed: Reader) -> None:
    closing = NotesAndSignatures(("口径",), ("领导（签字）：",))
    for count in range(10, 22):
        pages = printed(Title("走访安排表"), Table(COLUMNS, people(count)), closing)
        signed = pages.place("领导（签字）")
        assert any(box.page == signed.page for box in pages.places("无事"))


def test_rows_for_the_pen_fill_the_page_down_to_what_must_follow(printed: Reader) -> None:
    rows = Table(COLUMNS, people(3), blank=lambda number: ("", f"空{number}", ""))
    page = printed(rows, NotesAndSignatures(["附注"], ["签字："]))
    assert len(page) == 1
    assert page.place("空4").top > page.place("张样003").top
    assert 210 - 26 - 2 * 9 < page.place("附注").top < 210 - 26


def test_a_form_that_clings_takes_the_last_row_above_it_along(printed: Reader) -> None:
    pages = printed(Table(COLUMNS, people(15)), Form([Line((("签字", ""),), least=30 * MM)], clings=True))
    assert len(pages) == 2
    assert "张样015" in pages.texts[1]


def test_a_last_row_never_stands_alone_on_a_page(printed: Reader) -> None:
    for count in range(14, 20):
        pages = printed(Table(COLUMNS, people(count)))
        assert len([box for box in pages.places("无事") if box.page == len(pages) - 1]) >= 2


def test_heads_never_stand_alone_at_the_foot_of_a_page(printed: Reader) -> None:
    for space in range(100, 160, 3):
        pages = printed(Title("甲", after=space * MM - 40), Table(COLUMNS, people(3)))
        assert {box.page for box in pages.places("姓名")} <= {box.page for box in pages.places("无事")}


def test_a_title_never_stands_alone_above_the_page_of_its_table(printed: Reader) -> None:
    for count in range(10, 20):
        pages = printed(Table(COLUMNS, people(count)), Title("本周安排"), Table(COLUMNS, people(3)))
        title = pages.place("本周安排")
        assert [box for box in pages.places("情况") if box.page == title.page and box.top > title.top]


def test_columns_under_one_head_share_it(printed: Reader) -> None:
    columns = (
        Column("领导", 40, lambda row: row),
        Column("本季", 20, lambda _: "1", over="走访户数"),
        Column("累计", 20, lambda _: "2", over="走访户数"),
    )
    page = printed(Table(columns, ["张样一"]))
    common, left, right = page.place("走访户数"), page.place("本季"), page.place("累计")
    assert abs((common.left + common.right) / 2 - (left.left + right.right) / 2) < 1
    assert common.bottom < left.top


def test_a_text_that_would_take_two_lines_is_set_tighter_where_that_is_allowed(printed: Reader) -> None:
    columns = (Column("姓名", 25, lambda row: row, tight=styles.DENSE), Column("备注", 200, lambda _: ""))
    short, long = printed(Table(columns, ["张样一"])), printed(Table(columns, ["阿卜杜拉·样例"]))
    assert _height(short, "张") > _height(long, "拉")


def test_a_figure_is_never_broken_over_two_lines(printed: Reader) -> None:
    columns = [Column("已", 5.2, lambda row: row, style=styles.DENSE), Column("备注", 220, lambda _: "")]
    for figure in ("14", "88"):
        assert printed(Table(columns, [figure])).place(figure)


def _height(page: Print, text: str) -> float:
    box = page.place(text)
    return box.bottom - box.top


def test_a_form_fills_its_page_down_to_the_margin(printed: Reader) -> None:
    lines = [
        Line((("领导", "张样一"), ("职务", "副市长"))),
        Line((("问题", ""),), stretch=1),
        Line((("签字", ""),)),
    ]
    page = printed(Form(lines))
    assert abs(page.place("签字").bottom - (210 - 26 - 3.5)) < 1.5


def test_a_long_answer_in_a_form_goes_on_under_its_label(printed: Reader) -> None:
    lines = [Line((("问题", "意见很多。" * 600),), stretch=1), Line((("签字", ""),), clings=True)]
    pages = printed(Form(lines))
    assert len(pages) > 2
    assert len(pages.places("问题")) == len(pages)
    assert "意见很多" in pages.texts[-1]
