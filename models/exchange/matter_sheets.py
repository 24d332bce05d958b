"""The sheets of 民情事项 and 基层朋友, declared once."""

from models.exchange.cells import NAME, parse_contact
from models.exchange.columns import (
    DAY,
    LEADER_HEADS,
    LONG_TEXT,
    NAME_TEXT,
    SHORT_TEXT,
    Column,
    Parser,
    SheetSpec,
)
from models.exchange.words import any_text, day, word, yes_no
from models.rules.kinds import MatterKind, MatterState, Satisfaction, Sex, StepKind
from models.terms import field_label

Head = tuple[str, str, Parser, tuple[str, ...]]


def _of_matter(field: str, parse: Parser = SHORT_TEXT, *others: str) -> Head:
    return field_label("matter", field), field, parse, others


def _of_friend(field: str, parse: Parser = SHORT_TEXT, *others: str) -> Head:
    return field_label("friend", field), field, parse, others


MATTERS = SheetSpec(
    "民情事项",
    "意见建议、民生实事、矛盾纠纷、信访事项，每件一行。编号留空时自动编号，以后不变。",
    (
        Column(*_of_matter("number", NAME_TEXT, "事项编号"), about="空白时自动编号", width=14),
        Column(
            *_of_matter("kind", word(MatterKind), "事项类别"), needed=True, about="必填", words=MatterKind
        ),
        Column(*_of_matter("registered_on", day, "登记时间", "日期"), needed=True, about=f"必填；{DAY}"),
        Column(*_of_matter("official", NAME_TEXT, *LEADER_HEADS, "包案领导"), needed=True, about="必填"),
        Column(
            *_of_matter("contact_point", any_text(NAME * 4), "联系点名称", "走访对象"),
            about="联系点名称；同名写成 名称(地址)",
            width=18,
        ),
        Column(*_of_matter("raised_by", SHORT_TEXT, "当事人", "信访人", "来访人", "群众姓名")),
        Column(
            *_of_matter("content", LONG_TEXT, "事项内容", "诉求事项", "意见建议内容", "主要内容", "简要情况"),
            needed=True,
            about="必填",
            width=40,
        ),
        Column(*_of_matter("unit", SHORT_TEXT, "承办单位", "办理单位", "承办部门"), width=18),
        Column(
            *_of_matter("due", day, "办结时限", "完成时限", "化解时限", "时限"),
            about="空白按设置的工作日数",
        ),
        Column(
            *_of_matter("state", word(MatterState), "办理状态"),
            about="空白按待办；写了事项步骤的按步骤",
            words=MatterState,
            width=9,
        ),
        Column(*_of_matter("result", LONG_TEXT, "办理情况", "处理结果", "化解情况"), width=30),
        Column(*_of_matter("told_on", day, "告知时间", "反馈日期", "答复日期"), about="告知群众的那一天"),
        Column(*_of_matter("closed_on", day, "销号时间"), about="状态为已销号时填写"),
        Column(
            *_of_matter("satisfaction", word(Satisfaction), "是否满意", "满意情况"),
            words=Satisfaction,
            width=10,
        ),
    ),
)
MATTER_SUPPLEMENTS = SheetSpec(
    "事项补充",
    "民情事项还要写明的，需要时才填。",
    (
        Column(*_of_matter("number", NAME_TEXT, "事项编号"), needed=True, about="民情事项的编号", width=14),
        Column(*_of_matter("phone", parse_contact, "电话", "联系方式"), about="反映人的电话", width=16),
        Column(*_of_matter("category", SHORT_TEXT, "问题类别", "分类"), about="如 道路、饮水、低保"),
        Column(*_of_matter("person", SHORT_TEXT, "承办人", "责任人姓名"), about="责任单位的责任人"),
        Column(*_of_matter("in_charge", yes_no, "是否包案"), about="是：领导亲自接待、研究、督办", width=9),
        Column(*_of_matter("sensitive", yes_no, "是否敏感"), about="是：打印时遮盖", width=8),
        Column(
            *("来源活动", "source", NAME_TEXT, ("活动编号",)), about="从哪次活动来的，填活动的编号", width=14
        ),
    ),
)
STEPS = SheetSpec(
    "事项步骤",
    "民情事项的办理过程，每一步一行。事项的状态以步骤为准。",
    (
        Column(*_of_matter("number", NAME_TEXT, "事项编号"), needed=True, about="民情事项的编号", width=14),
        Column(
            *(field_label("matter_step", "kind"), "kind", word(StepKind), ("步骤",)),
            needed=True,
            about="必填",
            words=StepKind,
        ),
        Column(
            *(field_label("matter_step", "day"), "day", day, ("时间", "办理日期")),
            needed=True,
            about=f"必填；{DAY}",
        ),
        Column(
            *(field_label("matter_step", "words"), "words", LONG_TEXT, ("情况", "办理情况", "说明")), width=40
        ),
    ),
)
FRIENDS = SheetSpec(
    "基层朋友",
    "领导结交的基层朋友，每人一行。同名的请填写住址加以区分。",
    (
        Column(*_of_friend("official", NAME_TEXT, "领导姓名", "联系领导"), needed=True, about="必填"),
        Column(*_of_friend("name", NAME_TEXT, "朋友姓名"), needed=True, about="必填"),
        Column(*_of_friend("sex", word(Sex)), words=Sex, width=6),
        Column(*_of_friend("address", SHORT_TEXT, "地址", "家庭住址", "详细地址"), width=24),
        Column(*_of_friend("standing", SHORT_TEXT), about="如 党员、种养大户、村民小组长", width=14),
        Column(*_of_friend("phone", parse_contact, "电话", "手机", "联系方式"), width=16),
        Column(*_of_friend("met_on", day, "结识时间"), about=DAY),
        Column(*_of_friend("met_at", SHORT_TEXT), width=18),
        Column(*_of_friend("contact", LONG_TEXT, "联系记录"), width=30),
    ),
)
MATTER_SHEETS = (MATTERS, MATTER_SUPPLEMENTS, STEPS, FRIENDS)
