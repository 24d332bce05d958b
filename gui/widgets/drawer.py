"""A card with a form that comes in from the right; the page stays in sight, nothing typed is lost."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

import ttkbootstrap as ttk

from gui import dialogs
from gui.keyboard import give_back, holder
from gui.look.scale import px
from gui.widgets.form import Field, Form
from gui.widgets.scrolled import Scrolled
from models.rules.problem import Problem


class Drawer(ttk.Frame):
    """Lies over `page` until kept or left, then the page has the keyboard again. `keep` gets the values; its
    Problem is shown at the fields. `section` of the manual tells of it, the page's own if it is "".
    """

    wide: ClassVar[int] = 520

    def __init__(
        self,
        page: Any,
        title: str,
        fields: Sequence[Field],
        keep: Callable[[dict[str, Any]], object],
        values: Mapping[str, Any],
        label: str = "保存",
        section: str = "",
    ) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(24), px(16)))
        self.title, self.section = title, section
        self._page, self._keep = page, keep
        self._before = holder(page)
        self._lay_head(title)
        self._lay_foot(label)
        self.body = ttk.Frame(self, style="Paper.TFrame")
        self.body.pack(fill="both", expand=True)
        scrolled = Scrolled(self.body)
        scrolled.grid(row=0, column=0, sticky="nsew")
        self.body.rowconfigure(0, weight=1)
        self.body.columnconfigure(0, weight=3, uniform="part")
        self.form = Form(scrolled.inside, fields, self.submit)
        self.form.pack(fill="both", expand=True, padx=(px(2), px(10)))
        self.form.set(values)
        self._come()

    @property
    def edited(self) -> bool:
        """Whether something is typed that is not kept."""
        return self.form.edited

    def submit(self) -> None:
        """Keep what is filled in and close; if it will not do, say so at the fields and stay."""
        try:
            values = self.form.get()
        except Problem:
            return
        try:
            self._keep(values)
        except Problem as problem:
            self.form.blame(problem)
        else:
            self._close()

    def renew(self) -> None:
        """Something was written elsewhere: show anew what depends on it; what is typed stays."""

    def leave(self) -> bool:
        """Close without keeping, asking first if something was typed; whether it closed."""
        question = "已经填了一些内容，还没有保存。要放弃吗？"
        if self.edited and not dialogs.may_give_up(self._page, question):
            return False
        self._close()
        return True

    def _close(self) -> None:
        had_keyboard = holder(self).startswith(str(self))
        self.destroy()
        if had_keyboard:
            give_back(self._page, self._before)

    def _lay_head(self, title: str) -> None:
        head = ttk.Frame(self, style="Paper.TFrame")
        head.pack(fill="x", pady=(0, px(12)))
        ttk.Label(head, text=title, style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        ttk.Button(head, text="×", style="Icon.TButton", takefocus=False, command=self.leave).pack(
            side="right"
        )

    def _lay_foot(self, label: str) -> None:
        foot = ttk.Frame(self, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", pady=(px(8), 0))
        self.main = ttk.Button(foot, text=label, style="Main.TButton", command=self.submit)
        self.main.pack(side="right")
        self.main.bind("<Return>", lambda _: self.submit())
        ttk.Button(foot, text="取消", style="Quiet.TButton", command=self.leave).pack(
            side="right", padx=px(8)
        )
        ttk.Label(foot, text=f"Ctrl+Enter {label}    Esc 取消", style="Soft.TLabel").pack(side="left")

    def _come(self) -> None:
        self._page.update_idletasks()
        width = min(px(self.wide), max(px(320), self._page.winfo_width()))
        self.place(relx=1.0, y=0, relheight=1.0, anchor="ne", width=width)
        self.lift()
        self.form.focus_first()
