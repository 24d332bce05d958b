"""The picture that the one file shows while it unpacks itself."""

import os
from importlib import import_module

_ANSWERS = "_PYI_SPLASH_IPC"  # where the picture listens; without it there is none, and asking would complain


def close() -> None:
    """Take it away, if there is one."""
    if _ANSWERS in os.environ:
        import_module("pyi_splash").close()
