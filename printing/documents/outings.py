"""Activities and absences as plans of days show them: when, who, what, where, whom."""

from dataclasses import dataclass
from datetime import date

from models.activity_line import ActivityLine
from models.rules.calendar import day_in, weekday_name
from models.rules.kinds import ActivityState
from models.terms import label
from printing.wording import listed, plain, told


@dataclass(frozen=True, slots=True)
class Outing:
    """One line of a plan. `about`: whom it is for and why."""

    day: str
    half: str
    leader: str
    what: str
    place: str
    about: str


def outing(line: ActivityLine, today: date, *, full: bool) -> Outing:
    """A kept activity as a plan shows it; `full` leaves numbers unmasked."""
    stand_in = f"（代：{plain(line.stand_ins)}）" if line.stand_ins else ""
    leaders = "、".join(listed(name) if not stand_in else plain(name) for name in line.leaders.split("、"))
    done = "（已完成）" if line.state == ActivityState.DONE else ""
    return Outing(
        day=f"{day_in(line.first_day, today.year)} {weekday_name(line.first_day)}",
        half=halves(line),
        leader=leaders + stand_in,
        what=label(line.kind) + done,
        place=told(line.place, full=full),
        about=told("；".join(filter(None, (line.targets, line.purpose))), full=full),
    )


def halves(line: ActivityLine) -> str:
    """上午, 下午 or 全天 of one day."""
    if line.first_day != line.last_day or line.first_half != line.last_half:
        return "全天"
    return label(line.first_half)
