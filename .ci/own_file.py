"""The first thing the frozen program does on Linux: keep to the file it was started from.

Modules are read from it when they are first needed, by its name. If a newer file has taken its place by then,
or a zip's preview was closed, what PyInstaller reads is rubbish, or it ends the program. The system still
has the file.
"""

import sys

import pyimod02_importers

if sys.platform == "linux":
    pyimod02_importers.pyz_archive._filename = "/proc/self/exe"
