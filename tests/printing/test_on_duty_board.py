"""领导在岗和顶岗情况表: a day or a week, who acts, where nobody does."""

from collections.abc import Callable

import pytest

from models.activity import save_activity
from models.demo import fill_with_demo
from models.official import Official, save_official
from models.rules.calendar import period
from models.rules.kinds import ActivityState, Half
from models.setting import change_settings
from printing.choice import Choice
from printing.documents.on_duty_board import OnDutyBoard, load
from tests.models.made_up import a_leader, a_visit, day, is_absent
from tests.printing.ab_office import TODAY, an_office, on
from tests.printing.conftest import Print

Reader = Callable[..., Print]
MONDAY, SATURDAY, SUNDAY = day(11, 23), day(11, 28), day(11, 29)


@pytest.fixture
def people(office: object) -> dict[str, Official]:
    return an_office()


def of_day(when: object = TODAY) -> OnDutyBoard:
    (found,) = load(on(when))  # type: ignore[arg-type]
    return found


def of_week() -> OnDutyBoard:
    (found,) = load(on(MONDAY, last=SUNDAY))
    return found


def cells(board: OnDutyBoard, name: str) -> list[str]:
    return next(list(row.cells) for row in board.rows if row.name == name)


def test_a_day_says_of_each_half_who_is_here_out_or_away(people: dict[str, Official]) -> None:
    trip = a_visit(people["王样"], TODAY, place="样样镇", last_half=Half.AM, state=ActivityState.PLANNED)
    save_activity(trip, TODAY)
    is_absent(people["张样一"], TODAY, day(11, 26), first_half=Half.PM, reason="开会", place="省城")
    board = of_day()
    assert [row.name for row in board.rows] == ["张样一", "李样二", "王　样", "陈样三"]
    assert [row.post for row in board.rows] == ["市长", "副市长", "", "机要"]
    away = "11月25日下午至26日下午外出（开会，省城）"
    assert cells(board, "张样一") == ["在岗", "外出", "下午：李样二代行", away]
    assert cells(board, "李样二") == ["在岗", "在岗", "", "兼代张样一"]
    assert cells(board, "王　样") == ["下乡", "在岗", "", "上午走访（样样镇）"]
    assert board.warnings == []


def test_the_acting_are_named_with_their_days_of_the_year_so_far(people: dict[str, Official]) -> None:
    is_absent(people["张样一"], day(3, 2), day(3, 3), last_half=Half.AM)
    is_absent(people["张样一"], TODAY, None, reason="住院")
    (row,) = of_day().acting
    assert (row.who, row.year, row.whom, row.when) == ("李样二", "2.5", "张样一", "全天")
    assert row.why == "11月25日起外出（住院）"
    (row,) = of_week().acting
    assert (row.year, row.when) == ("6.5", "11月25日至29日")


def test_both_away_is_one_warning_of_the_two_and_a_gap_another(people: dict[str, Official]) -> None:
    change_settings({"fallback_official": "王样"})
    for name in ("张样一", "李样二", "陈样三", "刘样四"):
        is_absent(people[name], TODAY, TODAY)
    board = of_day()
    assert cells(board, "张样一")[2] == "● 王样代行"
    assert board.warnings == [
        "● 11月25日张样一、李样二AB角都外出，由王样代行。",
        "● 11月25日陈样三、刘样四（机要）AB角都外出，由王样代行。",
    ]
    assert [(row.who, row.whom) for row in board.acting] == [
        ("王　样", "张样一"),
        ("王　样", "李样二"),
        ("王　样", "陈样三（机要）"),
    ]
    is_absent(people["王样"], TODAY, TODAY)
    assert "▲ 11月25日王样外出，没有AB角，无人代行。" in of_day().warnings


def test_a_post_whose_a_left_is_vacant(people: dict[str, Official]) -> None:
    people["陈样三"].office_to = day(6, 30)
    save_official(people["陈样三"])
    assert cells(of_day(), "陈样三") == ["空缺", "空缺", "刘样四代行", ""]
    assert [row.why for row in of_day().acting] == ["岗位空缺"]
    is_absent(people["刘样四"], TODAY, TODAY)
    assert of_day().warnings == ["▲ 11月25日陈样三（机要）不在任，B角刘样四不在岗，无人代行。"]


