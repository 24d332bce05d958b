"""What a disk refuses in the middle of anything, in words; also that the open file is damaged."""

from peewee import DatabaseError
from sqlcipher3 import dbapi2

from models.base import database
from models.rules.problem import Problem
from models.storage.files import reason

_SIGNS = ("malformed", "not a database", "hmac", "decrypt")
_DAMAGED = (
    "数据文件有一处读不出来，可能已损坏。为了不扩大损坏，从现在起不再保存任何内容；"
    "已经保存的和备份都没有改动。请记下正在填写的内容，关闭程序后重新打开，按提示用备份恢复。"
)
_SAID = (
    "刚才的操作没有完成：{}。以前保存的数据没有受影响。请检查磁盘或 U 盘再试；还是这样的话，先做一次备份。"
)


def disk_trouble(error: BaseException) -> Problem | None:
    """The Problem that an error of the disk is, None for one that is ours: for what nobody else caught.

    If it means that the open file is damaged, nothing more is written to it.
    """
    if told := damage_told(error):
        return Problem(told)
    if isinstance(error, (DatabaseError, dbapi2.DatabaseError)):
        return Problem(_SAID.format(f"磁盘读写出错（{error}）"))
    if isinstance(error, OSError):
        return Problem(_SAID.format(reason(error)))
    return None


def damage_told(error: BaseException) -> str:
    """What to say if the error means that the open file is damaged, else "". Saving ends with it."""
    is_sign = any(sign in str(error).lower() for sign in _SIGNS)
    if not (isinstance(error, (DatabaseError, dbapi2.DatabaseError)) and is_sign):
        return ""
    database.begun = _refuse
    return _DAMAGED


def _refuse() -> None:
    raise Problem(_DAMAGED)
