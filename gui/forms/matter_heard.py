"""What was heard on a trip, become matters: the form of a new one filled in, and those there are already."""

from functools import partial

from gui.forms.activity_form import ActivityForm
from gui.forms.matter import add_matter
from gui.look.palette import Tone
from gui.page import Action, Page
from gui.widgets.menu import Item, Menu
from models import terms
from models.activity import Activity
from models.contact_point import ContactPoint
from models.matter_heard import heard_at
from models.matter_line import counts_at
from models.matter_register import born_of
from models.rules.kinds import MatterKind

_MATTER_PAGE = "民情事项"
_MOST = 8
_KEEP_FIRST = "先把这次活动填好，才能登记听到的事项。填的内容都还在。"


class HeardMatters:
    """The matters of the activity in a form, shown over the page it stands on."""

    def __init__(self, page: Page, form: ActivityForm) -> None:
        self._page, self._form = page, form
        self.menu: Menu | None = None

    @property
    def action(self) -> Action:
        """The button for the head of the page: it says how many there are."""
        count = sum(counts_at(self._form.id).values()) if self._form.id else 0
        return Action(f"民情事项 {count} ▾" if count else "登记事项", self.choose, "Ctrl+M")

    def add(self) -> None:
        """Keep the activity, then begin a matter out of what was heard at the point under the cursor."""
        if self._page.has_drawer and not self._page.drawer.leave():
            return
        shell, point, activity = self._page.shell, self._form.point_heard, self._form.stay_kept()
        if activity is None:
            shell.notice(_KEEP_FIRST, Tone.NEAR)
            return
        shell.renew_head()
        there = ContactPoint.get_by_id(point) if point else None
        typed = heard_at(activity, there, shell.today())
        self._page.lay_over(add_matter, shell, typed)

    def choose(self) -> None:
        """Begin a matter; where there are some already, offer them too."""
        activity = Activity.get_or_none(Activity.id == self._form.id)
        if activity is not None and born_of([activity.id]):
            if self.menu is not None:
                self.menu.destroy()
            self.menu = Menu(self._page, self._items(activity))
            self.menu.open(self._form.targets.list.canvas)
        else:
            self.add()

    def _items(self, activity: Activity) -> list[Item]:
        """Register one more, open one of those there are, or see all of very many."""
        visit = partial(self._page.shell.visit, _MATTER_PAGE)
        found = born_of([activity.id])[activity.id]
        items = [Item("再登记一件", self.add)]
        if len(found) > _MOST:
            return [*items, Item(f"查看全部 {len(found)} 件", partial(visit, activity))]
        names = (f"{matter.number} {terms.label(MatterKind(matter.kind))}" for matter in found)
        runs = (partial(visit, matter) for matter in found)
        return [*items, *map(Item, names, runs)]
