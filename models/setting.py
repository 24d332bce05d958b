"""设置: what the office chose, each value valid from a day on, so that a closed period keeps its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from peewee import CharField, DateField

from models.base import Table
from models.rules.choices import Choices, choices
from models.rules.own_words import are_own_words
from models.rules.problem import Problem
from models.writing import Topic, writing

ALWAYS = date.min
_MONTHS = frozenset(map(str, range(1, 13)))
_COUNT = re.compile(r"\d{1,3}")
_SHARE = re.compile(
    r"\d{1,4}(?:/\d{1,4}|\.\d{1,20})?"
)  # nothing that takes a minute to work out, as 1e-99999999 does


class Setting(Table):
    """One value of one key from one day on."""

    key = CharField()
    value = CharField()
    valid_from = DateField(default=ALWAYS)


@dataclass(frozen=True, slots=True)
class Known:
    """A setting the program understands: its Chinese name, default, and what its value must look like."""

    name: str
    default: str
    form: str = "text"


_YES_NO = {
    "visits_are_fieldwork": Known("走访计入调研天数", "1", "yes_no"),
    "hearings_are_fieldwork": Known("下访听诉计入调研天数", "1", "yes_no"),
    "weekends_count": Known("周末和假日计入调研天数", "1", "yes_no"),
    "stand_in_counts": Known("代为走访计入本人次数", "0", "yes_no"),
    "pro_rata": Known("部分期间按比例折算", "1", "yes_no"),
}
COUNTING = {**_YES_NO, "risk_share": Known("临近提醒的期间比例", "2/3", "share")}
KNOWN = {
    "office_name": Known("单位名称", ""),
    **COUNTING,
    "built_in_fonts": Known("只用程序自带字体", "0", "yes_no"),
    "large_font": Known("大字显示", "0", "yes_no"),
    "fallback_official": Known("A角、B角都外出时由谁代行", ""),
    "trips_a_week": Known("拟定计划时每位领导每周最多出行次数", "2", "count"),
    "targets_a_trip": Known("拟定计划时一次出行最多走访户数", "6", "count"),
    "no_meeting_months": Known("无会月", "", "months"),
    "matter_workdays": Known("民情事项的办理时限（工作日）", "15", "count"),
    "matter_near_days": Known("民情事项快到期的提醒（剩余工作日）", "3", "count"),
    "personal_acts": Known("领导包案须亲自接待、研究、督办后才能销号", "1", "yes_no"),
    "hotline": Known("服务热线", "96333"),
    "card_services": Known("服务内容", "宣讲政策，走访慰问，听取意见建议，协调解决困难和矛盾纠纷。"),
    "card_promise": Known("服务承诺", "有事请找我们：每件事都有登记，有人办理，有答复。"),
    "own_words": Known("表册用语", "", "words"),
    "registers_on_a3": Known("情况表、台账、登记表用A3纸", "0", "yes_no"),
    "lock_minutes": Known("闲置多少分钟后锁定", "10", "minutes"),
    "bin_days": Known("回收站保留天数", "90", "count"),
    "visit_ticks_place": Known("走访户时同时计入走访该村/乡镇", "0", "yes_no"),
}


def value(key: str, on: date | None = None) -> str:
    """The value of a known setting in force on that day (the newest if no day is given)."""
    return values(on)[key]


def values(on: date | None = None) -> dict[str, str]:
    """All known settings in force on that day, defaults where the office chose nothing."""
    rows = Setting.select().where(Setting.valid_from <= (on or date.max)).order_by(Setting.valid_from)
    return {key: known.default for key, known in KNOWN.items()} | {row.key: row.value for row in rows}


def counting_choices(on: date) -> Choices:
    """The counting choices in force on that day, usually a period's last."""
    return choices(values(on))


def change_settings(new: Mapping[str, str], valid_from: date = ALWAYS) -> None:
    """Set these keys from that day on. Raises Problem for an unknown key or a value of the wrong form."""
    complaints = tuple(text for key, text in ((key, complaint(key, new[key])) for key in new) if text)
    if complaints:
        raise Problem(*complaints)
    with writing("修改设置", Topic.SETTING):
        for key, text in new.items():
            row = Setting.get_or_none((Setting.key == key) & (Setting.valid_from == valid_from))
            row = row or Setting(key=key, valid_from=valid_from)
            row.value = text
            row.save()


def complaint(key: str, text: str) -> str:
    """What is wrong with a value for a key, "" if nothing."""
    if key not in KNOWN:
        return f"没有名为“{key}”的设置。"
    known = KNOWN[key]
    if known.form == "yes_no" and text not in ("0", "1"):
        return f"“{known.name}”只能是 1（是）或 0（否）。"
    if known.form == "count" and not (_COUNT.fullmatch(text) and int(text)):
        return f"“{known.name}”应是 1 到 999 的整数。"
    if known.form == "minutes" and not (_COUNT.fullmatch(text) and 1 <= int(text) <= 30):
        return f"“{known.name}”应是 1 到 30 的整数。"
    if known.form == "months" and not all(word in _MONTHS for word in _listed(text)):
        return f"“{known.name}”应是月份，用顿号隔开，例如 8、12。"
    if known.form == "words" and not are_own_words(text):
        return f"“{known.name}”应写成 原来的字=改成的字，用分号隔开，例如 责任单位=承办单位。"
    if known.form == "share" and not _is_share(text):
        return f"“{known.name}”应是 0 到 1 之间的分数，例如 2/3。"
    return ""


def no_meeting_months(on: date | None = None) -> frozenset[int]:
    """The months 1 to 12 without meetings of the whole city 无会月 (plan item 5), as the office set them."""
    return frozenset(map(int, _listed(value("no_meeting_months", on))))


def _listed(text: str) -> list[str]:
    return [word.strip() for word in text.replace("，", "、").replace(",", "、").split("、") if word.strip()]


def _is_share(text: str) -> bool:
    try:
        return bool(_SHARE.fullmatch(text)) and 0 < Fraction(text) <= 1
    except ZeroDivisionError:
        return False
