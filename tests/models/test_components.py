"""What the program is made of: nothing goes without its version, its licence and the licence's text."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from models import components
from models.components import Component

ROOT = Path(__file__).parents[2]
PUBLIC = {part.name.lower().replace("_", "-"): part for part in components.components()}


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The part of the build that writes the table."""
    spec = importlib.util.spec_from_file_location("build_components", ROOT / ".ci" / "components.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_locked_package_is_named() -> None:
    locked = set(
        re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    )
    assert locked <= PUBLIC.keys()


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_each_part_has_its_version_its_licence_and_the_whole_text(name: str) -> None:
    part = PUBLIC[name]
    assert re.match(r"\d", part.version)
    assert part.licence
    assert len(part.text) > 500


def test_python_the_cipher_and_the_fonts_are_named_too() -> None:
    assert {"python", "sqlcipher", "noto sans sc", "noto serif sc"} <= PUBLIC.keys()
    assert "SIL Open Font License" in PUBLIC["noto serif sc"].text
    assert "ZETETIC" in PUBLIC["sqlcipher"].text


def test_the_build_adds_the_boot_loader_and_the_libraries_of_the_system(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = "/usr/lib/x86_64-linux-gnu/libX11.so.6"
    binaries = [library, sys.executable] if Path(library).exists() else []
    table = build.write(binaries, tmp_path / "assets" / "components.json")
    monkeypatch.setattr(components, "TABLE", table)
    parts = {part.name: part for part in components.components()}
    assert "Bootloader Exception" in parts["pyinstaller"].text
    assert not binaries or "X Consortium" in parts["libx11-6"].text
    assert PUBLIC["peewee"] == parts["peewee"]


def test_a_library_that_nobody_can_tell_of_is_said_so_while_building(
    build: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "libsample.so").write_bytes(b"")
    build.write([str(tmp_path / "libsample.so")], tmp_path / "table.json")
    assert "no licence found of libsample.so" in capsys.readouterr().err


def test_the_table_alone_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "components.json"
    table.write_text(json.dumps([{"name": "样", "version": "1", "licence": "MIT", "text": "样"}]), "utf-8")
    monkeypatch.setattr(components, "TABLE", table)
    assert components.components() == [Component("样", "1", "MIT", "样")]
