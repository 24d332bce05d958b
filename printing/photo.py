"""Pictures for paper: photographs, and what stood on a screen."""

import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG in three colours, its size in pixels, and what is written below it."""

    jpeg: bytes
    width: int
    height: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture in few colours, every pixel as it was: their numbers, compressed; three bytes a colour."""

    pixels: bytes
    colours: bytes
    width: int
    height: int
    caption: str = ""


Picture = Photo | Screen


def photo(jpeg: bytes, caption: str) -> Photo:
    """A picture as models.picture keeps it, with its words."""
    with Image.open(BytesIO(jpeg)) as image:
        return Photo(jpeg, *image.size, caption)


def screen(png: bytes, caption: str) -> Screen:
    """A picture of the window, a PNG of at most 256 colours, with its words."""
    with Image.open(BytesIO(png)) as image:
        colours = bytes(image.getpalette("RGB") or ())
        return Screen(zlib.compress(image.tobytes(), 9), colours, *image.size, caption)
