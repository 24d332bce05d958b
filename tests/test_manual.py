"""The manual says what the program does: its names, keys, pictures and references are held to the program."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from gui import rail_pages
from models.manual import FOLDER, Kind, Piece, chapter_of, manual
from tests.manual_pieces import all_pieces

ROOT = Path(__file__).parent.parent
KEY = re.compile(r"Ctrl\+(?:[A-Z]\b|Home|End|Enter|Delete)|Alt\+\d|\bF\d+\b")
SHOWN_BY_TK = {"Ctrl+C", "Ctrl+V"}
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”〕》][,;:!?]|[,;:!?][\u4e00-\u9fff“〔《]")
MOST_BYTES = 1_500_000


def test_lines_are_pieces_by_how_they_begin() -> None:
    lines = [
        "# 第一天",
        "先看。",
        "## 打开",
        "1. 双击。",
        "- 或者",
        "> 注意",
        "| F1 | 手册 |",
        "![图](a.png)",
    ]
    chapter = chapter_of([*lines, ""])
    assert (chapter.title, chapter.pieces) == ("第一天", [Piece(Kind.WORDS, "先看。")])
    assert chapter.sections[0].title == "打开"
    assert chapter.sections[0].pieces == [
        Piece(Kind.STEP, "双击。", "1."),
        Piece(Kind.POINT, "或者"),
        Piece(Kind.NOTE, "注意"),
        Piece(Kind.ROW, "手册", "F1"),
        Piece(Kind.PICTURE, "图", "a.png"),
    ]


def test_what_the_manual_says_stands_on_the_screen_stands_in_the_program() -> None:
    named = set(re.findall(r"〔([^〕]*)〕", _text()))
    assert len(named) > 100
    assert named <= _said_by_the_program(), named - _said_by_the_program()


def test_the_keys_the_manual_names_are_keys_of_the_program() -> None:
    named = set(KEY.findall(_text()))
    told = " ".join(_said_by_the_program())
    missing = {key for key in named - SHOWN_BY_TK if key not in told and not key.startswith("Alt+")}
    assert named
    assert not missing - _bound_keys()


def test_references_lead_somewhere() -> None:
    assert set(re.findall(r"《([^》]*)》", _text())) <= set(_titles())


def test_no_two_chapters_or_sections_are_called_alike() -> None:
    assert not [title for title, count in Counter(_titles()).items() if count > 1]


def test_steps_are_numbered_one_after_the_other() -> None:
    for pieces in _groups():
        numbers = [piece.mark for piece in pieces if piece.kind is Kind.STEP]
        assert numbers == [f"{at}." for at in range(1, len(numbers) + 1)]


def test_every_picture_is_there_and_used_and_all_of_them_are_small() -> None:
    used = {piece.mark for piece in all_pieces(manual()) if piece.kind is Kind.PICTURE}
    there = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert used == set(there)
    assert sum(there.values()) < MOST_BYTES


@pytest.mark.parametrize("page", rail_pages.PAGES, ids=lambda page: page.title)
def test_f1_opens_a_section_that_tells_of_the_page(page: rail_pages.RailPage) -> None:
    help_ = page.load().help
    assert help_ in _titles()
    chapter = next(one for one in manual() if help_ in [section.title for section in one.sections])
    section = next(one for one in chapter.sections if one.title == help_)
    assert f"〔{page.title}〕" in "".join(piece.text for piece in section.pieces)


def test_every_section_a_form_asks_for_is_there() -> None:
    asked = {name for tree in _trees("gui") for name in _asked_for(tree)}
    assert len(asked) > 20
    assert asked <= {*_titles(), ""}


def test_the_manual_has_no_half_width_punctuation_beside_a_chinese_character() -> None:
    assert not [piece.text for piece in all_pieces(manual()) if HALF_WIDTH.search(piece.text)]


def _titles() -> list[str]:
    return [title for one in manual() for title in (one.title, *(section.title for section in one.sections))]


def _groups() -> Iterator[list[Piece]]:
    for chapter in manual():
        yield chapter.pieces
        yield from (section.pieces for section in chapter.sections)


def _text() -> str:
    return "\n".join(f"{piece.mark} {piece.text}" for piece in all_pieces(manual()))


@cache
def _said_by_the_program() -> frozenset[str]:
    """Every text in the program but what explains the code."""
    texts = (node.value for tree in _trees("gui", "models", "printing") for node in _constants(tree))
    return frozenset(text.strip().removesuffix(" ▾") for text in texts)


def _bound_keys() -> set[str]:
    letters = re.compile(r"<(?:Control|Shift)-(\w+)>")
    names = {"Delete": "Ctrl+Delete", "Return": "Ctrl+Enter", "Home": "Ctrl+Home", "End": "Ctrl+End"}
    found = letters.findall("\n".join(path.read_text("utf-8") for path in (ROOT / "gui").rglob("*.py")))
    return {names.get(name, f"Ctrl+{name.upper()}") for name in found}


def _trees(*layers: str) -> Iterator[ast.Module]:
    for layer in layers:
        for path in sorted((ROOT / layer).rglob("*.py")):
            yield ast.parse(path.read_bytes())


def _constants(tree: ast.Module) -> Iterable[ast.Constant]:
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    )


def _asked_for(tree: ast.Module) -> Iterator[str]:
    """The sections that a module of the window names, outright or by a constant of its own."""
    known = {
        name: node.value for node in tree.body if isinstance(node, ast.Assign) for name in _targets(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "help_in_sight":
            for part in node.body:
                yield from () if isinstance(part, ast.Expr) else _texts_of(part, known)
        elif _gives_section(node):
            yield from _texts_of(node.value, known)


def _gives_section(node: ast.AST) -> bool:
    if isinstance(node, ast.keyword):
        return node.arg == "section"
    return isinstance(node, ast.Assign | ast.AnnAssign) and bool({"help", "section"} & _targets(node))


def _targets(node: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    flat = [part for target in targets for part in getattr(target, "elts", [target])]
    return {part.id for part in flat if isinstance(part, ast.Name)}


def _texts_of(node: ast.AST | None, known: dict[str, ast.expr]) -> Iterator[str]:
    for part in ast.walk(node) if node else ():
        if isinstance(part, ast.Name) and part.id in known:
            yield from _texts_of(known[part.id], {})
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
