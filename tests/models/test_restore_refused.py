"""What is no backup of ours, not whole, newer or altered is refused before anything changes."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from models.official import Official, save_official
from models.rules.problem import Problem
from models.storage import backup, database_path, problems, restore, verified
from models.storage.container import About, Unsealable, plain_header, seal
from models.storage.payload import Manifest, packed
from models.storage.steps import VERSION, build
from tests.models.failing_disk import no_file_larger_than


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def copy(office: Path, stick: Path) -> Path:
    """A backup with one leader in it; since then a second was entered."""
    save_official(Official(name="张样一", rank=1, is_member=True))
    path = backup(stick)
    save_official(Official(name="李样二", rank=2, is_member=True))
    return path


@pytest.fixture
def nothing_changes(office: Path, copy: Path) -> Callable[[], None]:
    """Called afterwards: the data is what it was, to the byte."""
    before = database_path().read_bytes()

    def check() -> None:
        assert database_path().read_bytes() == before
        assert not list(office.glob("*.part*"))
        assert problems() == []

    return check


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 ...", b"PK\x03\x04 xlsx", "张样一,李样二".encode("gb18030"), bytes(5000)],
)
def test_another_file_is_refused(stick: Path, nothing_changes: Callable[[], None], content: bytes) -> None:
    for name in ("lianxin-20260101-000000-00001.ldzb", "lianxin-20260101-000000-1.lxbak"):
        (stick / name).write_bytes(content)
        with pytest.raises(Unsealable, match="不是连心台账的备份文件"):
            verified(stick / name)
    nothing_changes()


def test_a_damaged_or_cut_one_is_refused(copy: Path, nothing_changes: Callable[[], None]) -> None:
    content = copy.read_bytes()
    copy.write_bytes(content[: len(content) // 2])
    with pytest.raises(Unsealable, match="已损坏或没有写完，不能使用。请改用另一份备份。"):
        verified(copy)
    nothing_changes()


def sealed_by_somebody(path: Path, image: Path, counts: dict[str, int] | None = None) -> Path:
    """A container without a fault, holding what somebody else made."""
    data = image.read_bytes()
    if counts is None:
        with sqlite3.connect(image) as found:
            listed = found.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            counts = {n: found.execute(f'SELECT COUNT(*) FROM "{n}"').fetchone()[0] for (n,) in listed}
        found.close()
    header = plain_header(About(7, "2026-11-25T08:15:00", "", "", "hand"))
    with path.open("wb") as file:
        key = bytes.fromhex(header.plain_key)
        seal(file, header, key, packed(Manifest(VERSION, len(data), counts, ""), [data]))
    return path


ATTACKS = {
    "another program's": "PRAGMA application_id = 7",
    "newer": "PRAGMA user_version = 99",
    "of no version": "PRAGMA user_version = 0",
    "a trigger": "CREATE TRIGGER evil AFTER INSERT ON official BEGIN DELETE FROM activity; END",
    "a view": "CREATE VIEW evil AS SELECT * FROM official",
    "a table more": "CREATE TABLE evil (words TEXT)",
    "a table less": "DROP TABLE picture",
    "a column more": "ALTER TABLE official ADD COLUMN evil TEXT",
    "an index more": "CREATE INDEX evil ON official (name)",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_a_schema_that_is_not_ours_is_refused(
    tmp_path: Path, nothing_changes: Callable[[], None], attack: str
) -> None:
    image = tmp_path / "image.db"
    build(image)
    with sqlite3.connect(image) as made:
        made.execute(attack)
    made.close()
    path = sealed_by_somebody(tmp_path / "a.ldzb", image)
    with pytest.raises(Problem, match=r"不会恢复|请先安装新版本"):
        verified(path)
    nothing_changes()


def test_counts_that_do_not_agree_are_refused(tmp_path: Path, nothing_changes: Callable[[], None]) -> None:
    build(tmp_path / "image.db")
    path = sealed_by_somebody(tmp_path / "a.ldzb", tmp_path / "image.db", {"official": 3})
    with pytest.raises(Unsealable, match="记录数与它自己写明的不一致"):
        verified(path)
    nothing_changes()


def test_a_full_disk_changes_nothing(copy: Path, nothing_changes: Callable[[], None]) -> None:
    whole = verified(copy)
    with no_file_larger_than(20_000), pytest.raises(Problem, match="没有完成"):
        restore(whole)
    nothing_changes()
    restore(whole)
    assert [row.name for row in Official.select()] == ["张样一"]
