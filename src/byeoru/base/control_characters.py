r"""Make untrusted text safe for a terminal.

In:  text from a server, a commit or a file name.
Out: the same text with control characters written as escapes.
Must not: change a line break or a tab.
"""

import re

# C0 and C1, which terminals execute; characters that change the direction of text (Unicode, UAX 9), which can make one
# URL look like another; and surrogates, which represent bytes that are not UTF-8.
_CONTROLS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def escape_controls(text: str) -> str:
    r"""Return *text* with control characters written as escapes.

    >>> escape_controls("a\x1b[2Jb\u202e한글\n")
    'a\\x1b[2Jb\\u202e한글\n'
    """
    # The pattern is compiled on first use, which does not happen in most runs.
    return text if text.isprintable() else re.sub(_CONTROLS, _escaped, text)


def _escaped(character: re.Match[str]) -> str:
    code = ord(character[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"
