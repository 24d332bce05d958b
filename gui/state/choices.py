"""Settings between their texts in the database and what a form shows; a line about each counting choice."""

from collections.abc import Mapping
from typing import Any

from models.setting import KNOWN

EXPLAINED = {
    "visits_are_fieldwork": "走访的每半天计入“下基层调研 60 天”。",
    "hearings_are_fieldwork": "下访听诉的每半天计入“下基层调研 60 天”。",
    "weekends_count": "不选时，只有工作日的调研计入天数。",
    "stand_in_counts": "由他人代为前往时，次数算本人的；天数仍算去的人。",
    "pro_rata": "年中接手或任职的，按天数折算应完成的次数。",
    "risk_share": "到这时还没有完成也没有安排的，标为 ▲ 临近。",
}
SHARES = {"1/2": "期间过半", "2/3": "期间过了三分之二", "3/4": "期间过了四分之三"}


def as_shown(texts: Mapping[str, str]) -> dict[str, Any]:
    """Setting texts as a form shows them: yes and no become check marks."""
    return {
        key: text == "1" if KNOWN[key].form == "yes_no" else text
        for key, text in texts.items()
        if key in KNOWN
    }


def as_texts(filled: Mapping[str, Any]) -> dict[str, str]:
    """What a form holds as setting texts; a choice left empty keeps its default."""
    return {key: _text(key, value) for key, value in filled.items()}


def _text(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return KNOWN[key].default if value is None else str(value)
