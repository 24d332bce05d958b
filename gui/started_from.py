"""Where the program's own file lies: on a stick, or in an archive only looked into, it may go away."""

import sys
import tempfile
from pathlib import Path

from models.storage.places import away

_COPY = "请先关闭，把程序复制到这台电脑（例如“文档”文件夹）再打开。数据存在本机，不受影响。"
_PULLED = "连心台账的程序文件{}，断开后会停止工作。" + _COPY
_ONLY_LOOKED_AT = "连心台账是从压缩包里直接打开的，程序文件随时会被系统清理。" + _COPY


def advice() -> str:
    """What to tell of where the frozen program was started; "" if that is a good place, or from source."""
    if not hasattr(sys, "frozen"):
        return ""
    program = Path(sys.executable).resolve()
    if lies := away(program):
        return _PULLED.format(lies)
    return _ONLY_LOOKED_AT if any(program.is_relative_to(room) for room in _passing()) else ""


def _passing() -> list[Path]:
    """Where archive programs lay what is opened in them: Explorer, 7-Zip, Ark; file-roller, engrampa."""
    return [Path(tempfile.gettempdir()).resolve(), Path.home() / ".cache"]
