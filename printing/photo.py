"""A picture for paper."""

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


def photo(jpeg: bytes, caption: str) -> Photo:
    """A picture as models.picture keeps it, with its words."""
    with Image.open(BytesIO(jpeg)) as image:
        return Photo(jpeg, *image.size, caption)
