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
from byeoru.model.body import Anchor, Attribute, Attributes, Link, Wikilink
from byeoru.parse.markup.environment import LinkedText, MarkdownEnv
from byeoru.parse.markup.finished import FINISHED, Texts
from byeoru.parse.markup.parts import edges_of
from byeoru.parse.markup.pieces import MARK
from byeoru.parse.markup.rule import Write
from byeoru.parse.markup.simple import Simple, SimpleLink
from byeoru.parse.markup.simple import Write as WriteLater
from byeoru.parse.markup.words import simple_of

Html = Mapping[str, str | Write]
Place = tuple[int, int, int]  # of a link in the words of its block: as in ``LinkedText``


def write(tokens: Sequence[Token], env: MarkdownEnv, html: Html) -> str:
    """Return the HTML of the blocks of a document."""
    result: list[str] = []
    edges = edges_of(tokens)
    put = env.pieces.put
    for at, token in enumerate(tokens):
        if at in edges:
            result += map(put, edges[at])
        if token.type == FINISHED:
            result.append(finished_html(token, env))
        elif token.type == "inline":
            if token.map:
                env.block = (token.map[0], token.map[1])
            env.links = []
            result.append(_inline(token, env, html))
            if any(slot is not None for slot in env.links):
                env.linked.append(_linked(token, env))
        elif (writer := html.get(token.type)) is not None and not isinstance(writer, str):
            result.append(writer(tokens, at, env))
        elif not token.hidden:
            result.append(_tag(tokens, at, env))
    result += map(put, edges.get(len(tokens), ()))
    return "".join(result)


def finished_html(block: Token, env: MarkdownEnv) -> str:
    """Return a finished block with its links."""
    texts: Texts = block.meta["texts"]
    html = _with_pieces(block.content, texts, env) if MARK in block.content else block.content
    if texts.contents:
        env.block = texts.lines
    return html


def _with_pieces(html: str, texts: Texts, env: MarkdownEnv) -> str:
    parts = iter(html.split(MARK))
    result = [next(parts)]
    for text in texts.marked:
        env.block, env.links = text.lines, []
        for piece in text.simple.pieces:
            result += [_piece(piece, env), next(parts)]
        if any(slot is not None for slot in env.links):
            env.linked.append(_linked_simple(text.simple, env))
    return "".join(result)


def _piece(piece: SimpleLink | WriteLater, env: MarkdownEnv) -> str:
    if not isinstance(piece, SimpleLink):
        return piece(env)
    if piece.is_wiki:
        return wikilink(piece.target, piece.title, env)
    return link_tag(piece.target, {"title": piece.title} if piece.title else {}, env)


def _inline(token: Token, env: MarkdownEnv, html: Html) -> str:
    """Return inline text, after what a rule has put before it."""
    before: str = token.meta.get("before", "")
    simple = simple_of(token)
    if simple is None:
        return before + _children(token.children or [], env, html)
    if not simple.pieces:
        return before + simple.html
    parts = simple.html.split(MARK)
    result = [before, parts[0]]
    for piece, part in zip(simple.pieces, parts[1:], strict=True):
        result += [_piece(piece, env), part]
    return "".join(result)


def _linked(inline: Token, env: MarkdownEnv) -> LinkedText:
    """Return the words of a block whose links have been written."""
    simple = simple_of(inline)
    return _linked_simple(simple, env) if simple else _joined(*_places(inline.children or [], env), env)


def _linked_simple(simple: Simple, env: MarkdownEnv) -> LinkedText:
    links = [piece for piece in simple.pieces if isinstance(piece, SimpleLink)]
    places = [(link.start, link.start if link.is_bare else link.end, link.end) for link in links]
    return _joined(simple.words, places, env)


def _joined(text: str, places: Sequence[Place], env: MarkdownEnv) -> LinkedText:
    links = [(slot, *place) for slot, place in zip(env.links, places, strict=True) if slot is not None]
    return LinkedText(text, tuple(links))


def _places(children: Sequence[Token], env: MarkdownEnv) -> tuple[str, list[Place]]:
    """Return the words of inline tokens, and where those of each link are."""
    words: list[str] = []
    places: list[Place] = []
    length = 0
    for child in children:
        start = length
        if child.type in env.words:
            words.append(env.words[child.type](child))
            length += len(words[-1])
        if child.type == "link_open":
            places.append((start, start, start))
        elif child.type == "link_close" and places:
            places[-1] = (places[-1][0], start, start)
        elif child.type == "wikilink":
            places.append((start, length if child.meta["label"] else start, length))
    return "".join(words), places


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
    env.links.append(slot)
    if slot is None:
        return f'<a href="{escape(target)}"{in_tag(attributes, env)}>'
    return env.pieces.put(Link(slot, attributes))


def wikilink(target: str, label: str, env: MarkdownEnv) -> str:
    """Return a whole link to the page with the name *target*."""
    slot = env.references.add_name("wiki", target, env.block, label=label)
    env.links.append(slot)
    return env.pieces.put(Wikilink(slot, escaped(label)))


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
