"""演示数据: what made-up matters are about, and how they are dealt with step by step."""

from typing import NamedTuple

from models.rules.kinds import MatterKind, StepKind

Course = tuple[tuple[StepKind, int], ...]


class Subject(NamedTuple):
    """What is asked for, of which category, who sees to it, and what is answered."""

    content: str
    category: str
    unit: str
    reply: str


class Stage(NamedTuple):
    """A matter of that kind and its steps so far, each so many days after the one before.

    `ago`: registered so many days before today at least and at most, with `is_near` so that its deadline is
    near; None for any day of the year. `from_trip`: raised at a visit or hearing of that day.
    """

    kind: MatterKind
    steps: Course
    ago: tuple[int, int] | None = None
    from_trip: bool = False
    in_charge: bool = False
    sensitive: bool = False

    @property
    def is_near(self) -> bool:
        return self.ago == NEAR

    @property
    def is_under_way(self) -> bool:
        return self.steps not in (_WHOLE, _IN_PERSON)

    def to_its_end(self) -> "Stage":
        """The same one with all its steps, registered on any day."""
        return self._replace(steps=_IN_PERSON if self.in_charge else _WHOLE, ago=None)


NEAR = (-1, -1)
SETTLED_AFTER = 75
"""So many days suffice for all steps."""
_ASSIGNED = ((StepKind.ASSIGN, 2),)
_ANSWERED = (*_ASSIGNED, (StepKind.REPLY, 9))
_URGED = (*_ASSIGNED, (StepKind.URGE, 18))
_WHOLE = (*_ANSWERED, (StepKind.TELL, 2), (StepKind.CLOSE, 3), (StepKind.REVISIT, 30))
_AGAIN = (*_WHOLE, (StepKind.REOPEN, 5), (StepKind.ASSIGN, 1), (StepKind.URGE, 8))
_HEARD = ((StepKind.RECEIVE, 0), *_ASSIGNED, (StepKind.STUDY, 4))
_UNTIL_TOLD = (*_HEARD, (StepKind.REPLY, 6), (StepKind.TELL, 3))
_IN_PERSON = (*_HEARD, (StepKind.SUPERVISE, 5), *_UNTIL_TOLD[3:], (StepKind.CLOSE, 2))

STAGES = (
    Stage(MatterKind.OPINION, _WHOLE, from_trip=True),
    Stage(MatterKind.OPINION, _WHOLE, from_trip=True),
    Stage(MatterKind.OPINION, _ANSWERED, (15, 30)),
    Stage(MatterKind.OPINION, (), (0, 4)),
    Stage(MatterKind.OPINION, _ASSIGNED, NEAR),
    Stage(MatterKind.DEED, _WHOLE),
    Stage(MatterKind.DEED, _ASSIGNED, (4, 12)),
    Stage(MatterKind.DEED, _URGED, (30, 60)),
    Stage(MatterKind.DISPUTE, _WHOLE, sensitive=True),
    Stage(MatterKind.DISPUTE, _AGAIN),
    Stage(MatterKind.PETITION, _IN_PERSON, from_trip=True, in_charge=True),
    Stage(MatterKind.PETITION, _UNTIL_TOLD, (25, 45), in_charge=True),
)
"""The matters of one leader in one year, if all of them were at their stage."""

SUBJECTS = {
    MatterKind.OPINION: (
        Subject("村口道路积水", "道路", "交通运输局", "已清沟并加铺路面"),
        Subject("饮水管道老化", "饮水", "水利局", "已更换管道，水质检测合格"),
        Subject("电压不稳", "用电", "供电公司", "已更换变压器"),
        Subject("想学脐橙防病", "产业", "农业农村局", "已办培训班一期"),
        Subject("村道没有路灯", "道路", "乡镇政府", "已装路灯十二盏"),
    ),
    MatterKind.DEED: (
        Subject("修一座便民桥", "道路", "交通运输局", "桥已通行"),
        Subject("建老人食堂", "养老", "民政局", "食堂已开，每天供两餐"),
        Subject("村卫生室添置设备", "医疗", "卫生健康委员会", "设备已到位"),
        Subject("灌溉水渠清淤", "水利", "水利局", "清淤已完成，通水正常"),
    ),
    MatterKind.DISPUTE: (
        Subject("邻里排水争执", "邻里", "司法所", "双方签订调解协议，已改排水口"),
        Subject("承包地界址争执", "土地", "农业农村局", "已实地核对，双方认可界桩"),
        Subject("合伙分红有争议", "合同", "乡镇调解委员会", "已对账，双方达成一致"),
    ),
    MatterKind.PETITION: (
        Subject("工地尾款未付", "劳动", "人力资源和社会保障局", "已督促支付，款已到账"),
        Subject("建房申请没有回音", "宅基地", "自然资源局", "已补齐材料，批复已发"),
        Subject("请重新核定低保", "低保", "民政局", "已入户核查，符合条件，下月起发放"),
    ),
}

STEP_WORDS = {
    StepKind.ASSIGN: "请{unit}办理并按期答复",
    StepKind.URGE: "电话催办，{unit}答应本周内答复",
    StepKind.REPLY: "{reply}",
    StepKind.TELL: "上门告知办理情况",
    StepKind.REVISIT: "回访，情况属实",
    StepKind.RECEIVE: "领导当面听取诉求",
    StepKind.STUDY: "召集{unit}和乡镇研究办法",
    StepKind.SUPERVISE: "到现场察看办理进度",
    StepKind.CLOSE: "办结销号",
    StepKind.REOPEN: "群众说问题又出现",
}
PEOPLE = ("陈样", "刘样", "周样", "吴样")
