"""The index finds what is in the database, as it is now; ranked, capped, told in all."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from models.activity import Activity, ActivityEntry, Participant, Target, TargetEntry, save_activity
from models.assignment import assign
from models.contact_point import ContactPoint, save_point
from models.official import Official, save_official
from models.rules.finding import words
from models.rules.kinds import ActivityKind, ActivityState, Outcome
from models.search import index as search_index
from models.search.index import MOST, Found, SearchIndex
from models.search.shown import Shown, shown
from models.search.texts import TOGETHER, Texts
from models.storage.bulk import insert_rows, next_id
from models.writing import Topic, writing
from tests.models.made_up import a_household, a_leader, a_township, a_village, a_visit, day

TODAY = day(11, 25)


@pytest.fixture
def zhang(office: object) -> Official:
    """张样一, deputy mayor, keeps contact with 横山村 in 天九镇 and a household there, and visited both."""
    zhang = a_leader("张样一", title="副市长", unit="样市政府")
    a_leader("单样二", title="秘书长")
    village = a_village("横山村", a_township("天九镇"))
    home = a_household("王样甲", village, "3组12号", category="低保户", note="村口第二家 13912345678")
    for point in (village, home):
        assign(zhang, point, day(1, 1))
    visit = a_visit(zhang, day(3, 5), village, place="天九镇", purpose="看望群众")
    visit.targets = [
        *visit.targets,
        TargetEntry(home.id, Outcome.MET, heard="饮水管道老化", reply="已转水利局"),
    ]
    save_activity(visit, TODAY)
    return zhang


@pytest.fixture
def index(zhang: Official) -> SearchIndex:
    index = SearchIndex()
    index.read()
    return index


def _whole(index: SearchIndex, typed: str) -> Found:
    answers = list(index.find(typed))
    return answers[-1] if answers else Found()


def _names(index: SearchIndex, typed: str) -> list[str]:
    """What is found, in order: names of people and points, and 编号 of activities."""
    rows = (one.record() for one in shown(_whole(index, typed), TODAY))
    return [row.number if isinstance(row, Activity) else row.name for row in rows if row]


def _again(index: SearchIndex, typed: str) -> list[str]:
    index.read()
    return _names(index, typed)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("张样一", ["张样一", "HD20260001"]),
        ("zyy", ["张样一", "HD20260001"]),
        ("fsz", ["张样一"]),
        ("样市政府", ["张样一"]),
        ("dye", ["单样二"]),
        ("sye", ["单样二"]),
        ("hsc", ["横山村", "王样甲", "HD20260001"]),
        ("天九镇", ["天九镇", "横山村", "王样甲", "HD20260001"]),
        ("tjz", ["天九镇", "横山村", "王样甲", "HD20260001"]),
        ("样样县", ["天九镇", "横山村", "王样甲"]),
        ("3组", ["王样甲"]),
        ("低保", ["王样甲"]),
        ("村口", ["王样甲"]),
        ("饮水", ["HD20260001"]),
        ("水利局", ["HD20260001"]),
        ("看望", ["HD20260001"]),
        ("走访", ["HD20260001"]),
        ("hd2026", ["HD20260001"]),
        ("张样 饮水", ["HD20260001"]),
        ("wyj zyy", ["HD20260001"]),
        ("横山 王样", ["王样甲", "HD20260001"]),
        ("单样 饮水", []),
        ("饮水道管", []),
        ("ysgd", []),
        (" ", []),
    ],
)
def test_it_is_found_by(index: SearchIndex, typed: str, names: list[str]) -> None:
    assert _names(index, typed) == names


def test_a_new_activity_is_found_once_read(index: SearchIndex, zhang: Official) -> None:
    save_activity(a_visit(zhang, day(9, 1), heard="道路积水"), TODAY)
    assert _names(index, "道路") == []
    assert _again(index, "道路") == ["HD20260002"]


def test_a_changed_activity_is_found_by_what_it_says_now(index: SearchIndex, zhang: Official) -> None:
    number = Activity.get().id
    save_activity(a_visit(zhang, day(3, 5), id=number, heard="道路积水"), TODAY)
    assert _again(index, "道路积水") == ["HD20260001"]
    assert _names(index, "饮水") == []
    assert _names(index, "王样甲") == ["王样甲"]


def test_a_renamed_point_takes_its_activities_along(index: SearchIndex) -> None:
    point = ContactPoint.get(ContactPoint.name == "横山村")
    point.name = "衡水村"
    save_point(point)
    assert _again(index, "衡水") == ["衡水村", "王样甲", "HD20260001"]
    assert _names(index, "横山") == []


def test_a_renamed_leader_and_a_new_one_are_found(index: SearchIndex, zhang: Official) -> None:
    zhang.name = "章样一"
    save_official(zhang)
    a_leader("陈样五")
    assert _again(index, "章样") == ["章样一", "HD20260001"]
    assert _names(index, "chenyw") == ["陈样五"]


def test_what_was_deleted_is_not_found(index: SearchIndex) -> None:
    activity = Activity.get()
    with writing("删除", Topic.ACTIVITY):
        for table in (Target, Participant):
            table.delete().where(table.activity == activity).execute()
        activity.delete_instance()
    assert _again(index, "饮水") == []


def test_what_is_found_before_it_was_read_to_be_deleted_shows_nothing(index: SearchIndex) -> None:
    found = _whole(index, "饮水")
    with writing("删除", Topic.ACTIVITY):
        for table in (Target, Participant, Activity):
            table.delete().execute()
    assert shown(found, TODAY) == []


def test_the_newest_activities_come_first_however_late_they_were_entered(
    index: SearchIndex, zhang: Official
) -> None:
    for month in (2, 10, 5):
        save_activity(a_visit(zhang, day(month, 1), purpose=f"{month}月慰问"), TODAY)
    days = [one.where for one in shown(_whole_again(index, "张样一"), TODAY)[1:]]
    assert days == ["2026年10月1日", "2026年5月1日", "2026年3月5日 天九镇", "2026年2月1日"]


def _whole_again(index: SearchIndex, typed: str) -> Found:
    index.read()
    return _whole(index, typed)


def test_a_number_typed_whole_comes_before_longer_and_newer_ones(index: SearchIndex, zhang: Official) -> None:
    activity = save_activity(a_visit(zhang, day(9, 1)), TODAY)
    with writing("改编号", Topic.ACTIVITY):
        Activity.update(number="HD202600019").where(Activity.id == activity.id).execute()
    assert _again(index, "hd20260001") == ["HD20260001", "HD202600019"]
    assert _names(index, "hd2026") == ["HD202600019", "HD20260001"]


def _many(leader: Official, count: int) -> None:
    first = next_id(Activity)
    ids = range(first, first + count)
    columns = ("id", "number", "kind", "first_day", "first_half", "last_day", "last_half", "place", "purpose")
    days = (f"20{id_ % 20 + 1:02d}-03-05" for id_ in ids)
    said = ("", "接访", "done", "盼修路", "", "2026-03-05")
    rows = ((id_, f"X{id_}", "hearing", at, "am", at, "pm", *said) for id_, at in zip(ids, days, strict=True))
    with writing("很多", Topic.ACTIVITY):
        insert_rows(Activity, (*columns, "state", "heard", "reply", "entered_on"), rows)
        people = ((id_, leader.id, "", "leader") for id_ in ids)
        insert_rows(Participant, ("activity_id", "official_id", "name", "role"), people)


def test_of_very_many_the_newest_are_listed_and_all_are_told(index: SearchIndex, zhang: Official) -> None:
    _many(zhang, 700)
    hits = _whole_again(index, "修路").activities
    assert (len(hits.ids), hits.total) == (MOST, 700)
    years = [row.first_day.year for row in (Activity.get_by_id(id_) for id_ in hits.ids)]
    assert years == sorted(years, reverse=True)
    assert _whole(index, "张样一").activities.total == 701
    assert _whole(index, "修路 zyy 2026").activities.total == 0
    assert _whole(index, "修路 x").activities.total == 700


def test_very_many_changes_at_once_are_read_like_a_new_index(
    index: SearchIndex, zhang: Official, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_BUILD_ANEW", 100)
    _many(zhang, 300)
    assert _whole_again(index, "修路").activities.total == 300
    assert _whole(index, "饮水").activities.total == 1


def test_while_it_is_read_the_newest_activities_are_found_already(zhang: Official) -> None:
    _many(zhang, 700)
    index = SearchIndex()
    totals = _totals(index, index.steps())
    assert totals[0] == 0
    assert 0 < totals[-2] < 700
    assert totals[-1] == 700


def _totals(index: SearchIndex, steps: Iterator[int]) -> list[int]:
    return [_whole(index, "修路").activities.total for _ in steps]


def test_what_is_written_while_it_is_read_is_found_after_the_next_round(zhang: Official) -> None:
    index = SearchIndex()
    steps = index.steps()
    next(steps)
    activity = save_activity(a_visit(zhang, day(9, 1), heard="道路积水"), TODAY)
    for _ in steps:
        pass
    with writing("改", Topic.ACTIVITY):
        Activity.update(heard="道路硬化").where(Activity.id == activity.id).execute()
    assert _again(index, "道路硬化") == [activity.number]
    assert _names(index, "积水") == []


def test_what_is_shown_says_where_it_is_and_all_that_may_have_been_found(index: SearchIndex) -> None:
    person, activity = shown(_whole(index, "张样一"), TODAY)
    assert (person.kind, person.name, person.where) == ("班子成员", "张样一", "副市长 样市政府")
    assert (activity.kind, activity.name, activity.where) == ("走访", "张样一", "2026年3月5日 天九镇")
    assert _said(activity) == {
        "对象": "横山村、王样甲",
        "事由": "看望群众",
        "王样甲反映": "饮水管道老化",
        "答复王样甲": "已转水利局",
        "编号": "HD20260001",
    }
    village, home, _ = shown(_whole(index, "hsc"), TODAY)
    assert (village.kind, village.where) == ("村", "样样县 天九镇")
    assert (home.kind, home.where) == ("户", "样样县 天九镇 横山村 3组12号")
    assert _said(home)["联系领导"] == "张样一"


def _said(one: Shown) -> dict[str, str]:
    return {text.label: "、".join(text.parts) for text in one.texts}


def test_who_went_instead_who_came_along_and_a_plan_are_shown(zhang: Official) -> None:
    plan = ActivityEntry(
        kind=ActivityKind.HEARING,
        first_day=date(2026, 12, 1),
        last_day=date(2026, 12, 1),
        leaders=[zhang.id],
        state=ActivityState.PLANNED,
        stand_ins=[Official.get(Official.name == "单样二").id],
        companions=["刘样九"],
    )
    save_activity(plan, TODAY)
    index = SearchIndex()
    index.read()
    one = shown(_whole(index, "刘样九"), TODAY)[0]
    assert (one.name, one.where) == ("张样一（代：单样二）", "2026年12月1日（计划）")
    assert _said(one)["陪同"] == "刘样九"
    assert _names(index, "单样二") == ["单样二", "HD20260002"]


@pytest.mark.parametrize("word", ["甲", "乙乙", "丙", "甲丙", "丁", "x甲"])
@pytest.mark.parametrize("seed", range(6))
def test_joined_texts_are_found_as_each_alone(word: str, seed: int) -> None:
    dice = Random(seed)
    keys = ["".join(dice.choices("甲乙丙x", (1, 4 * seed, 9, 1), k=dice.randrange(9))) for _ in range(1000)]
    texts = Texts()
    for key in keys:
        texts.append(key)
    (sought,) = words(word)
    first = 2 * TOGETHER
    has = texts.having(sought, first, bytes([1]) * (len(keys) - first))
    assert list(has) == [word in key for key in keys[first:]]


def test_only_where_something_is_wanted_is_looked() -> None:
    texts = Texts()
    for _ in range(3 * TOGETHER):
        texts.append("甲")
    wanted = bytes(TOGETHER) + bytes(TOGETHER - 1) + b"\1" + bytes(TOGETHER)
    has = texts.having(words("甲")[0], 0, wanted)
    assert has == bytes(TOGETHER) + bytes([1]) * TOGETHER + bytes(TOGETHER)
