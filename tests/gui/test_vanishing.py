"""What a form in sight rests on goes away meanwhile: nothing typed goes elsewhere, nothing is lost unsaid."""

from collections.abc import Callable

from gui.pages.activity import ActivityPage
from models.batch_sheet import Batch
from models.official import Official, save_official
from models.rules.calendar import period
from tests.gui.driving import wait_until
from tests.models.made_up import a_leader


def test_what_is_typed_on_the_sheet_of_a_leader_who_leaves_goes_to_nobody_else_and_is_told(
    open_activities: Callable[..., ActivityPage], zhang: Official
) -> None:
    li = a_leader("李样二")
    page = open_activities()
    page.open_batch(Batch(li.id, period("2026Q4")))
    page.batch.typed.write("11.5")
    page.batch.typed.settle()
    li.is_member = False
    save_official(li)
    wait_until(page.shell, lambda: page.batch.sheet.leader == zhang.name)
    assert not page.batch.edited
    assert "下访听诉 11月5日" in page.shell.noticed
