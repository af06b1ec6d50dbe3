"""Generate a Caddyfile for a site.

In:  the site, and the language of the comments.
Out: the text.
Must not: use features that Debian's Caddy lacks. URLs behave as on GitHub Pages, so that a site can move between them.
"""

from byeoru.base.catalogue import Language, localize
from byeoru.base.paths import encode
from byeoru.publish.setup.served import ServedSite

# File names contain no digest, so browsers cache files only for a short time, and revalidate pages and feeds always.
_HEADERS = """\theader {
\t\tX-Content-Type-Options nosniff
\t\tX-Frame-Options SAMEORIGIN
\t\tReferrer-Policy strict-origin-when-cross-origin
\t}
\theader -Server
\theader ?Cache-Control no-cache
\t@looks path *.css *.js *.mjs
\theader @looks Cache-Control max-age=600
\t@media path *.png *.jpg *.jpeg *.gif *.webp *.avif *.svg *.ico *.woff2 *.woff *.ttf *.otf *.mp4 *.webm *.mp3
\theader @media Cache-Control max-age=86400
\t@text path *.txt
\theader @text Content-Type "text/plain; charset=utf-8"
\t@manifest path *.webmanifest
\theader @manifest Content-Type application/manifest+json
\t@markdown path *.md
\theader @markdown Content-Type "text/markdown; charset=utf-8\""""
_FILE = "/etc/caddy/Caddyfile"
_HSTS_HEADER = "\theader Strict-Transport-Security max-age=15552000"
_FILE_LOOKUP = """\ttry_files {path} {path}.html
\tfile_server {
\t\thide .git .htaccess .htpasswd
\t}"""


def text(served: ServedSite, language: Language) -> str:
    """Return the whole Caddyfile."""
    blocks = [f"# {localize('setup.caddy', language, file=_FILE)}"]
    if served.alternate:
        other = served.address.replace(served.host, served.alternate, 1)
        blocks.append(f"{other} {{\n\tredir {served.address}{{uri}} permanent\n}}")
    return "\n\n".join([*blocks, _site(served)]) + "\n"


def _site(served: ServedSite) -> str:
    feeds = [
        f'\theader {served.path}{address} Content-Type "{media_type}; charset=utf-8"'
        for address, media_type in served.media_types.items()
    ]
    parts = [
        f"{served.address} {{",
        f"\troot * {_quoted(served.root)}",
        "\tencode zstd gzip",
        _HEADERS,
        *feeds,
        *([_HSTS_HEADER] if served.is_https else []),
        *_lookup(served),
        "\thandle_errors {",
        "\t\t@missing expression {http.error.status_code} == 404",
        "\t\trewrite @missing /404.html",
        "\t\tfile_server",
        "\t}",
        "}",
    ]
    return "\n".join(parts)


def _lookup(served: ServedSite) -> list[str]:
    """Return the directives that map URLs to files: with or without `.html` and a slash, below the site's path."""
    if not served.path:
        return [_FILE_LOOKUP]
    inside = "\n".join(f"\t{line}" for line in _FILE_LOOKUP.splitlines())
    return [
        f"\tredir {served.path} {encode(served.path)}/ permanent",
        f"\thandle {served.path}/* {{\n\t\turi strip_prefix {encode(served.path)}\n{inside}\n\t}}",
        "\thandle {\n\t\terror 404\n\t}",
    ]


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
