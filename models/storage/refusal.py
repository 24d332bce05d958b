"""Why the data file is not opened: what happened, whether the data is safe, what to do now."""

from enum import StrEnum
from pathlib import Path

from models.rules.problem import Problem


class Why(StrEnum):
    """What stands in the way of opening the file."""

    DAMAGED = "damaged"
    CHANGED = "changed"
    JOURNAL = "journal"
    GONE = "gone"
    FOREIGN = "foreign"
    NEWER = "newer"
    READ_ONLY = "read_only"
    BUSY = "busy"
    UNREADABLE = "unreadable"
    KEYS = "keys"
    PLACE = "place"
    FOLDER = "folder"


_TOLD = {
    Why.DAMAGED: (
        "数据文件“{path}”不是连心台账的数据文件，或已损坏。",
        "文件没有改动，也不会被删除；备份里的数据不受影响。",
        "请用备份恢复。",
    ),
    Why.CHANGED: (
        "数据文件“{path}”与上次关闭时不一样了，可能已损坏，或被别的程序换过。",
        "文件没有改动，也不会被删除；备份里的数据不受影响。",
        "请用备份恢复。",
    ),
    Why.JOURNAL: (
        "上次关闭得突然，而保存用的日志文件“{path}-journal”被清理软件删除或换过，数据文件可能只写了一半，视为已损坏。",
        "文件没有改动，也不会被删除；备份里的数据不受影响。",
        "请用备份恢复，并在清理软件里把数据文件夹设为不清理。",
    ),
    Why.GONE: (
        "数据文件“{path}”不见了，可能被清理软件或别人删除、移走。",
        "程序没有新建空的台账，以免您误以为数据没有了；备份里的数据不受影响。",
        "请把文件找回来放回原处，或用备份恢复。",
    ),
    Why.FOREIGN: (
        "“{path}”是其他程序的数据文件，连心台账不会打开它。",
        "文件没有改动；连心台账的数据不在这个文件里。",
        "请用备份恢复，或打开另一个数据文件夹。",
    ),
    Why.NEWER: (
        "这份数据由更新版本的连心台账保存（数据版本 {detail}），这个版本打不开。",
        "数据没有改动，是安全的。",
        "请安装新版本后再打开。",
    ),
    Why.READ_ONLY: (
        "数据文件“{path}”是只读的，无法使用。",
        "数据没有改动，是安全的。",
        "请取消文件的“只读”属性，或请维护人员给您写入权限，然后再打开。",
    ),
    Why.BUSY: (
        "无法打开数据文件“{path}”：文件正被占用或磁盘出错（{detail}）。",
        "数据没有改动。",
        "请关闭正在使用它的程序（例如杀毒、备份软件），稍等再打开。",
    ),
    Why.UNREADABLE: (
        "无法读取数据文件“{path}”：{detail}。",
        "文件没有改动；备份里的数据不受影响。",
        "请检查磁盘和权限后再打开；仍不行，请用备份恢复。",
    ),
    Why.KEYS: (
        "打开数据文件“{path}”用的密码文件 keys.json 不见了或已损坏。",
        "数据文件没有改动，但没有密码文件打不开它；备份里的数据不受影响。",
        "请把 keys.json 找回来放回原处，或用备份恢复。",
    ),
    Why.PLACE: (
        "数据文件夹“{path}”{detail}，正在使用的数据不能放在那里：中途断开或被同步软件改写，会丢失数据。",
        "那里的文件没有改动。",
        "请把数据放在本机硬盘上；U盘和网络盘用来放备份。",
    ),
    Why.FOLDER: (
        "无法使用数据文件夹“{path}”：{detail}。",
        "那里的文件没有改动。",
        "请检查磁盘和权限，或打开另一个数据文件夹。",
    ),
}


class Refused(Problem):
    """The data file cannot be opened as it stands; it was not touched.

    `complaints` are three: what happened, whether the data is safe, what to do now.
    """

    def __init__(self, why: Why, path: Path, detail: str = "") -> None:
        super().__init__(*(text.format(path=path, detail=detail) for text in _TOLD[why]))
        self.why, self.path = why, path

    def __str__(self) -> str:
        return "".join(self.complaints)
