"""Who may import whom, how long things may be, and which doors alone lead outside."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path
from statistics import median

import pytest
from pytest_archon import archrule

ROOT = Path(__file__).parent.parent
LAYERS = ("gui", "models", "printing")
LATE = ("printing", "models.exchange", "gui.pages", "gui.forms")  # doors opened when first needed
TK = ("tkinter*", "ttkbootstrap*", "PIL.ImageTk*")
DATABASE = ("peewee*", "playhouse*", "sqlcipher3*", "sqlite3*")
SHEETS = ("openpyxl*", "python_calamine*")
PDF = ("reportlab*", "rl_accel*")
HEAVY = {
    "reportlab",
    "openpyxl",
    "python_calamine",
    "pypdfium2",
    "pypinyin",
    "cryptography",
    "chinese_calendar",
    "docx",
    "cnlunar",
}
ONE_SYSTEM_ONLY = {"resource", "fcntl", "winreg", "msvcrt"}
TOP_LEVEL = {
    *("main.py", "gui", "models", "printing", "assets", "tests", "build.spec"),
    *("README.md", "CHANGELOG.md", "pyproject.toml", "requirements.txt", "requirements-dev.txt", "Makefile"),
    *(".ci", ".git", ".gitignore"),
}
Node = ast.FunctionDef | ast.AsyncFunctionDef


# --- who may import whom: main → gui → printing → models → models.rules → standard library


def test_the_rules_need_only_the_standard_library() -> None:
    def only_rules_and_standard_library(_module: str, direct: set[str], _all: dict[str, set[str]]) -> bool:
        return all(_is_rule(name) or _is_standard(name) for name in direct)

    archrule("pure rules").match("models.rules*").should(only_rules_and_standard_library).check("models")


def test_the_rules_have_no_clock_and_no_screen() -> None:
    assert not _places(_calls("today", "now", "time", "print", "open"), "models/rules")


def test_models_know_neither_paper_nor_window() -> None:
    _forbid("models*", "gui*", "printing*", "main", "tests*", *TK, *PDF)


def test_printing_knows_no_window_and_asks_models_for_its_facts() -> None:
    _forbid("printing*", "gui*", "main", "tests*", *TK, *DATABASE)


def test_the_window_leaves_paper_sheets_and_database_to_their_layers() -> None:
    _forbid("gui*", "main", "tests*", *PDF, *DATABASE, *SHEETS)


def test_workbooks_are_read_and_written_only_by_the_exchange() -> None:
    archrule("sheets").match("*").exclude("models.exchange*").should_not_import(*SHEETS).check(
        "models", only_direct_imports=True
    )


def test_window_state_is_pure() -> None:
    _forbid("gui.state*", *TK)


def test_pages_never_import_each_other() -> None:
    def no_other_page(module: str, direct: set[str], _all: dict[str, set[str]]) -> bool:
        return {page for name in direct if (page := _page(name))} <= {_page(module)}

    archrule("humble pages").match("gui.pages.*").should(no_other_page).check("gui", only_direct_imports=True)


def test_imports_inside_functions_are_heavy_libraries_or_the_door_to_a_layer_that_needs_them() -> None:
    allowed = HEAVY | ONE_SYSTEM_ONLY
    late = {
        f"{place}: {name}"
        for place, function in _functions(*LAYERS)
        for name in _imported(function)
        if name.split(".")[0] not in allowed and not name.startswith(LATE)
    }
    assert not late


def test_starting_the_program_pays_for_no_heavy_library() -> None:
    assert not _loaded_by("main") & HEAVY
    assert not _loaded_by("gui.window") & HEAVY


def test_commands_need_no_window_library() -> None:
    assert not _loaded_by("main") & {"tkinter", "ttkbootstrap", "gui"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}
    assert _distributions() == declared - {"rl-accel"}  # reportlab finds that one by itself


# --- one door each


@pytest.mark.parametrize(
    ("names", "allowed"),
    [
        (("atomic",), "models/"),
        (
            ("Thread", "start_new_thread", "ThreadPoolExecutor"),
            (
                "gui/tasks.py",
                "models/storage/beside.py",
            ),  # the second: a snapshot's check, no Tk, no live data
        ),
        (("unlink", "rmtree", "rmdir", "removedirs"), "models/storage/"),
    ],
)
def test_only_one_place_calls(names: tuple[str, ...], allowed: str | tuple[str, ...]) -> None:
    elsewhere = _places(_calls(*names), "main.py", *LAYERS)
    assert not [place for place in elsewhere if not place.startswith(allowed)]


def test_message_boxes_open_only_in_dialogs() -> None:
    box = re.compile(r"\b(messagebox|Messagebox|filedialog|simpledialog|Querybox|MessageDialog)\b")
    assert _lines_with(box, "main.py", *LAYERS) <= {"gui/dialogs.py"}


def test_pages_never_save_rows_themselves() -> None:
    assert not _places(_calls("save", "delete_instance", "insert", "insert_many", "execute_sql"), "gui/pages")


# --- small things


def test_no_module_is_longer_than_300_lines() -> None:
    assert not {place: length for place, length in _lengths().items() if length > 300}


def test_no_function_is_longer_than_40_lines() -> None:
    functions = _functions("main.py", *LAYERS, "tests")
    assert not [place for place, function in functions if _length(function) > 40]


def test_most_functions_and_files_are_short() -> None:
    assert median(_length(function) for _, function in _functions(*LAYERS)) <= 8
    assert median(_lengths().values()) <= 120


def test_the_top_level_holds_only_what_the_map_names() -> None:
    ours = {path.name for path in ROOT.iterdir()} - _ignored()
    assert ours <= TOP_LEVEL


def test_there_is_no_place_for_odds_and_ends() -> None:
    stems = {path.stem for path in _python_files(*LAYERS)}
    assert not [stem for stem in stems if re.search(r"util|helper|manager|common|misc", stem)]


def test_nothing_names_where_packages_come_from_or_where_it_was_written() -> None:
    hosts = ("pypi" + r"\.org", "python" + r"hosted\.", "npm" + r"js\.", "deb" + r"ian\.org", "/work" + "/")
    assert not _lines_with(re.compile("|".join(hosts)), *TOP_LEVEL)


# --- how the sentences above are checked


def _forbid(who: str, *what: str) -> None:
    archrule(f"{who} imports none of {what}").match(who).should_not_import(*what).check(
        who.rstrip("*").split(".")[0]
    )


def _is_rule(name: str) -> bool:
    return name == "models.rules" or name.startswith("models.rules.")


def _is_standard(name: str) -> bool:
    top = name.split(".", maxsplit=1)[0]
    return top in sys.stdlib_module_names and top not in {"tkinter", "sqlite3", "locale", "random"}


def _page(module: str) -> str:
    return module.split(".", 3)[2] if module.startswith("gui.pages.") else ""


def _distributions() -> set[str]:
    """What the program imports from outside, as the registry calls it."""
    nodes = chain.from_iterable(ast.walk(_tree(path)) for path in _python_files("main.py", *LAYERS))
    tops = {name.split(".", maxsplit=1)[0] for name in _imported_by(nodes)}
    owners = packages_distributions()
    return {owners[top][0].lower().replace("_", "-") for top in tops & owners.keys() - {*LAYERS, "main"}}


@cache
def _loaded_by(module: str) -> frozenset[str]:
    code = f"import {module}, sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())


def _python_files(*places: str) -> Iterator[Path]:
    for place in places:
        path = ROOT / place
        yield from [path] if path.is_file() else path.rglob("*.py")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lengths() -> dict[str, int]:
    files = _python_files("main.py", *LAYERS, "tests")
    return {_name(path): len(path.read_text("utf-8").splitlines()) for path in files}


def _functions(*places: str) -> Iterator[tuple[str, Node]]:
    for path in _python_files(*places):
        for node in ast.walk(_tree(path)):
            if isinstance(node, Node):
                yield f"{_name(path)}:{node.lineno} {node.name}", node


def _length(function: Node) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _imported(function: Node) -> Iterator[str]:
    return _imported_by(ast.walk(function))


def _imported_by(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _calls(*names: str) -> Callable[[ast.AST], bool]:
    def is_call(node: ast.AST) -> bool:
        target = node.func if isinstance(node, ast.Call) else None
        return (isinstance(target, ast.Name) and target.id in names) or (
            isinstance(target, ast.Attribute) and target.attr in names
        )

    return is_call


def _places(wanted: Callable[[ast.AST], bool], *places: str) -> list[str]:
    nodes = chain.from_iterable(
        ((path, node) for node in ast.walk(_tree(path))) for path in _python_files(*places)
    )
    return [f"{_name(path)}:{node.lineno}" for path, node in nodes if wanted(node)]


def _lines_with(pattern: re.Pattern[str], *places: str) -> set[str]:
    return {_name(path) for path in _text_files(*places) if pattern.search(path.read_text("utf-8"))}


def _text_files(*places: str) -> Iterator[Path]:
    kinds = {".py", ".md", ".toml", ".txt", ".json", ".sh", ".csv", ".spec", ""}
    for place in set(places) - {".git"}:
        for folder, inner, names in os.walk(ROOT / place):
            inner[:] = [name for name in inner if name not in _ignored()]
            yield from (path for name in names if (path := Path(folder, name)).suffix in kinds)
        if (ROOT / place).is_file():
            yield ROOT / place


@cache
def _ignored() -> frozenset[str]:
    lines = (ROOT / ".gitignore").read_text("utf-8").split()
    return frozenset(line.rstrip("/") for line in lines)
