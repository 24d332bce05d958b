"""What every page is: built when first shown, refreshed when something it shows was written."""

import tkinter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol

import ttkbootstrap as ttk

from gui import reopening
from gui.look.palette import GROUND, Tone
from gui.state.remembered import Remembered
from gui.tasks import Task
from models.draft import Typed
from models.writing import Topic

if TYPE_CHECKING:
    from gui.forms.backing_up import Backups


class Action(NamedTuple):
    """A button of the page head, with its key if it has one: Action("新增", self.add, "Ctrl+N")."""

    label: str
    run: Callable[[], object]
    key: str = ""


class RailPage(NamedTuple):
    """A page as the rail names it; `load` imports its class, which bears the same title."""

    title: str
    icon: str
    load: "Callable[[], type[Page]]"


class Shell(Protocol):
    """What a page may ask of the window around it."""

    root: ttk.App
    body: tkinter.Frame
    folder: Path
    next_folder: Path | None
    """Once the window is closed, the folder to open another one on."""
    remembered: Remembered

    def today(self) -> date:
        """The PC's date; the one place every page asks."""

    def notice(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say something in the strip under the page head; good news goes away by itself."""

    def start(self, task: Task) -> None:
        """Run slow work with progress and cancel in the window."""

    def busy(self, title: str) -> AbstractContextManager[None]:
        """Say that the window is at work for a moment and answers afterwards."""

    def visit(self, title: str, about: object = None) -> None:
        """Go to the page of that title, for what `about` says: see `Page.come`."""

    def renew_head(self) -> None:
        """Show the page's context line and buttons anew."""

    def show_facts(self) -> None:
        """Show the status line anew: the backup, the password, who is at work."""

    @property
    def backups(self) -> "Backups":
        """Makes backups and tells about them."""

    def begin_anew(self) -> None:
        """The data is another one now: forget what the pages show, keep the current page."""

    def close(self) -> bool:
        """Get ready to be closed; False if a page holds what is typed and the user wants to stay."""

    def may_close(self) -> bool:
        """Whether every page has kept or given up what is typed in it."""

    def lock(self) -> None:
        """Hide everything until the password is typed; without one, say so."""


class Page(tkinter.Frame):
    """One screen. Subclasses say what they are and fill in `build` and `refresh`.

    A plain frame, as all that only holds others: the X server paints it, ttk would draw and copy it.
    """

    title: ClassVar[str]
    icon: ClassVar[str]
    help: ClassVar[str] = ""
    """The section of the manual that tells of it."""
    topics: ClassVar[frozenset[Topic]] = frozenset()
    origin = ""
    """The title of the page that sent the user here, "" if he came by himself."""
    drawer: Any = None
    """The form opened last over the page: it knows whether it is `edited`, and `leave`s."""
    _opened: tuple[Callable[..., Any], Sequence[Any]] = (lambda _: None, ())

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.body, background=GROUND)
        self.shell = shell
        self.build()

    def build(self) -> None:
        """Make the widgets; called once, when the page is first shown."""

    def refresh(self) -> None:
        """Read and fill; called when the page is shown and after each write to one of its topics."""

    def take_keyboard(self) -> None:
        """Let keys come to what one works in first: its list, its cells."""
        self.focus_set()

    def come(self, about: Any) -> None:
        """Open what another page sent the user here for: a row of a model, an entry to fill in, a day."""

    def context(self) -> str:
        """The one line under the title."""
        return ""

    def actions(self) -> Iterable[Action]:
        """At most three buttons for the head, the main one first."""
        return ()

    def shortcuts(self) -> dict[str, Callable[[], object]]:
        """Keys of this page beside those of its buttons: {"F3": self.find}."""
        return {}

    def section(self) -> str:
        """The section of the manual that F1 opens: that of the form over the page, else of the page."""
        return (str(getattr(self.drawer, "section", "")) if self.has_drawer else "") or self.help_in_sight()

    def help_in_sight(self) -> str:
        """The section of the manual that tells of the part of the page in sight."""
        return self.help

    @property
    def has_drawer(self) -> bool:
        """Whether the form opened last is still there."""
        return self.drawer is not None and bool(self.drawer.winfo_exists())

    def lay_over(self, form: Callable[..., Any], *about: Any) -> None:
        """Open the form that `form(page, *about)` gives: what is typed in it outlives the program."""
        self.drawer = form(self, *about)
        self._opened = (form, about)

    def typed(self) -> Iterator[Typed]:
        """Whatever is typed here and not saved, to be kept as drafts."""
        form = getattr(self.drawer, "form", None) if self.has_drawer and self.drawer.edited else None
        opened = reopening.told(self, *self._opened) if form is not None else None
        if form is not None and opened:
            yield Typed(f"{self.title}/表单", self.drawer.title, {"opened": opened, "fields": form.typed()})

    def type_again(self, place: str, content: Mapping[str, Any]) -> None:
        """Open the form of a draft and fill in what `typed` told of it. Raises Problem if that cannot be.

        Called only while nothing else is typed here.
        """
        del place
        form, about = reopening.again(self, content["opened"])
        self.flush()
        self.lay_over(form, *about)
        self.drawer.form.type_again(content["fields"])

    def escape(self) -> None:
        """Esc: close what is open over the page."""
        self.flush()

    def holds_typing(self) -> bool:
        """Whether something is typed here that is not kept: Ctrl+Z then takes no earlier action back."""
        return self.has_drawer and bool(self.drawer.edited)

    def flush(self) -> bool:
        """Keep or give up what is typed, as before the window closes; False if the user stays with it."""
        return not self.has_drawer or bool(self.drawer.leave())
