"""The reference for template authors, themes/README.md, matches the code."""

import ast
import inspect
import re
from pathlib import Path
from types import ModuleType

from byeoru.base.yaml_nodes import Mapping, read_mapping
from byeoru.render import (
    folder_views,
    kinds,
    listings,
    plain_views,
    property_views,
    site_view,
    template_context,
    versions,
    views,
)
from byeoru.render.blocks import blocks_of
from byeoru.render.filters import FILTERS

THEMES = Path(__file__).parents[2] / "themes"
KINDS = Path(kinds.__file__).parent
TEXT = (THEMES / "README.md").read_text(encoding="utf-8")


def described(text: str = TEXT) -> dict[str, set[str]]:
    """Return the names that each part of the page lists, by the name in its heading, else by the heading."""
    parts: dict[str, set[str]] = {}
    for part in re.split(r"^#{1,4} ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        name = re.search(r"`([^`]+)`", heading)
        parts[name[1] if name else heading] = set(re.findall(r"^- `(\w+)", body, re.MULTILINE))
    return parts


def views_of(module: ModuleType) -> dict[str, set[str]]:
    """Return the public attributes of each class that a module has for templates; inherited ones belong to its base."""
    classes = [one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == module.__name__]
    return {one.__name__: {name for name in vars(one) if name[0] != "_"} | fields(one) for one in classes}


def fields(one: type) -> set[str]:
    return set(getattr(one, "_fields", ())) | set(getattr(one, "__dataclass_fields__", ()))


def context() -> set[str]:
    """Return the names that the renderers pass to templates, read from their source."""
    texts = [inspect.getsource(template_context), *(path.read_text(encoding="utf-8") for path in KINDS.glob("*.py"))]
    tree = ast.parse("\n".join(texts))
    dictionaries = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Dict)
        and ast.unparse(node).startswith("variables")
    ]
    keys = {key.value for one in dictionaries for key in one.keys if isinstance(key, ast.Constant)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "show"]
    return {str(name) for name in keys} | {word.arg for call in calls for word in call.keywords if word.arg} - {
        "language"
    }


def actual() -> dict[str, set[str]]:
    """Return the existing names, by the heading that describes them."""
    templates = {
        path.name: set(blocks_of(path.read_text(encoding="utf-8")))
        for path in sorted((THEMES / "hanji/templates").glob("*.html"))
    }
    declared = dict(read_mapping((THEMES / "hanji/theme.yml").read_text(encoding="utf-8")).pairs)
    [options] = [node for key, node in declared.items() if key.text == "options"]
    assert isinstance(options, Mapping)
    return {
        **templates,
        **views_of(views),
        **views_of(site_view),
        **views_of(listings),
        **views_of(folder_views),
        **views_of(property_views),
        **views_of(plain_views),
        **views_of(versions),
        "hanji": {key.text for key, _ in options.pairs},
        "Variables of every template": context(),
        "Filters": set(FILTERS),
    }


def differences(documented: dict[str, set[str]], there: dict[str, set[str]]) -> list[str]:
    """Return one line for each name that one of both lacks."""
    lines = []
    for part, names in there.items():
        lines += [] if part in documented else [f"no part about `{part}`"]
        lines += [f"{part}: `{name}` is not described" for name in sorted(names - documented.get(part, set()))]
        lines += [
            f"{part}: `{name}` is described and does not exist" for name in sorted(documented.get(part, set()) - names)
        ]
    gone = [part for part in documented.keys() - there.keys() if documented[part]]
    return lines + [f"`{part}` is described and does not exist" for part in sorted(gone)]


def test_everything_that_templates_have_is_described_and_the_other_way_round() -> None:
    """themes/README.md describes each block, attribute, variable, filter and option, and none that does not exist."""
    lines = differences(described(), actual())

    assert not lines, "themes/README.md:\n" + "\n".join(lines)


def test_what_is_missing_and_what_is_too_much_is_named() -> None:
    """The comparison finds missing and superfluous names."""
    text = "## Filters\n\n- `date`: x\n- `gone`: x\n\n## `Old`\n\n- `a`: x\n"

    assert differences(described(text), {"Filters": {"date", "josa"}, "post.html": {"main"}}) == [
        "Filters: `josa` is not described",
        "Filters: `gone` is described and does not exist",
        "no part about `post.html`",
        "post.html: `main` is not described",
        "`Old` is described and does not exist",
    ]
    assert {"Filters", "PageView", "base.html"} <= actual().keys()
