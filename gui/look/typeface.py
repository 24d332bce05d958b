"""The interface typeface: the system's own where it is good, else the bundled one for this process."""

import ctypes
import logging
import sys
import tkinter
from pathlib import Path
from tkinter import font

_log = logging.getLogger(__name__)

PREFERRED = "Microsoft YaHei UI"
BUNDLED = "Noto Sans SC"
FALLBACKS = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "SimHei", "SimSun")

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).parents[2])) / "assets" / "fonts"
_FACES = ("400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf")
_PRIVATE = 0x10  # FR_PRIVATE: this process alone sees it, and it is gone when the process ends


def load_bundled() -> None:
    """Make the bundled faces known to this process, before its first window; missing files are no error."""
    for face in _bundled_files():
        if sys.platform == "win32":
            ctypes.windll.gdi32.AddFontResourceExW(str(face), _PRIVATE, 0)
        else:
            _fontconfig_add(face)


def choose_family(root: tkinter.Misc) -> str:
    """The family the interface is set in; says so in the log when it has to make do with a system face."""
    known = set(font.families(root))
    for family in (PREFERRED, BUNDLED):
        if family in known:
            return family
    found = next((family for family in FALLBACKS if family in known), "")
    _log.warning("没有找到随附的界面字体，改用%s。", found or "系统默认字体")
    return found or str(font.nametofont("TkDefaultFont", root).actual("family"))


def bold_file() -> Path | None:
    """The bundled bold face, None if it is not there."""
    return next((face for face in _bundled_files() if "700" in face.name), None)


def _bundled_files() -> list[Path]:
    package = _ROOT / "node_modules" / "@expo-google-fonts" / "noto-sans-sc"
    places = [*(package / face for face in _FACES), *(_ROOT / "screen" / Path(face).name for face in _FACES)]
    return [place for place in places if place.is_file()]


def _fontconfig_add(face: Path) -> None:
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return
    # By folder, not by file: fontconfig keeps what it learned, and the next start need not read 10 MB again.
    fontconfig.FcConfigAppFontAddDir(None, bytes(face.parent))
