"""Write well-formed XML, whatever a post contains."""

from html import escape as escape_all

from byeoru.base.text import without_controls

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'


def escape(text: str) -> str:
    r"""Escape *text* for the content of an element.

    >>> escape("a < b \x08")
    'a &lt; b '
    """
    return escape_all(without_controls(text), quote=False)


def attribute(text: str) -> str:
    """Return *text* as the quoted value of an attribute."""
    return f'"{escape_all(without_controls(text))}"'


def element(name: str, text: str) -> str:
    """Return an element that contains only *text*, on its own line."""
    return f"<{name}>{escape(text)}</{name}>\n"
