"""The faces a print is set in: for each role the office PC's own if it may be used, else the bundled one."""

import os
import struct
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.rules.problem import Problem
from models.setting import value
from printing.styles import Role
from printing.truetype import Face, FontError

_BUNDLE = Path(__file__).parent.parent / "assets" / "fonts"
_PACKAGES = _BUNDLE / "node_modules" / "@expo-google-fonts"
SERIF, TITLE, SANS = (
    "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
)
BUILT_IN = {Role.XIAOBIAOSONG: TITLE, Role.HEITI: SANS}  # every other role: the serif
OFFICE = {
    Role.FANGSONG: ("simfang.ttf", "fzfsk.ttf"),
    Role.KAITI: ("simkai.ttf", "fzktk.ttf"),
    Role.SONGTI: ("simsun.ttc", "simsun.ttf"),
    Role.XIAOBIAOSONG: ("fzxbsk.ttf", "fzxbsjw.ttf", "stzhongs.ttf"),
    Role.HEITI: ("simhei.ttf",),
}
SYSTEM = (
    "simsun.ttc",
    "msyh.ttc",
    "lxgwwenkai-regular.ttf",
    "uming.ttc",
    "wqy-zenhei.ttc",
    "wqy-microhei.ttc",
)

LETTERS = ("times.ttf", "liberationserif-regular.ttf", "dejavuserif.ttf", "dejavusans.ttf", "arial.ttf")


@dataclass(frozen=True, slots=True)
class Fonts:
    """For each role a face and, after it, the faces that help out with characters it lacks.

    notice: what the user must be told of the choice, or nothing.
    """

    chains: Mapping[Role, tuple[Face, ...]]
    notice: str = ""


def chosen() -> Fonts:
    """The faces the office chose: its own PC's, unless 设置 pins the built-in ones. Reads the settings."""
    return built_in() if value("built_in_fonts") == "1" else office()


@cache
def built_in() -> Fonts:
    """The faces the program carries, the same on every machine. Problem if there is no Chinese face."""
    found = {name: face for name in (SERIF, TITLE, SANS) if (face := _bundled(name))}
    if SERIF not in found:
        return _from_system()
    rest = (found[SERIF], *(face for name, face in found.items() if name == SANS))
    return Fonts({role: _chain(found.get(BUILT_IN.get(role, SERIF)), rest) for role in Role})


@cache
def office() -> Fonts:
    """The office PC's own faces where it has them, the built-in ones for the rest."""
    spare = built_in()
    chains = {role: _chain(_first(OFFICE[role]), spare.chains[role]) for role in Role}
    return Fonts(chains, spare.notice)


def _from_system() -> Fonts:
    face = _first(SYSTEM) or next(filter(None, map(_usable, _files().values())), None)
    if face is None:
        raise Problem("没有找到可以打印的中文字体。请重新安装程序，或安装一种 TrueType 中文字体（如宋体）。")
    notice = f"没有找到程序自带的字体，改用系统字体 {face.path.name} 打印，版面可能与别的电脑不同。"
    letters = (_usable(_files()[name], "0aA—·") for name in LETTERS if name in _files())
    return Fonts(dict.fromkeys(Role, _chain(face, filter(None, letters))), notice)


def _bundled(name: str) -> Face | None:
    places = (_PACKAGES / name, _BUNDLE / "print" / Path(name).name)
    return next((Face(place) for place in places if place.is_file()), None)


def _chain(first: Face | None, rest: Iterable[Face]) -> tuple[Face, ...]:
    return tuple(dict.fromkeys([first, *rest] if first else rest))


def _first(names: Iterable[str]) -> Face | None:
    """The first of these files that is TrueType, may be embedded and knows Chinese."""
    files = _files()
    return next((face for name in names if name in files and (face := _usable(files[name]))), None)


def _usable(path: Path, known: str = "国印") -> Face | None:
    """The face of that file, if it may be embedded and knows these characters."""
    try:
        face = Face(path)
    except (FontError, OSError, LookupError, ValueError, struct.error):
        return None
    return face if all(map(face.glyph, known)) else None


@cache
def _files() -> dict[str, Path]:
    """Every TrueType file of this PC by its name in small letters."""
    walks = (os.walk(folder) for folder in _folders())
    files = (Path(folder) / name for walk in walks for folder, _, names in walk for name in sorted(names))
    return {path.name.lower(): path for path in files if path.suffix.lower() in (".ttf", ".ttc")}


def _folders() -> list[Path]:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        own = [Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else []
        return [Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts", *own]
    home = Path.home()
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]
