"""`*Emphasis*`, `**strong emphasis**` and `~~struck out~~`, beside letters of any script (`markup.flanking`)."""

from markdown_it import MarkdownIt

from byeoru.parse.markup.rule import NO_WORDS, Rule

_TAGS = ("em", "strong", "s")


def _install(parser: MarkdownIt) -> None:
    parser.enable("strikethrough")


RULE = Rule(
    "emphasis",
    _install,
    starts=("*", "_", "~~"),
    html={f"{tag}_open": f"<{tag}>" for tag in _TAGS} | {f"{tag}_close": f"</{tag}>" for tag in _TAGS},
    words={f"{tag}_{end}": NO_WORDS for tag in _TAGS for end in ("open", "close")},
)
