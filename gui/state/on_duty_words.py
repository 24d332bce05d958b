"""在岗情况 in words: what a box says, long and short, and all there is to say of it. No Tk."""

from collections.abc import Iterator

from gui.look.palette import SIGNS, Tone, signed
from gui.state.on_duty_spells import Acts, Shown, Spell
from models.rules.absence import time_words
from models.rules.conflicts import span_words
from models.rules.pairing import Standing

_HERE_SIGN = SIGNS[Tone.DONE]
_OFF = "休息日"
_SHORTEST = {
    "外出": "外",
    "不在任": "缺",
    "无人": "无",
    "冲突": "冲",
    "下乡": "乡",
    "代行": "代",
    "在岗": "岗",
}


def box(spell: Spell, known: Shown) -> tuple[tuple[str, ...], Tone]:
    """The words of a box from the longest form to a sign with one word, and how they are meant."""
    if spell.off:
        return (_OFF, _OFF[:1]), Tone.SOFT
    tone, words = _missing(spell, spell.standing, known) if spell.standing else _here(spell, known)
    sign = SIGNS.get(tone, _HERE_SIGN)
    return (
        *(f"{sign} {word}" for word in words),
        f"{sign}{words[-1]}",
        f"{sign}{_SHORTEST[words[-1]]}",
    ), tone


def note(spell: Spell, known: Shown) -> str:
    """Everything about a box, line by line: who, what, from when until when, why, where, who acts."""
    official = known.board.people[spell.seat.official]
    who = "  ".join(filter(None, (official.name, spell.seat.name or official.title)))
    told = _told_missing(spell, spell.standing, known) if spell.standing else _told_here(spell)
    return "\n".join((who, *told, *(_acts(acts, known) for acts in spell.acting)))


def _here(spell: Spell, known: Shown) -> tuple[Tone, list[str]]:
    """Here himself or 下乡, acting for others or not: the longest form first."""
    names = "、".join(known.name(seat.official) for seat, _ in spell.acting)
    acting = [f"代 {names}"] if names else []
    counted = [f"代 {len(spell.acting)} 人"] if len(spell.acting) > 1 else []
    if spell.trip:
        out = f"下乡 {spell.trip.place}".strip()
        forms = [f"{out}，{acts}" for acts in acting] + [f"下乡，{acts}" for acts in (*acting, *counted)]
        return Tone.PLANNED, [*forms, out, "下乡"]
    if acting:
        return Tone.DONE, [f"在岗，{acting[0]}", *acting, *counted, "代行"]
    return Tone.SOFT, ["在岗"]


def _missing(spell: Spell, standing: Standing, known: Shown) -> tuple[Tone, list[str]]:
    """Away, or not in office any more with a post of his to fill: the longest form first."""
    acts = _acting(standing, known)
    if standing.clash:
        return Tone.LATE, [f"AB角都外出，{acts}", "AB角都外出", "冲突"]
    gone, away = "外出" if standing.away else "不在任", spell.absence
    about = "，".join(filter(None, (away.reason, away.place))) if away else ""
    tone, between = (Tone.LATE, "，") if standing.acting is None else (Tone.NEAR, " → ")
    reasoned = [f"{gone}（{about}）{between}{acts}"] if about else []
    brief = "无人" if standing.acting is None else gone
    return tone, [*reasoned, f"{gone}{between}{acts}", acts, brief]


def _acting(standing: Standing, known: Shown) -> str:
    """李样二代行; of a clash 由吴样九代行."""
    if standing.acting is None:
        return "无人代行"
    return f"{'由' if standing.clash else ''}{known.name(standing.acting)}代行"


def _told_here(spell: Spell) -> Iterator[str]:
    if spell.trip:
        yield f"{signed(Tone.PLANNED, '下乡')}  {span_words(spell.trip.first, spell.trip.last)}"
        yield from _named(("地点", spell.trip.place))
    else:
        said = _OFF if spell.off else f"{_HERE_SIGN} 在岗"
        yield f"{said}  {span_words(spell.first, spell.last)}"


def _told_missing(spell: Spell, standing: Standing, known: Shown) -> Iterator[str]:
    tone, away = _missing(spell, standing, known)[0], spell.absence
    if away is None:
        yield f"{signed(tone, '不在任')}  {span_words(spell.first, spell.last)}"
    else:
        yield f"{signed(tone, '外出')}  {time_words(away.first, away.last)}"
        yield from _named(("事由", away.reason), ("地点", away.place))
        yield from _named(("批准人", away.approver), ("告知时间", away.told_on))
    part = "" if away and (away.first, away.last) == (spell.first, spell.last) else _part(spell)
    yield f"{part}{'AB角都外出，' if standing.clash else ''}{_acting(standing, known)}"


def _part(spell: Spell) -> str:
    """The half-days a box is about, where they are not all of the absence."""
    return f"{span_words(spell.first, spell.last)}  "


def _named(*fields: tuple[str, str]) -> Iterator[str]:
    return (f"{name}：{text}" for name, text in fields if text)


def _acts(acts: Acts, known: Shown) -> str:
    """代 张样一  11月20日至22日外出; in a post with its name."""
    seat, one = acts
    away = known.absence(seat.official, one.first)
    when = f"{time_words(away.first, away.last)}外出" if away else "不在任"
    return f"代 {known.name(seat.official)}{f'（{seat.name}）' if seat.name else ''}  {when}"
