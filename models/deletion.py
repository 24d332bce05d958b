"""What was entered by mistake is taken away again, into the bin; what other records rest on is not."""

from models.activity import Activity
from models.base import database
from models.contact_point import ContactPoint
from models.rules.problem import Problem
from models.writing import Topic, writing

_USES = (
    ("target", "contact_point_id", "走访登记"),
    ("matter", "contact_point_id", "民情事项"),
    ("explanation", "contact_point_id", "情况说明"),
    ("contact_point", "parent_id", "下属的村或户"),
)


def delete_activity(activity: Activity) -> None:
    """Take an activity away with its people, targets and pictures; the bin keeps it.

    Raises Problem while matters that were heard on it are there.
    """
    kept = Activity.get_by_id(activity.id)
    heard = database.execute_sql("SELECT number FROM matter WHERE activity_id = ?", (kept.id,)).fetchall()
    if heard:
        numbers = "、".join(number for (number,) in heard)
        raise Problem(f"不能删除 {kept.number}：{numbers} 是这次活动中听到的民情事项。请先删除这些事项。")
    with writing(f"删除活动 {kept.number}", Topic.ACTIVITY):
        for table in ("participant", "target", "picture"):
            database.execute_sql(f"DELETE FROM {table} WHERE activity_id = ?", (kept.id,))
        kept.delete_instance()


def delete_point(point: ContactPoint) -> None:
    """Take away a point entered by mistake, with who was assigned to it; the bin keeps it.

    Raises Problem where anything is recorded of it: contact with it is ended then, not wiped out.
    """
    kept = ContactPoint.get_by_id(point.id)
    used = [words for table, column, words in _USES if _count(table, column, kept.id)]
    if used:
        raise Problem(f"“{kept.name}”已有{'、'.join(used)}，不能删除。不再联系的，请用“终止联系”。")
    with writing(f"删除联系点 {kept.name}", Topic.CONTACT_POINT):
        database.execute_sql("DELETE FROM assignment WHERE contact_point_id = ?", (kept.id,))
        kept.delete_instance()


def _count(table: str, column: str, row: int) -> int:
    sql = f"SELECT COUNT(*) FROM {table} WHERE {column} = ?"
    return int(database.execute_sql(sql, (row,)).fetchone()[0])
