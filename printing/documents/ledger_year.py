"""What the “连心”台账 of a year are made of, read out of the database leader by leader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.activity import Activity, Target
from models.coverage import LeaderCoverage, leader_coverage
from models.coverage_words import span_title
from models.friend import Friend, friends
from models.liaison_ledger import matters_of, met_by_visit, steps_by_matter, visits_of
from models.matter import Matter
from models.official import Official
from models.picture import Picture, pictures_of
from models.progress import rules
from models.rules.calendar import Period, chinese_date, month_day, quarter_of
from models.rules.coverage import score
from models.rules.kinds import ActivityKind, PointKind, Service
from models.setting import value
from printing.choice import Choice
from printing.contents import Chapter
from printing.documents import ledger_sections as sections
from printing.documents.contact_list import household_rows
from printing.documents.counting_notes import days_note, visits_note
from printing.documents.coverage_tables import leader_parts, legend
from printing.documents.ledger_coverage import CoverageChapter, emptied
from printing.documents.ledger_points import PointsChapter, place_row
from printing.documents.ledger_rows import Matters, befriended, brings, policies
from printing.documents.ledger_sections import SectionChapter
from printing.documents.ledger_summary import (
    Brought,
    SummaryChapter,
    duty_figures,
    empty_figures,
    for_the_pen,
    matter_figures,
)
from printing.documents.ledger_visits import Quarter, Recorded, VisitsChapter
from printing.documents.matters import MatterWords
from printing.documents.points import Held, Points
from printing.documents.visit_record import Turns, VisitRecord, records_of
from printing.photo import Photo, photo
from printing.wording import plain

_NAMES = 60  # characters of names the cover has room for
_FEWEST_BLANK = 4  # records for the pen: one a quarter


@dataclass(frozen=True, slots=True)
class _Known:
    """All that is known of one leader's year."""

    leader: Official
    held: Held
    coverage: LeaderCoverage
    visits: Sequence[Activity]
    met: dict[int, list[Target]]
    matters: Sequence[Matter]
    friends: Sequence[Friend]

    @property
    def is_empty(self) -> bool:
        """Nothing was entered yet: his book is one for the pen."""
        done = any(line.done for line in self.coverage.lines)
        return not (self.visits or self.matters or self.friends or done)


