"""Escape text for HTML; unlike `html.escape`, this keeps apostrophes."""


def escaped(text: str) -> str:
    """Escape *text* for content or for a quoted attribute value.

    >>> escaped('a < "b" & c')
    'a &lt; &quot;b&quot; &amp; c'
    """
    return escaped_code(text).replace('"', "&quot;")


def escaped_code(text: str) -> str:
    """Escape *text* for content, where quotes need no escaping; most code has nothing to escape."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
