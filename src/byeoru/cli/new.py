"""`blog new`: create a draft."""

import json
import os
from datetime import UTC, datetime

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.dates import time_zone
from byeoru.base.paths import NAME_LIMIT, leaves_folder, nfc
from byeoru.base.source_file import create_source
from byeoru.base.text import slug as slug_of
from byeoru.base.text import without_controls
from byeoru.cli.localized import localized_command, localized_option
from byeoru.cli.project import require_project
from byeoru.cli.site_settings import settings_of
from byeoru.discover.layout import folder_of
from byeoru.discover.sources import find_sources


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    options = [localized_option(language, "new", name, default="") for name in ("section", "category", "tags", "slug")]
    title = click.Argument(["title"], nargs=-1, required=True, metavar=localize("metavar.title", language))
    return localized_command(
        language,
        "new",
        lambda title, **choices: print(write_post(language, " ".join(title), **choices)),
        title,
        *options,
    )


def write_post(language: Language, title: str, section: str, category: str, tags: str, slug: str) -> str:
    """Write a draft and return its path, relative to the working directory; an existing file is never overwritten."""
    project = require_project(language)
    settings = settings_of(project)
    section = section or "posts"
    known = [section.name for section in settings.sections]
    if section not in known:
        raise click.UsageError(localize("new.no-section", language, name=section, known=", ".join(known)))
    title = title.encode("utf-8", "replace").decode()  # arguments may contain bytes that are not valid text
    name = nfc(slug) or slug_of(title) or f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    now = datetime.now(time_zone(settings.timezone) or UTC)
    folder = folder_of(section, project.root, find_sources(project, project.file("site")).files)
    file_name = f"{now:%Y-%m-%d}-{name}.md" if folder == "_posts" else f"{name}.md"  # Jekyll requires this form
    path = "/".join(part for part in (folder, nfc(category).strip("/"), file_name) if part)
    if leaves_folder(path) or name.startswith((".", "#")) or "/" in name or len(file_name.encode()) > NAME_LIMIT:
        raise click.UsageError(localize("new.bad-name", language, name=slug or category or name))
    absolute = project.file(path)
    relative = os.path.relpath(absolute)
    header = [f"title: {_quoted(title)}", f"date: {now:%Y-%m-%d %H:%M:%S}"]
    if texts := [_quoted(tag.strip()) for tag in tags.split(",") if tag.strip()]:
        header.append(f"tags: [{', '.join(texts)}]")
    try:
        create_source(project.root, absolute, "\n".join(["---", *header, "draft: true", "---", "", ""]).encode())
    except FileExistsError:
        raise click.UsageError(localize("new.exists", language, path=relative)) from None
    return relative


def _quoted(text: str) -> str:
    """Return *text* as a quoted YAML string, so that no character in it is syntax."""
    return json.dumps(" ".join(without_controls(text).split()), ensure_ascii=False)
