"""The colours of the design, and the tones of words. Never colour alone: each status has its sign."""

from enum import StrEnum

GROUND = "#f5f6f8"
CARD = "#ffffff"
LINE = "#dfe3e8"
HAIRLINE = "#edf0f3"
FIELD_LINE = "#c3cad3"
INK = "#1c2733"
SOFT = "#5f6b7a"
ACCENT = "#1f4e79"
ACCENT_HOVER = "#2a6299"
ACCENT_PRESSED = "#173b5c"
RAIL = "#17324d"
RAIL_HOVER = "#1e3f60"
RAIL_ON = "#24507c"
RAIL_INK = "#d7e1ec"
RAIL_SOFT = "#9db2c8"
GOLD = "#f2b84b"
QUIET_HOVER = "#eef1f5"
QUIET_PRESSED = "#e2e7ed"
PICKED = "#e4edf7"
HOVERED = "#f4f7fb"

DONE = "#2b7a3d"
NEAR = "#a15c00"
LATE = "#b3261e"
PLANNED = "#1f5fa8"
NOT_DUE = "#6f7a87"


class Tone(StrEnum):
    """How a word is meant: its colour, and for a status its sign."""

    PLAIN = "plain"
    SOFT = "soft"
    DONE = "done"
    NEAR = "near"
    LATE = "late"
    PLANNED = "planned"
    NOT_DUE = "not_due"
    LINK = "link"


COLOURS = {
    Tone.PLAIN: INK,
    Tone.SOFT: SOFT,
    Tone.DONE: DONE,
    Tone.NEAR: NEAR,
    Tone.LATE: LATE,
    Tone.PLANNED: PLANNED,
    Tone.NOT_DUE: NOT_DUE,
    Tone.LINK: ACCENT,
}
TINTS = {
    Tone.PLAIN: GROUND,
    Tone.SOFT: GROUND,
    Tone.DONE: "#e8f3ea",
    Tone.NEAR: "#fcf1de",
    Tone.LATE: "#fbe9e7",
    Tone.PLANNED: "#e6eff9",
    Tone.NOT_DUE: "#eef0f3",
    Tone.LINK: QUIET_HOVER,
}
SIGNS = {Tone.DONE: "✓", Tone.NEAR: "▲", Tone.LATE: "●", Tone.PLANNED: "◆", Tone.NOT_DUE: "○"}


def signed(tone: Tone, word: str) -> str:
    """The word with its status sign before it: ● 逾期."""
    sign = SIGNS.get(tone)
    return f"{sign} {word}" if sign else word
