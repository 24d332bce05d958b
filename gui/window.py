"""The one window: rail, page head, page, status line; keys, the tick that refreshes, and errors said once."""

import gc
import tkinter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ttkbootstrap as ttk

from gui import drafts, keys, place
from gui.errors import Errors
from gui.head import Head
from gui.keyboard import Keyboard
from gui.later import every, soon
from gui.lock import Lock
from gui.look import theme
from gui.look.palette import GROUND, Tone
from gui.look.scale import px
from gui.page import Page, RailPage
from gui.rail import Entry, Rail
from gui.root import open_root
from gui.state.facts import last_backup_text
from gui.state.print_choice import Wanted
from gui.state.remembered import Remembered
from gui.status_line import StatusLine
from gui.take_back import TakeBack
from gui.tasks import Task, Worker
from gui.widgets.notice import Notice
from gui.widgets.progress_card import ProgressCard
from models import clerk, storage
from models.setting import value
from models.writing import Topic, drain_topics

if TYPE_CHECKING:
    from gui.forms.backing_up import Backups
    from gui.forms.finder import Finder
    from gui.forms.manual import ManualPanel

TICK_MS = 100
FINDABLE = {Topic.OFFICIAL, Topic.CONTACT_POINT, Topic.ACTIVITY, Topic.MATTER}
_MARGIN, _ROOMY = 28, 1120
_OPEN_TO_ALL = "没有设密码，不能锁定。可以在“设置”里设密码。"


