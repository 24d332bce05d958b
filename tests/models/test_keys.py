"""The data key opens by password and by recovery code, by nothing else, and outlives both."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.rules.problem import Problem
from models.storage.keys import (
    FILE_NAME,
    WrongSecret,
    change_code,
    change_password,
    forget_keys,
    has_password,
    held,
    hold,
    looks_like_code,
    make_keys,
    new_code,
    read_slots,
    slots_from_json,
    subkey,
    unlock,
)

PASSWORD = "百色 2026 秋天"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, bytes, str]:
    """A folder with a password, its key and its recovery code."""
    key, code = make_keys(tmp_path, PASSWORD)
    return tmp_path, key, code


def test_the_password_and_the_recovery_code_open_the_same_random_key(made: tuple[Path, bytes, str]) -> None:
    folder, key, code = made
    assert len(key) == 32
    assert unlock(folder, PASSWORD) == unlock(folder, code) == key
    assert unlock(folder, code.replace("-", " ").lower()) == key


def test_nothing_else_opens_it_and_what_was_wrong_is_not_told(made: tuple[Path, bytes, str]) -> None:
    folder, _, _ = made
    told = set()
    for wrong in ("", PASSWORD + "x", PASSWORD[:-1], new_code()):
        with pytest.raises(WrongSecret) as caught:
            unlock(folder, wrong)
        told.add(str(caught.value))
    assert told == {"密码或恢复码不对。"}


def test_full_width_digits_of_the_input_method_are_the_same_password(made: tuple[Path, bytes, str]) -> None:
    folder, key, _ = made
    assert unlock(folder, PASSWORD.replace("2026", "２０２６")) == key


def test_another_password_keeps_the_key_and_the_code(made: tuple[Path, bytes, str]) -> None:
    folder, key, code = made
    before = read_slots(folder)
    change_password(folder, key, "另一个密码 7")
    assert unlock(folder, "另一个密码 7") == unlock(folder, code) == key
    assert read_slots(folder)[1] == before[1]
    with pytest.raises(WrongSecret):
        unlock(folder, PASSWORD)


def test_another_code_keeps_the_key_and_the_password(made: tuple[Path, bytes, str]) -> None:
    folder, key, old = made
    code = change_code(folder, key)
    assert unlock(folder, code) == unlock(folder, PASSWORD) == key
    with pytest.raises(WrongSecret):
        unlock(folder, old)


def test_a_password_taken_away_leaves_nothing(made: tuple[Path, bytes, str]) -> None:
    folder, key, _ = made
    hold(key)
    assert has_password(folder)
    forget_keys(folder)
    assert not has_password(folder)
    assert held() is None
    assert not list(folder.iterdir())


def test_the_file_holds_neither_password_nor_code_nor_key(made: tuple[Path, bytes, str]) -> None:
    folder, key, code = made
    text = (folder / FILE_NAME).read_text("utf-8")
    assert not [secret for secret in (PASSWORD, code, key.hex()) if secret in text]


def test_the_cost_is_at_least_64_mebibytes_thrice_in_four_lanes(made: tuple[Path, bytes, str]) -> None:
    folder, _, _ = made
    assert {(slot.memory_kib, slot.iterations, slot.lanes) for slot in read_slots(folder)} == {(65536, 3, 4)}


def test_a_code_has_25_characters_in_groups_none_like_another() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert [len(group) for group in code.split("-")] == [5] * 5
        assert not set(code) & set("01258BILOSZ")


def test_a_code_mistyped_in_one_character_or_with_two_swapped_is_noticed_at_once() -> None:
    code = new_code().replace("-", "")
    others = [
        code[:at] + other + code[at + 1 :] for at in range(25) for other in "379ACX" if other != code[at]
    ]
    swapped = [
        code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(24) if code[at] != code[at + 1]
    ]
    assert looks_like_code(code)
    assert not [wrong for wrong in others + swapped if looks_like_code(wrong)]


def test_keys_for_two_purposes_differ() -> None:
    key = bytes(32)
    assert len({subkey(key, "database"), subkey(key, "backup"), subkey(key, "backup", b"1"), key}) == 4


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: slot.update(memory_kib=2**40),
        lambda slot: slot.update(memory_kib=8),
        lambda slot: slot.update(memory_kib="65536"),
        lambda slot: slot.update(iterations=10**9),
        lambda slot: slot.update(lanes=0),
        lambda slot: slot.update(lanes=True),
        lambda slot: slot.update(salt=""),
        lambda slot: slot.update(salt=7),
        lambda slot: slot.update(wrapped="zz"),
        lambda slot: slot.update(kind="somebody"),
        lambda slot: slot.update(extra=1),
        lambda slot: slot.pop("nonce"),
    ],
)
def test_absurd_slots_are_refused_before_any_work(
    made: tuple[Path, bytes, str], change: Callable[[dict[str, Any]], None]
) -> None:
    folder, _, _ = made
    kept = json.loads((folder / FILE_NAME).read_text("utf-8"))
    change(kept["slots"][0])
    with pytest.raises((ValueError, KeyError, TypeError)):
        slots_from_json(kept["slots"])
    (folder / FILE_NAME).write_text(json.dumps(kept), "utf-8")
    with pytest.raises(Problem, match="已损坏。数据和备份都没有改动"):
        read_slots(folder)


@pytest.mark.parametrize(
    "text", [b"", b"{}", b"[]", b"\x00" * 200, b'{"slots": []}', b"[" * 4000, b"9" * 9999]
)
def test_a_damaged_file_of_keys_is_told(made: tuple[Path, bytes, str], text: bytes) -> None:
    folder, _, _ = made
    (folder / FILE_NAME).write_bytes(text)
    with pytest.raises(Problem, match="已损坏。数据和备份都没有改动"):
        unlock(folder, PASSWORD)


def test_a_bit_turned_in_the_file_is_damage_and_never_a_wrong_password(
    made: tuple[Path, bytes, str],
) -> None:
    folder, _, _ = made
    path = folder / FILE_NAME
    whole, slots = path.read_bytes(), read_slots(folder)
    damaged = f"密码文件“{path}”已损坏。数据和备份都没有改动；请用一份加密备份恢复，密码不变。"
    for place in range(0, 8 * len(whole), 3):
        turned = bytearray(whole)
        turned[place // 8] ^= 1 << place % 8
        path.write_bytes(turned)
        assert what_is_read(folder) in (slots, damaged)


def what_is_read(folder: Path) -> object:
    try:
        return read_slots(folder)
    except Problem as told:
        return str(told)
