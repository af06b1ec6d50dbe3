"""Read the services of a site: `comments` and `analytics` of `blog.yml`.

In:  the node of one of them.
Out: ``Comments`` or ``Analytics``; None, and what to fix, where anything that it needs is missing or wrong.
Must not: let a value through that has not the form which its service gives it: it will stand in pages and in scripts.
"""

import re
from typing import NamedTuple

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader
from byeoru.base.text import nearest
from byeoru.base.yaml_nodes import Node, Scalar
from byeoru.model.services import Analytics, Comments


class Form(NamedTuple):
    """What a value looks like, where its service shows it, and what it is if nobody says."""

    pattern: str
    example: str
    shown: str = ""  # "giscus.app (data-repo-id)"
    default: str | None = None  # None where the author must say


class Flag(NamedTuple):
    """A switch."""

    default: bool


Keys = dict[str, Form | Flag]

_REPO = Form(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}", "user/blog", "github.com (user/blog)")
_NODE = r"[A-Za-z0-9_+/=-]{4,100}"  # GitHub's name of one of its things, old or new
_MAPPING = Form("pathname|url|title|og:title", "pathname", default="pathname")
_WORDS = r"[^<>\"\x00-\x1f\x7f]{1,100}"  # `Q&A` and `공지 📢` are names of categories
_HOST = r"https://[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?(?:/[\w.~-]+)*/?"

COMMENTS: dict[str, Keys] = {
    "giscus": {
        "repo": _REPO,
        "repo_id": Form(_NODE, "R_kgDOABCDEF", "giscus.app (data-repo-id)"),
        "category": Form(_WORDS, "Announcements", "giscus.app (data-category)"),
        "category_id": Form(_NODE, "DIC_kwDOABCDEF4CABCD", "giscus.app (data-category-id)"),
        "mapping": _MAPPING,
        # A title is searched for by its words, and those of an encoded Hangul address look alike: the hash is exact.
        "strict": Flag(default=True),
        "reactions": Flag(default=True),
    },
    "utterances": {"repo": _REPO, "label": Form(_WORDS, "댓글", default=""), "mapping": _MAPPING},
}
ANALYTICS: dict[str, Keys] = {
    "goatcounter": {
        "code": Form(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", "myblog", "https://myblog.goatcounter.com"),
        "show": Flag(default=False),
    },
    "umami": {
        "id": Form(
            r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            "94db1cb1-74f4-4a40-ad6c-962362670409",
            "Umami (data-website-id)",
        ),
        "host": Form(_HOST, "https://stats.example.kr", default="https://cloud.umami.is"),
    },
    "plausible": {
        "domain": Form(r"[\w-]+(?:\.[\w-]+)+", "blog.example.kr", "Plausible (data-domain)"),
        "host": Form(_HOST, "https://stats.example.kr", default="https://plausible.io"),
    },
    "cloudflare": {"token": Form(r"[0-9a-f]{32}", "0123456789abcdef" * 2, "Cloudflare (data-cf-beacon)")},
    "google": {"id": Form(r"G-[A-Z0-9]{4,20}", "G-ABCDE12345", "Google Analytics (G-…)")},
}
# What giscus calls our keys where that is not the same word; utterances has a language of its own.
_NAMES = {
    "giscus": {"repo_id": "repo-id", "category_id": "category-id", "reactions": "reactions-enabled"},
    "utterances": {"mapping": "issue-term"},
}


def read_comments(reader: Reader, name: str, node: Node) -> Comments | None:
    """Read who keeps the comments."""
    found = _service(reader, name, node, COMMENTS)
    if found is None:
        return None
    provider, values = found
    names = _NAMES[provider]
    texts = {names.get(key, key): _plain(value) for key, value in values.items()}
    return Comments(provider, texts["repo"], tuple((key, text) for key, text in texts.items() if text))


def read_analytics(reader: Reader, name: str, node: Node) -> Analytics | None:
    """Read who counts the readers."""
    found = _service(reader, name, node, ANALYTICS)
    if found is None:
        return None
    provider, values = found
    texts = {key: value.rstrip("/") for key, value in values.items() if isinstance(value, str)}
    return Analytics(provider, **texts, show=values.get("show") is True)


def _plain(value: str | bool) -> str:  # noqa: FBT001  (one value of either kind)
    """Return a value as both scripts want it: switches are 1 and 0."""
    return value if isinstance(value, str) else str(int(value))


def _service(
    reader: Reader, name: str, node: Node, providers: dict[str, Keys]
) -> tuple[str, dict[str, str | bool]] | None:
    """Read one service; None if anything is wrong, for half a service would be seen by every reader."""
    mapping = reader.mapping(name, node)
    if mapping is None or not mapping.pairs:
        return None
    chosen = next((value for key, value in mapping.pairs if key.text == "provider"), None)
    provider = _provider(reader, name, chosen or mapping, providers)
    if provider is None:
        return None
    keys = providers[provider]
    pairs = reader.pairs(mapping, ("provider", *keys))
    values: dict[str, str | bool] = {}
    for key, form in keys.items():
        value = _value(reader, key, pairs[key][1], form) if key in pairs else form.default
        if value is None and key not in pairs and isinstance(form, Form):
            location = reader.location(chosen or mapping)
            missing = warning("service-incomplete", location, "shown-at", name=name, key=key, where=form.shown)
            reader.problems.append(missing)
        if value is not None:
            values[key] = value
    return (provider, values) if values.keys() == keys.keys() else None


def _provider(reader: Reader, name: str, node: Node, providers: dict[str, Keys]) -> str | None:
    """Read the name of the provider, or say which there are."""
    text = (node.text if isinstance(node, Scalar) else "").strip()
    if text in providers:
        return text
    names, location = ", ".join(f"`{provider}`" for provider in providers), reader.location(node)
    if not text:
        problem = warning("service-incomplete", location, "choose-one", name=name, key="provider", names=names)
    else:
        near = nearest(text, providers)
        hint = "did-you-mean" if near else "choose-one"
        problem = warning("unknown-provider", location, hint, name=name, text=text, near=near, names=names)
    reader.problems.append(problem)
    return None


def _value(reader: Reader, key: str, node: Node, form: Form | Flag) -> str | bool | None:
    """Read one value, or say what it looks like."""
    if isinstance(form, Flag):
        return reader.flag(key, node)
    text = reader.text(key, node)
    if text is None:
        return None
    text = text.strip()
    if re.fullmatch(form.pattern, text) or (not text and form.default == ""):
        return text
    problem = warning(
        "bad-service-value", reader.location(node), "write-like", key=key, text=text, example=form.example
    )
    reader.problems.append(problem)
    return None