class Window:
    """The window around the pages, given in rail order, the last one at the foot."""

    def __init__(self, folder: Path, pages: Sequence[RailPage], root: ttk.App | None = None) -> None:
        self.folder = folder
        self.next_folder: Path | None = None
        self.remembered = Remembered(folder)
        clerk.take_over(folder)
        self.root = root or open_root(lambda: folder, self.remembered, large=value("large_font") == "1")
        self.root.report_callback_exception = Errors(self.notice).failed
        self._pages = tuple(pages)
        self._built: dict[type[Page], Page] = {}
        self._stale: set[type[Page]] = set()
        self._drafts = drafts.Drafts(self._built.values)
        self._keyboard = Keyboard()
        self._day = self.today()
        self._back = TakeBack(self)
        self._lock = Lock(self.root, folder, self._parts)
        self._lay_out()
        keys.bind(self.root, self.press, lambda place: self._lock.is_on or self._go(place), len(pages))
        self.root.on_close(self.close)
        self.root.bind_class(theme.OWN, "<Configure>", lambda event: self._fold(event.width), add=True)
        self.page = self._go(0)
        every(self.root, TICK_MS, self._hear)
        every(self.root, drafts.EVERY_MS, self._drafts.keep)
        soon(self.root, lambda: self.backups)

    def show(self, kind: type[Page]) -> Page:
        """Bring a page to the front, built now if this is its first time, fresh in any case."""
        page = self._built.get(kind)
        if page is None:
            page = self._built[kind] = kind(self)
            self._stale.add(kind)
        self._close_finder()
        for other in self._built.values():
            self._keyboard.leave(other)
            other.pack_forget()
        page.pack(fill="both", expand=True)
        self.page = page
        page.origin = ""
        self.rail.mark([page.title for page in self._pages].index(kind.title))
        self._strip.hide()
        self._hear()
        if kind in self._stale:
            self._refresh(page)
        self._keyboard.come(page)
        self.renew_head()
        return page

    def visit(self, title: str, about: object = None) -> None:
        """Go to the page of that title and open there what `about` says."""
        origin = self.page.title
        page = self._go_to(title)
        if about is not None:
            page.origin = origin if origin != title else ""
            page.come(about)
            self.renew_head()

    def today(self) -> date:
        """The PC's date."""
        return date.today()

    def renew_head(self) -> None:
        """Show the current page's title, context line and buttons anew."""
        self.head.show(self.page.title, self.page.context(), self.page.actions())

    def notice(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Say something in the strip under the head."""
        self._strip.say(text, tone)

    @property
    def noticed(self) -> str:
        """What the strip says now, "" if nothing."""
        return self._strip.text

    @property
    def is_at_work(self) -> bool:
        """Whether slow work is running or waiting."""
        return self._worker.current is not None

    def start(self, task: Task) -> None:
        """Run slow work; its progress and its cancel show in the window."""
        self._worker.start(task)

    def busy(self, title: str) -> AbstractContextManager[None]:
        """Say that the window is at work for a moment, without a way to stop it."""
        return self.card.working(title, lambda: self._worker.current)

    def press(self, key: str) -> None:
        """Do what the key means: Ctrl+F everywhere the same, the others on the current page."""
        if self._lock.is_on:
            return
        if key == "Ctrl+F":
            self.finder.open()
            return
        was_open = self._close_finder()
        if key == "Esc":
            if not was_open:
                self._strip.hide()
                self.page.escape()
        else:
            ours = {"F1": self._help, "F5": self._renew, "Ctrl+L": self.lock, "Ctrl+Z": self._undo}
            ours.get(key, lambda: self._run_key(key))()

    def lock(self) -> None:
        """Hide everything until the password is typed; without one, say so."""
        if storage.has_password():
            self._lock.lock()
        else:
            self.notice(_OPEN_TO_ALL, Tone.PLANNED)

    def run(self) -> None:
        """Show the window until it is closed. The collector need not look at what the start made."""
        gc.freeze()
        gc.enable()
        self.root.mainloop()

    def _go(self, place: int) -> Page:
        return self.show(self._pages[place].load())

    def _parts(self) -> dict[tkinter.Widget, dict[str, Any]]:
        beside = {"side": "left", "fill": "both", "expand": True}
        return {self.rail: {"side": "left", "fill": "y"}, self._right: beside}

    def _go_to(self, title: str) -> Page:
        return self._go([page.title for page in self._pages].index(title))

    def _lay_out(self) -> None:
        entries = [Entry(page.title, page.icon) for page in self._pages]
        self.rail = Rail(self.root, entries, 1, self._go)
        self._right = right = tkinter.Frame(self.root, background=GROUND)
        for part, side in self._parts().items():
            part.pack(**side)
        self.status = StatusLine(right, self, lambda: self.backups.back_up())  # noqa: PLW0108 - made later
        self.status.pack(side="bottom", fill="x")
        inner = tkinter.Frame(right, background=GROUND)
        inner.pack(fill="both", expand=True, padx=px(_MARGIN), pady=(px(18), px(16)))
        self.head = Head(inner)
        self.head.pack(fill="x", pady=(0, px(14)))
        self._strip = Notice(inner)
        self._strip.pack(fill="x")
        self.offer = drafts.DraftOffer(inner, self._drafts, self._go_to)
        self.offer.pack(fill="x")
        self.body = tkinter.Frame(inner, background=GROUND)
        self.body.pack(fill="both", expand=True)
        self._worker = Worker(self.root, lambda task: self.card.show(task))  # noqa: PLW0108 - made with the first
        self.show_facts()

    @cached_property
    def card(self) -> ProgressCard:
        """Where running tasks show; made for the first of them."""
        return ProgressCard(self._right)

    @cached_property
    def backups(self) -> "Backups":
        """Makes backups, also unasked once it is there: a moment after the window stands."""
        from gui.forms.backing_up import Backups

        return Backups(self)

    @cached_property
    def finder(self) -> "Finder":
        """Where everything is found; made when first wanted."""
        from gui.forms.finder import Finder

        return Finder(self._right, self, [page.title for page in self._pages])

    @cached_property
    def manual(self) -> "ManualPanel":
        """What F1 opens; made when first wanted."""
        from gui.forms.manual import ManualPanel

        return ManualPanel(self._right, self.remembered, lambda: self.visit("打印中心", Wanted("manual")))

    def _close_finder(self) -> bool:
        """Close the finder; whether it was open."""
        if "finder" not in vars(self) or not self.finder.is_open:
            return False
        self.finder.close()
        return True

    def _hear(self) -> None:
        """Show what was written since, before a key or a line drawn anew speaks of rows that are gone."""
        changed = drain_topics()
        if self._day != self.today():
            self._day = self.today()
            changed |= set(Topic)  # a new day moves every deadline
        if changed:
            self._spread(changed)
            self._drafts.keep()

    def _fold(self, width: int) -> None:
        self.rail.fold(narrow=width < px(_ROOMY))

    def _spread(self, changed: set[Topic]) -> None:
        self._stale |= {kind for kind in self._built if kind.topics & changed}
        if type(self.page) in self._stale:
            self._renew()
        if Topic.SETTING in changed:
            self.show_facts()
        if "finder" in vars(self) and changed & FINDABLE:
            self.finder.renew()

    def _refresh(self, page: Page) -> None:
        self._stale.discard(type(page))
        page.refresh()

    def _renew(self) -> None:
        self._refresh(self.page)
        self.renew_head()

    def _run_key(self, key: str) -> None:
        known = {action.key: action.run for action in self.page.actions()} | self.page.shortcuts()
        known.get(key, lambda: None)()

    def _undo(self) -> None:
        if self._back.take():
            self._hear()

    def _help(self) -> None:
        self.manual.tell_of(self.page)

    def show_facts(self) -> None:
        self.rail.name_office(value("office_name") or "请在设置中填写单位名称")
        last, sealed = storage.last_backup(self.folder), storage.has_password()
        self._lock.minutes = int(value("lock_minutes")) if sealed else 0
        facts = (last_backup_text(last, self.today()), "数据库正常", "已设密码" if sealed else "未设密码")
        self.status.show(facts)

    def may_close(self) -> bool:
        """Whether every page has kept or given up what is typed in it."""
        return all(page.flush() for page in self._built.values())

    def begin_anew(self) -> None:
        """The data is another one now: forget what the pages show, keep the current page."""
        for kind in set(self._built) - {type(self.page)}:
            self._built.pop(kind).destroy()
        if "finder" in vars(self):
            vars(self).pop("finder").destroy()
        self._renew()
        self.show_facts()

    def close(self) -> bool:
        """Remember the place; False if a page still holds what is typed and the user wants to stay."""
        typing = any(page.holds_typing() for page in self._built.values())
        if (self._lock.is_on and typing) or not self.may_close():
            return False
        self._drafts.forget()
        self.remembered.set("large_font", value("large_font") == "1")
        place.keep(self.root, self.remembered)
        return True
