"""民情登记卡: a household with what it asked for and who came, its numbers masked."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.activity import save_activity
from models.assignment import assign
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import Half, Manner
from models.rules.problem import Problem
from printing.choice import Choice
from printing.documents.household_card import HouseholdCard, load
from tests.models.made_up import a_household, a_leader, a_village, a_visit, day
from tests.printing.conftest import Print
from tests.printing.matters import CLOSED, TODAY, a_matter

Reader = Callable[..., Print]
RARE = "䶮㛃𠅤喆翀犇堃䃅䜣䜩䴖頔𬱖韡𬀩"
LONG = "阿卜杜拉·买买提明·样例"
YEAR = period("2026")


@pytest.fixture
def zhang(office: object) -> Official:
    return a_leader("张样一", title="副市长", liaison="覃样", liaison_phone="0797-8391000")


@pytest.fixture
def house(zhang: Official) -> ContactPoint:
    """A household of 张样一's since the first of the year."""
    more = {"people": 4, "category": "脱贫户", "note": "户主电话13800009999，务工"}
    point = a_household("王样甲", a_village(), "1组3号", phone="13800001234", **more)
    assign(zhang, point, day(1, 1))
    return point


def card(choice: Choice) -> HouseholdCard:
    (found,) = load(choice)
    return found


def test_a_card_says_who_the_household_is_with_its_numbers_masked(
    zhang: Official, house: ContactPoint
) -> None:
    found = card(Choice(TODAY, YEAR))
    assert (found.head, found.people, found.category) == ("王样甲", "4人", "脱贫户")
    assert found.place == "样样县样样村1组3号"
    assert (found.phone, found.about) == ("138****1234", "户主电话138****9999，务工")
    assert (found.leader, found.liaison) == ("张样一（副市长）", "覃样 0797-8391000")
    assert (found.asked, found.visits, found.share) == ("无", "无", "\n（0/2次）")
    assert found.name == "民情登记卡_张样一_王样甲_2026年"
    assert card(Choice(TODAY, YEAR, full=True)).phone == "13800001234"


def test_visits_of_the_year_are_told_with_what_was_said(zhang: Official, house: ContactPoint) -> None:
    li = a_leader("李样二")
    first = a_visit(zhang, day(3, 5), house, first_half=Half.PM, stand_ins=[li.id])
    first.targets[0].heard, first.targets[0].reply = "门前道路泥泞", "已列入计划，电话13900005678。"
    save_activity(first, TODAY)
    save_activity(a_visit(zhang, day(4, 1), house, heard="饮水困难"), TODAY)
    called = a_visit(zhang, day(5, 1), house)
    called.targets[0].manner = Manner.PHONE
    save_activity(called, TODAY)
    save_activity(a_visit(zhang, day(5, 1, 2025), house), TODAY)
    found = card(Choice(TODAY, YEAR))
    assert found.visits.splitlines() == [
        "3月5日下午张样一（李样二代）入户：门前道路泥泞；答复：已列入计划，电话139****5678。",
        "4月1日张样一入户：饮水困难。",
        "5月1日张样一电话。",
    ]
    assert found.share == "\n（1/2次）"


def test_matters_of_the_household_stand_there_until_they_were_closed_in_an_earlier_year(
    zhang: Official, house: ContactPoint
) -> None:
    words = {"contact_point": house.id, "unit": "样样局"}
    a_matter(zhang, on=day(5, 1, 2025), due=day(11, 20), content="旧事", **words)
    a_matter(zhang, *CLOSED, due=day(11, 23), **words)
    a_matter(zhang, content="家事", sensitive=True, **words)
    assert card(Choice(TODAY, YEAR)).asked.splitlines() == [
        "（1）2025年5月1日：旧事；样样局；办理时限11月20日（● 已超期3个工作日）。",
        "（2）11月2日：村口的路坏了；样样局；办理时限11月23日；已修好（✓ 已销号）。",
        "（3）11月2日：敏感事项，内容不列。",
    ]
    assert "家事" in card(Choice(TODAY, YEAR, full=True)).asked
    assert "村口的路坏了" not in card(Choice(TODAY, period("2027"))).asked


def test_cards_are_of_all_households_of_a_leader_or_of_one(zhang: Official, house: ContactPoint) -> None:
    li, other = a_leader("李样二"), a_household("李样乙")
    assign(li, other, day(1, 1))
    loose = a_household("陈样丙")
    assert [one.head for one in load(Choice(TODAY, YEAR))] == ["王样甲", "李样乙"]
    assert [one.head for one in load(Choice(TODAY, YEAR, li))] == ["李样乙"]
    assert card(Choice(TODAY, number=str(house.id))).head == "王样甲"
    found = card(Choice(TODAY, number=str(loose.id)))
    assert (found.head, found.leader, found.share) == ("陈样丙", "", "")


def test_no_household_is_said(zhang: Official) -> None:
    with pytest.raises(Problem, match="2026年张样一没有联系户"):
        load(Choice(TODAY, YEAR, zhang))
    for number in ("999", "样", str(a_village().id)):
        with pytest.raises(Problem, match="没有编号为"):
            load(Choice(TODAY, number=number))


# --- pages


def test_a_blank_card_is_one_page_to_sign(printed: Reader) -> None:
    page = printed(card(Choice(TODAY)))
    assert len(page) == 1
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    shown = "".join(page.text.split())
    for label in (
        "户主姓名",
        "家庭住址",
        "生产生活状况",
        "反映的事项及办理情况",
        "基层组织和群众评议",
        "（签字）",
    ):
        assert label in shown
    assert 297 - 35 - 15 < page.place("登记人").bottom < 297 - 35


def test_a_household_that_asked_a_lot_flows_over(printed: Reader) -> None:
    long = HouseholdCard(
        "2026年", "2026年11月25日", LONG, place=LONG * 5, liaison=LONG, about=RARE, share="\n（2/2次）"
    )
    pages = printed(replace(long, asked="\n".join(["道路泥泞。" * 100] * 10), visits="来访。" * 900))
    shown = "".join(pages.text.split())
    assert shown.count("泥泞。") >= 1000 - 2 * len(pages)
    assert shown.count("来访。") >= 900 - 2 * len(pages)
    assert set(RARE) <= set(shown)
    assert "登记人" in pages.texts[-1]
    assert "群众评议" in pages.texts[-1]
