"""The sheets of a workbook, declared once: import, export and template all go by this page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.exchange.cells import LONG, NAME, SHORT, parse_int, parse_phone
from models.exchange.sheet import Cell
from models.exchange.words import any_text, day, half, kind_list, names, quota, word, yes_no
from models.rules.kinds import (
    ActivityKind,
    ActivityState,
    DayKind,
    Half,
    Manner,
    Outcome,
    Per,
    PeriodKind,
    PointKind,
    Unit,
)
from models.terms import LABELS

Parser = Callable[[Cell], Any]

_NAME, _SHORT, _LONG = any_text(NAME), any_text(SHORT), any_text(LONG)


@dataclass(frozen=True, slots=True)
class Column:
    """One head: the field it fills, how its cells are read, and what the template says of it.

    A `needed` head must stand in the sheet; `choices` make a drop-down; `width` is in characters.
    """

    head: str
    field: str
    parse: Parser = _SHORT
    others: tuple[str, ...] = ()
    needed: bool = False
    about: str = ""
    choices: tuple[str, ...] = ()
    width: int = 12


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """One sheet: its name, its columns in the order written, and what it is for."""

    name: str
    about: str
    columns: tuple[Column, ...]


def _labels(kind: type) -> tuple[str, ...]:
    return tuple(LABELS[kind].values())


_DAY = "日期，如 2026-3-5"

OFFICIALS = SheetSpec(
    "领导",
    "领导和机关干部，每人一行。姓名相同视为同一人。",
    (
        Column("排名", "rank", parse_int, ("序号", "排序"), about="整数；空白时排在最后", width=6),
        Column("姓名", "name", _NAME, ("领导姓名", "领导", "干部姓名"), needed=True, about="必填，不能重名"),
        Column("职务", "title", _SHORT, ("现任职务",), width=18),
        Column("单位", "unit", _SHORT, ("工作单位",), width=18),
        Column("分管工作", "duties", _LONG, ("分管", "工作分工"), width=24),
        Column(
            *("班子成员", "is_member", yes_no, ("是否班子成员", "是否班子")),
            about="是：需要完成履职要求；空白按否",
            choices=("是", "否"),
            width=9,
        ),
        Column("联络员", "liaison", _NAME, ("联络员姓名",)),
        Column("联络员电话", "liaison_phone", parse_phone, ("联系电话", "电话", "联络电话"), width=16),
        Column("任职起", "office_from", day, ("任职起始", "任职时间", "任职日期"), about=_DAY),
        Column("任职止", "office_to", day, ("任职终止", "离任日期"), about=_DAY),
    ),
)
_LEADER_HEADS = ("领导姓名", "联系领导", "挂点领导", "挂钩领导", "姓名", "联系领导姓名")
_HOLDER_HEADS = ("户主姓名", "户主", "联系户", "联系户姓名", "群众姓名", "联系群众")
_ADDRESS = Column("地址", "address", _SHORT, ("家庭住址", "住址", "详细地址", "家庭地址"), width=24)
_PHONE = Column(
    "联系电话", "phone", parse_phone, ("电话", "手机", "手机号码", "联系方式", "电话号码"), width=16
)
_PEOPLE = Column("人口", "people", parse_int, ("家庭人口", "人口数", "家庭人口数", "人数"), width=6)
_CATEGORY = Column("户类型", "category", _NAME, ("类型", "户类别", "农户类型"))
_NOTE = Column("备注", "note", _LONG, ("说明",), width=18)
_COUNTY = Column("县(市、区)", "county", _NAME, ("县", "县区", "县市区", "所在县", "所属县(市、区)"))
_FIRST = Column("起始日期", "first_day", day, ("联系起始日期", "开始日期", "起始时间"), about=_DAY)
_LAST = Column("终止日期", "last_day", day, ("联系终止日期", "结束日期", "终止时间"), about=_DAY)
_DOCUMENT = Column("文号", "document", _SHORT, ("文件号", "依据文号"), width=18)

POINTS = SheetSpec(
    "联系点",
    "领导联系的乡镇、村、户，每个联系点一行。同村同名的户请填写地址加以区分。",
    (
        Column("领导", "leaders", names, _LEADER_HEADS, needed=True, about="可填多位，用顿号隔开"),
        Column(
            *("类别", "kind", word(PointKind), ("联系点类别",)),
            needed=True,
            about="必填：乡镇、村或户",
            choices=_labels(PointKind),
            width=8,
        ),
        Column(
            "名称", "name", _NAME, (*_HOLDER_HEADS, "联系点", "联系点名称"), needed=True, about="户填户主姓名"
        ),
        _COUNTY,
        Column("所属乡镇", "township", _NAME, ("乡镇", "乡镇(街道)", "所属乡镇(街道)"), about="村、户填写"),
        Column("所属村", "village", _NAME, ("村", "村(社区)", "所属村(社区)"), about="户填写"),
        _ADDRESS,
        _PHONE,
        _PEOPLE,
        _CATEGORY,
        Column("圩日", "market_days", _NAME, ("赶圩日",), about="如 农历147，乡镇填写"),
        _FIRST,
        _LAST,
        _DOCUMENT,
        _NOTE,
    ),
)
ARRANGEMENT = SheetSpec(
    "安排表",
    "一户一行的联系点安排表，领导、乡镇、村可用合并单元格。",
    (
        Column("领导姓名", "leaders", names, ("领导", *_LEADER_HEADS[1:]), needed=True),
        Column("职务", "title", _SHORT, ("现任职务", "领导职务")),
        Column("单位", "unit", _SHORT, ("工作单位",)),
        _COUNTY,
        Column("联系乡镇(街道)", "township", _NAME, ("联系乡镇", "乡镇(街道)", "乡镇", "所属乡镇", "街道")),
        Column("联系村(社区)", "village", _NAME, ("联系村", "村(社区)", "村", "所属村", "社区")),
        Column(
            "户主姓名",
            "name",
            _NAME,
            (*_HOLDER_HEADS[1:], "名称", "联系户户主", "联系户户主姓名"),
            needed=True,
        ),
        _ADDRESS,
        _PHONE,
        _PEOPLE,
        _CATEGORY,
        Column("联络员", "liaison", _NAME, ("联络员姓名",)),
        Column("联络员电话", "liaison_phone", parse_phone),
        _FIRST,
        _LAST,
        _DOCUMENT,
        _NOTE,
    ),
)
ACTIVITIES = SheetSpec(
    "活动",
    "走访、下访听诉、调研等，每次一行。编号留空时自动编号，以后不变。",
    (
        Column("编号", "number", _NAME, ("活动编号",), about="空白时自动编号", width=14),
        Column("领导", "leaders", names, _LEADER_HEADS, needed=True, about="必填；可填多位，用顿号隔开"),
        Column(
            *("类别", "kind", word(ActivityKind), ("活动类别",)),
            needed=True,
            about="必填",
            choices=_labels(ActivityKind),
            width=16,
        ),
        Column(
            "开始日期",
            "first_day",
            day,
            ("日期", "时间", "走访日期", "活动日期"),
            needed=True,
            about=_DAY,
        ),
        Column(
            *("开始时段", "first_half", half(Half.AM), ("时段",)),
            about="空白按上午",
            choices=_labels(Half),
            width=9,
        ),
        Column("结束日期", "last_day", day, about="空白按开始日期"),
        Column("结束时段", "last_half", half(Half.PM), about="空白按下午", choices=_labels(Half), width=9),
        Column("地点", "place", _SHORT, ("活动地点", "走访地点"), width=18),
        Column("事由", "purpose", _SHORT, ("主题", "活动事由", "内容"), width=24),
        Column(
            *("状态", "state", word(ActivityState), ("活动状态",)),
            needed=True,
            about="必填；只有完成才计数",
            choices=_labels(ActivityState),
            width=8,
        ),
        Column(
            "走访对象",
            "targets",
            names,
            ("走访户", "走访联系点"),
            about="联系点名称；同名写成 名称(地址)",
            width=30,
        ),
        Column("未遇对象", "not_met", names, about="去了但没有见到的", width=18),
        Column("代为前往", "stand_ins", names, about="本人没去时，实际前往的干部"),
        Column("陪同人员", "companions", names, ("陪同",), width=18),
        Column("反映问题", "heard", _LONG, ("反映的问题",), width=30),
        Column("答复处理", "reply", _LONG, ("答复", "答复及处理"), width=30),
    ),
)
DETAILS = SheetSpec(
    "走访明细",
    "一次走访中每个对象各自的情况，需要时才填。",
    (
        Column("编号", "number", _NAME, ("活动编号",), needed=True, about="必填：活动表中的编号", width=14),
        Column(
            "走访对象", "target", any_text(NAME * 2), ("对象", "名称", "户主姓名"), needed=True, about="必填"
        ),
        Column("走访方式", "manner", word(Manner), ("方式",), choices=_labels(Manner), about="电话不计次数"),
        Column("结果", "outcome", word(Outcome), ("走访结果",), choices=_labels(Outcome)),
        Column("原因", "reason", _SHORT, ("事由", "未遇原因"), width=18),
        Column("反映问题", "heard", _LONG, ("反映的问题",), width=30),
        Column("答复处理", "reply", _LONG, ("答复", "答复及处理"), width=30),
        Column("服务", "services", _SHORT, ("服务事项", "三送", "政策温暖服务"), width=18),
    ),
)
PAIRINGS = SheetSpec(
    "AB角",
    "互为AB角的领导，或岗位的A角、B角。",
    (
        Column("A角", "a", _NAME, needed=True, about="必填"),
        Column("B角", "b", _NAME, needed=True, about="必填"),
        Column("岗位", "post", _SHORT, ("岗位名称",), width=18),
        _FIRST,
        _LAST,
        _DOCUMENT,
        Column("不代行事项", "excluded", _LONG, width=30),
    ),
)
ABSENCES = SheetSpec(
    "外出",
    "领导和干部外出、请假。",
    (
        Column("姓名", "official", _NAME, ("领导", "领导姓名", "外出人员"), needed=True, about="必填"),
        Column("开始日期", "first_day", day, ("外出日期", "起始日期"), needed=True, about=_DAY),
        Column("开始时段", "first_half", half(Half.AM), about="空白按上午", choices=_labels(Half), width=9),
        Column("结束日期", "last_day", day, ("返回日期",), about="空白表示尚未返回"),
        Column("结束时段", "last_half", half(Half.PM), about="空白按下午", choices=_labels(Half), width=9),
        Column("事由", "reason", _SHORT, ("外出事由",), width=24),
        Column("地点", "place", _SHORT, ("外出地点",), width=18),
        Column("批准人", "approver", _NAME),
        Column("告知时间", "told_on", _NAME, ("报备时间",)),
        Column("交接事项", "handover", _LONG, width=30),
    ),
)
HOLIDAYS = SheetSpec(
    "节假日",
    "本单位的休息日和补班日，优先于程序自带的节假日表。",
    (
        Column("日期", "day", day, needed=True, about=_DAY),
        Column(
            *("类型", "kind", word(DayKind), ("类别",)),
            needed=True,
            about="休：放假；班：补班",
            choices=_labels(DayKind),
            width=8,
        ),
        Column("名称", "name", _NAME, ("节日",)),
    ),
)
RULES = SheetSpec(
    "履职要求",
    "每项要求做多少、多久一次。程序已带整改方案的要求，一般不用填写。",
    (
        Column("代码", "code", _NAME, needed=True, about="必填；同一代码为同一要求", width=18),
        Column("名称", "name", _SHORT, ("要求",), width=26),
        Column("活动类别", "kinds", kind_list, about="哪些活动计入，用顿号隔开", width=26),
        Column("单位", "unit", word(Unit), choices=_labels(Unit), width=8),
        Column("数量", "quota", quota, width=8),
        Column("周期", "period", word(PeriodKind), choices=_labels(PeriodKind), width=8),
        Column("间隔月数", "months", parse_int, about="周期为间隔时填写", width=10),
        Column("对象", "per", word(Per), choices=_labels(Per)),
        Column("依据", "source", _SHORT, width=24),
        Column("生效日期", "valid_from", day, about=_DAY),
        Column("失效日期", "valid_to", day, about=_DAY),
    ),
)
SETTINGS = SheetSpec(
    "设置",
    "单位名称和计数口径。",
    (
        Column("项目", "key", _NAME, ("名称", "设置"), needed=True, about="必填", width=30),
        Column("内容", "value", _SHORT, ("值",), needed=True, about="是、否或文字", width=30),
        Column("生效日期", "valid_from", day, about="空白表示一直有效"),
    ),
)
LATER = {
    "民情事项": (
        *("编号", "类别", "登记日期", "领导", "联系点", "反映人", "内容", "责任单位", "办理时限", "状态"),
        *("办理结果", "告知日期", "销号日期", "满意度"),
    ),
    "事项步骤": (),
    "基层朋友": (),
}
"""Sheets this version does not keep yet: accepted while empty, their rows refused, never dropped silently."""

SHEETS = (OFFICIALS, POINTS, ACTIVITIES, DETAILS, PAIRINGS, ABSENCES, HOLIDAYS, RULES, SETTINGS)
GUIDE = "填写说明"
