"""The environment of templates; it records which templates a page uses.

Templates are dependencies of a page, so each is queried through the ``Trace`` of the page when Jinja loads it; that
includes ``extends``, ``include`` and ``import``, also from the cache of Jinja.

``theme:post.html`` is the template of that name in the layers below the file that names it: for a template of the site
that of the theme, for one of a theme that of its parent. Internally it is named by its layer, ``2:post.html``.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from types import CodeType
from typing import Any, Protocol

import jinja2

from byeoru.model.queries.theme import template as template_query
from byeoru.model.theme import Template, Theme
from byeoru.model.trace import Trace
from byeoru.render.budget import BUDGET, LOAD, OUTPUT, Overrun
from byeoru.render.filters import FILTERS, QUICKER
from byeoru.render.row_filters import ROW_FILTERS
from byeoru.render.sandbox import Sandbox
from byeoru.render.shell import Block, LibraryMacro, PageTemplate, Shell, remembered

BELOW = "theme:"


class Codes(Protocol):
    """Templates that were compiled before, by their texts."""

    def get(self, texts: Iterable[str]) -> CodeType | None:
        """Return the code of a template."""

    def put(self, texts: Iterable[str], code: CodeType) -> None:
        """Keep it."""

    def __hash__(self) -> int:
        """Return a number by which an environment with these is found again."""


class Environment(Sandbox):
    """A sandbox over the templates of one theme."""

    template_class = PageTemplate
    shell: Shell | None = None  # of the page that is being rendered

    def __init__(self, theme: Theme, codes: Codes | None = None) -> None:
        """Prepare the environment; nothing is compiled before it is used, or if it is among *codes*."""
        super().__init__(
            loader=_Loader(theme),
            autoescape=lambda name: name is None or name.endswith((".html", ".xml")),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.admit(FILTERS | QUICKER | ROW_FILTERS)
        self.theme, self._codes = theme, codes
        self.texts: dict[object, Any] = {}  # of calls of library macros

    def join_path(self, template: str, parent: str) -> str:
        """Return the internal name of *template* as the template with the internal name *parent* refers to it."""
        name = template.removeprefix(BELOW)
        if name == template:
            return name
        return f"{_known(self.theme, parent).layer + 1}:{name}"

    def compile(self, *texts: Any, **options: Any) -> Any:  # noqa: ANN401
        """Compile a template, or return the code of the same text: the theme affects only what runs later."""
        return Sandbox.compile(self, *texts, **options) if options else _compiled(self._codes, texts)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002, ANN401
        """Load a template and record it as a dependency of the current output, also if it does not exist."""
        if self.shell is None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        self.budget.spend(LOAD)
        known = self.join_path(name, parent) if parent else name
        try:
            self.shell.recorder.query(template_query, *_arguments(known))
        except KeyError:
            raise jinja2.TemplateNotFound(name) from None
        try:
            return super().get_template(known, None, globals)
        except (RecursionError, MemoryError, SyntaxError, ValueError, Overrun) as problem:
            # There are no frames of the template yet, so a failure to compile it is reported at its first line.
            raise jinja2.TemplateSyntaxError(str(problem), 1, known, _known(self.theme, known).path) from problem

    def named(self, piece: str) -> Iterable[str]:
        """Return the names of all filters, or of all tests."""
        return self.filters if piece == "filter" else self.tests

    def select_template(self, names: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002, ANN401
        """Load the first template that exists; each candidate is recorded as a dependency."""
        for name in names if not isinstance(names, jinja2.Undefined) else ():
            try:
                return self.get_template(name, parent, globals)
            except jinja2.TemplateNotFound:
                continue
        raise jinja2.TemplatesNotFound(names)

    def remembered(self, block: Block) -> Block:
        """Return a block of the shell, which is rendered once for all pages of an edition."""
        return remembered(block, lambda: self.shell)

    library_macro = LibraryMacro

    def rendered(self, name: str, shell: Shell, trace: Trace, more: dict[str, Any]) -> str:
        """Render the template *name* for the page of *trace*, with the variables that it shares and *more*."""
        self.shell, self.budget.left = shell, BUDGET
        shell.recorder.trace = trace
        try:
            text = self.get_template(name).render({**shell.variables, **more})
            if len(text) > OUTPUT:
                raise Overrun
            return text
        finally:
            self.shell = None


@lru_cache(maxsize=1 << 7)
def _compiled(codes: Codes | None, texts: tuple[str, ...]) -> CodeType:
    """Compile once per process: an edit of one template in the preview must not cost the compilation of all others.

    *texts* are those of a template: its source, its name and that of its file.
    """
    code = codes.get(texts) if codes else None
    if code is None:
        code = Sandbox.compile(_without_theme(), *texts)
        if codes:
            codes.put(texts, code)
    return code


@cache
def _without_theme() -> Environment:
    return Environment(Theme("", (), (), (), ()))


class _Loader(jinja2.BaseLoader):
    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        known = _known(self.theme, template)
        return known.text, known.path, lambda: True


def _arguments(known: str) -> tuple[str, int] | tuple[str]:
    """Return the arguments of the query for a template with an internal name."""
    layer, colon, name = known.partition(":")
    return (name, int(layer)) if colon and layer.isdecimal() else (known,)


def _known(theme: Theme, known: str) -> Template:
    try:
        return theme.template(*_arguments(known))
    except KeyError:
        raise jinja2.TemplateNotFound(known) from None
