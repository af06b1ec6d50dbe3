r"""Text of strangers, as a terminal may be given it.

In:  text that a server, a commit or the name of a file brought along.
Out: the same with its control characters written as escapes.
Must not: change a line break or a tab.
"""

import re

# C0 and C1, which terminals obey; what turns the direction of text around (Unicode, UAX 9), so that one address reads
# as another; and surrogates, which stand for bytes that are no UTF-8.
_UNSEEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def escape_controls(text: str) -> str:
    r"""Return *text* with what cannot be seen of it written out.

    >>> escape_controls("a\x1b[2Jb\u202e한글\n")
    'a\\x1b[2Jb\\u202e한글\n'
    """
    # The pattern is compiled when it is first needed, which in most runs is never.
    return text if text.isprintable() else re.sub(_UNSEEN, _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
