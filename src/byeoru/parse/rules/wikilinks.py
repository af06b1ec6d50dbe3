"""Links of Obsidian and its relatives: `[[note]]`, `[[note#heading|label]]`."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.base.paths import is_external
from byeoru.parse.markup.brackets import link_at
from byeoru.parse.markup.embedded import kind_of
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.inline_parser import State
from byeoru.parse.markup.rule import Rule, Words
from byeoru.parse.markup.text_reader import Hard, TextReader
from byeoru.parse.markup.wikilink import WEB, shown_name, wikilink_at
from byeoru.parse.markup.writer import link_tag, wikilink


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("link", "wikilink", _read)


def _read(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    start = state.pos
    if state.linkLevel or not state.src.startswith("[[", start):
        return False
    link = wikilink_at(state.src, start, state.posMax)
    if link is None or _is_markdown(state, start):
        return False
    if not silent:
        token = state.push("wikilink", "a", 0)
        token.content = link.target
        token.meta = {"label": link.label}
    state.pos = link.end
    return True


def _is_markdown(state: State, start: int) -> bool:
    """Tell whether Markdown gives the brackets a meaning: `[[1]](https://a.kr)`, or `[[1]]` where `[1]` is defined.

    Foam defines the names of notes as paths, for other programs; there the name counts.
    """
    if link_at(state, start) is not None:
        return True
    inner = link_at(state, start + 1)
    return inner is not None and is_external(inner.href)


def _write(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    target, label = tokens[at].content, str(tokens[at].meta["label"])
    for url, words in ((target, label), (label, target)):  # the wikis of GitHub have the label first
        if WEB.fullmatch(url):
            return f"{link_tag(url, {}, env)}{escaped(words or url)}</a>"
    if kind_of(target) == "query":  # a table that Obsidian computes; its file is no page
        env.links.append(None)
        return escaped(label or shown_name(target))
    return wikilink(target, label, env)


def _words(token: Token) -> str:
    return str(token.meta["label"]) or shown_name(token.content)


def _quick(reader: TextReader) -> None:
    """Read a wikilink that nothing in Markdown could also mean."""
    link = wikilink_at(reader.text, reader.at)
    if link is None or reader.has_definitions or reader.last_link > reader.at or kind_of(link.target) == "query":
        raise Hard
    if reader.text.startswith(("(", "["), link.end) or WEB.fullmatch(link.target) or WEB.fullmatch(link.label):
        raise Hard
    reader.at = link.end
    reader.link(link.target, link.label, link.label or shown_name(link.target), is_wiki=True)


RULE = Rule(
    "wikilinks",
    _install,
    starts=("[[",),
    quick_texts={"[[": _quick},
    html={"wikilink": _write},
    words={"wikilink": Words(_words, are_all=False)},
    after=("links",),
)
