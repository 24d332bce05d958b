"""A picture for paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG in three colours, its size in pixels, and what is written below it."""

    jpeg: bytes
    width: int
    height: int
    caption: str = ""
