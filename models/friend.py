"""基层朋友: whom a leader made friends with among the people, and how they keep in touch (plan item 1)."""

from collections.abc import Iterator
from datetime import date

from peewee import CharField, DateField, ForeignKeyField, TextField

from models.base import Table
from models.official import Official
from models.rules.calendar import chinese_date
from models.rules.names import name_key
from models.rules.problem import Problem
from models.writing import Topic, writing


class Friend(Table):
    """One friend of one leader; `standing` is what he is in his village, `contact` how they keep in touch."""

    official_id: int
    official = ForeignKeyField(Official, backref="friends")
    name = CharField()
    name_key = CharField()
    sex = CharField(default="")
    address = CharField(default="")
    standing = CharField(default="")
    phone = CharField(default="")
    met_on = DateField(null=True)
    met_at = CharField(default="")
    contact = TextField(default="")


def friends(official: Official | None = None) -> list[Friend]:
    """All friends in the rank order of their leaders, or those of one, in the order they were met."""
    query = Friend.select(Friend, Official).join(Official)
    if official is not None:
        query = query.where(Friend.official == official)
    return list(query.order_by(Official.rank, Official.id, Friend.met_on, Friend.id))


def save_friend(friend: Friend, today: date) -> Friend:
    """Keep a new or changed friend. Raises Problem with every complaint, and then changes nothing."""
    friend.name, friend.name_key = friend.name.strip(), name_key(friend.name)
    complaints = tuple(_complaints(friend, today))
    if complaints:
        raise Problem(*complaints)
    with writing(f"保存基层朋友 {friend.name}", Topic.FRIEND):
        friend.save()
    return friend


def delete_friend(friend: Friend) -> None:
    """Take a friend off the list. The history keeps him."""
    with writing(f"删除基层朋友 {friend.name}", Topic.FRIEND):
        Friend.get_by_id(friend.id).delete_instance()


def _complaints(friend: Friend, today: date) -> Iterator[str]:
    if not friend.name_key:
        yield "请填写姓名。"
    if friend.met_on and friend.met_on > today:
        yield f"结识日期{chinese_date(friend.met_on)}还没有到。"
    same = (Friend.official == friend.official) & (Friend.name_key == friend.name_key)
    twin = Friend.get_or_none(same & (Friend.address == friend.address))
    if twin is not None and twin.id != friend.id:
        yield f"这位领导已经有一位住址相同的朋友“{friend.name}”。"
