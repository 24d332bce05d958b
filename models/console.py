"""What the counting commands say: the values that `--json` promises, and lines for people."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from models.due import due, due_names
from models.holiday import YearTable, year_table
from models.official import Official
from models.on_duty_board import Duty, duty
from models.progress import duty_names, progress
from models.rules.calendar import period, weekday_name
from models.rules.counting import Progress
from models.rules.due import AWAITING, Due
from models.rules.kinds import Half
from models.rules.plan.proposal import Proposal
from models.terms import SIGNS, label

_SOURCES = {
    "office": "按本单位录入的节假日",
    "shipped": "按程序自带的节假日表",
    "none": "没有这一年的节假日表，只按周一至周五计算",
}


class Answer(NamedTuple):
    """What a command found, as values for `--json` and as lines for people."""

    values: object
    lines: Iterable[str]


def progress_told(name: str, today: date, leader: Official | None) -> Answer:
    """How far the duties of a period are. Raises Problem for a period nobody can read."""
    found = progress(period(name), today, leader)
    return Answer([line.as_json() for line in found], progress_lines(found))


def due_told(today: date, leader: Official | None) -> Answer:
    """What 今日要办 shows."""
    found = due(today, leader)
    return Answer([entry.as_json() for entry in found], due_lines(found))


def plan_told(proposal: Proposal) -> Answer:
    """What a plan proposes and what found no place."""
    return Answer(plan_as_json(proposal), plan_lines(proposal))


def plan_said(proposal: Proposal, accepted: int | None) -> str:
    """How many trips were proposed or, if they were to be kept, accepted."""
    done = f"拟定 {len(proposal.trips)} 次，没有保存" if accepted is None else f"已采用 {accepted} 次"
    return f"{done}；未排入 {len(proposal.unplaced)} 项。"


def duty_told(day: date, half: Half) -> Answer:
    """Who is here, who is away, and who acts in one half-day."""
    found = duty(day, half)
    return Answer([one._asdict() for one in found], duty_lines(found))


def workdays_told(year: int) -> Answer:
    """The days off and make-up workdays of a year, and where the table comes from."""
    table = year_table(year)
    return Answer(workdays_as_json(table), workday_lines(table))


def progress_lines(found: Iterable[Progress]) -> Iterator[str]:
    """A line for each duty: state, leader, duty, done of owed."""
    names = duty_names()
    for line in found:
        what = names[line.rule] + (f" {line.subject}" if line.subject else "")
        amount = f"{line.done:g}/{line.owed:g}{label(line.unit)}"
        yield f"{SIGNS[line.state]} {label(line.state)}\t{line.leader}\t{what}\t{amount}"


def due_lines(found: Iterable[Due]) -> Iterator[str]:
    """A line for each thing to see to: day, leader, duty, contact point, number."""
    names = due_names() | {AWAITING: "待确认"}
    for entry in found:
        yield "\t".join(
            (str(entry.due), entry.leader, names[entry.what], entry.subject or "", entry.number or "")
        )


def workday_lines(table: YearTable) -> Iterator[str]:
    """Where the table comes from, the days off, the make-up workdays."""
    yield _SOURCES[table.source]
    if table.days and not table.whole:
        yield "这一年没有录全，其余日子按周一至周五计算"
    for word, days in (("休：", table.off), ("班：", table.work)):
        yield " ".join((word, *map(str, days)))


def workdays_as_json(table: YearTable) -> dict[str, object]:
    """The table as `workdays --json` promises it."""
    days = {"off": table.off, "work": table.work}
    dates = {name: [day.isoformat() for day in listed] for name, listed in days.items()}
    return {"year": table.year, "source": table.source} | dates


def duty_lines(found: Iterable[Duty]) -> Iterator[str]:
    """A line for each leader and post: who, which post, where, who acts."""
    for one in found:
        where = "● AB角都外出" if one.clash else "外出" if one.away else "在岗"
        acts = "无人代行" if one.acting is None else "" if one.acting == one.official else f"{one.acting}代行"
        yield "\t".join((one.official, one.post or "", where, acts))


def plan_lines(proposal: Proposal) -> Iterator[str]:
    """A line for each trip proposed, then for each duty that found no half-day, and why."""
    names = duty_names()
    for trip in proposal.trips:
        when = f"{trip.day} {weekday_name(trip.day)} {label(trip.half)}"
        yield f"{when}\t{trip.leader}\t{label(trip.kind)}\t{'、'.join(trip.targets)}"
    for entry in proposal.unplaced:
        what = names[entry.rule] + (f" {entry.subject}" if entry.subject else "")
        yield f"未排入\t{entry.leader}\t{what}\t{entry.reason}"


def plan_as_json(proposal: Proposal) -> dict[str, object]:
    """The proposal as `plan --json` promises it."""
    return {
        "trips": [
            {
                "leader": trip.leader,
                "kind": label(trip.kind),
                "day": trip.day.isoformat(),
                "half": trip.half.value,
                "targets": list(trip.targets),
            }
            for trip in proposal.trips
        ],
        "unplaced": [
            {"leader": entry.leader, "rule": entry.rule, "subject": entry.subject, "reason": entry.reason}
            for entry in proposal.unplaced
        ],
    }
