"""What follows for matters from their rows and their steps: how far they are, and what of it cannot be."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.exchange.checking import refuse
from models.exchange.matter_rows import MatterRows
from models.exchange.matter_step_rows import StepRows
from models.exchange.office import Office
from models.exchange.typed_rows import Refusal, Row
from models.rules.calendar import chinese_date
from models.rules.kinds import MatterState, StepKind
from models.rules.matter import Step
from models.rules.matter_course import Days, Reached, day_faults, disorder, reached
from models.rules.problem import Fault
from models.terms import label

Steps = Mapping[int, Step]


def follow_steps(office: Office, matters: MatterRows, steps: StepRows, today: date) -> None:
    """Bring every new or changed matter up to its steps, and refuse the rows that contradict them."""
    table = office.table("matter")
    touched = [number for number in matters.entered if number >= table.first_new or number in table.changed]
    for number in dict.fromkeys([*touched, *steps.matters()]):
        own, row = steps.of(number), matters.entered.get(number)
        was = matters.was.get(number, table.value(number, "state"))
        _refuse_disorder(own, steps.fresh, None if number >= table.first_new else MatterState(was))
        start = _told(office, number)
        then = reached(own.values(), start)
        if row and not row.refusals:
            refuse(row, "matter", _contradictions(row, start, then))
        _keep(office, number, row, then, _result(own, steps.fresh))
        if row and not row.refusals:
            refuse(row, "matter", day_faults(_days(office, number), list(own.values()), today))


def _refuse_disorder(own: Steps, fresh: Mapping[int, Row], stands: MatterState | None) -> None:
    """Refuse the new step that cannot be where it is; the first new one if it puts another out of place."""
    new = [number for number in own if number in fresh]
    places = list(own)
    for place, words in disorder(list(own.values()), stands) if new else ():
        number = places[place] if places[place] in fresh else new[0]
        fresh[number].refusals.append(Refusal("事项", label(own[number].kind), words.removesuffix("。")))


def _contradictions(row: Row, told: Reached, then: Reached) -> Iterator[Fault]:
    """What the row says of its matter and the steps do not."""
    if "state" in row.given and told.state != then.state:
        yield Fault("state", f"与事项步骤不符，按步骤是“{label(then.state)}”")
    elif "closed_on" in row.given and then.state != MatterState.CLOSED:
        yield Fault("closed_on", "状态不是“已销号”，不能有销号日期")
    for field in ("told_on", "closed_on"):
        said, meant = getattr(told, field), getattr(then, field)
        if field in row.given and said != meant:
            day = f"是{chinese_date(meant)}" if meant else "还没有"
            yield Fault(field, f"与事项步骤不符，按步骤{day}")


def _keep(office: Office, number: int, row: Row | None, then: Reached, result: str | None) -> None:
    days = {
        name: day.isoformat() if day else None
        for name, day in zip(Reached._fields[1:], then[1:], strict=True)
    }
    values = {"state": then.state.value, **days}
    if result is not None and not (row and "result" in row.given):
        values["result"] = result
    if row:
        office.change(row, office.table("matter"), number, values)
    else:
        office.table("matter").update(number, values)


def _result(own: Steps, fresh: Mapping[int, Row]) -> str | None:
    """The words of the last reply, if a new or changed step is one."""
    replies = [number for number, step in own.items() if step.kind == StepKind.REPLY]
    return own[replies[-1]].words if not fresh.keys().isdisjoint(replies) else None


def _told(office: Office, number: int) -> Reached:
    table = office.table("matter")
    told, closed = (_day(table.value(number, column)) for column in Reached._fields[1:])
    return Reached(MatterState(table.value(number, "state")), told, closed)


def _days(office: Office, number: int) -> Days:
    table = office.table("matter")
    registered, *others = (_day(table.value(number, column)) for column in Days._fields)
    return Days(registered or date.min, *others)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
