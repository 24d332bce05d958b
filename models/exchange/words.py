"""Cells that take one of a few words, and numbers that are not counts."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from unicodedata import normalize

from models.exchange.cells import LONG, NAME, SHORT, parse_date, parse_text, split_list
from models.exchange.sheet import Cell
from models.rules.calendar import period
from models.rules.kinds import (
    ActivityKind,
    ActivityState,
    DayKind,
    FieldworkForm,
    Half,
    Manner,
    MatterKind,
    MatterState,
    Outcome,
    Per,
    PeriodKind,
    PointKind,
    Satisfaction,
    Service,
    Sex,
    StepKind,
    Venue,
)
from models.rules.names import name_key
from models.rules.problem import Problem
from models.terms import LABELS, label

_KNOWN: dict[type[StrEnum], Mapping[str, StrEnum]] = {
    PointKind: {
        **dict.fromkeys(("街道", "镇", "乡", "乡镇(街道)", "乡(镇)", "乡镇街道"), PointKind.TOWNSHIP),
        **dict.fromkeys(("社区", "村(社区)", "行政村", "村委会", "居委会", "村社区"), PointKind.VILLAGE),
        **dict.fromkeys(("农户", "群众", "家庭", "住户", "联系户"), PointKind.HOUSEHOLD),
    },
    ActivityKind: {
        **dict.fromkeys(("走访联系", "入户走访"), ActivityKind.VISIT),
        **dict.fromkeys(("下访", "听诉"), ActivityKind.HEARING),
        **dict.fromkeys(("下基层调研", "基层调研"), ActivityKind.FIELDWORK),
        **dict.fromkeys(("联系点专题民主生活会", "民主生活会"), ActivityKind.POINT_MEETING),
    },
    ActivityState: {
        **dict.fromkeys(("已完成",), ActivityState.DONE),
        **dict.fromkeys(("拟定", "已安排"), ActivityState.PLANNED),
        **dict.fromkeys(("已延期", "推迟"), ActivityState.POSTPONED),
        **dict.fromkeys(("已取消",), ActivityState.CANCELLED),
    },
    Half: {"am": Half.AM, "上": Half.AM, "pm": Half.PM, "下": Half.PM},
    Outcome: {"计划": Outcome.PLANNED, "完成": Outcome.MET, "走访": Outcome.MET, "取消": Outcome.CANCELLED},
    Venue: {
        **dict.fromkeys(("接访中心", "信访中心"), Venue.PETITION_CENTRE),
        **dict.fromkeys(("96333", "96333信息服务中心", '"96333"信息服务中心'), Venue.HOTLINE_CENTRE),
        **dict.fromkeys(("信访人家里", "上门", "家中"), Venue.PETITIONER_HOME),
    },
    FieldworkForm: {
        "蹲点": FieldworkForm.RESIDENT,
        "随机": FieldworkForm.RANDOM,
        "暗访": FieldworkForm.UNANNOUNCED,
    },
    Manner: {"入户走访": Manner.HOME, "上门": Manner.HOME, "电话联系": Manner.PHONE},
    DayKind: {"休息": DayKind.OFF, "放假": DayKind.OFF, "上班": DayKind.WORK, "补班": DayKind.WORK},
    PeriodKind: {"季": PeriodKind.QUARTER, "年度": PeriodKind.YEAR, "全年": PeriodKind.YEAR},
    MatterKind: {
        **dict.fromkeys(("意见", "建议", "意见和建议", "群众意见"), MatterKind.OPINION),
        **dict.fromkeys(("实事", "民生", "为民办实事"), MatterKind.DEED),
        **dict.fromkeys(("纠纷", "矛盾", "矛盾纠纷调解", "纠纷调解"), MatterKind.DISPUTE),
        **dict.fromkeys(("信访", "信访件", "信访问题", "信访案件"), MatterKind.PETITION),
    },
    MatterState: {
        **dict.fromkeys(("待办理", "未办", "未办理", "尚未办理", "未处理"), MatterState.OPEN),
        **dict.fromkeys(("在办", "正在办理", "已交办", "已转办", "未办结", "处理中"), MatterState.IN_HAND),
        **dict.fromkeys(("办结", "已办", "已答复", "已解决", "完成", "已完成"), MatterState.ANSWERED),
        **dict.fromkeys(("销号", "已销"), MatterState.CLOSED),
    },
    StepKind: {
        **dict.fromkeys(("转办", "转交办"), StepKind.ASSIGN),
        **dict.fromkeys(("督促", "督办"), StepKind.URGE),
        **dict.fromkeys(("回复", "答复处理"), StepKind.REPLY),
        **dict.fromkeys(("告知", "反馈", "反馈群众"), StepKind.TELL),
        **dict.fromkeys(("领导接待", "接待"), StepKind.RECEIVE),
        **dict.fromkeys(("领导研究", "研究"), StepKind.STUDY),
        "领导督办": StepKind.SUPERVISE,
        **dict.fromkeys(("重开", "重新办理"), StepKind.REOPEN),
    },
    Satisfaction: {
        **dict.fromkeys(("是", "很满意", "非常满意"), Satisfaction.SATISFIED),
        **dict.fromkeys(("比较满意", "较满意"), Satisfaction.FAIRLY),
        **dict.fromkeys(("否", "不", "不满"), Satisfaction.DISSATISFIED),
    },
    Sex: {"男性": Sex.MALE, "女性": Sex.FEMALE},
    Per: {"领导": Per.LEADER, "乡镇": Per.TOWNSHIP, "村": Per.VILLAGE, "户": Per.HOUSEHOLD},
}
_SERVICES = {
    word: text
    for service, text in LABELS[Service].items()
    for word in (text, text.removeprefix("送"), service.value)
}
_SPAN = re.compile(r"\d{4}-\d{2}-\d{2}~\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"[-+]?\d{1,20}(?:\.\d{1,20})?")
_YES = {"是", "1", "√", "✓", "y", "yes", "true"}
_NO = {"否", "0", "×", "n", "no", "false", "不是"}


def word(kind: type[StrEnum]) -> Callable[[Cell], str]:
    """A parser for the words of `kind`, their Chinese labels and the usual other names for them."""
    known = {**_KNOWN.get(kind, {}), **{text: member for member, text in LABELS[kind].items()}}
    expected = "、".join(label(member) for member in kind)

    def parse(value: Cell) -> str:
        text = name_key(str(value)).lower()
        if text not in known:
            raise Problem(f"应填写{expected}之一")
        return known[text].value

    return parse


def half(whole_day: Half) -> Callable[[Cell], str]:
    """A parser for 上午 and 下午 that takes 全天 for `whole_day`."""
    parse = word(Half)
    return lambda value: whole_day if name_key(str(value)) in ("全天", "整天") else parse(value)


def day(value: Cell) -> str:
    """A day as the database keeps it, 2026-03-05; such texts sort as days do."""
    return parse_date(value).isoformat()


def yes_no(value: Cell) -> bool:
    """是 or 否, in the usual spellings."""
    text = name_key(str(value)).lower()
    if text not in _YES | _NO:
        raise Problem("应填写是或否")
    return text in _YES


def names(value: Cell) -> tuple[str, ...]:
    """The names of a list, as written."""
    found = tuple(split_list(parse_text(value, LONG)))
    if found:
        parse_text(max(found, key=len), NAME * 2)
    return found


def quota(value: Cell) -> float:
    """A number of times, days or items, such as 60 or 0.5."""
    text = normalize("NFKC", str(value)).strip()
    if not _NUMBER.fullmatch(text):
        raise Problem("应填写数字")
    number = float(text)
    if not 0 <= number <= 1_000:
        raise Problem("应填写 0 到 1000 之间的数字")
    return number


def kind_list(value: Cell) -> str:
    """Kinds of activities as a duty rule keeps them."""
    parse = word(ActivityKind)
    return ",".join(parse(text) for text in split_list(value))


def services(value: Cell) -> str:
    """What was brought: the three services by their names, as the forms write them, and what else is said."""
    text = parse_text(value)
    said = split_list(text)
    named = [_SERVICES.get(name_key(part), part) for part in said]
    return "、".join(named) if named != said else text


def period_name(value: Cell) -> str:
    """A period as explanations keep it: 2026Q3, also written 2026年第三季度; spans of days as they stand."""
    text = name_key(str(value))
    if len(text) > SHORT:
        raise Problem("看不懂的期间，请写成 2026、2026H1 或 2026Q3")
    if _SPAN.fullmatch(text):
        return text
    year = text[:4]
    if year.isdecimal() and text.endswith(("年", "季度")):
        spans = [period(f"{year}{part}") for part in ("", "H1", "H2", "Q1", "Q2", "Q3", "Q4")]
        text = next((str(span) for span in spans if span.title == text), text)
    return str(period(text))


def any_text(limit: int) -> Callable[[Cell], str]:
    """A parser for text of at most so many characters."""

    def parse(value: Cell) -> str:
        return parse_text(value, limit)

    return parse
