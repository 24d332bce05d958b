#!/bin/sh
# The part of make portable that needs root, in mount and process namespaces of its own. PLACE holds what is kept:
# office, a bare bullseye with the little that every desktop has; root, the same with what the build needs.
set -eu
place=$1 mirror=$2
here=$(pwd)
ours=$(sha256sum <"$0")
export LC_ALL=C.UTF-8

say() { echo "$*" >&2; }

# Each step leaves its mark when it is done, and is not done again until this file changes.
once() {
    if [ "$(cat "$place/$1.done" 2>/dev/null)" = "$ours" ]; then return; fi
    say "$2"
    "$1"
    echo "$ours" >"$place/$1.done"
}

in_root() {
    mountpoint -q "$place/root/proc" || mount -t proc proc "$place/root/proc"
    chroot "$place/root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

office() {
    rm -rf "$place/office"
    debootstrap --variant=minbase --include=libxcb1,fontconfig-config bullseye "$place/office" "$mirror" >"$place/debootstrap.log" 2>&1 || {
        say "没有得到 bullseye / bullseye is not to be had from this mirror, see $place/debootstrap.log"
        return 1
    }
}

# The chroot's apt goes the ways of this machine's (proxies, how many tries).
packages() {
    rm -rf "$place/root"
    cp -a "$place/office" "$place/root"
    apt-config dump Acquire >"$place/root/etc/apt/apt.conf.d/90host"
    printf 'deb %s bullseye main\ndeb-src %s bookworm main\n' "$mirror" "$mirror" >"$place/root/etc/apt/sources.list"
    in_root sh -ec '
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends binutils dpkg-dev gcc libbz2-dev libc6-dev libexpat1-dev \
            libffi-dev liblzma-dev libssl-dev make pkg-config tcl tk-dev zlib1g-dev
    ' </dev/null >"$place/packages.log" 2>&1 || { say "没有装成 / apt failed, see $place/packages.log"; return 1; }
}

# Debian's own sources of the release after it, with its security fixes; apt checks their signatures. bullseye's SQLite
# cannot read a backup in memory; one of CPython's fixes lets pyexpat reach into the core, which has to be said.
python() {
    rm -rf "$place/root/build" "$place/root/opt/python"
    mkdir -p "$place/root/build/sqlite" "$place/root/build/python/Modules"
    in_root PKG_CONFIG_PATH=/opt/python/lib/pkgconfig sh -ec '
        cd /build
        apt-get source -qq sqlite3 python3.11 >source.log 2>&1
        cd sqlite
        ../sqlite3-*/configure -q --prefix=/opt/python --disable-static --disable-readline --disable-tcl --enable-fts5 \
            >configure.log 2>&1
        make -s -j"$(nproc)" install >make.log 2>&1
        cd ../python
        printf "*shared*\npyexpat pyexpat.c -DPy_BUILD_CORE_MODULE -lexpat\n" >Modules/Setup.local
        ../python3.11-*/configure -q --prefix=/opt/python --enable-shared --without-ensurepip --with-system-expat \
            --disable-test-modules LDFLAGS=-Wl,-rpath,/opt/python/lib >configure.log 2>&1
        make -s -j"$(nproc)" >make.log 2>&1
        make -s install >install.log 2>&1
        /opt/python/bin/python3.11 -c "import tkinter, ctypes, zlib, lzma, bz2, hashlib, pyexpat, sqlite3
sqlite3.Connection.deserialize"
    ' || { say "没有编译成 / CPython did not build, see $place/root/build"; return 1; }
    rm -rf "$place/root/build"
}

# The source and the requirements are lent, not copied; the faces too.
build() {
    mkdir -p "$place/root/source" "$place/root/site" "$place/root/dist"
    mount --bind "$place/source" "$place/root/source"
    mount --bind "$place/site" "$place/root/site"
    mount --bind "$here/dist/portable" "$place/root/dist"
    mkdir -p "$place/source/assets/fonts/node_modules"
    mount --bind "$here/assets/fonts/node_modules" "$place/root/source/assets/fonts/node_modules"
    in_root PYTHONPATH=/site sh -ec '
        cd /source
        /opt/python/bin/python3.11 -m PyInstaller --clean --noconfirm --log-level WARN --distpath /dist build.spec
        /opt/python/bin/python3.11 .ci/glibc.py 2.31 /dist/lianxin /dist/lianxin-folder'
}
# In the bare system, where nothing is but the product: the screen and the test's folders are lent to it.
try() {
    mount -t proc proc "$place/office/proc"
    mount --bind /tmp "$place/office/tmp"
    mkdir -p "$place/office/$here"
    mount --bind "$here" "$place/office/$here"
    for program in lianxin lianxin-folder/lianxin; do
        LIANXIN_FROZEN="$here/.ci/within.sh $place/office $here/dist/portable/$program" TMPDIR=/tmp \
            PYTHONDONTWRITEBYTECODE=1 .venv/bin/python -m pytest -p no:cacheprovider tests/frozen tests/office_pc
    done
}

once office "正在下载 Debian bullseye / fetching Debian bullseye"
once packages "正在安装编译工具 / installing what the build needs"
once python "正在编译 CPython 3.11，要几分钟 / building CPython 3.11, some minutes"
build
try
