"""The private repository of a deployment: a bare one below `.blog/`, made again whenever it is in doubt.

In:  the address of the remote and the name of its branch.
Out: what the branch holds, trees and commits of ours, and one push that compares and swaps.
Must not: touch the author's own clone, or use a repository that ``seal`` does not know. The objects are written
before the branch moves, so a kill costs nothing.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from byeoru.base.paths import is_inside
from byeoru.base.rooted import Rooted
from byeoru.publish.git import seal
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import NETWORK, SILENCE, TRANSFER, push, run_git
from byeoru.publish.progress import Tell

FILE = "100644"
_FILES = {FILE, "100755", "100664"}  # modes of what a tree calls a file
_TIP = "refs/deploy/tip"
_FORMATS = {"GIT_DEFAULT_HASH": "sha1", "GIT_DEFAULT_REF_FORMAT": "files"}  # whatever the author prefers elsewhere
_BLOB = b"blob\nmark :%d\ndata %d\n%b\nget-mark :%d\n"  # see git-fast-import
_DIGITS = 19  # of a number that fits into 64 bits
_BATCH = 1 << 25  # bytes of files that are held at once

Tree = dict[str, str]  # path and blob of each file


class Listing(NamedTuple):
    """What a commit holds."""

    files: Tree
    others: Tree  # links, submodules, and names that no tree of ours may have


class Remote(NamedTuple):
    """A branch somewhere."""

    url: str
    branch: str

    @property
    def ref(self) -> str:
        """Return the full name of the branch."""
        return f"refs/heads/{self.branch}"


class Commit(NamedTuple):
    """One deployment, as the branch remembers it."""

    name: str
    seconds: int  # since 1970
    message: str
    parents: tuple[str, ...]


class Repository(NamedTuple):
    """The private repository, and whom it speaks with."""

    folder: str
    remote: Remote
    key: bytes = b""  # kept outside of the project; without one the repository is made again each time
    root: str = ""  # the trusted folder that it lies in, "" for that just above it

    def ready(self) -> None:
        """Make the repository unless there is one that we made, and that no killed process left locked."""
        with self._rooted() as (rooted, path):
            if seal.is_ours(rooted, path, self.key):
                return
            rooted.remove_all(path)
            rooted.make_folder(path)
            run_git("init", "--quiet", "--bare", "--template=", self.folder, also=_FORMATS)
            seal.vouch(rooted, path, self.key)

    def discard(self) -> None:
        """Let the next deployment make the repository again."""
        with self._rooted() as (rooted, path):
            rooted.remove_all(path)

    @contextmanager
    def _rooted(self) -> Iterator[tuple[Rooted, str]]:
        """Yield the trusted folder, and the path of the repository below it."""
        root = self.root or os.path.dirname(self.folder)
        with Rooted(root) as rooted:
            yield rooted, os.path.relpath(self.folder, root).replace(os.sep, "/")

    def tip(self) -> str:
        """Ask the remote for the commit that its branch is at; "" if it has no such branch."""
        rows = self._git("ls-remote", "--", self.remote.url, self.remote.ref, limit=NETWORK).decode().splitlines()
        return next((name for name, _, ref in (row.partition("\t") for row in rows) if ref == self.remote.ref), "")

    def have(self, commit: str, depth: int = 1) -> None:
        """Fetch *commit*, the tip of the branch, with so many before it, unless they are here."""
        if commit and not self._has(commit, depth):
            refspec = f"+{self.remote.ref}:{_TIP}"
            words = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", f"--depth={depth}", "--")
            self._git(*words, self.remote.url, refspec, limit=TRANSFER)

    def listing(self, commit: str) -> Listing:
        """Return what *commit* holds; nothing for no commit."""
        if not commit:
            return Listing({}, {})
        rows = self._git("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape").split("\0")
        files: Tree = {}
        others: Tree = {}
        for head, _, path in (row.partition("\t") for row in rows if row):
            mode, _, name = head.split()[:3]
            (files if mode in _FILES and _is_plain(path) else others)[path] = name
        return Listing(files, others)

    def read(self, blob: str) -> bytes:
        """Return the bytes of a file."""
        return self._git("cat-file", "blob", blob) if blob else b""

    def read_all(self, blobs: Iterable[str]) -> tuple[bytes, ...]:
        """Return the bytes of many files with one question."""
        names = "".join(f"{blob}\n" for blob in blobs)
        answer, at, found = self._git("cat-file", "--batch", data=names.encode()) if names else b"", 0, []
        while at < len(answer):
            start = answer.index(b"\n", at) + 1
            at = start + int(answer[at:start].split()[2]) + 1
            found.append(answer[start : at - 1])
        return tuple(found)

    def write(self, data: bytes) -> str:
        """Keep *data* as a file; return its name."""
        return self._git("hash-object", "-w", "--no-filters", "--stdin", data=data).decode().strip()

    def write_files(self, digests: Mapping[str, str], read: Callable[[str], bytes]) -> Tree:
        """Keep files, each path with our digest of it; those seen before are not read again.

        What *read* returns must have been checked against the digest: the bytes go to git from here, and not by way of
        a file that could have changed since.
        """
        with self._rooted() as (rooted, place):
            known = seal.blobs_of(rooted, place, self.key)
            paths = {digest: path for path, digest in digests.items() if digest not in known}
            for batch in _batches(paths, read):
                numbered = enumerate(batch.values(), 1)
                blobs = b"".join(_BLOB % (number, len(data), data, number) for number, data in numbered)
                names = self._git("fast-import", "--quiet", "--depth=0", data=blobs).decode().split()
                known |= dict(zip(batch, names, strict=True))
            if paths:
                seal.remember(rooted, place, self.key, {digest: known[digest] for digest in digests.values()})
        return {path: known[digest] for path, digest in digests.items()}

    def tree(self, files: Tree) -> str:
        """Write the tree of *files*; return its name."""
        index = os.path.join(self.folder, seal.INDEX)
        if os.path.exists(index):
            os.remove(index)
        also = {"GIT_INDEX_FILE": index}
        rows = "".join(f"{FILE} {name}\t{path}\0" for path, name in files.items())
        self._git("update-index", "-z", "--index-info", data=rows.encode("utf-8", "surrogateescape"), also=also)
        return self._git("write-tree", also=also).decode().strip()

    def tree_of(self, commit: str) -> str:
        """Return the name of the tree of *commit*, "" for no commit."""
        return self._git("rev-parse", "--verify", f"{commit}^{{tree}}").decode().strip() if commit else ""

    def commit(self, tree: str, parents: Iterable[str], message: str, people: Mapping[str, str]) -> str:
        """Write a commit; *people* are git's variables for author and committer."""
        before = [word for parent in parents for word in ("-p", parent)]
        return self._git("commit-tree", tree, *before, "-F", "-", data=message.encode(), also=people).decode().strip()

    def push(self, commit: str, old: str, tell: Tell) -> None:
        """Move the branch from *old* to *commit*, if it still is at *old*."""
        lease = f"--force-with-lease={self.remote.ref}:{old}"
        words = ("push", "--progress", "--no-verify", "--no-follow-tags", lease, "--", self.remote.url)
        push(*words, f"{commit}:{self.remote.ref}", folder=self.folder, silence=SILENCE, tell=tell)
        self._git("update-ref", _TIP, commit)

    def log(self, commit: str, count: int) -> tuple[Commit, ...]:
        """Return *commit* and those before it, at most *count*; a time that no clock shows is 0."""
        words = ("log", "-z", "--first-parent", f"-{count}", "--format=%H%x00%ct%x00%P%x00%B", commit)
        fields = self._git(*words).decode("utf-8", "replace").split("\0") if commit else []
        records = zip(*(fields[at::4] for at in range(4)), strict=False)
        return tuple(Commit(name, _seconds(time), text, tuple(before.split())) for name, time, before, text in records)

    def diff(self, old: str, new: str) -> str:
        """Return how the texts of two trees differ."""
        empty = self._git("hash-object", "-t", "tree", "--stdin").decode().strip()
        words = ("diff-tree", "-r", "-p", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
        return self._git(*words, old or empty, new).decode("utf-8", "replace")

    def _git(
        self, *words: str, data: bytes = b"", limit: float = 120.0, also: Mapping[str, str] | None = None
    ) -> bytes:
        return run_git(*words, folder=self.folder, data=data, limit=limit, also=also or {})

    def _has(self, commit: str, depth: int) -> bool:
        try:
            names = self._git("rev-list", "--first-parent", f"--max-count={depth}", commit, "--").split()
            is_root = len(names) >= depth or not self._git("log", "-1", "--format=%P", names[-1].decode()).strip()
            is_cut = os.path.exists(os.path.join(self.folder, "shallow"))
            self._git("cat-file", "-e", f"{commit}^{{tree}}")
        except GitError:
            return False
        return len(names) >= depth or (is_root and not is_cut)


def _is_plain(path: str) -> bool:
    """Tell whether git would take *path* into a tree of ours."""
    return is_inside(path) and not any(name.casefold() == ".git" for name in path.split("/"))


def _seconds(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < _DIGITS else 0


def _batches(paths: Mapping[str, str], read: Callable[[str], bytes]) -> Iterator[dict[str, bytes]]:
    """Yield the bytes of files by our digests of them, a few at a time."""
    batch: dict[str, bytes] = {}
    size = 0
    for digest, path in paths.items():
        batch[digest] = read(path)
        size += len(batch[digest])
        if size > _BATCH:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch
