"""首次使用: what one does first on an empty ledger, over the start page; every step may be left out."""

import tkinter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.look.palette import CARD, COLOURS, Tone, signed
from gui.look.scale import px
from gui.page import Action, Page, Shell
from gui.state.demonstration import OFFER
from gui.widgets.controls import Text
from gui.widgets.offer_row import OfferRow
from gui.widgets.scrolled import Scrolled
from models import storage
from models.beginning import is_untouched
from models.draft import Typed
from models.rules.problem import Problem
from models.setting import change_settings, value

CONTEXT = "第一次使用：三步，哪一步都可以以后再做"
SKIPPED = "已跳过。以后随时可以做：单位名称、密码、演示数据在“设置”，从 Excel 导入和新增在“联系点”。"
_MEMORY, _PLACE = "first_steps", "今日要办/单位名称"
_OFFICE = "印在每张表册的页眉，也显示在左上角。"
_LATER = "可以不设；什么时候想设了，再到“设置”里设。"
_WITHOUT = "不设的话，能打开这台电脑的人都能打开台账，备份也不加密。设了要记牢；忘了只能用恢复码打开。"
_DATA = "选一样就能开始；先看演示，再导入本单位的，也可以。"
_IMPORT = "现有的安排表、走访记录，xlsx、xls、et、ods、csv 都行；先预览，再导入。"
_TEMPLATE = "没有现成的表：保存一份模板，照着填好再导入。"
_BY_HAND = "到“联系点”，先新增干部，再新增他的乡镇、村和户。"
_RESTORE = "换了电脑：插上存有备份的U盘，到“备份与恢复”点“选择其他文件…”。"
_UNSAVED = "单位名称还没有保存。要放弃吗？"


def renewed(page: Page, steps: "FirstSteps | None") -> "FirstSteps | None":
    """The steps as they are now, over the page while nothing was entered and nobody skipped them."""
    if page.shell.remembered.get(_MEMORY) or not is_untouched():
        if steps is not None:
            steps.destroy()
        return None
    if steps is None:
        return FirstSteps(page)
    steps.renew()
    return steps


