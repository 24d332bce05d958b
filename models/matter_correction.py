"""更正步骤: a step of a matter written otherwise, or the last one taken back; the matter follows."""

from collections.abc import Iterator, Sequence
from datetime import date

from models.matter import Matter, MatterStep
from models.rules.calendar import chinese_date
from models.rules.kinds import MatterState, StepKind
from models.rules.matter import Step
from models.rules.matter_course import Reached, reached
from models.rules.problem import Problem
from models.terms import label
from models.writing import Topic, writing

_GONE = "这一步已经不在了，可能刚才被撤销。"
_FROM_ELSEWHERE = (
    "这件事项的状态有一部分是从工作簿带来的，只取消步骤会与它不符。请在工作簿里改好再导入，或按 Ctrl+Z 撤销。"
)


def step_rows(matter: Matter) -> list[MatterStep]:
    """The rows of its steps, in the order of days, those of one day as entered."""
    return list(
        MatterStep.select().where(MatterStep.matter == matter).order_by(MatterStep.day, MatterStep.id)
    )


def correct_step(step: MatterStep, day: date, words: str, today: date) -> Matter:
    """Give a step another day or other words; what the matter says by it changes with it.

    It stays between the steps beside it. Raises Problem with every complaint.
    """
    matter = Matter.get_by_id(step.matter_id)
    rows = step_rows(matter)
    row = next((one for one in rows if one.id == step.id), None)
    if row is None:
        raise Problem(_GONE)
    old, new = row.step, Step(StepKind(row.kind), day, words.strip())
    complaints = tuple(_complaints(rows, row, new, matter, today))
    if complaints:
        raise Problem(*complaints)
    with writing(f"更正{label(old.kind)} {matter.number}", Topic.MATTER):
        row.day, row.words = new.day, new.words
        row.save()
        _follow(matter, old, new)
        matter.save()
    return matter


def take_back_step(matter: Matter) -> Step:
    """Take the last step back, and with it what the matter says by it; the step that was taken back.

    Raises Problem if there is none, or if the matter says more than its steps tell.
    """
    kept = Matter.get_by_id(matter.id)
    rows = step_rows(kept)
    if not rows:
        raise Problem(_GONE)
    steps, last = [row.step for row in rows], rows[-1].step
    now = reached(steps[:-1], _start(kept, steps))
    with writing(f"取消{label(last.kind)} {kept.number}", Topic.MATTER):
        rows[-1].delete_instance()
        kept.state, kept.told_on, kept.closed_on = now
        if last.kind == StepKind.REPLY and kept.result == last.words:
            kept.result = next((one.words for one in reversed(steps[:-1]) if one.kind == last.kind), "")
        if last.kind in (StepKind.TELL, StepKind.REVISIT):
            kept.satisfaction = ""
        kept.save()
    return last


def _complaints(
    rows: Sequence[MatterStep], row: MatterStep, new: Step, matter: Matter, today: date
) -> Iterator[str]:
    place = rows.index(row)
    before, after = rows[:place][-1:], rows[place + 1 :][:1]
    if new.day > today:
        yield f"{chinese_date(new.day)}还没有到。"
    if new.day < matter.registered_on:
        yield f"日期早于登记日期{chinese_date(matter.registered_on)}。"
    if before and new.day < before[0].day:
        yield f"日期早于上一步（{chinese_date(before[0].day)}）。"
    if after and new.day > after[0].day:
        yield f"日期晚于下一步（{chinese_date(after[0].day)}）。"
    if not new.words and new.kind in (StepKind.REPLY, StepKind.REOPEN):
        yield "请填写内容。"
    if any(new == other.step for other in rows if other is not row):
        yield "这一步已经登记过。"


def _follow(matter: Matter, old: Step, new: Step) -> None:
    """What the matter says by a step is said anew by it."""
    if old.kind == StepKind.TELL and matter.told_on == old.day:
        matter.told_on = new.day
    if old.kind == StepKind.CLOSE and matter.closed_on == old.day:
        matter.closed_on = new.day
    if old.kind == StepKind.REPLY and matter.result == old.words:
        matter.result = new.words


def _start(matter: Matter, steps: Sequence[Step]) -> Reached:
    """From where its steps lead to what it says. Raises Problem if they do not, from anywhere."""
    says = Reached(MatterState(matter.state), matter.told_on, matter.closed_on)
    for state in (MatterState.OPEN, MatterState.CLOSED):
        if reached(steps, Reached(state)) == says:
            return Reached(state)
    raise Problem(_FROM_ELSEWHERE)
