"""The sheets of a workbook, declared once: import, export and template all go by this page."""

from models.exchange.cells import NAME, parse_int, parse_phone
from models.exchange.columns import (
    DAY,
    DOCUMENT,
    FIRST,
    LAST,
    LEADER_HEADS,
    LONG_TEXT,
    NAME_TEXT,
    SHORT_TEXT,
    Column,
    SheetSpec,
)
from models.exchange.further_sheets import FURTHER, SUPPLEMENTS
from models.exchange.matter_sheets import MATTER_SHEETS
from models.exchange.words import any_text, day, half, names, services, word, yes_no
from models.rules.kinds import ActivityKind, ActivityState, Half, Manner, Outcome, PointKind

OFFICIALS = SheetSpec(
    "领导",
    "领导和机关干部，每人一行。姓名相同视为同一人。",
    (
        Column("排名", "rank", parse_int, ("序号", "排序"), about="整数；空白时排在最后", width=6),
        Column("姓名", "name", NAME_TEXT, ("领导姓名", "领导", "干部姓名"), needed=True, about="必填"),
        Column("职务", "title", SHORT_TEXT, ("现任职务",), width=18),
        Column("单位", "unit", SHORT_TEXT, ("工作单位",), width=18),
        Column("分管工作", "duties", LONG_TEXT, ("分管", "工作分工"), width=24),
        Column(
            *("班子成员", "is_member", yes_no, ("是否班子成员", "是否班子")),
            about="是：需要完成履职要求；空白按否",
            width=9,
        ),
        Column("联络员", "liaison", NAME_TEXT, ("联络员姓名",)),
        Column("联络员电话", "liaison_phone", parse_phone, ("联系电话", "电话", "联络电话"), width=16),
        Column("任职起", "office_from", day, ("任职起始", "任职时间", "任职日期"), about=DAY),
        Column("任职止", "office_to", day, ("任职终止", "离任日期"), about=DAY),
    ),
)
_HOLDER_HEADS = (
    *("户主姓名", "户主", "联系户", "联系户姓名", "群众姓名", "联系群众"),
    *("农户姓名", "户名"),
)
_TOWNSHIP_HEADS = ("乡镇", "乡(镇)", "所在乡镇")
_VILLAGE_HEADS = ("村", "行政村", "所在村")
_ADDRESS = Column(
    "地址", "address", SHORT_TEXT, ("家庭住址", "住址", "详细地址", "家庭地址", "详细住址"), width=24
)
_PHONE = Column(
    *("联系电话", "phone", parse_phone),
    ("电话", "手机", "手机号码", "手机号", "联系方式", "电话号码", "户主电话"),
    width=16,
)
_PEOPLE = Column(
    "人口", "people", parse_int, ("家庭人口", "人口数", "家庭人口数", "家庭人数", "人数"), width=6
)
_CATEGORY = Column("户类型", "category", NAME_TEXT, ("类型", "户类别", "农户类型", "农户类别", "户属性"))
_NOTE = Column("备注", "note", LONG_TEXT, ("说明",), width=18)
_COUNTY = Column(
    "县(市、区)",
    "county",
    NAME_TEXT,
    (*("县", "县区", "县市区", "区县", "所在县"), *("所属县", "所属县(市、区)")),
)

