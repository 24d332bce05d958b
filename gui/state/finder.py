"""What the finder says: of each thing found where it is and why it was found; how many there are. No Tk."""

from collections.abc import Sequence
from typing import NamedTuple

from models.pinyin import spelling
from models.rules.finding import Fit, Word, fit, search_key, shortened
from models.rules.masking import masked
from models.search.index import Found
from models.search.shown import Shown, Text

HINTS = (
    "输入姓名、地名、编号，或记录里写过的字；也可以只输拼音首字母。\n\n"
    "hsc 找到横山村        zyy 找到张样一\n"
    "张样一 饮水        用空格隔开几个词，每个词都要有"
)
_MOST = 48


class Line(NamedTuple):
    """Where a thing found is, and why it was found."""

    where: str
    why: str


class Lines(dict[Shown, Line]):
    """The lines of what these words found, each made when it is first seen."""

    def __init__(self, sought: Sequence[Word]) -> None:
        super().__init__()
        self._sought = sought

    def __missing__(self, shown: Shown) -> Line:
        self[shown] = made = line(shown, self._sought)
        return made


def line(shown: Shown, sought: Sequence[Word]) -> Line:
    """For each word that is not seen in name or place the first text that has it; else the first text.

    Telephone and identity numbers inside a text are never shown whole.
    """
    left = [word for word in sought if not _in(word, shown.name) and not _in(word, shown.where)]
    having = (next((text for text in shown.texts if _has(text, word)), None) for word in left)
    said = list(dict.fromkeys(text for text in having if text)) or shown.texts[:1]
    return Line(masked(shown.where), "；".join(_why(text, sought, _MOST // len(said)) for text in said))


def counts(found: Found) -> str:
    """干部 3    联系点 12    活动 1234（列出最近的 50 条）."""
    kinds = (
        ("干部", found.officials, "列出前"),
        ("联系点", found.points, "列出前"),
        ("民情事项", found.matters, "列出最近的"),
        ("活动", found.activities, "列出最近的"),
    )
    return "    ".join(
        f"{kind} {hits.total}" + (f"（{listed} {len(hits.ids)} 条）" if hits.total > len(hits.ids) else "")
        for kind, hits, listed in kinds
        if hits.total
    )


def nothing(typed: str, *, still_reading: bool) -> str:
    """What to try where nothing was found."""
    later = "正在准备查找，较早的活动稍后就能找到。" if still_reading else ""
    return (
        f"没有找到“{typed}”。\n\n"
        "少输几个字，或换成拼音首字母试试；几个词之间用空格隔开。\n"
        f"联系点和民情事项不按电话查找。\n{later}"
    )


def _why(text: Text, sought: Sequence[Word], most: int) -> str:
    """反映问题：…饮水管道老化…; of names those found: 对象：横山村等5个."""
    found = [part for part in text.parts if any(_in(word, part) for word in sought)] if text.names else ()
    more = f"等{len(text.parts)}个" if 0 < len(found) < len(text.parts) else ""
    said = masked("、".join(found or text.parts))
    return f"{text.label}：{shortened(said, sought, most)}{more}"


def _has(text: Text, word: Word) -> bool:
    if text.names:
        return any(_in(word, part) for part in text.parts)
    return any(word.key in search_key(part) for part in text.parts)


def _in(word: Word, text: str) -> bool:
    return fit(word, search_key(text), spelling(text)) is not Fit.NOWHERE
