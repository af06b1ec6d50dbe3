"""Blocks in another script than the page's: an English paragraph in a Korean text is marked `lang="en"`.

A screen reader changes its voice there, a browser hyphenates and breaks lines by other rules (WCAG 2.2, 3.1.2).

In:  the blocks of a document, and the language of its page.
Out: `lang` on paragraphs, headings, list items and cells that are wholly in the other script.
Must not: guess the language of single words, names or code.
"""

from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.finished import NO_ATTRIBUTES
from byeoru.parse.markup.rule import Rule, TextAttributes

_WORDS = 4  # fewer may be a name, a command or a title
_SHORTEST = len("가나 다라 마바")  # of the texts with enough words
_SYLLABLE = lazy_pattern("[\uac00-\ud7a3]")
_HANGUL = lazy_pattern("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_EAST_ASIAN = lazy_pattern("[\u1100-\u11ff\u3040-\u30ff\u3131-\u318e\u3400-\u9fff\uac00-\ud7a3]")
_LATIN_WORD = lazy_pattern(r"(?<![\w/.@-])[A-Za-z][a-z'’]+(?![\w/@])")
_HANGUL_WORD = lazy_pattern("[\uac00-\ud7a3]{2,}")
# Text without a language: code, URLs, formulas, tags; each must close within 500 characters.
_UNSPOKEN = lazy_pattern(
    r"(?s)(`++)(?>(?:(?!\1).){1,500})\1|(?:https?://|www\.)\S++|\]\([^)]{0,500}+\)|\$[^$]{1,500}+\$|<[^>]{0,500}+>"
)
_ENGLISH, _KOREAN = {"lang": "en"}, {"lang": "ko"}
_BLOCKS = {"paragraph_open", "heading_open", "td_open", "th_open", "dt_open"}


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.push("languages", _mark)


def _mark(state: StateCore) -> None:
    attributes_of = _attributes(environment_of(state).language)
    tokens = state.tokens
    for at, token in enumerate(tokens):
        if token.type != "inline" or tokens[at - 1].type not in _BLOCKS:
            continue
        block, attributes = _shown(tokens, at), attributes_of(token.content)
        if block is not None and "lang" not in block.attrs:
            block.attrs |= attributes


def _attributes(language: str) -> TextAttributes:
    """Return the function that finds the attributes of blocks on a page in *language*, by their texts."""
    return _ON_PAGES.get(language.partition("-")[0], lambda _: NO_ATTRIBUTES)


def _on_korean_page(text: str) -> Mapping[str, str]:
    return _ENGLISH if len(text) >= _SHORTEST and _is_english(text) else NO_ATTRIBUTES


def _on_english_page(text: str) -> Mapping[str, str]:
    return _KOREAN if len(text) >= _SHORTEST and _is_korean(text) else NO_ATTRIBUTES


def _shown(tokens: list[Token], at: int) -> Token | None:
    """Return the visible block token around a text: for a tight list, the list item."""
    if not tokens[at - 1].hidden:
        return tokens[at - 1]
    is_whole = tokens[at - 2].type == "list_item_open" and tokens[at + 2].type == "list_item_close"
    return tokens[at - 2] if is_whole else None


def _is_english(text: str) -> bool:
    """Report whether a text is in Latin letters only; it is assumed to be English.

    >>> _is_english("See you in the next post."), _is_english("See you 다음 글에서"), _is_english("Docker Compose")
    (True, False, False)
    """
    # A syllable or ASCII decides nearly always; compiling the rest takes longer than parsing a paragraph.
    if not text.isascii() and (_SYLLABLE.search(text) or _EAST_ASIAN.search(text)):
        return False
    return len(_LATIN_WORD.findall(_UNSPOKEN.sub(" ", text))) >= _WORDS


def _is_korean(text: str) -> bool:
    """Report whether a text is Korean, and not English with a few Korean words.

    >>> _is_korean("다음 글에서 또 만나요."), _is_korean("The word 한글 means the script of Korean.")
    (True, False)
    """
    if not _HANGUL.search(text):
        return False
    spoken = _UNSPOKEN.sub(" ", text)
    hangul = len(_HANGUL_WORD.findall(spoken))
    return hangul >= _WORDS - 1 and hangul > len(_LATIN_WORD.findall(spoken))


_ON_PAGES = {"ko": _on_korean_page, "en": _on_english_page}

RULE = Rule("languages", _install, attributes=_attributes, after=("figures",))
