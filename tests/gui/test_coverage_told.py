"""What 履职总览 says in words: pace on any day, names of places, boxes in every state."""

from datetime import date

from gui.state.coverage import Seen
from gui.state.coverage_told import detail_lines, detail_title, done_words, note_of, pace_words, service_words
from models.coverage_words import (
    figure,
    missed_word,
    short_name,
    span_sign,
    span_title,
    words,
)
from models.rules.calendar import day_in, period
from models.rules.counting import Progress
from models.rules.coverage import Box, Known, times, whole
from models.rules.kinds import ActivityKind, ActivityState, Service
from models.service_coverage import Reached
from tests.rules.small_office import (
    HOUSEHOLD,
    OTHER_HOUSEHOLD,
    activity,
    day,
    duty,
    holds,
    leader,
    line,
    lines,
    visit,
)

RULE = duty("fieldwork_days")


def days(*out: object, today: str = "2026-11-25", **office: object) -> Progress:
    return line(RULE, "2026", *out, held=[], today=today, **office)


def said(found: Progress, today: str) -> list[str]:
    return [text for text, _ in pace_words(found, day(today))]


def boxed(*found: Progress, **known: object) -> Box:
    box = whole(found, Known(known.get("days", {}), known.get("reasons", {})))  # type: ignore[arg-type]
    assert box is not None
    return box


def test_the_pace_is_told_as_days_weeks_and_days_a_week() -> None:
    out = activity(ActivityKind.FIELDWORK, "01-01", "2026-02-10")
    assert said(days(out, today="2026-10-29"), "10-29") == ["▲ 还差 19 天", "剩余 9.0 周", "每周需 2.1 天"]


def test_on_the_last_day_and_after_it_there_is_no_pace() -> None:
    assert said(days(today="2026-12-31"), "12-31") == ["▲ 还差 60 天", "期间已到最后一天"]
    assert said(days(today="2027-01-01"), "2027-01-01") == ["● 还差 60 天", "期间已结束"]


def test_what_is_done_or_not_asked_for_needs_no_pace() -> None:
    out = activity(ActivityKind.FIELDWORK, "01-01", "2026-03-31")
    assert said(days(out), "11-25") == ["✓ 已完成 90 天"]
    gone = days(officials=[leader(until="2026-01-01")])
    assert said(gone, "11-25") == ["本期不要求"]


def test_days_planned_are_told_beside() -> None:
    plan = activity(ActivityKind.FIELDWORK, "12-03", state=ActivityState.PLANNED)
    assert said(days(plan), "11-25")[-1] == "已安排 1 天"


def test_several_points_say_which_of_them_lack_something() -> None:
    found = lines("2026", visit("02-09", HOUSEHOLD), today="2026-11-25", rules=[duty("household_visit")])
    seen = Seen(boxed(*found), duty("household_visit"))
    assert detail_title(seen, with_leader=True) == "张样一  走访户  2026年"
    assert detail_lines(seen, day("11-25")) == ["应 4 次，已 1 次", "未完成：王样甲（1/2）、王样乙（0/2）"]
    assert seen.box.share == 0.25


def test_more_visits_to_one_point_are_none_to_another() -> None:
    trips = [visit(text, HOUSEHOLD) for text in ("02-09", "03-02", "05-18", "08-06")]
    found = lines("2026", *trips, rules=[duty("household_visit")])
    assert figure(boxed(*found)) == "2/4"
    assert figure(boxed(found[0])) == "4/2"


def test_two_rules_of_one_duty_stand_side_by_side() -> None:
    changed = [duty("fieldwork_days", until="2026-06-30"), duty("fieldwork_days", 90, since="2026-07-01")]
    found = lines("2026", rules=changed, held=[])
    assert figure(boxed(*found)) == "0/30、0/45"


def test_the_note_at_the_pointer_says_everything_with_the_reason() -> None:
    found = line("hearing", "2026Q3", today="2026-11-25")
    box = boxed(found, reasons={(1, "hearing", None, "2026Q3"): "住院"})
    told = note_of(Seen(box, duty("hearing")))
    assert told == "张样一  下访听诉  2026年第三季度  ● 逾期（已说明）  已完成 0/1 次  原因：住院"
    assert note_of(3) == ""


def test_each_duty_has_its_word_for_what_was_missed() -> None:
    told = {code: missed_word(duty(code)) for code in ("village_visit", "hearing", "report", "point_meeting")}
    assert list(told.values()) == ["未走访", "未开展", "未提交", "未参加"]
    assert missed_word(RULE) == "未完成"


def test_periods_have_a_long_and_a_short_head() -> None:
    heads = [(span_title(period(text)), span_sign(period(text))) for text in ("2026Q3", "2026H1", "2026")]
    assert heads == [("第三季度", "三"), ("上半年", "上"), ("全年", "")]


def test_a_day_of_another_year_names_its_year() -> None:
    assert day_in(date(2025, 12, 30), 2026) == "2025年12月30日"
    assert short_name(duty("household_visit")) == "走访户"


def test_a_box_gets_shorter_down_to_its_sign() -> None:
    found = line("household_visit", "2026", visit("02-09", HOUSEHOLD), held=[holds(HOUSEHOLD)])
    first, second = times(found, 2, Known({"02-09": day("02-09")}, {}))
    assert words(first, duty("household_visit")) == ("✓ 2月9日", "✓ 2.9", "✓")
    assert words(second, duty("household_visit")) == ("○ 未到期", "○ 未到", "○")


def test_how_far_the_work_is_names_what_is_late_only_where_something_is() -> None:
    found = lines("2026Q1", held=[holds(OTHER_HOUSEHOLD)])
    assert done_words(found) == "已完成 0 项 / 应完成 1 项"
    late = lines("2026Q1", held=[], today="2026-04-01")
    assert done_words(late) == "已完成 0 项 / 应完成 1 项    逾期 1 项"
    assert done_words(late, {late[0].about}).endswith("    逾期 1 项，其中已说明 1 项")


def test_the_three_services_are_told_by_households() -> None:
    assert service_words([Reached(Service.POLICY, 8, 10), Reached(Service.HELP, 0, 10)]) == (
        "送政策8、服务0/10户"
    )
    assert service_words([Reached(Service.POLICY, 0, 0)]) == ""
