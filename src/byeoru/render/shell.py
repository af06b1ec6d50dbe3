"""The shell of a page: what reads nothing but what all pages of an edition share is rendered once.

In:  blocks of templates, templates that do nothing but define macros, and the page that is being rendered.
Out: their texts, and their macros. Their queries become those of the page, and the page pays for them.
Must not: remember what depends on anything else; a text is rendered again when the result of one of its queries has
changed. What qualifies is seen when a template is compiled (``counting``).

A fifth of the time of a page goes into its footer and the like, and a list of posts shows what ten others show too.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro, new_context
from markupsafe import Markup

from byeoru.base.digest import digest_of
from byeoru.model.output import QueryKey
from byeoru.model.trace import Trace
from byeoru.render.budget import Budget
from byeoru.render.recorder import Recorder
from byeoru.render.views import SummaryView

# The variables that have the same meaning on all pages of an edition in one language.
SHARED = frozenset({"site", "theme", "_", "asset", "absolute", "lang"})
Block = Callable[[Context], Iterator[str]]
_PLAIN = frozenset({str, bool, type(None)})  # arguments of macros that are equal only if they are printed alike
_MOST = 1 << 14  # texts that are remembered, some ten megabytes: as many as an archive of 10,000 posts has entries


class _Remembered(NamedTuple):
    value: Any
    cost: int
    results: tuple[tuple[QueryKey, str], ...]


class Shell:
    """What all pages of an edition in one language share during a build."""

    def __init__(
        self, trace: Trace, edition: str, language: str, budget: Budget, variables_of: Callable[[Recorder], Any]
    ) -> None:
        """Make the variables; the queries that they are made from are recorded in *trace*."""
        self.recorder, self._budget = Recorder(trace), budget
        self.variables: Mapping[str, Any] = variables_of(self.recorder)
        self.key = digest_of([edition, language, trace.results])  # of the texts that remain from build to build
        self._modules: dict[object, _Remembered] = {}

    def is_seen_through(self, resolve: Callable[[str], Any]) -> bool:
        """Tell whether the names of the shared variables mean these: a template can give them to other values."""
        return all(resolve(name) is value for name, value in self.variables.items())

    def once(self, known: dict[object, _Remembered], key: object, compute: Callable[[], Any]) -> Any:  # noqa: ANN401
        """Return what *compute* returns, from *known* if it is there; the page pays for it, and records its queries."""
        trace, budget = self.recorder.trace, self._budget
        remembered = known.get(key)
        if remembered is None or (remembered.results and not trace.would_find(remembered.results)):
            left = budget.left
            value, results = self.recorder.apart(compute)
            if len(known) >= _MOST:
                known.pop(next(iter(known)))  # the oldest
            remembered = known[key] = _Remembered(value, left - budget.left, results)
            budget.left = left
        if remembered.results:  # most texts need none but those of the shared variables
            trace.record(remembered.results)
        budget.left -= remembered.cost
        if budget.left < 0:
            budget.stop()
        return remembered.value

    def module(self, template: Template) -> TemplateModule:
        """Return the macros that a template defines which does nothing else."""

        def made() -> TemplateModule:
            module = TemplateModule(template, template.new_context(dict(self.variables)))
            for macro in vars(module).values():
                if type(macro) is LibraryMacro:
                    macro.shell = self
            return module

        module: TemplateModule = self.once(self._modules, template.name, made)
        return module


def remembered(block: Block, shell_of: Callable[[], Shell | None]) -> Block:
    """Return *block* as a function that renders it once for each edition and language."""
    known: dict[object, _Remembered] = {}

    def shown(context: Context) -> Iterator[str]:
        shell = shell_of()
        if shell is None or not shell.is_seen_through(context.resolve_or_missing):
            yield from block(context)
            return
        environment = context.environment

        def text() -> str:
            variables = dict(shell.variables)
            return "".join(block(new_context(environment, context.name, {}, variables, globals=environment.globals)))

        yield shell.once(known, (shell.key, context.eval_ctx.autoescape), text)

    return shown


class PageTemplate(Template):
    """A template whose macros are defined once for all pages if it does nothing else."""

    def make_module(self, *arguments: Any) -> TemplateModule:  # noqa: ANN401
        """Return the macros for a template that imports them, with its variables and locals if these are given."""
        shell: Shell | None = self.environment.shell  # type: ignore[attr-defined]
        if shell is not None and len(arguments) > 2 and "is_library" in self.root_render_func.__globals__:
            variables, _, own = arguments
            if shell.is_seen_through({**variables, **own}.get):
                return shell.module(self)
        return super().make_module(*arguments)


class LibraryMacro(Macro):
    """A macro of such a template; its text is remembered if all that it shows is one page as lists show it."""

    shell: Shell | None = None  # whose variables it sees; None if it sees others

    def __call__(self, eval_ctx: EvalContext, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
        """Return the text of a call."""
        shell = self.shell
        shown = None if shell is None else _shown([*args, *kwargs.values()], shell.recorder.trace)
        if shell is None or shown is None:
            return self._called(eval_ctx, args, kwargs)
        environment: Any = self._environment
        key = (self._func.__globals__["name"], self.name, shell.key, eval_ctx.autoescape, *shown, *kwargs)
        printed: str = shell.once(environment.texts, key, lambda: self._called(eval_ctx, args, kwargs))
        return printed

    def _called(self, eval_ctx: EvalContext, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
        """Return the text of a call; most give all arguments in their order, which needs nothing of Jinja."""
        if kwargs or len(args) != self._argument_count or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(eval_ctx, *args, **kwargs)
        printed: str = self._func(*args)
        return Markup(printed) if eval_ctx.autoescape else printed  # noqa: S704  (the text of a template)


def _shown(arguments: list[Any], trace: Trace) -> list[Any] | None:
    """Return what a macro shows that is given one summary, and texts at most; None if it is given anything else."""
    pages = 0
    for at, argument in enumerate(arguments):
        kind = type(argument)
        if kind is SummaryView:
            arguments[at] = (argument._digest_in(trace),)  # noqa: SLF001  (not among the names of templates)
            pages += 1
        elif kind not in _PLAIN:
            return None
    return arguments if pages == 1 else None
