"""Breaking a text into lines by 避头尾: what may not begin or end a line, and what is never torn apart."""

import re
from collections.abc import Iterator, Mapping

JOINER = "\u2060"  # between two characters: they stay on one line
NEVER_FIRST = " 　，。、；：！？）》」』】〕〉”’…—％‰℃·～,.;:!?)]}%°′″"
NEVER_LAST = "（《「『【〔〈“‘([{￥$№"

_DATE = r"(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日)(?:[上下]午)?"
_WORD = r"[A-Za-z0-9*]+(?:[.,:/@_+\-–][A-Za-z0-9*]+)*"
_COUNTED = (
    r"[万亿]?(?:公里|公斤|平方米|立方米|千米|千瓦|季度|毫米|厘米|元|亩|户|人|次|天|日|月|年|号|组|米|岁|点|时|分|秒"
    r"|吨|斤|个|件|项|条|页|度|届|篇|场|头|只|株|棵|楼|室|栋|万|亿)"
)
_UNIT = re.compile(
    rf"[{re.escape(NEVER_LAST)}]*(?:{_DATE}|第?{_WORD}(?:{_COUNTED})?|.(?:{JOINER}.)*)[{re.escape(NEVER_FIRST)}]*",
    re.DOTALL,
)


def break_lines(text: str, limit: float, widths: Mapping[str, float]) -> list[str]:
    """The lines of a text, none wider than the limit unless one character alone is; line feeds break.

    Widths and limit are in one unit, say thousandths of the size. Joined again, the lines are the text
    without its line feeds. What is longer than a whole line is cut between characters, as late as it can be.
    """
    if "\n" not in text and sum(map(widths.__getitem__, text)) <= limit:
        return [text]
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, limit, widths)]


def _paragraph(text: str, limit: float, widths: Mapping[str, float]) -> Iterator[str]:
    line, used = "", 0.0
    for unit in _UNIT.findall(text):
        width = sum(map(widths.__getitem__, unit))
        if used + width > limit and line:
            yield line
            line, used = "", 0.0
        if width > limit:
            *full, unit = _pieces(unit, limit, widths)  # noqa: PLW2901
            yield from full
            width = sum(map(widths.__getitem__, unit))
        line, used = line + unit, used + width
    yield line


def _pieces(unit: str, limit: float, widths: Mapping[str, float]) -> list[str]:
    """What is too long for one line, cut."""
    pieces, start, used = [], 0, 0.0
    for at, character in enumerate(unit):
        while at > start and used + widths[character] > limit:
            end = next((end for end in range(at, start, -1) if _may_part(unit, end)), at)
            pieces.append(unit[start:end])
            start, used = end, sum(map(widths.__getitem__, unit[end:at]))
        used += widths[character]
    return [*pieces, unit[start:]]


def _may_part(unit: str, at: int) -> bool:
    return unit[at] not in NEVER_FIRST and unit[at - 1] not in NEVER_LAST
