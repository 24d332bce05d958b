#!/bin/sh
# make portable: the program for older Linux, built and tried where glibc is 2.31 (Debian bullseye), in a folder of
# its own. PORTABLE names another folder than build/portable, MIRROR another Debian mirror than apt's own.
set -eu
cd "$(dirname "$0")/.."
place=$(realpath -m "${PORTABLE:-build/portable}")
python=.venv/bin/python

say() { echo "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo -n "$@"
    else
        say "制作便携版需要管理员权限 / make portable needs root, or sudo without a password, for its chroot"
        exit 1
    fi
}

# Kept until the locked requirements change. Fetched here, so that the chroot needs to know no index.
fetch_requirements() {
    wanted=$(cat requirements.txt requirements-dev.txt | sha256sum)
    [ "$(cat "$place/site.done" 2>/dev/null)" != "$wanted" ] || return 0
    say "正在下载锁定的软件包 / fetching the locked requirements for glibc 2.31"
    rm -rf "$place/site"
    platforms=""
    for minor in $(seq 5 31); do platforms="$platforms --platform manylinux_2_${minor}_x86_64"; done
    for name in 1 2010 2014; do platforms="$platforms --platform manylinux${name}_x86_64"; done
    # shellcheck disable=SC2086  # a list of options
    "$python" -m pip install -q --require-hashes -r requirements.txt -r requirements-dev.txt $platforms \
        --python-version 3.11 --implementation cp --only-binary :all: --no-deps --target "$place/site"
    echo "$wanted" >"$place/site.done"
}

# What is in the work tree, committed or not, without what the checkout ignores.
copy_source() {
    rm -rf "$place/source"
    mkdir "$place/source"
    git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c \
        'for name; do [ ! -e "$name" ] || printf "%s\0" "$name"; done' - |
        tar --create --null --files-from - | tar --extract --directory "$place/source"
}

own_mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' 2>/dev/null |
        grep -v security | head -n 1
}

mkdir -p "$place" dist/portable
fetch_requirements
copy_source
mirror=${MIRROR:-$(own_mirror)}
[ -n "$mirror" ] || {
    say "不知道从哪里下载 Debian / name a Debian mirror: MIRROR=... make portable"
    exit 1
}
# A world of its own: whatever is mounted or started in it goes with it, however it ends.
.ci/setup.sh screen
.ci/setup.sh portable
as_root unshare --mount --pid --fork --kill-child .ci/portable_root.sh "$place" "$mirror"
as_root chown -R "$(id -u):$(id -g)" dist
