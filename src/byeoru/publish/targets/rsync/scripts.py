r"""What a server is asked to do, as scripts for any POSIX shell.

In:  the folder on the server, and names of ours.
Out: the text of a script.
Must not: put a word into a script that is not quoted.

    /srv/blog/current -> releases/20260314-121000-0a1b2c3d     what the world sees
    /srv/blog/releases/20260314-121000-0a1b2c3d/               a whole site, never changed again
    /srv/blog/releases/20260314-121000-0a1b2c3d.txt            that it was published, and where it came from
    /srv/blog/releases/.part-x1y2z3/                           a site on its way
    /srv/blog/releases/.lock/                                  somebody is switching

Files come back as their length in a line, -1 for none, and their bytes.
"""

import shlex
from collections.abc import Iterable

KEPT = 5  # releases
_OUR_NAMES = "releases/[0-9]*-[0-9]*-*"
_SHOW = 'show() { if [ -f "$1" ]; then wc -c <"$1"; cat -- "$1"; else echo -1; fi; }'
# What was cut off by a kill, and is older than any transfer may last.
_SWEEP = "find releases -maxdepth 1 -name '.part-*' -mmin +120 -exec rm -rf {} +"


def look(base: str, files: Iterable[str]) -> str:
    """Ask for the link, for *files* of the current release, and for what is noted of each release."""
    shown = "\n".join(f'show "current/"{shlex.quote(path)}' for path in files)
    return f"""
    set -u
    echo byeoru:
    [ -e {shlex.quote(base)} ] || {{ echo none; return 0; }}
    cd -- {shlex.quote(base)} || exit 1
    {_SHOW}
    if [ -L current ]; then readlink current; elif [ -e current ]; then echo taken; else echo none; fi
    {shown}
    for one in {_OUR_NAMES}/; do
      name=${{one%/}}
      [ -f "$name.txt" ] || continue
      echo "${{name#releases/}}"
      show "$name.txt"
    done"""


def read(base: str, paths: Iterable[str]) -> str:
    """Ask for files below the folder."""
    shown = "\n".join(f"show {shlex.quote(path)}" for path in paths)
    return f"""
    cd -- {shlex.quote(base)} || exit 1
    {_SHOW}
    echo byeoru:
    {shown}"""


def begin(base: str) -> str:
    """Make a fresh folder for a site that is on its way, and tell its name."""
    return f"""
    set -eu
    command -v rsync >/dev/null || {{ echo 'rsync: not found' >&2; exit 127; }}
    mkdir -p -- {shlex.quote(base)}/releases
    cd -- {shlex.quote(base)}
    {_SWEEP}
    part=$(mktemp -d releases/.part-XXXXXX)
    chmod 755 "$part"
    echo byeoru:
    echo "${{part#releases/}}\""""


def copy(base: str, release: str, part: str) -> str:
    """Fill *part* with the files of an earlier release, as links."""
    return f"""
    set -eu
    cd -- {shlex.quote(base)}/releases/{shlex.quote(part)}
    rsync -a --link-dest=../{shlex.quote(release)} ../{shlex.quote(release)}/ ./"""


def finish(base: str, old: str, part: str, stamp: str, note: str) -> str:
    """Make *part* a release and let the link go there, if it still goes to *old*; tell the name of the release.

    The lock is held for the blink between the look and the switch; one that is ten minutes old belongs to nobody. Two
    names never have the same second, so that they stand in their order. Parts that lie there before the switch are of
    deployments that have lost, for the link will not be what they saw.
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
    ls -1d {_OUR_NAMES}/ | sort -r | tail -n +{KEPT + 1} | while IFS= read -r one; do
      case ${{one%/}} in "releases/$name" | "$now") ;; *) rm -rf -- "${{one%/}}.txt" "$one" ;; esac
    done"""


def discard(base: str, part: str) -> str:
    """Remove a site that will not arrive."""
    return f"rm -rf -- {shlex.quote(base)}/releases/{shlex.quote(part)}"
