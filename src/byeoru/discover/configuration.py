"""Name the configuration files of other programs.

In:  the root of a project.
Out: ``CONFIGURATION``, all paths that are known, and those of them that exist.
Must not: open a file.
"""

import os

_SCRIPTS = ("js", "mjs", "ts", "mts", "cjs")
_ROUTES = ("", "blog/", "posts/", "post/", "articles/", "article/", "writing/", "notes/")  # in `src/pages` of Astro
_PARAMETERS = ("[...slug]", "[slug]", "[...id]", "[id]")

# Paths at the top and in folders; none is published.
CONFIGURATION = frozenset(
    {
        *("_config.yml", "_config.yaml", "_config.toml", "_config.butterfly.yml", "_config.next.yml"),  # Jekyll, Hexo
        *(f"{name}.{ending}" for name in ("hugo", "config") for ending in ("toml", "yaml", "yml", "json")),  # Hugo
        *(
            f"config/_default/{name}.{ending}"
            for name in ("hugo", "config", "permalinks", "languages")
            for ending in ("toml", "yaml", "yml", "json")
        ),
        *("package.json", "mkdocs.yml", "mkdocs.yaml", "quartz.config.ts", "CNAME", "static/CNAME", "public/CNAME"),
        *("book.toml", ".eleventy.js", "data/siteMetadata.js"),
        *(
            f"{name}.config.{ending}"
            for name in ("astro", "next", "docusaurus", "vuepress", "eleventy")
            for ending in _SCRIPTS
        ),
        *(f"gatsby-config.{ending}" for ending in _SCRIPTS),
        *(
            f"{folder}.{program}/{name}.{ending}"
            for folder in ("", "docs/", "src/")
            for program in ("vuepress", "vitepress")
            for name in ("config", "config/index")
            for ending in _SCRIPTS
        ),
        *(
            f"src/pages/{route}{parameter}{ending}"
            for route in _ROUTES
            for parameter in _PARAMETERS
            for ending in (".astro", "/index.astro")
        ),
        *(f".obsidian/{name}.json" for name in ("app", "core-plugins", "appearance")),
    }
)
_FOLDERS = sorted({path.rpartition("/")[0] for path in CONFIGURATION})


def existing_configuration(root: str) -> tuple[str, ...]:
    """Return the configuration files that exist in *root*, sorted."""
    paths: list[str] = []
    for folder in _FOLDERS:
        full_path = os.path.join(root, *folder.split("/"))
        try:
            names = os.listdir(full_path)
        except OSError:
            continue
        known = (f"{folder}/{name}" if folder else name for name in names)
        paths += (path for path in known if path in CONFIGURATION and os.path.isfile(os.path.join(root, path)))
    return tuple(sorted(paths))
