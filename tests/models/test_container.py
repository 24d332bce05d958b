"""No byte of a sealed backup can be changed, moved, cut off or added without being noticed."""

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.storage.container import (
    CHUNK,
    MAGIC,
    About,
    Header,
    NeedsSecret,
    Unsealable,
    key_of,
    plain_header,
    read_header,
    seal,
    sealed_header,
    unseal,
)
from models.storage.keys import SlotKind, WrongSecret, hold, wrap

KEY = b"k" * 32
ABOUT = About(7, "2026-11-25T08:15:00", "mark", "样样市政府", "hand")
TAG = 16


def sealed(path: Path, pieces: list[bytes], header: Header | None = None) -> Path:
    header = header or plain_header(ABOUT)
    with path.open("wb") as file:
        seal(file, header, key_of(header, None, path.name), pieces)
    return path


def opened(path: Path) -> bytes:
    with path.open("rb") as file:
        header, about = read_header(file, path.name)
        return b"".join(unseal(file, header, about, key_of(header, None, path.name), path.name))


def start_of_chunks(path: Path) -> int:
    return 12 + struct.unpack(">I", path.read_bytes()[8:12])[0]


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_sealed_comes_back(tmp_path: Path, size: int) -> None:
    content = bytes(byte % 251 for byte in range(size))
    path = sealed(tmp_path / "a.ldzb", [content[:1000], content[1000:]])
    assert opened(path) == content
    chunks = max(1, -(-size // CHUNK))
    assert path.stat().st_size == start_of_chunks(path) + size + TAG * chunks


def test_the_header_can_be_read_without_a_key(tmp_path: Path) -> None:
    header = sealed_header(ABOUT, KEY, (wrap(KEY, SlotKind.PASSWORD, "密码"),))
    path = tmp_path / "a.ldzb"
    with path.open("wb") as file:
        seal(file, header, KEY, [b"secret"])
    with path.open("rb") as file:
        assert read_header(file, "a")[0] == header
    assert "样样市政府".encode() in path.read_bytes()
    assert b"secret" not in path.read_bytes()


def test_a_sealed_one_opens_with_its_password_or_with_the_key_at_hand(tmp_path: Path) -> None:
    header = sealed_header(ABOUT, KEY, (wrap(KEY, SlotKind.PASSWORD, "密码"),))
    with pytest.raises(NeedsSecret, match=r"“a.ldzb”是加密的，请输入当时的密码或恢复码。"):
        key_of(header, None, "a.ldzb")
    with pytest.raises(WrongSecret):
        key_of(header, "错", "a.ldzb")
    assert key_of(header, "密码", "a.ldzb") == KEY
    try:
        hold(KEY)
        assert key_of(header, None, "a.ldzb") == KEY
        hold(b"another" + bytes(25))
        with pytest.raises(NeedsSecret):
            key_of(header, None, "a.ldzb")
    finally:
        hold(None)


@settings(max_examples=300, deadline=None)
@given(bit=st.integers(min_value=0), size=st.sampled_from([0, 10, CHUNK + 5]))
def test_any_bit_turned_anywhere_is_noticed(
    tmp_path_factory: pytest.TempPathFactory, bit: int, size: int
) -> None:
    path = sealed(tmp_path_factory.mktemp("bits") / "a.ldzb", [bytes(size)])
    content = bytearray(path.read_bytes())
    place = bit % (8 * len(content))
    content[place // 8] ^= 1 << place % 8
    path.write_bytes(content)
    with pytest.raises(Unsealable):
        opened(path)


@settings(max_examples=200, deadline=None)
@given(cut=st.integers(min_value=1))
def test_any_length_cut_off_is_noticed(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    path = sealed(tmp_path_factory.mktemp("cuts") / "a.ldzb", [bytes(2 * CHUNK + 5)])
    content = path.read_bytes()
    path.write_bytes(content[: -1 - cut % (len(content) - 1)])
    with pytest.raises(Unsealable):
        opened(path)


def test_a_cut_between_chunks_a_chunk_twice_or_swapped_or_more_at_the_end_is_noticed(tmp_path: Path) -> None:
    path = sealed(tmp_path / "a.ldzb", [bytes(3 * CHUNK)])
    content, start, size = path.read_bytes(), start_of_chunks(path), CHUNK + TAG
    head, chunks = content[:start], [content[start + n * size : start + (n + 1) * size] for n in range(3)]
    for order in ([0, 1], [0], [], [1, 0, 2], [0, 0, 1, 2], [0, 1, 2, 2], [0, 2], [2]):
        path.write_bytes(head + b"".join(chunks[n] for n in order))
        with pytest.raises(Unsealable):
            opened(path)
    path.write_bytes(content + b"\0")
    with pytest.raises(Unsealable):
        opened(path)


def test_chunks_under_another_files_header_are_noticed(tmp_path: Path) -> None:
    one, other = (sealed(tmp_path / name, [b"x" * 100]) for name in ("a.ldzb", "b.ldzb"))
    head = one.read_bytes()[: start_of_chunks(one)]
    one.write_bytes(head + other.read_bytes()[start_of_chunks(other) :])
    with pytest.raises(Unsealable):
        opened(one)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"PK\x03\x04", b"SQLite format 3\x00" + bytes(100), MAGIC[:7], "样".encode("gb18030")],
)
def test_a_foreign_file_is_called_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.ldzb").write_bytes(content)
    with pytest.raises(Unsealable, match=r"“a.ldzb”不是连心台账的备份文件。"):
        opened(tmp_path / "a.ldzb")


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values.update(cipher="ROT13"),
        lambda values: values.update(format="1"),
        lambda values: values.update(salt="00"),
        lambda values: values.update(plain_key=""),
        lambda values: values.update(plain_key="zz" * 32),
        lambda values: values["about"].update(number=-1),
        lambda values: values["about"].update(number=True),
        lambda values: values["about"].update(unit=5),
        lambda values: values.update(about=[]),
        lambda values: values.update(slots=[{"kind": "password", "memory_kib": 2**40}]),
        lambda values: values.update(slots=7),
        lambda values: values.update(more=1),
        lambda values: values.pop("about"),
    ],
)
def test_an_absurd_header_is_refused_before_any_work(
    tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    path = sealed(tmp_path / "a.ldzb", [b"x"])
    content, start = path.read_bytes(), start_of_chunks(path)
    values = json.loads(content[12:start])
    change(values)
    text = json.dumps(values).encode()
    path.write_bytes(MAGIC + struct.pack(">I", len(text)) + text + content[start:])
    with pytest.raises(Unsealable, match="已损坏或没有写完"):
        opened(path)


def test_a_header_longer_than_4_kib_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.ldzb"
    path.write_bytes(MAGIC + struct.pack(">I", 4097) + b" " * 5000)
    with pytest.raises(Unsealable, match="已损坏"):
        opened(path)


def test_a_later_format_asks_for_a_later_program(tmp_path: Path) -> None:
    path = sealed(tmp_path / "a.ldzb", [b"x"])
    path.write_bytes(path.read_bytes().replace(b'"format": 1', b'"format": 2'))
    with pytest.raises(Unsealable, match="请安装新版本后再使用"):
        opened(path)
