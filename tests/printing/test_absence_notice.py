"""AB角启动通知单: who acts in each part of an absence, what is in hand, both away, the return."""

from collections.abc import Callable
from datetime import date

import pytest

from models.absence_entry import AbsenceEntry, come_back, save_absence
from models.activity import save_activity
from models.official import Official
from models.rules.calendar import period
from models.rules.kinds import ActivityState, Half
from models.rules.problem import Problem
from models.setting import change_settings
from printing.choice import Choice
from printing.documents.absence_notice import AbsenceNotice, load
from printing.lines import JOINER
from tests.models.made_up import a_visit, day, is_absent
from tests.printing.ab_office import TODAY, an_office, on
from tests.printing.conftest import Print

Reader = Callable[..., Print]


@pytest.fixture
def people(office: object) -> dict[str, Official]:
    return an_office()


def notice(who: Official, when: date = TODAY, **more: bool) -> AbsenceNotice:
    (found,) = load(on(when, who, **more))
    return found


def told(text: str) -> str:
    """Without what keeps it on one line."""
    return text.replace(JOINER, "")


def test_a_notice_says_when_to_the_half_day_and_who_acts(people: dict[str, Official]) -> None:
    away = {"first_half": Half.PM, "reason": "开会", "place": "省城", "told_on": "2026-11-23"}
    is_absent(people["张样一"], day(11, 24), day(11, 26), **away)
    found = notice(people["张样一"])
    assert told(found.time) == "2026年11月24日（星期二）下午至11月26日（星期四）下午，共2.5天"
    assert (found.away, found.post, found.reason, found.place) == ("张样一", "市长", "开会", "省城")
    assert (found.acting, found.excluded) == ("李样二（副市长）", "人事任免")
    assert (found.told, found.liaison) == ("2026年11月23日", "覃样\n0797-8391000")
    assert (found.approval, found.both_away) == ("A角、B角没有同时外出", False)
    assert found.name == "AB角启动通知单_张样一_2026年11月24日"


def test_half_a_day_and_an_open_end(people: dict[str, Official]) -> None:
    is_absent(people["张样一"], TODAY, TODAY, last_half=Half.AM)
    is_absent(people["王样"], TODAY, None)
    is_absent(people["李样二"], TODAY, TODAY)
    assert told(notice(people["李样二"]).time) == "2026年11月25日（星期三）全天，共1天"
    assert told(notice(people["张样一"]).time) == "2026年11月25日（星期三）上午，共0.5天"
    assert notice(people["王样"]).time == "2026年11月25日（星期三）上午起，返岗时间未定"
    assert notice(people["王样"]).acting == "没有可以代行的B角，无人代行"


def test_each_stretch_is_named_where_it_changes_who_acts(people: dict[str, Official]) -> None:
    change_settings({"fallback_official": "王样"})
    is_absent(people["张样一"], day(11, 24), day(11, 26))
    is_absent(people["李样二"], TODAY, TODAY, first_half=Half.PM)
    found = notice(people["张样一"])
    assert found.acting.splitlines() == [
        "11月24日上午至25日上午：李样二（副市长）",
        "11月25日下午：李样二也外出，由王样代行",
        "11月26日：李样二（副市长）",
    ]
    assert found.approval == "11月25日下午AB角李样二也外出，由王样代行。"


def test_both_away_is_approved_by_somebody_who_signs(people: dict[str, Official], printed: Reader) -> None:
    is_absent(people["李样二"], TODAY, TODAY)
    is_absent(people["张样一"], TODAY, TODAY, approver="赵样五")
    found = notice(people["张样一"])
    assert found.both_away
    assert found.approval == "11月25日AB角李样二也外出，无人代行。\n批准人：赵样五"
    page = printed(found)
    assert len(page) == 1
    assert "批准日期" in page.text


