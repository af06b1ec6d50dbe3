"""Find the folder of texts of programs that let the author name it, or that keep it under `docs` or `src`.

In:  the root of a project.
Out: a folder relative to it, "" if no such program's configuration names one.
Must not: parse a configuration (a build without changes runs this): one line of it is read, and the folder must exist.
"""

import os
import re
import stat

from byeoru.base.paths import is_inside

_LIMIT = 64 * 1024  # bytes of a configuration file
_VALUE = r"[ \t]*[:=][ \t]*[\"'`]?([^\"'`#,\s]{1,200})"
# Configuration files, and the key that names the folder of texts, its default, and the folder that it is relative to.
_KEYS = (
    ("mkdocs.yml", "docs_dir", "docs", ""),
    ("mkdocs.yaml", "docs_dir", "docs", ""),
    ("book.toml", "src", "src", ""),
    *((f"{name}.{ending}", "contentDir", "", "") for name in ("hugo", "config") for ending in ("toml", "yaml", "yml")),
    ("_config.yml", "source_dir", "", ""),
    *(
        (f"{folder}.vitepress/config.{ending}", "srcDir", ".", folder)
        for folder in ("", "docs/", "src/")
        for ending in ("ts", "mts", "js", "mjs")
    ),
)
_MARKED = ("docs", "src")  # folders of texts with the folder of a program in them
_MARKS = (".vuepress", ".vitepress")


def other_content(root: str) -> str:
    """Return the folder of texts that a configuration names, or that contains a folder of VuePress or VitePress."""
    for name, key, default, base in _KEYS:
        path = os.path.join(root, *name.split("/"))
        if os.path.exists(path):
            folder = os.path.normpath(os.path.join(base, _value_of(path, key) or default)).replace(os.sep, "/")
            if is_inside(folder) and not folder.startswith(".") and os.path.isdir(os.path.join(root, folder)):
                return folder
    marked = (folder for folder in _MARKED for mark in _MARKS if os.path.isdir(os.path.join(root, folder, mark)))
    return next(marked, "")


def _value_of(path: str, key: str) -> str:
    """Return the value of the first line that begins with *key*, "" if there is none."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return ""
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return ""
        text = file.read(_LIMIT).decode("utf-8", "replace")
    match = re.search(rf"^[ \t]*[\"']?{key}[\"']?{_VALUE}", text, re.MULTILINE)
    return match[1] if match else ""
