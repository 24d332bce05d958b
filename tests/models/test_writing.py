"""One user action, one transaction, one entry in the history; and topics only for what was kept."""

import getpass
import json
import resource
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from peewee import IntegrityError, OperationalError

from models.base import database
from models.change import Change
from models.official import Official, officials
from models.print_log import PrintLog, log_print
from models.rules.problem import Problem
from models.setting import Setting
from models.storage import close_database, open_database
from models.writing import RECORDED, Topic, drain_topics, writing


class Unexpected(Exception):
    """Something that goes wrong in the middle of a write."""


def add(name: str, rank: int = 1) -> Official:
    return Official.create(name=name, name_key=name, rank=rank)


def write_and_fail() -> None:
    with writing("保存干部", Topic.OFFICIAL):
        add("李样二")
        raise Unexpected


def write_within_a_write_and_fail() -> None:
    with writing("导入"):
        with writing("保存干部", Topic.OFFICIAL):
            add("李样二")
        raise Unexpected


def write_many(people: Iterable[str]) -> None:
    with writing("导入", Topic.OFFICIAL):
        for name in people:
            add(name)


def names() -> list[str]:
    return [official.name for official in officials()]


# --- all or nothing


def test_what_was_written_is_kept_and_its_topics_go_out_once(office: Path) -> None:
    with writing("样", Topic.OFFICIAL, Topic.SETTING):
        add("张样一")
        assert drain_topics() == set()
    assert drain_topics() == {Topic.OFFICIAL, Topic.SETTING}
    assert drain_topics() == set()
    close_database()
    open_database(office)
    assert names() == ["张样一"]


def test_what_fails_half_way_leaves_nothing_behind(office: Path) -> None:
    with pytest.raises(Unexpected):
        write_and_fail()
    assert (names(), history(), drain_topics()) == ([], [], set())


def test_a_refused_row_takes_the_others_with_it(office: Path) -> None:
    with pytest.raises(IntegrityError):
        write_many(["张样一", "张样一"])
    assert (names(), drain_topics()) == ([], set())


def test_after_a_failure_the_next_write_works(office: Path) -> None:
    with pytest.raises(Unexpected), writing("样"):
        raise Unexpected
    with writing("样"):
        add("李样二")
    assert names() == ["李样二"]


# --- one within another


def test_an_inner_write_joins_the_outer_one(office: Path) -> None:
    with writing("导入", Topic.SETTING):
        add("张样一")
        with writing("保存干部", Topic.OFFICIAL):
            add("李样二")
    assert {(change.action, change.label) for change in history()} == {(1, "导入")}
    assert drain_topics() == {Topic.OFFICIAL, Topic.SETTING}


def test_when_the_outer_write_fails_the_inner_one_is_undone_with_its_topics(office: Path) -> None:
    with pytest.raises(Unexpected):
        write_within_a_write_and_fail()
    assert (names(), history(), drain_topics()) == ([], [], set())


def test_topics_of_a_write_that_failed_do_not_go_out_with_the_next(office: Path) -> None:
    with pytest.raises(Unexpected):
        write_within_a_write_and_fail()
    with writing("样", Topic.SETTING):
        add("张样一")
    assert drain_topics() == {Topic.SETTING}


def test_an_inner_write_may_fail_alone(office: Path) -> None:
    with writing("导入"):
        add("张样一")
        with pytest.raises(Unexpected):
            write_and_fail()
        add("王样三")
    assert names() == ["张样一", "王样三"]


# --- nothing outside


@pytest.mark.parametrize("table", RECORDED)
def test_no_table_can_be_written_outside(office: Path, table: str) -> None:
    columns = [row[1] for row in database.execute_sql(f"PRAGMA table_info({table})")]
    nothing = ", ".join("NULL" for _ in columns)
    with pytest.raises(IntegrityError, match="outside writing"):
        database.execute_sql(f"INSERT INTO {table} VALUES ({nothing})")


def test_nothing_is_changed_or_deleted_outside(office: Path) -> None:
    with writing("样"):
        person = add("张样一")
    person.title = "市长"
    with pytest.raises(IntegrityError, match="outside writing"):
        person.save()
    with pytest.raises(IntegrityError, match="outside writing"):
        person.delete_instance()
    assert Official.get().title == ""