def test_a_clerk_is_acted_for_in_each_post_of_his(people: dict[str, Official]) -> None:
    is_absent(people["陈样三"], TODAY, TODAY)
    found = notice(people["陈样三"])
    assert (found.acting, found.excluded) == ("【机要】刘样四", "【机要】密码")
    is_absent(people["刘样四"], TODAY, TODAY)
    assert notice(people["刘样四"]).acting == "没有安排B角"
    assert notice(people["刘样四"]).excluded == "无"
    assert notice(people["刘样四"]).approval == "11月25日AB角陈样三（机要）也外出，无人代行。"


def test_in_hand_is_what_was_entered_and_what_was_planned(people: dict[str, Official]) -> None:
    zhang, li = people["张样一"], people["李样二"]
    planned = {"state": ActivityState.PLANNED, "place": "样样镇", "last_half": Half.AM}
    handed, still_his = (
        save_activity(a_visit(zhang, TODAY, **planned, stand_ins=[li.id]), TODAY).number,
        save_activity(a_visit(zhang, day(11, 26), **planned), TODAY).number,
    )
    save_activity(a_visit(zhang, day(11, 26), **(planned | {"state": ActivityState.CANCELLED})), TODAY)
    save_activity(a_visit(zhang, day(11, 27), **planned), TODAY)
    is_absent(zhang, TODAY, day(11, 26), handover="公章：一枚\n\n周报 9:30 前交，电话13812341234")
    assert notice(zhang).in_hand.splitlines() == [
        "1.公章：一枚",
        "2.周报 9:30 前交，电话138****1234",
        f"3.11月25日上午走访样样镇（{handed}）：由李样二代为前往",
        f"4.11月26日上午走访样样镇（{still_his}）：尚未另行安排",
    ]
    assert "13812341234" in notice(zhang, full=True).in_hand


def test_the_return_is_told_or_left_to_the_pen(people: dict[str, Official]) -> None:
    kept = save_absence(AbsenceEntry(people["张样一"].id, day(11, 23), last_day=TODAY), TODAY)
    assert notice(people["张样一"]).back == "        年    月    日返岗，代行事项已交回。"
    come_back(kept, day(11, 24), Half.PM, TODAY)
    assert notice(people["张样一"], day(11, 23)).back == "2026年11月24日已返岗，代行事项已交回"


def test_everybody_away_that_day_has_a_notice_in_rank_order(people: dict[str, Official]) -> None:
    for name in ("刘样四", "王样", "张样一"):
        is_absent(people[name], TODAY, TODAY)
    is_absent(people["李样二"], day(11, 26), day(11, 26))
    assert [found.away for found in load(Choice(TODAY))] == ["张样一", "王样", "刘样四"]
    assert len(load(Choice(TODAY, period("2026Q4")))) == 4


def test_a_day_nobody_is_away_is_a_problem_in_words(people: dict[str, Official]) -> None:
    with pytest.raises(Problem, match="2026年11月25日没有人外出"):
        load(Choice(TODAY))
    with pytest.raises(Problem, match="2026年11月25日张样一没有外出"):
        load(on(TODAY, people["张样一"]))
    with pytest.raises(Problem, match="2026年第四季度没有人外出"):
        load(Choice(TODAY, period("2026Q4")))


def test_a_short_notice_is_one_portrait_page_with_two_places_to_sign(
    people: dict[str, Official], printed: Reader
) -> None:
    is_absent(people["张样一"], TODAY, TODAY)
    page = printed(notice(people["张样一"]))
    assert len(page) == 1
    assert page.size() == pytest.approx((210, 297), abs=0.1)
    assert page.place("（或秘书）").bottom < 297 - 35
    assert "批准日期" not in page.text


def test_a_very_long_list_flows_over_and_the_signatures_are_not_alone(
    people: dict[str, Official], printed: Reader
) -> None:
    is_absent(people["张样一"], TODAY, TODAY, handover="待办。" * 1700)
    pages = printed(notice(people["张样一"]))
    assert len(pages) > 3
    assert "".join(pages.text.split()).count("办。") == 1700
    assert "返岗销号" in pages.texts[-1]
    assert "（或秘书）" in pages.texts[-1]
