"""The recovery code, shown once: to be printed or written down before the card closes."""

from collections.abc import Callable
from functools import partial
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.keyboard import give_back, holder
from gui.look.palette import COLOURS, SOFT, Tone, signed
from gui.look.scale import px
from gui.page import Shell
from gui.paper import printer
from gui.state.print_job import Job, first_choice
from gui.widgets.paragraphs import Paragraphs, Said
from models.rules.problem import Problem
from models.setting import value

_WIDE = 600
_WORDS = (
    "忘了密码，只有恢复码能打开数据；没有它，谁也打不开，程序的作者也不能。",
    "它只显示这一次。请打印出来，或抄在纸上，装进信封密封，放进保险柜；不要存在这台电脑里。",
)
_SURE = "恢复码只显示这一次，关闭以后再也看不到。已经打印或抄在纸上了吗？"
_NO_PRINTER = "没有找到打印机，请抄在纸上。"


class RecoveryCodeCard(ttk.Frame):
    """Lies over the page until the user says that he has it on paper."""

    section = "设置密码"

    def __init__(self, page: Any, shell: Shell, code: str) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(28), px(20)))
        self._page, self._shell, self.code = page, shell, code
        self._before = holder(page)
        self.edited = True
        ttk.Label(self, text="恢复码", style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        self.shown = ttk.Entry(self, style="Field.TEntry", font="LianxinTitle", justify="center")
        self.shown.insert(0, code)
        self.shown.configure(state="readonly")
        self.shown.pack(fill="x", pady=px(12))
        words = Paragraphs(self)
        words.pack(fill="x")
        words.say(Said(text) for text in _WORDS)
        self._says = ttk.Label(self, style="Paper.TLabel", foreground=SOFT)
        self._says.pack(anchor="w", pady=px(4))
        self.buttons = self._lay_buttons()
        page.update_idletasks()
        self.place(relx=0.5, y=px(8), anchor="n", width=min(px(_WIDE), page.winfo_width()))
        self.lift()
        self.buttons[0].focus_set()

    def leave(self) -> bool:
        """Close once the user says he has it; whether it closed."""
        if not dialogs.confirm(self._page, "恢复码", _SURE, "已经抄好"):
            return False
        self.destroy()
        give_back(self._page, self._before)
        return True

    def print_out(self) -> None:
        """Send the sheet to the printer used by default; it is never written to a file."""
        from printing.recovery_code import TITLE, recovery_sheet

        try:
            found = printer.printers()
            if not found:
                raise Problem(_NO_PRINTER)
            name = first_choice(found, self._shell.remembered.get("printer"))
            sheet = recovery_sheet(value("office_name"), self.code, self._shell.today())
            printer.send(sheet.data, Job(TITLE, name))
        except Problem as problem:
            self._say(str(problem), Tone.LATE)
        else:
            self._say(f"已交给打印机“{name}”。请拿到纸以后再关闭。", Tone.DONE)

    def _lay_buttons(self) -> list[ttk.Button]:
        row = ttk.Frame(self, style="Paper.TFrame")
        row.pack(fill="x", pady=(px(10), 0))
        offers = (("打印", "Main.TButton", self.print_out), ("已经抄好，关闭", "Quiet.TButton", self.leave))
        return [self._button(row, *offer) for offer in offers]

    def _button(self, row: ttk.Frame, text: str, style: str, run: Callable[[], object]) -> ttk.Button:
        button = ttk.Button(row, text=text, style=style, command=run)
        button.pack(side="left", padx=(0, px(8)))
        button.bind("<Return>", partial(_pressed, run))
        return button

    def _say(self, text: str, tone: Tone) -> None:
        self._says.configure(text=signed(tone, text), foreground=COLOURS[tone])


def _pressed(run: Callable[[], object], _event: object) -> str:
    run()
    return "break"
