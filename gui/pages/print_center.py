"""打印中心: choose a document, see its very pages, print or save it; every print is numbered and logged."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import ttkbootstrap as ttk

from gui import dialogs
from gui.forms.closing_list import ClosingAnswers, ClosingList
from gui.look.scale import px
from gui.page import Action, Page
from gui.paper import print_jobs, printer
from gui.paper.print_choices import PrintChoices
from gui.paper.print_drawer import open_drawer
from gui.paper.print_jobs import Order
from gui.paper.print_log_card import PrintLogCard
from gui.paper.print_view import PrintView
from gui.paper.reading import Reading
from gui.state.print_choice import Wanted
from gui.state.print_job import Printer
from gui.tasks import Task
from models.rules.problem import Problem
from models.writing import Topic
from printing import fonts
from printing.choice import Choice
from printing.closing import original, told_of
from printing.render import Document, Original
from printing.twins import Twin, twin_of

_PAUSE_MS = 250  # after the last change, before the pages are made anew
_MOMENT_MS = 20  # after the page has come into sight, before much is read for its pages
_MANY = 100  # leaders whose facts are not read in a moment
_TOGETHER, _EACH = "合成一个文件", "每份一个文件"


class Shown(NamedTuple):
    """What the preview was made of: printing it reads nothing anew, and gives the same pages."""

    form: str
    choice: Choice
    documents: Sequence[Document]


class PrintCenterPage(Page):
    """Choices at the left, the pages at the right."""

    title = "打印中心"
    icon = "printer"
    help = "打印一份表册"
    topics = frozenset(Topic) - {Topic.PRINT_LOG}  # a print changes no page; the log is told directly

    def build(self) -> None:
        self._timer = ""
        self._told = ""
        self._shown: Shown | None = None
        self._left = ttk.Frame(self, style="Card.TFrame", padding=px(16))
        self._left.pack_propagate(False)
        self.bind("<Configure>", lambda event: self._left.configure(width=min(px(312), event.width * 3 // 8)))
        foot = ttk.Frame(self._left, style="Paper.TFrame")
        foot.pack(side="bottom", fill="x", pady=(px(8), 0))
        for text, show in (("查看打印记录", self.show_log), ("季度归档", self.show_closings)):
            ttk.Button(foot, text=text, style="Bare.TButton", command=show).pack(side="left")
        self.choices = PrintChoices(self._left, self.shell, self.renew_soon)
        self.choices.pack(fill="both", expand=True)
        self.view = PrintView(self, self.shell, self._tell)
        self.twin_button = ttk.Button(self.view.bar, style="Quiet.TButton", command=self.save_twin)
        self._twin: Twin | None = None
        self.log = PrintLogCard(self, self.shell, self.show_pages)
        self.closings = ClosingList(
            self, self.shell, ClosingAnswers(self.come, self.show_pages, self.log.refresh)
        )
        self._lay(self._left, self.view)

    def refresh(self) -> None:
        self.choices.refresh()
        self.log.refresh()
        if self._shows(self.closings):
            self.closings.refresh()
        if self._is_for_many:
            self._renew_in(_MOMENT_MS)
        else:
            self.renew()

    def take_keyboard(self) -> None:
        self.choices.documents.focus_rows()

    def come(self, about: Wanted) -> None:
        """Show the document that was asked for elsewhere."""
        self.show_pages()
        self.choices.choose(about)
        self.renew()

    def context(self) -> str:
        if self._shows(self.closings):
            return "季度归档"
        return f"打印记录 {len(self.log.table.rows.items)} 条" if self._shows(self.log) else self._told

    def help_in_sight(self) -> str:
        if self._shows(self.closings):
            return "季度归档"
        return "查打印记录" if self._shows(self.log) else self.help

    def actions(self) -> list[Action]:
        if self._shows(self.log) or self._shows(self.closings):
            return []
        return [
            Action("打印", self.print_out, "Ctrl+P"),
            Action("保存为 PDF", self.save, "Ctrl+S"),
            Action("用阅读器打开", self.open_in_reader, "Ctrl+E"),
        ]

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        return {"Ctrl+O": self.save_twin}

    def escape(self) -> None:
        if not self._close_drawer() and not self._shows(self.view):
            self.show_pages()

    def show_log(self) -> None:
        """The print log in place of the pages."""
        self._lay(self.log)
        self.shell.renew_head()

    def show_closings(self) -> None:
        """The quarters that are closed and that could be, in place of the pages."""
        self._lay(self.closings)
        self.closings.refresh()
        self.closings.quarters.focus_rows()
        self.shell.renew_head()

    def show_pages(self) -> None:
        """The choices and the pages."""
        self._lay(self._left, self.view)
        self.shell.renew_head()

    def _shows(self, card: ttk.Frame) -> bool:
        return bool(card.winfo_manager())

    def renew_soon(self) -> None:
        """Make the pages anew once the choices have been left alone for a moment."""
        self._renew_in(_PAUSE_MS)

    def renew(self) -> None:
        """Make the pages of what is chosen now; what cannot be shown is said in their place."""
        self._forget_timer()
        self._close_drawer()
        self._shown = None
        try:
            if self._is_for_many and not self._original():
                self._make_as_read()
            else:
                self.view.make(self._order(""))
        except Problem as problem:
            self.view.say(problem)

    def _make_as_read(self) -> None:
        """Make the pages while the documents are read, so that the window answers all the time."""
        form, choice = self.choices.document, self.choices.choice()
        reading = Reading(self, form.each(choice), self.choices.documents_expected)
        self._shown = Shown(form.name, choice, reading.documents)
        self.view.make_as_read(self._order_of(reading.documents, ""), reading)

    @property
    def _is_for_many(self) -> bool:
        return self.choices.leaders_chosen > _MANY

    def _renew_in(self, milliseconds: int) -> None:
        self._forget_timer()
        self._timer = self.after(milliseconds, self.renew)

    def _forget_timer(self) -> bool:
        """Make no pages later; whether some were to be made."""
        waiting, self._timer = self._timer, ""
        if waiting:
            self.after_cancel(waiting)
        return bool(waiting)

    def print_out(self) -> None:
        """Ask which printer, and print."""
        order = self._ready()
        self.shell.start(
            Task(
                "正在查找打印机", lambda _: printer.printers(), lambda found: self._ask(order, found), _raise
            )
        )

    def save(self) -> None:
        """Into one file, or of several documents also into a file each."""
        order = self._ready()
        several = len(order.documents) > 1
        question = f"共 {len(order.documents)} 份。要合成一个文件，还是每份一个文件存到一个文件夹？"
        how = dialogs.choose(self, "保存为 PDF", question, (_TOGETHER, _EACH)) if several else _TOGETHER
        if how == _EACH:
            folder = dialogs.ask_folder(self, "保存到哪个文件夹？")
            if folder is not None:
                print_jobs.save_each(self.shell, order, folder)
        elif how == _TOGETHER:
            path = dialogs.ask_save_file(self, "保存为 PDF", dialogs.PDF, f"{order.name}.pdf")
            if path is not None:
                print_jobs.save_one(self.shell, order, path)

    def save_twin(self) -> None:
        """As a workbook or a Word file, where the document is a list or a text."""
        order = self._ready()
        if self._twin is not None:
            title, name = self.twin_button.cget("text"), f"{order.name}{self._twin.suffix}"
            path = dialogs.ask_save_file(self, title, dialogs.TWINS[self._twin.suffix], name)
            if path is not None:
                print_jobs.save_twin(self.shell, order, self._twin, path)

    def open_in_reader(self) -> None:
        """Show it in the system's own PDF program, numbered, since one may print there."""
        print_jobs.open_in_reader(self.shell, self._ready())

    def _ready(self) -> Order:
        """What is chosen, if its pages can be made: no number is taken for what cannot be printed."""
        said = self.choices.said()
        if self._forget_timer():
            self.renew()
        if self.view.preview.says:
            raise Problem(self.view.preview.says)
        return self._order(said)

    def _offer_twin(self, twin: Twin | None) -> None:
        """Show the button that saves another kind of file, if there is one."""
        self._twin = twin
        if twin is None:
            self.twin_button.grid_remove()
        else:
            self.twin_button.configure(text=f"存为 {twin.name}")
            self.twin_button.grid(row=0, column=self.view.bar.FREE, sticky="e")
        self.view.bar.give_way()

    def _lay(self, *cards: ttk.Frame) -> None:
        for card in (self._left, self.view, self.log, self.closings):
            card.pack_forget()
        for card in cards:
            narrow = card is self._left
            card.pack(side="left", fill="both", expand=not narrow, padx=(0, px(16) if narrow else 0))

    def _close_drawer(self) -> bool:
        """Close the print card, made for other choices; whether it was open."""
        was_open = self.has_drawer
        return self.flush() and was_open

    def _order(self, said: str) -> Order:
        """What is chosen: what the preview was made of, else loaded here on the main thread."""
        form, choice = self.choices.document, self.choices.choice()
        if self._shown is None or (self._shown.form, self._shown.choice) != (form.name, choice):
            self._shown = Shown(form.name, choice, self._original() or form.made(choice))
        if not self._shown.documents:
            raise Problem("还没有领导。请先在“联系点”页录入或从 Excel 导入。")
        return self._order_of(self._shown.documents, said)

    def _original(self) -> Sequence[Original]:
        """What was kept of this very choice when its quarter was closed, unless new pages are asked for."""
        kept = original(self.choices.document, self.choices.choice())
        self.choices.offer_anew(kept is not None)
        return [kept] if kept and not self.choices.anew else []

    def _order_of(self, documents: Sequence[Document], said: str) -> Order:
        form = self.choices.document
        title, full = form.title, self.choices.choice().full if form.tells_of_people else None
        if documents and isinstance(documents[0], Original):
            said = told_of(documents[0])
        return Order(title, said, full, documents, fonts.chosen(), self.log.refresh)

    def _tell(self, told: str, documents: Sequence[Document]) -> None:
        self._offer_twin(twin_of(documents) if documents else None)
        if told != self._told:
            self._told = told
            self.shell.renew_head()

    def _ask(self, order: Order, found: Sequence[Printer]) -> None:
        self._close_drawer()
        self.drawer = open_drawer(self, self.shell, order, found, self.view.preview.pages)


def _raise(error: Exception) -> None:
    raise error
