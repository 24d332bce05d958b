#!/bin/sh
# What make needs before the program or its tests can start. Each word prepares one thing and says plainly what is
# missing: venv (a Python with tkinter) | fonts (the pinned faces) | screen (what only the tests need) |
# faults (what only the faults need) | binary (what only building needs) | windows (Wine, and what checks and makes
# parts for it) | portable (what only building for older Linux needs).
set -eu

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"
    else return 1; fi
}

apt_install() {
    command -v apt-get >/dev/null && as_root true || return 1
    echo "正在安装系统软件包 / installing: $*" >&2
    as_root apt-get update -qq >/dev/null || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

say() { echo "$*" >&2; }

# The first Python, 3.11 or newer, that has tkinter and can make virtual environments.
find_python() {
    for candidate in "${PYTHON:-python3.11}" python3.11 python3 python3.12 python3.13 /usr/bin/python3 /usr/local/bin/python3; do
        if "$candidate" -c 'import sys, tkinter, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

make_venv() {
    if [ -x .venv/bin/python ] && .venv/bin/python -c 'import tkinter, pip' 2>/dev/null; then return; fi
    python=$(find_python) || { apt_install python3 python3-tk python3-venv && python=$(find_python); } || {
        say "需要带 tkinter 的 Python 3.11 / Python 3.11 with tkinter is needed: sudo apt install python3 python3-tk python3-venv"
        exit 1
    }
    rm -rf .venv
    "$python" -m venv .venv
}

# Leaves no half-fetched folder behind: the stamp that make looks at comes last. Exit 2 when there are none.
fetch_fonts() {
    command -v npm >/dev/null || apt_install npm || {
        say "没有安装印刷字体 / the pinned fonts need npm: sudo apt install npm"
        exit 2
    }
    (cd assets/fonts && npm ci --silent --no-progress >&2) || {
        say "印刷字体下载失败 / fetching the pinned fonts failed: cd assets/fonts && npm ci"
        exit 2
    }
}

# Pairs of command:package.
need_tools() {
    missing=""
    for pair in "$@"; do
        command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair##*:}"
    done
    # shellcheck disable=SC2086  # a list of packages
    [ -z "$missing" ] || apt_install $missing || {
        say "还需要 / also needed: sudo apt install$missing"
        exit 1
    }
}

case "$1" in
    venv) make_venv ;;
    fonts) fetch_fonts ;;
    screen) need_tools Xvfb:xvfb pdftotext:poppler-utils qpdf:qpdf ;;
    faults) need_tools strace:strace ;;
    binary) need_tools strip:binutils objdump:binutils ;;
    windows)
        need_tools /usr/lib/wine/wine64:wine64 x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64-win32 \
            osslsigncode:osslsigncode xdotool:xdotool gs:ghostscript
        ;;
    portable) need_tools debootstrap:debootstrap unshare:util-linux ;;
    *) say "usage: .ci/setup.sh venv|fonts|screen|faults|binary|windows|portable"; exit 2 ;;
esac
