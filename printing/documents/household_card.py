"""民情登记卡: one household on one page, with what it asked for and who came to see it this year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.contact_point import ContactPoint
from models.matter import Matter
from models.matter_register import about_points
from models.official import Official, officials
from models.progress import progress
from models.rules.calendar import Period, chinese_date, day_in
from models.rules.counting import Progress
from models.rules.kinds import MatterState, PointKind
from models.rules.problem import Problem
from models.terms import label
from models.visited import Call, calls
from printing import styles
from printing.blocks import Facts, Title
from printing.choice import Choice
from printing.documents.matters import MatterWords
from printing.documents.people import liaison, with_post
from printing.documents.points import Points
from printing.flow import Block
from printing.form import Form, Line
from printing.render import file_name
from printing.styles import MM, Paper
from printing.wording import NO_DAY, amount, plain

TITLE = "民情登记卡"
_KEPT_BACK = "敏感事项，内容不列"


@dataclass(frozen=True, slots=True)
class HouseholdCard:
    """One household. Every value may be empty: then the cell is left to the pen."""

    year: str = ""
    day: str = ""
    head: str = ""
    phone: str = ""
    place: str = ""
    people: str = ""
    category: str = ""
    leader: str = ""
    liaison: str = ""
    about: str = ""
    asked: str = ""
    visits: str = ""
    share: str = ""
    whose: str = ""

    @property
    def name(self) -> str:
        return file_name(TITLE, self.whose, self.head, self.year)

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(TITLE, after=2 * MM)
        yield Facts((f"年度：{self.year or '　' * 4}", f"登记时间：{self.day or NO_DAY}"), after=MM)
        yield Form((*self._heads(), *self._texts(), *self._signatures()))

    def _heads(self) -> Iterator[Line]:
        yield Line((("户主姓名", self.head), ("联系电话", self.phone)))
        yield Line((("家庭住址", self.place),))
        yield Line((("家庭人口", self.people), ("户类型", self.category)))
        yield Line((("联系领导", self.leader), ("联络员\n及电话", self.liaison)))

    def _texts(self) -> Iterator[Line]:
        yield Line((("家庭基本\n信息", self.about),), 14 * MM, 0.4)
        yield Line((("生产生活\n状况", ""),), 18 * MM, 0.6)
        yield Line((("反映的事项\n及办理情况", self.asked),), 28 * MM, 1.4)
        yield Line(((f"本年走访\n情况{self.share}", self.visits),), 28 * MM, 1.4)
        yield Line((("基层组织和\n群众评议", ""),), 14 * MM, 0.4)

    def _signatures(self) -> Iterator[Line]:
        yield Line((("登记人\n（签字）", ""), ("户主\n（签字）", "")), 12 * MM, clings=True)


def load(choice: Choice) -> list[HouseholdCard]:
    """A card for the household of the chosen number, or for all households of a leader or of all in the year.

    Without number, leader and period: one empty card for the pen. Raises Problem where there is no household.
    """
    if not (choice.number or choice.leader or choice.period):
        return [HouseholdCard()]
    cards = _Cards(choice)
    return [cards.card(point, leader) for point, leader in cards.households()]


class _Cards:
    """What the cards of one year are made of."""

    def __init__(self, choice: Choice) -> None:
        year = choice.year
        self._choice, self._year = choice, year
        self._points = Points(year.first, year.last, full=choice.full)
        self._words = MatterWords(choice)
        self._matters = about_points(year.last)
        self._calls = calls(year.first, year.last)
        self._duties = _by_household(year, choice)

    def households(self) -> list[tuple[ContactPoint, Official | None]]:
        """Whom the cards are of, and who kept contact with them in the year, in rank order."""
        held: list[tuple[ContactPoint, Official | None]] = []
        for one in [self._choice.leader] if self._choice.leader else officials():
            held += ((point, one) for point in self._points.held(one).of(PointKind.HOUSEHOLD))
        if self._choice.number:
            held = [pair for pair in held if str(pair[0].id) == self._choice.number][-1:] or self._unheld()
        if not held:
            whose = f"{plain(self._choice.leader.name)}" if self._choice.leader else ""
            raise Problem(f"{self._year.title}{whose}没有联系户，没有登记卡可以打印。")
        return held

    def card(self, point: ContactPoint, leader: Official | None) -> HouseholdCard:
        return HouseholdCard(
            year=self._year.title,
            day=chinese_date(self._choice.today),
            head=plain(point.name),
            phone=self._points.phone(point),
            place=self._points.place(point),
            people="" if point.people is None else f"{point.people}人",
            category=self._points.category(point),
            leader=with_post(leader) if leader else "",
            liaison=liaison(leader).replace("\n", " ") if leader else "",
            about=self._points.text(point.note),
            asked="\n".join(self._asked(point)) or "无",
            visits="\n".join(map(self._visit, self._calls.get(point.id, ()))) or "无",
            share=self._share(point, leader),
            whose=plain(leader.name) if leader else "",
        )

    def _unheld(self) -> list[tuple[ContactPoint, Official | None]]:
        """The household itself, where nobody keeps contact with it in the year."""
        found = ContactPoint.get_or_none(ContactPoint.id == self._choice.number)
        if found is None or found.kind != PointKind.HOUSEHOLD:
            raise Problem(f"没有编号为“{self._choice.number}”的联系户。")
        return [(found, None)]

    def _asked(self, point: ContactPoint) -> Iterator[str]:
        """This year's matters and those of earlier years that were not closed before it."""
        first = self._year.first
        rows = [row for row in self._matters.get(point.id, ()) if _concerns(row, first)]
        for at, row in enumerate(rows, start=1):
            day = day_in(row.registered_on, first.year)
            hides = row.sensitive and not self._choice.full
            what = f"{_KEPT_BACK}。" if hides else self._words.in_a_line(row, first.year)
            yield f"（{at}）{day}：{what}"

    def _visit(self, call: Call) -> str:
        """3月5日上午张样一入户：门前道路泥泞；答复：已列入计划."""
        day = day_in(call.day, self._year.first.year, None if call.whole_day else call.half)
        leaders = "、".join(map(plain, call.leaders.split("、")))
        who = f"{leaders}（{plain(call.stand_ins)}代）" if call.stand_ins else leaders
        said = (("", call.heard), ("答复：", call.reply))
        told = "；".join(self._points.text(f"{word}{text.rstrip('。')}") for word, text in said if text)
        return f"{day}{who}{label(call.manner)}{f'：{told}' if told else ''}。"

    def _share(self, point: ContactPoint, leader: Official | None) -> str:
        """How often this leader came of how often he owes it, as the engine counts."""
        lines = self._duties.get((leader.id, point.id), ()) if leader else ()
        return "".join(f"\n（{amount(line.done)}/{line.owed}次）" for line in lines[-1:])


def _concerns(matter: Matter, first: date) -> bool:
    return matter.state != MatterState.CLOSED or (matter.closed_on or date.max) >= first


def _by_household(year: Period, choice: Choice) -> Mapping[tuple[int, int], Sequence[Progress]]:
    found: dict[tuple[int, int], list[Progress]] = {}
    for line in progress(year, choice.today, choice.leader):
        if line.subject_id is not None:
            found.setdefault((line.official, line.subject_id), []).append(line)
    return found
