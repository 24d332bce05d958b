"""设置: the office, how it counts where the plan is silent, its working calendar, how it prints and reads."""

import tkinter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import ttkbootstrap as ttk

from gui import dialogs
from gui.look.palette import GROUND
from gui.look.scale import px
from gui.page import Action, Page
from gui.state.choices import EXPLAINED, SHARES, as_shown, as_texts
from gui.widgets.controls import Check, Choice, Control, Number, Text
from gui.widgets.form import Field, Form
from gui.widgets.scrolled import Scrolled
from models.draft import Typed
from models.setting import KNOWN, change_settings, values
from models.writing import Topic

Make = Callable[[Any], Control]
_WORKDAYS = "放假和调休上班的日子。每年11月通知发布以后，把通知原文粘贴进来就行。"
_PLANNING = "走访日历里点“拟定计划”，按这里的限度安排还没有计划的走访和下访听诉。"
_WORDS = "表名、栏目可以改用本单位的叫法；右边空着的，这一栏不印。"
_WORDS_HINT = "写成 原来的字=改成的字，用分号隔开，例如 民情事项台账=群众诉求台账；责任单位=承办单位；满意度="
_OFFICE = "印在每张表册的页眉，也显示在左上角。"
_SECRECY = "设密码以后，数据文件和备份都加密；离开座位一会儿，窗口自己锁上。"
_IDLE = "1 到 30 分钟没有动键盘和鼠标就锁定；没有设密码时不锁定。"
_NO_MEETING = "这些月份原则上不召开全市性会议，日历上会标出，例如 8、12"


class SettingPage(Page):
    """Cards saved together, what is typed and not saved marked in the context line; over them, when opened,
    the working calendar of a year, which saves for itself.
    """

    title = "设置"
    icon = "gear"
    help = "定好单位和计数口径"
    topics = frozenset({Topic.SETTING, Topic.HOLIDAY, Topic.ACTIVITY})

    def build(self) -> None:
        self._import: Any = None
        scrolled = Scrolled(self, GROUND)
        scrolled.pack(fill="both", expand=True)
        office = self._card(scrolled.inside, "单位", _OFFICE, [_field("office_name", Text)])
        secrecy = self._card(scrolled.inside, "密码与锁定", _SECRECY, [_field("lock_minutes", Number, _IDLE)])
        self.forms = [
            office,
            self._card(scrolled.inside, "计数口径", "方案没有写明的地方，由本单位决定。", _counting_fields()),
            self._card(
                scrolled.inside, "工作日历", _WORKDAYS, [_field("no_meeting_months", Text, _NO_MEETING)]
            ),
            self._card(scrolled.inside, "拟定计划", _PLANNING, _planning_fields()),
            self._card(
                scrolled.inside,
                "连心卡",
                "印在发给联系户的卡片上，正面是热线，背面是其余两项。",
                _card_fields(),
            ),
            self._card(scrolled.inside, "表册", _WORDS, [_own_words(), _paper()]),
            self._card(scrolled.inside, "显示与保存", "大字显示在下次打开程序时生效。", _display_fields()),
            secrecy,
        ]
        calendar = self.forms[2]
        self.password = _password_forms().PasswordLines(secrecy.master, self)
        self.password.pack(fill="x", pady=(0, px(8)), before=secrecy)
        self.years = _holiday_forms().YearLines(calendar.master, self.open_year)
        self.years.pack(fill="x", pady=(0, px(12)), before=calendar)
        self.workbooks = _workbook_forms().WorkbookCard(scrolled.inside, self)
        self.card = _about_forms().AboutCard(scrolled.inside, self)

    def refresh(self) -> None:
        if not self._edited():
            self._show(values())
        self.years.show(self.shell.today())
        self.password.renew()
        if self.workdays is not None:
            self.workdays.refresh()

    def come(self, about: int) -> None:
        """Open the working calendar of that year."""
        self.open_year(about)

    @property
    def workdays(self) -> Any:
        """The working calendar while it lies over the cards, else None."""
        return self.drawer if self.has_drawer and hasattr(self.drawer, "turn_to") else None

    def open_year(self, year: int) -> None:
        """Open the working calendar at this year."""
        if self.workdays is None:
            self.drawer = _holiday_forms().WorkdayView(self, year)
        else:
            self.workdays.turn_to(year)
        self.shell.renew_head()

    def close_year(self) -> None:
        """Go back to the cards."""
        if self.workdays is not None and self.workdays.leave():
            self.shell.renew_head()

    @property
    def about(self) -> Any:
        """What the program is made of, while that lies over the cards, else None."""
        return self.drawer if self.has_drawer and hasattr(self.drawer, "parts") else None

    def open_about(self) -> None:
        """Show the versions and the licences."""
        if self.flush():
            self.drawer = _about_forms().AboutView(self)
            self.shell.renew_head()

    def import_file(self) -> None:
        """Ask for a workbook with a sheet 节假日 and show what it would change."""
        from gui.forms import importing

        self._import = importing.choose(self, self._import)

    def context(self) -> str:
        if self.workdays is not None:
            return "工作日历：本单位录入的优先于程序自带的"
        if self.about is not None:
            return "版本和许可"
        return "有改动，尚未保存" if self._edited() else "全部设置已保存"

    def actions(self) -> list[Action]:
        if self.workdays is not None:
            return [Action("返回设置", self.close_year), Action("从 Excel 导入", self.import_file, "Ctrl+I")]
        if self.about is not None:
            return [Action("返回设置", self.about.leave)]
        return [Action("保存", self.keep, "Ctrl+S"), Action("放弃改动", self.undo)]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"Ctrl+S": self.workdays.keep} if self.workdays is not None else {}

    def holds_typing(self) -> bool:
        return self._edited() or super().holds_typing()

    def typed(self) -> Iterator[Typed]:
        yield from super().typed()
        if self._edited():
            yield Typed("设置/设置", "改动的设置", {"forms": [form.typed() for form in self.forms]})

    def type_again(self, place: str, content: Mapping[str, Any]) -> None:
        if "forms" not in content:
            super().type_again(place, content)
            return
        for form, typed in zip(self.forms, content["forms"], strict=False):
            form.type_again(typed)
        self.shell.renew_head()

    def escape(self) -> None:
        if self._import is not None and self._import.winfo_exists():
            self._import.leave()
        elif self.workdays is not None:
            self.close_year()
        elif self.has_drawer:
            self.drawer.leave()
        elif self._edited() and self.flush():
            self.undo()

    def flush(self) -> bool:
        question = "设置有改动，还没有保存。要放弃改动吗？"
        return super().flush() and (not self._edited() or dialogs.may_give_up(self, question))

    def keep(self) -> None:
        """Save what was changed."""
        filled: dict[str, Any] = {}
        for form in self.forms:
            filled |= form.get()
        before = values()
        changed = {key: text for key, text in as_texts(filled).items() if before[key] != text}
        change_settings(changed)
        self._show(values())
        self.shell.notice("设置已保存。" if changed else "没有需要保存的改动。")
        self.shell.renew_head()

    def undo(self) -> None:
        """Show what is saved again."""
        self._show(values())
        self.shell.renew_head()

    def _edited(self) -> bool:
        return any(form.edited for form in self.forms)

    def _show(self, texts: Mapping[str, str]) -> None:
        shown = as_shown(texts)
        for form in self.forms:
            form.set(shown)

    def _card(self, parent: tkinter.Misc, title: str, words: str, fields: list[Field]) -> Form:
        card = ttk.Frame(parent, style="Card.TFrame", padding=(px(24), px(18), px(24), px(8)))
        card.pack(fill="x", pady=(0, px(16)))
        ttk.Label(card, text=title, style="Paper.TLabel", font="LianxinHeading").pack(anchor="w")
        ttk.Label(card, text=words, style="Soft.TLabel").pack(anchor="w", pady=(0, px(12)))
        form = Form(card, fields, self.keep)
        form.pack(fill="x")
        form.on_edit = lambda _: self.shell.renew_head()
        return form


