"""关于: the versions, to be copied for whoever helps; what the program is made of, with every licence."""

import tkinter
from typing import Any

import ttkbootstrap as ttk

from gui.forms import demonstration
from gui.later import soon
from gui.look.palette import CARD, GROUND, INK
from gui.look.scale import px
from gui.page import Page
from gui.state.about import NAME, lines, rows_said, words_of
from gui.state.demonstration import OFFER
from gui.widgets.offer_row import OfferRow
from gui.widgets.table import Answers, Column, Table
from models.components import Component, components
from models.demo_place import is_demo
from models.logbook import NAME as LOG
from models.storage.engine import engine
from models.version import VERSION

_LOG = f"程序出错时写的日志 {LOG} 也在那里，不含单位和人员信息，可以交给维护人员。"
_TITLE = "关于与演示"
_SEE = "见右边全文"
_OPEN = "版本、数据文件夹，以及随程序附带的组件和字体的许可全文。"


class AboutCard(ttk.Frame):
    """The last card of the settings: which version this is, and the ways to more."""

    def __init__(self, parent: tkinter.Misc, page: Any) -> None:
        super().__init__(parent, style="Card.TFrame", padding=(px(24), px(18), px(24), px(14)))
        self.pack(fill="x", pady=(0, px(16)))
        ttk.Label(self, text=_TITLE, style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        ttk.Label(self, text=f"{NAME} {VERSION}", style="Soft.TLabel").pack(anchor="w", pady=(0, px(8)))
        self.about = OfferRow(self, "版本和许可", _OPEN, page.open_about).button
        if not is_demo(page.shell.folder):
            run = lambda: demonstration.enter(page.shell)  # noqa: E731
            self.demo = OfferRow(self, "打开演示数据", OFFER, run).button


class AboutView(tkinter.Frame):
    """Lies over the settings until left: versions above, parts at the left, a licence at the right."""

    edited = False
    section = "请维护人员帮忙"

    def __init__(self, page: Page) -> None:
        super().__init__(page, background=GROUND)
        self._page = page
        self.columnconfigure(0, weight=46, uniform="part")
        self.columnconfigure(1, weight=54, uniform="part")
        self.rowconfigure(1, weight=1)
        self.said = lines(str(page.tk.call("info", "patchlevel")), engine())
        self._build_versions()
        self._build_parts()
        self._build_text()
        self.place(relwidth=1.0, relheight=1.0)
        self.lift()
        self.parts.focus_rows()
        soon(self, self._fill)

    def leave(self) -> bool:
        """Back to the settings."""
        self.destroy()
        self._page.shell.renew_head()
        self._page.take_keyboard()
        return True

    def copy(self) -> None:
        """Put the versions on the clipboard; they say nothing of whose ledger it is."""
        self.clipboard_clear()
        self.clipboard_append("\n".join([NAME, *self.said]))
        self._page.shell.notice("版本信息已复制，可以粘贴给维护人员；里面没有单位和人员信息。")

    def _build_versions(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(24), px(14)))
        card.grid(row=0, column=0, columnspan=2, sticky="we", pady=(0, px(16)))
        ttk.Button(card, text="复制版本信息", style="Quiet.TButton", command=self.copy).pack(side="right")
        head = ttk.Frame(card, style="Paper.TFrame")
        head.pack(fill="x", pady=(0, px(4)))
        ttk.Label(head, text=NAME, style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        program, parts = self.said
        ttk.Label(head, text=program, style="Soft.TLabel").pack(side="left", padx=px(14), pady=(px(3), 0))
        for text in (parts, f"数据文件夹：{self._page.shell.folder}", _LOG):
            ttk.Label(card, text=text, style="Soft.TLabel").pack(anchor="w")

    def _build_parts(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(12), px(14)))
        card.grid(row=1, column=0, sticky="nsew", padx=(0, px(16)))
        self._counted = ttk.Label(card, style="Soft.TLabel")
        self._counted.pack(anchor="w", padx=px(12), pady=(0, px(6)))
        columns = [
            Column("组件", 150, lambda part: part.name, lambda part: part.name.lower(), strong=True),
            Column("版本", 90, lambda part: part.version, stretch=0.4),
            Column("许可", 150, lambda part: part.licence or _SEE),
        ]
        memory, answers = self._page.shell.remembered, Answers(pick=self._show)
        self.parts = Table(card, "components", columns, memory, empty="正在读取……", answers=answers)
        self.parts.pack(fill="both", expand=True)

    def _build_text(self) -> None:
        card = ttk.Frame(self, style="Card.TFrame", padding=(px(16), px(14)))
        card.grid(row=1, column=1, sticky="nsew")
        look: dict[str, Any] = {"background": CARD, "foreground": INK, "font": "LianxinSmall", "wrap": "word"}
        self.text = tkinter.Text(card, borderwidth=0, highlightthickness=0, width=1, height=1, **look)
        bar = ttk.Scrollbar(card, command=self.text.yview, bootstyle="round")
        self.text.configure(yscrollcommand=bar.set, state="disabled", takefocus=True)
        bar.pack(side="right", fill="y")
        self.text.pack(side="left", fill="both", expand=True)

    def _fill(self) -> None:
        parts = components()
        self._counted.configure(text=rows_said(parts))
        self.parts.fill(parts)
        if parts:
            self.parts.pick(0)

    def _show(self, part: Component) -> None:
        self.text.configure(state="normal")
        self.text.delete("1.0", "end")
        self.text.insert("1.0", words_of(part))
        self.text.configure(state="disabled")
