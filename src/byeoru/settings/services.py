"""Read the services of a site: `comments` and `analytics` of `blog.yml`.

In:  the node of one of them.
Out: ``Comments`` or ``Analytics``; None and a problem if a required value is missing or invalid.
Must not: accept a value that does not have the documented format of its service: pages and scripts will contain it.
"""

import re
from typing import NamedTuple

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader
from byeoru.base.text import nearest
from byeoru.base.yaml_nodes import Node, Scalar
from byeoru.model.services import Analytics, Comments


class Form(NamedTuple):
    """The format of a value, where its service displays it, and its default."""

    pattern: str
    example: str
    shown: str = ""  # "giscus.app (data-repo-id)"
    default: str | None = None  # None for a required value


class Flag(NamedTuple):
    """A boolean value."""

    default: bool


Keys = dict[str, Form | Flag]

_REPO = Form(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}", "user/blog", "github.com (user/blog)")
_NODE = r"[A-Za-z0-9_+/=-]{4,100}"  # a node id of GitHub, in the old or the new format
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
        # Discussions are found by the words of their titles; encoded Hangul addresses look alike, hashes do not.
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
# The names of our keys in giscus and utterances, where they differ.
_NAMES = {
    "giscus": {"repo_id": "repo-id", "category_id": "category-id", "reactions": "reactions-enabled"},
    "utterances": {"mapping": "issue-term"},
}


def read_comments(reader: Reader, name: str, node: Node) -> Comments | None:
    """Read the comment service."""
    service = _service(reader, name, node, COMMENTS)
    if service is None:
        return None
    provider, values = service
    names = _NAMES[provider]
    texts = {names.get(key, key): _plain(value) for key, value in values.items()}
    return Comments(provider, texts["repo"], tuple((key, text) for key, text in texts.items() if text))


def read_analytics(reader: Reader, name: str, node: Node) -> Analytics | None:
    """Read the analytics service."""
    service = _service(reader, name, node, ANALYTICS)
    if service is None:
        return None
    provider, values = service
    texts = {key: value.rstrip("/") for key, value in values.items() if isinstance(value, str)}
    return Analytics(provider, **texts, show=values.get("show") is True)


def _plain(value: str | bool) -> str:  # noqa: FBT001  (a value of either type)
    """Return a value as both scripts expect it: booleans are 1 and 0."""
    return value if isinstance(value, str) else str(int(value))


def _service(
    reader: Reader, name: str, node: Node, providers: dict[str, Keys]
) -> tuple[str, dict[str, str | bool]] | None:
    """Read one service; None if anything is invalid, because an incomplete service would fail on every page."""
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
    """Read the name of the provider, or report the available ones."""
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
    """Read one value, or report its expected format."""
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
