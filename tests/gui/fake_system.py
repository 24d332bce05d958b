"""Programs of the system, replaced at their edge: small scripts that stand first on PATH."""

from pathlib import Path

import pytest

STATUS = """#!/bin/sh
if [ "$1" = -e ]; then echo Ban_Gong_Shi; echo Da_Ting; else
echo "printer Ban_Gong_Shi is idle.  enabled since today"
echo "printer Da_Ting disabled since today -"
echo "system default destination: Ban_Gong_Shi"; fi
"""
PRINT = """#!/bin/sh
echo "$@" > "$(dirname "$0")/arguments"
cat > "$(dirname "$0")/printed.pdf"
"""
REFUSE = """#!/bin/sh
cat > /dev/null
echo 'lp: not accepting jobs' >&2
exit 1
"""
NO_PRINTERS = """#!/bin/sh
echo 'lpstat: No destinations added.' >&2
exit 1
"""
READ = """#!/bin/sh
cp "$1" "$(dirname "$0")/read.pdf"
"""
TELL = """#!/bin/sh
echo "${LD_LIBRARY_PATH:-none} ${TCL_LIBRARY:-none}" > "$(dirname "$0")/told"
"""


class FakeSystem:
    """Where the scripts stand and leave what they were given."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        folder.mkdir()
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    def has(self, **programs: str) -> None:
        """These programs exist, with these texts; `_` stands for `-` in their names."""
        for name, text in programs.items():
            path = self.folder / name.replace("_", "-")
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
