"""Recognise privacy markers: front-matter keys that keep a page unpublished, of many programs and also misspelt.

In:  the keys and values of front matter, or a text that could not be parsed as front matter.
Out: ``PrivacyMarker`` values: which key keeps the page unpublished, and why.
Must not: decide what happens to such a page, or quote a value, as it may be a password.

The keys are those of Jekyll (`published`), Hugo (`draft`, `headless`, `expiryDate`, `build.render`), Hexo's plugin
hexo-blog-encrypt (`password`), WordPress exports (`status`, `visibility`, `post_password`), velog (`is_private`,
`is_temp`), Obsidian Publish and digital gardens (`publish`, `dg-publish`), and the words that Korean authors use.
A marker with an unreadable value keeps the page unpublished too.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC
from functools import lru_cache
from typing import Literal, NamedTuple

from byeoru.base.dates import parse_date
from byeoru.base.fields import flag_of, normal_form
from byeoru.base.patterns import lazy_pattern
from byeoru.base.yaml_nodes import Mapping, Node, Scalar

# draft: true means draft. closes: any value but false or none means private. opens: false means private.
# state: private unless the value means public. status: the value decides between public, draft and private.
# expires: a date; anything else that is not empty means private.
Kind = Literal["draft", "closes", "expires", "opens", "state", "status"]
Reason = Literal["draft", "asks-for-privacy", "misspelt-draft", "unclear-draft"]

# Keys as returned by `normal_form`.
_KEY_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("draft", "isdraft", "istemp", "초안", "임시저장", "임시글"), "draft"),
    **dict.fromkeys(("private", "isprivate", "secret", "confidential", "locked", "headless"), "closes"),
    **dict.fromkeys(("encrypt", "encrypted", "isencrypted", "protected", "isprotected", "passwordprotected"), "closes"),
    **dict.fromkeys(("password", "passwd", "postpassword", "membersonly", "unpublish", "unpublished"), "closes"),
    **dict.fromkeys(("expirydate", "expires", "expiry", "unpublishdate"), "expires"),
    "embargo": "closes",
    **dict.fromkeys(("비공개", "비공개글", "비밀글", "비밀번호", "암호", "보호글"), "closes"),
    **dict.fromkeys(
        ("published", "publish", "ispublished", "public", "ispublic", "dgpublish", "visible", "공개"), "opens"
    ),
    **dict.fromkeys(("visibility", "privacy", "postvisibility", "poststatus", "공개여부", "공개범위"), "state"),
    **dict.fromkeys(("status", "access", "상태"), "status"),
}
_PUBLISH = {"publish", "dgpublish"}  # in vaults, the usual way to hold a note back
# Keys that are often misspelt, and the largest edit distance of a misspelling.
_OFTEN_MISSPELT: dict[str, int] = {
    **dict.fromkeys(("draft", "private"), 1),
    **dict.fromkeys(("password", "encrypted", "protected", "published", "visibility", "unpublished"), 2),
}
_SWITCH_DISTANCE = 2  # largest edit distance to `draft` if the value is `true`
_OTHER_WORDS = {"craft", "crafts", "graft", "raft", "daft", "drift", "aft", "draught"}  # correct words near these keys
_OTHER_WORDS |= {"primate", "publisher", "publishers"}
_LONGEST_KEY = 24  # characters; longer keys are not compared

_PUBLIC_VALUES = {"public", "publish", "published", "open", "everyone", "all", "future", "3", "20"}
_PUBLIC_VALUES |= {"공개", "전체공개", "전체 공개", "발행", "공개글"}
_PRIVATE_VALUES = {"private", "hidden", "protected", "password", "members", "secret", "trash", "unpublished", "closed"}
_PRIVATE_VALUES |= {"비공개", "비밀글", "보호", "숨김"}
_DRAFT_VALUES = {"draft", "pending", "auto-draft", "wip", "초안", "임시저장", "작성중", "작성 중"}
_KOREAN_FLAGS = {**dict.fromkeys(("예", "네", "참"), True), **dict.fromkeys(("아니오", "아니요", "거짓"), False)}

# A key in front matter that could not be parsed, with or without its colon.
_UNPARSED_KEY = lazy_pattern(
    r"""(?:^|[\s{,"'])(?P<key>[^\W\d][\w-]{1,30})["']?(?:\s*[:：=﹕︓]|[ \t]*$|[ \t]+(?=(?:true|yes|on)\b))""",
    re.MULTILINE,
)
# A line `key: value` in a body, and a line that may be intended as a fence, or is a heading.
_KEY_LINE = re.compile(
    r"""["']?(?P<key>[^\W\d][\w -]{0,30}?)["']?\s*[:：=﹕︓]\s*["']?(?P<value>[^"'\n]{0,60}?)["']?\s*,?"""
)
_FENCE_OR_HEADING = re.compile(r"[-–—+;{}~=*]{0,6}|#{1,6}[ \t].*")
_LINE_LENGTH = 200  # only so many characters of a line are matched, as the patterns are not linear
_LINES = 40  # only so many lines at the beginning of a body are searched


class PrivacyMarker(NamedTuple):
    """A key that keeps a page unpublished."""

    reason: Reason
    key: Scalar
    near: str = ""  # the correct spelling of the key
    is_plain: bool = False  # it is `publish: false`, which says what it means


def privacy_markers(mapping: Mapping) -> Iterator[PrivacyMarker]:
    """Yield the privacy markers of a front matter, also nested ones, except in `extra`, which is the author's own."""
    for key, node in mapping.pairs:
        word, misspelt = _corrected(key.text)
        kind = _KEY_KINDS.get(word)
        if kind and (reason := _reason(kind, node)):
            is_plain = word in _PUBLISH and isinstance(node, Scalar) and flag_of(node.text) is False
            reported = _reported_reason(reason, key.text, is_misspelt=misspelt and word == "draft")
            yield PrivacyMarker(reported, key, word, is_plain)
        elif kind is None and _is_misspelt_draft(key.text, node):
            yield PrivacyMarker("misspelt-draft", key, "draft")
        if isinstance(node, Mapping) and key.text != "extra":
            yield from _nested_markers(node)


def asks_for_publication(mapping: Mapping) -> bool:
    """Tell whether a front matter says that its page is public; a date says only when a text appeared.

    >>> from byeoru.base.yaml_nodes import read_mapping
    >>> [asks_for_publication(read_mapping(text)) for text in ("publish: true", "published: 2024-05-01", "공개: 예")]
    [True, False, True]
    """
    return any(
        _KEY_KINDS.get(normal_form(key.text)) in {"opens", "state"} and _says_public(node.text)
        for key, node in mapping.pairs
        if isinstance(node, Scalar)
    )


def _says_public(text: str) -> bool:
    word = unicodedata.normalize("NFKC", text).strip().lower()
    return _KOREAN_FLAGS.get(word, flag_of(word)) is True or word in _PUBLIC_VALUES


def is_privacy_key(key: str) -> bool:
    """Tell whether *key*, correctly spelled, is a privacy marker.

    >>> [is_privacy_key(key) for key in ("Private", "post_status", "draf", "title")]
    [True, True, False, False]
    """
    return normal_form(key) in _KEY_KINDS


def mentions_privacy_key(text: str) -> bool:
    """Tell whether front matter that could not be parsed may contain a privacy marker, misspelt or not."""
    return any(_corrected(match["key"])[0] in _KEY_KINDS for match in _UNPARSED_KEY.finditer(text))


def line_of_marker(text: str) -> int | None:
    """Return the 0-based line of a privacy marker at the beginning of a body: front matter that was not recognised.

    The search ends at the first line that is neither `key: value` nor like a fence or heading.
    """
    at = len(text) - len(text.lstrip("\n"))
    for number in range(at, at + _LINES):
        end = text.find("\n", at)
        line = text[at : min(end if end >= 0 else len(text), at + _LINE_LENGTH)].strip()
        match = _KEY_LINE.fullmatch(line)
        if match is None:
            if end < 0 or not _FENCE_OR_HEADING.fullmatch(line):
                return None
        else:
            node = Scalar(match["value"], 1, 1, 1, is_plain=True)
            kind = _KEY_KINDS.get(normal_form(match["key"]))
            if kind and (flag_of(node.text) is not None or kind in {"state", "status"}) and _reason(kind, node):
                return number
        at = end + 1 if end >= 0 else len(text)
    return None


def _nested_markers(mapping: Mapping) -> Iterator[PrivacyMarker]:
    for key, node in mapping.pairs:
        if key.text == "draft" and _reason("draft", node):
            yield PrivacyMarker("asks-for-privacy", key, "draft")
        elif key.text == "render" and isinstance(node, Scalar) and node.text.lower() in {"never", "false"}:
            yield PrivacyMarker("asks-for-privacy", key, "render")
        elif isinstance(node, Mapping):
            yield from _nested_markers(node)


def _reported_reason(reason: Reason, key: str, *, is_misspelt: bool) -> Reason:
    """Return the reason to report; a `draft` in another spelling than Byeoru's is reported as misspelt."""
    if is_misspelt or (reason == "draft" and key not in {"draft", "status"}):
        return "misspelt-draft"
    return reason


def _reason(kind: Kind, node: Node) -> Reason | None:  # noqa: PLR0911  (a table of cases)
    """Return why a value keeps its page unpublished, None if it does not."""
    text = unicodedata.normalize("NFKC", node.text).strip().lower() if isinstance(node, Scalar) else "?"
    is_empty = isinstance(node, Scalar) and (node.is_null or not text)
    flag = _KOREAN_FLAGS.get(text, flag_of(text))
    match kind:
        case "draft":
            return None if flag is False else "draft" if flag else "unclear-draft"
        case "closes":
            return None if is_empty or flag is False else "asks-for-privacy"
        case "expires":
            return None if is_empty or parse_date(text, UTC) else "asks-for-privacy"
        case "opens":
            if text in _PRIVATE_VALUES or flag is False:
                return "asks-for-privacy"
            return "unclear-draft" if flag is None and not _is_public(text) else None
        case "state":
            return None if is_empty or text in _PUBLIC_VALUES or flag is True else "asks-for-privacy"
        case "status":
            return "draft" if text in _DRAFT_VALUES else "asks-for-privacy" if text in _PRIVATE_VALUES else None


def _is_public(text: str) -> bool:
    """Tell whether a value that is not a boolean means public: a date, or a word for it."""
    return text in _PUBLIC_VALUES or text[:4].isdecimal()


@lru_cache(maxsize=1 << 10)
def _corrected(key: str) -> tuple[str, bool]:
    """Return the correct spelling of *key* and whether it is misspelt; other keys are returned unchanged."""
    word = normal_form(key)
    if word in _KEY_KINDS or len(word) > _LONGEST_KEY or word in _OTHER_WORDS:
        return word, False
    if "draft" in word and len(word) <= len("draft") + 3:
        return "draft", True
    near = (known for known, most in _OFTEN_MISSPELT.items() if 0 < edit_distance(word, known, most) <= most)
    nearest = next(near, "")
    return (nearest, True) if nearest else (word, False)


def _is_misspelt_draft(key: str, node: Node) -> bool:
    """Tell whether a key with the value `true` begins with `d` and is two edits away from `draft`."""
    word = normal_form(key)
    if not word.startswith("d") or len(word) < 4 or word in _OTHER_WORDS or not isinstance(node, Scalar):
        return False
    return flag_of(node.text) is True and edit_distance(word, "draft", _SWITCH_DISTANCE) <= _SWITCH_DISTANCE


def edit_distance(word: str, other: str, most: int) -> int:
    """Return the Damerau-Levenshtein distance of two words, *most* + 1 if it is greater than *most*.

    >>> [edit_distance(word, "draft", 1) for word in ("darft", "draf", "title")]
    [1, 1, 2]
    """
    if abs(len(word) - len(other)) > most:
        return most + 1
    second_last: list[int] = []
    previous = list(range(len(other) + 1))
    for row, letter in enumerate(word, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and word[row - 2] == wanted:
                cost = min(cost, second_last[column - 2] + 1)
            current.append(cost)
        second_last, previous = previous, current
        if min(previous) > most:
            return most + 1
    return previous[-1]
