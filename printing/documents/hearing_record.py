"""接访下访登记表: one hearing of petitioners on one page, filled in or left to the pen.

The grid of ten columns is that of a form found in a real system.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.activity import Activity, people_of, targets_of
from models.matter import Matter
from models.matter_register import born_of
from models.rules.calendar import day_in, quarter_of
from models.rules.kinds import ActivityKind, MatterKind, Outcome, Venue
from models.rules.masking import masked_name
from models.rules.problem import Problem
from models.terms import label
from printing import styles
from printing.blocks import Facts, Title
from printing.choice import Choice
from printing.documents.matters import MatterWords
from printing.documents.points import Points
from printing.documents.trips import chosen_activities, day_of, goers_named, posts_of, takes_place
from printing.flow import Block
from printing.form import Form, Line
from printing.render import file_name
from printing.styles import MM, Paper
from printing.wording import NO_DAY, plain

TITLE = "接访下访登记表"
_THREE, _TWO, _ONE, _ENDS = ((1, 2), (1, 3), (1, 2)), ((2, 3), (2, 3)), ((1, 9),), ((1, 4), (1, 4))
_CALLED = {Venue.PETITIONER_HOME: "下访", Venue.PETITION_CENTRE: "接访", Venue.HOTLINE_CENTRE: "接访"}


@dataclass(frozen=True, slots=True)
class HearingRecord:
    """Who was heard where, what they asked for and what became of it. An empty value is left to the pen."""

    number: str = ""
    called: str = ""
    day: str = ""
    place: str = ""
    leader: str = ""
    who: str = ""
    phone: str = ""
    home: str = ""
    demands: str = ""
    handling: str = ""
    period: str = ""

    @property
    def name(self) -> str:
        return file_name(TITLE, self.leader.partition("\n")[0], self.number, self.period)

    @property
    def paper(self) -> Paper:
        return styles.PORTRAIT

    def story(self) -> Iterator[Block]:
        yield Title(TITLE, after=3 * MM)
        called = self.called or "□接访  □下访"
        yield Facts((f"编号：{self.number or '　' * 10}", f"类型：{called}"), after=MM)
        yield Form((*self._heads(), *self._texts(), self._foot()))

    def _heads(self) -> Iterator[Line]:
        when = ("日期", self.day), ("接访\n地点", self.place), ("接访\n领导", self.leader)
        yield Line(when, 14 * MM, tenths=_THREE)
        yield Line((("来访群众姓名", self.who), ("身份证号码", "")), 12 * MM, tenths=_TWO)
        phone = ("联系方式\n（手机号码）", self.phone)
        yield Line((phone, ("户籍所在地", self.home)), 12 * MM, tenths=_TWO)

    def _texts(self) -> Iterator[Line]:
        yield Line((("群众\n诉求", self.demands),), 40 * MM, 1.4, tenths=_ONE)
        yield Line((("办理\n情况", self.handling),), 40 * MM, 1.4, tenths=_ONE)
        yield Line((("领导\n批示", ""),), 28 * MM, 1.0, tenths=_ONE)

    def _foot(self) -> Line:
        return Line((("记录人", ""), ("日期", NO_DAY)), 12 * MM, clings=True, tenths=_ENDS)


def load(choice: Choice) -> list[HearingRecord]:
    """A record for the hearing of the chosen number, or for all hearings of the chosen quarter.

    Without number, quarter and leader: one empty record for the pen. Raises Problem for an unknown number and
    for a quarter without hearings.
    """
    if not (choice.number or choice.leader or choice.period):
        return [HearingRecord()]
    hearings = [one for one in chosen_activities(choice, ActivityKind.HEARING) if takes_place(one)]
    if not hearings:
        raise Problem(f"{choice.quarter.title}没有登记下访听诉，没有可以打印的登记表。")
    born, words = born_of(one.id for one in hearings), MatterWords(choice)
    points = Points(choice.today, choice.today, full=choice.full)
    return [_Hearing(one, born.get(one.id, ()), words, points).record() for one in hearings]


class _Hearing:
    """One hearing with its petitioners and the matters born from it."""

    def __init__(
        self, activity: Activity, matters: Sequence[Matter], words: MatterWords, points: Points
    ) -> None:
        self._activity, self._matters = activity, matters
        self._words, self._points = words, points
        self._people = people_of(activity)
        there = (Outcome.MET, Outcome.PLANNED)
        self._targets = [target for target in targets_of(activity) if target.outcome in there]
        self._hidden = {name for matter in matters for name in words.hidden_names(matter)}

    def record(self) -> HearingRecord:
        activity, met = self._activity, [target.contact_point for target in self._targets]
        points = [point for point in met if point]
        phones = [*map(self._points.phone, points), *map(self._words.phone, self._matters)]
        venue = label(Venue(activity.venue)) if activity.venue else ""
        place = self._points.text(activity.place)
        return HearingRecord(
            number=activity.number,
            called=_CALLED[Venue(activity.venue)] if activity.venue else "",
            day=day_of(activity),
            place=f"{place}（{venue}）" if place and venue else place or venue,
            leader="\n".join(filter(None, (goers_named(self._people), posts_of(self._people)))),
            who="、".join(dict.fromkeys(self._names())),
            phone="\n".join(dict.fromkeys(filter(None, phones))),
            home="；".join(dict.fromkeys(map(self._points.place, points))),
            demands="\n".join(self._demands()),
            handling="\n".join(self._handling()),
            period=str(quarter_of(activity.first_day)),
        )

    def _names(self) -> Iterator[str]:
        for target in self._targets:
            yield self._text(plain(target.contact_point.name if target.contact_point else target.person))
        yield from (self._words.raised_by(matter) for matter in self._matters if matter.raised_by)

    def _demands(self) -> Iterator[str]:
        """What was said, to whom each of it belongs, then the matters it became."""
        yield from self._said("heard")
        for at, matter in enumerate(self._matters, start=1):
            kind = label(MatterKind(matter.kind))
            yield f"{at}.【{kind}】{self._words.text(matter, matter.content)}（{matter.number}）"

    def _handling(self) -> Iterator[str]:
        yield from self._said("reply")
        for at, matter in enumerate(self._matters, start=1):
            due = f"办理时限{day_in(matter.due, self._activity.first_day.year)}" if matter.due else ""
            result = self._words.text(matter, matter.result).rstrip("。")
            told = "；".join(filter(None, (self._words.unit(matter), due, result)))
            yield f"{at}.{told}（{'，'.join(filter(None, self._words.light(matter)))}）。"

    def _said(self, field: str) -> Iterator[str]:
        whole = getattr(self._activity, field)
        if whole:
            yield self._text(whole)
        for target in self._targets:
            if words := getattr(target, field):
                name = plain(target.contact_point.name if target.contact_point else target.person)
                yield self._text(f"{name}：{words}")

    def _text(self, text: str) -> str:
        text = self._points.text(text)
        for name in self._hidden:
            text = text.replace(name, masked_name(name))
        return text
