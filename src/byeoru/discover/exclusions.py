"""What another program leaves out of its site: `exclude` of Jekyll, `skip_render` of Hexo, `ignoreFiles` of Hugo.

In:  the root of a project.
Out: ``Exclusions``: the patterns of paths that are left out, and of those that are read nevertheless.
Must not: import a reader of YAML or TOML, as a build without changes runs this; it finds one list by the lines of the
    file. Nor match a regular expression of the author's, whose time could be unlimited; Hugo's are read as globs.

Sources: ``EntryFilter`` of Jekyll 4; hexo.io, «Configuration»; gohugo.io, `ignoreFiles`.
"""

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from byeoru.base.rooted import Rooted

_YAML = ("_config.yml", "_config.yaml")
_HUGO = tuple(
    f"{folder}{name}.{ending}"
    for folder in ("", "config/_default/")
    for name in ("hugo", "config")
    for ending in ("toml", "yaml", "yml", "json")
)
_POSTS = ("_posts", "_drafts")
_WORD = re.compile(r"[\w-]+")
_LIMIT = 256 * 1024  # bytes of a configuration file
# One item of a list in brackets, in YAML, TOML and JSON: in double quotes, in single quotes, or bare.
_ITEM = re.compile(
    r"""\s*+(?>(?:\#[^\n]*+\s*+)*)(?:"((?>(?:[^"\\]|\\.)*))"|'([^']*+)'|([^\s,\[\]"'\#][^,\]\n\#]*+))\s*+,?""",
    re.VERBOSE,
)
_DASHED = re.compile(r"\s*+-\s++(.*)")
_SCALAR = re.compile(r""""((?>(?:[^"\\]|\\.)*))"|'([^']*+)'|((?>(?:(?!\s\#).)+))""", re.VERBOSE)
_REGEX = re.compile(r"\\(.)|(\.\*)|(\[[^\]]*\])|([.^$])|([^\\.^$\[\](){}|?*+])")  # what of a pattern a glob can express


class Exclusions(NamedTuple):
    """Patterns of paths below the root of a project."""

    excluded: tuple[str, ...] = ()  # of Jekyll: globs in which `*` matches slashes, and beginnings of paths
    included: tuple[str, ...] = ()  # likewise; they win
    ignored: tuple[str, ...] = ()  # of Hexo: globs in which `*` matches no slash, and `**` folders
    matched: tuple[str, ...] = ()  # of Hugo: globs of whole paths
    known: frozenset[str] = frozenset()  # words in the configuration of Jekyll, without `_` before; empty for others

    def covers(self, path: str) -> bool:
        """Tell whether *path* is left out; that of a folder ends with a slash.

        >>> Exclusions(excluded=("docs", "*.txt")).covers("docs/a.md"), Exclusions(excluded=("/b",)).covers("a.md")
        (True, False)
        """
        if self.known and any(self._is_retired(folder) for folder in path.split("/")[:-1]):
            return True
        if self.excluded and _is_listed(path, self.excluded):
            return not _is_listed(path, self.included) and not _is_listed(path.rpartition("/")[2], self.included)
        if self.ignored:
            parts = path.rstrip("/").split("/")
            if any(_matches(pattern.split("/"), parts) for pattern in self.ignored):
                return True
        return any(fnmatchcase("/" + path.rstrip("/"), pattern) for pattern in self.matched)

    def _is_retired(self, folder: str) -> bool:
        """Tell whether a folder such as `_posts_old` has retired posts: it is no collection, and not included."""
        return folder.startswith(_POSTS) and folder not in _POSTS and folder.lstrip("_") not in self.known


def exclusions_of(root: str, content: str) -> Exclusions:
    """Return what the configuration in *root*, whose texts are in the folder *content*, leaves out."""
    if content == "source":
        text = _text_of(root, *_YAML)
        in_source = [f"source/{pattern}" for key in ("skip_render", "exclude") for pattern in _listed(text, key)]
        return Exclusions(ignored=(*in_source, *_listed(text, "ignore")))
    if content == "content":
        text = _text_of(root, *_HUGO)
        return Exclusions(matched=tuple(filter(None, map(_glob_of, _listed(text, "ignoreFiles")))))
    if content:
        return Exclusions()
    text = _text_of(root, *_YAML)
    excluded, included = (tuple(item.strip("/") for item in _listed(text, key)) for key in ("exclude", "include"))
    known = frozenset(word.lstrip("_") for word in _WORD.findall(text))
    return Exclusions(tuple(filter(None, excluded)), tuple(filter(None, included)), known=known)


