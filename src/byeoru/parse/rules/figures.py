"""Figures: an image alone in its paragraph, with a caption.

The caption is the image's title, or an italic line below the image (as in Jekyll's theme Chirpy). An image
without either remains in its paragraph.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.parse.markup.rule import Rule


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.push("figures", _find)


def _find(state: StateCore) -> None:
    if "![" not in state.src:
        return
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type != "inline" or not token.children or token.children[0].type not in {"image", "link_open"}:
            continue
        if tokens[at - 1].type != "paragraph_open" or tokens[at - 1].hidden:
            continue
        picture, caption = _divided(token.children)
        if picture:
            # In a footnote, the link back to the text precedes the end of the paragraph.
            closing = next(index for index in range(at + 1, len(tokens)) if tokens[index].type == "paragraph_close")
            for paragraph in (tokens[at - 1], tokens[closing]):
                paragraph.type, paragraph.tag = paragraph.type.replace("paragraph", "figure"), "figure"
            token.children = [*picture, Token("caption_open", "figcaption", 1), *caption]
            token.children.append(Token("caption_close", "figcaption", -1))


def _divided(children: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens of an image and of its caption; empty if it is not an image with a caption."""
    size = 3 if children[0].type == "link_open" else 1
    picture, rest = children[:size], children[size:]
    image = picture[-2] if size == 3 and len(picture) == 3 else picture[0]
    if image.type != "image" or (size == 3 and picture[-1].type != "link_close"):
        return [], []
    if not rest and (title := image.attrs.pop("title", "")):
        return picture, [Token("text", "", 0, content=str(title))]
    is_italic = (
        len(rest) > 2 and rest[0].type == "softbreak" and rest[1].type == "em_open" and rest[-1].type == "em_close"
    )
    if is_italic and not any(token.type in {"em_open", "em_close", "softbreak"} for token in rest[2:-1]):
        return picture, rest[2:-1]
    return [], []


RULE = Rule(
    "figures",
    _install,
    claims=r"""\[?!\[[^\n]*(?:[)}][ \t]*\n|["')]\)|\](?!\())""",  # a line below it, a title, or that of a definition
    html={"caption_open": "<figcaption>", "caption_close": "</figcaption>"},
    after=("headings",),
)
