"""Reading what the disk holds, not what memory still has of it: how a stick that lies is found out."""

import ctypes
import mmap
import os
import sys
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO

_BLOCK = 1 << 20  # a multiple of every disk's sector
_READ, _SHARE_ALL, _OPEN_EXISTING, _NO_BUFFERING = 0x80000000, 7, 3, 0x20000000


def uncached(path: Path) -> BinaryIO:
    """The file, opened for reading past the system's memory of it. Only of use once it was synced."""
    if sys.platform == "win32":
        return BufferedReader(Unbuffered(path), _BLOCK)
    file = path.open("rb")
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return file


if sys.platform == "win32":

    class Unbuffered(RawIOBase):
        """A file read in whole blocks into memory at a page's edge, as Windows asks for without its cache."""

        def __init__(self, path: Path) -> None:
            self._kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateFileW.restype = ctypes.c_void_p
            self._handle = self._kernel.CreateFileW(
                str(path), _READ, _SHARE_ALL, None, _OPEN_EXISTING, _NO_BUFFERING, None
            )
            if self._handle == ctypes.c_void_p(-1).value:
                self._handle = None
                raise ctypes.WinError(ctypes.get_last_error())
            self._memory = mmap.mmap(-1, _BLOCK)
            self._left = b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            self._left = self._left or self._block()
            size = min(len(buffer), len(self._left))
            buffer[:size], self._left = self._left[:size], self._left[size:]
            return size

        def close(self) -> None:
            if self._handle is not None and not self.closed:
                self._kernel.CloseHandle(ctypes.c_void_p(self._handle))
            super().close()

        def _block(self) -> bytes:
            got = ctypes.c_ulong()
            place = (ctypes.c_char * _BLOCK).from_buffer(self._memory)
            handle = ctypes.c_void_p(self._handle)
            if not self._kernel.ReadFile(handle, place, _BLOCK, ctypes.byref(got), None):
                raise ctypes.WinError(ctypes.get_last_error())
            return self._memory[: got.value]
