"""Queries about the theme: its templates, files, options and texts.

In:  ``Facts`` and names.
Out: plain values; ``KeyError`` for what does not exist.
Must not: see a document.
"""

from byeoru.model.durability import NOTHING
from byeoru.model.facts import Facts
from byeoru.model.query import query


@query(sees=NOTHING, shared=True, reason=("템플릿 `{0}` 변경", "template `{0}` changed"))
def template(facts: Facts, name: str, layer: int = 0) -> tuple[str, str]:
    """Return the path and the digest of a template; the same text in another layer can extend another one."""
    first = facts.theme.template(name, layer)
    return first.path, first.digest


@query(sees=NOTHING, shared=True, reason=("테마 설정 `{0}` 변경", "theme option `{0}` changed"))
def option(facts: Facts, name: str) -> str | int | bool:
    """Return the value of an option of the theme."""
    return facts.theme.values[name]


@query(sees=NOTHING, shared=True, reason=("테마 설정의 이름 변경", "names of the theme options changed"))
def options(facts: Facts) -> tuple[str, ...]:
    """Return the names of all options of the theme."""
    return tuple(facts.theme.values)


@query(sees=NOTHING, shared=True, reason=("테마 문구 ({0}) 변경", "theme texts ({0}) changed"))
def texts(facts: Facts, language: str) -> tuple[tuple[str, str], ...]:
    """Return the theme's fixed words in a language, in English if it lacks that language."""
    words = dict(facts.theme.texts)
    return words.get(language) or words.get(language.partition("-")[0]) or words.get("en", ())


@query(sees=NOTHING, reason=("테마 파일 `{0}` 변경", "theme file `{0}` changed"))
def static(facts: Facts, name: str) -> str:
    """Return the digest of a file of the theme that is published unmodified."""
    return facts.theme.static_digests[name]