def test_a_week_has_a_column_for_each_day_and_names_the_halves_where_they_differ(
    people: dict[str, Official],
) -> None:
    trip = a_visit(people["王样"], day(11, 24), place="样样镇", state=ActivityState.PLANNED)
    save_activity(trip, TODAY)
    is_absent(people["张样一"], TODAY, day(11, 26), first_half=Half.PM)
    board = of_week()
    assert board.span == "2026年11月23日至11月29日"
    assert cells(board, "张样一") == [
        "在岗",
        "在岗",
        "上午：在岗\n下午：外出\n李样二代行",
        "外出\n李样二代行",
        "在岗",
        "—",
        "—",
    ]
    assert cells(board, "王　样")[:2] == ["在岗", "下乡\n样样镇"]


def test_a_day_off_and_a_time_outside_office_claim_nothing(people: dict[str, Official]) -> None:
    people["张样一"].office_to = day(11, 24)
    save_official(people["张样一"])
    assert cells(of_week(), "张样一") == ["在岗", "在岗", *["—"] * 5]
    assert "张样一" not in [row.name for row in of_day().rows]
    trip = a_visit(people["王样"], SATURDAY, place="样样镇", last_half=Half.AM, state=ActivityState.PLANNED)
    save_activity(trip, TODAY)
    assert cells(of_week(), "王　样")[5] == "上午：下乡\n样样镇"
    assert of_day(SATURDAY).span == "2026年11月28日 星期六，休息日"
    assert cells(of_day(SATURDAY), "李样二")[:2] == ["—", "—"]


def test_a_longer_period_gives_each_of_its_weeks(people: dict[str, Official]) -> None:
    boards = load(Choice(TODAY, period("2026Q4")))
    assert [board.span for board in (boards[0], boards[-1])] == [
        "2026年9月28日至10月4日",
        "2026年12月28日至2027年1月3日",
    ]
    assert len(boards) == 14
    assert any("2027年没有" in note for note in boards[-1].notes)
    assert any("2026年1月1日至12月31日" in note for note in boards[-1].notes)


def test_nine_leaders_days_are_a_portrait_page_and_their_week_a_landscape_one(
    office: object, printed: Reader
) -> None:
    fill_with_demo(TODAY)
    page = printed(of_day())
    assert len(page) == 1
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    assert "韩样三" in page.text
    week = printed(of_week())
    assert week.size() == pytest.approx((297, 210), abs=0.1)
    assert week.place("星期日（休）").right < 297 - 37
    assert "本年代行" in week.text


def test_an_empty_office_has_an_empty_board(office: object, printed: Reader) -> None:
    text = printed(of_day()).text
    for words in ("尚未录入领导", "没有人外出，不需要代行", "无"):
        assert words in text


def test_numbers_in_reasons_are_masked(people: dict[str, Official], printed: Reader) -> None:
    is_absent(people["张样一"], TODAY, TODAY, reason="接待来访，电话13931571416")
    text = printed(of_day()).text
    assert "139****1416" in text
    assert "13931571416" not in text


def test_a_hundred_leaders_and_long_words_stay_inside_the_margins(
    people: dict[str, Official], printed: Reader
) -> None:
    for number in range(100):
        who = a_leader(f"阿卜杜拉·买买提明·样{number:03d}", title="市委常委、常务副市长、市政府党组副书记")
        is_absent(who, TODAY, TODAY, reason="参加培训，" * 8)
    for board in (of_day(), of_week()):
        pages = printed(board)
        assert len(pages) > 3
        assert all("第" in text for text in pages.texts)
        _, height = pages.size()
        assert len(pages.places("阿卜杜拉")) == 2 * 100
        assert max(box.bottom for box in pages.places("阿卜杜拉")) <= height - 26
