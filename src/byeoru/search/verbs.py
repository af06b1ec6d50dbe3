"""The forms of a verb: 느려지는 also finds 느려졌다.

In:  a form that was typed, and the shards that were read for it.
Out: the forms that the index has.
Must not: read a shard, or know a dictionary. Stems and endings are compared in flat jamo, where a contracted syllable
differs in a vowel only.
"""

import re

from byeoru.korean.jamo import order
from byeoru.search.shelf import Shelf
from byeoru.search.words import Terms, is_korean, is_term

# Endings that a typed word is recognized by.
_PLAIN = (
    "ㄴㅡㄴ(ㄷㅏ|ㄷㅔ|ㅈㅣ|ㄱㅏ|ㄱㅓㅅ)?|ㄴㄷㅏ|ㅂㄴㅣㄷㅏ|ㄷㅏ|ㄱㅗ|ㄱㅣ|ㄱㅔ|(ㅇㅡ)?ㅁㅕㄴ(ㅅㅓ)?|ㅁㅕ|(ㅇㅡ)?ㄹㅕ(ㅁㅕㄴ|ㄱㅗ)"
    "|ㅈㅣ(ㅁㅏㄴ)?|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ|ㄱㅓㄴㅏ|ㅇㅡㄴ|ㅇㅡㄹ"
)
# What may follow the vowel of 어: of the past, of 서, or another verb.
_AFTER = "(ㅅ(ㄷㅏ|ㅅㅡㅂ|ㄱㅗ|ㄴㅡㄴ|ㄷㅓㄴ|ㅇㅡ|ㅈㅣ|ㄱㅣ).*|ㅅㅓ.*|ㅇㅑ.*|ㄷㅗ|ㅇㅛ|(ㅈㅜ|ㅂㅗ|ㄴㅗㅎ|ㄷㅜ|ㅈㅣ).*)?"
# Endings of the forms that are found; they follow a stem that is known, so they may be short.
_ANY = (
    "ㄴㅡㄴ.*|[ㄴㄹㅁ]|ㅂㄴㅣ.*|ㄴ(ㄷㅏ.*|ㄷㅔ|ㅈㅣ)|ㄹ(ㄱㅏ|ㅅㅜ.*|ㄷㅔ)|ㅇㅡ([ㄴㄹㅁ]|ㅁㅕㄴ.*|ㄹㅕ.*|ㄴㅣ.*)|ㄷㅏ|ㄱㅗ.*|ㄱㅣ.{0,6}|ㄱㅔ.*|ㅁㅕ(ㄴ.*)?"
    "|ㄹㅕ.*|ㅈㅣ.{0,6}|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ.*|ㄱㅓㄴㅏ|ㅈㅏ|ㄴㅏ|ㅅㅣ.*|ㅅㅔㅇㅛ|ㅁㅡㄹㅗ"
)
_TYPED = re.compile(f"(..+?)(?:{_PLAIN}|(?:ㅇㅏ|ㅇㅓ|(?<=[ㅜㅗ])[ㅓㅏ]|(?<=ㅔ)(?=ㅅ)){_AFTER})")
_CONTRACTED = re.compile(f"(..+?)ㅕ{_AFTER}")
_FORM = re.compile(f"ㄹ?(?:{_ANY}|(?:ㅇㅏ|ㅇㅓ|ㅇㅕ|ㅓ|ㅏ|){_AFTER})|")
_FORM_OF_I = re.compile(f"ㅣ(?:{_ANY}|ㅇㅓ{_AFTER})?|ㅕ{_AFTER}")


def verbs(word: str, shelf: Shelf) -> Terms:
    """Return the forms of the verb that *word* may be a form of, if it is one."""
    found: Terms = {}
    for stem in _stems(order(word)):
        form = _FORM_OF_I if stem[-1] == "ㅣ" else _FORM
        base = stem[:-1] if stem[-1] in "ㅣㄹ" else stem
        for term in shelf.starting(base) if len(base) > 1 else ():
            if is_korean(term) and is_term(term) and form.fullmatch(order(term)[len(base) :]):
                found[term] = 90
    return found


def _stems(key: str) -> list[str]:
    """Return the stems that flat jamo may be a form of.

    >>> _stems(order("느려졌다")), _stems(order("막으려면")), _stems(order("모듈"))
    (['ㄴㅡㄹㅕㅈㅣ', 'ㄴㅡㄹㅕㅈㅕㅅ'], ['ㅁㅏㄱ'], [])
    """
    stems = []
    if match := _CONTRACTED.fullmatch(key):
        stems.append(match[1] + "ㅣ")
    if match := _TYPED.fullmatch(key):
        stems.append(match[1])
    return stems
