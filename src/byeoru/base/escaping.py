"""Write text as HTML; the standard library's way makes a reference of every apostrophe."""


def escaped(text: str) -> str:
    """Write *text* between tags or as the value of an attribute.

    >>> escaped('a < "b" & c')
    'a &lt; &quot;b&quot; &amp; c'
    """
    return escaped_code(text).replace('"', "&quot;")


def escaped_code(text: str) -> str:
    """Write *text* between tags, where a quote is none of the marks; most code has no mark at all."""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
