"""走访行程单: one day's trips of one leader: where, to whom, what they asked last, room for the pen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from models.activity import Participant, Target
from models.agenda import Agenda, Entry, agenda
from models.contact_point import ContactPoint
from models.lunar import lunar
from models.official import Official, officials
from models.rules.calendar import chinese_date, day_in, days_between, weekday_name
from models.rules.conflicts import span_words
from models.rules.entry import occupies
from models.rules.kinds import Outcome, PointKind, Role
from models.rules.problem import Problem
from models.terms import label
from models.visited import Heard, last_heard
from printing import styles
from printing.blocks import Facts, Title
from printing.choice import Choice
from printing.documents.points import Points, shown
from printing.flow import Block, Flow
from printing.page import Align
from printing.render import file_name
from printing.styles import MM, Paper
from printing.table import Column, Table, for_the_pen
from printing.wording import plain, shortened

TITLE = "走访行程单"
HEARD_AT_MOST, REPLY_AT_MOST = 60, 40
_NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Stop:
    """One contact point of a trip. `heard`: what was asked there last, on which day, and the answer."""

    number: str
    whom: str
    where: str
    about: str
    heard: str


STOPS: Sequence[Column[Stop]] = (
    Column("序号", 9, lambda row: row.number, Align.CENTRE),
    Column("走访对象", 23, lambda row: row.whom, Align.CENTRE, tight=styles.DENSE),
    Column("地址、电话", 34, lambda row: row.where, style=styles.DENSE),
    Column("人口\n类别", 18, lambda row: row.about, Align.CENTRE, styles.DENSE),
    Column("上次反映及答复", 44, lambda row: row.heard, style=styles.DENSE, blank="无"),
    for_the_pen("走访记录", 28),
)
NOTES: Sequence[Column[str]] = (for_the_pen("记录", 156),)


@dataclass(frozen=True, slots=True)
class Visit:
    """One trip: the facts of its first line, of the lines below it, and its stops in the order of the way."""

    heads: Sequence[str]
    facts: Sequence[Sequence[str]]
    stops: Sequence[Stop]


@dataclass(frozen=True, slots=True)
class TripHead:
    """The lines above a trip's stops; begins a new page where the first stop would not follow."""

    lines: Sequence[Facts]
    least: float = 42 * MM
    clings: bool = field(default=False, init=False)

    def height(self, flow: Flow) -> float:
        return 3 * MM + sum(line.height(flow) for line in self.lines)

    def lay(self, flow: Flow, below: float) -> None:
        if self.height(flow) + self.least > flow.room and not flow.fresh:
            flow.turn()
        flow.y -= 3 * MM
        for line in self.lines:
            line.lay(flow, below)


@dataclass(frozen=True, slots=True)
class TripSheet:
    """All trips of one leader on one day, on as few pages as they need."""

    leader: str
    post: str
    day: date
    trips: Sequence[Visit]

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader, chinese_date(self.day))

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        moon = lunar(self.day).text
        post = f"（{self.post}）" if self.post else ""
        yield Title(TITLE)
        days = (f"{chinese_date(self.day)} {weekday_name(self.day)}", f"农历{moon}" if moon else "")
        yield Facts([f"领导：{self.leader}{post}", *filter(None, days)])
        for number, trip in enumerate(self.trips):
            start = f"{_NUMERALS[number]}、" if 1 < len(self.trips) <= len(_NUMERALS) else ""
            heads = [f"{start}{trip.heads[0]}", *trip.heads[1:]]
            yield TripHead([Facts(heads), *(Facts(facts) for facts in trip.facts)])
            yield Table(STOPS, trip.stops, least=13 * MM) if trip.stops else Table(NOTES, [""], least=60 * MM)


def load(choice: Choice) -> list[TripSheet]:
    """The sheets of the day chosen, or today: of the leader chosen, or of everybody who goes anywhere.

    Of a longer period the sheets of each of its days. Raises Problem if nothing is planned or done then.
    """
    span = choice.span
    sheets = _Sheets(choice, agenda(span.first, span.last))
    made = [sheet for day in days_between(span.first, span.last) for sheet in sheets.of(day)]
    if not made:
        who = plain(choice.leader.name) if choice.leader else ""
        raise Problem(f"{span.title}{who}没有安排走访或其他外出活动，没有行程单可以打印。")
    return made


