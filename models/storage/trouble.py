"""What a disk refuses in the middle of anything, in words: for whoever catches what nobody else did."""

from peewee import DatabaseError
from sqlcipher3 import dbapi2

from models.rules.problem import Problem
from models.storage.files import reason

_SAID = (
    "刚才的操作没有完成：{}。以前保存的数据没有受影响。请检查磁盘或 U 盘再试；还是这样的话，先做一次备份。"
)


def disk_trouble(error: BaseException) -> Problem | None:
    """The Problem that an error of the disk is; None for one that is ours."""
    if isinstance(error, (DatabaseError, dbapi2.DatabaseError)):
        return Problem(_SAID.format(f"磁盘读写出错（{error}）"))
    if isinstance(error, OSError):
        return Problem(_SAID.format(reason(error)))
    return None
