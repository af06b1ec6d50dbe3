r"""The scripts that run on the server, for any POSIX shell.

In:  the folder on the server, and names of files and releases.
Out: the text of a script.
Must not: insert an unquoted value into a script.

    /srv/blog/current -> releases/20260314-121000-0a1b2c3d     the live release
    /srv/blog/releases/20260314-121000-0a1b2c3d/               a complete site, never modified again
    /srv/blog/releases/20260314-121000-0a1b2c3d.txt            the note of its deployment: message and token
    /srv/blog/releases/.part-x1y2z3/                           a site that is being transferred
    /srv/blog/releases/.lock/                                  the lock for changing the symlink

A file is printed as a line with its length, -1 if it does not exist, followed by its bytes.
"""

import shlex
from collections.abc import Iterable

RELEASES_KEPT = 5  # releases
_OUR_NAMES = "releases/[0-9]*-[0-9]*-*"
_SHOW_FUNCTION = 'show() { if [ -f "$1" ]; then wc -c <"$1"; cat -- "$1"; else echo -1; fi; }'
# Remains of killed transfers: older than the time limit of a transfer.
_REMOVE_STALE_PARTS = "find releases -maxdepth 1 -name '.part-*' -mmin +120 -exec rm -rf {} +"


def look(base: str, files: Iterable[str]) -> str:
    """Print the target of the symlink, *files* of the current release, and the notes of all releases."""
    shown = "\n".join(f'show "current/"{shlex.quote(path)}' for path in files)
    return f"""
    set -u
    echo byeoru:
    [ -e {shlex.quote(base)} ] || {{ echo none; return 0; }}
    cd -- {shlex.quote(base)} || exit 1
    {_SHOW_FUNCTION}
    if [ -L current ]; then readlink current; elif [ -e current ]; then echo taken; else echo none; fi
    {shown}
    for one in {_OUR_NAMES}/; do
      name=${{one%/}}
      [ -f "$name.txt" ] || continue
      echo "${{name#releases/}}"
      show "$name.txt"
    done"""


def read(base: str, paths: Iterable[str]) -> str:
    """Print files below the folder."""
    shown = "\n".join(f"show {shlex.quote(path)}" for path in paths)
    return f"""
    cd -- {shlex.quote(base)} || exit 1
    {_SHOW_FUNCTION}
    echo byeoru:
    {shown}"""


def begin(base: str) -> str:
    """Create a new folder for a transfer, and print its name."""
    return f"""
    set -eu
    command -v rsync >/dev/null || {{ echo 'rsync: not found' >&2; exit 127; }}
    mkdir -p -- {shlex.quote(base)}/releases
    cd -- {shlex.quote(base)}
    {_REMOVE_STALE_PARTS}
    part=$(mktemp -d releases/.part-XXXXXX)
    chmod 755 "$part"
    echo byeoru:
    echo "${{part#releases/}}\""""


def copy(base: str, release: str, part: str) -> str:
    """Fill *part* with the files of an earlier release, as hard links."""
    return f"""
    set -eu
    cd -- {shlex.quote(base)}/releases/{shlex.quote(part)}
    rsync -a --link-dest=../{shlex.quote(release)} ../{shlex.quote(release)}/ ./"""


def activate(base: str, old: str, part: str, stamp: str, note: str) -> str:
    """Make *part* a release and point the symlink to it, if it still points to *old*; print the name of the release.

    The lock is held only between checking and changing the symlink; one that is ten minutes old is stale. Release names
    never share a second, so that they sort by time. Transfer folders that exist before the change belong to deployments
    that must fail, as the symlink is no longer the one that they saw; they are removed.
    """
    return f"""
    set -eu
    cd -- {shlex.quote(base)}
    tries=0
    until said=$(mkdir releases/.lock 2>&1); do
      case $said in *xists*) ;; *) echo "$said" >&2; exit 1 ;; esac
      find releases/.lock -maxdepth 0 -mmin +10 -exec rmdir {{}} \\; 2>/dev/null || true
      tries=$((tries + 1))
      [ "$tries" -lt 20 ] || {{ echo 'byeoru: busy' >&2; exit 75; }}
      sleep 1
    done
    trap 'rmdir releases/.lock 2>/dev/null || true' EXIT
    now=$(readlink current || true)
    [ "${{now#releases/}}" = {shlex.quote(old)} ] || {{ echo 'byeoru: moved' >&2; exit 75; }}
    time=$(date -u +%Y%m%d-%H%M%S)
    while ls -d "releases/$time-"* >/dev/null 2>&1; do sleep 1; time=$(date -u +%Y%m%d-%H%M%S); done
    name=$time-{shlex.quote(stamp[:8])}
    printf '%s' {shlex.quote(note)} >{shlex.quote(f"releases/{part}.note")}
    mv -- releases/{shlex.quote(part)} "releases/$name"
    set -- releases/.part-* .current-*
    ln -s "releases/$name" ".current-$name"
    mv -T -- ".current-$name" current 2>/dev/null || mv -fh -- ".current-$name" current
    mv -- {shlex.quote(f"releases/{part}.note")} "releases/$name.txt"
    echo byeoru:
    echo "$name"
    rm -rf -- "$@"
    ls -1d {_OUR_NAMES}/ | sort -r | tail -n +{RELEASES_KEPT + 1} | while IFS= read -r one; do
      case ${{one%/}} in "releases/$name" | "$now") ;; *) rm -rf -- "${{one%/}}.txt" "$one" ;; esac
    done"""


def discard(base: str, part: str) -> str:
    """Remove the folder of a failed transfer."""
    return f"rm -rf -- {shlex.quote(base)}/releases/{shlex.quote(part)}"
