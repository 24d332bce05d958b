"""Print without a window: every file whole, numbered and in the print log."""

from collections.abc import Sequence
from pathlib import Path

from models.print_log import finish_print, log_print
from models.rules.problem import Problem
from models.storage.files import reason
from printing import fonts
from printing.choice import Choice
from printing.closing import original, told_of
from printing.documents import Form
from printing.render import Document, Original, paths_in, render, stamp
from printing.twins import TWINS, twin_for


def print_to(form: Form, choice: Choice, out: Path) -> dict[Path, int]:
    """Print a form into one file, or into a folder as 文档_姓名_期间.pdf each; pages by path.

    `out` is a folder if it is one or has no ending of a file we make: .pdf, .xlsx for lists, .docx for texts.
    Raises Problem if there is nothing to print, or not so.
    """
    documents = _documents(form, choice, out)
    if not documents:
        raise Problem(f"“{form.title}”没有可以打印的内容。")
    twin = None if out.is_dir() else twin_for(out, documents)
    if twin or (out.suffix.lower() == ".pdf" and not out.is_dir()):
        return {out: _print_one(form, choice, documents, out)}
    _make(out)
    paths = paths_in(out, documents)
    return {path: _print_one(form, choice, [one], path) for one, path in zip(documents, paths, strict=True)}


def _documents(form: Form, choice: Choice, out: Path) -> Sequence[Document]:
    """What was kept of a closed quarter as it was; else, and for other files than PDF, what stands now."""
    kept = None if out.suffix.lower() in (twin.suffix for twin in TWINS) else original(form, choice)
    return [kept] if kept else form.made(choice)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(f"无法使用文件夹“{folder}”：{reason(error)}。") from error


def _print_one(form: Form, choice: Choice, documents: Sequence[Document], path: Path) -> int:
    who = (
        told_of(documents[0]) if isinstance(documents[0], Original) else (choice.leader or documents[0]).name
    )
    number = log_print(form.title, who, full=choice.full, pages=0, destination=str(path))
    corner = stamp(number, full=choice.full if form.tells_of_people else None)
    twin = twin_for(path, documents)
    pages = twin.save(documents, path, corner) if twin else render(documents, path, corner, fonts.chosen())
    finish_print(number, pages)
    return pages
