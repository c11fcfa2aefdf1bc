# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by the other scripts, which set -euo pipefail first: stages with times, packages, building.
# Leaves the shell in the repository root; $root is its path, $called_from where the caller stood.

# shellcheck disable=SC2034  # used by the scripts that source this one
called_from=$PWD
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cd -- "$root"

jobs=$(nproc)

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# seconds START: time since START ($EPOCHREALTIME), with one decimal.
seconds() {
    local now=$EPOCHREALTIME
    local tenths=$(((${now/[.,]/} - ${1/[.,]/}) / 100000))
    printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# What went wrong so far and what took how long, for a closing summary.
failed=()
times=()

# stage NAME COMMAND…: runs it and says how long it took. A failure stops the script, unless it set
# keep_going=1: then the name is kept in `failed` and the next stage runs.
keep_going=0
stage() {
    local name=$1 start=$EPOCHREALTIME status=0
    shift
    printf '== %s\n' "$name"
    set +e
    (
        set -e
        "$@"
    )
    status=$?
    set -e
    local took
    took=$(seconds "$start")
    if ((status == 0)); then
        times+=("$(printf '%8s s  %s' "$took" "$name")")
        printf '== %s: %s s\n' "$name" "$took"
        return 0
    fi
    times+=("$(printf '%8s s  %s: FAILED' "$took" "$name")")
    failed+=("$name")
    printf '== %s: FAILED after %s s\n' "$name" "$took" >&2
    ((keep_going)) || exit "$status"
}

# has_failed NAME: true when a stage of that name did.
has_failed() {
    local name
    for name in "${failed[@]}"; do
        [[ $name != "$1" ]] || return 0
    done
    return 1
}

# packages TAG…: names in scripts/packages under these tags.
packages() {
    local tag
    for tag in "$@"; do sed -n "s/^$tag //p" scripts/packages; done | sort -u
}

# install_packages TAG…: what is missing, by apt-get, as root or through sudo.
install_packages() {
    command -v dpkg-query >/dev/null || die "this is not a Debian system; install what scripts/packages lists yourself"
    local wanted missing
    mapfile -t wanted < <(packages "$@")
    # dpkg-query complains about every package it has never heard of; those are the missing ones.
    mapfile -t missing < <(comm -23 <(printf '%s\n' "${wanted[@]}") \
        <(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null |
            sed -n 's/ installed$//p' | sort -u))
    ((${#missing[@]})) || return 0
    printf 'missing: %s\n' "${missing[*]}"
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null ||
            die "run this as root first: apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
    fi
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0)
    # Package lists are fetched only when they lack a package, or name a version that is gone.
    apt-get -qq -s install "${missing[@]}" >/dev/null 2>&1 || "${apt[@]}" update
    "${apt[@]}" install --no-install-recommends "${missing[@]}" && return 0
    "${apt[@]}" update
    "${apt[@]}" install --no-install-recommends "${missing[@]}" || die "apt-get could not install: ${missing[*]}"
}

# configure PRESET FOLDER [OPTION…]: skipped when the folder is configured by today's presets.
configure() {
    local preset=$1 folder=$2
    mkdir -p build
    shift 2
    if [[ -f $folder/build.ninja && $folder/build.ninja -nt CMakePresets.json ]]; then return 0; fi
    cmake --preset "$preset" "$@" >"$folder.log" 2>&1 || { cat "$folder.log"; return 1; }
}

# build FOLDER [TARGET…]
build() {
    local folder=$1
    shift
    cmake --build "$folder" -j "$jobs" ${1:+--target "$@"}
}
