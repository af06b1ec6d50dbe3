"""What a program is that folders are written for: how it is recognized, configured, and forms addresses.

In:  the paths of a folder, and the texts of its configuration.
Out: ``Program``, the functions of one program; ``Tree``, what they see of a folder.
Must not: name any program; each is a module of this package.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Document
from byeoru.model.origin import Origin


class Tree:
    """The paths of a folder, and the texts of configuration files among them."""

    def __init__(self, paths: Sequence[str], texts: Mapping[str, str], content: str = "") -> None:
        """Take sorted *paths*, relative to the project, *texts* by path, and the folder of the site's texts."""
        self._paths, self.texts, self.content = paths, texts, content

    def has_folder(self, folder: str) -> bool:
        """Tell whether a file lies below *folder*."""
        at = bisect_left(self._paths, f"{folder}/")
        return at < len(self._paths) and self._paths[at].startswith(f"{folder}/")

    def folders_in(self, folder: str) -> tuple[str, ...]:
        """Return the names of the folders directly in *folder*."""
        at = bisect_left(self._paths, f"{folder}/")
        names: dict[str, None] = {}
        while at < len(self._paths) and self._paths[at].startswith(f"{folder}/"):
            name, slash, _ = self._paths[at][len(folder) + 1 :].partition("/")
            names |= {name: None} if slash else {}
            at = bisect_left(self._paths, f"{folder}/{name}0") if slash else at + 1  # "0" comes after "/"
        return tuple(names)

    def folders_of_texts(self) -> set[str]:
        """Return the folders at the top that contain Markdown files, "" for the top itself, apart from a README."""
        texts = (path for path in self._paths if path.lower().endswith((".md", ".mdx")))
        return {path.partition("/")[0] if "/" in path else "" for path in texts if path.lower() != "readme.md"}

    def first(self, *names: str) -> str:
        """Return the first of the configuration files *names* that exists, "" if none does."""
        return next((name for name in names if name in self.texts), "")

    def text(self, name: str) -> str:
        """Return the text of a configuration file, "" if there is none."""
        return self.texts.get(name, "")


class Program(NamedTuple):
    """A program that folders are written for."""

    name: str
    title: str  # its name in messages
    recognizes: Callable[[Tree], bool]
    read: Callable[[Tree], Outcome[Origin]]  # what the configuration of a recognized folder says
    addresses: Callable[[Document, Origin], tuple[str, ...]]  # that of the page, and others that led there
    rank: int = 1  # 0 for programs with a mark of their own, 2 for those that are recognized by folders alone
