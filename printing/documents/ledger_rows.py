"""The rows of a “连心”台账's five sections out of visits, matters and friends.

Numbers inside texts are masked where the rows are put into the book; here only what is a number by its field.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from models.activity import Activity, Target
from models.contact_point import ContactPoint
from models.friend import Friend
from models.matter import Matter
from models.rules.calendar import Period, month_day
from models.rules.kinds import (
    Manner,
    MatterKind,
    MatterState,
    PointKind,
    Service,
    Sex,
    StepKind,
)
from models.rules.masking import masked_phone
from models.rules.matter import PERSONAL, Step
from models.rules.services import services_in
from models.terms import label
from printing.documents.ledger_sections import (
    Befriended,
    Dispute,
    LivelihoodDeed,
    Opinion,
    Petition,
    Told,
)
from printing.documents.matters import MatterWords
from printing.documents.points import Points
from printing.wording import listed, plain

NOWHERE = "***"  # where who raised a sensitive matter lives, unless the print is a full one
_NAME = 16  # characters of a deed that is all name
_GENERAL = "民生实事"


def policies(
    visits: Iterable[Activity], met: dict[int, list[Target]], points: Points, year: Period
) -> list[Told]:
    """The visits at which policies were brought, by day."""
    told = [(visit, [one for one in met[visit.id] if brings(one, Service.POLICY)]) for visit in visits]
    there = [(visit, targets) for visit, targets in told if targets]
    return [_policy(number, *pair, points, year) for number, pair in enumerate(there, start=1)]


def brings(target: Target, service: Service) -> bool:
    """Whether that service was brought to somebody."""
    return service in services_in(target.services)


def befriended(friends: Iterable[Friend], year: Period, *, full: bool) -> list[Befriended]:
    """Friends in the order they were met."""
    return [_friend(str(number), friend, year, full) for number, friend in enumerate(friends, start=1)]


def _policy(number: int, visit: Activity, targets: Sequence[Target], points: Points, year: Period) -> Told:
    there = [point for one in targets if (point := points.known(one.contact_point_id))]
    villages = dict.fromkeys(_destination(point, points) for point in there)
    households = sum(point.kind == PointKind.HOUSEHOLD for point in there)
    return Told(
        str(number),
        _day(visit.first_day, year),
        visit.place or "、".join(villages),
        visit.purpose,
        "、".join(dict.fromkeys(label(Manner(one.manner)) for one in targets)),
        f"{households}户" if households else "",
    )


def _day(day: date, year: Period) -> str:
    """3月5日; of another year two lines of its column: 2025年 12月28日."""
    return month_day(day) if day in year else f"{day.year}年\n{month_day(day)}"


def _destination(point: ContactPoint, points: Points) -> str:
    """A household's village, a place itself."""
    above = points.above(point) if point.kind == PointKind.HOUSEHOLD else []
    return plain((above or [point])[-1].name)


def _friend(number: str, friend: Friend, year: Period, full: bool) -> Befriended:
    day = _day(friend.met_on, year) if friend.met_on else ""
    return Befriended(
        number,
        listed(friend.name),
        label(Sex(friend.sex)) if friend.sex else "",
        friend.address,
        friend.standing,
        friend.phone if full else masked_phone(friend.phone),
        "\n".join(filter(None, (day, friend.met_at))),
        friend.contact,
    )


