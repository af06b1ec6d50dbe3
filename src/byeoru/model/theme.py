"""A theme, its parents and the site's own templates laid over each other; and what a theme lets its users choose."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Words = tuple[tuple[str, str], ...]  # language and text; "" for a text that is written in one language only
Kind = Literal["text", "flag", "number", "color"]


class Template(NamedTuple):
    """The text of one template."""

    name: str  # "post.html"
    path: str  # where it lies, for messages
    digest: str
    text: str
    layer: int = 0  # 0 for the site's own, 1 for the theme's, 2 for its parent's, and so on


class Static(NamedTuple):
    """A file of the theme that is published as it is."""

    name: str  # "hanji.css"
    path: str  # where it lies
    digest: str


class Option(NamedTuple):
    """Something that a theme lets its users choose, as its `theme.yml` declares it."""

    name: str
    kind: Kind
    default: str
    choices: tuple[str, ...] = ()  # all that can be chosen; empty where anything of its kind can
    help: Words = ()


class Chosen(NamedTuple):
    """The value of an option."""

    name: str
    text: str  # of a flag "true" or "false"
    kind: Kind = "text"

    @property
    def value(self) -> str | int | bool:
        """Return the value as templates see it.

        >>> Chosen("toc", "false", "flag").value, Chosen("columns", "2", "number").value, Chosen("accent", "red").value
        (False, 2, 'red')
        """
        match self.kind:
            case "flag":
                return self.text == "true"
            case "number":
                return int(self.text)
            case _:
                return self.text


@dataclass(frozen=True)
class Theme:
    """What rendering needs of a theme."""

    name: str
    templates: tuple[Template, ...]  # of all layers, the nearest first
    statics: tuple[Static, ...]
    options: tuple[Chosen, ...]
    texts: tuple[tuple[str, Words], ...]  # language, then key and text

    def template(self, name: str, layer: int = 0) -> Template:
        """Return the first template of that name in *layer* or below it; raises ``KeyError`` where there is none."""
        for template in self._by_name[name]:
            if template.layer >= layer:
                return template
        raise KeyError(name)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all templates."""
        return tuple(sorted(self._by_name))

    @cached_property
    def _by_name(self) -> dict[str, list[Template]]:
        found: dict[str, list[Template]] = {}
        for template in self.templates:
            found.setdefault(template.name, []).append(template)
        return found

    @cached_property
    def static_digests(self) -> dict[str, str]:
        """Find the digest of a static file by its name."""
        return {static.name: static.digest for static in self.statics}

    @cached_property
    def static_paths(self) -> dict[str, str]:
        """Find where a static file lies by its name."""
        return {static.name: static.path for static in self.statics}

    @cached_property
    def values(self) -> dict[str, str | int | bool]:
        """Return the values of all options by their names."""
        return {chosen.name: chosen.value for chosen in self.options}


def in_language(words: Words, language: str) -> str:
    """Return a text in *language*, or in the one that it is written in; "" where there is none.

    >>> in_language((("ko", "색"), ("en", "Colour")), "en"), in_language((("", "Farbe"),), "ko")
    ('Colour', 'Farbe')
    """
    texts = dict(words)
    return texts.get(language) or next(iter(texts.values()), "")
