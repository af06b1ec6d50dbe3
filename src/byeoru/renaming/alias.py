"""Add an old address of a page to `aliases` in its front matter."""

import re
from urllib.parse import quote

from byeoru.base.text import decode_utf8
from byeoru.base.yaml_splice import add_item
from byeoru.parse.frontmatter import split
from byeoru.parse.keys import names_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_RESERVED = re.compile("[%?#]")  # characters that would end the path of an alias, or be decoded in it
_MARK = "\ufeff"  # which some editors write at the beginning


def with_alias(text: str, address: str) -> str | None:
    r"""Return the source of a page with *address* among its aliases; None if it has no YAML front matter.

    >>> with_alias("---\r\nalias: /a/  # first\r\n---\r\ntext\n", "/c#/")
    '---\r\nalias: [/c%23/, /a/]  # first\r\n---\r\ntext\n'
    """
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


def with_header(text: str, address: str) -> str | None:
    r"""Return what ``with_alias`` returns, and for a page without front matter one that has it.

    >>> with_header("# a\r\n", "/a/")
    '---\r\naliases: [/a/]\r\n---\r\n# a\r\n'
    """
    parts = split(decode_utf8(text.encode(), "").value or "")
    if parts.fence or parts.is_open:
        return with_alias(text, address)
    bare = text.removeprefix(_MARK)
    end = "\r\n" if "\r\n" in bare else "\n"
    mark = text[: len(text) - len(bare)]
    return with_alias(f"{mark}---{end}---{end}{bare}", address)
