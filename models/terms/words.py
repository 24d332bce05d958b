"""The Chinese words of the closed lists of models.rules.kinds, and their signs."""

from enum import StrEnum
from typing import TypeVar

from models.rules.calendar import HALVES
from models.rules.kinds import (
    ActivityKind,
    ActivityState,
    ConflictKind,
    DayKind,
    Deed,
    DutyState,
    FieldworkForm,
    Half,
    Later,
    Light,
    Manner,
    MatterKind,
    MatterState,
    Outcome,
    Per,
    PeriodKind,
    PointKind,
    Role,
    Satisfaction,
    Service,
    Sex,
    StepKind,
    Unit,
    Venue,
)

Word = TypeVar("Word", bound=StrEnum)

LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    PointKind: {PointKind.TOWNSHIP: "乡镇", PointKind.VILLAGE: "村", PointKind.HOUSEHOLD: "户"},
    ActivityKind: {
        ActivityKind.VISIT: "走访",
        ActivityKind.HEARING: "下访听诉",
        ActivityKind.FIELDWORK: "调研",
        ActivityKind.REPORT: "调研报告",
        ActivityKind.POINT_MEETING: "联系点民主生活会",
    },
    ActivityState: {
        ActivityState.PLANNED: "计划",
        ActivityState.DONE: "完成",
        ActivityState.POSTPONED: "延期",
        ActivityState.CANCELLED: "取消",
    },
    Venue: {
        Venue.PETITION_CENTRE: "信访接访中心",
        Venue.HOTLINE_CENTRE: "“96333”信息服务中心",
        Venue.PETITIONER_HOME: "信访人家中",
    },
    FieldworkForm: {
        FieldworkForm.RESIDENT: "蹲点调研",
        FieldworkForm.RANDOM: "随机调研",
        FieldworkForm.UNANNOUNCED: "暗访调研",
    },
    Half: {half: HALVES[half] for half in Half},
    Role: {Role.LEADER: "领导", Role.STAND_IN: "代为前往", Role.COMPANION: "陪同"},
    Outcome: {
        Outcome.PLANNED: "拟走访",
        Outcome.MET: "已走访",
        Outcome.NOT_MET: "未遇",
        Outcome.CANCELLED: "已取消",
    },
    Manner: {Manner.HOME: "入户", Manner.MEETING: "座谈", Manner.PHONE: "电话"},
    Unit: {Unit.TIMES: "次", Unit.DAYS: "天", Unit.ITEMS: "篇"},
    Per: {Per.LEADER: "每位领导", Per.TOWNSHIP: "每个乡镇", Per.VILLAGE: "每个村", Per.HOUSEHOLD: "每户"},
    PeriodKind: {
        PeriodKind.QUARTER: "季度",
        PeriodKind.HALF: "半年",
        PeriodKind.YEAR: "年",
        PeriodKind.TERM: "届",
        PeriodKind.INTERVAL: "间隔",
    },
    DutyState: {
        DutyState.NOT_OWED: "不要求",
        DutyState.DONE: "已完成",
        DutyState.LATE: "逾期",
        DutyState.SCHEDULED: "已安排",
        DutyState.AT_RISK: "临近",
        DutyState.OPEN: "未到期",
    },
    DayKind: {DayKind.OFF: "休", DayKind.WORK: "班"},
    ConflictKind: {
        ConflictKind.AWAY: "领导外出",
        ConflictKind.BUSY: "时间重叠",
        ConflictKind.BOTH_OUT: "AB角都不在",
        ConflictKind.DAY_OFF: "休息日",
        ConflictKind.SAME_VILLAGE: "同日同村",
    },
    Deed: {
        Deed.KEEP: "先不变",
        Deed.MOVE: "改日期",
        Deed.HAND_OVER: "代为前往",
        Deed.STAY_BACK: "其他人照去",
        Deed.CANCEL: "取消",
    },
    MatterKind: {
        MatterKind.OPINION: "意见建议",
        MatterKind.DEED: "民生实事",
        MatterKind.DISPUTE: "矛盾纠纷",
        MatterKind.PETITION: "信访事项",
    },
    MatterState: {
        MatterState.OPEN: "待办",
        MatterState.IN_HAND: "办理中",
        MatterState.ANSWERED: "已办结",
        MatterState.CLOSED: "已销号",
    },
    StepKind: {
        StepKind.ASSIGN: "交办",
        StepKind.URGE: "催办",
        StepKind.REPLY: "答复",
        StepKind.TELL: "告知群众",
        StepKind.REVISIT: "回访",
        StepKind.RECEIVE: "亲自接待",
        StepKind.STUDY: "亲自研究",
        StepKind.SUPERVISE: "亲自督办",
        StepKind.CLOSE: "销号",
        StepKind.REOPEN: "重新打开",
    },
    Satisfaction: {
        Satisfaction.SATISFIED: "满意",
        Satisfaction.FAIRLY: "基本满意",
        Satisfaction.DISSATISFIED: "不满意",
    },
    Light: {
        Light.LATE: "已超期",
        Light.NEAR: "快到期",
        Light.IN_TIME: "期限内",
        Light.SETTLED: "已办结",
    },
    Later: {Later.ADDED: "补录", Later.CHANGED: "修改", Later.GONE: "删除或改期"},
    Service: {Service.POLICY: "送政策", Service.WARMTH: "送温暖", Service.HELP: "送服务"},
    Sex: {Sex.MALE: "男", Sex.FEMALE: "女"},
}

# Status is shown by word, sign and colour, never by colour alone (design of the screens).
SIGNS = {
    DutyState.NOT_OWED: "—",
    DutyState.DONE: "✓",
    DutyState.LATE: "●",
    DutyState.SCHEDULED: "◆",
    DutyState.AT_RISK: "▲",
    DutyState.OPEN: "○",
}


# The plan's duties where a column is narrow; any other duty is called by its name.
SHORT_DUTIES = {
    "township_visit": "走访乡镇",
    "village_visit": "走访村",
    "household_visit": "走访户",
    "point_meeting": "民主生活会",
}


def label(member: StrEnum) -> str:
    """The Chinese word for a member of any enum of models.rules.kinds."""
    return LABELS[type(member)][member]


def parse(kind: type[Word], word: str) -> Word:
    """The member of `kind` that the Chinese word names. Raises KeyError if it names none."""
    for member in kind:
        if LABELS[kind][member] == word:
            return member
    raise KeyError(word)
