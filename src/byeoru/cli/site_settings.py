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
    row = f"base_url: {url}{end}"
    keys = [line.partition(":")[0].strip("\ufeff ") for line in lines]
    if "base_url" in keys:
        lines[keys.index("base_url")] = row
    else:
        lines.insert(keys.index("title") + 1 if "title" in keys else 0, row)
    with open(place + ".new", "w", encoding="utf-8", newline="") as file:
        file.write("".join(lines))
    os.replace(place + ".new", place)