def test_every_table_but_the_logs_has_its_history(office: Path) -> None:
    rows = database.execute_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    tables = {name for (name,) in rows if not name.startswith("sqlite_")}
    assert set(RECORDED) == tables - {"change", "print_log", "draft"}


# --- history


def test_new_rows_are_remembered_as_one_run_without_values(office: Path) -> None:
    with writing("导入干部"):
        for rank, name in enumerate(("张样一", "李样二", "王样三"), start=1):
            add(name, rank)
    (change,) = history()
    assert (change.subject, change.first_row, change.last_row) == ("official", 1, 3)
    assert (change.old, change.new, change.label) == (None, None, "导入干部")
    assert change.who == getpass.getuser()


def test_a_changed_row_keeps_what_stood_there_before(office: Path) -> None:
    with writing("样"):
        person = add("张样一")
    with writing("改职务"):
        person.title = "副市长"
        person.save()
    change = history()[-1]
    assert (change.action, change.label, change.first_row, change.last_row) == (2, "改职务", 1, 1)
    assert json.loads(change.old)["title"] == ""
    assert json.loads(change.new)["title"] == "副市长"
    assert set(json.loads(change.old)) == {field.column_name for field in Official._meta.sorted_fields}


def test_a_deleted_row_is_kept_whole(office: Path) -> None:
    with writing("样"):
        Setting.create(key="office_name", value="样样市人民政府")
    with writing("删除设置"):
        Setting.delete().execute()
    change = history()[-1]
    assert (json.loads(change.old)["value"], change.new) == ("样样市人民政府", None)


def test_a_row_made_and_changed_in_one_action_shows_both(office: Path) -> None:
    with writing("样"):
        person = add("张样一")
        person.title = "市长"
        person.save()
    assert [(change.old is None, change.action) for change in history()] == [(False, 1), (True, 1)]


def test_numbers_of_rows_are_never_given_twice(office: Path) -> None:
    with writing("样"):
        add("张样一").delete_instance()
    with writing("样"):
        assert add("李样二").id == 2


def test_a_print_is_logged_but_is_no_change_of_the_records(office: Path) -> None:
    number = log_print("contact_list", "全部领导", full=False, pages=3, destination="打印机")
    assert (PrintLog.get().id, PrintLog.get().pages, history()) == (number, 3, [])
    assert drain_topics() == {Topic.PRINT_LOG}


# --- when the disk fails


def test_a_full_disk_is_told_and_nothing_is_kept(office: Path) -> None:
    with a_disk_without_room(), pytest.raises(Problem, match="磁盘空间不足"):
        write_many(f"张样{number}" * 20 for number in range(1000))
    assert (names(), drain_topics()) == ([], set())
    with writing("样"):
        add("李样二")
    assert names() == ["李样二"]


def test_a_disk_that_refuses_to_write_is_told_and_nothing_is_kept(office: Path) -> None:
    with no_file_larger_than(200_000), pytest.raises(Problem, match="没有保存") as told:
        write_many(f"张样{number}" * 20 for number in range(3000))
    assert "rollback" not in str(told.value)
    assert (names(), drain_topics()) == ([], set())
    with writing("样"):
        add("李样二")
    close_database()
    open_database(office)
    assert names() == ["李样二"]


def test_a_file_that_may_not_be_written_to_is_told(office: Path) -> None:
    database.execute_sql("PRAGMA query_only = ON")
    with pytest.raises(Problem, match="只读"), writing("样"):
        add("张样一")


def history() -> list[Change]:
    return list(Change.select().order_by(Change.id))


@contextmanager
def a_disk_without_room() -> Iterator[None]:
    (pages,) = database.execute_sql("PRAGMA page_count").fetchone()
    database.execute_sql(f"PRAGMA max_page_count = {pages + 1}")
    yield
    database.execute_sql("PRAGMA max_page_count = 1000000")


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    _, hard = before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_save_that_the_disk_did_not_confirm_but_kept_is_told_so(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = type(database).commit

    def unconfirmed(self: object) -> None:
        real(self)
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(type(database), "commit", unconfirmed)
    with pytest.raises(Problem, match=r"没有确认这次保存.*内容已经写入"), writing("样", Topic.OFFICIAL):
        add("张样一")
    assert Official.select().count() == 1


def test_whoever_the_system_cannot_name_still_writes(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: {}["uid not found"])
    with writing("样", Topic.OFFICIAL):
        add("张样一")
    assert Change.get().who == "本机用户"
