"""Forms in the office's own words: titles, columns and labels, on paper and in their twins."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.rules.calendar import period
from models.rules.problem import Problem
from models.setting import change_settings
from printing import fonts
from printing.choice import Choice
from printing.documents import form
from printing.headless import print_to
from printing.render import compose
from tests.models.made_up import a_leader, day
from tests.printing.conftest import Print
from tests.printing.matters import TODAY, a_matter

Reader = Callable[..., Print]


def said(name: str, choice: Choice) -> str:
    """All that stands on the pages of a form, without blanks."""
    made = form(name).made(choice)
    return "".join(Print(compose(made, faces=fonts.built_in()).data).text.split())


@pytest.fixture
def words(office: Path) -> None:
    a_matter(a_leader("张样一"))
    own = "民情事项台账=群众诉求台账；责任单位=承办单位；满意度=；办理情况=处理意见；调研登记表=调研台账"
    change_settings({"own_words": f"{own}；“连心”台账=“连心”手册；联系乡镇=挂点乡镇；意见建议=群众意见"})


def test_a_list_has_the_offices_title_and_columns_and_leaves_out_what_it_does_not_want(words: None) -> None:
    text = said("matter_ledger", Choice(TODAY))
    assert "2026年群众诉求台账" in text
    assert "承办单位" in text
    assert "责任单位" not in text
    assert "满意度" not in text
    assert "村口的路坏了" in text


def test_a_form_has_its_labels_and_a_word_within_a_text_stays(words: None) -> None:
    text = said("hearing_record", Choice(TODAY))
    assert "处理意见" in text
    assert "办理情况" not in text


def test_the_book_has_them_on_its_cover_in_its_contents_and_over_its_parts(words: None) -> None:
    text = said("liaison_ledger", Choice(TODAY, period("2026")))
    assert "“连心”手册" in text
    assert "“连心”台账" not in text
    assert text.count("群众意见") >= 2


def test_the_workbook_has_them_too(words: None, tmp_path: Path) -> None:
    path = tmp_path / "样.xlsx"
    print_to(form("matter_ledger"), Choice(TODAY), path)
    page = load_workbook(path).worksheets[0]
    heads = [cell.value for cell in page[3]]
    assert page["A1"].value == "2026年群众诉求台账"
    assert "承办单位" in heads
    assert "满意度" not in heads


def test_a_table_keeps_its_columns_rather_than_lose_them_all(office: Path) -> None:
    heads = ("序号", "调研报告题目", "报送日期", "批示、转化情况")
    change_settings({"own_words": "；".join(f"{head}=" for head in heads)})
    a_leader("张样一")
    text = said("fieldwork_register", Choice(TODAY, period("2026")))
    assert "调研报告题目" in text
    assert text.count("序号") == 1


def test_a_card_has_the_offices_word_for_it_and_people_keep_their_names(office: Path) -> None:
    a_leader("张样一", title="连心卡主任")
    change_settings({"own_words": "连心卡=便民联系卡；服务内容=办什么事"})
    text = said("contact_card", Choice(TODAY))
    assert text.count("便民联系卡") == 10
    assert text.count("办什么事") == 10
    assert text.count("连心卡主任") == 10


def test_without_own_words_a_form_is_as_it_was(office: Path) -> None:
    a_leader("张样一")
    choice = Choice(day(11, 25))
    assert form("matter_ledger").made(choice) == form("matter_ledger").load(choice)


def test_words_that_stand_for_nothing_are_refused(office: Path) -> None:
    with pytest.raises(Problem, match="原来的字=改成的字"):
        change_settings({"own_words": "责任单位"})
