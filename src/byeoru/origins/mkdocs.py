"""MkDocs, with the blog plug-in of Material: `mkdocs.yml` and the folder `docs`.

Sources: mkdocs.org, «Configuration» (`docs_dir`, `use_directory_urls`); squidfunk.github.io/mkdocs-material,
«Built-in blog plugin» (`post_url_format`, `post_url_date_format`), and its ``_format_path_for_post``.
"""

import re

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.pattern import Value, fill, number, stem, time_of
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, github_slug, route
from byeoru.origins.values import Values, read_values

_CONFIGURATION = ("mkdocs.yml", "mkdocs.yaml")
_DATES = {"yyyy": ":year", "MM": ":month", "dd": ":day", "M": ":i_month", "d": ":i_day", "yy": ":short_year"}
_FOLDER_PAGES = ("index", "readme")


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_CONFIGURATION) != ""


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    values, problems = read_values(path, tree.text(path))
    ending = "/" if values.flag("use_directory_urls", default=True) else ".html"
    origin = Origin(
        program="mkdocs",
        configuration=(path,),
        title=values.text("site_name"),
        url=values.text("site_url").rstrip("/"),
        language=values.text("theme.language"),
        rules=(*_blog_rules(values, ending), AddressRule(ending)),
        breaks="nl2br" in values.texts("markdown_extensions"),
        conventions=Conventions("mkdocs", tree.content or "docs", categories="list"),
    )
    return Outcome(origin, problems)


def _blog_rules(values: Values, ending: str) -> tuple[AddressRule, ...]:
    """Return the pattern of posts, if the plug-in is used."""
    settings = [plugin.table("blog") for plugin in values.tables("plugins") if "blog" in plugin.root]
    if not settings and not {"blog", "material/blog"} & set(values.texts("plugins")):
        return ()
    blog = settings[0] if settings else Values({})
    folder = blog.text("blog_dir", "blog").strip("./")
    posts = blog.text("post_dir", "{blog}/posts").replace("{blog}", folder).strip("/")
    form = re.sub(r"yyyy|yy|MM|M|dd|d", lambda part: _DATES[part[0]], blog.text("post_url_date_format", "yyyy/MM/dd"))
    pattern = blog.text("post_url_format", "{date}/{slug}").replace("{date}", form)
    pattern = re.sub(r"\{(\w+)\}", r":\1", pattern).strip("/")
    return (AddressRule(f"/{folder}/{pattern}{ending}", "posts", posts),)


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in MkDocs: of a post by the pattern, of another text by its path."""
    inner = below(document.path, origin.conventions.root)
    *posts, pages = origin.rules
    if posts and inner.startswith(f"{posts[0].folder}/"):
        return (fill(posts[0].pattern, _VALUES, document),)
    return (route(inner, pages.pattern, index=_FOLDER_PAGES),)


_VALUES: dict[str, Value] = {
    "year": time_of("%Y"),
    "short_year": time_of("%y"),
    "month": time_of("%m"),
    "i_month": number("%m"),
    "day": time_of("%d"),
    "i_day": number("%d"),
    "slug": lambda document: document.slug or github_slug(document.meta.title),
    "file": stem,
    "categories": lambda document: github_slug(next(iter(document.categories), "")),
}

PROGRAM = Program("mkdocs", "MkDocs", _recognizes, _read, _addresses, rank=0)
