"""What a column of a workbook is, and the columns that several sheets share."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.exchange.cells import LONG, NAME, SHORT
from models.exchange.sheet import Cell
from models.exchange.words import any_text, day, yes_no
from models.terms import LABELS

Parser = Callable[[Cell], Any]

NAME_TEXT, SHORT_TEXT, LONG_TEXT = any_text(NAME), any_text(SHORT), any_text(LONG)


@dataclass(frozen=True, slots=True)
class Column:
    """One head: the field it fills, how its cells are read, and what the template says of it.

    A `needed` head must stand in the sheet; `words` are those its cells take; `width` is in characters.
    """

    head: str
    field: str
    parse: Parser = SHORT_TEXT
    others: tuple[str, ...] = ()
    needed: bool = False
    about: str = ""
    words: type[StrEnum] | None = None
    width: int = 12

    @property
    def choices(self) -> tuple[str, ...]:
        """What a drop-down offers; empty where anything may be written."""
        if self.parse is yes_no:
            return ("是", "否")
        return tuple(LABELS[self.words].values()) if self.words else ()


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """One sheet: its name, its columns in the order written, and what it is for."""

    name: str
    about: str
    columns: tuple[Column, ...]


DAY = "日期，如 2026-3-5"
FIRST = Column("起始日期", "first_day", day, ("联系起始日期", "开始日期", "起始时间"), about=DAY)
LAST = Column("终止日期", "last_day", day, ("联系终止日期", "结束日期", "终止时间"), about=DAY)
DOCUMENT = Column("文号", "document", SHORT_TEXT, ("文件号", "依据文号"), width=18)
LEADER_HEADS = (
    *("领导姓名", "联系领导", "挂点领导", "挂钩领导", "姓名", "联系领导姓名"),
    *("市领导", "市级领导", "包联领导", "责任领导"),
)
