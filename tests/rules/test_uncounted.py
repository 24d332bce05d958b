"""Why something does not count, in the words a secretary reads."""

from dataclasses import replace

import pytest

from models.rules.choices import Choices
from models.rules.kinds import ActivityKind, ActivityState, Manner, Outcome
from models.rules.uncounted import Goal, Traveller, Trip, reasons
from tests.models.made_up import day

TODAY = day(3, 5)
ZHANG = Traveller("张样一", is_member=True, in_office=True)
LI = Traveller("李样二", is_member=True, in_office=True)
MET = Goal("王样甲", Outcome.MET, Manner.HOME, held=True)
VISIT = Trip(
    kind=ActivityKind.VISIT,
    kind_word="走访",
    state=ActivityState.DONE,
    last_day=TODAY,
    leaders=(ZHANG,),
    stand_ins=(),
    goals=(MET,),
    adds_days=True,
)
DAYS = replace(VISIT, adds_days=False)
PLAN = replace(VISIT, state=ActivityState.PLANNED)


def test_nothing_is_said_of_a_visit_that_counts() -> None:
    assert not reasons(VISIT, Choices(), TODAY)


@pytest.mark.parametrize(
    ("trip", "said"),
    [
        (replace(VISIT, state=ActivityState.CANCELLED, goals=()), "已取消，不计次。"),
        (
            replace(VISIT, state=ActivityState.POSTPONED),
            "延期后还没有新日期，不计次；它会列在“待确认”里。",
        ),
        (
            replace(PLAN, last_day=day(3, 4)),
            "日子已过，还是“计划”：不计次。去了请改为“完成”，没去请改为“延期”或“取消”。",
        ),
        (PLAN, "计划要到“完成”才计次，现在只算“已安排”。"),
        (replace(VISIT, leaders=(ZHANG._replace(is_member=False),)), "张样一不是班子成员，没有履职要求。"),
        (replace(VISIT, leaders=(ZHANG._replace(in_office=False),)), "张样一当日不在任职期内，不计次。"),
        (replace(VISIT, stand_ins=(LI,)), "李样二代为前往，不计领导本人；调研天数记给李样二。"),
        (
            replace(VISIT, stand_ins=(LI._replace(is_member=False),)),
            "李样二代为前往，不计领导本人。",
        ),
        (replace(VISIT, goals=()), "还没有勾选走访对象，走访次数不计。"),
        (
            replace(VISIT, goals=(MET, MET._replace(name="王样乙", manner=Manner.PHONE))),
            "电话联系只作记录，不计次：王样乙。",
        ),
        (
            replace(VISIT, goals=(MET, MET._replace(name="王样乙", outcome=Outcome.NOT_MET))),
            "未遇不计次：王样乙。",
        ),
        (
            replace(VISIT, goals=(MET, MET._replace(name="王样乙", held=False))),
            "当日不在联系期内，不计次：王样乙。",
        ),
        (
            replace(VISIT, kind=ActivityKind.HEARING, kind_word="下访听诉"),
            "走访对象只在“走访”里计次，“下访听诉”里只作记录。",
        ),
        (DAYS, "调研天数没有增加：这些半天已由其他活动计过。"),
    ],
)
def test_one_reason_is_said_plainly(trip: Trip, said: str) -> None:
    assert reasons(trip, Choices(), TODAY) == [said]


def test_nobody_went_anywhere_when_all_were_telephoned() -> None:
    phoned = replace(DAYS, goals=(MET._replace(manner=Manner.PHONE),))
    assert reasons(phoned, Choices(), TODAY) == [
        "电话联系只作记录，不计次：王样甲。",
        "全部是电话联系，没有到基层，调研天数不计。",
    ]


def test_the_offices_own_choices_are_named() -> None:
    assert reasons(DAYS, Choices(visits_are_fieldwork=False), TODAY) == ["按本单位口径，走访不计入调研天数。"]
    hearing = replace(DAYS, kind=ActivityKind.HEARING, goals=())
    assert reasons(hearing, Choices(hearings_are_fieldwork=False), TODAY) == [
        "按本单位口径，下访听诉不计入调研天数。"
    ]
    assert reasons(DAYS, Choices(weekends_count=False), TODAY) == [
        "调研天数没有增加：这些半天已由其他活动计过，或是不计的周末、假日。"
    ]
    assert reasons(replace(VISIT, stand_ins=(LI,)), Choices(stand_in_counts=True), TODAY) == [
        "李样二代为前往：按本单位口径，次数仍计给领导；调研天数记给李样二。"
    ]


def test_long_lists_name_three_and_count_the_rest() -> None:
    goals = [Goal(f"王样{place}", Outcome.NOT_MET, Manner.HOME, held=True) for place in range(1, 6)]
    assert reasons(replace(VISIT, goals=goals), Choices(), TODAY) == [
        "未遇不计次：王样1、王样2、王样3等5个。"
    ]