class FirstSteps(ttk.Frame):
    """Three steps on a card; what is done shows so. Esc leaves them for good, a name typed is kept then."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, style="Card.TFrame", padding=(px(28), px(16), px(8), px(12)))
        self._page = page
        self._import: Any = None
        self.offers: dict[str, Any] = {}
        scrolled = Scrolled(self)
        scrolled.pack(fill="both", expand=True)
        self._inside = tkinter.Frame(scrolled.inside, background=CARD)
        self._inside.pack(fill="both", expand=True, padx=(px(2), px(20)))
        self._build_office()
        self._build_password()
        self._build_data()
        self.renew()
        self.place(relwidth=1.0, relheight=1.0)

    @property
    def _shell(self) -> Shell:
        return self._page.shell

    def renew(self) -> None:
        """Show what is done by now; a name that is being typed stays."""
        kept = value("office_name")
        if not self.edited:
            self.name.set(kept)
        _say(self._named, (Tone.DONE, "已保存") if kept else (Tone.SOFT, _OFFICE))
        sealed = storage.has_password()
        _say(self._secret, (Tone.DONE, "已设密码") if sealed else (Tone.SOFT, _LATER))
        self._set.pack_forget() if sealed else None

    @property
    def edited(self) -> bool:
        """Whether a name is typed that is not saved."""
        return bool(self._typed)

    def actions(self) -> Iterator[Action]:
        """What the page's head offers meanwhile."""
        yield Action("从 Excel 导入", self.import_file, "Ctrl+I")
        yield Action("跳过（Esc）", self.skip)

    def take_keyboard(self) -> None:
        """Type the name at once."""
        self.name.inner.focus_set()

    def typed(self) -> Iterator[Typed]:
        """The name, while it is not saved."""
        if self.edited:
            yield Typed(_PLACE, "单位名称", {"name": self.name.typed()})

    def type_again(self, content: Mapping[str, Any]) -> None:
        """Put a name back that was typed and not saved."""
        self.name.type_again(content["name"])
        self._typed = True

    def keep_name(self) -> None:
        """Save the name if another one is typed. Raises Problem if the disk refuses; then it still is."""
        if self.name.get() != value("office_name"):
            change_settings({"office_name": self.name.get()})
        self._typed = False
        self.renew()

    def may_leave(self) -> bool:
        """Whether what is typed is kept, or may be given up since it cannot be."""
        try:
            self.keep_name()
        except Problem as problem:
            return dialogs.may_give_up(self._page, f"{problem}\n{_UNSAVED}")
        return True

    def escape(self) -> None:
        """Leave a preview that lies over the steps, else the steps."""
        if self._import is not None and self._import.winfo_exists():
            self._import.leave()
        else:
            self.skip()

    def skip(self) -> None:
        """Never come again; what is typed is kept."""
        if not self.may_leave():
            return
        self._shell.remembered.set(_MEMORY, "skipped")
        self._shell.remembered.save()
        self._page.refresh()
        self._page.take_keyboard()
        self._shell.renew_head()
        self._shell.notice(SKIPPED, Tone.PLANNED)

    def import_file(self) -> None:
        """Ask for a workbook and show what it holds."""
        from gui.forms import importing

        self._import = importing.choose(self._page, self._import)

    def set_password(self) -> None:
        """Ask for a password; the recovery code is shown once it is set."""
        from gui.forms.password import PasswordForms

        PasswordForms(self._page, self.renew).set_first()

    def enter_demo(self) -> None:
        """Close this data and open the demo."""
        from gui.forms import demonstration

        demonstration.enter(self._shell)

    def save_template(self) -> None:
        """Save the workbook to fill in."""
        from gui.forms.whole_workbook import save_template

        save_template(self._page)

    def _build_office(self) -> None:
        self._named = self._head("1", "单位名称")
        row = ttk.Frame(self._inside, style="Paper.TFrame")
        row.pack(fill="x")
        self.name = Text(row)
        self.name.inner.configure(width=36)
        self.name.changed = self._type
        self.name.inner.bind("<Return>", lambda _: self.keep_name())
        self.name.pack(side="left")
        ttk.Button(row, text="保存", style="Quiet.TButton", command=self.keep_name).pack(
            side="left", padx=px(8)
        )
        self._typed = False

    def _build_password(self) -> None:
        self._secret = self._head("2", "密码")
        self._set = self._offer("设置密码…", _WITHOUT, self.set_password)

    def _build_data(self) -> None:
        _say(self._head("3", "数据"), (Tone.SOFT, _DATA))
        self._offer("从 Excel 导入…", _IMPORT, self.import_file)
        self._offer("先看演示数据", OFFER, self.enter_demo)
        self._offer("保存空白模板…", _TEMPLATE, self.save_template)
        self._offer("逐个新增", _BY_HAND, lambda: self._shell.visit("联系点"))
        self._offer("用备份恢复", _RESTORE, lambda: self._shell.visit("备份与恢复"))

    def _offer(self, label: str, words: str, run: Callable[[], object]) -> OfferRow:
        row = OfferRow(self._inside, label, words, run)
        self.offers[label] = row.button
        return row

    def _head(self, number: str, title: str) -> ttk.Label:
        """The head of a step; the label beside it says what it is for, or that it is done."""
        if number != "1":
            ttk.Frame(self._inside, style="Line.TFrame", height=1).pack(fill="x", pady=(px(14), px(10)))
        row = ttk.Frame(self._inside, style="Paper.TFrame")
        row.pack(fill="x", pady=(0, px(8)))
        text = f"{number}　{title}"
        ttk.Label(row, text=text, style="Paper.TLabel", font="LianxinHeading").pack(side="left")
        words = ttk.Label(row, style="Soft.TLabel")
        words.pack(side="left", padx=px(14), pady=(px(3), 0))
        return words

    def _type(self) -> None:
        self._typed = True


def _say(label: ttk.Label, said: tuple[Tone, str]) -> None:
    tone, words = said
    label.configure(text=signed(tone, words), foreground=COLOURS[tone])
