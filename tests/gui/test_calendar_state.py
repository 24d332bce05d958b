"""走访日历 without a window: what is drawn where, what half-days and days say, which days are shown."""

from datetime import date, timedelta

import pytest

from gui.look.palette import Tone
from gui.state.calendar_facts import CalendarFacts
from gui.state.calendar_items import tally
from gui.state.calendar_month import MonthSheet
from gui.state.calendar_quarter import Mark, QuarterBoxes, marks, months
from gui.state.calendar_span import View, meant, shown, title, turned
from models.agenda import Agenda, Entry, Out
from models.almanac import AlmanacDay
from models.lunar import Lunar
from models.rules.kinds import ActivityKind, ActivityState, DayKind, Half
from models.rules.pairing import Whereabouts, half_day

ZHANG, LI = 1, 2
PEOPLE = {ZHANG: "张样一", LI: "李样二"}
TODAY = date(2026, 11, 25)


def nov(day: int) -> date:
    return date(2026, 11, day)


def entry(
    first: date,
    last: date | None = None,
    state: ActivityState = ActivityState.PLANNED,
    kind: ActivityKind = ActivityKind.VISIT,
    half: Half | None = Half.AM,
    leaders: tuple[int, ...] = (ZHANG,),
    **more: object,
) -> Entry:
    values = {
        "id": hash((first, last, state, kind, half, leaders)) % 10_000,
        "number": "HD20260001",
        "kind": kind,
        "state": state,
        "first_day": first,
        "first_half": half or Half.AM,
        "last_day": last or first,
        "last_half": half or Half.PM,
        "place": "样样镇",
        "purpose": "",
        "title": "",
        "leaders": leaders,
        "stand_ins": (),
        "targets": (),
        "villages": {},
    }
    return Entry(**(values | more))  # type: ignore[arg-type]


def out(who: int, first: date, last: date | None, *, clash: bool = False, acting: int | None = None) -> Out:
    ends = half_day(last, Half.PM) if last else None
    return Out(1, who, half_day(first, Half.AM), ends, "学习", acting, clash)


def agenda(*entries: Entry, absences: tuple[Out, ...] = ()) -> Agenda:
    return Agenda(nov(1), nov(30), entries, absences, PEOPLE, Whereabouts((), (), {}), is_weekday)


def is_weekday(day: date) -> bool:
    return day.weekday() < 5


def almanac_day(day: date, kind: DayKind | None = None, name: str = "", *, quiet: bool = False) -> AlmanacDay:
    return AlmanacDay(day, day.weekday() < 5, kind, name, Lunar(10, 3), quiet)


def facts(
    *entries: Entry, absences: tuple[Out, ...] = (), leader: int | None = ZHANG, view: View = View.MONTH
) -> CalendarFacts:
    first, last = shown(view, TODAY)
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    known = {day: almanac_day(day) for day in days}
    return CalendarFacts(view, TODAY, TODAY, leader, agenda(*entries, absences=absences), known, {})


# --- which days


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 11, 25), date(2026, 10, 26), date(2026, 12, 6)),
        (date(2026, 12, 31), date(2026, 11, 30), date(2027, 1, 3)),
        (date(2028, 2, 29), date(2028, 1, 31), date(2028, 3, 5)),
        (date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 28)),
    ],
)
def test_a_month_is_shown_in_whole_weeks_from_monday(day: date, first: date, last: date) -> None:
    assert shown(View.MONTH, day) == (first, last)
    assert meant(View.MONTH, day)[0] == day.replace(day=1)


def test_quarter_and_list_show_the_quarter_and_turn_by_it() -> None:
    for view in (View.QUARTER, View.LIST):
        assert shown(view, TODAY) == (date(2026, 10, 1), date(2026, 12, 31))
        assert title(view, TODAY) == "2026年第四季度"
        assert turned(view, TODAY, 1) == date(2027, 2, 25)
    assert turned(View.MONTH, date(2028, 1, 31), 1) == date(2028, 2, 29)


