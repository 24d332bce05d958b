"""What is typed in an open form lies in the database until it is saved or given up."""

from pathlib import Path

from models.change import Change
from models.draft import Typed, drafts, keep_drafts
from models.storage import close_database, open_database
from models.writing import writing

FIRST = Typed("走访登记/1", "走访登记：新登记", {"fields": {"place": "样样镇"}})
SECOND = Typed("联系点/1", "联系点：新增联系点", {"fields": {"name": "赵样"}})


def kept() -> list[Typed]:
    return [draft.typed for draft in drafts()]


def test_what_was_typed_is_there_after_a_restart_the_latest_first(office: Path) -> None:
    assert keep_drafts([FIRST], [])
    assert keep_drafts([SECOND], [])
    close_database()
    open_database(office)
    assert kept() == [SECOND, FIRST]


def test_one_form_has_one_draft_and_what_is_saved_or_given_up_is_forgotten(office: Path) -> None:
    keep_drafts([FIRST, SECOND], [])
    keep_drafts([FIRST._replace(content={"fields": {"place": "样样村"}})], [SECOND.place])
    assert [typed.content["fields"] for typed in kept()] == [{"place": "样样村"}]


def test_a_draft_is_no_action_of_the_history(office: Path) -> None:
    keep_drafts([FIRST], [])
    assert not Change.select().exists()


def test_while_a_write_is_under_way_it_is_not_mixed_into_it(office: Path) -> None:
    with writing("样"):
        assert not keep_drafts([FIRST], [])
    assert kept() == []
