"""The private repository of a deployment: a bare one in the state directory, created again if it may be modified.

In:  the URL of the remote and the name of its branch.
Out: the content of the branch, new trees and commits, and a push that compares and swaps.
Must not: access the author's own clone, or use a repository without a valid ``seal``. Objects are written before the
branch is updated, so a killed process leaves the branch unchanged.
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
from byeoru.publish.progress import OnProgress

FILE = "100644"
_FILES = {FILE, "100755", "100664"}  # the modes of files in a tree
_TIP = "refs/deploy/tip"
_FORMATS = {"GIT_DEFAULT_HASH": "sha1", "GIT_DEFAULT_REF_FORMAT": "files"}  # overrides the author's configuration
_BLOB = b"blob\nmark :%d\ndata %d\n%b\nget-mark :%d\n"  # see git-fast-import
_DIGITS = 19  # of a number that fits into 64 bits
_BATCH_BYTES = 1 << 25  # of files in memory at once

Tree = dict[str, str]  # path and blob of each file


class Listing(NamedTuple):
    """The content of a commit."""

    files: Tree
    others: Tree  # symlinks, submodules, and names that Byeoru never writes


class Remote(NamedTuple):
    """A branch of a remote repository."""

    url: str
    branch: str

    @property
    def ref(self) -> str:
        """Return the full name of the branch."""
        return f"refs/heads/{self.branch}"


class Commit(NamedTuple):
    """A commit of the branch: one deployment."""

    name: str
    seconds: int  # since 1970
    message: str
    parents: tuple[str, ...]


class Repository(NamedTuple):
    """The private repository and its remote."""

    folder: str
    remote: Remote
    key: bytes = b""  # of the seal, stored outside of the project; without one, the repository is always created again
    root: str = ""  # the trusted folder that contains it, "" for its parent folder

    def prepare(self) -> None:
        """Create the repository, unless there is one with a valid seal and without locks of killed processes."""
        with self._rooted() as (rooted, path):
            if seal.is_ours(rooted, path, self.key):
                return
            rooted.remove_all(path)
            rooted.make_folder(path)
            run_git("init", "--quiet", "--bare", "--template=", self.folder, variables=_FORMATS)
            seal.seal_repository(rooted, path, self.key)

    def delete(self) -> None:
        """Delete the repository, so that the next deployment creates it again."""
        with self._rooted() as (rooted, path):
            rooted.remove_all(path)

    @contextmanager
    def _rooted(self) -> Iterator[tuple[Rooted, str]]:
        """Yield the trusted folder, and the path of the repository below it."""
        root = self.root or os.path.dirname(self.folder)
        with Rooted(root) as rooted:
            yield rooted, os.path.relpath(self.folder, root).replace(os.sep, "/")

    def tip(self) -> str:
        """Return the commit of the remote branch, "" if the branch does not exist."""
        rows = self._git("ls-remote", "--", self.remote.url, self.remote.ref, limit=NETWORK).decode().splitlines()
        return next((name for name, _, ref in (row.partition("\t") for row in rows) if ref == self.remote.ref), "")

    def fetch(self, commit: str, depth: int = 1) -> None:
        """Fetch *depth* commits up to *commit*, the tip of the branch, unless they are here already."""
        if commit and not self._has(commit, depth):
            refspec = f"+{self.remote.ref}:{_TIP}"
            arguments = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", f"--depth={depth}", "--")
            self._git(*arguments, self.remote.url, refspec, limit=TRANSFER)

    def listing(self, commit: str) -> Listing:
        """Return the content of *commit*, empty for no commit."""
        if not commit:
            return Listing({}, {})
        rows = self._git("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape").split("\0")
        files: Tree = {}
        others: Tree = {}
        for head, _, path in (row.partition("\t") for row in rows if row):
            mode, _, name = head.split()[:3]
            (files if mode in _FILES and _is_allowed(path) else others)[path] = name
        return Listing(files, others)

    def read(self, blob: str) -> bytes:
        """Return the bytes of a file."""
        return self._git("cat-file", "blob", blob) if blob else b""

    def read_all(self, blobs: Iterable[str]) -> tuple[bytes, ...]:
        """Return the bytes of several files with a single process."""
        names = "".join(f"{blob}\n" for blob in blobs)
        output, at, files = self._git("cat-file", "--batch", data=names.encode()) if names else b"", 0, []
        while at < len(output):
            start = output.index(b"\n", at) + 1
            at = start + int(output[at:start].split()[2]) + 1
            files.append(output[start : at - 1])
        return tuple(files)

    def write(self, data: bytes) -> str:
        """Store *data* as a blob; return its name."""
        return self._git("hash-object", "-w", "--no-filters", "--stdin", data=data).decode().strip()

    def write_files(self, digests: Mapping[str, str], read: Callable[[str], bytes]) -> Tree:
        """Store files, given as paths with digests of Byeoru; files that are stored already are not read.

        *read* must check the bytes against the digest. They are piped to git, as a file could change in between.
        """
        with self._rooted() as (rooted, path):
            blobs = seal.blobs_of(rooted, path, self.key)
            paths = {digest: file for file, digest in digests.items() if digest not in blobs}
            for batch in _batches(paths, read):
                numbered = enumerate(batch.values(), 1)
                commands = b"".join(_BLOB % (number, len(data), data, number) for number, data in numbered)
                names = self._git("fast-import", "--quiet", "--depth=0", data=commands).decode().split()
                blobs |= dict(zip(batch, names, strict=True))
            if paths:
                seal.record_blobs(rooted, path, self.key, {digest: blobs[digest] for digest in digests.values()})
        return {file: blobs[digest] for file, digest in digests.items()}

    def tree(self, files: Tree) -> str:
        """Write the tree of *files*; return its name."""
        index = os.path.join(self.folder, seal.INDEX)
        if os.path.exists(index):
            os.remove(index)
        variables = {"GIT_INDEX_FILE": index}
        rows = "".join(f"{FILE} {name}\t{path}\0" for path, name in files.items())
        self._git(
            "update-index", "-z", "--index-info", data=rows.encode("utf-8", "surrogateescape"), variables=variables
        )
        return self._git("write-tree", variables=variables).decode().strip()

    def tree_of(self, commit: str) -> str:
        """Return the name of the tree of *commit*, "" for no commit."""
        return self._git("rev-parse", "--verify", f"{commit}^{{tree}}").decode().strip() if commit else ""

    def commit(self, tree: str, parents: Iterable[str], message: str, identity: Mapping[str, str]) -> str:
        """Write a commit; *identity* is git's environment variables for author and committer."""
        parent_options = [word for parent in parents for word in ("-p", parent)]
        return (
            self._git("commit-tree", tree, *parent_options, "-F", "-", data=message.encode(), variables=identity)
            .decode()
            .strip()
        )

    def push(self, commit: str, old: str, on_progress: OnProgress) -> None:
        """Update the remote branch from *old* to *commit*, if it is still at *old*."""
        lease = f"--force-with-lease={self.remote.ref}:{old}"
        arguments = ("push", "--progress", "--no-verify", "--no-follow-tags", lease, "--", self.remote.url)
        refspec = f"{commit}:{self.remote.ref}"
        push(*arguments, refspec, folder=self.folder, silence=SILENCE, on_progress=on_progress)
        self._git("update-ref", _TIP, commit)

    def log(self, commit: str, count: int) -> tuple[Commit, ...]:
        """Return *commit* and its ancestors, at most *count*; an invalid time is 0."""
        arguments = ("log", "-z", "--first-parent", f"-{count}", "--format=%H%x00%ct%x00%P%x00%B", commit)
        fields = self._git(*arguments).decode("utf-8", "replace").split("\0") if commit else []
        records = zip(*(fields[at::4] for at in range(4)), strict=False)
        return tuple(Commit(name, _seconds(time), text, tuple(before.split())) for name, time, before, text in records)

    def diff(self, old: str, new: str) -> str:
        """Return the text diff of two trees."""
        empty = self._git("hash-object", "-t", "tree", "--stdin").decode().strip()
        arguments = ("diff-tree", "-r", "-p", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
        return self._git(*arguments, old or empty, new).decode("utf-8", "replace")

    def _git(
        self, *arguments: str, data: bytes = b"", limit: float = 120.0, variables: Mapping[str, str] | None = None
    ) -> bytes:
        return run_git(*arguments, folder=self.folder, data=data, limit=limit, variables=variables or {})

    def _has(self, commit: str, depth: int) -> bool:
        try:
            names = self._git("rev-list", "--first-parent", f"--max-count={depth}", commit, "--").split()
            is_root = len(names) >= depth or not self._git("log", "-1", "--format=%P", names[-1].decode()).strip()
            is_cut = os.path.exists(os.path.join(self.folder, "shallow"))
            self._git("cat-file", "-e", f"{commit}^{{tree}}")
        except GitError:
            return False
        return len(names) >= depth or (is_root and not is_cut)


def _is_allowed(path: str) -> bool:
    """Tell whether *path* is valid in a tree that Byeoru writes."""
    return is_inside(path) and not any(name.casefold() == ".git" for name in path.split("/"))


def _seconds(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < _DIGITS else 0


def _batches(paths: Mapping[str, str], read: Callable[[str], bytes]) -> Iterator[dict[str, bytes]]:
    """Yield batches of files: the bytes by the digest of Byeoru."""
    batch: dict[str, bytes] = {}
    size = 0
    for digest, path in paths.items():
        batch[digest] = read(path)
        size += len(batch[digest])
        if size > _BATCH_BYTES:
            yield batch
            batch, size = {}, 0
    if batch:
        yield batch
