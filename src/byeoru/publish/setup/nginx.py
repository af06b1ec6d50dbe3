r"""Generate a complete server configuration for nginx, for `/etc/nginx/conf.d/`.

In:  the site, and the language of the comments.
Out: the text.
Must not: use features that Debian's nginx lacks. URLs behave as on GitHub Pages, so that a site can move between them.
"""

import re

from byeoru.base.catalogue import Language, localize
from byeoru.base.paths import encode
from byeoru.publish.setup.served import ServedSite

# File names contain no digest, so browsers cache files only for a short time, and revalidate pages and feeds always.
_CACHE_AGES = r"""map $sent_http_content_type @AGE@ {
    default no-cache;
    ~^text/css "max-age=600";
    ~^(application|text)/javascript "max-age=600";
    ~^(image|font|audio|video)/ "max-age=86400";
}"""
_HEADERS = """    add_header Cache-Control @AGE@;
    add_header X-Content-Type-Options nosniff always;
    add_header X-Frame-Options SAMEORIGIN always;
    add_header Referrer-Policy strict-origin-when-cross-origin always;"""
_HSTS_HEADER = "    add_header Strict-Transport-Security max-age=15552000 always;"
_TYPES = """    include mime.types;
    types {
        application/manifest+json webmanifest;
        text/markdown md;
    }
    charset utf-8;
    charset_types text/xml text/plain text/css text/markdown text/javascript application/javascript application/json
                  application/xml application/atom+xml application/rss+xml application/feed+json
                  application/manifest+json;"""
_COMPRESSION = """    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_comp_level 5;
    gzip_min_length 512;
    gzip_types text/plain text/css text/xml text/markdown text/javascript application/javascript application/json
               application/atom+xml application/rss+xml application/feed+json application/manifest+json
               application/xml image/svg+xml;"""
_ACME_CHALLENGE = """    location /.well-known/acme-challenge/ {
        root /var/www/html;
    }"""


def text(served: ServedSite, language: Language) -> str:
    """Return the whole configuration."""
    names = " ".join(name for name in (served.host, served.alternate) if name)
    certbot = f"sudo certbot certonly --webroot -w /var/www/html {' '.join(f'-d {name}' for name in names.split())}"
    file = f"/etc/nginx/conf.d/{served.host}.conf"
    comments = [localize("setup.nginx", language, file=file)]
    comments += [localize("setup.nginx.certificate", language, command=certbot)] if served.is_https else []
    blocks = ["\n".join(f"# {comment}" for comment in comments), _CACHE_AGES]
    if served.is_https and not served.port:
        blocks.append(_https_redirect(served, names))
    if served.alternate:
        blocks.append(_alternate_redirect(served))
    age = "$age_" + re.sub(r"\W", "_", served.host)  # unique, as several sites may share a server
    return "\n\n".join([*blocks, _site(served)]).replace("@AGE@", age) + "\n"


def _listen(served: ServedSite) -> str:
    port = served.port or (443 if served.is_https else 80)
    tail = " ssl http2" if served.is_https else ""
    return f"    listen {port}{tail};\n    listen [::]:{port}{tail};"


def _certificate(served: ServedSite) -> list[str]:
    folder = f"/etc/letsencrypt/live/{served.host}"
    if not served.is_https:
        return []
    return [f"    ssl_certificate {folder}/fullchain.pem;\n    ssl_certificate_key {folder}/privkey.pem;"]


def _https_redirect(served: ServedSite, names: str) -> str:
    target = f"    location / {{\n        return 301 {served.address}$request_uri;\n    }}"
    head = f"    listen 80;\n    listen [::]:80;\n    server_name {names};"
    return f"server {{\n{head}\n{_ACME_CHALLENGE}\n{target}\n}}"


def _alternate_redirect(served: ServedSite) -> str:
    target = f"    return 301 {served.address}$request_uri;"
    return "\n".join(
        ["server {", _listen(served), f"    server_name {served.alternate};", *_certificate(served), target, "}"]
    )


def _site(served: ServedSite) -> str:
    parts = [
        "server {",
        _listen(served),
        f"    server_name {served.host};",
        *_certificate(served),
        "",
        "    index index.html;",
        "    absolute_redirect off;",
        "    server_tokens off;",
        f"    error_page 404 {served.path}/404.html;",
        f"    error_page 403 =404 {served.path}/404.html;",
        "",
        _TYPES,
        "",
        _HEADERS,
        *([_HSTS_HEADER] if served.is_https else []),
        "",
        _COMPRESSION,
        "",
        *_locations(served),
        "}",
    ]
    return "\n".join(parts)


def _locations(served: ServedSite) -> list[str]:
    """Return the locations: pages with or without `.html` and a slash, and feeds with their content types."""
    folder = _quoted(f"{served.root.rstrip('/')}/")
    locations = [
        f"    location {served.path}/ {{\n        alias {folder};\n        try_files $uri $uri.html $uri/ =404;\n    }}"
    ]
    if served.path:
        locations.append(f"    location = {served.path} {{\n        return 301 {encode(served.path)}/;\n    }}")
    locations.append("    location ~ /\\.(?!well-known/) {\n        return 404;\n    }")
    for address, media_type in served.media_types.items():
        file = _quoted(f"{served.root.rstrip('/')}{address}")
        lines = f"        alias {file};\n        types {{ }}\n        default_type {media_type};"
        locations.append(f"    location = {served.path}{address} {{\n{lines}\n    }}")
    return locations


def _quoted(path: str) -> str:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
