"""The private repository of a deployment: a bare one below `.blog/`, made again whenever it is in doubt.

In:  the address of the remote and the name of its branch.
Out: what the branch holds, trees and commits of ours, and one push that compares and swaps.
Must not: touch the author's own clone. The objects are written before the branch moves, so a kill costs nothing.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from byeoru.publish.git import NETWORK, SILENCE, TRANSFER, GitFailed, git, send
from byeoru.publish.sending import Tell

FILE = "100644"
_TIP = "refs/deploy/tip"
_BLOBS = "byeoru-blobs.json"

Tree = dict[str, str]  # path and blob of each file


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

    def ready(self) -> None:
        """Make the repository if there is none, or if a killed process left it locked."""
        locks = ("index.lock", "HEAD.lock", "shallow.lock", "packed-refs.lock", "config.lock")
        if any(os.path.exists(os.path.join(self.folder, name)) for name in locks) or not self._is_whole():
            self.discard()
            os.makedirs(os.path.dirname(self.folder), exist_ok=True)
            git("init", "--quiet", "--bare", "--template=", self.folder)

    def discard(self) -> None:
        """Remove the repository; the next deployment makes it again."""
        shutil.rmtree(self.folder, ignore_errors=True)

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

    def files(self, commit: str) -> Tree:
        """Return the files of *commit*; none for no commit."""
        if not commit:
            return {}
        rows = self._git("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "surrogateescape").split("\0")
        entries = (row.partition("\t") for row in rows if row)
        return {path: head.split()[2] for head, _, path in entries}

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

    def write_files(self, folder: str, digests: Mapping[str, str]) -> Tree:
        """Keep the files of *folder*, each path with our digest of it; those seen before are not read again."""
        known = self._known()
        paths = {digest: path for path, digest in digests.items() if digest not in known}
        places = "".join(os.path.join(folder, path) + "\n" for path in paths.values())
        words = ("hash-object", "-w", "--no-filters", "--stdin-paths")
        names = self._git(*words, data=os.fsencode(places)).decode().split() if paths else []
        known |= dict(zip(paths, names, strict=True))
        if paths:
            self._remember({digest: known[digest] for digest in digests.values()})
        return {path: known[digest] for path, digest in digests.items()}

    def tree(self, files: Tree) -> str:
        """Write the tree of *files*; return its name."""
        index = os.path.join(self.folder, "byeoru-index")
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
        send(*words, f"{commit}:{self.remote.ref}", folder=self.folder, silence=SILENCE, tell=tell)
        self._git("update-ref", _TIP, commit)

    def log(self, commit: str, count: int) -> tuple[Commit, ...]:
        """Return *commit* and those before it, at most *count*."""
        words = ("log", "--first-parent", f"-{count}", "--format=%H%x00%ct%x00%P%x00%B%x01", commit)
        records = self._git(*words).decode("utf-8", "replace").split("\x01") if commit else []
        parts = (record.strip("\n").split("\0") for record in records if record.strip())
        return tuple(Commit(name, int(time), text, tuple(before.split())) for name, time, before, text in parts)

    def diff(self, old: str, new: str) -> str:
        """Return how the texts of two trees differ."""
        empty = self._git("hash-object", "-t", "tree", "--stdin").decode().strip()
        words = ("diff-tree", "-r", "-p", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
        return self._git(*words, old or empty, new).decode("utf-8", "replace")

    def _git(
        self, *words: str, data: bytes = b"", limit: float = 120.0, also: Mapping[str, str] | None = None
    ) -> bytes:
        return git(*words, folder=self.folder, data=data, limit=limit, also=also or {})

    def _is_whole(self) -> bool:
        try:
            return git("rev-parse", "--is-bare-repository", folder=self.folder).strip() == b"true"
        except GitFailed as failed:
            if failed.problem.code == "git-missing":
                raise
            return False

    def _has(self, commit: str, depth: int) -> bool:
        try:
            names = self._git("rev-list", "--first-parent", f"--max-count={depth}", commit, "--").split()
            is_root = len(names) >= depth or not self._git("log", "-1", "--format=%P", names[-1].decode()).strip()
            is_cut = os.path.exists(os.path.join(self.folder, "shallow"))
            self._git("cat-file", "-e", f"{commit}^{{tree}}")
        except GitFailed:
            return False
        return len(names) >= depth or (is_root and not is_cut)

    def _known(self) -> dict[str, str]:
        try:
            with open(os.path.join(self.folder, _BLOBS), encoding="utf-8") as file:
                found = json.load(file)
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _remember(self, blobs: dict[str, str]) -> None:
        place = os.path.join(self.folder, _BLOBS)
        with open(place + ".new", "w", encoding="utf-8") as file:
            json.dump(blobs, file)
        os.replace(place + ".new", place)
