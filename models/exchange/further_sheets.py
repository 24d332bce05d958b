"""The smaller sheets, declared once, from 活动补充 to 逾期说明."""

from models.exchange.cells import NAME, parse_int
from models.exchange.columns import (
    DAY,
    DOCUMENT,
    FIRST,
    LAST,
    LONG_TEXT,
    NAME_TEXT,
    SHORT_TEXT,
    Column,
    SheetSpec,
)
from models.exchange.words import any_text, day, half, kind_list, period_name, quota, word
from models.rules.kinds import DayKind, FieldworkForm, Half, Per, PeriodKind, Unit, Venue
from models.terms import field_label

SUPPLEMENTS = SheetSpec(
    "活动补充",
    "下访听诉、调研、调研报告和办完的计划还要写明的，需要时才填。",
    (
        Column("编号", "number", NAME_TEXT, ("活动编号",), needed=True, about="活动的编号", width=14),
        Column(
            *(field_label("activity", "venue"), "venue", word(Venue), ("接访场所",)),
            about="下访听诉填写",
            words=Venue,
            width=22,
        ),
        Column(
            *(field_label("activity", "form"), "form", word(FieldworkForm), ("调研方式",)),
            about="调研填写",
            words=FieldworkForm,
        ),
        Column(
            *(field_label("activity", "title"), "title", SHORT_TEXT, ("题目", "调研报告题目")),
            about="调研报告填写",
            width=40,
        ),
        Column(
            *(field_label("activity", "answered_on"), "answered_on", day, ("答复日期",)),
            about="计划登记为完成的那一天",
        ),
    ),
)
PAIRINGS = SheetSpec(
    "AB角",
    "互为AB角的领导，或岗位的A角、B角。",
    (
        Column("A角", "a", NAME_TEXT, needed=True, about="必填"),
        Column("B角", "b", NAME_TEXT, needed=True, about="必填"),
        Column(
            *("岗位", "post", SHORT_TEXT, ("岗位名称",)),
            about="班子成员互为AB角的可以空白，其他的必填",
            width=18,
        ),
        FIRST,
        LAST,
        DOCUMENT,
        Column("不代行事项", "excluded", LONG_TEXT, width=30),
    ),
)
_AWAY_HEADS = ("领导", "领导姓名", "外出人员")
ABSENCES = SheetSpec(
    "外出",
    "领导和干部外出、请假。",
    (
        Column("姓名", "official", NAME_TEXT, _AWAY_HEADS, needed=True, about="必填"),
        Column("开始日期", "first_day", day, ("外出日期", "起始日期"), needed=True, about=DAY),
        Column("开始时段", "first_half", half(Half.AM), about="空白按上午", words=Half, width=9),
        Column("结束日期", "last_day", day, ("返回日期",), about="空白表示尚未返回"),
        Column("结束时段", "last_half", half(Half.PM), about="空白按下午", words=Half, width=9),
        Column("事由", "reason", SHORT_TEXT, ("外出事由",), width=24),
        Column("地点", "place", SHORT_TEXT, ("外出地点",), width=18),
        Column("批准人", "approver", NAME_TEXT),
        Column("告知时间", "told_on", NAME_TEXT, ("报备时间",)),
        Column("交接事项", "handover", LONG_TEXT, width=30),
    ),
)
RETURNS = SheetSpec(
    "外出补充",
    "外出后登记的返岗日期，需要时才填。",
    (
        Column("姓名", "official", NAME_TEXT, _AWAY_HEADS, needed=True, about="必填"),
        Column("开始日期", "first_day", day, needed=True, about="必填；那次外出的开始日期"),
        Column("开始时段", "first_half", half(Half.AM), about="空白按上午", words=Half, width=9),
        Column(
            *(field_label("absence", "returned_on"), "returned_on", day, ("回岗日期",)),
            needed=True,
            about="必填；外出要有结束日期",
        ),
    ),
)
HOLIDAYS = SheetSpec(
    "节假日",
    "本单位的休息日和补班日，优先于程序自带的节假日表。",
    (
        Column("日期", "day", day, needed=True, about=DAY),
        Column(
            *("类型", "kind", word(DayKind), ("类别",)),
            needed=True,
            about="休：放假；班：补班",
            words=DayKind,
            width=8,
        ),
        Column("名称", "name", NAME_TEXT, ("节日",)),
    ),
)
RULES = SheetSpec(
    "履职要求",
    "每项要求做多少、多久一次。程序已带整改方案的要求，一般不用填写。",
    (
        Column("代码", "code", NAME_TEXT, needed=True, about="必填；同一代码为同一要求", width=18),
        Column("名称", "name", SHORT_TEXT, ("要求",), width=26),
        Column("活动类别", "kinds", kind_list, about="哪些活动计入，用顿号隔开", width=26),
        Column("单位", "unit", word(Unit), words=Unit, width=8),
        Column("数量", "quota", quota, width=8),
        Column("周期", "period", word(PeriodKind), words=PeriodKind, width=8),
        Column("间隔月数", "months", parse_int, about="周期为间隔时填写", width=10),
        Column("对象", "per", word(Per), words=Per),
        Column("依据", "source", SHORT_TEXT, width=24),
        Column("生效日期", "valid_from", day, about=DAY),
        Column("失效日期", "valid_to", day, about=DAY),
    ),
)
SETTINGS = SheetSpec(
    "设置",
    "单位名称和计数口径。",
    (
        Column("项目", "key", NAME_TEXT, ("名称", "设置"), needed=True, about="必填", width=30),
        Column("内容", "value", SHORT_TEXT, ("值",), needed=True, about="是、否或文字", width=30),
        Column("生效日期", "valid_from", day, about="空白表示一直有效"),
    ),
)
EXPLANATIONS = SheetSpec(
    "逾期说明",
    "过了期限没有完成的，写明原因后不再列入待办。",
    (
        Column("领导", "official", NAME_TEXT, ("姓名", "领导姓名"), needed=True, about="必填"),
        Column(
            *("要求", "rule", SHORT_TEXT, ("履职要求", "代码", "要求名称")),
            needed=True,
            about="必填：履职要求的名称或代码",
            width=26,
        ),
        Column(
            *("联系点", "point", any_text(NAME * 2), ("对象", "走访对象")),
            about="按乡镇、村、户计次的要求填写；同名写成 名称(地址)",
            width=18,
        ),
        Column("期间", "period", period_name, needed=True, about="必填，如 2026Q3、2026年第三季度、2026"),
        Column("原因", "reason", SHORT_TEXT, ("逾期原因",), needed=True, about="必填", width=30),
        Column("日期", "day", day, ("说明日期",), about="空白按导入当天"),
    ),
)
FURTHER = (PAIRINGS, ABSENCES, RETURNS, HOLIDAYS, RULES, SETTINGS, EXPLANATIONS)