# --- what a day says


def test_absences_come_first_then_long_activities_then_the_rest_and_cancelled_ones_last() -> None:
    cancelled = entry(nov(20), state=ActivityState.CANCELLED)
    found = facts(
        cancelled,
        entry(nov(20), half=Half.PM),
        entry(nov(19), nov(20), kind=ActivityKind.FIELDWORK, half=None),
        absences=(out(ZHANG, nov(18), nov(20), acting=LI),),
    ).items
    assert [item.text for item in found] == [
        "外出至11月20日 李样二代行（学习）",
        "◆ 调研 样样镇",
        "◆ 下 样样镇",
        "上 取消 样样镇",
    ]


def test_of_all_leaders_everybody_is_named_and_of_one_only_what_is_his() -> None:
    mine = entry(nov(26), targets=("王样甲", "王样乙", "王样丙"))
    others = entry(nov(26), leaders=(LI,))
    instead = entry(nov(27), leaders=(LI,), stand_ins=(ZHANG,))
    everybody = facts(mine, others, instead, leader=None)
    assert [item.text for item in everybody.items] == [
        "○ 上 张样一 样样镇 3个",
        "○ 上 李样二 样样镇",
        "○ 上 李样二（代：张样一） 样样镇",
    ]
    assert [item.text for item in facts(mine, others, instead).items] == [
        "○ 上 样样镇 3个",
        "○ 上 李样二（代：张样一） 样样镇",
    ]


def test_a_report_is_named_by_its_title_and_a_visit_without_a_place_by_whom_it_is_for() -> None:
    report = entry(nov(26), kind=ActivityKind.REPORT, title="饮水安全", half=None)
    visit = entry(nov(27), place="", targets=("王样甲", "王样乙"))
    assert [item.text for item in facts(report, visit).items] == ["○ 报告 饮水安全", "○ 上 王样甲、王样乙"]


def test_only_what_is_still_to_come_is_warned_of() -> None:
    saturday, past = entry(nov(28)), entry(nov(21), state=ActivityState.DONE)
    found = facts(saturday, past)
    warned = [item for item in found.items if found.warned(item)]
    assert [item.entry for item in warned] == [saturday]
    assert found.told(warned[0]).head == ("▲ 上 样样镇", Tone.NEAR)
    assert found.told(warned[0]).against == ["▲ 11月28日（星期六）是休息日。"]
    assert found.summary("张样一") == ["2026年11月", "张样一", "完成 1    计划 1", "▲ 1 项有冲突"]


def test_states_are_counted_with_their_signs_and_absences_beside_them() -> None:
    found = facts(
        entry(nov(27)),
        entry(nov(26)),
        entry(nov(20), state=ActivityState.DONE),
        entry(nov(19)),
        absences=(out(ZHANG, nov(3), None),),
    )
    assert tally(found.items) == "✓1 ○2 ◆1 外1"
    assert found.summary("张样一")[2] == "完成 1    计划 2    待确认 1"


def test_an_empty_month_says_so_and_an_empty_day_says_what_to_do() -> None:
    assert facts().summary("张样一") == ["2026年11月", "张样一", "没有安排"]
    assert facts().line(TODAY) == "今天 11月25日 星期三    农历十月初三    没有安排，双击或按 Enter 新增"


def test_an_open_absence_lasts_and_both_of_a_pair_away_is_said() -> None:
    found = facts(absences=(out(ZHANG, nov(20), None, clash=True),))
    (item,) = found.items
    assert (item.last_day, item.tone) == (nov(30), Tone.LATE)
    assert found.told(item).lines == ["11月20日上午起，未定返回", "● 张样一外出，未定返回 AB角都不在（学习）"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((20, Half.AM), (20, Half.PM), "外出 无人代行（学习）"),
        ((20, Half.PM), (20, Half.PM), "外出下午 无人代行（学习）"),
        ((20, Half.AM), (22, Half.AM), "外出至11月22日上午 无人代行（学习）"),
    ],
)
def test_an_absence_says_until_when(first: tuple[int, Half], last: tuple[int, Half], words: str) -> None:
    begins, ends = (half_day(nov(day), half) for day, half in (first, last))
    found = facts(absences=(Out(1, ZHANG, begins, ends, "学习", None, clash=False),))
    assert [item.text for item in found.items] == [words]


