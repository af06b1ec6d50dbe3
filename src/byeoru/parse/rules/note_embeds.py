"""What Obsidian embeds: `![[picture.png|300]]`, `![[sound.mp3]]`, `![[note#heading]]`.

A note is a block, so it divides the paragraph that it stands in. In a cell, a heading or emphasis only its words can be
shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.model.body import Embed, Media
from byeoru.parse.markup.brackets import image_at
from byeoru.parse.markup.embedded import kind_of, label_and_size
from byeoru.parse.markup.environment import MarkdownEnv, RuleFinding, environment_of
from byeoru.parse.markup.inline_parser import State
from byeoru.parse.markup.rule import Rule, Words
from byeoru.parse.markup.wikilink import wikilink_at

_BREAKS = frozenset({"softbreak", "hardbreak"})


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("image", "wiki_embed", _read)
    parser.core.ruler.after("inline", "note_embeds", _divide)


def _read(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    start = state.pos
    if not state.src.startswith("![[", start):
        return False
    written = wikilink_at(state.src, start + 1, state.posMax)
    if written is None or image_at(state, start + 1) is not None:  # `![[a]](b.png)` is a picture of Markdown
        return False
    kind = kind_of(written.target)
    if state.linkLevel and kind != "picture":
        return False
    if kind == "query":
        _leave_out(state, written.target, silent=silent)
    elif not silent:
        label, width, height = label_and_size(written.label)
        if kind == "picture":
            token = state.push("image", "img", 0)
            token.attrs = {"src": written.target, "alt": label}
            token.attrs |= {name: value for name, value in (("width", width), ("height", height)) if value}
            token.meta = {"name": written.target}
        else:
            token = state.push("note_embed" if kind == "note" else "media", "", 0)
            token.content = written.target
            token.meta = {"kind": kind, "label": label}
    state.pos = written.end
    return True


def _leave_out(state: StateInline, target: str, *, silent: bool) -> None:
    """Push a token that shows nothing in place of a view that Obsidian computes, and report it."""
    if not silent:
        env = environment_of(state)
        lines = (env.line, env.line + 1)
        env.findings.append(RuleFinding("computed-left-out", lines, {"name": "Bases"}, target, "show-as-text"))
        state.push("media", "", 0).meta = {"kind": "query", "label": ""}


def _divide(state: StateCore) -> None:
    """Put each note that stands in a paragraph between two paragraphs."""
    if "[[" not in state.src:
        return
    tokens: list[Token] = []
    at, old = 0, state.tokens
    while at < len(old):
        token = old[at]
        if token.type == "paragraph_open" and _has_note(old[at + 1]):
            tokens += _divided(token, old[at + 1], old[at + 2])
            at += 3
        else:
            tokens.append(token)
            at += 1
    state.tokens = tokens


def _has_note(inline: Token) -> bool:
    return any(child.type == "note_embed" and child.level == 0 for child in inline.children or ())


def _divided(opening: Token, inline: Token, closing: Token) -> Iterator[Token]:
    """Yield the blocks of a paragraph with notes."""
    before: str = inline.meta.get("before", "")
    for part in _parts(inline.children or []):
        if part[0].type == "note_embed" and part[0].level == 0:
            embed = replace(part[0], type="note_embed_block", map=inline.map, block=True, level=opening.level)
            yield embed
        elif children := _trimmed(part):
            yield opening
            content = "".join([child.content for child in children])
            yield replace(inline, children=children, content=content, meta={"before": before} if before else {})
            yield closing
            opening, before = replace(opening, attrs={}), ""


def _parts(children: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the notes among the children of a paragraph, and what stands between them."""
    part: list[Token] = []
    for child in children:
        if child.type == "note_embed" and child.level == 0:
            if part:
                yield part
            yield [child]
            part = []
        else:
            part.append(child)
    if part:
        yield part


def _trimmed(children: Sequence[Token]) -> list[Token]:
    """Return the tokens of a part without the spaces and line breaks at its ends."""
    start, end = 0, len(children)
    while start < end and _is_space(children[start]):
        start += 1
    while start < end and _is_space(children[end - 1]):
        end -= 1
    trimmed = list(children[start:end])
    if trimmed and trimmed[0].type == "text":
        trimmed[0] = replace(trimmed[0], content=trimmed[0].content.lstrip(" "))
    if trimmed and trimmed[-1].type == "text":
        trimmed[-1] = replace(trimmed[-1], content=trimmed[-1].content.rstrip(" "))
    return trimmed


def _is_space(token: Token) -> bool:
    return token.type in _BREAKS or (token.type == "text" and not token.content.strip(" "))


def _inline(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return _embed(tokens[at], env, is_inline=True)


def _block(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    first, end = tokens[at].map or (0, 0)
    env.block = (first, end)
    before = "\n" if at and tokens[at - 1].hidden else ""
    return before + _embed(tokens[at], env, is_inline=False)


def _embed(token: Token, env: MarkdownEnv, *, is_inline: bool) -> str:
    return env.pieces.put(Embed(env.references.add_name("embed", token.content, env.block), is_inline))


def _media(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    token = tokens[at]
    if token.meta["kind"] == "query":
        return ""
    slot = env.references.add_name("embed", token.content, env.block)
    if token.content.partition("#")[0].lower().endswith(".canvas"):
        name = token.content.rpartition("/")[2]
        env.findings.append(RuleFinding("canvas-as-link", env.block, {"name": name}, token.content, "export-canvas"))
    return env.pieces.put(Media(slot, token.meta["kind"], escaped(token.meta["label"])))


RULE = Rule(
    "note_embeds",
    _install,
    starts=("![[",),
    block_triggers=("![[", "{{embed"),
    html={"note_embed": _inline, "note_embed_block": _block, "media": _media},
    words={
        "note_embed": Words(lambda _: "", are_all=False),
        "media": Words(lambda token: str(token.meta["label"]), are_all=False),
    },
    after=("links", "wikilinks"),
)
