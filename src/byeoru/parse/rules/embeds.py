"""Videos and gists: a link alone on its line becomes an embed.

No request goes to the other site before the reader clicks: the page has the link, and the URL that a script then
puts into a frame. Without JavaScript it remains a link.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule

_ALONE = lazy_pattern(r"<?(https?://[^\s<>]+)>?")
_SOURCES = (
    (
        "video",
        lazy_pattern(
            r"https?://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#\s]*&)?v=|shorts/|live/|embed/)|youtu\.be/)"
            r"(?P<id>[\w-]{11})(?:[?&](?:[^#\s]*&)?(?:t|start)=(?P<start>\d+)s?)?[^\s]*"
        ),
        "https://www.youtube-nocookie.com/embed/{id}{query}",
    ),
    (
        "video",
        lazy_pattern(r"https?://(?:www\.)?vimeo\.com/(?P<id>\d+)(?P<start>)/?"),
        "https://player.vimeo.com/video/{id}",
    ),
    (
        "gist",
        lazy_pattern(r"https?://gist\.github\.com/(?P<id>[\w-]+/[0-9a-f]{8,40})(?P<start>)/?"),
        "https://gist.github.com/{id}.pibb",
    ),
)


class Player(NamedTuple):
    """What is shown when the reader clicks a link."""

    kind: str  # "video" or "gist"
    link: str
    source: str  # of the frame


def read_embed(text: str) -> Player | None:
    """Return the embed for a line that is only a link, None if it remains a link."""
    alone = _ALONE.fullmatch(text)
    if alone is None:
        return None
    for kind, pattern, source in _SOURCES:
        if (match := pattern.fullmatch(alone[1])) is not None:
            query = f"?start={match['start']}" if match["start"] else ""
            return Player(kind, alone[1], source.format(id=match["id"], query=query))
    return None


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "embeds", _find)


def _find(state: StateCore) -> None:
    if not any(host in state.src for host in ("youtu", "vimeo", "gist.github")):
        return
    tokens = state.tokens
    for at in range(len(tokens) - 2, 0, -1):
        token = tokens[at]
        if token.type != "inline" or "://" not in token.content[:9] or tokens[at - 1].type != "paragraph_open":
            continue
        if (embed := read_embed(token.content)) is not None:
            tokens[at - 1 : at + 2] = [
                Token("embed", "", 0, block=True, map=token.map, level=token.level - 1, content=html_of(embed))
            ]


def html_of(embed: Player) -> str:
    """Return the HTML of an embed: a link where the frame will be."""
    link = escape(embed.link)
    source = escape(embed.source)
    return f'<p class="embed" data-kind="{embed.kind}" data-source="{source}"><a href="{link}">{link}</a></p>\n'


def _write(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    return tokens[at].content


RULE = Rule(
    "embeds",
    _install,
    claims=r"<?https?://[^\s<>]*(?:youtu|vimeo|gist\.github)",
    html={"embed": _write},
    after=("callouts",),
)
