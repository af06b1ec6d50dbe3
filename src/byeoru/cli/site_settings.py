"""Read the settings of a project for commands that look; not in `place`, as a build need not load YAML."""

import os

from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.settings import read_settings


def settings_of(project: Project) -> Settings:
    """Return the settings as far as they can be read; `blog build` says what is wrong with them."""
    with open(project.file("blog.yml"), encoding="utf-8-sig", errors="replace") as file:
        return read_settings(file.read()).value


def with_base_url(project: Project, url: str) -> None:
    """Write the address of the site into `blog.yml`: behind its empty key, or below the title."""
    place = project.file("blog.yml")
    with open(place, encoding="utf-8", newline="") as file:
        lines = file.read().splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += end
    keys = [line.partition(":")[0].strip("\ufeff") for line in lines]
    if "base_url" in keys:
        at = keys.index("base_url")
        comment = lines[at].partition("#")[1:]
        lines[at] = f"base_url: {url}{'  ' + ''.join(comment).rstrip() if comment[0] else ''}{end}"
    else:
        at = keys.index("title") + 1 if "title" in keys else 0
        while at < len(lines) and lines[at][0] in " \t":  # a title of several lines
            at += 1
        lines.insert(at, f"base_url: {url}{end}")
    with open(place + ".new", "w", encoding="utf-8", newline="") as file:
        file.write("".join(lines))
    os.replace(place + ".new", place)
