"""What a user reads: Chinese sentences with Chinese punctuation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”][,;:!?]|[,;:!?][\u4e00-\u9fff“]")
PATTERN = re.compile(r"[\\|[]|\(\?")


def test_no_sentence_has_half_width_punctuation_beside_a_chinese_character() -> None:
    assert not [f"{place} {text}" for place, text in _texts() if HALF_WIDTH.search(text)]


def _texts() -> Iterator[tuple[str, str]]:
    """Every text in the program, neither what explains the code nor the patterns by which text is found."""
    files = [
        ROOT / "main.py",
        *(path for top in ("gui", "models", "printing") for path in (ROOT / top).rglob("*.py")),
    ]
    for path in files:
        tree = ast.parse(path.read_bytes())
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
            if is_text and not PATTERN.search(node.value):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value