class LedgerYear:
    """What all books of one year have in common, and the chapters of each."""

    def __init__(self, year: Period, choice: Choice) -> None:
        self.year = year
        self._choice = choice
        self._points = Points(year.first, year.last, full=choice.full)
        self._turns, self._words = Turns(), MatterWords(choice)
        self._rules, self._office = rules(), value("office_name")
        self._notes = (legend() + "。", visits_note(year, "当期"), days_note(year))

    def cover(self, leader: Official) -> list[tuple[str, str]]:
        """The labels of the cover and what stands beside them."""
        held = self._points.held(leader)
        return [
            ("年度", self.year.title),
            ("领导姓名", plain(leader.name)),
            ("职务", leader.title),
            ("联系乡镇（街道）", _some(held, PointKind.TOWNSHIP)),
            ("联系村（社区）", _some(held, PointKind.VILLAGE)),
            ("填报单位（盖章）", self._office),
            ("填报人（签字）", ""),
            ("启用日期", chinese_date(max(self.year.first, leader.office_from or date.min))),
        ]

    def chapters(self, leader: Official) -> list[Chapter]:
        """His book from the contact points to the summary."""
        known = self._known(leader)
        post = f"（{leader.title}）" if leader.title else ""
        facts = [f"领导：{plain(leader.name)}{post}", f"{self.year.title}度"]
        if self._office:
            facts.insert(1, f"填报单位：{self._office}")
        return [
            self._places(known, facts),
            self._coverage(known, facts),
            *self._sections(known, facts),
            self._records(known),
            self._summary(known, facts),
        ]

    def _known(self, leader: Official) -> _Known:
        visits = visits_of(leader, self.year)
        return _Known(
            leader=leader,
            held=self._points.held(leader),
            coverage=leader_coverage(leader, self.year, self._choice.today),
            visits=visits,
            met=met_by_visit(visits),
            matters=matters_of(leader, self.year),
            friends=[one for one in friends(leader) if (one.met_on or date.min) <= self.year.last],
        )

    def _places(self, known: _Known, facts: Sequence[str]) -> PointsChapter:
        held, points = known.held, known.coverage.points
        places = [*held.of(PointKind.TOWNSHIP), *held.of(PointKind.VILLAGE)]
        return PointsChapter(
            facts,
            [place_row(point, points[point.id], self._points) for point in places],
            household_rows(held, self._points),
            for_the_pen=known.is_empty,
        )

    def _coverage(self, known: _Known, facts: Sequence[str]) -> CoverageChapter:
        parts = leader_parts(known.coverage, full=self._choice.full)
        if known.is_empty:
            return CoverageChapter(facts, [emptied(part) for part in parts], self._notes)
        return CoverageChapter((facts[0], self._score(known)), parts, self._notes)

    def _sections(self, known: _Known, facts: Sequence[str]) -> Iterator[SectionChapter]:
        name, full, matters = plain(known.leader.name), self._choice.full, known.matters
        steps = steps_by_matter(matters)
        rows = Matters(self.year, name, steps, self._points, self._words, full)
        petitions = rows.petitions(matters)
        told: dict[sections.Kind, Sequence[Any]] = {
            sections.POLICY: policies(known.visits, known.met, self._points, self.year),
            sections.OPINION: rows.opinions(matters),
            sections.DEED: rows.deeds(matters),
            sections.DISPUTE: rows.disputes(matters),
            **({sections.PETITION: petitions} if petitions else {}),
            sections.FRIEND: befriended(known.friends, self.year, full=full),
        }
        for kind, found in told.items():
            safe = [row._make(map(self._points.text, row)) for row in found]
            yield SectionChapter(kind, facts, safe, for_the_pen=known.is_empty)

    def _records(self, known: _Known) -> VisitsChapter:
        if known.is_empty:
            empty = VisitRecord(leader=plain(known.leader.name), post=known.leader.title)
            return VisitsChapter((), [empty] * max(_FEWEST_BLANK, self._owed_visits(known)))
        quarters: dict[Period, list[Recorded]] = {}
        for visit in known.visits:
            quarters.setdefault(quarter_of(visit.first_day), []).extend(self._recorded(visit))
        there = [(span_title(quarter), records) for quarter, records in quarters.items() if records]
        return VisitsChapter([Quarter(*one) for one in there])

    def _owed_visits(self, known: _Known) -> int:
        """How many visits the year owes, as the engine says."""
        visits = {rule.code for rule in self._rules if rule.kinds == {ActivityKind.VISIT}}
        return sum(line.owed for line in known.coverage.lines if line.rule in visits)

    def _recorded(self, visit: Activity) -> Iterator[Recorded]:
        """The records of one visit, its pictures with the last of them."""
        records = list(records_of(visit, self._points, self._turns))
        for at, record in enumerate(records, start=1):
            photos = self._photos(visit) if at == len(records) else ()
            yield Recorded(f"{month_day(visit.first_day)} {record.whom}", record, photos)

    def _photos(self, visit: Activity) -> Sequence[Photo]:
        if not self._choice.pictures:
            return ()
        return [photo(one.jpeg, self._caption(visit, one)) for one in pictures_of(visit)]

    def _caption(self, visit: Activity, picture: Picture) -> str:
        day = chinese_date(visit.first_day)
        return self._points.text("  ".join(filter(None, (day, picture.caption or visit.place))))

    def _summary(self, known: _Known, facts: Sequence[str]) -> SummaryChapter:
        duties = duty_figures(self._rules, known.coverage.lines)
        notes = self._notes[1:]
        if known.is_empty:
            return SummaryChapter(facts, for_the_pen(duties), empty_figures(), None, notes)
        return SummaryChapter(
            (facts[0], self._score(known)),
            duties,
            matter_figures(known.matters, self._words),
            Brought(_services(known), len(known.friends)),
            notes,
        )

    def _score(self, known: _Known) -> str:
        done, owing, late = score(known.coverage.lines)
        return f"已完成 {done} 项，应完成 {owing} 项，逾期 {late} 项"


def _services(known: _Known) -> dict[Service, int]:
    """How often each service was brought to somebody met."""
    met = [target for visit in known.visits for target in known.met[visit.id]]
    return {service: sum(brings(target, service) for target in met) for service in Service}


def _some(held: Held, kind: PointKind) -> str:
    """The names of the points of a kind, as many as the cover has room for."""
    names = held.names(kind)
    if len(names) <= _NAMES:
        return names
    return f"{names[:_NAMES].rsplit('、', 1)[0]}等{len(held.of(kind))}个"
