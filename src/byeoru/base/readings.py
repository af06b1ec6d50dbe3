"""The Korean pronunciation of the end of a word in Latin letters.

In:  a word that ends in a Latin letter.
Out: Hangul that ends in the same sound.
Must not: know about final consonants or particles; those are in ``hangul``.

A word is first looked up in ``READINGS``. Capitals are spelt out (`URL`, 유알엘), and so are words without a vowel
(`npm`). Of `MySQL` or `TypeScript` only the last part counts. For any other word the ending decides, by the rules for
writing English in Hangul (외래어 표기법, chapter 3.1). Without ``READINGS`` these rules are wrong for 14 of its 106
words (`hub`, `bit`, `theme`), and for 2 of the 206 common words in `tests/base/test_hangul.py` (`loop`, `template`).
Both lists are our own choice, so these figures show only the order of magnitude of the error.
"""

import re
import unicodedata
from functools import lru_cache

from byeoru.base.patterns import lazy_pattern

# Letters whose Korean names end in a consonant; the other twenty-two end in a vowel.
_LETTERS = {"l": "엘", "m": "엠", "n": "엔", "r": "알"}

# Technical words with their usual Korean pronunciation.
_WORDS = """
ajax:에이잭스 android:안드로이드 ansible:앤서블 apache:아파치 app:앱 async:에이싱크 aws:에이더블유에스 azure:애저
bash:배시 bit:비트 blog:블로그 bug:버그 cafe:카페 chrome:크롬 cron:크론 css:씨에스에스 cuda:쿠다 django:장고
docker:도커 edit:에디트 elasticsearch:엘라스틱서치 excel:엑셀 firefox:파이어폭스 flask:플라스크 flutter:플러터
ftp:에프티피 gif:지프 git:깃 github:깃허브 gitlab:깃랩 go:고 gradle:그레이들 grafana:그라파나 gulp:걸프 hadoop:하둡
haskell:하스켈 heroku:헤로쿠 hexo:헥소 hub:허브 hugo:휴고 java:자바 javascript:자바스크립트 jekyll:지킬
jenkins:젠킨스 jpeg:제이펙 julia:줄리아 jupyter:주피터 kafka:카프카 keras:케라스 kit:키트 kotlin:코틀린
kubernetes:쿠버네티스 latex:레이텍 linux:리눅스 markdown:마크다운 maven:메이븐 mongo:몽고 mpeg:엠펙
mysql:마이에스큐엘 nest:네스트 next:넥스트 nginx:엔진엑스 node:노드 notion:노션 numpy:넘파이 nuxt:넉스트
oracle:오라클 pandas:판다스 perl:펄 php:피에이치피 pip:핍 postgres:포스트그레스 python:파이썬 pytorch:파이토치
rails:레일즈 react:리액트 readme:리드미 redis:레디스 ruby:루비 rust:러스트 scala:스칼라 slack:슬랙 spark:스파크
sub:서브 svelte:스벨트 swift:스위프트 sync:싱크 tensorflow:텐서플로 tex:텍 theme:테마 tistory:티스토리 tmux:티먹스
type:타입 typescript:타입스크립트 ubuntu:우분투 unit:유닛 unix:유닉스 velog:벨로그 vim:빔 vite:비트 vue:뷰
vuex:뷰엑스 web:웹 windows:윈도우즈 zip:집 zsh:지셸
"""
# One or two letters after a number are a unit: 10km 킬로미터, 3kg 킬로그램.
_MEASURES = """
m:미터 km:킬로미터 cm:센티미터 mm:밀리미터 nm:나노미터 g:그램 kg:킬로그램 mg:밀리그램 l:리터 ml:밀리리터 px:픽셀
h:시간 min:분
"""
READINGS = dict(pair.split(":") for pair in _WORDS.split())
_UNITS = dict(pair.split(":") for pair in _MEASURES.split())

# The last part of a camel-case name: VSCode is VS and Code, MySQL is My and SQL, URLs is UR and Ls.
_LAST_PART = lazy_pattern(r"([A-Z]+(?![a-z])|[A-Z]?[a-z]+)$")
_VOWEL = lazy_pattern("[aeiou]|(?<=.)y")
_MAX_SPELT = 5  # capitals; a longer word in capitals (LICENSE) is read as a word

# The first matching ending decides; a word without a match ends in a vowel, mostly the 으 of 드, 스, 트.
_ENDINGS = tuple(
    (lazy_pattern(f"(?:{ending})$"), syllable)
    for ending, syllable in (
        ("le?", "얼"),  # 엑셀, 파일, 구글
        ("me?|mb|mn", "엄"),  # 플랫폼, 크롬, 칼럼
        ("ng", "엉"),  # 스프링
        ("ne?", "언"),  # 버전, 파이프라인
        ("ck|ook|[aeiou]c|(?<![aeiou])[aeiou]k", "억"),  # 스택, 웹훅, 뮤직, 틱톡
        ("[aeiouy]p|pp|(?<![aeiou])[aeiou]b", "업"),  # 맵, 루프 is the exception; 잡, 랩
        ("(?<![aeiou])[aeiou]t|out|tt", "엇"),  # 봇, 레이아웃
    )
)


@lru_cache(maxsize=1 << 12)
def reading(text: str) -> str:
    """Return Hangul that ends in the sound of *text*, which ends in a Latin letter.

    >>> reading("Linux"), reading("layout"), reading("URL"), reading("MySQL"), reading("10km")
    ('리눅스', '엇', '엘', '마이에스큐엘', '킬로미터')
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    match = re.search(r"[A-Za-z]+$", bare)
    assert match
    word = match[0]
    if bare[: match.start()][-1:].isdecimal() and word in _UNITS:
        return _UNITS[word]
    return READINGS.get(word.lower()) or by_rule(word)


def by_rule(word: str) -> str:
    """Return Hangul that ends in the sound of a word that is not in ``READINGS``."""
    part = _LAST_PART.search(word)
    last = part[0] if part else word
    low = last.lower()
    if last != word and low in READINGS:
        return READINGS[low]
    if (last.isupper() and len(last) <= _MAX_SPELT) or not _VOWEL.search(low):
        return _LETTERS.get(low[-1], "이")
    return next((syllable for ending, syllable in _ENDINGS if ending.search(low)), "으")
