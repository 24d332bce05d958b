"""AB角安排表: which pairings hold on a day, in which order, and what they share."""

from collections.abc import Callable

import pytest

from models.official import Official, save_official
from models.pairing import Pairing, end_pairing, pairings, save_pairing
from models.rules.calendar import period
from models.setting import change_settings
from printing.choice import Choice
from printing.documents.pairing_table import PairingTable, PairRow, load
from tests.models.made_up import a_leader, day
from tests.printing.ab_office import TODAY, a_clerk, an_office, on
from tests.printing.conftest import Print

Reader = Callable[..., Print]


@pytest.fixture
def people(office: object) -> dict[str, Official]:
    return an_office()


def table(choice: Choice = on(TODAY)) -> PairingTable:  # noqa: B008
    (found,) = load(choice)
    return found


def test_leaders_are_mutual_and_come_first_posts_follow(people: dict[str, Official]) -> None:
    leaders, post = table().rows
    assert leaders == PairRow(
        "1", "", "张样一\n市长", "李样二\n副市长", "A角 覃样 0797-8391000", "互为AB角\n不代行：人事任免"
    )
    assert post == PairRow("2", "机要", "陈样三\n科长", "刘样四", "", "不代行：密码")


def test_pairs_stand_by_the_higher_of_the_two(people: dict[str, Official]) -> None:
    people["王样"].rank = 0
    save_official(people["王样"])
    save_pairing(Pairing(a=a_leader("赵样五"), b=people["王样"]))
    assert [row.a for row in table().rows] == ["赵样五", "张样一\n市长", "陈样三\n科长"]
    assert table().rows[0].b == "王　样"


def test_leaders_without_a_named_post_show_what_each_is_in_charge_of(people: dict[str, Official]) -> None:
    people["张样一"].duties = "负责全面工作"
    save_official(people["张样一"])
    assert table().rows[0].post == "张样一：负责全面工作"


def test_what_all_rows_share_is_said_once_else_in_each(people: dict[str, Official]) -> None:
    change_settings({"office_name": "样样办"})
    for row in pairings():
        row.document, row.first_day = "样发〔2026〕2号", day(1, 1)
        save_pairing(row)
    assert table().facts == ["样样办", "文号：样发〔2026〕2号", "自2026年1月1日起"]
    end_pairing(pairings()[0], day(12, 31))
    assert table().facts == ["样样办", "文号：样发〔2026〕2号"]
    assert [row.note.splitlines()[-1] for row in table().rows] == [
        "自2026年1月1日起至2026年12月31日止",
        "自2026年1月1日起",
    ]


def test_only_what_holds_on_the_day_is_there(people: dict[str, Official]) -> None:
    end_pairing(pairings()[0], day(6, 30))
    assert [row.post for row in table().rows] == ["机要"]
    assert len(table(on(day(6, 30))).rows) == 2
    assert len(table(Choice(TODAY, period("2026H1"))).rows) == 2
    assert table(Choice(TODAY, period("2026"))).day == TODAY


def test_one_official_has_the_pairings_he_is_in(people: dict[str, Official]) -> None:
    found = table(on(TODAY, people["刘样四"]))
    assert [row.post for row in found.rows] == ["机要"]
    assert found.name == "AB角安排表_刘样四_2026年11月25日"


def test_who_left_office_is_said_and_who_has_nobody_named(people: dict[str, Official]) -> None:
    people["李样二"].office_to = day(6, 30)
    save_official(people["李样二"])
    assert table().rows[0].note.endswith("李样二不在任职期间")
    assert table().notes[-1] == "尚未安排AB角的领导：王样。"
    for number in range(12):
        a_leader(f"陈样{number}")
    assert table().notes[-1].endswith("陈样8等13人。")


def test_the_note_names_who_acts_where_both_are_away(people: dict[str, Official]) -> None:
    assert "须经批准，并明确由谁代行。" in table().notes[1]
    change_settings({"fallback_official": "王 样"})
    assert "须经批准，由王样代行。" in table().notes[1]


def test_the_table_is_a_landscape_page_with_the_day_it_stands_for(
    people: dict[str, Official], printed: Reader
) -> None:
    page = printed(table())
    assert len(page) == 1
    assert page.size() == pytest.approx((297, 210), abs=0.1)
    for words in ("AB角安排表", "（截至2026年11月25日）", "岗位（分管工作）", "（不代行事项）"):
        assert words in page.text


def test_an_office_without_pairings_says_so(office: object, printed: Reader) -> None:
    assert "没有安排AB角" in printed(table()).text


def test_a_text_longer_than_a_page_and_a_long_name_are_printed_whole(
    people: dict[str, Official], printed: Reader
) -> None:
    clerk = a_clerk("阿卜杜拉·买买提明·样例")
    save_pairing(Pairing(a=clerk, b=people["刘样四"], post="文稿", excluded="不得代行。" * 400))
    pages = printed(table())
    assert len(pages) > 1
    assert pages.text.count("行。") >= 400
    assert max(box.bottom for box in pages.places("不得")) <= 210 - 26
