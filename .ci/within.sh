#!/bin/sh
# within.sh ROOT COMMAND…: run a command in the folder where we stand, with another system's files around it.
set -eu
root=$1
shift
exec chroot "$root" env --chdir "$PWD" PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
