"""Tags in the text, as in Obsidian and Logseq: `#태그`, `#상위/하위`; each is a tag of the page, and leads to its list.

A number is none, nor is a color or what stands within a word. Hangul is read whole: where the tag ends and a particle
begins, only the author knows.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.base.patterns import lazy_pattern
from byeoru.model.body import Attribute, Link
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule, Words

_TAG = lazy_pattern(r"#(?P<name>[\w\-/]*[^\W\d_][\w\-/]*)")
_COLOR = lazy_pattern(r"(?=[a-f]*\d)(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})|f{3}|f{6}", re.IGNORECASE)
_CLASS = (Attribute("class", ' class="tag"'),)
_BEFORE = " \t\n(（[「『\"'“‘,、，·>*~="


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.push("hashtag", _read)


def _read(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if state.src[start] != "#" or state.linkLevel or (start and state.src[start - 1] not in _BEFORE):
        return False
    match = _TAG.match(state.src, start, state.posMax)
    name = match["name"].rstrip("/-") if match else ""
    end = start + 1 + len(name)
    if not name or name.startswith("/") or _COLOR.fullmatch(name) or state.src[end : end + 1] == "#":
        return False
    if not silent:
        token = state.push("hashtag", "a", 0)
        token.content = f"#{name}"
    state.pos = end
    return True


def _write(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    written = tokens[at].content
    slot = env.references.add_tag(written, env.block)
    return f"{env.pieces.put(Link(slot, _CLASS))}{escaped(written)}</a>"


RULE = Rule(
    "hashtags",
    _install,
    starts=("#",),
    html={"hashtag": _write},
    words={"hashtag": Words(are_all=False)},
    after=("text",),
    is_enabled=lambda dialect: dialect.is_note,
)
