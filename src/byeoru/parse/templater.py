"""Remove the commands of Templater, a plugin of Obsidian: `<% tp.date.now() %>`, `<%* … %>`.

In:  Markdown text.
Out: the text without them, with the same lines; where each began.
Must not: remove anything from code, or a tag of another program (`<%= … %>`); or take more than linear time.
"""

import re
from bisect import bisect_right

from byeoru.parse.foreign.code import find_code

_OPENING, _CLOSING = "<%", "%>"
_COMMAND = re.compile(r"<%[-_]?(?:[*+~]|\s*(?:await\s+)?tp[.\s])")


def without_commands(text: str) -> tuple[str, tuple[int, ...]]:
    r"""Return *text* without commands, and the offset of each; the line breaks within them stay.

    >>> without_commands("가 <% tp.file.title %> 나\n<%* a\nb %>\n`<% tp.x %>`<%= c %>")
    ('가  나\n\n\n`<% tp.x %>`<%= c %>', (2, 24))
    """
    if _OPENING not in text:
        return text, ()
    code = find_code(text)
    starts = [first for first, _ in code]
    pieces: list[str] = []
    found: list[int] = []
    copied_to = 0
    for match in _COMMAND.finditer(text):
        start = match.start()
        at = bisect_right(starts, start) - 1
        if start < copied_to or (at >= 0 and start < code[at][1]):
            continue
        end = text.find(_CLOSING, match.end())
        if end < 0:
            break
        end += len(_CLOSING)
        pieces += [text[copied_to:start], "\n" * text.count("\n", start, end)]
        found.append(start)
        copied_to = end
    return "".join([*pieces, text[copied_to:]]), tuple(found)
