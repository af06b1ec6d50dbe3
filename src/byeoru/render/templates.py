"""The environment of templates: what they can call, and the record of which of them a page used.

A template is part of what a page depends on, so each one is asked for through the page's ``Trace`` at the moment
at which Jinja loads it; that covers ``extends``, ``include`` and ``import``, also from Jinja's own cache.
"""

from collections.abc import Callable
from typing import Any

import jinja2

from byeoru.model.theme import Theme
from byeoru.model.traced import Trace
from byeoru.render.filters import FILTERS


class Environment(jinja2.Environment):
    """A Jinja environment over the templates of one theme."""

    trace: Trace | None = None  # of the output that is being rendered

    def __init__(self, theme: Theme) -> None:
        """Prepare the environment; nothing is compiled before it is used."""
        super().__init__(
            loader=_Loader(theme),
            autoescape=lambda name: name is None or name.endswith((".html", ".xml")),
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self.filters.update(FILTERS)

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002, ANN401
        """Load a template and record that the present output uses it, or would if it were there."""
        if self.trace is not None and isinstance(name, str):
            try:
                self.trace.ask("template", name)
            except KeyError:
                raise jinja2.TemplateNotFound(name) from None
        return super().get_template(name, parent, globals)

    def select_template(self, names: Any, parent: str | None = None, globals: Any = None) -> jinja2.Template:  # noqa: A002, ANN401
        """Load the first template that is there; each one looked for is recorded."""
        for name in names if not isinstance(names, jinja2.Undefined) else ():
            try:
                return self.get_template(name, parent, globals)
            except jinja2.TemplateNotFound:
                continue
        raise jinja2.TemplatesNotFound(names)

    def rendered(self, name: str, trace: Trace, context: dict[str, Any]) -> str:
        """Render the template *name* for the output that *trace* belongs to."""
        self.trace = trace
        try:
            return self.get_template(name).render(context)
        finally:
            self.trace = None


class _Loader(jinja2.BaseLoader):
    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        found = self.theme.by_name.get(template)
        if found is None:
            raise jinja2.TemplateNotFound(template)
        return found.text, found.path, lambda: True
