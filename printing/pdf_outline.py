"""Bookmarks: the tree a reader shows beside the pages."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printing.pdf_file import PdfFile, array, dictionary, text

_OPEN = 1  # entries of fewer levels than this show what is below them


class Bookmark(NamedTuple):
    """A place to go to: its title, its depth in the tree from 0 on, its page in the file, the height."""

    title: str
    level: int
    page: str
    top: float


def put_outline(file: PdfFile, bookmarks: Sequence[Bookmark]) -> str | None:
    """Write the tree of bookmarks in the order of pages; what it is called, None if there are none.

    An entry lies below the nearest one before it that is less deep.
    """
    if not bookmarks:
        return None
    root, names = file.reserve(), [file.reserve() for _ in bookmarks]
    below = _children(bookmarks)
    for parent, children in below.items():
        for at, child in enumerate(children):
            one = bookmarks[child]
            entries = {
                "Title": text(one.title),
                "Parent": root if parent is None else names[parent],
                "Prev": names[children[at - 1]] if at else None,
                "Next": names[children[at + 1]] if at + 1 < len(children) else None,
                "Dest": array([one.page, "/XYZ", "null", one.top, "null"]),
                **_ends(names, below.get(child, []), is_open=one.level < _OPEN),
            }
            file.put(dictionary(entries), names[child])
    tops = _ends(names, below[None], is_open=True)
    file.put(dictionary({"Type": "/Outlines", **tops}), root)
    return root


def _children(bookmarks: Sequence[Bookmark]) -> dict[int | None, list[int]]:
    """By each entry that has any, and None for the tree itself: those right below it."""
    found: dict[int | None, list[int]] = {}
    for at, parent in enumerate(_parents(bookmarks)):
        found.setdefault(parent, []).append(at)
    return found


def _parents(bookmarks: Sequence[Bookmark]) -> Iterator[int | None]:
    above: list[int] = []
    for at, one in enumerate(bookmarks):
        while above and bookmarks[above[-1]].level >= one.level:
            above.pop()
        yield above[-1] if above else None
        above.append(at)


def _ends(names: Sequence[str], children: Sequence[int], *, is_open: bool) -> dict[str, object]:
    if not children:
        return {}
    count = len(children) if is_open else -len(children)
    return {"First": names[children[0]], "Last": names[children[-1]], "Count": count}
