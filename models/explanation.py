"""写明原因: why a duty of a past period was not met. Explained, it is 逾期(已说明) and off the work list."""

from collections.abc import Iterable
from datetime import date

from peewee import CharField, DateField, ForeignKeyField

from models.base import Table
from models.contact_point import ContactPoint
from models.official import Official
from models.rules.counting import About, Progress
from models.rules.kinds import DutyState
from models.rules.problem import Problem
from models.writing import Topic, writing


class Explanation(Table):
    """The reason of one missed duty; `period` is its name as models.rules.calendar reads it."""

    official_id: int
    contact_point_id: int | None

    official = ForeignKeyField(Official, backref="explanations")
    rule = CharField()
    contact_point = ForeignKeyField(ContactPoint, null=True, backref="explanations")
    period = CharField()
    reason = CharField()
    day = DateField()


def explain(line: Progress, reason: str, today: date) -> Explanation:
    """Keep why a duty was not met, over an earlier reason. Raises Problem if it is not late or none given."""
    if line.state != DutyState.LATE:
        raise Problem("只有逾期的要求才需要写明原因。")
    if not reason.strip():
        raise Problem("请填写原因。")
    Official.insist_on([line.official])
    ContactPoint.insist_on([line.subject_id] if line.subject_id else [])
    with writing(f"写明原因 {line.leader}", Topic.EXPLANATION):
        row = find_explanation(line) or Explanation(
            official=line.official, rule=line.rule, contact_point=line.subject_id, period=str(line.period)
        )
        row.reason, row.day = reason.strip(), today
        row.save()
    return row


def explain_all(lines: Iterable[Progress], reason: str, today: date) -> None:
    """Keep one reason for those of one leader's duties that are late. Raises Problem as `explain` does."""
    late = [line for line in lines if line.state == DutyState.LATE]
    if not late:
        raise Problem("只有逾期的要求才需要写明原因。")
    with writing(f"写明原因 {late[0].leader}", Topic.EXPLANATION):
        for line in late:
            explain(line, reason, today)


def withdraw_all(lines: Iterable[Progress]) -> None:
    """Take the reasons of one leader's duties back in one step."""
    explained = [line for line in lines if find_explanation(line)]
    if explained:
        with writing(f"撤回原因 {explained[0].leader}", Topic.EXPLANATION):
            for line in explained:
                withdraw_explanation(line)


def withdraw_explanation(line: Progress) -> None:
    """Take the reason back: the duty is on the work list again."""
    row = find_explanation(line)
    if row is not None:
        with writing(f"撤回原因 {line.leader}", Topic.EXPLANATION):
            row.delete_instance()


def find_explanation(line: Progress) -> Explanation | None:
    """The reason kept for this duty, None if there is none."""
    official, rule, point, period = line.about
    found: Explanation | None = Explanation.get_or_none(
        (Explanation.official == official)
        & (Explanation.rule == rule)
        & (Explanation.contact_point == point)
        & (Explanation.period == period)
    )
    return found


def explanations() -> dict[About, str]:
    """All reasons kept, by what they are about."""
    return {
        (row.official_id, row.rule, row.contact_point_id, row.period): row.reason
        for row in Explanation.select()
    }