def _holiday_forms() -> Any:
    from gui.forms import holiday

    return holiday


def _workbook_forms() -> Any:
    from gui.forms import whole_workbook

    return whole_workbook


def _about_forms() -> Any:
    from gui.forms import about

    return about


def _password_forms() -> Any:
    from gui.forms import password

    return password


def _planning_fields() -> list[Field]:
    return [
        _field("trips_a_week", Number, "下访听诉也算一次出行。"),
        _field("targets_a_trip", Number, "一次出行只去一个村，用半天。"),
    ]


def _counting_fields() -> list[Field]:
    checks = [
        _field(key, _check(KNOWN[key].name), words) for key, words in EXPLAINED.items() if key != "risk_share"
    ]
    return [*checks, _field("risk_share", lambda parent: Choice(parent, SHARES), EXPLAINED["risk_share"])]


def _card_fields() -> list[Field]:
    wide = [Field(key, KNOWN[key].name, Text, wide=True) for key in ("card_services", "card_promise")]
    return [_field("hotline", Text), *wide]


def _own_words() -> Field:
    return Field("own_words", KNOWN["own_words"].name, Text, _WORDS_HINT, wide=True)


def _paper() -> Field:
    hint = "季度走访情况表、履职统计表、民情事项台账、调研登记表横放在 A3 纸上；不选时用 A4。"
    return Field("registers_on_a3", "", _check(KNOWN["registers_on_a3"].name), hint, wide=True)


def _display_fields() -> list[Field]:
    built_in = "不选时，电脑上装有方正小标宋、仿宋_GB2312 等字体就用它们打印。"
    large = "文字和按钮都放大一级。"
    return [
        _field("built_in_fonts", _check(KNOWN["built_in_fonts"].name), built_in),
        _field("large_font", _check(KNOWN["large_font"].name), large),
        _field("bin_days", Number, "删除的内容在回收站里保留这么多天，然后永久清除。"),
    ]


def _field(key: str, control: Make, hint: str = "") -> Field:
    return Field(key, KNOWN[key].name, control, hint)


def _check(words: str) -> Make:
    return lambda parent: Check(parent, words)
