"""The version is said in one place; whoever else names it reads it there."""

import re
import tomllib
from pathlib import Path

from models.version import VERSION

ROOT = Path(__file__).parent.parent


def test_pyproject_reads_it_from_the_program() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    module, _, name = project["tool"]["setuptools"]["dynamic"]["version"]["attr"].rpartition(".")
    assert (module, name) == ("models.version", "VERSION")


def test_what_changed_is_told_of_this_version_first() -> None:
    told = re.findall(r"^## (\S+?)（", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert told[0] == VERSION


def test_it_is_a_version_that_windows_can_bear() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", VERSION)
