"""What an import would do, as lines of one table: what is refused first, then takeovers, then remarks."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from gui.look.palette import Tone, signed
from models.exchange.importing import ImportPlan
from models.rules.formula import harmless


class Line(NamedTuple):
    """One line of the preview."""

    tone: Tone
    what: str
    sheet: str
    row: str
    column: str
    words: str

    @property
    def sign(self) -> str:
        return signed(self.tone, self.what)


HEADS = ("", "工作表", "行", "列", "说明")


def lines(plan: ImportPlan) -> list[Line]:
    """The plan in the order one must read it."""
    refused = [
        Line(Tone.LATE, "不能导入", row.sheet, str(row.row), row.column, _reason(row.value, row.reason))
        for row in plan.refused
    ]
    takeovers = [Line(Tone.NEAR, "接替", "", "", "", str(each)) for each in plan.takeovers]
    return [*refused, *takeovers, *(Line(Tone.PLANNED, "提示", "", "", "", note) for note in plan.notes)]


def counts(plan: ImportPlan) -> list[tuple[str, int, Tone]]:
    """The four numbers of the preview, in words and tones."""
    return [
        ("新增", plan.new, Tone.DONE),
        ("更改", plan.changed, Tone.NEAR),
        ("相同", plan.same, Tone.SOFT),
        ("不能导入", len(plan.refused), Tone.LATE if plan.refused else Tone.SOFT),
    ]


def verdict(plan: ImportPlan) -> str:
    """What comes next, in one sentence."""
    if plan.refused:
        return "有不能导入的行：请在文件里改正并保存，再点“重新核对”。在此之前什么都不会改动。"
    if not plan.new and not plan.changed:
        return "文件里的内容都已经有了，没有需要导入的。"
    return "核对无误后点“导入”。要么全部导入，要么什么都不改动。"


def as_csv(shown: Sequence[Line]) -> bytes:
    """The lines as a table Excel opens with the right characters."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("类别", *HEADS[1:]))
    writer.writerows((line.what, *map(harmless, line[2:])) for line in shown)
    return text.getvalue().encode("utf-8-sig")


def _reason(value: str, reason: str) -> str:
    return f"“{value}” {reason}" if value else reason