def _is_listed(path: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether Jekyll would find *path* in a list: a glob or the beginning of the path."""
    bare = path.rstrip("/")
    return any(bare.startswith(pattern) or fnmatchcase(bare, pattern) for pattern in patterns)


def _matches(pattern: list[str], parts: list[str]) -> bool:
    """Tell whether a glob matches a path, both divided at slashes; `**` matches any number of folders.

    >>> _matches(["source", "**", "*.md"], ["source", "a", "b.md"]), _matches(["*.md"], ["a", "b.md"])
    (True, False)
    """
    reached = {0}  # numbers of parts that the pattern so far can match
    for name in pattern:
        if name == "**":
            reached = set(range(min(reached), len(parts) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(parts) and fnmatchcase(parts[at], name)}
    return len(parts) in reached


def _glob_of(regex: str) -> str:
    r"""Return a regular expression as a glob of whole paths, "" if it says more than a glob can.

    >>> _glob_of(r"\.Rmd$"), _glob_of("^/x[ab].*"), _glob_of("(a|b)+")
    ('*.Rmd', '/x[ab]**', '')
    """
    at, glob = 0, "" if regex.startswith("^") else "*"
    while match := _REGEX.match(regex, at):
        escaped, anything, characters, special, plain = match.groups()
        if escaped and (escaped.isalnum() or escaped in "[]*?"):
            return ""  # a class of characters, such as `\d`, or a sign of globs
        glob += escaped or ("*" if anything else "") or (characters or "").replace("[^", "[!") or plain or ""
        glob += "?" if special == "." else ""
        at = match.end()
    return "" if at < len(regex) else glob if regex.endswith("$") else glob + "*"


def _text_of(root: str, *names: str) -> str:
    """Return the first of the configuration files *names* that exists and lies in the project, "" if none does."""
    name = next((name for name in names if os.path.isfile(os.path.join(root, name))), "")
    if not name:
        return ""
    real_root = os.path.realpath(root)
    path = os.path.relpath(os.path.realpath(os.path.join(root, name)), real_root).replace(os.sep, "/")
    try:
        with Rooted(real_root) as folder, open(folder.open(path), "rb") as file:
            return file.read(_LIMIT).decode("utf-8", "replace").replace("\r\n", "\n")
    except (OSError, ValueError):  # deleted meanwhile, or outside of the project; the scan reports it
        return ""


def _listed(text: str, key: str) -> tuple[str, ...]:
    r"""Return the items of the list at a top-level *key* of a YAML, TOML or JSON file.

    >>> _listed("exclude:\n  - /docs # the theme's\n  - 'a b'\nx: 1\n", "exclude")
    ('/docs', 'a b')
    >>> _listed('ignoreFiles = [ "\\\\.Rmd$",\n  \'b\' ]', "ignoreFiles")
    ('\\.Rmd$', 'b')
    """
    if key.lower() not in text.lower():
        return ()
    start = re.search(rf'(?:^{key}|[{{,\s]"{key}")[ \t]*+[:=][ \t]*+', text, re.MULTILINE | re.IGNORECASE)
    if start is None:
        return ()
    rest = text[start.end() :]
    if rest.startswith("["):
        return tuple(_in_brackets(rest, 1))
    line, _, below = rest.partition("\n")
    if line.strip() and not line.lstrip().startswith("#"):
        return tuple(filter(None, [_scalar(line)]))
    return tuple(_dashed(below))


def _in_brackets(text: str, at: int) -> Iterator[str]:
    while match := _ITEM.match(text, at):
        yield _unquoted(match)
        at = match.end()


def _dashed(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        match = _DASHED.match(line)
        if match:
            if item := _scalar(match[1]):
                yield item
        elif line.strip() and not line.lstrip().startswith("#"):
            return


def _scalar(text: str) -> str:
    match = _SCALAR.match(text.strip())
    return "" if match is None or text.lstrip().startswith("#") else _unquoted(match)


def _unquoted(match: re.Match[str]) -> str:
    double, single, bare = match.groups()
    return re.sub(r"\\(.)", r"\1", double) if double is not None else single if single is not None else bare.strip()