POINTS = SheetSpec(
    "联系点",
    "领导联系的乡镇、村、户，每个联系点一行。同村同名的户请填写地址加以区分。",
    (
        Column("领导", "leaders", names, LEADER_HEADS, needed=True, about="可填多位，用顿号隔开"),
        Column(
            *("类别", "kind", word(PointKind), ("联系点类别",)),
            needed=True,
            about="必填：乡镇、村或户",
            words=PointKind,
            width=8,
        ),
        Column(
            "名称",
            "name",
            NAME_TEXT,
            (*_HOLDER_HEADS, "联系点"),
            needed=True,
            about="户填户主姓名",
        ),
        _COUNTY,
        Column("所属乡镇", "township", NAME_TEXT, (*_TOWNSHIP_HEADS, "所属乡镇(街道)"), about="村、户填写"),
        Column("所属村", "village", NAME_TEXT, (*_VILLAGE_HEADS, "所属村(社区)"), about="户填写"),
        _ADDRESS,
        _PHONE,
        _PEOPLE,
        _CATEGORY,
        Column("圩日", "market_days", NAME_TEXT, ("赶圩日",), about="如 农历147，乡镇填写"),
        FIRST,
        LAST,
        DOCUMENT,
        _NOTE,
    ),
)
ARRANGEMENT = SheetSpec(
    "安排表",
    "一户一行的联系点安排表，领导、乡镇、村可用合并单元格。",
    (
        Column("领导姓名", "leaders", names, ("领导", *LEADER_HEADS[1:]), needed=True),
        Column("职务", "title", SHORT_TEXT, ("现任职务", "领导职务")),
        Column("单位", "unit", SHORT_TEXT, ("工作单位",)),
        _COUNTY,
        Column(
            "联系乡镇(街道)",
            "township",
            NAME_TEXT,
            (*_TOWNSHIP_HEADS, "联系乡镇", "联系乡(镇)", "挂点乡镇", "所属乡镇", "街道"),
        ),
        Column("联系村(社区)", "village", NAME_TEXT, (*_VILLAGE_HEADS, "联系村", "挂点村", "所属村", "社区")),
        Column(
            "户主姓名",
            "name",
            NAME_TEXT,
            (*_HOLDER_HEADS[1:], "名称", "联系户户主", "联系户户主姓名", "姓名"),
            needed=True,
        ),
        _ADDRESS,
        _PHONE,
        _PEOPLE,
        _CATEGORY,
        Column("联络员", "liaison", NAME_TEXT, ("联络员姓名",)),
        Column("联络员电话", "liaison_phone", parse_phone),
        FIRST,
        LAST,
        DOCUMENT,
        _NOTE,
    ),
)
ACTIVITIES = SheetSpec(
    "活动",
    "走访、下访听诉、调研等，每次一行。编号留空时自动编号，以后不变。",
    (
        Column("编号", "number", NAME_TEXT, ("活动编号",), about="空白时自动编号", width=14),
        Column("领导", "leaders", names, LEADER_HEADS, needed=True, about="必填；可填多位，用顿号隔开"),
        Column(
            *("类别", "kind", word(ActivityKind), ("活动类别",)),
            needed=True,
            about="必填",
            words=ActivityKind,
            width=16,
        ),
        Column(
            "开始日期",
            "first_day",
            day,
            ("日期", "时间", "走访日期", "活动日期"),
            needed=True,
            about=DAY,
        ),
        Column(
            *("开始时段", "first_half", half(Half.AM), ("时段",)),
            about="空白按上午",
            words=Half,
            width=9,
        ),
        Column("结束日期", "last_day", day, about="空白按开始日期"),
        Column("结束时段", "last_half", half(Half.PM), about="空白按下午", words=Half, width=9),
        Column("地点", "place", SHORT_TEXT, ("活动地点", "走访地点"), width=18),
        Column("事由", "purpose", SHORT_TEXT, ("主题", "活动事由", "内容"), width=24),
        Column(
            *("状态", "state", word(ActivityState), ("活动状态",)),
            needed=True,
            about="必填；只有完成才计数",
            words=ActivityState,
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
        Column("反映问题", "heard", LONG_TEXT, ("反映的问题",), width=30),
        Column("答复处理", "reply", LONG_TEXT, ("答复", "答复及处理"), width=30),
        Column("登记日期", "entered_on", day, about="空白按导入当天"),
    ),
)
DETAILS = SheetSpec(
    "走访明细",
    "一次走访中每个对象各自的情况，需要时才填。",
    (
        Column("编号", "number", NAME_TEXT, ("活动编号",), needed=True, about="活动的编号", width=14),
        Column(
            "走访对象", "target", any_text(NAME * 2), ("对象", "名称", "户主姓名"), needed=True, about="必填"
        ),
        Column("走访方式", "manner", word(Manner), ("方式",), words=Manner, about="电话不计次数"),
        Column("结果", "outcome", word(Outcome), ("走访结果",), words=Outcome),
        Column("原因", "reason", SHORT_TEXT, ("事由", "未遇原因"), width=18),
        Column("反映问题", "heard", LONG_TEXT, ("反映的问题",), width=30),
        Column("答复处理", "reply", LONG_TEXT, ("答复", "答复及处理"), width=30),
        Column(
            *("服务", "services", services, ("服务事项", "三送", "政策温暖服务")),
            about="送政策、送温暖、送服务，用顿号隔开",
            width=18,
        ),
    ),
)
SHEETS = (OFFICIALS, POINTS, ACTIVITIES, DETAILS, SUPPLEMENTS, *MATTER_SHEETS, *FURTHER)
GUIDE = "填写说明"
