"""What the counting commands say: lines for people, and the values that `--json` promises."""

from collections.abc import Iterable, Iterator

from models.holiday import YearTable
from models.progress import duty_names
from models.rules.calendar import weekday_name
from models.rules.counting import Progress
from models.rules.due import Due
from models.rules.plan.proposal import Proposal
from models.terms import SIGNS, label

_SOURCES = {
    "office": "按本单位录入的节假日",
    "shipped": "按程序自带的节假日表",
    "none": "没有这一年的节假日表，只按周一至周五计算",
}


def progress_lines(found: Iterable[Progress]) -> Iterator[str]:
    """A line for each duty: state, leader, duty, done of owed."""
    names = duty_names()
    for line in found:
        what = names[line.rule] + (f" {line.subject}" if line.subject else "")
        amount = f"{line.done:g}/{line.owed:g}{label(line.unit)}"
        yield f"{SIGNS[line.state]} {label(line.state)}\t{line.leader}\t{what}\t{amount}"


def due_lines(found: Iterable[Due]) -> Iterator[str]:
    """A line for each thing to see to: day, leader, duty, contact point, number."""
    names = duty_names() | {"awaiting": "待确认"}
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
