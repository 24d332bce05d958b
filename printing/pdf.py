"""The pages of a print as a PDF file on reportlab's objects: ready content, pictures, faces, bookmarks."""

import zlib
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from printing.pdf_face import Used, put_face
from printing.pdf_file import PdfFile, array, dictionary, text
from printing.pdf_outline import Bookmark, put_outline
from printing.photo import Photo, Picture, Screen


class Pdf:
    """Pages in their order; what all share, the faces and the pictures, comes at the end."""

    def __init__(self, out: BinaryIO) -> None:
        self._file = PdfFile(out)
        self._parent, self._shared = self._file.reserve(), self._file.reserve()
        self._pages: list[str] = []
        self._bookmarks: list[Bookmark] = []

    def __len__(self) -> int:
        return len(self._pages)

    def content(self, operators: str) -> str:
        """Write what is drawn on a page, or a part of it; what it is called in the file."""
        return self._file.deflated(zlib.compress(operators.encode("ascii")))

    def page(self, width: float, height: float, contents: Sequence[str]) -> None:
        """The next page, its size in points."""
        entries = {
            "Type": "/Page",
            "Parent": self._parent,
            "MediaBox": array([0, 0, width, height]),
            "Resources": self._shared,
            "Contents": array(contents),
        }
        self._pages.append(self._file.put(dictionary(entries)))

    def bookmark(self, title: str, level: int, page: int, top: float) -> None:
        """A bookmark to a height of a page, pages counted from 0; deeper levels lie below the one before."""
        self._bookmarks.append(Bookmark(title, level, self._pages[page], top))

    def close(self, title: str, faces: Mapping[str, Used], photos: Mapping[str, Picture]) -> None:
        """End the file. faces and photos: the names the operators use, and what they stand for."""
        file = self._file
        fonts = {name: put_face(file, used) for name, used in faces.items()}
        images = {name: _put_picture(file, photo) for name, photo in photos.items()}
        shared = {"Font": dictionary(fonts), "XObject": dictionary(images) if images else None}
        file.put(dictionary(shared), self._shared)
        tree = {"Type": "/Pages", "Count": len(self._pages), "Kids": array(self._pages)}
        file.put(dictionary(tree), self._parent)
        file.close(self._catalog(), file.put(dictionary({"Title": text(title), "Creator": text("连心台账")})))

    def _catalog(self) -> str:
        outline = put_outline(self._file, self._bookmarks)
        entries = {
            "Type": "/Catalog",
            "Pages": self._parent,
            "Lang": text("zh-CN"),
            "Outlines": outline,
            "PageMode": "/UseOutlines" if outline else None,
        }
        return self._file.put(dictionary(entries))


def _put_picture(file: PdfFile, picture: Picture) -> str:
    size = {"Width": picture.width, "Height": picture.height, "BitsPerComponent": 8}
    head = {"Type": "/XObject", "Subtype": "/Image", **size}
    if isinstance(picture, Photo):
        return file.stream(picture.jpeg, **head, ColorSpace="/DeviceRGB", Filter="/DCTDecode")
    return file.deflated(picture.pixels, **head, ColorSpace=_colours(file, picture))


def _colours(file: PdfFile, screen: Screen) -> object:
    """The colours that the pixels name by their number."""
    table = file.deflated(zlib.compress(screen.colours))
    return array(["/Indexed", "/DeviceRGB", len(screen.colours) // 3 - 1, table])
