"""Read the options that themes declare, and the values that a site has set.

In:  the nodes of `theme.yml`, and the option values in `blog.yml` with their locations.
Out: ``Option`` values; for each its ``Chosen`` value, the default if that is invalid; and problems.
Must not: depend on particular options.
"""

from collections.abc import Callable, Mapping
from typing import cast, get_args

from byeoru.base import yaml_nodes
from byeoru.base.colors import NAMES, is_color
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, warning
from byeoru.base.fields import Reader, flag_of, number_of
from byeoru.base.text import nearest
from byeoru.discover.layers import ThemeFiles, words
from byeoru.model.settings import Settings
from byeoru.model.theme import Chosen, Kind, Option

KINDS: tuple[str, ...] = get_args(Kind)
_FIELDS = ("type", "default", "choices", "help")
_DEFAULTS = {"text": "", "flag": "false", "number": "0", "color": "currentcolor"}


def declared_options(files: ThemeFiles, folders: tuple[str, ...]) -> dict[str, Option]:
    """Return the options of a theme and its parents; a theme may override any option of its parent."""
    options: dict[str, Option] = {}
    for folder in reversed(folders):
        about = files.about(folder)
        reader = files.reader(about.path)
        for key, node in about.options.pairs:
            fields = reader.mapping(key.text, node)
            if fields is not None:
                options[key.text] = _option(reader, key, fields, options.get(key.text))
    return options


def _option(reader: Reader, key: yaml_nodes.Scalar, fields: yaml_nodes.Mapping, parent: Option | None) -> Option:
    nodes = {name: node for name, (_, node) in reader.pairs(fields, _FIELDS).items()}
    default = reader.text("default", nodes["default"]) if "default" in nodes else None
    choices = tuple(reader.texts("choices", nodes["choices"]) or ()) if "choices" in nodes else ()
    choices = choices or (parent.choices if parent else ())
    option = Option(
        key.text,
        _kind(reader, nodes.get("type"), parent.kind if parent else _kind_of(default or "", choices)),
        "",
        choices,
        words(reader, "help", nodes["help"]) if "help" in nodes else parent.help if parent else (),
    )
    option = option._replace(default=_fallback(option, parent))
    if default is None:
        return option
    default, problems = normalized(option, default, reader.location(nodes["default"]))
    reader.problems.extend(problems)
    return option._replace(default=default)


def _fallback(option: Option, parent: Option | None) -> str:
    """Return the default of an option that declares none, or an invalid one."""
    if parent and not normalized(option, parent.default, Location("")).problems:
        return parent.default
    return option.choices[0] if option.choices else _DEFAULTS[option.kind]


def _kind(reader: Reader, node: yaml_nodes.Node | None, guess: Kind) -> Kind:
    """Read the type of an option; it is *guess* if none is declared."""
    text = reader.text("type", node) if node else ""
    if not node or not text:
        return guess
    kind, problems = normalized(Option("type", "text", guess, KINDS), text, reader.location(node))
    reader.problems.extend(problems)
    return cast(Kind, kind)


def _kind_of(default: str, choices: tuple[str, ...]) -> Kind:
    if choices:
        return "text"
    if default in {"true", "false"}:
        return "flag"
    if number_of(default) is not None:
        return "number"
    return "color" if default.startswith("#") and is_color(default) else "text"


def chosen_options(options: Mapping[str, Option], settings: Settings) -> Outcome[tuple[Chosen, ...]]:
    """Return the value of each option, and the problems of the values in the settings."""
    problems: list[Diagnostic] = []
    texts = {option.name: option.default for option in options.values()}
    for setting in settings.theme_options:
        option = options.get(setting.name)
        if option is None:
            near = nearest(setting.name, options)
            hint = "did-you-mean" if near else "see-options"
            problems.append(
                warning("unknown-option", setting.key, hint, name=setting.name, near=near, theme=settings.theme)
            )
            continue
        outcome = normalized(option, setting.text, setting.value)
        texts[setting.name] = outcome.value
        problems.extend(outcome.problems)
    chosen = (Chosen(name, text, options[name].kind) for name, text in sorted(texts.items()))
    return Outcome(tuple(chosen), tuple(problems))


def normalized(option: Option, text: str, location: Location) -> Outcome[str]:
    """Return *text* as a normalized value of *option*; if it is invalid, the default and a problem."""
    if not text and (option.choices or option.kind != "text"):
        return Outcome(option.default)
    is_choice = not option.choices or text in option.choices
    normal = _NORMALIZERS[option.kind](text) if is_choice else None
    if normal is not None:
        return Outcome(normal)
    near = nearest(text, option.choices or (NAMES if option.kind == "color" and text.isalpha() else ()))
    problem = warning(
        "bad-option",
        location,
        "did-you-mean" if near else f"write-{option.kind}" if is_choice else "one-of",
        name=option.name,
        text=text,
        default=option.default,
        near=near,
        choices=", ".join(option.choices),
    )
    return Outcome(option.default, (problem,))


def _flag(text: str) -> str | None:
    flag = flag_of(text)
    return None if flag is None else "true" if flag else "false"


def _number(text: str) -> str | None:
    number = number_of(text)
    return None if number is None else str(number)


_NORMALIZERS: dict[Kind, Callable[[str], str | None]] = {
    "text": str,
    "flag": _flag,
    "number": _number,
    "color": lambda text: text.strip() if is_color(text.strip()) else None,
}
