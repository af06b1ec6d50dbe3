"""Keep the addresses of moved posts working: add the old address to `aliases` in the front matter."""

import re
from functools import partial
from urllib.parse import quote

from byeoru.base.catalogue import Language, localize
from byeoru.base.source_file import edit_source
from byeoru.base.yaml_splice import add_item
from byeoru.cli.progress import Listener
from byeoru.model.project import Profile, Project
from byeoru.model.settings import Settings

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_RESERVED = re.compile("[%?#]")  # characters that would end the path of an alias, or be decoded in it


def keep_addresses(
    project: Project, settings: Settings, pairs: tuple[tuple[str, str], ...], language: Language
) -> None:
    """For each pair (old, new), add the old address to the source of the page that is now at the new one."""
    from byeoru.discover.disk_path import disk_path
    from byeoru.graph.permalinks import addresses
    from byeoru.render.kinds import RESERVED
    from byeoru.session import session

    listener = Listener(language, draws=False)
    with session(project, Profile("site", project.file("site")), listener) as builds:
        documents = builds.documents()
    sources = {address: path for path, address in addresses(documents, settings, RESERVED).value.items()}
    for old, new in pairs:
        if path := sources.get(new):
            source = disk_path(project, path)
            is_written = edit_source(project.root, source, partial(with_alias, address=old)) is not None
            code = "deploy.redirected" if is_written else "deploy.no-aliases"
            print(localize(code, language, path=path, address=old))


def with_alias(text: str, address: str) -> str | None:
    r"""Return the source of a page with *address* among its aliases; None if it has no YAML front matter.

    >>> with_alias("---\r\nalias: /a/  # first\r\n---\r\ntext\n", "/c#/")
    '---\r\nalias: [/c%23/, /a/]  # first\r\n---\r\ntext\n'
    """
    from byeoru.base.text import decode_utf8
    from byeoru.parse.frontmatter import split
    from byeoru.parse.keys import names_of

    parts = split(decode_utf8(text.encode(), "").value or "")
    if parts.fence != "---":
        return None
    lines = _LINE.findall(text)  # as many as in the split text, with the line ends of the file
    start = parts.header_line - 2  # the opening fence is valid YAML too, and shows the line end of empty front matter
    end = start + 1 + parts.header.count("\n")
    header = add_item(
        "".join(lines[start:end]), names_of("aliases"), _RESERVED.sub(lambda match: quote(match[0]), address)
    )
    return None if header is None else "".join([*lines[:start], header, *lines[end:]])
