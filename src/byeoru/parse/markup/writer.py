"""Render tokens to HTML in one pass.

In:  the tokens of one document, and the HTML functions of the rules.
Out: HTML with one MARK for each piece.
Must not: visit a token twice, or depend on anything but its document.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.model.body import Anchor, Attribute, Attributes, Link
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.pieces import MARK
from byeoru.parse.markup.rule import Write
from byeoru.parse.markup.words import simple_of

Html = Mapping[str, str | Write]


def write(tokens: Sequence[Token], env: MarkdownEnv, html: Html) -> str:
    """Return the HTML of the blocks of a document."""
    result = []
    for at, token in enumerate(tokens):
        if token.type == "inline":
            if token.map:
                env.block = (token.map[0], token.map[1])
            result.append(_inline(token, env, html))
        elif (writer := html.get(token.type)) is not None and not isinstance(writer, str):
            result.append(writer(tokens, at, env))
        elif not token.hidden:
            result.append(_tag(tokens, at, env))
    return "".join(result)


def _inline(token: Token, env: MarkdownEnv, html: Html) -> str:
    """Return inline text, after what a rule has put before it."""
    before: str = token.meta.get("before", "")
    simple = simple_of(token)
    if simple is None:
        return before + _children(token.children or [], env, html)
    if not simple.links:
        return before + simple.html
    parts = simple.html.split(MARK)
    result = [before, parts[0]]
    for (target, title), part in zip(simple.links, parts[1:], strict=True):
        result += [link_tag(target, {"title": title} if title else {}, env), part]
    return "".join(result)


def _children(tokens: Sequence[Token], env: MarkdownEnv, html: Html) -> str:
    result = []
    for at, token in enumerate(tokens):
        kind = token.type
        if kind == "text":
            result.append(escaped(token.content))
        elif (writer := html.get(kind)) is None:
            result.append(_tag(tokens, at, env))
        elif not isinstance(writer, str):
            result.append(writer(tokens, at, env))
        else:
            result.append(_tag(tokens, at, env) if token.attrs else writer)
    return "".join(result)


def _tag(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    """Return the tag of a token, with the line breaks that the library puts around blocks.

    Half of all tokens are rendered here; the library makes six calls for each.
    """
    token = tokens[at]
    after = "\n" if token.block else ""
    if token.nesting == -1 and not token.attrs:
        return f"</{token.tag}>{after}"
    before = "\n" if token.block and token.nesting != -1 and at and tokens[at - 1].hidden else ""
    if token.nesting == 1 and at + 1 < len(tokens):
        following = tokens[at + 1]
        is_empty = following.nesting == -1 and following.tag == token.tag
        if following.type == "inline" or following.hidden or is_empty:
            after = ""
    attributes = in_tag(attributes_of(token.attrs), env) if token.attrs else ""
    return f"{before}<{'/' if token.nesting == -1 else ''}{token.tag}{attributes}>{after}"


def link_tag(target: str, attrs: Mapping[str, Any], env: MarkdownEnv) -> str:
    """Return the opening tag of a link."""
    attributes = attributes_of(attrs)
    slot = env.references.add("link", target, env.block)
    if slot is None:
        return f'<a href="{escape(target)}"{in_tag(attributes, env)}>'
    return env.pieces.put(Link(slot, attributes))


def attributes_of(attrs: Mapping[str, Any]) -> Attributes:
    """Return the attributes of a token."""
    if not attrs:  # as in most
        return ()
    pairs = [(name, escape(str(value))) for name, value in attrs.items()]
    return tuple([Anchor(text) if name == "id" else Attribute(name, f' {name}="{text}"') for name, text in pairs])


def in_tag(attributes: Attributes, env: MarkdownEnv) -> str:
    """Return attributes for a tag that is text; an anchor is a piece."""
    if not attributes:
        return ""
    put = env.pieces.put
    return "".join([attribute.text if isinstance(attribute, Attribute) else put(attribute) for attribute in attributes])
