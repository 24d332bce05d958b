"""连心卡: ten cards a sheet with marks to cut along, fronts and backs, and no leader's own telephone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.assignment import assign
from models.official import Official
from models.rules.problem import Problem
from models.setting import change_settings
from printing.choice import Choice
from printing.documents.contact_card import ContactCard, load
from tests.models.made_up import a_household, a_leader, day
from tests.printing.conftest import Print
from tests.printing.matters import TODAY

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "阿卜杜拉·买买提明·样例"


@pytest.fixture
def zhang(office: object) -> Official:
    phones = {"liaison": "覃样", "liaison_phone": "0797-8391000/13800001234"}
    return a_leader("张样", title="副市长", **phones)


def test_a_card_names_the_leader_how_to_reach_him_and_what_the_office_promises(zhang: Official) -> None:
    change_settings(
        {"office_name": "样样市", "hotline": "12345", "card_services": "样样", "card_promise": "例例"}
    )
    (found,) = load(Choice(TODAY))
    phone = "0797-8391000、13800001234"
    assert found == ContactCard("样样市", "张　样", "副市长", "覃样", phone, "12345", "样样", "例例")
    assert found.name == "连心卡_张样"


def test_there_is_a_card_for_each_household_and_none_for_who_left_office(zhang: Official) -> None:
    a_leader("李样二", office_to=day(6, 30))
    for number in range(11):
        assign(zhang, a_household(f"王样{number}"), day(1, 1))
    assert [(one.leader, one.sheets) for one in load(Choice(TODAY))] == [("张　样", 2)]


# --- pages


def made(**more: object) -> ContactCard:
    words = ("宣讲政策，走访慰问。", "件件有答复。")
    usual = ContactCard("样样市人民政府", "张样一", "副市长", "覃样", "0797-8391000", "96333", *words)
    return replace(usual, **more)  # type: ignore[arg-type]


def test_ten_cards_of_90_by_54_mm_stand_on_a_sheet(printed: Reader) -> None:
    pages = printed(made())
    assert len(pages) == 2
    assert pages.size() == pytest.approx((210, 297), abs=0.1)
    names = pages.places("张样一")
    assert len(names) == 10
    assert names[1].left - names[0].left == pytest.approx(90, abs=0.1)
    assert names[2].top - names[0].top == pytest.approx(54, abs=0.1)
    assert len(pages.places("服务热线：96333")) == 10
    assert len(pages.places("件件有答复")) == 10


def test_backs_meet_fronts_when_the_sheet_is_turned(printed: Reader) -> None:
    pages = printed(made())
    first, back = pages.place("样样市人民政府"), pages.place("服务内容")
    assert (first.left - 15, first.left) == pytest.approx((6, back.left), abs=0.3)
    assert max(box.bottom for box in pages.places("96333")) < 297 - 19.5


def test_long_names_and_promises_get_smaller_type_and_stay_on_the_card(printed: Reader) -> None:
    post = "市委常委、常务副市长、市政府党组副书记"
    long = made(leader=LONG, post=post, services=f"{RARE}样例。" * 5, promise="有诉必应，有难必帮。" * 6)
    pages = printed(long)
    assert len(pages) == 2
    assert set(RARE) <= set(pages.text)
    for row in range(5):
        top = 7.5 + 54 * row
        inside = [box for box in pages.places("有难必") if top <= box.top < top + 54]
        assert inside
        assert max(box.bottom for box in inside) <= top + 54 - 5


def test_what_no_card_can_hold_is_said_before_it_is_printed(printed: Reader) -> None:
    with pytest.raises(Problem, match="写不下“服务内容很多服务内容很多"):
        printed(made(services="服务内容很多" * 200))


def test_what_the_office_left_empty_is_left_out(printed: Reader) -> None:
    page = printed(made(office="", post="", hotline="", services="", liaison="", phone=""))
    assert "服务热线" not in page.text
    assert "服务内容" not in page.text
    assert len(page.places("联络员：")) == 10
