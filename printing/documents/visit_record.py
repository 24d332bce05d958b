"""走访群众记录表: one visit to one contact point on one page, filled in or left to the pen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from models.activity import Activity, Participant, Target, people_of, targets_of
from models.contact_point import ContactPoint
from models.coverage import activities_of
from models.official import Official
from models.progress import progress
from models.rules.calendar import Period, quarter_of, year_of
from models.rules.kinds import ActivityKind, ActivityState, Manner, Outcome, Role
from models.rules.problem import Problem
from models.terms import label
from printing import styles
from printing.blocks import Title
from printing.choice import Choice
from printing.documents.points import Points
from printing.documents.trips import (
    chosen_activities,
    companions_named,
    day_of,
    goers_named,
    posts_of,
)
from printing.flow import Block
from printing.form import Form, Line
from printing.render import file_name
from printing.styles import MM, Paper
from printing.wording import NO_DAY, plain

TITLE = "走访群众记录表"


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


class Turns:
    """The how many-eth of the year each visit to a point is by the engine: each leader's year read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, Period], dict[str, dict[int | None, int]]] = {}

    def of(self, visit: Activity, people: Sequence[Participant]) -> dict[int | None, int]:
        """By point: how many of its visits counted in the year up to this one."""
        goers = [person.official for person in people if person.role == Role.LEADER and person.official]
        if visit.state != ActivityState.DONE or not goers:
            return {}
        key = goers[0].id, year_of(visit.first_day)
        if key not in self._known:
            self._known[key] = _turns(goers[0], key[1])
        return self._known[key][visit.number]


def load(choice: Choice) -> Iterable[VisitRecord]:
    """A record for each target met at the visit of the chosen number, or at all visits of the chosen quarter.

    Without number, quarter and leader: one empty record for the pen. Raises Problem for an unknown number.
    """
    if not (choice.number or choice.leader or choice.period):
        return [VisitRecord()]
    points, turns = Points(choice.today, choice.today, full=choice.full), Turns()
    return (record for visit in _visits(choice) for record in records_of(visit, points, turns))


def records_of(visit: Activity, points: Points, turns: Turns) -> Iterator[VisitRecord]:
    """A record for each target met, or of a plan meant; one of a trip that was made and met nobody."""
    people, targets = people_of(visit), targets_of(visit)
    trip, ordinals = _trip(visit, people), turns.of(visit, people)
    reached = [target for target in targets if target.outcome in (Outcome.MET, Outcome.PLANNED)]
    for target in reached:
        yield _with_target(trip, target, points, ordinals)
    if not reached and visit.state == ActivityState.DONE:
        yield _in_vain(trip, targets, points)


def _visits(choice: Choice) -> Sequence[Activity]:
    visits = chosen_activities(choice, ActivityKind.VISIT)
    if not choice.number and not any(targets_of(visit) for visit in visits):
        raise Problem(f"{choice.quarter.title}没有登记走访，没有可以打印的走访记录。")
    return visits


def _trip(visit: Activity, people: Sequence[Participant]) -> VisitRecord:
    """What all targets of one visit have in common."""
    return VisitRecord(
        leader=goers_named(people),
        post=posts_of(people),
        time=day_of(visit),
        place=visit.place,
        companions=companions_named(people),
        heard=visit.heard,
        reply=visit.reply,
        period=str(quarter_of(visit.first_day)),
        which=quarter_of(visit.first_day).title,
    )


def _turns(leader: Official, year: Period) -> dict[str, dict[int | None, int]]:
    """By visit and point: the how many-eth of the year it is."""
    lines = [line for line in progress(year, year.last, leader) if line.subject_id is not None]
    visits = activities_of({number for line in lines for number in line.counted})
    places = {visit.number: place for place, visit in enumerate(visits)}
    found: dict[str, dict[int | None, int]] = defaultdict(dict)
    for line in lines:
        for turn, number in enumerate(sorted(line.counted, key=places.__getitem__), start=1):
            found[number][line.subject_id] = turn
    return found


def _with_target(
    trip: VisitRecord, target: Target, points: Points, ordinals: Mapping[int | None, int]
) -> VisitRecord:
    point, ordinal = points.known(target.contact_point_id), ordinals.get(target.contact_point_id)
    return replace(
        trip,
        whom=points.text(plain(point.name if point else target.person)),
        phone=points.phone(point) if point else "",
        place=points.place(point) if point else points.text(trip.place),
        which=f"{trip.which}，本年第{ordinal}次" if ordinal else trip.which,
        manner=label(Manner(target.manner)),
        family=_family(point, points) if point else "",
        heard=points.text(target.heard or trip.heard),
        reply=points.text(target.reply or trip.reply),
    )


def _in_vain(trip: VisitRecord, targets: Sequence[Target], points: Points) -> VisitRecord:
    """The trip was made: whom it was for, and why nobody was met."""
    missed = [target for target in targets if target.outcome == Outcome.NOT_MET]
    known = [points.known(target.contact_point_id) for target in missed]
    names = [point.name if point else target.person for point, target in zip(known, missed, strict=True)]
    why = [target.reason for target in missed if target.reason]
    return replace(
        trip,
        whom=points.text("、".join(map(plain, names))),
        place=points.text(trip.place),
        manner=label(Outcome.NOT_MET) if missed else "",
        heard=points.text("\n".join(filter(None, (*why, trip.heard)))),
        reply=points.text(trip.reply),
    )


def _family(point: ContactPoint, points: Points) -> str:
    people = "" if point.people is None else f"家庭人口{point.people}人"
    return "，".join(filter(None, (people, points.category(point))))
