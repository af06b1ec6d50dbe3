"""Put what a tag inserts on the lines of the tag.

In:  ``Inserted`` HTML, the content between the tags, and the ``Surroundings`` of the tags.
Out: text with as many lines as the content; a block of HTML ends on its own line, so that Markdown goes on below it.
Must not: add or remove a line.

A comment begins an HTML block that ends on the line of its end (CommonMark 4.6, kind 2), which no other block does.
`rules/inserted_html` removes these comments, and reads as Markdown what is between two of them.
"""

import re

from byeoru.parse.foreign.blocks import Surroundings
from byeoru.parse.foreign.code import is_margin
from byeoru.parse.foreign.own_tags import CLOSE, OPEN, Inserted
from byeoru.parse.rules.inserted_html import BEGIN_MARKDOWN, END_MARKDOWN, START

_PHRASES = """
a abbr b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark meter output progress q ruby s
samp small span strong sub sup time u var wbr
"""
_INLINE = re.compile(rf"<(?:{'|'.join(_PHRASES.split())})[\s/>]", re.IGNORECASE)
_MARKS = str.maketrans({OPEN: BEGIN_MARKDOWN, CLOSE: END_MARKDOWN})
_NO_MARKS = str.maketrans({OPEN: "", CLOSE: ""})


def placed(inserted: Inserted, content: str, surroundings: Surroundings) -> str:
    r"""Return the *content* of a tag between what is inserted.

    >>> placed(Inserted("<p>", "</p>", True), "\n글\n", Surroundings("", above=False, below=False, trails=False))
    '<!----><p>\n글\n<!----></p>'
    """
    before, after = inserted.before, inserted.after
    if not inserted.has_content:  # the words of the author stay, wherever the template puts its own
        after += content
        content = ""
    can_begin = is_margin(surroundings.before) and before.startswith("<")
    if "\n" in content:
        return _of_lines(before, content, after, can_begin=can_begin)
    html = before + content + after
    if can_begin and not _INLINE.match(before) and not surroundings.trails:
        return START + html.translate(_MARKS)
    return html.translate(_NO_MARKS)


def _of_lines(before: str, content: str, after: str, *, can_begin: bool) -> str:
    """Return content of several lines, which is Markdown, and between HTML on its first and last line."""
    first, _, rest = content.partition("\n")
    middle, mark, last = rest.rpartition("\n")
    before, after = before.removesuffix(OPEN), after.removeprefix(CLOSE)
    if not can_begin:
        return (before + content + after).translate(_NO_MARKS)
    inside = f"{BEGIN_MARKDOWN}{first}{END_MARKDOWN}" if first.strip() else first
    opening = f"{START}{before.translate(_MARKS)}{inside}"
    is_alone = after != "" and is_margin(last)
    closing = f"{last}{START}{after.translate(_MARKS)}" if is_alone else last + after.translate(_NO_MARKS)
    return f"{opening}\n{middle}{mark}{closing}"
