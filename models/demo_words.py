"""演示数据: what made-up hearings, fieldwork and reports say of themselves."""

from random import Random
from typing import NamedTuple

from models.rules.kinds import ActivityKind, FieldworkForm, Service, Venue
from models.terms import label

_BROUGHT = {Service.POLICY: 0.8, Service.WARMTH: 0.4, Service.HELP: 0.3}
_TOPICS = (
    "脐橙产业提质增效",
    "农村饮水安全",
    "农村义务教育均衡发展",
    "村级集体经济",
    "乡镇卫生院服务能力",
    "农村道路养护",
    "移风易俗",
    "高标准农田建设",
)
_PETITIONS = (
    (
        "土地承包经营权登记",
        "反映承包地四至与证书不符，希望重新核对",
        "已请农业农村部门实地核对，一个月内答复",
    ),
    ("拖欠工资", "反映工地尾款半年未付", "已转劳动监察大队立案，限期支付"),
    ("宅基地审批", "反映建房申请两个月没有回音", "已请乡镇说明进度，月底前答复"),
    ("邻里排水纠纷", "反映邻居建房后雨水倒灌", "已请村委会和司法所上门调解"),
    ("低保复核", "反映家中病人多，希望重新核定低保", "已请民政部门入户核查"),
)


class Told(NamedTuple):
    """The words of one activity; those that its kind has no use for are empty."""

    place: str = ""
    purpose: str = ""
    heard: str = ""
    reply: str = ""
    venue: str = ""
    form: str = ""
    title: str = ""


def told(dice: Random, kind: ActivityKind, place: str) -> Told:
    """What an activity of that kind at that place may say."""
    topic = dice.choice(_TOPICS)
    if kind == ActivityKind.HEARING:
        about, heard, reply = dice.choice(_PETITIONS)
        return Told(place, f"来访人示例：{about}", heard, reply, venue=dice.choice(list(Venue)).value)
    if kind == ActivityKind.FIELDWORK:
        return Told(place, f"{topic}调研", form=dice.choice(list(FieldworkForm)).value)
    if kind == ActivityKind.REPORT:
        return Told(title=f"关于{place}{topic}的调研报告（示例）")
    return Told(place, "示例事由")


def brought(dice: Random) -> str:
    """Which of the three services a visit may bring to its households."""
    chosen = [label(service) for service in Service if dice.random() < _BROUGHT[service]]
    return "、".join(chosen)
