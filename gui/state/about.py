"""关于: what one tells whoever is asked for help, without anything of whose ledger it is."""

import platform
import sys
from collections.abc import Mapping

from models.components import Component
from models.version import VERSION

NAME = "连心台账"
_FULL = 50


def lines(tk: str, engine: Mapping[str, str]) -> list[str]:
    """The versions in two lines: the program's and the system's, then those of what it runs on."""
    packed = "打包版" if hasattr(sys, "frozen") else "源代码运行"
    parts = {"Python": platform.python_version(), "Tk": tk} | dict(engine)
    return [
        f"版本 {VERSION}（{packed}）    {_system()}",
        "    ".join(f"{name} {version}" for name, version in parts.items() if version),
    ]


def rows_said(parts: list[Component]) -> str:
    """How many parts there are, and where their licences stand."""
    return f"共 {len(parts)} 个组件，右边是它的许可全文。"


def words_of(part: Component) -> str:
    """The whole text of a licence, its lines as wide as there is room; or that there is none."""
    return _flowing(part.text) or f"{part.name} 没有随附许可全文，它的许可是：{part.licence or '未写明'}。"


def _flowing(text: str) -> str:
    """Lines that were broken for a terminal are one again; lists and headings stay as they are."""
    lines: list[str] = []
    before = ""
    for line in text.splitlines():
        if len(before) >= _FULL and before[-1] not in "-=*" and line[:1].isalpha():
            lines[-1] = f"{lines[-1].rstrip()} {line}"
        else:
            lines.append(line)
        before = line
    return "\n".join(lines)


def _system() -> str:
    return f"{platform.system()} {platform.release()} {platform.machine()}"
