"""走访群众记录表: one visit to one contact point on one page, filled in or left to the pen."""

from collections.abc import Iterator
from dataclasses import dataclass

from printing import styles
from printing.blocks import Title
from printing.flow import Block
from printing.form import Form, Line
from printing.render import file_name
from printing.styles import MM, Paper

TITLE = "走访群众记录表"
NO_DAY = "        年    月    日"


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """What was said and promised at one visit. Every value may be empty: then the cell is left to the pen."""

    leader: str = ""
    post: str = ""
    time: str = ""
    weather: str = ""
    place: str = ""
    companions: str = ""
    whom: str = ""
    phone: str = ""
    manner: str = ""
    which: str = ""
    family: str = ""
    heard: str = ""
    reply: str = ""
    assigned: str = ""
    follow_up: str = ""
    period: str = ""

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, self.whom, self.period)

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(TITLE, after=3 * MM)
        yield Form((*self._heads(), *self._texts(), *self._signatures()))

    def _heads(self) -> Iterator[Line]:
        yield Line((("走访领导", self.leader), ("职务", self.post)))
        yield Line((("走访时间", self.time or NO_DAY), ("天气", self.weather)))
        yield Line((("走访地点", self.place), ("陪同人员", self.companions)))
        yield Line((("走访对象\n（户主）", self.whom), ("联系电话", self.phone)))
        yield Line((("走访方式", self.manner or "□入户  □座谈  □电话"), ("第几季度\n第几次", self.which)))

    def _texts(self) -> Iterator[Line]:
        yield Line((("家庭基本\n情况及\n变化", self.family),), 20 * MM, 1.0)
        yield Line((("反映的\n问题、\n意见建议", self.heard),), 25 * MM, 1.6)
        yield Line((("现场答复\n及处理", self.reply),), 20 * MM, 1.2)
        yield Line((("需交办事项", self.assigned), ("责任单位\n办理时限", "")), 12 * MM)
        yield Line((("落实情况\n及回访", self.follow_up),), 16 * MM, 0.6)

    def _signatures(self) -> Iterator[Line]:
        yield Line((("走访人\n（签字）", ""), ("记录人\n（签字）", "")), 13 * MM, clings=True)
        yield Line((("走访对象\n（签字）", ""), ("日期", NO_DAY)), 13 * MM, clings=True)
