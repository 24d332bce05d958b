"""The card of a trip's contact points: the tick list, what was heard at the current one, the places."""

import tkinter
from collections.abc import Callable
from functools import partial

import ttkbootstrap as ttk

from gui.look.scale import px
from gui.state.activity_ticks import Mark, Tick, Ticks
from gui.widgets.controls import Check, Text
from gui.widgets.ruler import Ruler
from gui.widgets.suggest import Suggest
from gui.widgets.tick_list import TickList
from models import terms
from models.rules.kinds import Service
from models.rules.services import services_in

_REASONS = ("外出务工", "外出探亲", "住院就医", "临时外出", "已搬迁", "已去世")
_KEYS = "空格 勾选    1 见到  2 未遇  3 电话    4 5 6 送政策、温暖、服务    Ctrl+E 全部户"
_PLAN_KEYS = "空格 勾选    Ctrl+E 全部户"
_EMPTY = "选好领导和日期，\n这里列出他当日的联系点。"
_NO_POINTS = "当日没有联系点。\n可以在“联系点”页安排。"


class TargetsCard(ttk.Frame):
    """`changed` is called after anything was altered; `places_chosen` when 同时计入 was turned on or off."""

    def __init__(self, parent: tkinter.Misc, ticks: Ticks) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(8), px(14)))
        self.ticks = ticks
        self.changed: Callable[[], object] = lambda: None
        self.places_chosen: Callable[[bool], object] = lambda _: None
        self._ruler = Ruler(parent, "LianxinStrong")
        self._lay_head()
        self.list = TickList(self, self.ticks)  # made before what is below it: Tab goes in this order
        self._lay_foot()
        self.list.empty = _EMPTY
        self.list.pack(fill="both", expand=True)
        self.list.changed = self._altered
        self.list.picked = self._show_row
        self.list.enter = self._to_detail

    def show(self, *, planned: bool, chosen: bool = True) -> None:
        """Show the rows as they are now; of a plan there is only meant or not. `chosen`: somebody is."""
        self.list.empty = _NO_POINTS if chosen else _EMPTY
        self.list.planned = planned
        self._keys.configure(text=_PLAN_KEYS if planned else _KEYS)
        self.list.draw()
        self._show_row()
        self._summary.configure(text=self.ticks.summary())
        self._all.state(["!disabled" if self.ticks.households else "disabled"])
        self.places.set(self.ticks.with_places)

    def tick_households(self) -> None:
        """Every household met, the keyboard in the list; again: none."""
        self.list.focus_rows()
        self.list.tick_households()

    def _lay_head(self) -> None:
        head = ttk.Frame(self, style="Paper.TFrame")
        head.pack(fill="x", padx=px(12), pady=(0, px(6)))
        ttk.Label(head, text="走访对象", style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        self._summary = ttk.Label(head, style="Soft.TLabel")
        self._summary.pack(side="left", padx=px(12))
        self._all = ttk.Button(
            head, text="全部户", style="Small.TButton", command=self.tick_households, takefocus=False
        )
        self._all.pack(side="right")

    def _lay_foot(self) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", padx=px(12))
        self._lay_detail(foot)
        self.places = Check(foot, "同时计入走访该村/乡镇")
        self.places.pack(side="bottom", anchor="w", pady=(px(8), 0))
        self.places.changed = self._take_places

    def _lay_detail(self, foot: ttk.Frame) -> None:
        detail = ttk.Frame(foot, style="Paper.TFrame")
        detail.pack(fill="x", pady=(px(8), 0))
        detail.rowconfigure(1, minsize=px(36))
        for column in (0, 1):
            detail.columnconfigure(column, weight=1, uniform="half")
        self._name = ttk.Label(detail, style="Soft.TLabel", padding=(0, 0, 0, px(3)))
        self._name.grid(row=0, column=0, sticky="w")
        self.reason = Suggest(detail, lambda: _REASONS)
        self.heard, self.reply = Text(detail), Text(detail)
        self._labels = ttk.Label(detail, text="答复处理", style="Soft.TLabel", padding=(px(8), 0, 0, px(3)))
        self._keys = ttk.Label(detail, style="Soft.TLabel")
        self._services = ttk.Frame(detail, style="Paper.TFrame")
        self.services = {service: Check(self._services, terms.label(service)) for service in Service}
        for service, check in self.services.items():
            check.pack(side="left", padx=(0, px(14)))
            check.changed = partial(self._bring, service)
        ttk.Label(self._services, text="M 登记事项", style="Soft.TLabel").pack(side="right")
        for control in (self.reason, self.heard, self.reply):
            control.changed = self._write_row
        for control in (self.reason, self.reply):
            control.inner.bind("<Return>", lambda _: self._next_row(), add=True)
        self.heard.inner.bind("<Return>", lambda _: self.reply.inner.focus_set())

    def _show_row(self) -> None:
        row = self.ticks.current
        mark = Mark.NONE if row is None else row.mark
        missed = mark == Mark.NOT_MET and not self.list.planned
        told = mark in (Mark.MET, Mark.PHONE) and not self.list.planned
        self._place(self.reason, 0, 2, on=missed)
        self._place(self.heard, 0, 1, on=told)
        self._place(self.reply, 1, 1, on=told)
        self._labels.grid(row=0, column=1, sticky="w") if told else self._labels.grid_remove()
        self._place(self._keys, 0, 2, on=row is not None and not missed and not told)
        self._services.grid(row=2, column=0, columnspan=2, sticky="w", pady=(px(6), 0))
        if not told:
            self._services.grid_remove()
        if row is not None:
            self._fill(row)
        self._name.configure(text=self._words(row, missed=missed, told=told))

    def _fill(self, row: Tick) -> None:
        for control, text in ((self.reason, row.reason), (self.heard, row.heard), (self.reply, row.reply)):
            if control.get() != text:
                control.set(text)
        for service, check in self.services.items():
            check.set(service in services_in(row.services))

    def _words(self, row: Tick | None, *, missed: bool, told: bool) -> str:
        if row is None:
            return " "
        name = self._ruler.fit(row.name, max(px(80), self.winfo_width() // 2 - px(110)))
        return f"{name} 未遇原因" if missed else f"{name} 反映问题" if told else name

    def _place(self, control: tkinter.Widget, column: int, span: int, *, on: bool) -> None:
        if not on:
            control.grid_remove()
            return
        gap = (px(8) if column else 0, 0)
        control.grid(row=1, column=column, columnspan=span, sticky="ew", padx=gap)

    def _write_row(self) -> None:
        row = self.ticks.current
        if row is not None:
            row.reason, row.heard, row.reply = self.reason.get(), self.heard.get(), self.reply.get()
            self.list.draw()
            self.changed()

    def _bring(self, service: Service) -> None:
        row = self.ticks.current
        if row is not None:
            self.ticks.bring(row, service, on=self.services[service].get())
            self.list.draw()
            self.changed()

    def _to_detail(self) -> None:
        for control in (self.heard, self.reason):
            if control.winfo_manager() and control.inner.instate(["!disabled"]):
                control.inner.focus_set()
                return

    def _next_row(self) -> str:
        self.list.focus_rows()
        self.ticks.move(1)
        self.list.draw()
        self._show_row()
        return "break"

    def _take_places(self) -> None:
        self.ticks.take_places_along(on=self.places.get())
        self.places_chosen(self.ticks.with_places)
        self._altered()

    def _altered(self) -> None:
        self.show(planned=self.list.planned)
        self.changed()
