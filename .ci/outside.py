"""What is seen of the program before its window stands: the icon, the picture while the one file unpacks, its
version in Windows' file properties. Drawn from the program's own sign, colours and faces."""

from pathlib import Path

import faces
from PIL import Image, ImageDraw, ImageFont

from gui.look import icon, palette

_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_PICTURE, _SIGN, _MARGIN = (460, 200), 88, 48
_VERSION = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, OS=0x40004, fileType=1),
  kids=[
    StringFileInfo([StringTable("080404B0", [
      StringStruct("FileDescription", "连心台账"),
      StringStruct("ProductName", "连心台账"),
      StringStruct("InternalName", "lianxin"),
      StringStruct("OriginalFilename", "lianxin.exe"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 0x04B0])]),
  ],
)
"""


def draw_icon(path: Path) -> Path:
    """The sign in the sizes Windows asks for."""
    icon.drawn(max(_SIZES)).save(path, sizes=[(side, side) for side in _SIZES])
    return path


def draw_splash(path: Path) -> Path:
    """The sign and the name on the rail's blue; no plain magenta, which Windows would show as a hole."""
    picture = Image.new("RGB", _PICTURE, palette.RAIL)
    draw, middle = ImageDraw.Draw(picture), _PICTURE[1] // 2
    sign = icon.drawn(2 * _SIGN, palette.ACCENT).resize((_SIGN, _SIGN))
    picture.paste(sign, (_MARGIN, middle - _SIGN // 2), sign)
    left = _MARGIN + _SIGN + 28
    for text, face, size, colour, at in (
        ("连心台账", faces.BOLD, 40, palette.CARD, middle - 18),
        ("正在打开……", faces.REGULAR, 18, palette.RAIL_SOFT, middle + 30),
    ):
        draw.text((left, at), text, colour, ImageFont.truetype(faces.PACKAGES / face, size), "lm")
    picture.save(path)
    return path


def write_version(path: Path, version: str) -> Path:
    """As PyInstaller reads it, which matters on Windows only."""
    four = (*map(int, version.split(".")), 0, 0, 0, 0)[:4]
    path.write_text(_VERSION.format(four=four, version=version), "utf-8")
    return path
