"""Bare URLs in running text, which end before a Korean particle that follows without a space.

`https://example.com은` links to `https://example.com`; so do `…/bar에서`, `www.naver.com에서` and `a@b.com으로`. Other
programs treat the particle as a part of the host or the path, and the link is broken.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.text_reader import Hard, TextReader
from byeoru.parse.rules.links import safe_target, shown_url

_PARTICLES = """
은 는 이 가 을 를 과 와 의 도 만 로 으로 에 에서 에게 께 까지 부터 처럼 보다 라고 이라고 라는 이라는 이나 나 이며 며
이고 고 이다 다 입니다 인데 에는 에도 에서는 에서도 으로는 로는 으로도 로도 로부터 으로부터 이란 란 조차 마저 밖에
뿐 대로 하고 이랑 랑 예요 이에요 라면 이라면 에서의 로의 으로의 와의 과의 요
"""
_HANGUL = "가-힣"
# Particles that are as likely a part of the URL: `/wiki/만`, `?q=나`.
_WORDS = "(?<!/(?=[만나도다요고며]$))(?<![=])"
_PARTICLE_AT_END = lazy_pattern(
    rf"(?<![{_HANGUL}]){_WORDS}(?:{'|'.join(sorted(_PARTICLES.split(), key=len, reverse=True))})$"
)
# Characters that end a URL in running text are excluded: space, quotes, angle and CJK brackets, CJK punctuation.
_REST = r"[^\s<>\"'`|\\^{}\[\]“”‘’「」『』《》〈〉【】（）、。，．：；！？…·]"
_AFTER_SCHEME = lazy_pattern(rf"://{_REST}{{1,2000}}")  # browsers accept no longer ones; also bounds the trimming
_LONGEST_SCHEME = 5
_SCHEME = lazy_pattern(r"(?:https?|ftp)$", re.IGNORECASE)
_OTHERS = lazy_pattern(
    rf"(?<![\w\u0300-\u036f./@:=\-])(?:www\.(?=[A-Za-z0-9]){_REST}{{1,2000}}|[A-Za-z0-9][A-Za-z0-9._+\-]{{0,63}}@[A-Za-z0-9\-_]+(?:\.[A-Za-z0-9\-_]+)+)",
    re.IGNORECASE,
)
_TRAILING = "?!.,:*_~&"
_ENTITY_AT_END = lazy_pattern(r"(?:&[A-Za-z0-9]+)?;$")
_TOP_LEVEL_IN_HANGUL = ("한국", "닷컴", "닷넷", "삼성")


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("newline", "bare_link", _read)
    parser.core.ruler.after("text_join", "bare_links", _find)


def trimmed(address: str) -> str:
    """Return a URL without trailing text that belongs to the sentence.

    >>> trimmed("https://example.com은"), trimmed("https://a.kr/bar에서는"), trimmed("https://한글.kr/길")
    ('https://example.com', 'https://a.kr/bar', 'https://한글.kr/길')
    """
    while True:
        shorter = _without_particle(_ENTITY_AT_END.sub("", _host_cut(address).rstrip(_TRAILING)))
        if shorter.endswith(")") and (unopened := shorter.count(")") - shorter.count("(")) > 0:
            bare = shorter.rstrip(")")
            shorter = shorter[: max(len(bare), len(shorter) - unopened)]
        if shorter == address:
            return address
        address = shorter


def _without_particle(address: str) -> str:
    scheme, mark, rest = address.rpartition("://")
    at = rest.find("/")
    return scheme + mark + rest[:at] + _PARTICLE_AT_END.sub("", rest[at:]) if at >= 0 else address


def _host_cut(address: str) -> str:
    """Cut a URL whose host continues in Hangul: the last label is ASCII, except for a few Korean top-level domains."""
    scheme, mark, rest = address.rpartition("://")
    end = next((at for at, character in enumerate(rest) if character in "/?#"), len(rest))
    host = rest[:end]
    label = host.rpartition(".")[2]
    at = next((at for at, character in enumerate(label) if "가" <= character <= "힣"), -1)
    if at < 0:
        return address
    if at == 0:
        known = next((name for name in _TOP_LEVEL_IN_HANGUL if label.startswith(name)), "")
        if not known or known == label:
            return address
        at = len(known)
    return scheme + mark + host[: len(host) - len(label) + at]


def _read(state: StateInline, silent: bool) -> bool:
    if silent or state.linkLevel or state.src[state.pos] != ":":
        return False
    following = _AFTER_SCHEME.match(state.src, state.pos)
    pending = state.pending
    scheme = _SCHEME.search(pending, max(0, len(pending) - _LONGEST_SCHEME)) if following else None
    if following is None or scheme is None or _is_letter(pending[: scheme.start()][-1:]):
        return False
    address = trimmed(scheme[0] + following[0])
    if len(address) <= len(scheme[0]) + len("://") or not _link(state, address, pending[: scheme.start()]):
        return False
    state.pos += len(address) - len(scheme[0])
    return True


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _link(state: StateInline, address: str, before: str) -> bool:
    href = state.md.normalizeLink(address)
    if not state.md.validateLink(href):
        return False
    state.pending = before
    opening = state.push("link_open", "a", 1)
    opening.attrs, opening.markup, opening.info = {"href": href}, "linkify", "auto"
    state.push("text", "", 0).content = state.md.normalizeLinkText(address)
    closing = state.push("link_close", "a", -1)
    closing.markup, closing.info = "linkify", "auto"
    return True


def _find(state: StateCore) -> None:
    if "www." not in state.src and "@" not in state.src:
        return
    for token in state.tokens:
        if token.type == "inline" and token.children and ("www." in token.content or "@" in token.content):
            token.children = _linked(token.children)


def _linked(children: list[Token]) -> list[Token]:
    """Return inline tokens with the URLs in their text linked, except inside links."""
    linked: list[Token] = []
    depth = 0
    for child in children:
        depth += child.nesting if child.type in {"link_open", "link_close"} else 0
        if child.type != "text" or depth:
            linked.append(child)
            continue
        at = 0
        for match in _OTHERS.finditer(child.content):
            address = trimmed(match[0])
            is_mail = "@" in address and not address.lower().startswith("www.")
            if match.start() < at or "." not in address or (is_mail and match[0][-1] in "-_"):
                continue
            href = f"mailto:{address}" if is_mail else f"http://{address}"
            linked.append(Token("text", "", 0, content=child.content[at : match.start()], level=child.level))
            linked.append(Token("link_open", "a", 1, attrs={"href": href}, level=child.level))
            linked.append(Token("text", "", 0, content=address, level=child.level + 1))
            linked.append(Token("link_close", "a", -1, level=child.level))
            at = match.start() + len(address)
        if at:
            child.content = child.content[at:]
        linked.append(child)
    return linked


def _quick(reader: TextReader) -> None:
    """Read a URL, whose scheme has been added as words."""
    before = reader.words[-1] if reader.words else ""
    scheme = _SCHEME.search(before, max(0, len(before) - _LONGEST_SCHEME))
    following = _AFTER_SCHEME.match(reader.text, reader.at)
    if scheme is None or following is None or not reader.text.startswith(before, reader.at - len(before)):
        raise Hard
    start = reader.at - len(scheme[0])
    last = reader.text[start - 1 : start]
    address = trimmed(scheme[0] + following[0])
    if last == "\\" or _is_letter(last) or len(address) <= len(scheme[0]) + len("://"):
        raise Hard
    safe = safe_target(address)
    reader.words[-1] = before[: scheme.start()]
    reader.html[-1] = reader.html[-1][: -len(scheme[0])]
    reader.link(safe, "", shown_url(address))
    reader.at = start + len(address)


RULE = Rule("bare_links", _install, starts=("://",), quick_texts={"://": _quick}, needs_tokens=("@", "www."))