def sheet(days: dict[date, AlmanacDay], markets: dict[date, list[str]]) -> MonthSheet:
    return MonthSheet(TODAY, TODAY, (), days, markets, lambda _: False)


def test_a_holiday_is_named_on_its_first_day_and_the_rest_keep_their_lunar_days() -> None:
    first, second, third = nov(3), nov(4), nov(5)
    shown_ = sheet(
        {
            first: almanac_day(first, DayKind.OFF, "样节"),
            second: almanac_day(second, DayKind.OFF, "样节"),
            third: almanac_day(third, DayKind.WORK, "样节"),
        },
        {first: ["样样镇"], second: ["样样镇", "别样镇"]},
    )
    assert [shown_.label(day) for day in (first, second, third)] == ["样节", "初三", "初三"]
    assert [shown_.market(day) for day in (first, second, third)] == ["圩 样样镇", "圩 样样镇等2", ""]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (almanac_day(nov(3), DayKind.OFF, "样节"), "样节 休"),
        (almanac_day(nov(7), DayKind.WORK), "调休上班"),
        (almanac_day(nov(7)), "休息日"),
        (almanac_day(nov(3), quiet=True), "无会月"),
    ],
)
def test_a_day_in_words_says_what_kind_of_day_it_is(day: AlmanacDay, words: str) -> None:
    found = facts()
    found.almanac = {day.day: day}
    assert found.heading(day.day)[1] == f"农历十月初三    {words}"


def test_months_without_meetings_are_named() -> None:
    found = facts(view=View.QUARTER)
    december = date(2026, 12, 1)
    found.almanac = {**found.almanac, december: almanac_day(december, quiet=True)}
    assert found.quiet() == "12月无会月"
    assert facts().quiet() == ""


# --- the quarter


def test_each_half_day_has_one_mark() -> None:
    found = facts(
        entry(nov(26)),
        entry(nov(27), kind=ActivityKind.FIELDWORK, half=None),
        entry(nov(27), kind=ActivityKind.HEARING),
        entry(nov(20), state=ActivityState.DONE),
        entry(nov(18), state=ActivityState.CANCELLED),
        absences=(out(ZHANG, nov(10), nov(10)),),
        view=View.QUARTER,
    ).sheet()
    quiet = found._replace(warned=lambda _: False)
    assert marks(quiet, nov(26)) == (Mark("○访", Tone.NOT_DUE), None)
    assert marks(quiet, nov(27)) == (Mark("○2", Tone.NOT_DUE), Mark("○研", Tone.NOT_DUE))
    assert marks(found, nov(27)) == (Mark("▲2", Tone.NEAR), Mark("▲研", Tone.NEAR))
    assert marks(found, nov(20)) == (Mark("✓访", Tone.DONE), None)
    assert marks(found, nov(18)) == (None, None)
    assert marks(found, nov(10)) == (Mark("外", Tone.SOFT), Mark("外", Tone.SOFT))


@pytest.mark.parametrize("day", [date(2026, 10, 1), date(2026, 11, 30), date(2026, 12, 31)])
def test_days_of_the_quarter_are_found_where_they_are_drawn(day: date) -> None:
    boxes = QuarterBoxes(months(TODAY), 1000, 600, 40, 20)
    left, top, right, bottom = boxes.day(day) or (0, 0, 0, 0)
    assert boxes.day_at(left + 1, top + 1) == day
    assert boxes.day_at(right - 1, bottom - 1) == day
    assert bottom <= 600
    assert boxes.day(date(2027, 1, 1)) is None
