"""Write XML: whatever a post contains, what comes out is well formed."""

from html import escape as escape_all

from byeoru.base.text import without_controls

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def escape(text: str) -> str:
    r"""Write *text* between tags.

    >>> escape("a < b \x08")
    'a &lt; b '
    """
    return escape_all(without_controls(text), quote=False)


def attribute(text: str) -> str:
    """Write *text* as the value of an attribute, with its quotes."""
    return f'"{escape_all(without_controls(text))}"'


def element(name: str, text: str) -> str:
    """Write an element that holds nothing but *text*, on a line of its own."""
    return f"<{name}>{escape(text)}</{name}>\n"
