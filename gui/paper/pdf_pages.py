"""Pages of a PDF as pictures, drawn by pdfium."""

from collections.abc import Iterable
from functools import lru_cache
from threading import Lock
from typing import Any

from PIL import Image

from gui.look.palette import FIELD_LINE, QUIET_PRESSED
from gui.state.print_strip import Place

_OPEN_PAGES = 6
drawing = Lock()  # pdfium bears one thread at a time; a printer may be fed while the preview is scrolled


class PdfPages:
    """One PDF held in memory until `close`."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with drawing:
            self._file = pypdfium2.PdfDocument(data)
            numbers = range(len(self._file))
            self.sizes: list[tuple[float, float]] = [self._file.get_page_size(at) for at in numbers]
        self._page = lru_cache(_OPEN_PAGES)(self._file.get_page)

    def draw(self, wide: int, high: int, places: Iterable[Place]) -> Image.Image:
        """A picture of that size with the pages at their places, each at exactly its size in pixels."""
        import pypdfium2
        from pypdfium2 import raw

        picture = pypdfium2.PdfBitmap.new_native(wide, high, raw.FPDFBitmap_BGR)
        picture.fill_rect(_rgba(QUIET_PRESSED), 0, 0, wide, high)
        with drawing:
            for place in places:
                self._lay(picture, place)
        image: Image.Image = picture.to_pil()
        return image

    def close(self) -> None:
        """Give the memory back."""
        with drawing:
            self._page.cache_clear()
            self._file.close()

    def _lay(self, picture: Any, place: Place) -> None:
        from pypdfium2 import raw

        number, x, y, wide, high = place
        picture.fill_rect(_rgba(FIELD_LINE), x - 1, y - 1, wide + 2, high + 2)
        picture.fill_rect(_rgba("#ffffff"), x, y, wide, high)
        raw.FPDF_RenderPageBitmap(picture, self._page(number), x, y, wide, high, 0, raw.FPDF_ANNOT)


def _rgba(colour: str) -> tuple[int, int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue, 255
