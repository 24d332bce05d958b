"""What can be done where the data file is not opened: the ways out, and the words about them."""

from enum import StrEnum

from models.rules.problem import Problem
from models.storage import Refused, Why


class Way(StrEnum):
    """A way out, as its button says it."""

    RESTORE = "用备份恢复…"
    ANYWAY = "仍然打开…"
    OTHER = "打开另一个数据文件夹…"
    COPY = "复制损坏文件给维护人员…"
    AGAIN = "再试一次"
    LEAVE = "退出"


WORDS = {
    Way.RESTORE: "先核对备份，再放回原处；现在这个文件另存，不会删除。",
    Way.ANYWAY: "没有备份，或文件是您自己换上的，才这样做。",
    Way.OTHER: "只是这一次；下次启动仍先打开原来的文件夹。",
    Way.COPY: "复制一份到U盘等处，交给维护人员查看，原文件不动。",
    Way.AGAIN: "问题处理好以后点这里。",
    Way.LEAVE: "关闭程序，什么都不改动。",
}
ANYWAY = (
    "文件与上次关闭时不一样。程序会先把它另存一份，再检查结构；结构完好就打开。\n"
    "但个别文字或数字可能已经变了而看不出来。有备份时，请先用备份恢复。"
)
TITLES = {
    Why.GONE: "数据文件不见了",
    Why.NEWER: "数据由更新的版本保存",
    Why.PLACE: "数据不能放在这里",
    Why.FOLDER: "数据文件夹不能使用",
    Why.READ_ONLY: "数据文件是只读的",
    Why.BUSY: "数据文件正被占用",
    Why.FOREIGN: "这不是连心台账的数据",
}
_PARTS = ("发生了什么", "我的数据安全吗", "现在怎么办")
_TRY_AGAIN = {Why.READ_ONLY, Why.BUSY, Why.FOLDER}
_NOT_HERE = {Why.NEWER, Why.PLACE}


def ways(problem: Problem) -> list[Way]:
    """The ways out, the best one first."""
    why = problem.why if isinstance(problem, Refused) else None
    if why is None or why in _TRY_AGAIN:
        return [Way.OTHER, Way.AGAIN, Way.LEAVE]
    if why in _NOT_HERE:
        return [Way.OTHER, Way.AGAIN, Way.LEAVE]
    anyway = [Way.ANYWAY] if why is Why.CHANGED else []
    copy = [] if why is Why.GONE else [Way.COPY]
    return [Way.RESTORE, *anyway, Way.OTHER, *copy, Way.AGAIN, Way.LEAVE]


def title(problem: Problem) -> str:
    """What the page is about, in a few words."""
    why = problem.why if isinstance(problem, Refused) else None
    return TITLES.get(why, "数据文件打不开") if why else "数据文件打不开"


def told(problem: Problem) -> list[tuple[str, str]]:
    """What happened, whether the data is safe, what to do now, each under its heading."""
    if isinstance(problem, Refused):
        return list(zip(_PARTS, problem.complaints, strict=True))
    return [(_PARTS[0], str(problem))]
