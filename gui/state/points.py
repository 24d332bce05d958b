"""A leader's contact points in words: how they stand beside the plan's 1 township, 1 village and 10
households, where they lie, since when and until when."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from gui.look.palette import Tone, signed
from models import terms
from models.contact_point import OF_A_LEADER, ContactPoint
from models.rules.calendar import chinese_date
from models.rules.kinds import PointKind


def balance(kinds: Iterable[str]) -> tuple[str, Tone]:
    """What is lacking or too many, in a few words with sign and tone: ▲ 缺村、少2户."""
    counts = Counter(PointKind(kind) for kind in kinds)
    if not counts:
        return signed(Tone.NEAR, "尚无联系点"), Tone.NEAR
    said = [word for kind in PointKind if (word := _difference(kind, counts[kind]))]
    return (signed(Tone.NEAR, "、".join(said)), Tone.NEAR) if said else (signed(Tone.DONE, "齐全"), Tone.DONE)


def span_words(first: date, last: date | None) -> str:
    """2026年1月1日起, or both ends: 2025年1月1日至2026年3月4日."""
    return f"{chinese_date(first)}至{chinese_date(last)}" if last else f"{chinese_date(first)}起"


def fields_asked(kind: PointKind | None) -> frozenset[str]:
    """Which of the township and village fields a point of that kind lies in."""
    return {
        PointKind.VILLAGE: frozenset({"township"}),
        PointKind.HOUSEHOLD: frozenset({"township", "village"}),
    }.get(kind or PointKind.HOUSEHOLD, frozenset())


def _difference(kind: PointKind, count: int) -> str:
    more = count - OF_A_LEADER[kind]
    if more == 0:
        return ""
    word = terms.label(kind)
    if count == 0:
        return f"缺{word}"
    return f"{'多' if more > 0 else '少'}{abs(more)}{'' if kind is PointKind.HOUSEHOLD else '个'}{word}"


def where(point: ContactPoint) -> str:
    """County, township and village it lies in and its address, as far as they are known."""
    village = point.above(PointKind.VILLAGE)
    named = bool(village) and point.address.startswith(village)
    places = (point.county, point.above(PointKind.TOWNSHIP), "" if named else village, point.address)
    return " ".join(place for place in places if place)


def near(point: ContactPoint) -> str:
    """The same for a narrow place: only the nearest of them, which tells namesakes apart."""
    nearest = (point.address, point.above(PointKind.VILLAGE), point.above(PointKind.TOWNSHIP), point.county)
    return next((place for place in nearest if place), "")


def dotted(day: date | None) -> str:
    """A day for a narrow place: 2026.1.1; 至今 for none."""
    return f"{day.year}.{day.month}.{day.day}" if day else "至今"


def end_words(last_day: date | None) -> str:
    """The last day, or 至今."""
    return chinese_date(last_day) if last_day else "至今"
