"""Front-matter keys that keep a page from being published, in the words of whatever program, and however misspelt.

In:  the keys and values of a front matter, or a text that could not be read as one.
Out: ``Mark`` values: which key keeps the page back, and why.
Must not: decide what becomes of a page that is kept back, or quote a value: it can be a password.

The keys are those of Jekyll (`published`), Hugo (`draft`, `headless`, `expiryDate`, `build.render`), Hexo's plugin
hexo-blog-encrypt (`password`), WordPress exports (`status`, `visibility`, `post_password`), velog (`is_private`,
`is_temp`), Obsidian Publish and digital gardens (`publish`, `dg-publish`), and what Korean authors write by hand.
A mark that cannot be read keeps the page back too.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from byeoru.base.fields import flag_of
from byeoru.base.yaml_nodes import Mapping, Node, Scalar

# What a key asks for: a draft where it is on, privacy where it is on, privacy where it is off, or by its value.
Kind = Literal["draft", "closes", "opens", "state", "status"]
Reason = Literal["draft", "asks-for-privacy", "misspelt-draft", "unclear-draft"]

# Keys as `_normal` leaves them.
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("draft", "isdraft", "istemp", "초안", "임시저장", "임시글"), "draft"),
    **dict.fromkeys(("private", "isprivate", "secret", "confidential", "locked", "headless"), "closes"),
    **dict.fromkeys(("encrypt", "encrypted", "isencrypted", "protected", "isprotected", "passwordprotected"), "closes"),
    **dict.fromkeys(("password", "passwd", "postpassword", "membersonly", "unpublish", "unpublished"), "closes"),
    **dict.fromkeys(("expirydate", "expires", "expiry", "unpublishdate", "embargo"), "closes"),
    **dict.fromkeys(("비공개", "비공개글", "비밀글", "비밀번호", "암호", "보호글"), "closes"),
    **dict.fromkeys(
        ("published", "publish", "ispublished", "public", "ispublic", "dgpublish", "visible", "공개"), "opens"
    ),
    **dict.fromkeys(("visibility", "privacy", "postvisibility", "poststatus", "공개여부", "공개범위"), "state"),
    **dict.fromkeys(("status", "access", "상태"), "status"),
}
# Words that are misspelt so often that a key near one of them is taken for it, and how near that is.
_NEAR: dict[str, int] = {
    **dict.fromkeys(("draft", "private"), 1),
    **dict.fromkeys(("password", "encrypted", "protected", "published", "visibility", "unpublished"), 2),
}
_FAR = 2  # changes to `draft` where the value is plainly a switch that is on
_WORDS = {"craft", "crafts", "graft", "raft", "daft", "drift", "aft", "draught", "primate", "publisher", "publishers"}
_LONGEST = 24  # characters of a key that can be one of these

_OPEN = {"public", "publish", "published", "open", "everyone", "all", "future", "3", "20"}
_OPEN |= {"공개", "전체공개", "전체 공개", "발행", "공개글"}
_CLOSED = {"private", "hidden", "protected", "password", "members", "secret", "trash", "unpublished", "closed"}
_CLOSED |= {"비공개", "비밀글", "보호", "숨김"}
_DRAFTS = {"draft", "pending", "auto-draft", "wip", "초안", "임시저장", "작성중", "작성 중"}
_FLAGS = {**dict.fromkeys(("예", "네", "참"), True), **dict.fromkeys(("아니오", "아니요", "거짓"), False)}

# A key in a front matter that cannot be read, with or without its colon.
_KEY = re.compile(
    r"""(?:^|[\s{,"'])(?P<key>[^\W\d][\w-]{1,30})["']?(?:\s*[:：=﹕︓]|[ \t]*$|[ \t]+(?=(?:true|yes|on)\b))""",
    re.MULTILINE,
)
# A line of the form `key: value` that stands in a text, and one that can have been meant as a fence, or is a heading.
_LINE = re.compile(
    r"""["']?(?P<key>[^\W\d][\w -]{0,30}?)["']?\s*[:：=﹕︓]\s*["']?(?P<value>[^"'\n]{0,60}?)["']?\s*,?"""
)
_EDGE = re.compile(r"[-–—+;{}~=*]{0,6}|#{1,6}[ \t].*")
_WIDTH = 200  # characters of such a line that are read, for the patterns are not linear
_HEAD = 40  # lines at the beginning of a text that are looked at


class Mark(NamedTuple):
    """A key that keeps a page back."""

    reason: Reason
    key: Scalar
    near: str = ""  # the word that it was meant to be


def marks_of(mapping: Mapping) -> Iterator[Mark]:
    """Yield what keeps a page back; a nested mapping is looked into, but not the author's own `extra`."""
    for key, node in mapping.pairs:
        word, misspelt = _meant(key.text)
        kind = _KINDS.get(word)
        if kind and (reason := _reason(kind, node)):
            yield Mark(_said(reason, key.text, is_misspelt=misspelt and word == "draft"), key, word)
        elif kind is None and _is_far_draft(key.text, node):
            yield Mark("misspelt-draft", key, "draft")
        if isinstance(node, Mapping) and key.text != "extra":
            yield from _nested(node)


def is_guard(key: str) -> bool:
    """Tell whether *key*, as it is spelled, is one of those that keep pages back.

    >>> is_guard("Private"), is_guard("post_status"), is_guard("draf"), is_guard("title")
    (True, True, False, False)
    """
    return _normal(key) in _KINDS


def mentions_guard(text: str) -> bool:
    """Tell whether a part of a front matter that cannot be read could hold such a key, misspelt or not."""
    return any(_meant(found["key"])[0] in _KINDS for found in _KEY.finditer(text))


def mark_in_text(text: str) -> int | None:
    """Return the line, from 0, of a mark at the beginning of *text*: a front matter that was not seen as one.

    Only lines `key: value` and what could be meant as a fence are read, up to the first line of prose.
    """
    at = len(text) - len(text.lstrip("\n"))
    for number in range(at, at + _HEAD):
        end = text.find("\n", at)
        line = text[at : min(end if end >= 0 else len(text), at + _WIDTH)].strip()
        found = _LINE.fullmatch(line)
        if found is None:
            if end < 0 or not _EDGE.fullmatch(line):
                return None
        else:
            node = Scalar(found["value"], 1, 1, 1, is_plain=True)
            kind = _KINDS.get(_normal(found["key"]))
            if kind and (flag_of(node.text) is not None or kind in {"state", "status"}) and _reason(kind, node):
                return number
        at = end + 1 if end >= 0 else len(text)
    return None


def _nested(mapping: Mapping) -> Iterator[Mark]:
    for key, node in mapping.pairs:
        if key.text == "draft" and _reason("draft", node):
            yield Mark("asks-for-privacy", key, "draft")
        elif key.text == "render" and isinstance(node, Scalar) and node.text.lower() in {"never", "false"}:
            yield Mark("asks-for-privacy", key, "render")
        elif isinstance(node, Mapping):
            yield from _nested(node)


def _said(reason: Reason, key: str, *, is_misspelt: bool) -> Reason:
    """Return what is said of a mark; a draft mark in our own words is none of a mistake."""
    if is_misspelt or (reason == "draft" and key not in {"draft", "status"}):
        return "misspelt-draft"
    return reason


def _reason(kind: Kind, node: Node) -> Reason | None:
    """Return why a value keeps its page back, None where it does not."""
    text = unicodedata.normalize("NFKC", node.text).strip().lower() if isinstance(node, Scalar) else "?"
    is_empty = isinstance(node, Scalar) and (node.is_null or not text)
    flag = _FLAGS.get(text, flag_of(text))
    match kind:
        case "draft":
            return None if flag is False else "draft" if flag else "unclear-draft"
        case "closes":
            return None if is_empty or flag is False else "asks-for-privacy"
        case "opens":
            if text in _CLOSED or flag is False:
                return "asks-for-privacy"
            return "unclear-draft" if flag is None and not _is_open(text) else None
        case "state":
            return None if is_empty or text in _OPEN or flag is True else "asks-for-privacy"
        case "status":
            return "draft" if text in _DRAFTS else "asks-for-privacy" if text in _CLOSED else None


def _is_open(text: str) -> bool:
    """Tell whether a value that is no switch says plainly that a page is public: a date, or a word for it."""
    return text in _OPEN or text[:4].isdecimal()


@lru_cache(maxsize=1 << 10)
def _normal(key: str) -> str:
    """Return a key without letter case, width, and what stands between its words."""
    return re.sub(r"[\s_\-.:]", "", unicodedata.normalize("NFKC", key[: 2 * _LONGEST])).casefold()


@lru_cache(maxsize=1 << 10)
def _meant(key: str) -> tuple[str, bool]:
    """Return the word that *key* was meant to be, and whether it is misspelt; the key itself if it is none of ours."""
    word = _normal(key)
    if word in _KINDS or len(word) > _LONGEST or word in _WORDS:
        return word, False
    if "draft" in word and len(word) <= len("draft") + 3:
        return "draft", True
    near = (known for known, most in _NEAR.items() if 0 < changes(word, known, most) <= most)
    found = next(near, "")
    return (found, True) if found else (word, False)


def _is_far_draft(key: str, node: Node) -> bool:
    """Tell whether a switch that is on has a name two changes away from `draft`, which begins with the same letter."""
    word = _normal(key)
    if not word.startswith("d") or len(word) < 4 or word in _WORDS or not isinstance(node, Scalar):
        return False
    return flag_of(node.text) is True and changes(word, "draft", _FAR) <= _FAR


def changes(word: str, other: str, most: int) -> int:
    """Return how many letters are missing, added, wrong or exchanged with their neighbour; more than *most* is enough.

    >>> changes("darft", "draft", 1), changes("draf", "draft", 1), changes("title", "draft", 1)
    (1, 1, 2)
    """
    if abs(len(word) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(word, 1):
        this = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, this[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            this.append(cost)
        before, last = last, this
        if min(last) > most:
            return most + 1
    return last[-1]
