"""Where the live data file may not lie: a stick, a network share, a folder that other software syncs.

There the connection breaks off in the middle of a save, or the file is replaced under the program's hands.
Copies are welcome there, they are whole or not there at all.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "davfs"),
    *("fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse"),
}
_SYNCED = (
    *(
        "onedrive",
        "dropbox",
        "nutstore",
        "坚果云",
        "baidusyncdisk",
        "baidunetdiskworkspace",
        "百度网盘同步空间",
    ),
    *(
        "wps云盘",
        "wpsdrive",
        "icloud drive",
        "iclouddrive",
        "google drive",
        "googledrive",
        "微云同步",
        "阿里云盘同步",
    ),
)
_MOUNTS, _BLOCKS = Path("/proc/self/mountinfo"), Path("/sys/class/block")
_STICK, _SHARE = "在U盘或移动硬盘上", "在网络盘上"
_DRIVES = {2: _STICK, 4: _SHARE, 5: "在光盘上"}
"""What Windows' GetDriveType says of drives that may go away."""


def unfit(folder: Path) -> str:
    """Why the live data may not lie in the folder, as the end of a sentence; "" if it may."""
    whole = Path(os.path.realpath(folder))
    return _drive(whole) or _synced(whole)


def away(path: Path) -> str:
    """Whether it lies on what may be pulled out or cut off: the end of a sentence; "" on the PC itself."""
    return _drive(Path(os.path.realpath(path)))


def removable_mounts() -> Iterator[tuple[Path, str]]:
    """Where sticks are mounted, and their devices."""
    for point, _, device in _mounts():
        if device.startswith("/dev/") and _is_removable(device):
            yield point, device


def _synced(folder: Path) -> str:
    """Known by name; OneDrive of an organisation is called “OneDrive - 单位”."""
    for part in folder.parts:
        if part.lower().startswith(_SYNCED):
            return f"在会自动同步的云盘文件夹“{part}”里"
    return ""


def _drive(folder: Path) -> str:
    if sys.platform == "win32":
        drive = folder.drive.removeprefix("\\\\?\\")  # how Windows writes long paths
        if drive.startswith(("\\\\", "UNC")):
            return _SHARE
        return _DRIVES.get(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor), "")
    return _mounted(folder)


def _mounted(folder: Path) -> str:
    """By the mount whose point is nearest above the folder."""
    found = max(
        (mount for mount in _mounts() if folder.is_relative_to(mount[0])),
        key=lambda mount: len(mount[0].parts),
        default=None,
    )
    if found is None:
        return ""
    _, kind, device = found
    if kind in _NETWORK:
        return _SHARE
    return _STICK if _is_removable(device) else ""


def _mounts() -> Iterator[tuple[Path, str, str]]:
    """Point, kind of file system and device of each mount; later ones lie over earlier ones."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in reversed(lines):
        before, _, after = line.partition(" - ")
        kind, device, *_ = after.split(" ")
        yield Path(_unescaped(before.split(" ")[4])), kind, device


def _unescaped(text: str) -> str:
    """Blanks in mount points are written \\040."""
    for code in ("040", "011", "012", "134"):
        text = text.replace(f"\\{code}", chr(int(code, 8)))
    return text


def _is_removable(device: str) -> bool:
    """By the disk's own flag; a partition's disk is the folder above it."""
    block = Path(os.path.realpath(_BLOCKS / Path(device).name))
    for place in (block, block.parent):
        try:
            return (place / "removable").read_text("ascii").strip() == "1"
        except OSError:
            continue
    return False
