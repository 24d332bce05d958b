"""工作交接清单: what somebody who leaves hands over to who acts, and what comes back, both signed for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.absence import Absence
from models.official import Official
from models.rules.absence import handed_over
from models.rules.calendar import chinese_date
from printing import styles
from printing.blocks import Notes, Title
from printing.choice import Choice
from printing.documents.absent import Absences, why
from printing.documents.people import liaison
from printing.flow import Block
from printing.form import Form, Line
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen
from printing.wording import NO_DAY, plain

TITLE = "工作交接清单"
ONLY_FOR_A_POST = "（岗位变动时填写）"
SHORT = 12  # characters of a line without a colon that are still a thing's name
_FEWEST_BLANK = 2
_NOTE = (
    "AB角启动时由A角、B角（或其秘书）签字，不需监交人；岗位变动时由移交人、接收人、监交人三方签字，一式三份。"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing handed over; number, state and remarks are for the pen."""

    number: str
    what: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who hands over or takes over; several take over where several act in turn or in several posts."""

    names: str = ""
    posts: str = ""
    phones: str = ""


ITEMS: Sequence[Column[Item]] = (
    Column("序号", 10, lambda row: row.number, Align.CENTRE),
    Column("移交项目", 32, lambda row: row.what, tight=styles.DENSE, blank=""),
    Column("详细描述", 58, lambda row: row.about, tight=styles.DENSE, blank=""),
    for_the_pen("数量", 14),
    for_the_pen("状态", 18),
    for_the_pen("备注", 24),
)


@dataclass(frozen=True, slots=True)
class HandoverList:
    """What is handed over at one absence, with blank rows for the pen; `back`: the day it came back."""

    away: str
    day: str
    reason: str
    giver: Party
    taker: Party
    items: Sequence[Item]
    back: str = ""

    @property
    def name(self) -> str:
        return file_name(TITLE, self.away, self.day)

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(TITLE, after=3 * MM)
        yield Form(list(self._heads()))
        blank = [Item(str(len(self.items) + number)) for number in range(1, _FEWEST_BLANK + 1)]
        yield Table(ITEMS, [*self.items, *blank], blank=lambda number: Item(str(number)))
        yield Form(list(self._signatures()), clings=True)
        yield Notes([_NOTE])

    def _heads(self) -> Iterator[Line]:
        giver, taker = self.giver, self.taker
        yield Line((("编号", ""), ("移交日期", NO_DAY)))
        yield Line((("事由", self.reason),))
        yield Line((("移交人", giver.names), ("接收人", taker.names)))
        yield Line((("部门、职务", giver.posts), ("部门、职务", taker.posts)))
        yield Line((("联系方式", giver.phones), ("联系方式", taker.phones)))

    def _signatures(self) -> Iterator[Line]:
        yield Line((("移交人\n（或秘书）\n签字", ""), ("接收人\n（或秘书）\n签字", "")), 14 * MM)
        yield Line((("返岗交回\n交回人签字", ""), ("返岗交回\n收回人签字", "")), 14 * MM, clings=True)
        yield Line((("交回情况", ""), ("交回日期", self.back or NO_DAY)), 11 * MM, clings=True)
        yield Line((("监交人\n签字", ONLY_FOR_A_POST),), 11 * MM, clings=True)


def load(choice: Choice) -> list[HandoverList]:
    """A list for each absence on the day chosen, or today, in rank order: of all officials or of one.

    Of a longer period for each absence that touches it. Raises Problem if nobody is away then.
    """
    there = Absences(choice)
    return [_list(row, there) for row in there.rows]


def _list(absence: Absence, there: Absences) -> HandoverList:
    acting = dict.fromkeys(one.official for one in there.acting(absence) if one.official)
    return HandoverList(
        away=plain(absence.official.name),
        day=chinese_date(absence.first_day),
        reason=f"AB角启动：{there.text(why(absence))}",
        giver=_party([absence.official]),
        taker=_party(list(acting)),
        items=[Item(str(number), *parts) for number, parts in enumerate(_items(absence, there), start=1)],
        back=chinese_date(absence.returned_on) if absence.returned_on else "",
    )


def _party(people: Sequence[Official]) -> Party:
    return Party(
        names="、".join(plain(one.name) for one in people),
        posts="\n".join(filter(None, (" ".join(filter(None, (one.unit, one.title))) for one in people))),
        phones="\n".join(filter(None, map(liaison, people))),
    )


def _items(absence: Absence, there: Absences) -> Iterator[tuple[str, str]]:
    """What was entered, then the planned activities somebody goes to instead."""
    for what, about in handed_over(there.text(absence.handover)):
        yield (what, about) if about or len(what) <= SHORT else ("", what)
    for plan, instead in there.plans(absence):
        if instead:
            yield "代为前往", plan