@dataclass(frozen=True, slots=True)
class Matters:
    """One leader's matters as rows. `full` tells where those live who raised sensitive ones."""

    year: Period
    leader: str
    steps: dict[int, list[Step]]
    points: Points
    words: MatterWords
    full: bool

    def opinions(self, matters: Sequence[Matter]) -> list[Opinion]:
        return [self._opinion(*one) for one in _numbered(matters, MatterKind.OPINION)]

    def deeds(self, matters: Sequence[Matter]) -> list[LivelihoodDeed]:
        return [self._deed(*one) for one in _numbered(matters, MatterKind.DEED)]

    def disputes(self, matters: Sequence[Matter]) -> list[Dispute]:
        return [self._dispute(*one) for one in _numbered(matters, MatterKind.DISPUTE)]

    def petitions(self, matters: Sequence[Matter]) -> list[Petition]:
        return [self._petition(*one) for one in _numbered(matters, MatterKind.PETITION)]

    def _opinion(self, number: str, matter: Matter) -> Opinion:
        return Opinion(
            number,
            self._day(matter.registered_on),
            self._whom(matter),
            self._where(matter),
            self.words.text(matter, matter.content),
            matter.category,
            self.words.unit(matter),
            self._day(matter.due),
            self._result(matter),
            self._day(matter.told_on),
            self.words.satisfaction(matter),
            self._day(matter.closed_on),
        )

    def _deed(self, number: str, matter: Matter) -> LivelihoodDeed:
        name, content = _name_and_content(self.words.text(matter, matter.content), matter.category)
        closed = f"{self._day(matter.closed_on)}销号" if matter.closed_on else ""
        return LivelihoodDeed(
            number,
            name,
            content,
            matter.unit,
            matter.person,
            self._day(matter.due),
            self._result(matter),
            closed,
        )

    def _dispute(self, number: str, matter: Matter) -> Dispute:
        replies = [step.day for step in self.steps[matter.id] if step.kind == StepKind.REPLY]
        return Dispute(
            number,
            self._day(matter.registered_on),
            self._whom(matter),
            matter.category,
            self.words.text(matter, matter.content),
            self.leader,
            self._day(replies[-1]) if replies else "",
            self._result(matter),
            self._steps(matter, (StepKind.REVISIT,)),
        )

    def _petition(self, number: str, matter: Matter) -> Petition:
        acts = self._steps(matter, PERSONAL)
        return Petition(
            number,
            self._day(matter.registered_on),
            self._whom(matter),
            self._where(matter),
            self.words.text(matter, matter.content),
            self.words.unit(matter),
            self._day(matter.due),
            "\n".join(filter(None, ("领导包案", acts))) if matter.in_charge else "",
            self._result(matter),
            self._day(matter.told_on),
            self.words.satisfaction(matter),
            self._day(matter.closed_on),
        )

    def _day(self, day: date | None) -> str:
        return _day(day, self.year) if day else ""

    def _whom(self, matter: Matter) -> str:
        return listed(self.words.raised_by(matter) or self.words.point(matter))

    def _where(self, matter: Matter) -> str:
        if matter.sensitive and not self.full:
            return NOWHERE
        point = self.points.known(matter.contact_point_id)
        phone = self.words.phone(matter) or (self.points.phone(point) if point else "")
        return "\n".join(filter(None, (self.points.place(point) if point else "", phone)))

    def _result(self, matter: Matter) -> str:
        """How far it is, and with what result."""
        state = MatterState(matter.state)
        told = self.words.text(matter, matter.result)
        return told if told and state in (MatterState.ANSWERED, MatterState.CLOSED) else _joined(state, told)

    def _steps(self, matter: Matter, kinds: Sequence[StepKind]) -> str:
        taken = [step for step in self.steps[matter.id] if step.kind in kinds]
        return "\n".join(self._step(matter, step, named=len(kinds) > 1) for step in taken)

    def _step(self, matter: Matter, step: Step, *, named: bool) -> str:
        if named:
            return f"{self._day(step.day)}{label(step.kind)}"
        words = self.words.text(matter, step.words)
        return f"{self._day(step.day)}{f'：{words}' if words else ''}"


def _numbered(matters: Iterable[Matter], kind: MatterKind) -> Iterator[tuple[str, Matter]]:
    those = [matter for matter in matters if matter.kind == kind]
    return ((str(number), matter) for number, matter in enumerate(those, start=1))


def _name_and_content(text: str, category: str) -> tuple[str, str]:
    """A deed's first line is its name; one of a single line is its own name if it is short."""
    name, _, rest = text.partition("\n")
    if rest or len(name) <= _NAME:
        return name, rest
    return category or _GENERAL, text


def _joined(state: MatterState, told: str) -> str:
    return f"{label(state)}：{told}" if told else label(state)
