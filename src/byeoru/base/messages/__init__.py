"""The one catalogue of everything that the program says, in Korean and English.

In:  a code with arguments, and a language.
Out: a sentence.
Must not: print. Sentences have no full stop; literals stand in backticks; nothing depends on colour.

A Korean sentence names its particles in the argument's format, ``{name:을/를}``, and gets the one that fits the sound;
``{name:-을/를}`` is the particle alone, for behind a closing backtick. An English sentence that counts has the noun in
singular and plural: ``{count:+page/pages}``.
"""

from typing import Literal, get_args

from byeoru.base.hangul import josa
from byeoru.base.messages import (
    actions,
    commands,
    deploy,
    deploy_places,
    domain,
    domain_findings,
    front_matter,
    git,
    hints,
    indexnow,
    preview,
    privacy,
    problems,
    reasons,
    serve,
    themes,
)

Language = Literal["ko", "en"]
LANGUAGES: tuple[str, ...] = get_args(Language)

CATALOGUE: dict[str, tuple[str, str]] = {
    **{f"problem.{code}": both for code, both in problems.TEXTS.items()},
    **{f"hint.{code}": both for code, both in hints.TEXTS.items()},
    **{f"problem.{code}": both for code, both in front_matter.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in front_matter.HINTS.items()},
    **{f"problem.{code}": both for code, both in actions.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in actions.HINTS.items()},
    **{f"problem.{code}": both for code, both in indexnow.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in indexnow.HINTS.items()},
    **{f"problem.{code}": both for code, both in deploy.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in deploy.HINTS.items()},
    **{f"problem.{code}": both for code, both in git.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in git.HINTS.items()},
    **{f"problem.{code}": both for code, both in deploy_places.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in deploy_places.HINTS.items()},
    **{f"problem.{code}": both for code, both in privacy.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in privacy.HINTS.items()},
    **{f"reason.{code}": both for code, both in reasons.TEXTS.items()},
    **commands.TEXTS,
    **deploy.TEXTS,
    **deploy_places.TEXTS,
    **actions.TEXTS,
    **indexnow.TEXTS,
    **themes.TEXTS,
    **{f"problem.{code}": both for code, both in serve.PROBLEMS.items()},
    **{f"hint.{code}": both for code, both in serve.HINTS.items()},
    **serve.TEXTS,
    **preview.TEXTS,
    **domain.TEXTS,
    **domain_findings.TEXTS,
}


class _Word(str):
    """An argument that knows which particle, or which number of a noun, follows it."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        if "/" not in spec:
            return str.__format__(self, spec)
        if spec.startswith("+"):
            one, _, many = spec[1:].partition("/")
            return f"{self} {one if self == '1' else many}"
        particle = josa(str(self), spec.removeprefix("-"))
        return particle if spec.startswith("-") else str(self) + particle


def say(code: str, language: Language, **arguments: object) -> str:
    """Return the sentence for *code* in *language*.

    >>> say("problem.broken-link", "ko", target="c.md")
    '`c.md`에 맞는 글이나 파일이 없습니다'
    """
    korean, english = CATALOGUE[code]
    words = {name: _Word(value) for name, value in arguments.items()}
    return (korean if language == "ko" else english).format(**words)
