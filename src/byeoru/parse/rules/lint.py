"""What is right by the rules and was hardly meant: warnings with what to type instead.

In:  the inline tokens of a document.
Out: code, the text to look for and the arguments of each problem, in `env["lint"]`.
Must not: change a token.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

# HTML's elements, those of SVG and MathML that people write by hand, and what a browser keeps the text of.
_NAMES = """
a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite
code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer
form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li line link
main map mark marquee math menu menuitem meta meter mi mn mo mrow nav nobr noframes noscript object ol optgroup option
output p param path picture polygon pre progress q rect rp rt ruby s samp script search section select slot small source
span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt
u ul use var video wbr circle defs ellipse polyline tspan
"""
_ELEMENTS = frozenset(_NAMES.split())
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9_.:-]*)([^>]*)>")
_UNDERSCORED = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]*[^\s_])_(?=[가-힣])")
_CALCULATION = re.compile(r"[0-9A-Za-z)]$")


def install(parser: MarkdownIt) -> None:
    """Let *parser* note what was hardly meant."""
    parser.core.ruler.push("lint", _look)


def _look(state: StateCore) -> None:
    found = state.env["lint"]
    for token in state.tokens:
        if token.type == "inline" and token.children:
            lines = tuple(token.map or (0, 0))
            _tags(token.children, lines, found)
            if "_" in token.content:
                _underscores(token.children, lines, found)
            if "*" in token.content:
                _stars(token.children, lines, found)


Found = list[tuple[str, str, tuple[int, ...], dict[str, str]]]


def _tags(children: list[Token], lines: tuple[int, ...], found: Found) -> None:
    """Note tags that no browser knows: `<pid>` and `List<String>` vanish from the page."""
    for child in children:
        if child.type != "html_inline":
            continue
        tag = _TAG.fullmatch(child.content)
        if tag and tag[1].lower() not in _ELEMENTS and "-" not in tag[1] and not child.content.startswith("</"):
            found.append(("vanishing-tag", child.content, lines, {"tag": child.content, "name": tag[1]}))


def _underscores(children: list[Token], lines: tuple[int, ...], found: Found) -> None:
    for child in children:
        if child.type == "text" and (match := _UNDERSCORED.search(child.content)):
            found.append(("underscore-emphasis", match[0], lines, {"text": match[0], "better": f"*{match[1]}*"}))


def _stars(children: list[Token], lines: tuple[int, ...], found: Found) -> None:
    """Note emphasis between letters or digits on both of its outsides and insides: `3*3 … 7*7` is a calculation."""
    for at, child in enumerate(children):
        if child.type != "em_open" or child.markup != "*" or not at:
            continue
        close = next((n for n in range(at, len(children)) if children[n].type == "em_close"), at)
        before, after = children[at - 1].content, children[close + 1].content if close + 1 < len(children) else ""
        inside = children[at + 1].content if at + 1 < len(children) else ""
        if _CALCULATION.search(before) and after[:1].isalnum() and inside[:1].isalnum() and after[:1].isascii():
            text = f"{before[-8:].split(' ')[-1]}*{inside[:8].split(' ')[0]}"
            found.append(("eaten-asterisk", text, lines, {"text": text, "better": text.replace("*", "\\*")}))
