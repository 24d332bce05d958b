"""What programs of the system are started with: never with the libraries this program brings along."""

import os
import sys

_BROUGHT = "LD_LIBRARY_PATH"
_BEFORE = f"{_BROUGHT}_ORIG"
"""Where the frozen program keeps what it changed; a PDF reader given the changed one may not start."""


def environment() -> dict[str, str]:
    """The environment as it was before the frozen program put itself in front; from source, as it is."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is None:
        return dict(os.environ)
    kept = {name: text for name, text in os.environ.items() if not text.startswith(bundle)}
    before = kept.pop(_BEFORE, None)
    return kept if before is None else {**kept, _BROUGHT: before}
