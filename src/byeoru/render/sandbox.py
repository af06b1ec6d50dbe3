"""Run untrusted templates: a cloned folder can change how its pages look, and nothing else.

In:  the text of templates, and the variables of pages.
Out: the rendered text; ``SecurityError`` for a forbidden attribute, ``Overrun`` for exceeding the limits.
Must not: allow an attribute that is not in ``reachable``, or start an operation that exceeds the ``budget``.

Jinja's sandbox has a list of forbidden attributes. This one has a list of allowed attributes, which is stricter and,
for the few types that pages use, faster.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context, Macro, Undefined
from jinja2.sandbox import (
    ImmutableSandboxedEnvironment,
    SandboxedEscapeFormatter,
    SandboxedFormatter,
)
from markupsafe import Markup, escape

from byeoru.base.selectors import select_form
from byeoru.render import costs
from byeoru.render.budget import BUDGET, CALL, STEP, Budget, weight
from byeoru.render.counting import CountingGenerator
from byeoru.render.mistakes import Missing, UnprintableError
from byeoru.render.reachable import CALLABLE, MAKERS, NAMES, OPEN, READABLE, VIEWS
from byeoru.render.shell import LibraryMacro

_METHODS = (MethodType, BuiltinMethodType)
_FORMATS = frozenset({"format", "format_map"})
_CALLED = frozenset({FunctionType, *_METHODS, *CALLABLE, Missing})
_MACROS = (Macro, LibraryMacro)
_TEXTS = frozenset({Markup, str, int, float})
_ADDRESS = " at 0x"  # in the text of objects without a text form, such as views, methods and generators
_SPECIAL = re.compile("[&<>'\"]")
# A format without attributes, and without widths but those of months and days.
_SIMPLE = re.compile(r"(?:[^{}]|\{\w*(?::0\dd?)?\})*")


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment that enforces ``reachable`` and ``budget``."""

    readable = READABLE
    intercepted_binops = frozenset({"*", "**", "%", "+", "-", "//"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        """Take Jinja's options."""
        super().__init__(undefined=Missing, **options)
        self.code_generator_class = CountingGenerator
        self.budget = Budget()
        self.text, self.plain = _printers(self.budget)
        del self.globals["lipsum"]  # it is random, and a page must not be
        self.globals["range"] = self._range

    def admit(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        """Add *filters*, and count the cost of all filters."""
        uncounted = self.filters | dict(filters)
        self.filters = {name: _charged(self, name, function) for name, function in uncounted.items()}

    def _range(self, *bounds: int) -> range:
        """Return a range; the template pays for every number of it."""
        numbers = range(*bounds)
        self.budget.spend(STEP * min(len(numbers), BUDGET))
        return numbers

    def compile(self, *arguments: Any, **more: Any) -> Any:  # noqa: ANN401
        """Compile a template; its constants are computed here, on a separate budget.

        Otherwise the first output that uses a template would pay for it.
        """
        left, self.budget.left = self.budget.left, BUDGET
        try:
            return super().compile(*arguments, **more)
        finally:
            self.budget.left = left

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401, PLR0911  (a table of kinds)
        """Return an attribute that is listed for the type, otherwise an item of that name."""
        names = NAMES.get(type(obj))
        if names is not None:
            if attribute in names:
                value = getattr(obj, attribute)
                return self.wrap_str_format(value) or value if attribute in _FORMATS else value
        elif isinstance(obj, Undefined):
            return obj._fail_with_undefined_error()  # noqa: SLF001  (as it does for every use but a test)
        elif isinstance(obj, OPEN) and not attribute.startswith("_") and hasattr(obj, attribute):
            return getattr(obj, attribute)
        elif isinstance(obj, type):  # indexing a type returns a type
            return self.unsafe_undefined(obj, attribute)
        try:
            return obj[attribute]
        except (TypeError, LookupError, AttributeError):
            pass
        if hasattr(obj, attribute):
            return self.unsafe_undefined(obj, attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """Return an item, otherwise an attribute of that name."""
        if type(obj) in VIEWS and isinstance(argument, str):  # they have no items by name: spare them the exception
            return self.getattr(obj, str(argument))
        try:
            if not isinstance(obj, type):
                return obj[argument]
        except (TypeError, LookupError):
            if isinstance(argument, str):
                return self.getattr(obj, str(argument))
        return self.undefined(obj=obj, name=argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401, ARG002
        """Tell whether an attribute is listed; Jinja's filters call this."""
        names = NAMES.get(type(obj))
        return attr in names if names is not None else isinstance(obj, OPEN) and not attr.startswith("_")

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401
        """Return a value that raises ``SecurityError`` with the name of the attribute when it is used."""
        return self.undefined(attribute, obj=obj, name=attribute, exc=SecurityError)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ANN401
        """Tell whether a template may call a value."""
        if isinstance(obj, type):
            return obj in MAKERS
        return type(obj) in _CALLED

    def call(self, context: Context, value: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call a value; the cost of methods of strings and lists is paid before the call."""
        kind = type(value)
        if kind is FunctionType:  # as most: `_` and the other shared functions
            self.budget.spend(CALL)
            return value(*args, **kwargs)
        cost = CALL
        if kind is BuiltinMethodType:
            cost += costs.of_method(value.__self__, value.__name__, args, kwargs)
        elif kind is type:
            cost += weight(args) + weight(kwargs)
        self.budget.spend(cost)
        if kind not in _CALLED and not self.is_safe_callable(value):
            raise SecurityError(getattr(value, "__name__", kind.__name__))
        # Jinja would look for functions that take its context; of what can be called, only macros take a part of it.
        result = value(context.eval_ctx, *args, **kwargs) if kind in _MACROS else value(*args, **kwargs)
        if kind is MethodType and isinstance(result, tuple):
            self.budget.spend(len(result))
        return result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401, ARG002
        """Perform an arithmetic operation after paying for it."""
        self.budget.spend(costs.of_operator(operator, left, right))
        return self.binop_table[operator](left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:  # noqa: ANN401
        """Return the replacement of `format` and `format_map` of a string."""
        if not isinstance(value, _METHODS) or value.__name__ not in _FORMATS:
            return None
        text = value.__self__
        if not isinstance(text, str):
            return None
        if value.__name__ == "format":
            return lambda *args, **kwargs: self.formatted(text, args, kwargs)
        return lambda values: self.formatted(text, (), values)

    def formatted(self, text: str, args: tuple[Any, ...], values: Mapping[str, Any]) -> str:
        """Return the result of `text.format` for an untrusted text, which can read what a template can."""
        holes = text.count("{")
        self.budget.spend(len(text) + holes * (weight(args) + weight(dict(values))))
        if _is_simple(text):
            return text.format(*args, **values)
        if isinstance(text, Markup):
            return Markup(_EscapeFormatter(self, escape=text.escape).vformat(text, args, values))  # noqa: S704
        return _Formatter(self).vformat(text, args, values)

    def joined(self, join: Callable[[tuple[Any, ...]], str], parts: tuple[Any, ...]) -> str:
        """Concatenate texts, for `~`."""
        self.budget.spend(weight(parts))
        text = join(parts)
        if _ADDRESS in text and any(type(part) not in _TEXTS for part in parts):
            raise UnprintableError
        return text

    def limited(self, value: Any) -> Any:  # noqa: ANN401
        """Return a list that a template just created, if its weight is within the limits."""
        self.budget.spend(weight(value))
        return value


class _Formatter(SandboxedFormatter):
    def format_field(self, value: Any, format_spec: str) -> Any:  # noqa: ANN401
        if _selects_number(value, format_spec):
            return select_form(str(value), format_spec)
        return super().format_field(value, costs.check_spec(format_spec))


class _EscapeFormatter(SandboxedEscapeFormatter):
    def format_field(self, value: Any, format_spec: str) -> Any:  # noqa: ANN401
        if _selects_number(value, format_spec):
            return str(self.escape(select_form(str(value), format_spec)))
        return super().format_field(value, costs.check_spec(format_spec))


def _selects_number(value: object, spec: str) -> bool:
    """Tell whether a text selects the noun for a number, as ``{count:+post/posts}`` does."""
    return type(value) is int and spec.startswith("+") and "/" in spec


@lru_cache(maxsize=1 << 10)
def _is_simple(text: str) -> bool:
    """Tell whether Python's own `format` does what a template may.

    >>> [_is_simple(text) for text in ("{month:02d}. {day}", "{0.title}", "{0[a]}", "{0!r}", "{0:99}", "{0:{w}}")]
    [True, False, False, False, False, False]
    """
    return _SIMPLE.fullmatch(text) is not None


def _printers(budget: Budget) -> tuple[Callable[[Any], str], Callable[[Any], str]]:
    """Return the functions that print a value with and without escaping; both count characters."""
    is_special = _SPECIAL.search

    def text(value: Any) -> str:  # noqa: ANN401
        kind = type(value)
        if kind is str:  # most have nothing to escape, and `escape` creates an object for each
            printed = escape(value) if is_special(value) else value
        else:
            printed = value if kind is Markup else escape(value)
            if kind not in _TEXTS and _ADDRESS in printed:
                raise UnprintableError
        budget.left -= len(printed)
        if budget.left < 0:
            budget.stop()
        return printed

    def plain(value: Any) -> str:  # noqa: ANN401
        printed = str(value)
        if type(value) not in _TEXTS and _ADDRESS in printed:
            raise UnprintableError
        budget.left -= len(printed)
        if budget.left < 0:
            budget.stop()
        return printed

    return text, plain


def _charged(environment: Sandbox, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that is paid for before it runs."""
    budget = environment.budget
    skipped = 1 if getattr(function, "jinja_pass_arg", None) is not None else 0  # the environment, or the like
    if name == "join":
        return _join(environment, function)

    if name in costs.FREE:

        @wraps(function)
        def free(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            budget.left -= STEP
            if budget.left < 0:
                budget.stop()
            return function(*args, **kwargs)

        return free

    @wraps(function)
    def charged(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        budget.spend(STEP + costs.of_filter(name, args[skipped:], kwargs))
        return function(*args, **kwargs)

    return charged


def _join(environment: Sandbox, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return `join`, which must consume an iterator to know its cost."""

    @wraps(function)
    def join(context: Any, value: Any, d: str = "", attribute: Any = None) -> str:  # noqa: ANN401
        items = value if attribute is None else map(make_attrgetter(environment, attribute), value)
        texts = []
        for text in items:
            environment.budget.spend(STEP + weight(text) + len(d))
            texts.append(text)
        return function(context, texts, d)  # type: ignore[no-any-return]

    return join
