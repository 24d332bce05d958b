"""A PDF file as a row of objects, each written as soon as it is known: the file's length costs no memory."""

from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

_HEAD = b"%PDF-1.5\n%\xe4\xb8\xad\xe6\n"  # bytes that are no text tell that the file is none


class PdfFile:
    """Objects in the order they come; where each begins is told at the end (PDF 32000-1, 7.5)."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._at = 0
        self._starts: dict[str, int] = {}
        self._write(_HEAD)

    def reserve(self) -> str:
        """What others call an object that is put later."""
        name = f"{len(self._starts) + 1} 0 R"
        self._starts[name] = 0
        return name

    def put(self, content: object, name: str = "") -> str:
        """Write an object, reserved or new; what others call it."""
        return self._put(syntax(content), name)

    def stream(self, data: bytes, **entries: Any) -> str:
        """Write an object of bytes with these entries of its dictionary."""
        head = syntax(dictionary({**entries, "Length": len(data)}))
        return self._put(b"".join((head, b"\nstream\n", data, b"\nendstream")))

    def deflated(self, data: bytes, **entries: Any) -> str:
        """The same of bytes that are compressed already."""
        return self.stream(data, Filter="/FlateDecode", **entries)

    def close(self, root: str, about: str) -> None:
        """End the file with the places of its objects."""
        table = "".join(f"{start:010d} 00000 n \n" for start in self._starts.values())
        trailer = syntax(dictionary({"Size": len(self._starts) + 1, "Root": root, "Info": about}))
        start = self._at
        self._write(f"xref\n0 {len(self._starts) + 1}\n0000000000 65535 f \n{table}trailer\n".encode("ascii"))
        self._write(trailer + f"\nstartxref\n{start}\n%%EOF\n".encode("ascii"))

    def _put(self, written: bytes, name: str = "") -> str:
        name = name or self.reserve()
        self._starts[name] = self._at
        self._write(b"".join((name[:-1].encode("ascii"), b"obj\n", written, b"\nendobj\n")))
        return name

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)


def dictionary(entries: Mapping[str, Any]) -> Any:
    """Names and values; what is None is left out. Plain strings are names such as /Page, or other objects."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary

    return PDFDictionary({name: value for name, value in entries.items() if value is not None})


def array(values: Sequence[Any]) -> Any:
    """Values in a row."""
    from reportlab.pdfbase.pdfdoc import PDFArray

    return PDFArray(values)


def text(words: str) -> Any:
    """A text that a reader shows, in any script."""
    from reportlab.pdfbase.pdfdoc import PDFString

    return PDFString(words)


def syntax(value: object) -> bytes:
    """A value as the file spells it."""
    from reportlab.pdfbase import pdfdoc

    written: bytes = pdfdoc.format(value, pdfdoc.DummyDoc())
    return written