class _Sheets:
    """What the sheets of some days are made of."""

    def __init__(self, choice: Choice, there: Agenda) -> None:
        self._choice, self._people = choice, there.people
        self._trips = [one for one in there.entries if occupies(one.kind, one.state)]
        self._officials = [choice.leader] if choice.leader else officials()
        self._points = Points(there.first, there.last, full=choice.full)
        self._targets = _targets(self._trips)
        self._companions = _companions(self._trips)

    def of(self, day: date) -> list[TripSheet]:
        """The sheets of one day, in rank order."""
        trips = [trip for trip in self._trips if trip.first_day <= day <= trip.last_day]
        if not trips:
            return []
        self._heard = last_heard(min(self._choice.today, day - timedelta(1)))
        of_each = ((one, [trip for trip in trips if self._is_his(trip, one)]) for one in self._officials)
        return [self._sheet(one, day, his) for one, his in of_each if his]

    def _is_his(self, trip: Entry, official: Official) -> bool:
        """Whether it is on his sheet: he goes, or it is his and he alone was asked for."""
        return trip.concerns(official.id) if self._choice.leader else official.id in trip.goers

    def _sheet(self, leader: Official, day: date, trips: Sequence[Entry]) -> TripSheet:
        visits = [self._visit(trip, leader, day.year) for trip in trips]
        return TripSheet(plain(leader.name), leader.title, day, visits)

    def _visit(self, trip: Entry, leader: Official, year: int) -> Visit:
        companions = "、".join(self._companions.get(trip.id, ()))
        where = [
            f"地点：{self._points.text(trip.place)}" if trip.place else "",
            f"陪同：{companions}" if companions else "",
        ]
        heads = [f"{_time(trip)} {label(trip.kind)}", self._with_whom(trip, leader), trip.number]
        lines = [[fact for fact in facts if fact] for facts in (where, [self._purpose(trip)])]
        return Visit(
            [head for head in heads if head], [line for line in lines if line], self._stops(trip, year)
        )

    def _with_whom(self, trip: Entry, leader: Official) -> str:
        """同行 other leaders, or who goes instead of whom."""
        others = self._names(one for one in trip.leaders if one != leader.id)
        if not trip.stand_ins:
            return f"同行：{others}" if others else ""
        if leader.id in trip.leaders:
            return f"由{self._names(trip.stand_ins)}代为前往"
        return f"代{others}前往"

    def _names(self, ids: Iterable[int]) -> str:
        return "、".join(plain(self._people[one]) for one in ids)

    def _purpose(self, trip: Entry) -> str:
        return f"事由：{self._points.text(trip.purpose)}" if trip.purpose else ""

    def _stops(self, trip: Entry, year: int) -> list[Stop]:
        points = self._in_order(self._targets.get(trip.id, ()))
        places = [point for point in points if point.kind != PointKind.HOUSEHOLD]
        return [
            replace(self._stop(point, places, year), number=str(number))
            for number, point in enumerate(points, start=1)
        ]

    def _in_order(self, points: Sequence[ContactPoint]) -> list[ContactPoint]:
        """Township by township as entered, in each village by village, the place itself before its people."""
        ways = {
            point.id: tuple(place.id for place in (*self._points.above(point), point)) for point in points
        }
        first: dict[int, int] = {}
        for way in ways.values():
            for place in way:
                first.setdefault(place, len(first))
        return sorted(points, key=lambda point: [first[place] for place in ways[point.id]])

    def _stop(self, point: ContactPoint, places: Sequence[ContactPoint], year: int) -> Stop:
        within = places if point.kind == PointKind.HOUSEHOLD else ()
        people = f"{point.people}人" if point.people is not None else ""
        return Stop(
            number="",
            whom=shown(point),
            where="\n".join(
                filter(None, (self._points.place(point, within=within), self._points.phone(point)))
            ),
            about="\n".join(filter(None, (people, self._points.category(point) or _kind(point)))),
            heard=self._said(self._heard.get(point.id), year),
        )

    def _said(self, heard: Heard | None, year: int) -> str:
        """What was asked last and where it stands: the answer as recorded, or that there is none yet."""
        if heard is None:
            return ""
        asked = shortened(self._points.text(heard.text), HEARD_AT_MOST)
        answer = shortened(self._points.text(heard.reply), REPLY_AT_MOST) if heard.reply else "还没有登记"
        return f"{day_in(heard.day, year)}：{asked}\n答复处理：{answer}"


def _kind(point: ContactPoint) -> str:
    return "" if point.kind == PointKind.HOUSEHOLD else label(PointKind(point.kind))


def _time(trip: Entry) -> str:
    """上午, 下午, 全天; of several days which: 11月25日至27日."""
    if trip.first_day != trip.last_day:
        return span_words(trip.first, trip.last)
    return label(trip.first_half) if trip.first == trip.last else "全天"


def _targets(trips: Sequence[Entry]) -> dict[int, list[ContactPoint]]:
    rows = (
        Target.select(Target, ContactPoint)
        .join(ContactPoint)
        .where(Target.activity.in_([trip.id for trip in trips]))
        .where(Target.outcome.in_((Outcome.PLANNED, Outcome.MET)))
        .order_by(Target.id)
    )
    found: dict[int, list[ContactPoint]] = {}
    for row in rows:
        if row.contact_point is not None:
            found.setdefault(row.activity_id, []).append(row.contact_point)
    return found


def _companions(trips: Sequence[Entry]) -> dict[int, list[str]]:
    rows = Participant.select(Participant, Official).left_outer_join(Official)
    rows = rows.where(
        Participant.activity.in_([trip.id for trip in trips]), Participant.role == Role.COMPANION
    )
    found: dict[int, list[str]] = {}
    for row in rows.order_by(Participant.id):
        name = row.official.name if row.official else row.name
        found.setdefault(row.activity_id, []).append(plain(name))
    return found
