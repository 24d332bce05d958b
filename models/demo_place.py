"""Where 演示 lies: a folder of its own inside that of the office's data, which it never touches."""

from pathlib import Path

FOLDER, MARK = "demo", "demo.json"


def is_demo(folder: Path) -> bool:
    """Whether the data there is for trying things out."""
    return (folder / MARK).exists()


def home(folder: Path) -> Path:
    """The office's own data folder, of that of its demo."""
    return folder.parent
