"""Moving an activity to another day, by typing or after a drag; what stands in its way is said at once."""

import tkinter
from datetime import date

from gui.look.palette import Tone, signed
from gui.page import Shell
from gui.widgets.move_drawer import Against, MoveDrawer, Moving
from models import terms
from models.activity import Activity, read_entry
from models.activity_line import lines_of
from models.agenda import conflicts_of, move_activity, moved, refusals
from models.rules.conflicts import span_words
from models.rules.kinds import Half
from models.rules.pairing import half_day


def ask_day(page: tkinter.Misc, shell: Shell, activity: Activity) -> MoveDrawer:
    """A drawer that asks to which day an activity is to go; conflicts refuse nothing."""
    one_half = (activity.first_day, activity.first_half) == (activity.last_day, activity.last_half)
    moving = Moving(
        title=named(activity),
        now=f"现在：{when(activity)}  {activity.place}".rstrip(),
        day=activity.first_day,
        half=Half(activity.first_half) if one_half else None,
        against=lambda day, half: against(activity, day, half, shell.today()),
        move=lambda day, half: move(shell, activity, day, half),
        free="这个时间没有冲突。",
    )
    return MoveDrawer(page, moving, shell.today)


def against(activity: Activity, day: date, half: Half | None, today: date) -> Against:
    """What refuses a move; if nothing does, what only stands in its way; each with its sign."""
    refused = [signed(Tone.LATE, text) for text in refusals(activity, day, half, today)]
    if refused:
        return Against(refused, refuses=True)
    found = conflicts_of(moved(read_entry(activity), day, half))
    return Against([signed(Tone.NEAR, conflict.text) for conflict in found])


def move(shell: Shell, activity: Activity, day: date, half: Half | None = None) -> None:
    """Move it and say from when to when, what stands in its way there, and how to take it back.

    Raises Problem if it cannot be moved there.
    """
    warned = against(activity, day, half, shell.today()).texts
    before = when(activity)
    kept = move_activity(activity, day, half, shell.today())
    said = f"{named(kept)}已从{before}移到{when(kept)}。按 Ctrl+Z 撤销。"
    shell.notice("\n".join([said, *warned]), Tone.NEAR if warned else Tone.DONE)


def named(activity: Activity) -> str:
    """Who does what: 张样一 走访."""
    line = lines_of([activity.number])[activity.number]
    return f"{line.leaders} {terms.label(line.kind)}"


def when(activity: Activity) -> str:
    """Its half-days in words."""
    first = half_day(activity.first_day, Half(activity.first_half))
    return span_words(first, half_day(activity.last_day, Half(activity.last_half)))
