"""工作交接清单: what is handed over to whom, with room for the pen and both signings."""

from collections.abc import Callable

import pytest

from models.activity import save_activity
from models.official import Official
from models.rules.kinds import ActivityState, Half
from models.rules.problem import Problem
from printing.documents.handover_list import HandoverList, Item, Party, load
from tests.models.made_up import a_visit, day, is_absent
from tests.printing.ab_office import TODAY, an_office, on
from tests.printing.conftest import Print

Reader = Callable[..., Print]
LONG = "阿卜杜拉·买买提明·样例"


@pytest.fixture
def people(office: object) -> dict[str, Official]:
    return an_office()


def handed(who: Official) -> HandoverList:
    (found,) = load(on(TODAY, who))
    return found


def test_items_are_the_lines_entered_parted_by_their_colon(people: dict[str, Official]) -> None:
    text = "公章：一枚，存保险柜\n值班表\n没有冒号而又相当长的一行要交代的事情"
    is_absent(people["张样一"], TODAY, day(11, 26), reason="开会", handover=text)
    found = handed(people["张样一"])
    assert found.items == [
        Item("1", "公章", "一枚，存保险柜"),
        Item("2", "值班表", ""),
        Item("3", "", "没有冒号而又相当长的一行要交代的事情"),
    ]
    assert found.reason == "AB角启动：张样一11月25日至26日外出（开会）"
    assert found.giver == Party("张样一", "市长", "覃样\n0797-8391000")
    assert found.taker == Party("李样二", "副市长", "")
    assert found.name == "工作交接清单_张样一_2026年11月25日"


def test_what_somebody_goes_to_instead_is_handed_over_too(people: dict[str, Official]) -> None:
    zhang = people["张样一"]
    trip = a_visit(zhang, TODAY, place="样样镇", state=ActivityState.PLANNED, stand_ins=[people["李样二"].id])
    number = save_activity(trip, TODAY).number
    save_activity(a_visit(zhang, day(11, 26), state=ActivityState.PLANNED), TODAY)
    is_absent(zhang, TODAY, day(11, 26))
    assert handed(zhang).items == [Item("1", "代为前往", f"11月25日走访样样镇（{number}）")]


def test_all_who_act_in_turn_take_over(people: dict[str, Official]) -> None:
    is_absent(people["陈样三"], TODAY, TODAY)
    found = handed(people["陈样三"])
    assert (found.giver.posts, found.taker.names) == ("样样办 科长", "刘样四")
    is_absent(people["王样"], TODAY, TODAY)
    assert handed(people["王样"]).taker == Party()


def test_the_day_of_the_return_is_there_once_it_is_known(people: dict[str, Official]) -> None:
    is_absent(people["张样一"], day(11, 23), TODAY, last_half=Half.AM, returned_on=TODAY)
    assert handed(people["张样一"]).back == "2026年11月25日"


def test_a_day_nobody_is_away_is_a_problem(people: dict[str, Official]) -> None:
    with pytest.raises(Problem, match="没有人外出"):
        load(on(TODAY))


def a_list(*items: Item) -> HandoverList:
    return HandoverList(LONG, "2026年11月25日", "外出", Party(LONG, "科长", "0797-8391000"), Party(), items)


def test_a_list_is_one_portrait_page_filled_with_rows_for_the_pen(printed: Reader) -> None:
    page = printed(a_list(Item("1", "公章", "一枚")))
    assert len(page) == 1
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    for head in (
        "编号",
        "事由",
        "移交人",
        "接收人",
        "监交人",
        "移交项目",
        "详细描述",
        "数量",
        "状态",
        "备注",
    ):
        assert head in page.text
    assert "（岗位变动时填写）" in page.text
    assert page.place("返岗交回").top > page.place("公章").top
    assert 297 - 35 - 12 < page.place("一式三份").bottom < 297 - 35


def test_many_and_long_items_flow_over_and_nothing_is_lost(printed: Reader) -> None:
    items = [Item(str(number), LONG, "要交代的事情，" * 120) for number in range(1, 9)]
    pages = printed(a_list(*items))
    assert len(pages) > 2
    assert "".join(pages.text.split()).count("情，") == 8 * 120
    assert all("移交项目" in text for text in pages.texts)
    assert "移交项目" in pages.texts[-1]
    assert "返岗交回" in pages.texts[-1]


def test_a_first_item_longer_than_the_page_begins_below_the_head(printed: Reader) -> None:
    pages = printed(a_list(Item("1", "材料", "要交代的事情，" * 200)))
    assert pages.place("要交代的事情").page == 0
