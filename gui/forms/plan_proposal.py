"""拟定计划: a quarter's proposed trips to look at, move, tick and accept; nothing is kept before that."""

import tkinter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeGuard

import ttkbootstrap as ttk

from gui import dialogs
from gui.look.palette import GROUND, Tone
from gui.look.scale import px
from gui.page import Shell
from gui.state import plan_proposal as words
from gui.state.plan_proposal import Draft, Item, Row
from gui.widgets.move_drawer import Against, MoveDrawer, Moving
from gui.widgets.table import Answers, Column, Table
from models import terms
from models.official import Official
from models.plan import accept_plan, propose_plan
from models.progress import duty_names
from models.rules.calendar import Period
from models.rules.kinds import Half
from models.rules.problem import Problem

_NOTHING = "没有需要安排的了。\n\n本季度的走访和下访听诉都已完成，或者已有计划。"
_KEYS = "空格 采用或不采用    + − 前后移动    Enter 填日期    Ctrl+E 全选"


class ProposalView(tkinter.Frame):
    """Lies over the page until the plan is accepted or left; then `close` is called.

    The page treats it like a drawer: `leave`, `edited`. Raises Problem if the quarter cannot be planned.
    """

    section = "让程序拟定计划"

    def __init__(
        self,
        parent: tkinter.Misc,
        shell: Shell,
        quarter: Period,
        leader: Official | None,
        close: Callable[[], object],
    ) -> None:
        proposal = propose_plan(quarter, shell.today(), leader)
        super().__init__(parent, background=GROUND)
        self._shell, self._close = shell, close
        self.draft = Draft(proposal, duty_names())
        self.title = f"{quarter.title}拟定计划    {leader.name if leader else '全体领导'}"
        self.drawer: MoveDrawer | None = None
        self._build()
        self._fill()
        self.place(relwidth=1.0, relheight=1.0)
        self.lift()
        self.trips.pick(0)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Let keys come to the trips."""
        self.trips.focus_rows()

    def toggle(self) -> None:
        """Tick or untick the trips picked; what stands in the way is said."""
        self._toggle([item for item in self.trips.rows.chosen() if self._is_trip(item)])

    def toggle_all(self) -> None:
        """Tick every trip; again: none."""
        self._toggle(self.draft.rows)

    def step(self, step: int) -> None:
        """Move the trip under the cursor to the next free half-day, or to the one before."""
        row = self.trips.current
        if row is not None and self._is_trip(row):
            said = self._told(lambda: self.draft.step(row, step))
            if said:
                self._moved(row, said)

    def ask_day(self, item: Item) -> None:
        """Open the drawer in which another half-day of a trip is typed."""
        if self._is_trip(item) and (self._typing is None or self._typing.leave()):
            self.drawer = MoveDrawer(self, self._moving(item), self._shell.today)

    def _moving(self, row: Row) -> Moving:
        def move(day: date, half: Half | None) -> None:
            self.draft.move(row, day, half or row.trip.half)
            self._moved(row, f"已移到{row.trip.when}。")

        return Moving(
            title=f"{row.trip.leader} {terms.label(row.trip.kind)}",
            now=f"现在：{row.trip.when}",
            day=row.trip.day,
            half=row.trip.half,
            against=lambda day, half: Against(self.draft.against(row, day, half or row.trip.half)),
            move=move,
            free="这个半天可以排。",
        )

    def accept(self) -> None:
        """Keep the ticked trips as plans, in one write, and close. Raises Problem if one cannot be made."""
        chosen = self.draft.chosen
        if not chosen:
            raise Problem("请先勾选要采用的出行。")
        kept = accept_plan(chosen, self._shell.today())
        self._go()
        self._shell.notice(f"已采用 {len(kept)} 次，记为“计划”。按 Ctrl+Z 一次全部撤销。")

    @property
    def edited(self) -> bool:
        """Whether something is moved, unticked or being typed that is not accepted."""
        return self.draft.edited or (self._typing is not None and self._typing.edited)

    def leave(self) -> bool:
        """Close the drawer if it is open, else the view, without keeping anything; whether the view closed.

        Asks first if something was moved, unticked or typed.
        """
        if self._typing is not None:
            self._typing.leave()
            self.trips.focus_rows()
            return False
        question = "移动和勾选还没有采用，关闭后不保留。要关闭吗？"
        if self.draft.edited and not dialogs.confirm(self, "关闭拟定的计划", question, "关闭"):
            return False
        self._go()
        return True

    def _go(self) -> None:
        self.destroy()
        self._close()

    def _build(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(14)))
        card.pack(fill="both", expand=True)
        head = ttk.Frame(card, style="Paper.TFrame")
        head.pack(fill="x", padx=px(12), pady=(0, px(8)))
        ttk.Label(head, text=self.title, style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        self._summary = ttk.Label(head, style="Soft.TLabel")
        self._summary.pack(side="right")
        self.trips = Table(
            card,
            "plan",
            self._columns(),
            self._shell.remembered,
            empty=_NOTHING,
            answers=Answers(open=self.ask_day),
        )
        self._build_foot(card)
        self.trips.pack(fill="both", expand=True)
        self._bind(self.trips.sheet)

    def _columns(self) -> list[Column]:
        explained = 2.0 if self.draft.unplaced else 0.5
        return [
            Column("采用", 92, words.tick_cell, stretch=0, run=self._toggle_one),
            Column("时间", 196, words.when_cell, words.when_key, stretch=0),
            Column("领导", 84, words.who, strong=True, stretch=0.2),
            Column("事项", 88, self.draft.what, stretch=0.4),
            Column("对象", 140, words.whom, stretch=1.6),
            Column("说明", 140, words.note, stretch=explained),
        ]

    def _build_foot(self, card: ttk.Frame) -> None:
        foot = ttk.Frame(card, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(12), pady=(px(10), 0))
        self.main = ttk.Button(foot, style="Main.TButton", command=self.accept)
        self.main.pack(side="right")
        for text, run in (("关闭", self.leave), ("移动…", self._ask_current), ("全选", self.toggle_all)):
            ttk.Button(foot, text=text, style="Quiet.TButton", command=run).pack(
                side="right", padx=(0, px(8))
            )
        ttk.Label(foot, text=_KEYS, style="Soft.TLabel").pack(side="left")

    def _bind(self, sheet: tkinter.Misc) -> None:
        keys: dict[str, Callable[[], object]] = {
            "<space>": self.toggle,
            "<Control-e>": self.toggle_all,
            "<Control-s>": self.accept,
            "<Escape>": self.leave,
            **dict.fromkeys(("<plus>", "<equal>", "<KP_Add>"), partial(self.step, 1)),
            **dict.fromkeys(("<minus>", "<KP_Subtract>"), partial(self.step, -1)),
        }
        for key, run in keys.items():
            sheet.bind(key, partial(_run, run))

    def _toggle_one(self, item: Item) -> None:
        if self._is_trip(item):
            self._toggle([item])

    def _toggle(self, rows: list[Row]) -> None:
        self._told(lambda: self.draft.toggle(rows))
        self._fill()

    def _is_trip(self, item: Item) -> TypeGuard[Row]:
        """Whether it can be ticked and moved; if not, it is said why it found no place."""
        if isinstance(item, Row):
            return True
        self._shell.notice(
            f"{item.leader}的“{item.subject or self.draft.what(item)}”没有排入：{item.reason}。", Tone.NEAR
        )
        return False

    def _ask_current(self) -> None:
        if self.trips.current is not None:
            self.ask_day(self.trips.current)

    def _moved(self, row: Row, said: str) -> None:
        self._fill()
        self._shell.notice(said, Tone.PLANNED)
        self.update_idletasks()  # the strip takes some of the rows' room
        self.trips.pick_same(row)

    def _told(self, act: Callable[[], Any]) -> Any:
        """Do it; a Problem is said in the strip and the table shows what was done all the same."""
        try:
            return act()
        except Problem as problem:
            self._shell.notice(str(problem), Tone.NEAR)
            return None

    def _fill(self) -> None:
        self.trips.fill(self.draft.items)
        self._summary.configure(text=self.draft.summary())
        self.main.configure(text=f"采用 {len(self.draft.chosen)} 次")
        self.main.state(["!disabled" if self.draft.rows else "disabled"])

    @property
    def _typing(self) -> "MoveDrawer | None":
        """The drawer while it is open."""
        return self.drawer if self.drawer is not None and self.drawer.winfo_exists() else None


def _run(what: Callable[[], object], _event: object) -> str:
    what()
    return "break"
