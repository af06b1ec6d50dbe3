"""Text: decoding, removal of control characters, slugs, similar words."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error, warning
from byeoru.base.paths import nfc

# Control characters have no meaning in a post and are forbidden in XML 1.0, so they would break a feed.
# Allowed: tab, line feed, carriage return. U+FFFE and U+FFFF are not characters at all.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BREAKS = re.compile("\r\n?")
# What GitHub removes from the text of a heading: all but letters, marks, numbers, connectors, "-" and space.
_DROPPED = re.compile(r"[^\w\- ]")
_SPACES = re.compile(r"[\s\u2000-\u200b\u3000]+")


def decode_utf8(data: bytes, path: str) -> Outcome[str | None]:
    """Decode a file to text with line feeds as line ends, without a byte order mark or control characters.

    If it is not UTF-8, the result is an error with a location, and a hint if it looks like CP949. The encoding is never
    guessed, because more than half of all random high bytes can be decoded as CP949.
    """
    try:
        text = data.decode().lstrip("\ufeff")
    except UnicodeDecodeError as problem:
        return Outcome(None, (_undecodable(data, path, problem.start),))
    text = _BREAKS.sub("\n", text)
    control = _CONTROLS.search(text)
    if not control:
        return Outcome(text)
    location = location_at(text, control.start(), path)
    cleaned, count = _CONTROLS.subn("", text)
    named = f"U+{ord(control.group()):04X}"
    return Outcome(cleaned, (warning("control-character", location, character=named, count=count),))


def without_controls(text: str) -> str:
    """Return *text* without the characters that pages and feeds must not contain."""
    return _CONTROLS.sub("", text)


def _undecodable(data: bytes, path: str, offset: int) -> Diagnostic:
    line = data.count(b"\n", 0, offset) + 1
    column = len(data[data.rfind(b"\n", 0, offset) + 1 : offset].decode("utf-8", "replace")) + 1
    hint = "looks-like-cp949" if _is_korean_cp949(data) else "save-as-utf8"
    return error("not-utf8", Location(path, line, column), hint, offset=offset, byte=f"0x{data[offset]:02X}")


def _is_korean_cp949(data: bytes) -> bool:
    """Tell whether *data* is Korean in CP949: nine tenths of its non-ASCII characters are Hangul or its punctuation."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return False
    foreign = [character for character in text if not character.isascii()]
    syllables = sum("가" <= character <= "힣" for character in foreign)
    others = sum("ㄱ" <= character <= "ㆎ" or character in "“”‘’·…「」『』、。→※★" for character in foreign)
    return syllables > 0.5 * len(foreign) and syllables + others >= 0.9 * len(foreign)


def location_at(text: str, index: int, path: str, width: int = 1, first_line: int = 1) -> Location:
    """Return the location of the character at *index* of *text*, which begins at *first_line* of its file."""
    line = text.count("\n", 0, index)
    return Location(path, first_line + line, index - text.rfind("\n", 0, index), width)


@lru_cache(maxsize=1 << 12)
def slug(title: str) -> str:
    """Return a title as a segment of a URL, in the way that GitHub forms the ids of headings.

    >>> slug("Why  Hash-based caches?"), slug("한글 제목, 첫 글!"), slug("C++ 비교")
    ('why-hash-based-caches', '한글-제목-첫-글', 'c-비교')
    """
    plain = _SPACES.sub(" ", unicodedata.normalize("NFC", title)).strip().lower()
    return _DROPPED.sub("", plain).strip().replace(" ", "-")


@lru_cache(maxsize=1 << 8)
def primary_language(tag: str) -> str:
    """Return the language of a tag, without its region.

    >>> primary_language("en-US")
    'en'
    """
    return tag.partition("-")[0].lower()


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the word of *known* that is most similar to *word*; "" if none is similar.

    >>> nearest("categroies", ["categories", "tags"]), nearest("xyz", ["tags"])
    ('categories', '')
    """
    return _nearest(word.casefold(), tuple(sorted(known)))


@lru_cache(maxsize=1 << 10)  # files of another program often all have the same unknown key
def _nearest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # imported late: only needed for a mistake

    [match, *_] = get_close_matches(word, known, n=1, cutoff=0.7) or [""]
    return match


def nested_name(text: str) -> str:
    """Return a tag or a category whose levels are divided by slashes, without empty levels.

    >>> nested_name(" study / os/"), nested_name("/")
    ('study/os', '')
    """
    return nfc("/".join([part for level in text.split("/") if (part := level.strip())]))
