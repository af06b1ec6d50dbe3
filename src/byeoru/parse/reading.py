"""How long a post takes to read.

In:  the words of a post without its code, how many lines of code it has, and how many images.
Out: seconds, and the minutes that pages show.
Must not: know Markdown.

A minute is 202 eojeol of Korean (송지호 2016, adopted by Zola in its change #3145), 238 words of English (Brysbaert
2019), 653 characters of Japanese, or 439 of Chinese (both as in Zola). Counting syllables as words, as others do, makes
Korean posts three times too long, for an eojeol has 2.94 of them (korean.md §5). A line of code takes 2 seconds and a
image 10: these two are our estimates.
"""

import re

EOJEOL, WORDS, KANA, HAN = 202, 238, 653, 439  # a minute
CODE_LINE, PICTURE = 2, 10  # seconds

_SPACES = b" \t\n\r\v\f"
# The first byte of a UTF-8 character determines its script: from U+3000 on it is E3 to E9 for kana and Han, EA to ED
# for Hangul syllables. One pass over the bytes leaves ` ` for a space, `H` for a syllable, and `U` for kana and Han.
_HANGUL_BYTES, _UNSPACED_BYTES = bytes(range(0xEA, 0xEE)), bytes(range(0xE3, 0xEA))
_DROPPED = bytes(set(range(256)) - set(_SPACES + _HANGUL_BYTES + _UNSPACED_BYTES))
_SCRIPTS = bytes.maketrans(
    _SPACES + _HANGUL_BYTES + _UNSPACED_BYTES,
    b" " * len(_SPACES) + b"H" * len(_HANGUL_BYTES) + b"U" * len(_UNSPACED_BYTES),
)

_HANGUL, _KANA, _UNSPACED = "[가-힣ㄱ-ㅣ]", "[ぁ-ゖァ-ヺ]", "[ぁ-ゖァ-ヺー㐀-䶿一-鿿豈-\ufaff]"


def reading_seconds(words: str, code_lines: int, pictures: int) -> int:
    """Return how many seconds a post takes.

    >>> reading_seconds("벼루에 먹을 갈고 " * 202, 0, 0), reading_seconds("word " * 238, 0, 0)
    (180, 60)
    >>> reading_seconds("", 15, 3)
    60
    """
    scripts = words.encode("utf-8", "replace").translate(_SCRIPTS, _DROPPED)
    if b"U" in scripts:
        spent = _with_unspaced(words)
    else:
        eojeol = (b" " + scripts).count(b" H")
        spent = eojeol / EOJEOL + (len(words.split()) - eojeol) / WORDS
    return round(60 * spent + CODE_LINE * code_lines + PICTURE * pictures)


def _with_unspaced(words: str) -> float:
    """Return the minutes of a text that has kana or Han.

    A character beside Hangul, as in `벼루(硯)에`, belongs to its eojeol.
    """
    runs = words.split()
    # Compiled when needed: large character classes take 3 ms, which would delay every start.
    hangul, unspaced = re.compile(_HANGUL), re.compile(_UNSPACED)
    others = [run for run in runs if not hangul.search(run)]
    characters = [count for run in others if (count := len(unspaced.findall(run)))]
    rate = KANA if re.search(_KANA, "".join(others)) else HAN
    latin = len(others) - len(characters)
    return (len(runs) - len(others)) / EOJEOL + latin / WORDS + sum(characters) / rate


def minutes(seconds: int) -> int:
    """Return the minutes to show for *seconds*: the nearest number, and at least 1.

    >>> minutes(0), minutes(89), minutes(90)
    (1, 1, 2)
    """
    return max(1, (seconds + 30) // 60)
